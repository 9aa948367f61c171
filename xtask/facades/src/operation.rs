//! The methods that every language offers: the `impl` blocks marked `#[operations]`.

use crate::source::{Definitions, Shape, doc, marked, shape};
use heck::ToSnakeCase;
use syn::{
    FnArg, GenericArgument, ImplItem, ImplItemFn, Item, ItemImpl, Pat, PathArguments, ReturnType,
    Type, TypeParamBound, Visibility,
};

/// A part of the client, such as its files.
pub struct Resource {
    /// Its type, such as `Files`.
    pub name: String,
    /// What the client calls it, such as `files`.
    pub field: String,
    /// What the type says of itself.
    pub doc: String,
    /// What the client says of it.
    pub field_doc: String,
    pub owner: Owner,
    pub operations: Vec<Operation>,
}

/// What has a part.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// The client of a project.
    Client,
    /// The client of an account. For the glue its parts are those of the same native object.
    Account,
    /// Nothing: it is a value that every language can make, whose methods give new ones.
    Nobody,
}

/// A method of a part of the client.
pub struct Operation {
    pub name: String,
    pub doc: Doc,
    /// Whether it sends something. The others answer at once.
    pub is_async: bool,
    pub parameters: Vec<Parameter>,
    /// Type of its options, always the last argument.
    pub options: Option<String>,
    pub result: Outcome,
}

pub struct Parameter {
    pub name: String,
    pub kind: Kind,
}

/// What an argument is.
#[derive(Clone, PartialEq)]
pub enum Kind {
    /// Anything that stands for a file; crosses as text.
    File,
    /// Several of those; cross as texts.
    Files,
    /// Anything that stands for a group; crosses as text.
    Group,
    Text,
    Texts,
    Integer,
    Boolean,
    /// Pixels or per cent.
    Length,
    Lengths,
    /// A value of an open enum.
    Enum(String),
}

impl Kind {
    /// The Rust type that crosses, and how the call of the core borrows it.
    pub fn crossing(&self) -> (&str, &str) {
        match self {
            Self::File | Self::Group => ("String", ""),
            Self::Text => ("String", "&"),
            Self::Files | Self::Texts => ("Vec<String>", ""),
            Self::Integer => ("i64", ""),
            Self::Boolean => ("bool", ""),
            Self::Length => ("Length", ""),
            Self::Lengths => ("Vec<Length>", ""),
            Self::Enum(name) => (name, ""),
        }
    }
}

/// What an operation gives.
#[derive(Clone, PartialEq)]
pub enum Outcome {
    Nothing,
    /// A model, a text, or a collection of those.
    Value(Shape),
    /// A list of these items, fetched page by page.
    List(String),
    /// A job; crosses as a `JobRecord`.
    Job,
    /// Several jobs and problems; cross as a `ConversionBatchRecord`.
    Jobs,
    /// The same kind of value, changed.
    Own,
}

/// The parts of a doc comment. Names in backticks are as Rust has them.
#[derive(Default)]
pub struct Doc {
    /// What it does: paragraphs.
    pub about: Vec<String>,
    /// Text by name of the parameter; `options` is one.
    pub parameters: Vec<(String, String)>,
    pub returns: Option<String>,
    /// Kinds of errors in backticks, and when they come.
    pub errors: Option<String>,
    /// Where in the API reference the fact is from.
    pub reference: Option<String>,
}

impl Operation {
    /// The text on a parameter.
    pub fn about(&self, parameter: &str) -> &str {
        let mut texts = self.doc.parameters.iter();
        texts.find(|(name, _)| name == parameter).map_or("", |(_, text)| text)
    }
}

/// Parts of the client of which every language writes some methods by hand, for what they take has no common shape;
/// and the classes of the others, which theirs go on from.
const BY_HAND: [(&str, &str); 2] =
    [("Delivery", "DeliveryOperations"), ("Uploads", "UploadOperations")];

/// Types whose methods give new values of them.
const VALUES: [&str; 1] = ["Transformation"];

impl Resource {
    /// The class of the generated methods.
    pub fn class(&self) -> &str {
        BY_HAND.iter().find(|(name, _)| *name == self.name).map_or(&self.name, |(_, class)| class)
    }

    /// Whether the generated methods are not all of them.
    pub fn is_partial(&self) -> bool {
        self.class() != self.name
    }
}

/// Finds the parts of the client and their operations.
pub(crate) fn read(items: &[Item], definitions: &Definitions) -> Result<Vec<Resource>, String> {
    let mut resources = Vec::new();
    let parts = [("Client", Owner::Client), ("AccountClient", Owner::Account)]
        .into_iter()
        .flat_map(|(client, owner)| fields(items, client).into_iter().map(move |it| (it, owner)));
    for ((field, name, field_doc), owner) in parts {
        let blocks = items.iter().filter_map(|item| match item {
            Item::Impl(block) if marked(&block.attrs, "operations").is_some() => Some(block),
            _ => None,
        });
        let mut blocks =
            blocks.filter(|block| type_name(&block.self_ty).is_some_and(|own| own == name));
        let Some(block) = blocks.next() else {
            return Err(format!("{name} has no `impl` block marked `#[operations]`"));
        };
        if blocks.next().is_some() {
            return Err(format!("{name} has its operations in more than one block"));
        }
        let own = items.iter().find_map(|item| match item {
            Item::Struct(item) if item.ident == name => Some(doc(&item.attrs)),
            _ => None,
        });
        let operations = operations(&name, block, definitions)?;
        let doc = own.unwrap_or_default();
        resources.push(Resource { name, field, doc, field_doc, owner, operations });
    }
    Ok(resources)
}

