//! The public names of each language, read from the sources: no toolchain is needed for it, so a
//! change shows on every machine.

use crate::root;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// A language of the SDK.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// The core itself.
    Rust,
    /// `bindings-python`.
    Python,
    /// `bindings-node`.
    Node,
    /// `bindings-swift`.
    Swift,
    /// `bindings-kotlin`.
    Kotlin,
}

/// Types of UniFFI that Swift and Kotlin extend.
const VALUES: [&str; 2] = ["Length", "Transformation"];

/// All of them.
pub const LANGUAGES: [Language; 5] =
    [Language::Rust, Language::Python, Language::Node, Language::Swift, Language::Kotlin];

/// Public types and their public members.
pub type Surface = BTreeMap<String, BTreeSet<String>>;

impl Language {
    /// Name of the snapshot.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rust => "rust",
            Self::Python => "python",
            Self::Node => "node",
            Self::Swift => "swift",
            Self::Kotlin => "kotlin",
        }
    }

    /// A name of the core as the language spells it.
    pub fn spell(self, name: &str) -> String {
        if matches!(self, Self::Rust | Self::Python) {
            return name.to_owned();
        }
        let mut spelled = String::new();
        for (at, word) in name.split('_').enumerate() {
            let mut letters = word.chars();
            match letters.next() {
                Some(first) if at > 0 => spelled.extend(first.to_uppercase()),
                Some(first) => spelled.push(first),
                None => {}
            }
            spelled.push_str(letters.as_str());
        }
        spelled
    }

    /// Reads the public surface from the sources.
    ///
    /// # Panics
    /// If a source cannot be read.
    pub fn surface(self) -> Surface {
        match self {
            Self::Rust => rust(),
            Self::Python => python(),
            Self::Node => node(),
            Self::Swift => swift(),
            Self::Kotlin => kotlin(),
        }
    }
}

/// The surface as text: one `Type` or `Type.member` a line.
pub fn text(surface: &Surface) -> String {
    let mut lines = String::new();
    for (name, members) in surface {
        lines.push_str(&format!("{name}\n"));
        for member in members {
            lines.push_str(&format!("{name}.{member}\n"));
        }
    }
    lines
}

fn sources(folder: &str, extensions: &[&str]) -> Vec<String> {
    fn walk(folder: &Path, extensions: &[&str], found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}")) {
            let path = entry.expect("a folder entry").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() {
                walk(&path, extensions, found);
            } else if extensions.iter().any(|extension| name.ends_with(extension)) {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), extensions, &mut found);
    found.sort();
    found.iter().map(|path| fs::read_to_string(path).expect("a text file")).collect()
}

/// The identifier at the start of a text.
fn word(text: &str) -> &str {
    let text = text.trim_start_matches("r#").trim_start_matches(['`', '(', '"']);
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    &text[..end]
}

/// What follows the first of the prefixes that fits.
fn after<'a>(line: &'a str, prefixes: &[&str]) -> Option<&'a str> {
    prefixes.iter().find_map(|prefix| line.strip_prefix(prefix)).map(word)
}

fn add(surface: &mut Surface, owner: &str, member: &str) {
    if !owner.is_empty() && !member.is_empty() {
        surface.entry(owner.to_owned()).or_default().insert(member.to_owned());
    }
}

fn rust() -> Surface {
    let mut all = Surface::new();
    let mut models = BTreeSet::new();
    for source in sources("core/src", &[".rs"]) {
        let source = source.split("#[cfg(test)]").next().unwrap_or_default();
        let (mut owner, mut hidden, mut model) = (String::new(), false, None);
        for line in source.lines() {
            model = line.strip_prefix("#[model").or(model);
            if let Some(name) = after(line, &["pub struct ", "pub enum ", "pub trait "]) {
                owner = name.to_owned();
                hidden = false;
                all.entry(owner.clone()).or_default();
                if let Some(kind) = model.take() {
                    models.insert(name.to_owned());
                    if !kind.contains("closed") {
                        add(&mut all, name, "extra");
                    }
                }
            } else if let Some(rest) = line.strip_prefix("impl") {
                // `impl<T: Bound> Name<T> {`; an impl of a trait adds no name of its own.
                let rest = match rest.split_once("> ") {
                    Some((_, name)) if rest.starts_with('<') => name,
                    _ => rest.trim_start(),
                };
                owner = if line.contains(" for ") { String::new() } else { word(rest).to_owned() };
            } else if line == "}" {
                owner.clear();
            } else if line.contains("#[doc(hidden)]") {
                hidden = true;
            } else if let Some(name) =
                after(line, &["    pub async fn ", "    pub fn ", "    pub const ", "    pub "])
                && !std::mem::take(&mut hidden)
                && !line.contains("pub(")
            {
                add(&mut all, &owner, name);
            }
        }
    }
    let lib = fs::read_to_string(root().join("core/src/lib.rs")).expect("lib.rs");
    let exported: BTreeSet<&str> = lib
        .split("\npub use ")
        .skip(1)
        .filter_map(|rest| rest.split(';').next())
        .flat_map(|names| names.split(|c: char| !c.is_alphanumeric() && c != '_'))
        .collect();
    all.retain(|name, _| exported.contains(name.as_str()) || models.contains(name));
    all
}

