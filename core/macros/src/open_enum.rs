use heck::ToSnakeCase;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Ident, ItemEnum, LitStr, spanned::Spanned};

pub fn expand(attr: TokenStream, item: TokenStream) -> syn::Result<TokenStream> {
    if !attr.is_empty() {
        return Err(syn::Error::new(attr.span(), "`#[open_enum]` takes no arguments"));
    }
    let mut item: ItemEnum = syn::parse2(item)?;
    let mut variants: Vec<Ident> = Vec::new();
    let mut wires: Vec<String> = Vec::new();
    for variant in &mut item.variants {
        if !variant.fields.is_empty() {
            return Err(syn::Error::new(variant.span(), "variants of an open enum carry nothing"));
        }
        let mut wire = variant.ident.to_string().to_snake_case();
        for attribute in &variant.attrs {
            if attribute.path().is_ident("wire") {
                wire = attribute.parse_args::<LitStr>()?.value();
            }
        }
        variant.attrs.retain(|attribute| !attribute.path().is_ident("wire"));
        variants.push(variant.ident.clone());
        wires.push(wire);
    }
    item.variants.push(syn::parse_quote! {
        /// A value that this version does not know.
        Unknown {
            /// The text of the service.
            value: String,
        }
    });
    let name = &item.ident;
    let name_text = name.to_string();
    let alias = format_ident!("{name}Text");
    let docs: Vec<_> = item.attrs.iter().filter(|a| a.path().is_ident("doc")).collect();
    // The Node package's generator makes a union of literals of this line.
    let values = format!(" Known values: `{}`.", wires.join("`, `"));
    Ok(quote! {
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "uniffi", derive(::uniffi::Enum))]
        #[cfg_attr(feature = "uniffi", ::uniffi::export(Display))]
        #item

        impl #name {
            /// The texts that this version knows.
            pub const KNOWN: &'static [&'static str] = &[#(#wires),*];

            /// The text of the service.
            pub fn as_str(&self) -> &str {
                match self { #( Self::#variants => #wires, )* Self::Unknown { value } => value }
            }
        }

        impl From<String> for #name {
            fn from(text: String) -> Self {
                match text.as_str() { #( #wires => Self::#variants, )* _ => Self::Unknown { value: text } }
            }
        }

        impl ::std::fmt::Display for #name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result { f.write_str(self.as_str()) }
        }

        impl ::serde::Serialize for #name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for #name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Ok(String::deserialize(deserializer)?.into())
            }
        }

        #[cfg(any(feature = "python", test))]
        impl crate::model::lazy::Checked for #name {
            fn check(scan: &mut crate::model::lazy::Scan<'_>) -> Option<()> {
                <String as crate::model::lazy::Checked>::check(scan)
            }
        }

        #[cfg(feature = "python")]
        impl<'py> ::pyo3::IntoPyObject<'py> for #name {
            type Target = ::pyo3::types::PyString;
            type Output = ::pyo3::Bound<'py, Self::Target>;
            type Error = ::std::convert::Infallible;
            fn into_pyobject(self, py: ::pyo3::Python<'py>) -> Result<Self::Output, Self::Error> {
                Ok(::pyo3::types::PyString::new(py, self.as_str()))
            }
        }

        #[cfg(feature = "python")]
        impl<'py> ::pyo3::FromPyObject<'_, 'py> for #name {
            type Error = ::pyo3::PyErr;
            fn extract(object: ::pyo3::Borrowed<'_, 'py, ::pyo3::PyAny>) -> ::pyo3::PyResult<Self> {
                Ok(object.extract::<String>()?.into())
            }
        }

        #[cfg(feature = "node")]
        #(#docs)*
        #[doc = ""]
        #[doc = #values]
        #[::napi_derive::napi(js_name = #name_text)]
        pub type #alias = String;

        #[cfg(any(test, feature = "node"))]
        impl crate::model::rescript::Rescript for #name {
            fn rescript<'de, D: ::serde::Deserializer<'de>>(
                deserializer: D,
                text: &mut String,
                marks: &mut [crate::model::rescript::Mark],
            ) -> Result<(), D::Error> {
                String::rescript(deserializer, text, marks)
            }
        }

        #[cfg(any(test, feature = "node"))]
        impl crate::model::ToScript for #name {
            fn write<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[cfg(feature = "node")]
        const _: () = {
            use ::napi::{Result, ValueType, bindgen_prelude::*, sys};

            impl TypeName for #name {
                fn type_name() -> &'static str { #name_text }
                fn value_type() -> ValueType { ValueType::String }
            }
            impl ValidateNapiValue for #name {}
            impl ToNapiValue for #name {
                unsafe fn to_napi_value(env: sys::napi_env, value: Self) -> Result<sys::napi_value> {
                    unsafe { <&str as ToNapiValue>::to_napi_value(env, value.as_str()) }
                }
            }
            impl FromNapiValue for #name {
                unsafe fn from_napi_value(env: sys::napi_env, value: sys::napi_value) -> Result<Self> {
                    Ok(unsafe { String::from_napi_value(env, value)? }.into())
                }
            }
        };
    })
}
