use proc_macro2::TokenStream;
use syn::{Attribute, Field, GenericArgument, Ident, LitStr, PathArguments, Type, ext::IdentExt};

pub fn expand(result: syn::Result<TokenStream>) -> proc_macro::TokenStream {
    result.unwrap_or_else(|error| error.to_compile_error()).into()
}

/// The name of a field without a raw prefix, as JSON and Python have it.
pub fn plain_name(ident: &Ident) -> String {
    ident.unraw().to_string()
}

/// What a field's type asks of the decoder.
#[derive(PartialEq)]
pub enum Shape {
    Required,
    Optional,
    Collection,
}

pub fn shape(ty: &Type) -> Shape {
    match last_segment(ty).as_deref() {
        Some("Option") => Shape::Optional,
        Some("Vec" | "HashMap") => Shape::Collection,
        _ => Shape::Required,
    }
}

/// Integers are decoded leniently: the service has sent numbers as text and as floats.
pub fn is_integer(ty: &Type) -> bool {
    last_segment(ty).as_deref() == Some("i64")
        || inner_of(ty, "Option").is_some_and(|inner| last_segment(inner).as_deref() == Some("i64"))
}

pub fn last_segment(ty: &Type) -> Option<String> {
    match ty {
        Type::Path(path) => path.path.segments.last().map(|s| s.ident.to_string()),
        _ => None,
    }
}

pub fn inner_of<'a>(ty: &'a Type, outer: &str) -> Option<&'a Type> {
    let Type::Path(path) = ty else { return None };
    let segment = path.path.segments.last().filter(|s| s.ident == outer)?;
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

/// Removes a marker attribute from a field and says whether it was there.
pub fn take_marker(field: &mut Field, name: &str) -> bool {
    let before = field.attrs.len();
    field.attrs.retain(|attribute: &Attribute| !attribute.path().is_ident(name));
    field.attrs.len() != before
}

/// The name of a field in the service's JSON: `#[wire("…")]`, else its own.
pub fn take_wire(field: &mut Field) -> syn::Result<String> {
    let mut wire = field.ident.as_ref().map(plain_name).unwrap_or_default();
    for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident("wire")) {
        wire = attribute.parse_args::<LitStr>()?.value();
    }
    take_marker(field, "wire");
    Ok(wire)
}
