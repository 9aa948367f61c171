"""What was answered, and which corrections of the document that needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from document import CORRECTIONS, corrected
from requests_to_make import load
from schemathesis import Case
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.core.failures import FailureGroup

if TYPE_CHECKING:
    import requests
    from schemathesis.core.transport import Response
    from schemathesis.schemas import APIOperation, BaseSchema
    from state import State

    Json = dict[str, Any]

load_all_checks()
CONFORMANCE = CHECKS.get_by_names(
    [
        "not_a_server_error",
        "status_code_conformance",
        "content_type_conformance",
        "response_headers_conformance",
        "response_schema_conformance",
    ]
)


class Record:
    def __init__(self, published: Json, full: BaseSchema, state: State) -> None:
        self.operations = operations(full)
        self.seen: set[tuple[str, int]] = set()
        self.with_other_methods = 0
        self.unneeded: dict[str, dict[str, APIOperation | None]] = {}
        """Without which correction which operations are not what they are with it."""
        for each in CORRECTIONS:
            less = operations(load(corrected(published, without=each.name), state))
            self.unneeded[each.name] = {
                label: less.get(label)
                for label, operation in self.operations.items()
                if label not in less or resolved(less[label]) != resolved(operation)
            }

    def add(self, case: Case, response: requests.Response | Response) -> None:
        label = case.operation.label
        if case.method.upper() != case.operation.method.upper():
            self.with_other_methods += 1
            return
        self.seen.add((label, response.status_code))
        for name, changed in list(self.unneeded.items()):
            if label in changed:
                operation = changed[label]
                if operation is None or not conforms(operation, case, response):
                    del self.unneeded[name]


def operations(schema: BaseSchema) -> dict[str, APIOperation]:
    found = (result.ok() for result in schema.get_all_operations())
    return {operation.label: operation for operation in found}


def resolved(operation: APIOperation) -> Any:
    """The answers of an operation without references to other places."""
    document = operation.schema.raw_schema

    def resolve(node: Any) -> Any:
        if isinstance(node, list):
            return [resolve(each) for each in node]
        if not isinstance(node, dict):
            return node
        if "$ref" in node:
            found: Any = document
            for step in node["$ref"].removeprefix("#/").split("/"):
                found = found[step.replace("~1", "/")]
            return resolve(found)
        return {name: resolve(value) for name, value in node.items()}

    return resolve(document["paths"][operation.path][operation.method.lower()]["responses"])


def conforms(operation: APIOperation, case: Case, response: requests.Response | Response) -> bool:
    try:
        operation.Case(path_parameters=case.path_parameters).validate_response(
            response, checks=CONFORMANCE
        )
    except FailureGroup:
        return False
    return True
