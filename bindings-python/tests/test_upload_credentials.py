"""What uploads are sent with, and clients that have no secret key."""

from __future__ import annotations

import asyncio
import inspect
import pickle
import threading
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

import pytest
from conftest import Service, wait_until
from contents import LEAST, async_pieces, content
from uploadcare_sdk import (
    AsyncUploadClient,
    ConfigurationError,
    RejectedError,
    SignerError,
    Uploadcare,
    UploadcareError,
    UploadClient,
    UploadSignature,
)

if TYPE_CHECKING:
    from uploadcare_sdk import UploadCredential

WHO = ContextVar("WHO", default="nobody")


@pytest.fixture
def signed(service: Service) -> Service:
    """A project that demands signed uploads."""
    service.configure(signed_uploads=True)
    return service


class Backend:
    """Gives credentials, and keeps where it was asked."""

    def __init__(self, service: Service, lifetime: int = 3600) -> None:
        self.uploads = service.emulator.client(service.project).uploads
        self.lifetime = lifetime
        self.threads: list[int] = []
        self.context: list[str] = []

    def token(self) -> str:
        self.threads.append(threading.get_ident())
        self.context.append(WHO.get())
        return self.uploads.create_token(lifetime=self.lifetime).token

    def signature(self) -> UploadSignature:
        self.token()
        return self.uploads.create_signature(lifetime=self.lifetime)

    async def token_async(self) -> str:
        await asyncio.sleep(0)
        return self.token()

    async def signature_async(self) -> UploadSignature:
        await asyncio.sleep(0)
        return self.signature()


async def test_every_kind(signed: Service) -> None:
    backend = Backend(signed)
    credentials: list[UploadCredential] = [
        backend.token(),
        backend.signature(),
        backend.token,
        backend.signature,
        backend.token_async,
        backend.signature_async,
    ]
    data = content(LEAST)
    for credential in credentials:
        with signed.emulator.upload_client(signed.project, upload_credential=credential) as client:
            client.uploads.upload(b"content")
            assert client.uploads.upload(data).size == LEAST
        async with signed.emulator.async_upload_client(
            signed.project, upload_credential=credential
        ) as async_client:
            await async_client.uploads.upload(b"content")
            file = await async_client.uploads.upload(async_pieces(data), size=LEAST)
            assert file.size == LEAST
    with signed.emulator.upload_client(signed.project) as client, pytest.raises(RejectedError):
        client.uploads.upload(b"content")
    # The secret key does as well.
    with signed.emulator.client(signed.project) as full:
        full.uploads.upload(b"content")


async def test_where_a_function_is_asked(signed: Service) -> None:
    backend = Backend(signed)
    WHO.set("somebody")
    client = signed.emulator.upload_client(signed.project, upload_credential=backend.token)
    for _ in range(3):
        client.uploads.upload(b"content")
    assert (backend.threads, backend.context) == ([threading.get_ident()], ["somebody"])
    for function in (backend.token, backend.token_async):
        async_client = signed.emulator.async_upload_client(
            signed.project, upload_credential=function
        )
        await asyncio.gather(*(async_client.uploads.upload(b"content") for _ in range(3)))
    assert (backend.threads, backend.context) == ([threading.get_ident()] * 3, ["somebody"] * 3)


def test_it_is_asked_again_before_the_end(signed: Service) -> None:
    backend = Backend(signed, lifetime=1)
    client = signed.emulator.upload_client(signed.project, upload_credential=backend.token)
    client.uploads.upload(b"content")
    threading.Event().wait(1)
    client.uploads.upload(b"content")
    assert len(backend.threads) == 2


async def test_what_it_raises_is_the_cause(signed: Service) -> None:
    raised = RuntimeError("no token today")

    def fails() -> str:
        raise raised

    async def fails_later() -> str:
        await asyncio.sleep(0)
        raise raised

    for function in (fails, fails_later):
        client = signed.emulator.upload_client(signed.project, upload_credential=function)
        with pytest.raises(SignerError, match="no token today") as caught:
            client.uploads.upload(b"content")
        async_client = signed.emulator.async_upload_client(
            signed.project, upload_credential=function
        )
        with pytest.raises(SignerError) as caught_async:
            await async_client.uploads.upload(b"content")
        for error in (caught.value, caught_async.value):
            assert error.__cause__ is raised
            assert (error.kind, error.is_retryable) == ("signer", False)
    assert signed.sent() == []


