"""The vendor's OpenAPI document of the Upload API: where it is, and where it is wrong or vague."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from local_emulator import ROOT

if TYPE_CHECKING:
    Json = dict[str, Any]

PATH = Path(
    os.environ.get("UPLOADCARE_OPENAPI_UPLOAD") or ROOT.parent / "shared/spec/openapi-upload.yml"
)
PARTS = "/<presigned-url-x>"
"""Stands for URLs of another origin, which is no path."""


def read() -> Json:
    document: Json = yaml.safe_load(PATH.read_text(encoding="utf-8"))
    schemas = document["components"]["schemas"]
    del document["paths"][PARTS]
    # Answers that differ by `status` or `type` would fit any of their shapes.
    for status in ("Waiting", "Progress", "Error", "Unknown"):
        schemas[f"fileUploadInfo{status}Status"]["required"] = ["status"]
    schemas["fileUploadInfoSuccessStatus"]["allOf"][0]["required"] = ["status"]
    schemas["fromURLUploadResponseSchema"]["required"] = ["type", "token"]
    schemas["fileUploadInfoFromURL"]["allOf"][0]["required"] = ["type"]
    # The moment a picture was taken has no zone (facts, §1, §24).
    del schemas["imageInfo"]["properties"]["datetime_original"]["format"]
    # What is no image has none of its facts (facts, §15.5).
    info = schemas["fileUploadInfo"]["properties"]
    info["image_info"] = {"nullable": True, "type": "object", "allOf": [info["image_info"]]}
    # Files of a group are a list, null where one was removed; effects are no URL (facts, §15.6).
    files = schemas["groupInfo"]["properties"]["files"]
    del files["allOf"][0]["properties"]["default_effects"]["format"]
    files["items"] = {"nullable": True, "type": "object", "allOf": files.pop("allOf")}
    return document


def refusals(document: Json) -> list[tuple[str, int, str, str]]:
    """Operation, status, code and the pattern of the text of each documented refusal."""
    found = []
    schemas = document["components"]["schemas"]
    for path, item in document["paths"].items():
        for method, operation in item.items():
            for status, answer in operation["responses"].items():
                name = answer.get("$ref", "").rpartition("/")[2]
                content = document["components"]["responses"].get(name, answer)["content"]
                for each in _names(content.get("text/plain", {}).get("schema", {})):
                    text = re.escape(schemas[each]["default"])
                    pattern = re.sub(r"<[A-Z\\-]+>|%s", ".+", text)
                    found.append((f"{method.upper()} {path}", int(status), _code(each), pattern))
    return found


def _names(schema: Json) -> list[str]:
    each = schema.get("anyOf", [schema])
    return [one["$ref"].rpartition("/")[2] for one in each if "$ref" in one]


def _code(name: str) -> str:
    """The code of an error, which the document has only as the name of a schema."""
    own = {
        "autoStoreDisabledError": "AutostoreDisabledError",
        "uuidInvalidError": "UUIDInvalidError",
        # Their texts are swapped (facts, §17).
        "groupFilesInvalidError": "GroupFileURLParsingFailedError",
        "groupFileURLParsingFailedError": "GroupFilesInvalidError",
    }
    key = re.fullmatch(r"(?:uploadcareP|p)ublicKey(\w+)", name)
    if key:
        return f"ProjectPublicKey{key[1]}"
    name = re.sub("^url", "URL", own.get(name, name))
    return name[0].upper() + name[1:]
