"""The answers of the emulator against the vendor's OpenAPI document of REST v0.7."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import local_emulator
import pytest
import requests
import schemathesis
from document import PATH, corrected, read
from record import CONFORMANCE, Record, conforms, operations
from requests_to_make import headers, load
from schemathesis.checks import CHECKS
from state import State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemathesis.schemas import BaseSchema

    Json = dict[str, Any]

METHODS = CHECKS.get_by_names(["unsupported_method"])

api = schemathesis.pytest.from_fixture("schema")


@pytest.fixture(scope="session")
def published() -> Json:
    if not PATH.exists():
        absent = (
            f"the vendor's OpenAPI document is not at {PATH}; it is not part of this repository"
        )
        if os.environ.get("CI") == "true":
            pytest.fail(absent)
        pytest.skip(absent)
    return read()


@pytest.fixture(scope="session")
def state() -> Iterator[State]:
    with local_emulator.running() as ready:
        yield State(ready)


@pytest.fixture(scope="session")
def schema(published: Json, state: State) -> BaseSchema:
    return load(corrected(published), state)


@pytest.fixture(scope="session")
def record(published: Json, schema: BaseSchema, state: State) -> Record:
    return Record(published, schema, state)


@api.parametrize()
def test_conformance(case: schemathesis.Case, record: Record) -> None:
    response = case.call()
    case.validate_response(response, checks=[*CONFORMANCE, *METHODS])
    record.add(case, response)


@pytest.mark.parametrize(
    ("header", "status"),
    [
        ({}, 401),
        ({"Authorization": "Bearer token"}, 401),
        ({"Authorization": "Uploadcare.Simple nobody:secret"}, 401),
        ({"Authorization": "Uploadcare.Simple {public_key}:secret"}, 401),
        ({"Authorization": "Uploadcare {public_key}:signature", "Date": "today"}, 401),
        ({"Accept": "*/*"}, 406),
        ({"Accept": "application/vnd.uploadcare-v0.6+json"}, 406),
    ],
)
def test_credentials_and_versions(
    state: State, record: Record, header: dict[str, str], status: int
) -> None:
    for operation in record.operations.values():
        case = operation.Case(path_parameters=dict.fromkeys(["uuid", "key", "id", "token"], "1"))
        url = state.project.api_base + case.formatted_path.removeprefix("/")
        sent = headers(state)
        if status == 401:
            del sent["Authorization"]
        for name, value in header.items():
            sent[name] = value.format(public_key=state.project.public_key)
        response = requests.request(operation.method, url, headers=sent, timeout=30)
        assert response.status_code == status, operation.label
        case.validate_response(response, checks=CONFORMANCE)
        record.add(case, response)


def test_features_that_are_off(state: State, record: Record) -> None:
    off = ("webhooks", "document_conversion", "video_conversion")
    state.project.control("PATCH", "", {f"{name}_available": False for name in off})
    try:
        for label, operation in record.operations.items():
            if not operation.path.startswith(("/webhooks/", "/convert/")):
                continue
            parameters = {"uuid": state.document, "id": 1, "token": 1}
            case = operation.Case(path_parameters=parameters)
            response = case.call(headers=headers(state))
            assert response.status_code == (400 if "/convert/" in label else 403), label
            case.validate_response(response, checks=CONFORMANCE)
            record.add(case, response)
    finally:
        state.project.control("PATCH", "", {f"{name}_available": True for name in off})


def test_the_checks_can_fail(schema: BaseSchema, state: State) -> None:
    uuid = state.project.upload(b"text", "text.txt", "text/plain")
    operation = operations(schema)["GET /files/{uuid}/"]
    case = operation.Case(path_parameters={"uuid": uuid})
    assert conforms(operation, case, case.call(headers=headers(state)))
    state.project.control("PATCH", f"files/{uuid}", {"extra": {"size": "4"}})
    assert not conforms(operation, case, case.call(headers=headers(state)))


def test_every_documented_answer_was_given(record: Record) -> None:
    missing = {
        (label, int(status))
        for label, operation in record.operations.items()
        for status in operation.responses.status_codes
        if (label, int(status)) not in record.seen
    }
    # The emulator throttles and breaks down when it is told to, with whatever answer it is told.
    missing = {(label, status) for label, status in missing if status not in (429, 503)}
    # Simple authentication over HTTP, which the emulator allows (§1), is all that 400 is there for.
    allowed = {
        (label, 400)
        for label, operation in record.operations.items()
        if not operation.body
        and not any(each.name in ("limit", "request_id") for each in operation.query)
    }
    assert missing <= allowed
    assert record.with_other_methods >= len(record.operations)


def test_every_correction_is_needed(record: Record) -> None:
    assert not record.unneeded.keys(), "all answers conform without these corrections"
