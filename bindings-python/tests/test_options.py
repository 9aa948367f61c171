"""Options of one call, and requests shown instead of sent."""

from __future__ import annotations

import time
import urllib.request
from typing import Any

import pytest
from conftest import HELD, Service
from uploadcare_sdk import (
    AsyncUploadcare,
    ConfigurationError,
    ExplainedRequest,
    InvalidParameterError,
    RequestTimeoutError,
    ServerError,
    Uploadcare,
)

NOWHERE = "21975c81-7f57-4c7a-aef9-acfe28779f78"


def fetch(request: ExplainedRequest) -> int:
    """Sends what was explained by other means; returns its status."""
    body = None if request.body is None else request.body.encode()
    sent = urllib.request.Request(request.url, body, request.headers, method=request.method)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(sent, timeout=30) as answer:
        status: int = answer.status
        return status


async def test_options_of_one_call(
    service: Service, client: Uploadcare, async_client: AsyncUploadcare
) -> None:
    service.fault(times=2, delay_ms=HELD)
    began = time.monotonic()
    with pytest.raises(RequestTimeoutError):
        client.with_options(timeout=0.1).files.get(NOWHERE)
    with pytest.raises(RequestTimeoutError):
        await async_client.with_options(timeout=0.1).files.get(NOWHERE)
    # Those of the client would be longer.
    assert time.monotonic() - began < 20
    service.fault(times=3, respond={"status": 503})
    client.with_options(max_retries=1).with_options(timeout=50, max_retries=3).project.get()
    service.fault(times=1, respond={"status": 503})
    with pytest.raises(ServerError):
        client.project.get()
    with pytest.raises(ConfigurationError) as caught:
        client.with_options(timeout=-1)
    assert caught.value.parameter == "timeout"
    with pytest.raises(TypeError, match="unexpected keyword argument 'colour'"):
        client.with_options(colour="red")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


class Tenant(Uploadcare):
    """A client of an application, with what that adds."""

    def __init__(self, name: str, **options: Any) -> None:
        super().__init__(**options)
        self.name = name


def test_a_derived_client_is_of_the_same_class(service: Service) -> None:
    bases = {"api_base": service.emulator.api_base, "upload_base": service.emulator.upload_base}
    tenant = Tenant("acme", **service.project._asdict(), **bases)
    other = tenant.with_options(timeout=5, cdn_base="https://cdn.example.com")
    assert type(other) is Tenant
    assert other.name == "acme"
    assert other.public_key == tenant.public_key
    assert other.cdn_base == "https://cdn.example.com/"
    # The project's own host.
    assert tenant.cdn_base == tenant.delivery.hosts().project_base
    # Each is closed for itself.
    tenant.close()
    with pytest.raises(RuntimeError, match="closed"):
        tenant.project.get()
    with pytest.raises(RuntimeError, match="closed"):
        tenant.with_options(timeout=5)
    with other:
        assert other.project.get().pub_key == service.project.public_key
        uploaded = other.uploads.upload(b"content")
        assert [file.uuid for file in other.files.list()] == [uploaded.uuid]


async def test_requests_explained(
    service: Service, client: Uploadcare, async_client: AsyncUploadcare
) -> None:
    requests = [
        client.explain(lambda client: client.metadata.set(NOWHERE, "pet", "cat")),
        await async_client.explain(lambda client: client.metadata.set(NOWHERE, "pet", "cat")),
    ]
    for request in requests:
        assert request.method == "PUT"
        assert request.url == f"{service.emulator.api_base}files/{NOWHERE}/metadata/pet/"
        assert request.body == '"cat"'
        assert request.headers["accept"] == "application/vnd.uploadcare-v0.7+json"
        start = f"Uploadcare {service.project.public_key}:"
        assert len(request.headers["authorization"]) == len(start) + 40
        assert request.headers["authorization"].startswith(start)
        assert request.curl.startswith(f"curl -X PUT '{request.url}'")
    assert service.sent() == []
    request = client.explain(lambda client: client.project.get())
    assert fetch(request) == 200


async def test_lists_explained(
    service: Service, client: Uploadcare, async_client: AsyncUploadcare
) -> None:
    service.seed(3)
    explained = [
        client.explain(lambda client: client.files.list(limit=2)),
        client.explain(lambda client: client.files.list(limit=2).pages()),
        client.explain(lambda client: list(client.files.list(limit=2))),
        await async_client.explain(lambda client: client.files.list(limit=2)),
        await async_client.explain(lambda client: client.files.list(limit=2).pages()),
        await async_client.explain(lambda client: client.files.list(limit=2).pages().next_page()),
    ]
    for request in explained:
        assert request.url == f"{service.emulator.api_base}files/?limit=2"
        assert request.body is None
    assert service.sent() == []


async def test_the_first_of_several_requests_is_explained(
    client: Uploadcare, async_client: AsyncUploadcare
) -> None:
    uuids = [f"{n:08x}-0000-4000-8000-000000000000" for n in range(250)]

    async def calls(client: AsyncUploadcare) -> None:
        await client.project.get()
        await client.files.get(NOWHERE)

    request = client.explain(lambda client: client.files.delete_many(uuids, concurrency=1))
    assert request.body
    assert uuids[0] in request.body
    assert uuids[100] not in request.body
    assert (await async_client.explain(calls)).url.endswith("/project/")


def test_redacted(service: Service, client: Uploadcare) -> None:
    request = client.explain(lambda client: client.project.get(), redact=True)
    key = service.project.public_key
    assert request.headers["authorization"] == f"Uploadcare {key}:<redacted>"
    assert f"Uploadcare {key}:<redacted>" in request.curl


async def test_what_cannot_be_explained(
    service: Service, client: Uploadcare, async_client: AsyncUploadcare
) -> None:
    async def nothing(_: AsyncUploadcare) -> None:
        return

    with pytest.raises(InvalidParameterError) as caught:
        client.explain(lambda client: client.public_key)
    assert caught.value.parameter == "call"
    with pytest.raises(InvalidParameterError):
        await async_client.explain(nothing)
    with pytest.raises(InvalidParameterError) as caught:
        client.explain(lambda client: client.files.get("nonsense"))
    assert caught.value.parameter == "file"
    with pytest.raises(ZeroDivisionError):
        client.explain(lambda _: 1 // 0)
    assert service.sent() == []


async def test_explaining_asks_the_signer(service: Service) -> None:
    client = service.emulator.client(service.project, signer=lambda _: "0123456789" * 4)
    request = client.explain(lambda client: client.with_options(timeout=5).project.get())
    assert request.headers["authorization"].endswith(":" + "0123456789" * 4)
