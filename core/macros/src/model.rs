use crate::lazy;
use crate::rescript;
use crate::shared::{Shape, is_integer, plain_name, shape, take_marker, take_wire};
use heck::ToLowerCamelCase;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Fields, Ident, ItemStruct, parse::Parser, parse_quote, spanned::Spanned};

pub fn expand(attr: TokenStream, item: TokenStream) -> syn::Result<TokenStream> {
    let mut item: ItemStruct = syn::parse2(item)?;
    let (closed, lazy) = match attr.to_string().as_str() {
        "" => (false, false),
        "closed" => (true, false),
        "lazy" => (false, true),
        _ => return Err(syn::Error::new(attr.span(), "expected nothing, `closed` or `lazy`")),
    };
    let Fields::Named(fields) = &mut item.fields else {
        return Err(syn::Error::new(item.span(), "a model has named fields"));
    };
    let mut wires = Vec::new();
    let mut secrets = Vec::new();
    let mut lenient = Vec::new();
    for field in &mut fields.named {
        wires.push(take_wire(field)?);
        secrets.push(take_marker(field, "secret"));
        lenient.push(take_marker(field, "lenient"));
        if lenient.last() == Some(&true) && (closed || shape(&field.ty) != Shape::Optional) {
            let message = "only an optional field of an open model can be lenient";
            return Err(syn::Error::new(field.span(), message));
        }
    }
    let known: Vec<_> = fields.named.iter().cloned().collect();
    if !closed {
        fields.named.push(syn::Field::parse_named.parse2(quote! {
            #[doc = " Fields of the answer that this version does not know, by name."]
            pub extra: ::std::collections::HashMap<String, crate::model::Json>
        })?);
    }

    // So that records can be made by hand, for previews and tests, and a new field breaks nobody.
    for field in fields.named.iter_mut().filter(|field| shape(&field.ty) != Shape::Required) {
        field.attrs.push(parse_quote!(#[cfg_attr(feature = "uniffi", uniffi(default))]));
    }

    let name = &item.ident;
    let name_text = name.to_string();
    let serde = serde_impls(name, &known, &wires, &lenient, closed);
    // What is closed never comes as JSON.
    let check = (!closed).then(|| lazy::check_impl(name, &known, &wires, &lenient, lazy));
    let fields = fields_of(&item);
    secrets.resize(fields.len(), false);
    // What takes the place of a secret when its model is printed.
    let hidden: Vec<_> = item
        .fields
        .iter()
        .zip(secrets)
        .map(|(field, is_secret)| {
            let ident = &field.ident;
            is_secret.then(|| match shape(&field.ty) {
                Shape::Optional => quote! { whole.#ident.as_ref().map(|_| "<redacted>") },
                Shape::Required | Shape::Collection => quote! { "<redacted>" },
            })
        })
        .collect();
    let python = if lazy {
        let class = lazy::class(&item, &known, &lenient);
        python_impl(name, &lazy::class_of(name), &class, &fields, &hidden)
    } else {
        python_impl(name, name, &quote! {}, &fields, &hidden)
    };
    let pyclass = (!lazy).then(|| {
        quote! {
            #[cfg_attr(feature = "python", ::pyo3::pyclass(
                frozen, get_all, eq, name = #name_text, module = "uploadcare_sdk"
            ))]
        }
    });
    let (debug, shown) = debug_impl(name, &fields, &hidden);
    Ok(quote! {
        #[derive(Clone, PartialEq)]
        #debug
        #[cfg_attr(feature = "uniffi", derive(::uniffi::Record))]
        #pyclass
        #[cfg_attr(feature = "node", ::napi_derive::napi(
            object, object_from_js = false, use_nullable = true
        ))]
        #item
        #shown
        #serde
        #check
        #python
    })
}

