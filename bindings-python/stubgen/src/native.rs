//! `_native.pyi`: the models, then the native classes.

use crate::doc;
use uploadcare_facades::{Definitions, Record, Shape};
use std::{collections::BTreeSet, fmt::Write};

const HEAD: &str = "\
# Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import os
from collections.abc import Awaitable
from datetime import datetime
from typing import Any, ClassVar, Final, final

from .options import ClientOptions, GetFileOptions, ListFilesOptions, UploadOptions
";

/// By hand, because their signatures in Rust say less: a dict of options has any shape there.
/// `stubtest` compares them with the module.
const TAIL: &str = "
@final
class NativeClient:
    def __new__(
        cls,
        public_key: str | None,
        secret_key: str | None,
        options: ClientOptions,
        runtime: str,
    ) -> NativeClient: ...
    @property
    def public_key(self) -> str: ...
    @property
    def api_base(self) -> str: ...
    @property
    def upload_base(self) -> str: ...
    @property
    def cdn_base(self) -> str: ...
    def files_list(self, options: ListFilesOptions) -> NativeFilePages: ...
    def files_get(self, uuid: str, options: GetFileOptions) -> FileInfo: ...
    def files_get_async(self, uuid: str, options: GetFileOptions) -> Awaitable[FileInfo]: ...
    def upload_bytes(self, content: bytes | bytearray, options: UploadOptions) -> UploadedFile: ...
    def upload_bytes_async(
        self, content: bytes | bytearray, options: UploadOptions
    ) -> Awaitable[UploadedFile]: ...
    def upload_path(self, path: str | os.PathLike[str], options: UploadOptions) -> UploadedFile: ...
    def upload_path_async(
        self, path: str | os.PathLike[str], options: UploadOptions
    ) -> Awaitable[UploadedFile]: ...

@final
class NativeFilePages:
    def next_page(self) -> tuple[list[FileInfo], PageInfo] | None: ...
    def next_page_async(self) -> Awaitable[tuple[list[FileInfo], PageInfo] | None]: ...
    def previous_page(self) -> tuple[list[FileInfo], PageInfo] | None: ...
    def previous_page_async(self) -> Awaitable[tuple[list[FileInfo], PageInfo] | None]: ...
    def cursor(self, taken: int | None = None) -> str: ...
    def stand(self, cursor: str) -> None: ...
";

pub fn render(definitions: &Definitions) -> Result<String, String> {
    let mut out = HEAD.to_owned();
    let models = definitions.models.keys().map(String::as_str);
    let names: BTreeSet<_> = models.chain(["NativeClient", "NativeFilePages"]).collect();
    out.push_str("\n__all__ = [\n    \"VERSION\",\n");
    for name in names {
        let _ = writeln!(out, "    \"{name}\",");
    }
    out.push_str("]\n\nVERSION: Final[str]\n");
    for (name, model) in &definitions.models {
        class(&mut out, name, model, definitions)?;
    }
    Ok(out + TAIL)
}

fn class(
    out: &mut String,
    name: &str,
    model: &Record,
    definitions: &Definitions,
) -> Result<(), String> {
    let _ = write!(out, "\n@final\nclass {name}:\n{}\n", doc::string(&model.doc, 4));
    for field in &model.fields {
        let ty = python_type(&field.shape, definitions)
            .map_err(|unknown| format!("{name}.{} has the unknown type {unknown}", field.name))?;
        property(out, &field.name, &ty, &field.doc);
    }
    if !model.closed {
        let doc = "Fields of the answer that this version does not know, by name.";
        property(out, "extra", "dict[str, Any]", doc);
    }
    let _ = write!(
        out,
        "    @staticmethod
    def from_json(text: str) -> {name}:
        \"\"\"Makes the object from JSON text, as the service sends it. Raises ValueError.\"\"\"

    def to_json(self) -> str:
        \"\"\"The object as JSON text, with the service's field names.\"\"\"

    def to_dict(self) -> dict[str, Any]:
        \"\"\"The object as plain dicts, lists and texts, with the service's field names.\"\"\"

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]
"
    );
    Ok(())
}

fn property(out: &mut String, name: &str, ty: &str, doc: &str) {
    let doc = doc::string(doc, 8);
    let _ = write!(out, "    @property\n    def {name}(self) -> {ty}:\n{doc}\n");
}

/// Else the name of the type that is unknown.
fn python_type(shape: &Shape, definitions: &Definitions) -> Result<String, String> {
    Ok(match shape {
        Shape::Optional(inner) => format!("{} | None", python_type(inner, definitions)?),
        Shape::List(inner) => format!("list[{}]", python_type(inner, definitions)?),
        Shape::Map(inner) => format!("dict[str, {}]", python_type(inner, definitions)?),
        Shape::Named(name) => match name.as_str() {
            "String" => "str".to_owned(),
            "i64" => "int".to_owned(),
            "f64" => "float".to_owned(),
            "bool" => "bool".to_owned(),
            "Timestamp" => "datetime".to_owned(),
            "Json" => "Any".to_owned(),
            name if definitions.enums.contains_key(name) => "str".to_owned(),
            name if definitions.models.contains_key(name) => name.to_owned(),
            name => return Err(name.to_owned()),
        },
    })
}
