//! Models that stay the text they came as until a field is read: `#[model(lazy)]`. See `model/lazy` in the core.

use crate::shared::{Shape, inner_of, is_integer, last_segment, shape};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Field, Ident, ItemStruct};

/// What knows whether JSON will decode as the model without decoding it. Only what lists give to Python needs it.
pub fn check_impl(
    name: &Ident,
    known: &[Field],
    wires: &[String],
    lenient: &[bool],
    lazy: bool,
) -> TokenStream {
    let indices: Vec<_> = (0..known.len()).collect();
    let checks = known.iter().zip(lenient).map(|(field, lenient)| {
        let ty = &field.ty;
        let ty = match (lenient, shape(ty), is_integer(ty)) {
            (true, _, _) => quote! { crate::model::Json },
            (_, Shape::Required, true) => quote! { crate::model::de::Integer },
            (_, Shape::Optional, true) => quote! { Option<crate::model::de::Integer> },
            (_, Shape::Collection, _) => quote! { Option<#ty> },
            _ => quote! { #ty },
        };
        quote! { <#ty as crate::model::lazy::Checked>::check }
    });
    let required =
        known.iter().zip(&indices).filter(|(field, _)| shape(&field.ty) == Shape::Required);
    let required: Vec<_> = required.map(|(_, index)| index).collect();
    let count = known.len();
    let members = quote! {
        scan.object(|scan, key| {
            match key {
                #( #wires => spans[#indices] = scan.span(#checks)?, )*
                // It may be another name for one of these.
                _ if key.contains('\\') => return None,
                _ => <crate::model::Json as crate::model::lazy::Checked>::check(scan)?,
            }
            Some(())
        })?;
        (true #( && spans[#required].to > 0 )*).then_some(())
    };
    let gate = quote! { #[cfg(any(feature = "python", test))] };
    if !lazy {
        return quote! {
            #gate
            impl crate::model::lazy::Checked for #name {
                fn check(scan: &mut crate::model::lazy::Scan<'_>) -> Option<()> {
                    let mut spans = [crate::model::lazy::Span::default(); #count];
                    #members
                }
            }
        };
    }
    quote! {
        #gate
        impl crate::model::lazy::Checked for #name {
            fn check(scan: &mut crate::model::lazy::Scan<'_>) -> Option<()> {
                <Self as crate::model::lazy::Members>::members(scan, &mut Default::default())
            }
        }

        #gate
        impl crate::model::lazy::Members for #name {
            const KEYS: &'static [&'static str] = &[#( #wires ),*];
            type Spans = [crate::model::lazy::Span; #count];

            fn members(scan: &mut crate::model::lazy::Scan<'_>, spans: &mut Self::Spans) -> Option<()> {
                #members
            }
        }
    }
}

/// The class of Python.
pub fn class_of(name: &Ident) -> Ident {
    format_ident!("{name}Object")
}

/// The class, with attributes that decode what they give, and how a model becomes one.
pub fn class(item: &ItemStruct, known: &[Field], lenient: &[bool]) -> TokenStream {
    let (name, class) = (&item.ident, class_of(&item.ident));
    let name_text = name.to_string();
    let docs = doc_of(&item.attrs);
    let getters = known.iter().zip(lenient).enumerate().map(|(index, (field, lenient))| {
        let (ident, ty, docs) = (&field.ident, &field.ty, doc_of(&field.attrs));
        let inner = inner_of(ty, "Option").unwrap_or(ty);
        let read = if *lenient {
            quote! { read::lenient::<#inner>(py, raw) }
        } else if is_integer(ty) {
            quote! { read::integer(py, raw) }
        } else if last_segment(inner).as_deref() == Some("String") {
            quote! { read::text(py, raw) }
        } else if shape(ty) == Shape::Collection {
            quote! { read::collection::<#ty>(py, raw) }
        } else {
            quote! { read::value::<#ty>(py, raw) }
        };
        let absent = match shape(ty) {
            Shape::Collection => quote! { <#ty>::default().into_py_any(py) },
            _ => quote! { Ok(py.None()) },
        };
        quote! {
            #(#docs)*
            #[getter]
            fn #ident(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
                match &self.0 {
                    Lazy::Whole(whole) => whole.#ident.clone().into_py_any(py),
                    Lazy::Text(text) => match text.raw(#index) {
                        Some(raw) => #read,
                        None => #absent,
                    },
                }
            }
        }
    });
    quote! {
        use ::pyo3::IntoPyObjectExt;
        use crate::model::lazy::{Lazy, read};

        #(#docs)*
        #[pyclass(frozen, eq, name = #name_text, module = "uploadcare_sdk")]
        #[derive(PartialEq)]
        pub struct #class(Lazy<#name>);

        #[pymethods]
        impl #class {
            #( #getters )*

            /// Fields of the answer that this version does not know, by name.
            #[getter]
            fn extra(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
                let whole = self.0.whole().map_err(crate::model::python::value_error)?;
                whole.extra.clone().into_py_any(py)
            }
        }

        impl<'py> IntoPyObject<'py> for Lazy<#name> {
            type Target = #class;
            type Output = Bound<'py, #class>;
            type Error = PyErr;

            fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
                Bound::new(py, #class(self))
            }
        }

        impl<'py> IntoPyObject<'py> for #name {
            type Target = #class;
            type Output = Bound<'py, #class>;
            type Error = PyErr;

            fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
                Lazy::Whole(Box::new(self)).into_pyobject(py)
            }
        }
    }
}

fn doc_of(attributes: &[syn::Attribute]) -> Vec<&syn::Attribute> {
    attributes.iter().filter(|attribute| attribute.path().is_ident("doc")).collect()
}