fn python() -> Surface {
    let mut all = Surface::new();
    let mut bases: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in sources("bindings-python/python/uploadcare_sdk", &[".py", ".pyi"]) {
        let mut owner = String::new();
        for line in source.lines() {
            if let Some(name) = line.strip_prefix("class ") {
                owner = word(name).to_owned();
                all.entry(owner.clone()).or_default();
                let parents = name[word(name).len()..].split(['(', ')', ',', '[', ']', ' ', ':']);
                bases.insert(owner.clone(), parents.map(str::to_owned).collect());
            } else if !line.is_empty() && !line.starts_with([' ', ')', '#', '@']) {
                owner.clear();
            } else if let Some(name) = after(line, &["    def ", "    async def "]) {
                add(&mut all, &owner, name);
            } else if let Some(rest) = line.strip_prefix("    ")
                && !rest.starts_with(' ')
                && rest[word(rest).len()..].starts_with(": ")
            {
                add(&mut all, &owner, word(rest));
            }
        }
    }
    inherit(&mut all, &bases);
    let package = root().join("bindings-python/python/uploadcare_sdk");
    let exported = ["__init__.py", "_generated/__init__.py", "exceptions.py"].map(|name| {
        let text = fs::read_to_string(package.join(name)).expect(name);
        text.split_once("__all__ = ").map(|(_, names)| names.to_owned()).unwrap_or_default()
    });
    let exported = exported.concat();
    all.retain(|name, _| exported.contains(&format!("\"{name}\"")));
    all.values_mut().for_each(|members| members.retain(|member| !member.starts_with('_')));
    all
}

/// Members of a base are members of the types over it.
fn inherit(all: &mut Surface, bases: &BTreeMap<String, Vec<String>>) {
    for name in all.keys().cloned().collect::<Vec<_>>() {
        let mut wanted = bases.get(&name).cloned().unwrap_or_default();
        while let Some(base) = wanted.pop() {
            let inherited = all.get(&base).cloned().unwrap_or_default();
            all.entry(name.clone()).or_default().extend(inherited);
            wanted.extend(bases.get(&base).cloned().unwrap_or_default());
        }
    }
    all.retain(|name, _| !name.is_empty());
}

fn node() -> Surface {
    let mut all = Surface::from([("Error".to_owned(), BTreeSet::from(["message".to_owned()]))]);
    let mut bases: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut texts = sources("bindings-node/src-ts", &[".ts"]);
    texts.extend(sources("bindings-node/native/generated", &["models.d.ts"]));
    for source in &texts {
        let (mut owner, mut internal) = (String::new(), false);
        for line in source.lines() {
            let starts = [
                "export class ",
                "export interface ",
                "export declare class ",
                "export abstract class ",
            ];
            if let Some(name) = after(line, &starts) {
                owner = name.to_owned();
                all.entry(owner.clone()).or_default();
                let parents = line.split_once("extends ").map_or("", |(_, parents)| parents);
                bases.insert(
                    owner.clone(),
                    parents.split(", ").map(|name| word(name).to_owned()).collect(),
                );
            } else if line.starts_with('}') {
                owner.clear();
            } else if line.contains("@internal") {
                internal = true;
            } else if let Some(rest) = line.strip_prefix("  ")
                && !rest.starts_with([' ', '*', '/', '#', '}', '[', ')'])
                && !rest.starts_with("private ")
                && !rest.starts_with("protected ")
            {
                let rest = ["override ", "declare ", "static ", "readonly ", "async ", "get "]
                    .iter()
                    .fold(rest, |rest, prefix| rest.strip_prefix(prefix).unwrap_or(rest));
                let name = word(rest);
                let member = rest[name.len()..].starts_with(['(', ':', '?', '<', ';', ' ']);
                let skipped = std::mem::take(&mut internal) || name == "constructor";
                if member && !skipped {
                    add(&mut all, &owner, name);
                }
            }
        }
    }
    inherit(&mut all, &bases);
    let index = ["index.ts", "generated/index.ts"].map(|name| {
        fs::read_to_string(root().join("bindings-node/src-ts").join(name)).expect(name)
    });
    let index = index.concat();
    let whole = |name: &str| {
        texts.iter().any(|text| {
            let first = text.contains(&format!("export interface {name} "));
            first && !text.contains("import ")
        })
    };
    all.remove("Error");
    all.retain(|name, _| index.contains(name.as_str()) || name.ends_with("Error") || whole(name));
    all
}