/// Finds the values, whose methods may stand in several blocks.
pub(crate) fn values(items: &[Item], definitions: &Definitions) -> Result<Vec<Resource>, String> {
    VALUES
        .iter()
        .map(|name| {
            let mut found = Vec::new();
            let mut about = String::new();
            for item in items {
                match item {
                    Item::Impl(block)
                        if marked(&block.attrs, "operations").is_some()
                            && type_name(&block.self_ty).as_deref() == Some(name) =>
                    {
                        found.extend(operations(name, block, definitions)?);
                    }
                    Item::Struct(item) if item.ident == name => about = doc(&item.attrs),
                    _ => {}
                }
            }
            Ok(Resource {
                name: (*name).to_owned(),
                field: name.to_snake_case(),
                doc: about,
                field_doc: String::new(),
                owner: Owner::Nobody,
                operations: found,
            })
        })
        .collect()
}

/// The getters of a client: name, type and doc.
fn fields(items: &[Item], client: &str) -> Vec<(String, String, String)> {
    let blocks = items.iter().filter_map(|item| match item {
        Item::Impl(block) if type_name(&block.self_ty).as_deref() == Some(client) => Some(block),
        _ => None,
    });
    let methods = blocks.flat_map(|block| &block.items).filter_map(|item| match item {
        ImplItem::Fn(method)
            if is_public(method) && !is_hidden(method) && method.sig.inputs.len() == 1 =>
        {
            Some(method)
        }
        _ => None,
    });
    methods
        .filter_map(|method| {
            let ReturnType::Type(_, ty) = &method.sig.output else { return None };
            let name = type_name(ty)
                .filter(|name| !["Self", "String", "Result", "Client"].contains(&name.as_str()))?;
            Some((method.sig.ident.to_string(), name, doc(&method.attrs)))
        })
        .collect()
}

/// Whether it is none of what users see.
fn is_hidden(method: &ImplItemFn) -> bool {
    method.attrs.iter().any(|attribute| {
        attribute.path().is_ident("doc")
            && attribute.parse_args::<syn::Ident>().is_ok_and(|word| word == "hidden")
    })
}

fn is_public(method: &ImplItemFn) -> bool {
    matches!(method.vis, Visibility::Public(_))
}

fn operations(
    owner: &str,
    block: &ItemImpl,
    definitions: &Definitions,
) -> Result<Vec<Operation>, String> {
    let methods = block.items.iter().filter_map(|item| match item {
        ImplItem::Fn(method) if is_public(method) => Some(method),
        _ => None,
    });
    methods
        .map(|method| {
            operation(method, definitions)
                .map_err(|error| format!("{owner}::{}: {error}", method.sig.ident))
        })
        .collect()
}

fn operation(method: &ImplItemFn, definitions: &Definitions) -> Result<Operation, String> {
    let mut parameters = Vec::new();
    let mut options = None;
    for input in &method.sig.inputs {
        let FnArg::Typed(input) = input else { continue };
        let Pat::Ident(name) = &*input.pat else {
            return Err("a parameter has no name".to_owned());
        };
        let name = name.ident.to_string();
        match type_name(&input.ty) {
            Some(ty) if definitions.options.contains_key(&ty) => options = Some(ty),
            _ if options.is_some() => return Err("something comes after the options".to_owned()),
            _ => {
                let kind = kind(&input.ty, definitions)
                    .ok_or_else(|| format!("`{name}` is of a type that cannot cross"))?;
                parameters.push(Parameter { name, kind });
            }
        }
    }
    let doc = sections(&doc(&method.attrs));
    let named: Vec<&str> = parameters
        .iter()
        .map(|parameter| parameter.name.as_str())
        .chain(options.iter().map(|_| "options"))
        .collect();
    let told: Vec<&str> = doc.parameters.iter().map(|(name, _)| name.as_str()).collect();
    if named != told {
        return Err(format!("its docs tell of {told:?}, not of {named:?}"));
    }
    Ok(Operation {
        name: method.sig.ident.to_string(),
        doc,
        is_async: method.sig.asyncness.is_some(),
        parameters,
        options,
        result: outcome(&method.sig.output)?,
    })
}

