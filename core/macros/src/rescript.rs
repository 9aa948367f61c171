use crate::shared::{Shape, inner_of, is_integer, plain_name, shape};
use heck::ToLowerCamelCase;
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Field, Ident};

/// How the JSON of a model is rewritten for JavaScript. It stands beside the decoder, and reads the
/// names of fields as that does.
pub fn implementation(
    name: &Ident,
    known: &[Field],
    keys: &[String],
    lenient: &[bool],
    closed: bool,
) -> TokenStream {
    let name_text = name.to_string();
    let indices: Vec<_> = (0..known.len()).collect();
    let is_lenient = |index: &usize| lenient[*index];
    let script_keys: Vec<_> = known
        .iter()
        .filter_map(|field| field.ident.as_ref())
        .map(|ident| format!("\"{}\":", plain_name(ident).to_lower_camel_case()))
        .collect();
    let odd: Vec<_> = indices.iter().copied().filter(is_lenient).collect();

    let reads = known.iter().enumerate().map(|(index, field)| {
        if lenient[index] {
            return quote! { odd[#index] = Some(map.next_value()?) };
        }
        let (ty, key, script_key) = (&field.ty, &keys[index], &script_keys[index]);
        let ty = if is_integer(ty) {
            quote! { crate::model::de::Integer }
        } else {
            let inner = inner_of(ty, "Option").unwrap_or(ty);
            quote! { #inner }
        };
        let seed = match absent(field) {
            Some(absent) => quote! { Nullable::<#ty>::new(text, #absent) },
            None => quote! { Onto::<#ty>::new(text) },
        };
        quote! {{
            text.push_str(#script_key);
            let start = text.len();
            map.next_value_seed(#seed)?;
            let at = start..text.len();
            text.push(',');
            is_there[#index] = true;
            for mark in self.1.iter_mut().filter(|mark| mark.name == #key) {
                mark.at = at.clone();
            }
        }}
    });
    let fills =
        known.iter().enumerate().filter(|(index, _)| !lenient[*index]).map(|(index, field)| {
            let (key, script_key) = (&keys[index], &script_keys[index]);
            let fill = match absent(field) {
                Some(absent) => {
                    let member = format!("{script_key}{absent},");
                    quote! { text.push_str(#member) }
                }
                None => quote! { return Err(::serde::de::Error::missing_field(#key)) },
            };
            quote! { if !is_there[#index] { #fill; } }
        });
    // What has another shape than expected is kept as it is and costs nothing else.
    let odd_fills = odd.iter().map(|index| {
        let (ty, key, script_key) = (&known[*index].ty, &keys[*index], &script_keys[*index]);
        quote! {{
            text.push_str(#script_key);
            let start = text.len();
            let value = odd[#index].take().unwrap_or_default().0;
            if <#ty as Rescript>::rescript(&value, text, &mut []).is_err() {
                text.truncate(start);
                text.push_str("null");
                push_text(&mut extra, #key);
                extra.push(':');
                // Any value can be written.
                _ = Json::rescript(&value, &mut extra, &mut []);
                extra.push(',');
            }
            text.push(',');
        }}
    });
    let count = known.len();
    let odd_slots = if odd.is_empty() {
        quote! {}
    } else {
        quote! { let mut odd: [Option<Json>; #count] = [const { None }; #count]; }
    };
    let (extra_slot, extra_read, extra_fill) = if closed {
        (
            quote! {},
            quote! {{ let _ = key; map.next_value::<::serde::de::IgnoredAny>()?; }},
            quote! { close(text, start, '}'); },
        )
    } else {
        (
            quote! { let mut extra = String::new(); },
            quote! {{
                push_text(&mut extra, &key);
                extra.push(':');
                map.next_value_seed(Onto::<Json>::new(&mut extra))?;
                extra.push(',');
            }},
            quote! {
                if let Some(extra) = extra.strip_suffix(',') {
                    text.push_str("\"extra\":{");
                    text.push_str(extra);
                    text.push_str("},");
                }
                close(text, start, '}');
            },
        )
    };
    quote! {
        #[cfg(any(test, feature = "node"))]
        impl crate::model::rescript::Rescript for #name {
            fn rescript<'de, D: ::serde::Deserializer<'de>>(
                deserializer: D,
                text: &mut String,
                marks: &mut [crate::model::rescript::Mark],
            ) -> Result<(), D::Error> {
                #[allow(unused_imports)]
                use crate::model::{Json, rescript::{Mark, Nullable, Onto, Rescript, close, push_text}};
                use ::serde::de::{MapAccess, Visitor};

                struct Members<'a>(&'a mut String, &'a mut [Mark]);

                impl<'de> Visitor<'de> for Members<'_> {
                    type Value = ();

                    fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                        f.write_str(concat!("an object (", #name_text, ")"))
                    }

                    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
                        let text = self.0;
                        let mut is_there = [false; #count];
                        #odd_slots
                        #extra_slot
                        text.push('{');
                        #[allow(unused_variables)]
                        let start = text.len();
                        while let Some(key) = map.next_key::<Key>()? {
                            match key {
                                #( Key::Known(#indices) => #reads, )*
                                Key::Known(_) => {}
                                Key::Other(key) => #extra_read
                            }
                        }
                        #( #fills )*
                        #( #odd_fills )*
                        #extra_fill
                        Ok(())
                    }
                }

                deserializer.deserialize_map(Members(text, marks))
            }
        }
    }
}

/// What stands for a field that is absent or null.
fn absent(field: &Field) -> Option<&'static str> {
    match shape(&field.ty) {
        Shape::Required => None,
        Shape::Optional => Some("null"),
        Shape::Collection if inner_of(&field.ty, "Vec").is_some() => Some("[]"),
        Shape::Collection => Some("{}"),
    }
}
