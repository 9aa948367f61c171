"""The vendor's OpenAPI document of REST v0.7: where it is, where it is wrong, what to send.

The document is not ours to ship. What it says and the service does not do is corrected here, and
nowhere else: the emulator is held against the corrected document. A correction without which all
answers conform as well is stale and fails the tests.
"""

from __future__ import annotations

import copy
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml
from local_emulator import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Json = dict[str, Any]

PATH = Path(
    os.environ.get("UPLOADCARE_OPENAPI_REST") or ROOT.parent / "shared/spec/openapi-rest-v0.7.yml"
)
VERSIONED = "application/vnd.uploadcare-v0.7+json"
DETAIL = {
    "type": "object",
    "required": ["detail"],
    "properties": {"detail": {"type": "string"}},
}


class Correction(NamedTuple):
    """What the document gets wrong."""

    section: str
    """Of `api-facts.md`, which lies with the document, outside this repository."""
    reason: str
    apply: Callable[[Json], None]

    @property
    def name(self) -> str:
        return self.apply.__name__


CORRECTIONS: list[Correction] = []


def correction(section: str, reason: str) -> Callable[[Callable[[Json], None]], None]:
    def register(apply: Callable[[Json], None]) -> None:
        CORRECTIONS.append(Correction(section, reason, apply))

    return register


def _operations(document: Json) -> Iterator[tuple[str, str, Json]]:
    for path, item in document["paths"].items():
        for method, operation in item.items():
            yield path, method, operation


def _type(path: str, method: str, status: str) -> str:
    """The content type of an answer."""
    plain = path.startswith("/addons/") or (path.startswith("/convert/") and method == "post")
    return "application/json" if status == "406" or (plain and status == "200") else VERSIONED


def _answer(document: Json, answer: Json) -> Json:
    """An answer of an operation, without the reference in between."""
    if "$ref" in answer:
        named: Json = document["components"]["responses"][answer["$ref"].rpartition("/")[2]]
        return named
    return answer


def _schema(document: Json, name: str) -> Json:
    found: Json = document["components"]["schemas"][name]
    return found


def _answer_schema(document: Json, name: str) -> Json:
    [content] = document["components"]["responses"][name]["content"].values()
    schema: Json = content["schema"]
    return schema


def _add_answers(document: Json, status: str, operations: list[str]) -> None:
    for label in operations:
        method, path = label.split()
        answers = document["paths"][path][method.lower()]["responses"]
        assert status not in answers, f"{label} has {status} now"
        answers[status] = {"description": "", "content": {"application/json": {"schema": DETAIL}}}


@correction("§3", "the text of the 401 has the key in the place of {public_key}")
def unknown_public_key(document: Json) -> None:
    detail = _answer_schema(document, "authorizationProblemsResponse")["properties"]["detail"]
    texts = detail.pop("enum")
    texts.remove("Public key {public_key} not found.")
    detail["anyOf"] = [
        {"enum": texts},
        {"type": "string", "pattern": "^Public key .+ not found\\.$"},
    ]


@correction("§4", "errors of 400 and their texts fit more than one of the shapes in oneOf")
def overlapping_errors(document: Json) -> None:
    def loosen(node: Any) -> None:
        if isinstance(node, dict):
            if "oneOf" in node:
                node["anyOf"] = node.pop("oneOf")
            for value in node.values():
                loosen(value)

    for _, _, operation in _operations(document):
        if "400" in operation["responses"]:
            loosen(_answer(document, operation["responses"]["400"]))


@correction("§5.5, §27", "`pattern_value` stands for the pattern, and not all texts are listed")
def copy_errors(document: Json) -> None:
    detail = _answer_schema(document, "fileCopyErrors")["properties"]["detail"]
    texts = detail.pop("enum")
    texts.remove("Invalid pattern provided: `pattern_value`")
    pattern = (
        "^(Invalid pattern provided: `|JSON parse error - |`(make_public|metadata)` parameter )"
    )
    detail["anyOf"] = [{"enum": texts}, {"type": "string", "pattern": pattern}]


@correction("§8", "metadata of a file, or of a key, that is not there is 404")
def metadata_not_found(document: Json) -> None:
    key = "/files/{uuid}/metadata/{key}/"
    operations = ["GET /files/{uuid}/metadata/", f"GET {key}", f"PUT {key}", f"DELETE {key}"]
    _add_answers(document, "404", operations)


