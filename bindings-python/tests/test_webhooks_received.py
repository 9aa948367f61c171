"""Deliveries of webhooks: genuine ones, and all others."""

from __future__ import annotations

import json
import pickle
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from conftest import wait_until
from uploadcare_sdk import (
    ConfigurationError,
    DecodeError,
    InvalidSignatureError,
    Uploadcare,
    UploadcareError,
    WebhookReceiver,
)

if TYPE_CHECKING:
    from collections.abc import Generator

BODY = b'{"a":1}'
SIGNATURE = "v1=aa9e2e3575f5d7098b6caccd790888c36d5fdb63342a73bada2d6a51747a8494"
SECRET = "signing-secret-of-ours"


@contextmanager
def listening() -> Generator[tuple[str, list[tuple[bytes, str | None]]]]:
    """A server that keeps what comes: bodies and signatures."""
    came: list[tuple[bytes, str | None]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            came.append((body, self.headers.get(WebhookReceiver.SIGNATURE_HEADER)))
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            del format, args

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/hook", came
        finally:
            server.shutdown()
            thread.join()


def test_a_real_delivery(client: Uploadcare) -> None:
    with listening() as (url, came):
        client.webhooks.create(url, "file.uploaded", signing_secret=SECRET)
        file = client.uploads.upload(b"text", filename="a.txt", metadata={"pet": "cat"})
        wait_until(lambda: bool(came), "the delivery came")
    body, signature = came[0]
    receiver = WebhookReceiver(["another", SECRET])
    delivery = receiver.receive(body, signature)
    assert delivery.hook.event == "file.uploaded"
    assert delivery.data
    assert (delivery.data.uuid, delivery.data.metadata) == (file.uuid, {"pet": "cat"})
    assert delivery.initiator
    assert delivery.initiator.type == "api"
    for kind in (bytearray, memoryview):
        receiver.verify(kind(body), signature)
    for bit in range(0, len(body) * 8, 101):
        changed = bytearray(body)
        changed[bit // 8] ^= 1 << (bit % 8)
        with pytest.raises(InvalidSignatureError, match="does not fit"):
            receiver.receive(changed, signature)
    with pytest.raises(InvalidSignatureError, match="does not fit"):
        WebhookReceiver("another").verify(body, signature)
    # The same JSON, but not the same bytes.
    with pytest.raises(InvalidSignatureError):
        receiver.verify(json.dumps(json.loads(body)).encode(), signature)


@pytest.mark.parametrize(
    ("signature", "message"),
    [
        (None, "no signature"),
        ("", "no signature"),
        ("v2=aa", "version"),
        (SIGNATURE[:60], "64"),
        (SIGNATURE[:-1] + "5", "does not fit"),
    ],
)
def test_wrong_signatures(signature: str | None, message: str) -> None:
    with pytest.raises(InvalidSignatureError, match=message) as caught:
        WebhookReceiver("secret").verify(BODY, signature)
    error = caught.value
    assert (error.kind, error.parameter) == ("invalid_signature", "signature")
    assert isinstance(error, UploadcareError)
    assert type(pickle.loads(pickle.dumps(error))) is InvalidSignatureError


def test_what_is_no_delivery() -> None:
    receiver = WebhookReceiver("secret")
    receiver.verify(BODY, SIGNATURE)
    with pytest.raises(DecodeError):
        receiver.receive(BODY, SIGNATURE)


@pytest.mark.parametrize("body", ['{"a":1}', {"a": 1}, [1], None, 5])
def test_bodies_that_were_read(body: Any) -> None:
    for call in (WebhookReceiver("secret").receive, WebhookReceiver("secret").verify):
        with pytest.raises(TypeError, match="bytes of the request as they came"):
            call(body, SIGNATURE)


def test_signatures_of_another_type() -> None:
    with pytest.raises(TypeError, match="signature"):
        WebhookReceiver("secret").verify(BODY, b"v1=")  # type: ignore[arg-type]


def test_secrets() -> None:
    receiver = WebhookReceiver(iter(["topsecret", "otherone"]))
    assert repr(receiver) == "<WebhookReceiver with 2 secrets>"
    assert repr(WebhookReceiver("topsecret")) == "<WebhookReceiver with 1 secret>"
    with pytest.raises(TypeError):
        pickle.dumps(receiver)
    for wrong in ([], "", "x" * 33, ["good", ""]):
        with pytest.raises(ConfigurationError) as caught:
            WebhookReceiver(wrong)
        assert caught.value.parameter == "secrets"
        assert "x" * 33 not in str(caught.value)
    for wrong_type in (5, b"secret", [b"secret"], None):
        with pytest.raises(TypeError, match="secrets"):
            WebhookReceiver(wrong_type)  # type: ignore[arg-type]