/// What `Debug` needs: attributes of the type, and code beside it. Where a field is secret the
/// texts of Swift and Kotlin are made of it, too.
fn debug_impl(
    name: &Ident,
    fields: &[Ident],
    hidden: &[Option<TokenStream>],
) -> (TokenStream, TokenStream) {
    if hidden.iter().all(Option::is_none) {
        return (quote! { #[derive(Debug)] }, quote! {});
    }
    let name_text = name.to_string();
    let keys: Vec<_> = fields.iter().map(plain_name).collect();
    let shown = fields.iter().zip(hidden).map(|(field, hidden)| match hidden {
        Some(hidden) => quote! { &#hidden },
        None => quote! { &whole.#field },
    });
    let code = quote! {
        impl ::std::fmt::Debug for #name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                let whole = self;
                f.debug_struct(#name_text) #( .field(#keys, #shown) )* .finish()
            }
        }
    };
    (quote! { #[cfg_attr(feature = "uniffi", ::uniffi::export(Debug))] }, code)
}

fn fields_of(item: &ItemStruct) -> Vec<Ident> {
    item.fields.iter().filter_map(|field| field.ident.clone()).collect()
}

/// Written out instead of derived: serde's `flatten`, which `extra` would need, buffers every
/// value of the object and doubles the time to decode a page.
fn serde_impls(
    name: &Ident,
    known: &[syn::Field],
    wires: &[String],
    lenient: &[bool],
    closed: bool,
) -> TokenStream {
    let name_text = name.to_string();
    let idents: Vec<_> = known.iter().filter_map(|f| f.ident.clone()).collect();
    let keys = wires;
    let indices: Vec<_> = (0..idents.len()).collect();

    let slots = known.iter().map(|field| {
        let (ident, ty) = (&field.ident, &field.ty);
        match shape(ty) {
            Shape::Optional => quote! { let mut #ident: #ty = None; },
            Shape::Collection => quote! { let mut #ident: #ty = Default::default(); },
            Shape::Required => quote! { let mut #ident: Option<#ty> = None; },
        }
    });
    let reads = known.iter().zip(keys).zip(lenient).map(|((field, key), lenient)| {
        let (ident, ty) = (&field.ident, &field.ty);
        if *lenient {
            // What has another shape than expected is kept as it is and costs nothing else. Of two
            // the last one counts, as everywhere.
            return quote! {{
                let value: crate::model::Json = map.next_value()?;
                #ident = None;
                extra.remove(#key);
                match <#ty as ::serde::Deserialize>::deserialize(&value.0) {
                    Ok(value) => #ident = value,
                    Err(_) => { extra.insert(#key.to_owned(), value); }
                }
            }};
        }
        match (shape(ty), is_integer(ty)) {
            (Shape::Optional, true) => {
                quote! { #ident = map.next_value::<Option<crate::model::de::Integer>>()?.map(|v| v.0) }
            }
            (Shape::Optional, false) => quote! { #ident = map.next_value()? },
            (Shape::Collection, _) => {
                quote! { #ident = map.next_value::<Option<#ty>>()?.unwrap_or_default() }
            }
            (Shape::Required, true) => {
                quote! { #ident = Some(map.next_value::<crate::model::de::Integer>()?.0) }
            }
            (Shape::Required, false) => quote! { #ident = Some(map.next_value()?) },
        }
    });
    let fills = known.iter().zip(keys).map(|(field, key)| {
        let ident = &field.ident;
        if shape(&field.ty) == Shape::Required {
            quote! { #ident: #ident.ok_or_else(|| ::serde::de::Error::missing_field(#key))? }
        } else {
            quote! { #ident }
        }
    });
    let (extra_slot, extra_read, extra_fill, extra_len, extra_write) = if closed {
        (
            quote! {},
            quote! { { let _ = key; map.next_value::<::serde::de::IgnoredAny>()?; } },
            quote! {},
            quote! { 0 },
            quote! {},
        )
    } else {
        (
            quote! { let mut extra = ::std::collections::HashMap::new(); },
            quote! { { extra.insert(key, map.next_value()?); } },
            quote! { extra, },
            quote! { self.extra.len() },
            quote! { for (key, value) in &self.extra { map.serialize_entry(key, value)?; } },
        )
    };
    let count = idents.len();
    let length = if lenient.contains(&true) {
        quote! { None }
    } else {
        quote! { Some(#count + #extra_len) }
    };
    let writes = idents.iter().zip(keys).zip(lenient).map(|((ident, key), lenient)| {
        if *lenient {
            quote! {
                if self.#ident.is_some() || !self.extra.contains_key(#key) {
                    map.serialize_entry(#key, &self.#ident)?;
                }
            }
        } else {
            quote! { map.serialize_entry(#key, &self.#ident)?; }
        }
    });
    let script_keys: Vec<_> =
        idents.iter().map(|ident| plain_name(ident).to_lower_camel_case()).collect();
    let script_extra = if closed {
        quote! {}
    } else {
        quote! {
            // Most have none, and an empty object costs as much memory as seven fields.
            if !self.extra.is_empty() {
                map.serialize_entry("extra", &crate::model::Script(&self.extra))?;
            }
        }
    };
    let rescript = rescript::implementation(name, known, keys, lenient, closed);
    quote! {
        impl ::serde::Serialize for #name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use ::serde::ser::SerializeMap;
                let mut map = serializer.serialize_map(#length)?;
                #( #writes )*
                #extra_write
                map.end()
            }
        }

        #[cfg(any(test, feature = "node"))]
        impl crate::model::ToScript for #name {
            fn write<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use ::serde::ser::SerializeMap;
                let mut map = serializer.serialize_map(None)?;
                #( map.serialize_entry(#script_keys, &crate::model::Script(&self.#idents))?; )*
                #script_extra
                map.end()
            }
        }

        const _: () = {
            enum Key { Known(usize), Other(String) }

            impl<'de> ::serde::Deserialize<'de> for Key {
                fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    struct KeyVisitor;
                    impl ::serde::de::Visitor<'_> for KeyVisitor {
                        type Value = Key;
                        fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                            f.write_str("a field name")
                        }
                        fn visit_str<E: ::serde::de::Error>(self, key: &str) -> Result<Key, E> {
                            Ok(match key {
                                #( #keys => Key::Known(#indices), )*
                                _ => Key::Other(key.to_owned()),
                            })
                        }
                    }
                    deserializer.deserialize_identifier(KeyVisitor)
                }
            }

            impl<'de> ::serde::Deserialize<'de> for #name {
                fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    struct ModelVisitor;
                    impl<'de> ::serde::de::Visitor<'de> for ModelVisitor {
                        type Value = #name;
                        fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                            f.write_str(concat!("an object (", #name_text, ")"))
                        }
                        fn visit_map<A: ::serde::de::MapAccess<'de>>(self, mut map: A) -> Result<#name, A::Error> {
                            #( #slots )*
                            #extra_slot
                            while let Some(key) = map.next_key::<Key>()? {
                                match key {
                                    #( Key::Known(#indices) => #reads, )*
                                    Key::Known(_) => {}
                                    Key::Other(key) => #extra_read
                                }
                            }
                            Ok(#name { #( #fills, )* #extra_fill })
                        }
                    }
                    deserializer.deserialize_map(ModelVisitor)
                }
            }

            #rescript
        };
    }
}

/// `class`: the class of Python, which is the model itself unless `own` makes one.
fn python_impl(
    name: &Ident,
    class: &Ident,
    own: &TokenStream,
    fields: &[Ident],
    hidden: &[Option<TokenStream>],
) -> TokenStream {
    let name_text = name.to_string();
    let keys: Vec<_> = fields.iter().map(plain_name).collect();
    let module = format_ident!("python_of_{}", heck::AsSnakeCase(&name_text).to_string());
    let shown = fields.iter().zip(hidden).map(|(field, hidden)| match hidden {
        Some(hidden) => hidden.clone(),
        None => quote! { whole.#field.clone() },
    });
    let (whole, made, export) = if own.is_empty() {
        (quote! { self }, quote! { ::serde_json::from_str(text) }, quote! {})
    } else {
        (
            quote! { &*self.0.whole().map_err(crate::model::python::value_error)? },
            quote! { Lazy::from_json(text).map(Self) },
            quote! { #[cfg(feature = "python")] #[doc(hidden)] pub use #module::#class; },
        )
    };
    quote! {
        #export

        #[cfg(feature = "python")]
        mod #module {
            use super::*;
            use ::pyo3::prelude::*;

            #own

            #[pymethods]
            impl #class {
                fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
                    let whole = #whole;
                    let mut parts: Vec<String> = Vec::new();
                    #( parts.push(format!(
                        "{}={}", #keys, ::pyo3::IntoPyObjectExt::into_bound_py_any(#shown, py)?.repr()?
                    )); )*
                    Ok(format!("{}({})", #name_text, parts.join(", ")))
                }

                fn __reduce__(slf: PyRef<'_, Self>) -> PyResult<(Py<PyAny>, (String,))> {
                    let make = slf.py().get_type::<Self>().getattr("from_json")?.unbind();
                    Ok((make, (slf.to_json()?,)))
                }

                /// Makes the object from JSON text, as the service sends it. Raises ValueError.
                #[staticmethod]
                fn from_json(text: &str) -> PyResult<Self> {
                    #made.map_err(crate::model::python::value_error)
                }

                /// The object as JSON text, with the service's field names.
                fn to_json(&self) -> PyResult<String> {
                    let whole = #whole;
                    ::serde_json::to_string(whole).map_err(crate::model::python::value_error)
                }

                /// The object as plain dicts, lists and texts, with the service's field names.
                fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                    let whole = #whole;
                    let value = ::serde_json::to_value(whole).map_err(crate::model::python::value_error)?;
                    ::pyo3::IntoPyObject::into_pyobject(crate::model::Json(value), py)
                }
            }
        }
    }
}
