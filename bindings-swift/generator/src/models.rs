//! The names of models, options and enums.

use crate::{Source, docs, names};
use std::collections::BTreeMap;
use uploadcare_facades::Definitions;

/// All public types that cross, one by one: what only this package needs stays hidden.
pub fn exports(definitions: &Definitions) -> Source {
    let mut out = Source::new(&["UploadcareBindings"]);
    let records = definitions.models.iter().chain(&definitions.options);
    let mut all: BTreeMap<_, _> =
        records.clone().map(|(name, record)| (name, &record.doc)).collect();
    all.extend(definitions.enums.iter().map(|(name, open)| (name, &open.doc)));
    all.retain(|name, _| names::is_public(name));
    for (name, doc) in all {
        let paragraphs: Vec<_> = doc.split("\n\n").map(str::to_owned).collect();
        out.line(0, "");
        out.doc(0, &docs::paragraphs(0, &paragraphs, definitions));
        out.line(0, &format!("public typealias {name} = UploadcareBindings.{name}"));
    }
    for (name, record) in records {
        if record.fields.iter().any(|field| field.is_secret) {
            out.line(0, "");
            out.line(0, &format!("extension {name}: CustomReflectable {{"));
            out.line(4, "/// Has no children: `dump` would show what is secret.");
            out.line(4, "public var customMirror: Mirror {");
            out.line(8, "Mirror(self, children: [])");
            out.line(4, "}");
            out.line(0, "}");
        }
    }
    out
}