fn kind(ty: &Type, definitions: &Definitions) -> Option<Kind> {
    match ty {
        Type::Reference(reference) => (type_name(&reference.elem)? == "str").then_some(Kind::Text),
        Type::ImplTrait(_) => {
            let (outer, inner) = bound(ty)?;
            match (outer.as_str(), inner) {
                ("Into", inner) => Some(match type_name(inner)?.as_str() {
                    "FileReference" => Kind::File,
                    "GroupReference" => Kind::Group,
                    "Length" => Kind::Length,
                    _ => return None,
                }),
                ("IntoIterator", inner) => {
                    let (_, item) = bound(inner)?;
                    Some(match type_name(item)?.as_str() {
                        "FileReference" => Kind::Files,
                        "Length" => Kind::Lengths,
                        "String" => Kind::Texts,
                        _ => return None,
                    })
                }
                _ => None,
            }
        }
        _ => match type_name(ty)?.as_str() {
            "i64" => Some(Kind::Integer),
            "bool" => Some(Kind::Boolean),
            name if definitions.enums.contains_key(name) => Some(Kind::Enum(name.to_owned())),
            _ => None,
        },
    }
}

/// `impl Outer<Inner>` or `impl Outer<Item = Inner>`.
fn bound(ty: &Type) -> Option<(String, &Type)> {
    let Type::ImplTrait(ty) = ty else { return None };
    let TypeParamBound::Trait(bound) = ty.bounds.first()? else { return None };
    let segment = bound.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    let inner = arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        GenericArgument::AssocType(item) => Some(&item.ty),
        _ => None,
    })?;
    Some((segment.ident.to_string(), inner))
}

fn outcome(output: &ReturnType) -> Result<Outcome, String> {
    let wrong = || "it does not give a `Result` of what can cross".to_owned();
    let ReturnType::Type(_, ty) = output else { return Err(wrong()) };
    let inner = inner(ty, "Result").ok_or_else(wrong)?;
    if matches!(inner, Type::Tuple(tuple) if tuple.elems.is_empty()) {
        return Ok(Outcome::Nothing);
    }
    if let Some(item) = self::inner(inner, "List") {
        return Ok(Outcome::List(type_name(item).ok_or_else(wrong)?));
    }
    Ok(match type_name(inner).as_deref() {
        Some("Job") => Outcome::Job,
        Some("ConversionBatch") => Outcome::Jobs,
        Some("Self") => Outcome::Own,
        _ => Outcome::Value(shape(inner).ok_or_else(wrong)?),
    })
}

fn inner<'a>(ty: &'a Type, outer: &str) -> Option<&'a Type> {
    let Type::Path(path) = ty else { return None };
    let segment = path.path.segments.last().filter(|segment| segment.ident == outer)?;
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

fn type_name(ty: &Type) -> Option<String> {
    let Type::Path(path) = ty else { return None };
    path.path.segments.last().map(|segment| segment.ident.to_string())
}

/// Takes a doc comment apart.
fn sections(text: &str) -> Doc {
    let mut doc = Doc::default();
    for paragraph in text.split("\n\n") {
        let mut about = String::new();
        // Where the lines of a paragraph go until another section begins.
        let mut place: Option<Section> = None;
        for line in paragraph.lines() {
            let begun = begin(line, &mut doc);
            let rest = match &begun {
                Some((_, rest)) => rest.as_str(),
                None => line,
            };
            if let Some((section, _)) = begun {
                place = Some(section);
            }
            let text = match place {
                None => &mut about,
                Some(Section::Parameter) => match doc.parameters.last_mut() {
                    Some((_, text)) => text,
                    None => &mut about,
                },
                Some(Section::Returns) => doc.returns.get_or_insert_default(),
                Some(Section::Errors) => doc.errors.get_or_insert_default(),
                Some(Section::Reference) => doc.reference.get_or_insert_default(),
            };
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(rest.trim());
        }
        if !about.is_empty() {
            doc.about.push(about);
        }
    }
    doc
}

#[derive(Clone, Copy)]
enum Section {
    Parameter,
    Returns,
    Errors,
    Reference,
}

fn begin(line: &str, doc: &mut Doc) -> Option<(Section, String)> {
    for (mark, section) in [
        ("Returns: ", Section::Returns),
        ("Errors: ", Section::Errors),
        ("Reference: ", Section::Reference),
    ] {
        if let Some(rest) = line.strip_prefix(mark) {
            return Some((section, rest.to_owned()));
        }
    }
    let (name, rest) = line.strip_prefix('`')?.split_once("`: ")?;
    doc.parameters.push((name.to_owned(), String::new()));
    Some((Section::Parameter, rest.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn docs_in_parts() {
        let doc = sections(
            "Copies a file.\nTwice.\n\nMore of it.\n\n`file`: the file,\nor its URL.\n\
             `options`: how.\nReturns: the copy.\nErrors: `not_found` if\nthere is none.\n\
             Reference: REST API, Copy.",
        );
        assert_eq!(doc.about, ["Copies a file. Twice.", "More of it."]);
        assert_eq!(doc.parameters[0], ("file".into(), "the file, or its URL.".into()));
        assert_eq!(doc.parameters[1].1, "how.");
        assert_eq!(doc.returns.as_deref(), Some("the copy."));
        assert_eq!(doc.errors.as_deref(), Some("`not_found` if there is none."));
        assert_eq!(doc.reference.as_deref(), Some("REST API, Copy."));
    }
}
