//! `_native.pyi`: the models, then the native classes.

use crate::{
    doc, models, pages,
    python::{MADE, bracketed, identifier, import, list, type_of},
};
use std::{collections::BTreeSet, fmt::Write};
use uploadcare_facades::{
    Definitions, Kind, OpenEnum, Operation, Outcome, Record, Resource, Shape,
};

const HEAD: &str = "
from collections.abc import Awaitable, Callable
from datetime import datetime
from os import PathLike
from typing import Any, ClassVar, Final, final

from .._sources import Bytes, Given
from .._types import Credential
";

/// By hand, as the methods themselves. `stubtest` compares all of this with the module.
const CLIENT: &str = "
@final
class NativeClient:
    def __new__(
        cls,
        public_key: str | None,
        secret_key: str | None,
        signer: Callable[[SigningRequest], str | Awaitable[str]] | None,
        upload_credential: Credential | Callable[[], Credential | Awaitable[Credential]] | None,
        is_for_uploads: bool,
        options: ClientOptions,
        runtime: str,
    ) -> NativeClient: ...
    @staticmethod
    def for_account(token: str | None, options: ClientOptions, runtime: str) -> NativeClient: ...
    def with_options(self, options: ClientOptions) -> NativeClient: ...
    def upload_client(self) -> NativeClient: ...
    def explaining(self, options: ExplainOptions) -> NativeClient: ...
    def explained(self, has_failed: bool) -> ExplainedRequest | None: ...
    @property
    def public_key(self) -> str: ...
    @property
    def api_base(self) -> str: ...
    @property
    def upload_base(self) -> str: ...
    @property
    def cdn_base(self) -> str: ...
    def job_watch(self, text: str, options: WaitOptions) -> NativeJobWatch: ...
    def job_status(self, text: str) -> JobStatus: ...
    def job_status_async(self, text: str) -> Awaitable[JobStatus]: ...
    def prepare(self, source: Given, options: UploadOptions, saved: str | None) -> NativeUpload: ...
    def upload_many(self, sources: list[Given], options: UploadOptions) -> UploadManyResult: ...
    def upload_many_async(
        self, sources: list[Given], options: UploadOptions
    ) -> Awaitable[UploadManyResult]: ...
    def upload_part(self, url: str, content: Bytes) -> None: ...
    def upload_part_async(self, url: str, content: Bytes) -> Awaitable[None]: ...
    def prepare_save(
        self, file: str, path: str | PathLike[str], options: SaveOptions
    ) -> NativeDownload: ...
    def download(self, file: str, options: DownloadOptions) -> bytes: ...
    def download_async(self, file: str, options: DownloadOptions) -> Awaitable[bytes]: ...
    def download_stream(self, file: str, options: DownloadOptions) -> NativeDownloadStream: ...
    def download_stream_async(
        self, file: str, options: DownloadOptions
    ) -> Awaitable[NativeDownloadStream]: ...
";

const HANDLES: &str = "
@final
class NativeDownload:
    def run(self) -> DownloadedFile: ...
    def run_async(self) -> Awaitable[DownloadedFile]: ...
    def next(self) -> DownloadProgress | None: ...
    def next_async(self) -> Awaitable[DownloadProgress | None]: ...
    def progress(self) -> DownloadProgress: ...
    def stop(self) -> None: ...

@final
class NativeDownloadStream:
    def next(self) -> bytes | None: ...
    def next_async(self) -> Awaitable[bytes | None]: ...
    def info(self) -> DownloadInfo: ...
    def stop(self) -> None: ...

@final
class NativeWebhookReceiver:
    def __new__(cls, secrets: list[str]) -> NativeWebhookReceiver: ...
    def receive(self, body: Bytes, signature: str | None) -> WebhookDelivery: ...
    def verify(self, body: Bytes, signature: str | None) -> None: ...

@final
class NativeUpload:
    def run(self) -> UploadedFile: ...
    def run_async(self) -> Awaitable[UploadedFile]: ...
    def next(self) -> UploadProgress | None: ...
    def next_async(self) -> Awaitable[UploadProgress | None]: ...
    def progress(self) -> UploadProgress: ...
    def save(self) -> str: ...
    def pause(self) -> None: ...
    def resume(self) -> None: ...
    def stop(self) -> None: ...

@final
class NativeJobWatch:
    def next(self) -> JobStatus | None: ...
    def next_async(self) -> Awaitable[JobStatus | None]: ...
";

/// Options that only methods by hand take.
const OPTIONS: [&str; 6] = [
    "ClientOptions",
    "DownloadOptions",
    "ExplainOptions",
    "SaveOptions",
    "UploadOptions",
    "WaitOptions",
];

/// Classes and functions beside the models and the lists.
const NATIVES: [&str; 8] = [
    "VERSION",
    "NativeClient",
    "NativeDownload",
    "NativeDownloadStream",
    "NativeJobWatch",
    "NativeUpload",
    "NativeWebhookReceiver",
    "transformation_parse",
];

