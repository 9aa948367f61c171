//! What the core marks with `#[model]`, `#[options]`, `#[open_enum]` and `#[operations]`.

use crate::operation::{self, Resource};
use heck::ToSnakeCase;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};
use syn::{
    Attribute, Expr, ExprLit, Field, GenericArgument, Item, ItemEnum, ItemStruct, Lit, LitStr,
    Meta, PathArguments, Type, ext::IdentExt,
};

/// All definitions by name.
#[derive(Default)]
pub struct Definitions {
    /// Parts of the client, in the order in which it has them.
    pub resources: Vec<Resource>,
    /// Values that every language can make, with the methods that make new ones of them.
    pub values: Vec<Resource>,
    pub models: BTreeMap<String, Record>,
    pub options: BTreeMap<String, Record>,
    pub enums: BTreeMap<String, OpenEnum>,
}

/// A model, or the options of an operation.
pub struct Record {
    pub doc: String,
    pub fields: Vec<Member>,
    /// Whether it has no `extra`.
    pub closed: bool,
    /// Whether its class in Python decodes a field when it is read.
    pub lazy: bool,
}

pub struct Member {
    pub name: String,
    /// Its name in the service's JSON.
    pub wire: String,
    pub doc: String,
    pub shape: Shape,
    /// Whether it never shows in texts.
    pub is_secret: bool,
}

/// A set of texts that may grow.
pub struct OpenEnum {
    pub doc: String,
    pub known: Vec<Value>,
}

/// One of the texts of an open enum.
pub struct Value {
    /// Its name in Rust.
    pub name: String,
    /// The text of the service.
    pub text: String,
    pub doc: String,
}

/// The type of a field, as far as models may have one.
#[derive(Clone, PartialEq)]
pub enum Shape {
    Optional(Box<Self>),
    List(Box<Self>),
    /// Keys are always texts.
    Map(Box<Self>),
    Named(String),
}

/// Options of a list that say how it is read, not what is in it: they stand beside a cursor.
const BESIDE_CURSOR: [&str; 2] = ["prefetch", "concurrency"];

impl Definitions {
    /// Those of the options of a list that stand beside a cursor.
    pub fn beside_cursor(&self, options: &str) -> Vec<&str> {
        let fields = self.options.get(options).into_iter().flat_map(|options| &options.fields);
        let names = fields.map(|field| field.name.as_str());
        names.filter(|name| BESIDE_CURSOR.contains(name)).collect()
    }
}

/// Reads a folder of Rust source.
pub fn read(folder: &Path) -> Result<Definitions, String> {
    let mut definitions = Definitions::default();
    let mut items = Vec::new();
    for path in files(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let wrong = |error: String| format!("{}: {error}", path.display());
        let text = fs::read_to_string(&path).map_err(|error| wrong(error.to_string()))?;
        let opens = |line: &&str| line.trim_start().starts_with("///") && line.contains("/*");
        if let Some(line) = text.lines().find(opens) {
            // In Swift and Kotlin it would open a comment within the comment.
            return Err(wrong(format!("a doc comment must not have `/*`: {}", line.trim())));
        }
        let file = syn::parse_file(&text).map_err(|error| wrong(error.to_string()))?;
        collect(file.items.clone(), &mut definitions).map_err(wrong)?;
        items.extend(file.items);
    }
    definitions.resources = operation::read(&items, &definitions)?;
    definitions.values = operation::values(&items, &definitions)?;
    Ok(definitions)
}

fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    // What is made of them comes in the same order everywhere.
    found.sort();
    Ok(found)
}

fn collect(items: Vec<Item>, definitions: &mut Definitions) -> Result<(), String> {
    for item in items {
        match item {
            Item::Struct(item) => {
                let name = item.ident.to_string();
                if let Some(model) = marked(&item.attrs, "model") {
                    let is = |word| matches!(&model.meta, Meta::List(list) if list.tokens.to_string() == word);
                    let (closed, lazy) = (is("closed"), is("lazy"));
                    definitions.models.insert(name, Record { lazy, ..record(item, closed)? });
                } else if marked(&item.attrs, "options").is_some() {
                    definitions.options.insert(name, record(item, true)?);
                }
            }
            Item::Enum(item) if marked(&item.attrs, "open_enum").is_some() => {
                definitions.enums.insert(item.ident.to_string(), open_enum(item)?);
            }
            Item::Mod(item) => {
                collect(item.content.map(|content| content.1).unwrap_or_default(), definitions)?;
            }
            _ => {}
        }
    }
    Ok(())
}

pub(crate) fn marked<'a>(attributes: &'a [Attribute], name: &str) -> Option<&'a Attribute> {
    attributes.iter().find(|attribute| attribute.path().is_ident(name))
}

fn record(item: ItemStruct, closed: bool) -> Result<Record, String> {
    let owner = item.ident.to_string();
    let fields = item.fields.into_iter().map(|field| member(&owner, field));
    let fields = fields.collect::<Result<_, _>>()?;
    Ok(Record { doc: doc(&item.attrs), fields, closed, lazy: false })
}

fn member(owner: &str, field: Field) -> Result<Member, String> {
    let name = field.ident.as_ref().map(|ident| ident.unraw().to_string()).unwrap_or_default();
    let shape = shape(&field.ty)
        .ok_or_else(|| format!("the type of {owner}.{name} is none that a model may have"))?;
    let wire = wire(&field.attrs)?.unwrap_or_else(|| name.clone());
    let is_secret = marked(&field.attrs, "secret").is_some();
    Ok(Member { name, wire, doc: doc(&field.attrs), shape, is_secret })
}

pub(crate) fn shape(ty: &Type) -> Option<Shape> {
    let Type::Path(path) = ty else { return None };
    let segment = path.path.segments.last()?;
    let inner = |index: usize| match &segment.arguments {
        PathArguments::AngleBracketed(arguments) => match arguments.args.iter().nth(index)? {
            GenericArgument::Type(ty) => shape(ty).map(Box::new),
            _ => None,
        },
        _ => None,
    };
    Some(match segment.ident.to_string().as_str() {
        "Option" => Shape::Optional(inner(0)?),
        "Vec" => Shape::List(inner(0)?),
        "HashMap" => match *inner(0)? {
            Shape::Named(key) if key == "String" => Shape::Map(inner(1)?),
            _ => return None,
        },
        name => Shape::Named(name.to_owned()),
    })
}

fn open_enum(item: ItemEnum) -> Result<OpenEnum, String> {
    let mut known = Vec::new();
    for variant in item.variants {
        let name = variant.ident.to_string();
        let text = wire(&variant.attrs)?.unwrap_or_else(|| name.to_snake_case());
        known.push(Value { name, text, doc: doc(&variant.attrs) });
    }
    Ok(OpenEnum { doc: doc(&item.attrs), known })
}

/// The argument of `#[wire("…")]`.
fn wire(attributes: &[Attribute]) -> Result<Option<String>, String> {
    let text = marked(attributes, "wire").map(|wire| wire.parse_args::<LitStr>());
    Ok(text.transpose().map_err(|error| error.to_string())?.map(|text| text.value()))
}

/// The text of a doc comment.
pub(crate) fn doc(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    });
    lines.map(|line| line.trim().to_owned()).collect::<Vec<_>>().join("\n")
}
