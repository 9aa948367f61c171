use crate::shared::{Shape, plain_name, shape, take_marker};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Fields, ItemStruct, parse_quote, spanned::Spanned};

pub fn expand(attr: TokenStream, item: TokenStream) -> syn::Result<TokenStream> {
    if !attr.is_empty() {
        return Err(syn::Error::new(attr.span(), "`#[options]` takes no arguments"));
    }
    let mut item: ItemStruct = syn::parse2(item)?;
    let span = item.span();
    let Fields::Named(fields) = &mut item.fields else {
        return Err(syn::Error::new(span, "options have named fields"));
    };
    let mut shown = Vec::new();
    for field in &mut fields.named {
        if shape(&field.ty) != Shape::Optional {
            return Err(syn::Error::new(field.span(), "every option is an `Option`"));
        }
        let secret = take_marker(field, "secret");
        field.attrs.push(parse_quote!(#[cfg_attr(feature = "uniffi", uniffi(default = None))]));
        let ident = &field.ident;
        shown.push(if secret {
            quote! { &self.#ident.as_ref().map(|_| "<redacted>") }
        } else {
            quote! { &self.#ident }
        });
    }
    let idents: Vec<_> = fields.named.iter().filter_map(|f| f.ident.clone()).collect();
    let keys: Vec<_> = idents.iter().map(plain_name).collect();

    let name = &item.ident;
    let name_text = name.to_string();
    let module = format_ident!("python_of_{}", heck::AsSnakeCase(&name_text).to_string());
    Ok(quote! {
        #[derive(Clone, Default, PartialEq, ::serde::Deserialize)]
        #[serde(default, deny_unknown_fields)]
        #[cfg_attr(feature = "uniffi", derive(::uniffi::Record))]
        #[cfg_attr(feature = "uniffi", ::uniffi::export(Debug))]
        #[cfg_attr(feature = "node", ::napi_derive::napi(object, object_to_js = false))]
        #item

        impl #name {
            /// These, and the others where one is not given here.
            #[allow(dead_code)]
            pub(crate) fn or(self, others: Self) -> Self {
                Self { #( #idents: self.#idents.or(others.#idents), )* }
            }
        }

        impl ::std::fmt::Debug for #name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct(#name_text) #( .field(#keys, #shown) )* .finish()
            }
        }

        #[cfg(feature = "python")]
        mod #module {
            use super::*;
            use ::pyo3::{exceptions::PyTypeError, prelude::*, types::PyDict};

            /// From the dict of keyword arguments.
            impl<'py> FromPyObject<'_, 'py> for #name {
                type Error = PyErr;
                fn extract(object: ::pyo3::Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
                    let mut options = #name::default();
                    if object.is_none() { return Ok(options); }
                    for (key, value) in object.cast::<PyDict>()?.iter() {
                        let key: String = key.extract()?;
                        match key.as_str() {
                            #( #keys => options.#idents = value.extract().map_err(|error: PyErr| {
                                crate::model::python::argument_error(object.py(), #keys, &error)
                            })?, )*
                            _ => return Err(PyTypeError::new_err(format!("unexpected keyword argument '{key}'"))),
                        }
                    }
                    Ok(options)
                }
            }
        }
    })
}