fn swift() -> Surface {
    let mut all = declared(
        &sources("bindings-swift/Sources/UploadcareSDK", &[".swift"]),
        &[
            "public struct ",
            "public final class ",
            "public enum ",
            "public typealias ",
            "public protocol ",
        ],
        &[
            "public func ",
            "public var ",
            "public let ",
            "public static let ",
            "public mutating func ",
        ],
    );
    let generated = declared(
        &sources("bindings-swift/Sources/UploadcareBindings/generated", &["uploadcare.swift"]),
        &["public struct ", "public enum ", "public indirect enum "],
        &["public let ", "case "],
    );
    for (name, members) in generated {
        if let Some(known) = all.get_mut(&name) {
            known.extend(members);
        } else if VALUES.contains(&name.as_str()) {
            all.insert(name, members);
        }
    }
    // What these can do stands in extensions.
    for source in sources("bindings-swift/Sources/UploadcareSDK", &[".swift"]) {
        let mut owner = "";
        for line in source.lines() {
            if let Some(name) = after(line, &["extension ", "public extension "]) {
                owner = VALUES.iter().find(|value| **value == name).copied().unwrap_or_default();
            } else if line.starts_with('}') {
                owner = "";
            } else if let Some(name) = after(line.trim_start(), &["public func ", "public var "]) {
                add(&mut all, owner, name);
            }
        }
    }
    all
}

fn kotlin() -> Surface {
    let mut all = declared(
        &sources("bindings-kotlin/src/main/kotlin", &[".kt"]),
        &[
            "public class ",
            "public abstract class ",
            "public open class ",
            "public data class ",
            "public object ",
            "public interface ",
            "public fun interface ",
            "public sealed class ",
        ],
        &[
            "public operator fun ",
            "public suspend operator fun ",
            "val ",
            "override val ",
            "public fun ",
            "public suspend fun ",
            "public val ",
            "public const val ",
            "public override fun ",
            "public override suspend fun ",
            "override fun ",
            "override suspend fun ",
        ],
    );
    let generated = declared(
        &sources("bindings-kotlin/src/main/generated/com/uploadcare/sdk/model", &[".kt"]),
        &["data class "],
        &["val `"],
    );
    all.extend(generated);
    // What values can do stands in extensions.
    for source in sources("bindings-kotlin/src/main/kotlin", &[".kt"]) {
        for line in source.lines() {
            for value in VALUES {
                let starts = ["fun", "val"].map(|what| format!("public {what} {value}."));
                if let Some(rest) =
                    starts.iter().find_map(|start| line.strip_prefix(start.as_str()))
                {
                    add(&mut all, value, word(rest));
                }
            }
        }
    }
    // The parts of the client are in its base class.
    let parts = all.remove("Resources").unwrap_or_default();
    all.entry("Uploadcare".to_owned()).or_default().extend(parts);
    let parts = all.remove("AccountResources").unwrap_or_default();
    all.entry("AccountClient".to_owned()).or_default().extend(parts);
    for (generated, name) in [("UploadOperations", "Uploads"), ("DeliveryOperations", "Delivery")] {
        let generated = all.remove(generated).unwrap_or_default();
        all.entry(name.to_owned()).or_default().extend(generated);
    }
    all
}

/// Swift and Kotlin: the owner is the last type declared outside of braces, or extended.
fn declared(texts: &[String], types: &[&str], members: &[&str]) -> Surface {
    let mut all = Surface::new();
    // A type may be extended in a file before the one that declares it.
    let mut known = BTreeSet::new();
    for text in texts {
        let mut owner = String::new();
        for line in text.lines() {
            if let Some(name) = after(line, types) {
                owner = name.to_owned();
                known.insert(owner.clone());
                all.entry(owner.clone()).or_default();
            } else if let Some(name) = after(line, &["extension ", "public extension "]) {
                owner = name.to_owned();
            } else if line.starts_with('}')
                || line.starts_with("private ")
                || line.starts_with("internal ")
            {
                owner.clear();
            } else if line.starts_with(' ')
                && let Some(name) = after(line.trim_start(), members)
            {
                add(&mut all, &owner, name);
            }
        }
    }
    all.retain(|name, _| known.contains(name));
    all
}