pub fn render(definitions: &Definitions) -> Result<String, String> {
    let mut options = BTreeSet::from(OPTIONS.map(str::to_owned));
    let mut lists = BTreeSet::new();
    let mut methods = String::new();
    for resource in &definitions.resources {
        for operation in &resource.operations {
            options.extend(operation.options.clone());
            if let Outcome::List(item) = &operation.result {
                lists.insert(item.clone());
            }
            method(&mut methods, resource, operation, definitions)?;
        }
    }
    let mut functions = String::from("\ndef transformation_parse(text: str) -> str: ...\n");
    let mut natives: BTreeSet<String> = NATIVES.map(str::to_owned).into();
    for value in &definitions.values {
        for operation in &value.operations {
            options.extend(operation.options.clone());
            natives.insert(format!("{}_{}", value.field, operation.name));
            function(&mut functions, value, operation, definitions)?;
        }
    }
    let mut classes = String::new();
    for name in models(definitions) {
        class(&mut classes, name, &definitions.models[name], definitions)?;
    }
    let pages_of = lists.iter().map(|item| pages(item));
    let names = models(definitions).cloned().chain(pages_of).chain(natives);
    Ok(format!(
        "{MADE}{HEAD}{}\n{}\nVERSION: Final[str]\n{classes}{CLIENT}{methods}{HANDLES}{}{functions}",
        import(0, ".options", options),
        list("__all__", names),
        lists.iter().map(|item| pages_class(item)).collect::<String>(),
    ))
}

fn method(
    out: &mut String,
    resource: &Resource,
    operation: &Operation,
    definitions: &Definitions,
) -> Result<(), String> {
    let parameters = parameters("self".to_owned(), operation);
    let name = format!("{}_{}", resource.field, operation.name);
    let result = result(operation, definitions).map_err(|unknown| {
        format!("{}.{} gives the unknown type {unknown}", resource.field, operation.name)
    })?;
    out.push_str(&bracketed(4, &format!("def {name}"), &parameters, &format!(" -> {result}: ...")));
    if operation.is_async {
        let after = format!(" -> Awaitable[{result}]: ...");
        out.push_str(&bracketed(4, &format!("def {name}_async"), &parameters, &after));
    }
    Ok(())
}

/// A method of a value, as a function of its text.
fn function(
    out: &mut String,
    value: &Resource,
    operation: &Operation,
    definitions: &Definitions,
) -> Result<(), String> {
    let name = format!("{}_{}", value.field, operation.name);
    let parameters = parameters(format!("{}: str", value.field), operation);
    let result = result(operation, definitions)
        .map_err(|unknown| format!("{name} gives the unknown type {unknown}"))?;
    out.push_str(&bracketed(0, &format!("def {name}"), &parameters, &format!(" -> {result}: ...")));
    Ok(())
}

fn parameters(first: String, operation: &Operation) -> Vec<String> {
    let mut parameters = vec![first];
    for parameter in &operation.parameters {
        let ty = match &parameter.kind {
            Kind::File | Kind::Group | Kind::Text | Kind::Enum(_) => "str",
            Kind::Files | Kind::Texts => "list[str]",
            Kind::Integer => "int",
            Kind::Boolean => "bool",
            Kind::Length => "int | str",
            Kind::Lengths => "list[int | str]",
        };
        parameters.push(format!("{}: {ty}", identifier(&parameter.name)));
    }
    parameters.extend(operation.options.iter().map(|options| format!("options: {options}")));
    parameters
}

fn result(operation: &Operation, definitions: &Definitions) -> Result<String, String> {
    Ok(match &operation.result {
        Outcome::Nothing => "None".to_owned(),
        Outcome::Own => "str".to_owned(),
        Outcome::Value(shape) => type_of(shape, definitions)?,
        Outcome::List(item) => pages(item),
        Outcome::Job => "tuple[str, JobInfo]".to_owned(),
        Outcome::Jobs => "tuple[list[tuple[str, JobInfo]], list[Problem]]".to_owned(),
    })
}

fn pages_class(item: &str) -> String {
    let name = pages(item);
    format!(
        "
@final
class {name}:
    def next_page(self) -> tuple[list[{item}], PageInfo] | None: ...
    def next_page_async(self) -> Awaitable[tuple[list[{item}], PageInfo] | None]: ...
    def previous_page(self) -> tuple[list[{item}], PageInfo] | None: ...
    def previous_page_async(self) -> Awaitable[tuple[list[{item}], PageInfo] | None]: ...
    def cursor(self, taken: int | None = None) -> str: ...
    def stand(self, cursor: str) -> None: ...
"
    )
}

fn class(
    out: &mut String,
    name: &str,
    model: &Record,
    definitions: &Definitions,
) -> Result<(), String> {
    let _ = write!(out, "\n@final\nclass {name}:\n{}\n", doc::string(&model.doc, 4));
    for field in &model.fields {
        let ty = type_of(&field.shape, definitions)
            .map_err(|unknown| format!("{name}.{} has the unknown type {unknown}", field.name))?;
        let known = enum_in(&field.shape, definitions).map_or(String::new(), |known| {
            let texts = known.known.iter().map(|value| format!("`{}`", value.text));
            format!(" Known values: {}.", texts.collect::<Vec<_>>().join(", "))
        });
        property(out, &field.name, &ty, &(field.doc.clone() + &known));
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

fn enum_in<'a>(shape: &Shape, definitions: &'a Definitions) -> Option<&'a OpenEnum> {
    match shape {
        Shape::Optional(inner) | Shape::List(inner) | Shape::Map(inner) => {
            enum_in(inner, definitions)
        }
        Shape::Named(name) => definitions.enums.get(name),
    }
}

fn property(out: &mut String, name: &str, ty: &str, doc: &str) {
    let doc = doc::string(doc, 8);
    let _ = write!(out, "    @property\n    def {name}(self) -> {ty}:\n{doc}\n");
}
