//! `#[model]`, `#[options]` and `#[open_enum]`: one definition in the core, one type in every language.
//!
//! The generated `cfg`s are evaluated in the crate that uses the macros: its features `python`,
//! `node` and `uniffi` decide which glue is compiled. With none of them, only plain Rust with
//! serde remains.

mod lazy;
mod model;
mod open_enum;
mod options;
mod rescript;
mod shared;

use proc_macro::TokenStream;

/// A record of an answer: `struct` in Rust and Swift, frozen class in Python, interface in
/// TypeScript, data class in Kotlin.
///
/// Adds the field `extra`, which keeps the JSON fields that this version does not know;
/// `#[model(closed)]` leaves it out, for records that never came from JSON of the service.
/// `#[model(lazy)]` makes its class in Python one that decodes a field when it is read, for what is listed by the
/// thousand; its first field is its identifier, and the class is named `…Object` in Rust.
/// Optional fields may be null or absent; collections may be null or absent and are then empty.
/// `#[wire("…")]` on a field gives its name in JSON; one marked `#[secret]` never shows in texts;
/// one marked `#[lenient]` may have any shape: what cannot be decoded is kept in `extra`.
#[proc_macro_attribute]
pub fn model(attr: TokenStream, item: TokenStream) -> TokenStream {
    shared::expand(model::expand(attr.into(), item.into()))
}

/// The named arguments of an operation: a struct with defaults in Rust, Swift and Kotlin,
/// keyword arguments in Python, an interface of optional members in TypeScript.
///
/// Every field is an `Option`. They can be read from JSON and the like. A field marked `#[secret]`
/// never shows in `Debug`.
#[proc_macro_attribute]
pub fn options(attr: TokenStream, item: TokenStream) -> TokenStream {
    shared::expand(options::expand(attr.into(), item.into()))
}

/// A set of texts that may grow: an enum with `Unknown` in Rust, Swift and Kotlin, a plain
/// string in Python and TypeScript. `#[wire("…")]` on a variant gives its text; the default is
/// its name in snake case.
#[proc_macro_attribute]
pub fn open_enum(attr: TokenStream, item: TokenStream) -> TokenStream {
    shared::expand(open_enum::expand(attr.into(), item.into()))
}

/// Marks the methods of a part of the client that every language offers; what they look like there
/// is generated from their signatures and docs. Leaves them as they are.
#[proc_macro_attribute]
pub fn operations(_: TokenStream, item: TokenStream) -> TokenStream {
    item
}
