//! `__init__.py` of the generated package: the public names that follow from the definitions.

use crate::{
    models, options,
    python::{MADE, import, list},
};
use uploadcare_facades::Definitions;

const HEAD: &str = "\
\"\"\"The public names that follow from the Rust definitions, beside the native module.

`OPTIONS` are those of `options`, which is imported only when it is needed.
\"\"\"

from __future__ import annotations

";

pub fn render(definitions: &Definitions) -> String {
    // The others are public as what goes on from them.
    let resources: Vec<String> = definitions
        .resources
        .iter()
        .filter(|resource| !resource.is_partial())
        .flat_map(|resource| [resource.name.clone(), format!("Async{}", resource.name)])
        .collect();
    format!(
        "{MADE}{HEAD}{}{}\n{}\n{}",
        import(0, "._native", models(definitions).cloned()),
        import(0, ".resources", resources.iter().cloned()),
        list("__all__", models(definitions).cloned().chain(resources)),
        list("OPTIONS", options::names(definitions)),
    )
}
