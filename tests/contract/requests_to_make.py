"""How schemathesis makes its requests, and what of the state it puts into them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import schemathesis
from document import VERSIONED
from schemathesis.config import SchemathesisConfig
from state import ADDONS, State

if TYPE_CHECKING:
    from schemathesis.schemas import BaseSchema

    Json = dict[str, Any]

SEED = 20250715
EXAMPLES = 60

FED = {
    "GET /files/": {"query.from": "moments", "query.include": "included"},
    "GET /files/{uuid}/": {"path.uuid": "shown", "query.include": "included"},
    "PUT /files/{uuid}/storage/": {"path.uuid": "files"},
    "DELETE /files/{uuid}/storage/": {"path.uuid": "doomed files"},
    "PUT /files/storage/": {"body.[*]": "files"},
    "DELETE /files/storage/": {"body.[*]": "doomed files"},
    "POST /files/local_copy/": {"body.source": "sources"},
    "POST /files/remote_copy/": {"body.source": "sources", "body.target": "storages"},
    "GET /files/{uuid}/metadata/": {"path.uuid": "shown"},
    "GET /files/{uuid}/metadata/{key}/": {"path.uuid": "files", "path.key": "keys"},
    "PUT /files/{uuid}/metadata/{key}/": {"path.uuid": "files", "path.key": "keys"},
    "DELETE /files/{uuid}/metadata/{key}/": {"path.uuid": "files", "path.key": "keys"},
    "GET /groups/": {"query.from": "moments"},
    "GET /groups/{uuid}/": {"path.uuid": "groups"},
    "DELETE /groups/{uuid}/": {"path.uuid": "doomed groups"},
    "POST /webhooks/": {"body.target_url": "targets of hooks"},
    "GET /webhooks/{id}/": {"path.id": "hooks"},
    "PUT /webhooks/{id}/": {"path.id": "hooks", "body.target_url": "targets of hooks"},
    "DELETE /webhooks/{id}/": {"path.id": "doomed hooks"},
    "DELETE /webhooks/unsubscribe/": {"body.target_url": "targets of hooks"},
    "GET /convert/document/{uuid}/": {"path.uuid": "documents"},
    "POST /convert/document/": {"body.paths[*]": "document paths"},
    "GET /convert/document/status/{token}/": {"path.token": "document tokens"},
    "POST /convert/video/": {"body.paths[*]": "video paths"},
    "GET /convert/video/status/{token}/": {"path.token": "video tokens"},
    **{f"POST /addons/{name}/execute/": {"body.target": "targets"} for name in ADDONS},
    **{
        f"GET /addons/{name}/execute/status/": {"query.request_id": f"{name} requests"}
        for name in ADDONS
    },
}
"""What of the prepared state goes into which parameter of an operation."""


def headers(state: State) -> dict[str, str]:
    return {"Accept": VERSIONED, "Authorization": state.project.authorization}


def config(state: State) -> SchemathesisConfig:
    generation = {"deterministic": True, "with-security-parameters": False, "database": "none"}
    apart = {"extra-data-sources": {"responses": False}}
    return SchemathesisConfig.from_dict(
        {
            "seed": SEED,
            "suppress-health-check": ["all"],
            "base-url": state.project.api_base,
            "headers": headers(state),
            "dictionaries": {
                name: {"values": values} for name, values in state.dictionaries().items()
            },
            "generation": generation,
            "phases": {
                "examples": {**apart, "fill-missing": True},
                "coverage": apart,
                "fuzzing": {
                    **apart,
                    "generation": {"max-examples": EXAMPLES},
                    "error-feedback": {"enabled": False},
                },
                "stateful": {"enabled": False},
            },
            "operations": [
                {
                    "include-name": label,
                    "parameters": {
                        parameter: {"dictionary": name, "probability": 0.8}
                        for parameter, name in fed.items()
                    },
                }
                for label, fed in FED.items()
            ],
        }
    )


def load(document: Json, state: State) -> BaseSchema:
    """Reads a document; the right version is always asked for, so it is no parameter."""
    for item in document["paths"].values():
        for operation in item.values():
            parameters = operation["parameters"]
            operation["parameters"] = [each for each in parameters if not is_accept(each)]
    return schemathesis.openapi.from_dict(document, config=config(state))


def is_accept(parameter: Json) -> bool:
    return parameter.get("name") == "Accept" or parameter.get("$ref", "").endswith("/acceptHeader")