def test_what_is_no_credential(signed: Service) -> None:
    for given in (3, None, b"token", "two words", ""):
        wrong: Any = given
        client = signed.emulator.upload_client(signed.project, upload_credential=lambda: wrong)  # noqa: B023
        with pytest.raises(SignerError) as caught:
            client.uploads.upload(b"content")
        assert "two words" not in str(caught.value)
    for wrong in (3, b"token"):
        with pytest.raises(TypeError, match="'upload_credential' must be"):
            UploadClient("key", upload_credential=wrong)
    with pytest.raises(UploadcareError) as error:
        UploadClient("key", upload_credential="two words")
    assert "two words" not in repr(error.value)
    assert signed.sent() == []


async def test_cancelling_cancels_it(signed: Service) -> None:
    seen: list[str] = []
    begun = asyncio.Event()

    async def stuck() -> str:
        try:
            begun.set()
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            seen.append("cancelled")
            raise
        return ""

    client = signed.emulator.async_upload_client(signed.project, upload_credential=stuck)
    task = asyncio.ensure_future(client.uploads.upload(b"content"))
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    while not seen:
        await asyncio.sleep(0.01)
    timed = signed.emulator.upload_client(signed.project, upload_credential=stuck, timeout=2)
    with pytest.raises(UploadcareError):
        timed.uploads.upload(b"content")
    await asyncio.to_thread(wait_until, lambda: len(seen) == 2, "it is cancelled")


def test_a_client_that_can_hold_no_secret_key(
    service: Service, client: Uploadcare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPLOADCARE_SECRET_KEY", "of the environment")
    for make in (UploadClient, AsyncUploadClient):
        assert "secret_key" not in inspect.signature(make).parameters
    small = service.emulator.upload_client(service.project)
    assert (small.public_key, repr(small)[:13]) == (service.project.public_key, "UploadClient(")
    job = client.uploads.from_url(f"{service.emulator.cdn_base}{small.uploads.upload(b'x').uuid}/")
    assert small.jobs.open(job.save()).wait().state == "finished"
    for call in (small.uploads.create_token, small.uploads.create_signature):
        with pytest.raises(ConfigurationError, match="secret_key"):
            call()
    text = client.uploads.upload(b"text", filename="a.txt")
    conversion = client.conversion.convert_document(
        client.conversion.document_path(text, format="pdf")
    )
    before = len(service.sent())
    with pytest.raises(ConfigurationError):
        small.jobs.open(conversion.save()).status()
    assert len(service.sent()) == before
    assert not hasattr(small, "files")
    patient = small.with_options(timeout=60)
    assert isinstance(patient, UploadClient)
    assert patient.uploads.upload(b"content").size == 7
    with patient:
        pass
    with pytest.raises(RuntimeError, match="closed"):
        patient.uploads.upload(b"content")


async def test_the_part_of_a_full_client(signed: Service) -> None:
    backend = Backend(signed)
    emulator, project = signed.emulator, signed.project
    with emulator.client(project, upload_credential=backend.token, timeout=60) as client:
        small = client.with_options(max_retries=0).upload_client()
    # Closing one does not close the other.
    assert small.uploads.upload(b"content").size == 7
    assert small.with_options(timeout=5).uploads.upload(b"content").size == 7
    assert len(backend.threads) >= 1
    with emulator.client(project) as client, pytest.raises(RejectedError):
        client.upload_client().uploads.upload(b"content")
    async with emulator.async_client(project, upload_credential=backend.token_async) as full:
        assert (await full.upload_client().uploads.upload(b"content")).size == 7


def test_no_credential_anywhere(signed: Service) -> None:
    backend = Backend(signed)
    token, signature = backend.token(), backend.signature()
    for credential in (token, signature, lambda: token, lambda: signature):
        client = signed.emulator.upload_client(signed.project, upload_credential=credential)
        signed.fault(route="/base/", respond={"status": 400, "body": "no"})
        with pytest.raises(UploadcareError) as caught:
            client.uploads.upload(b"content")
        request = client.explain(lambda client: client.uploads.upload(b"content"), redact=True)
        error = caught.value
        shown = f"{client!r} {client.uploads!r} {error!r} {vars(error)} {pickle.dumps(error)!r}"
        shown += f"{signature!r} {request!r} {request.curl} {request.body}"
        assert token not in shown
        assert signature.signature not in shown
    upload = signed.emulator.client(signed.project).uploads.prepare(content(LEAST))
    for progress in upload:
        assert token not in repr(progress)
    assert "http" not in repr(upload)