@correction("§13, open", "a target of an add-on that is not there is 404, the emulator's choice")
def addon_target_not_found(document: Json) -> None:
    paths = [path for path in document["paths"] if path.endswith("/execute/")]
    _add_answers(document, "404", [f"POST {path}" for path in paths])


@correction("§5.1", "whether a copy is an image is not known while it is being made")
def unknown_is_image(document: Json) -> None:
    _schema(document, "fileCopy")["properties"]["is_image"]["nullable"] = True


@correction("§1, §24", "the moment a picture was taken has no zone")
def local_moment(document: Json) -> None:
    del _schema(document, "imageInfo")["properties"]["datetime_original"]["format"]


@correction("§12.1", "problems are texts, not UUIDs")
def problem_texts(document: Json) -> None:
    for name in ("documentJobSubmitResponse", "videoJobSubmitResponse"):
        problems = _answer_schema(document, name)["properties"]["problems"]
        del problems["additionalProperties"]["format"]


@correction("§12.2", "thumbnails are in a group, whose id is no UUID")
def thumbnails_group(document: Json) -> None:
    submitted = _answer_schema(document, "videoJobSubmitResponse")["properties"]["result"]
    status = _answer_schema(document, "videoJobStatusResponse")["properties"]["result"]
    for result in (submitted["items"], status):
        group = result["properties"]["thumbnails_group_uuid"]
        del group["format"]
        group["pattern"] = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}~[1-9][0-9]*$"


@correction("§9", "files of a group are a list of files, null where one was removed")
def files_of_group(document: Json) -> None:
    files = _schema(document, "groupWithFiles")["allOf"][1]["properties"]["files"]
    files["items"] = {"nullable": True, "type": "object", "allOf": files.pop("allOf")}


@correction("§9", "default effects are a path or empty, no URL")
def default_effects(document: Json) -> None:
    files = _schema(document, "groupWithFiles")["allOf"][1]["properties"]["files"]
    effects = (files.get("items") or files)["allOf"][1]["properties"]["default_effects"]
    del effects["format"]


@correction("§11", "what is wrong with changes of a webhook is 400, as with new ones")
def refused_changes(document: Json) -> None:
    schema = {"type": "object", "minProperties": 1}
    content = {"application/json": {"schema": schema}}
    answers = document["paths"]["/webhooks/{id}/"]["put"]["responses"]
    assert "400" not in answers, "PUT /webhooks/{id}/ has 400 now"
    answers["400"] = {"description": "", "content": content}


@correction("§11", "a webhook can be read and deleted by its id")
def webhook_by_id(document: Json) -> None:
    item = document["paths"]["/webhooks/{id}/"]
    assert set(item) == {"put"}, "/webhooks/{id}/ has more than PUT now"
    shared = {key: item["put"][key] for key in ("parameters", "responses")}
    item["get"] = copy.deepcopy(shared)
    item["delete"] = copy.deepcopy(shared)
    item["delete"]["responses"]["204"] = {"description": ""}
    del item["delete"]["responses"]["200"]


@correction("§4, §11", "a project that has no webhooks is told so by 403")
def no_webhooks(document: Json) -> None:
    operations = [
        f"{method.upper()} {path}"
        for path, method, _ in _operations(document)
        if path.startswith("/webhooks/")
    ]
    _add_answers(document, "403", operations)


@correction("§1", "answers have the type of the API version, except for 406 and what starts jobs")
def content_types(document: Json) -> None:
    # The last of the corrections, for answers are shared by operations until here.
    for path, method, operation in _operations(document):
        for status, answer in operation["responses"].items():
            own = copy.deepcopy(_answer(document, answer))
            if "application/json" in own.get("content", {}):
                schema = own["content"].pop("application/json")
                own["content"][_type(path, method, status)] = schema
            operation["responses"][status] = own


def read() -> Json:
    document: Json = yaml.safe_load(PATH.read_text(encoding="utf-8"))
    return document


def corrected(document: Json, *, without: str | None = None) -> Json:
    """The document with all corrections, or with all but one."""
    document = copy.deepcopy(document)
    for each in CORRECTIONS:
        if each.name != without:
            each.apply(document)
    return document
