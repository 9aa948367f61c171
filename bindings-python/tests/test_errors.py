from __future__ import annotations

import copy
import json
import pickle
import re
from datetime import datetime

import pytest
from conftest import PUBLIC, ROOT, Service
from uploadcare_sdk import (
    AsyncUploadcare,
    ConfigurationError,
    ErrorInfo,
    InvalidParameterError,
    NetworkError,
    NotFoundError,
    RequestTimeoutError,
    SourceError,
    ThrottledError,
    Uploadcare,
    UploadcareError,
    WaitTimeoutError,
    exceptions,
)

NOWHERE = "21975c81-7f57-4c7a-aef9-acfe28779f78"

SUBCLASSES = UploadcareError.__subclasses__()


def info(kind: str) -> ErrorInfo:
    facts = {
        "kind": kind,
        "message": "gone",
        "parameter": "limit",
        "status": 404,
        "code": "FileNotFoundError",
        "request_id": "abc",
        "retry_after": 1.5,
        "field_errors": {"limit": ["too small"]},
        "method": "GET",
        "path": "/files/",
        "is_retryable": True,
    }
    return ErrorInfo.from_json(json.dumps(facts))


def test_every_kind_has_a_class() -> None:
    source = (ROOT / "core/src/error.rs").read_text("utf-8")
    body = source.split("pub enum ErrorKind {")[1].split("\n}")[0]
    names = re.findall(r"^    (\w+),$", body, re.MULTILINE)
    kinds = {re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower() for name in names}
    # A cancelled call raises what the language has for it.
    assert {error.kind for error in SUBCLASSES} == kinds - {"cancelled"}
    for error in SUBCLASSES:
        assert error.__name__ in PUBLIC
        assert error.__name__ in exceptions.__all__


@pytest.mark.parametrize("error", SUBCLASSES, ids=lambda error: error.kind)
def test_what_an_error_knows(error: type[UploadcareError]) -> None:
    made = exceptions.from_info(info(error.kind))
    assert type(made) is error
    assert made.kind == error.kind
    assert made.message == "gone"
    assert made.parameter == "limit"
    assert made.status == 404
    assert made.code == "FileNotFoundError"
    assert made.request_id == "abc"
    assert made.retry_after == 1.5
    assert made.field_errors == {"limit": ["too small"]}
    assert (made.method, made.path, made.is_retryable) == ("GET", "/files/", True)
    assert str(made) == "gone (GET /files/, status 404, FileNotFoundError, request abc)"
    for other in (pickle.loads(pickle.dumps(made)), copy.copy(made), copy.deepcopy(made)):
        assert type(other) is error
        assert vars(other) == vars(made)
        assert str(other) == str(made)


def test_a_kind_of_the_future_is_the_base_class() -> None:
    made = exceptions.from_info(info("teapot"))
    assert type(made) is UploadcareError
    assert made.kind == "teapot"


def test_ordinary_handlers_match() -> None:
    assert issubclass(InvalidParameterError, ValueError)
    assert issubclass(SourceError, OSError)
    assert issubclass(NetworkError, ConnectionError)
    assert issubclass(RequestTimeoutError, TimeoutError)
    assert issubclass(WaitTimeoutError, TimeoutError)


def test_a_plain_error_prints_its_message_only() -> None:
    assert str(NotFoundError("gone")) == "gone"
    assert NotFoundError("gone").field_errors == {}


def test_an_answer_becomes_an_exception(service: Service, client: Uploadcare) -> None:
    with pytest.raises(NotFoundError) as caught:
        client.files.get(NOWHERE)
    error = caught.value
    assert (error.status, error.method, error.path) == (404, "GET", f"/files/{NOWHERE}/")
    assert error.request_id
    assert not error.is_retryable
    service.fault(
        respond={"status": 429, "headers": {"Retry-After": "3"}, "body": {"detail": "slow"}}
    )
    with pytest.raises(ThrottledError) as caught_too:
        client.files.get(NOWHERE)
    assert caught_too.value.retry_after == 3
    assert caught_too.value.is_retryable


async def test_an_answer_becomes_an_exception_async(async_client: AsyncUploadcare) -> None:
    with pytest.raises(NotFoundError):
        await async_client.files.get(NOWHERE)
    with pytest.raises(InvalidParameterError):
        await async_client.files.get("../project")
    with pytest.raises(SourceError):
        await async_client.uploads.upload("/no such file")


def test_arguments_of_a_wrong_type_are_type_errors(client: Uploadcare) -> None:
    with pytest.raises(TypeError, match="unexpected keyword argument 'colour'"):
        client.files.list(colour="red")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    with pytest.raises(TypeError, match="'limit'"):
        client.files.list(limit="many")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(TypeError, match="not int"):
        client.uploads.upload(3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(TypeError, match="unexpected keyword argument 'colour'"):
        Uploadcare("key", colour="red")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def test_values_that_no_option_can_have(client: Uploadcare) -> None:
    with pytest.raises(InvalidParameterError) as caught:
        client.files.list(limit=2**70)
    assert caught.value.parameter == "limit"
    with pytest.raises(InvalidParameterError) as caught:
        client.files.list(starting_from="yesterday")
    assert caught.value.parameter == "starting_from"
    with pytest.raises(InvalidParameterError) as caught:
        client.files.list(starting_from=datetime(2024, 1, 1))
    assert caught.value.parameter == "starting_from"
    assert "time zone" in caught.value.message


def test_a_missing_key_says_where_to_find_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("UPLOADCARE_PUBLIC_KEY", raising=False)
    with pytest.raises(ConfigurationError, match="UPLOADCARE_PUBLIC_KEY") as caught:
        Uploadcare()
    assert caught.value.parameter == "public_key"
