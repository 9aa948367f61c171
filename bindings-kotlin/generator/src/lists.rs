//! The native pages, of which each kind of item has its own, behind one interface.

use crate::{PACKAGE, Source};
use std::collections::BTreeSet;
use uploadcare_facades::{Definitions, Outcome};

pub fn pages(definitions: &Definitions) -> Source {
    let mut out = Source::new(PACKAGE);
    let operations = definitions.resources.iter().flat_map(|resource| &resource.operations);
    let items: BTreeSet<_> = operations
        .filter_map(|operation| match &operation.result {
            Outcome::List(item) => Some(item),
            _ => None,
        })
        .collect();
    for (place, item) in items.into_iter().enumerate() {
        if place > 0 {
            out.line(0, "");
        }
        out.model(item);
        let pages = format!("Native{}Pages", item.strip_suffix("Info").unwrap_or(item));
        out.uses.insert(format!("{PACKAGE}.internal.{pages}"));
        let body = format!(
            "internal fun {pages}.adapted(connection: Connection): NativePages<{item}> =
    object : NativePages<{item}> {{
        override suspend fun next() = connection.call {{ nextPage(cancel) }}?.let {{ Page(it.results, it.info) }}

        override suspend fun previous() = connection.call {{ previousPage(cancel) }}?.let {{ Page(it.results, it.info) }}

        override fun cursor(taken: Int?) = this@adapted.cursor(taken?.toUInt())

        override fun close() = this@adapted.close()
    }}
"
        );
        out.body.push_str(&body);
    }
    out
}
