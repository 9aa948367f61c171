"""Functions that sign requests in the place of a secret key."""

from __future__ import annotations

import asyncio
import functools
import gc
import hashlib
import hmac
import pickle
import signal
import threading
import time
import weakref
from contextvars import ContextVar
from typing import Any

import pytest
from conftest import PATIENCE, Service, wait_until
from uploadcare_sdk import (
    AsyncUploadcare,
    ConfigurationError,
    RequestTimeoutError,
    SignerError,
    SigningRequest,
    Uploadcare,
    UploadcareError,
)

WHO = ContextVar("WHO", default="nobody")
WRONG: Any = 3


def signature(service: Service, request: SigningRequest) -> str:
    key, text = service.project.secret_key.encode(), request.string_to_sign.encode()
    return hmac.new(key, text, hashlib.sha1).hexdigest()


class Signer:
    """Signs, and keeps where it was asked and for what."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.requests: list[SigningRequest] = []
        self.threads: list[int] = []
        self.loops: list[asyncio.AbstractEventLoop] = []
        self.context: list[str] = []

    def sign(self, request: SigningRequest) -> str:
        self.requests.append(request)
        self.threads.append(threading.get_ident())
        self.context.append(WHO.get())
        return signature(self.service, request)

    async def sign_async(self, request: SigningRequest) -> str:
        self.loops.append(asyncio.get_running_loop())
        await asyncio.sleep(0)
        return self.sign(request)


class Stuck:
    """A coroutine function that never gives a signature."""

    def __init__(self) -> None:
        self.begun = 0
        self.cancelled = 0

    async def sign(self, _: SigningRequest) -> str:
        self.begun += 1
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        raise AssertionError("nobody sets the event")


def test_what_a_signer_is_given(service: Service) -> None:
    signer = Signer(service)
    with service.emulator.client(service.project, signer=signer.sign) as client:
        file = client.uploads.upload(b"content")
        assert signer.requests == []
        client.metadata.set(file, "pet", "cat")
    (request,) = signer.requests
    assert request.method == "PUT"
    assert request.target == f"/files/{file.uuid}/metadata/pet/"
    assert request.content_type == "application/json"
    assert request.body_md5 == hashlib.md5(b'"cat"').hexdigest()
    assert request.date.endswith(" GMT")
    lines = [request.method, request.body_md5, request.content_type, request.date, request.target]
    assert request.string_to_sign == "\n".join(lines)
    assert pickle.loads(pickle.dumps(request)) == request


def test_it_is_asked_in_the_thread_of_the_call_once_for_each_attempt(service: Service) -> None:
    signer = Signer(service)
    service.fault(times=2, respond={"status": 503})
    client = service.emulator.client(service.project, signer=signer.sign)
    token = WHO.set("somebody")
    client.project.get()
    WHO.reset(token)
    assert signer.threads == [threading.get_ident()] * 3
    assert signer.context == ["somebody"] * 3


def test_a_coroutine_function_signs_for_ordinary_code(service: Service) -> None:
    signer = Signer(service)
    client = service.emulator.client(service.project, signer=signer.sign_async)
    token = WHO.set("somebody")
    client.project.get()
    WHO.reset(token)

    async def within_a_loop() -> None:
        client.project.get()

    asyncio.run(within_a_loop())
    assert signer.context == ["somebody", "nobody"]
    assert threading.get_ident() not in signer.threads
    # What a signer keeps may belong to its event loop.
    assert signer.loops[0] is signer.loops[1]


async def test_it_is_asked_in_the_event_loop(service: Service) -> None:
    signer = Signer(service)
    WHO.set("somebody")
    for sign in (signer.sign, signer.sign_async):
        async with service.emulator.async_client(service.project, signer=sign) as client:
            await client.project.get()
    assert signer.threads == [threading.get_ident()] * 2
    assert signer.context == ["somebody"] * 2
    assert signer.loops == [asyncio.get_running_loop()]


async def test_what_it_raises_is_the_cause(service: Service) -> None:
    raised = RuntimeError("no signature today")

    def fails(_: SigningRequest) -> str:
        raise raised

    async def fails_later(_: SigningRequest) -> str:
        await asyncio.sleep(0)
        raise raised

    for signer in (fails, fails_later):
        with pytest.raises(SignerError, match="no signature today") as caught:
            service.emulator.client(service.project, signer=signer).project.get()
        with pytest.raises(SignerError) as caught_async:
            await service.emulator.async_client(service.project, signer=signer).project.get()
        for error in (caught.value, caught_async.value):
            assert error.__cause__ is raised
            assert isinstance(error, UploadcareError)
            assert (error.kind, error.is_retryable) == ("signer", False)
            assert (error.method, error.path) == ("GET", "/project/")
    assert service.sent() == []


def test_an_exception_without_a_text_is_named(service: Service) -> None:
    def fails(_: SigningRequest) -> str:
        raise KeyError

    with pytest.raises(SignerError, match="KeyError"):
        service.emulator.client(service.project, signer=fails).project.get()


@pytest.mark.parametrize("given", [None, 3, b"0" * 40])
async def test_what_is_no_text_is_no_signature(service: Service, given: Any) -> None:
    client = service.emulator.client(service.project, signer=lambda _: given)
    with pytest.raises(SignerError, match=type(given).__name__) as caught:
        client.project.get()
    assert "000" not in str(caught.value)
    async_client = service.emulator.async_client(service.project, signer=lambda _: given)
    with pytest.raises(SignerError, match=type(given).__name__):
        await async_client.project.get()


def test_a_signer_takes_the_place_of_the_secret_key(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Uploadcare("key", "secret", signer=lambda _: "")
    assert caught.value.parameter == "signer"
    for make in (Uploadcare, AsyncUploadcare):
        with pytest.raises(TypeError, match="'signer' must be a function"):
            make("key", signer=WRONG)
    monkeypatch.setenv("UPLOADCARE_SECRET_KEY", "of the environment")
    signer = Signer(service)
    service.emulator.client(service.project, signer=signer.sign).project.get()
    assert len(signer.requests) == 1


async def test_the_time_of_the_call_bounds_it(service: Service) -> None:
    signer = Stuck()
    client = service.emulator.client(service.project, signer=signer.sign, timeout=2)
    with pytest.raises(RequestTimeoutError):
        client.project.get()
    await asyncio.to_thread(wait_until, lambda: signer.cancelled == 1, "the signer is cancelled")
    async_client = service.emulator.async_client(service.project, signer=signer.sign, timeout=2)
    with pytest.raises(RequestTimeoutError):
        await async_client.project.get()
    while signer.cancelled != 2:
        await asyncio.sleep(0)
    assert service.sent() == []


async def test_it_is_cancelled_with_the_call(service: Service) -> None:
    signer = Stuck()
    client = service.emulator.async_client(service.project, signer=signer.sign)
    task = asyncio.ensure_future(client.project.get())
    while not signer.begun:
        await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    while not signer.cancelled:
        await asyncio.sleep(0)
    assert service.sent() == []


async def test_none_is_asked_after_the_call_was_cancelled(service: Service) -> None:
    signer = Signer(service)
    client = service.emulator.async_client(service.project, signer=signer.sign)
    for _ in range(20):
        task = asyncio.ensure_future(client.project.get())
        await asyncio.sleep(0)
        # The question is put to the event loop meanwhile.
        time.sleep(0.01)
        task.cancel()
        asked = len(signer.requests)
        with pytest.raises(asyncio.CancelledError):
            await task
        await asyncio.sleep(0.01)
        assert len(signer.requests) == asked
    assert len(signer.requests) < 20


def test_what_is_not_for_the_call_is_raised_as_it_is(service: Service) -> None:
    class LeaveError(BaseException):
        pass

    left = LeaveError()

    def leaves(_: SigningRequest) -> str:
        raise left

    with pytest.raises(LeaveError) as caught:
        service.emulator.client(service.project, signer=leaves).project.get()
    assert caught.value is left
    assert service.sent() == []


@pytest.mark.parametrize("kind", ["function", "coroutine"])
def test_ctrl_c_answers_while_it_works(service: Service, kind: str) -> None:
    program = service.start("signing.py", kind)
    try:
        assert program.stdout
        assert program.stdout.readline() == "asked\n"
        pressed = time.monotonic()
        program.send_signal(signal.SIGINT)
        output, errors = program.communicate(timeout=2 * PATIENCE)
    finally:
        program.kill()
    assert errors == ""
    assert output.splitlines()[:-1] == ["cleaned up", "interrupted"]
    assert float(output.splitlines()[-1]) - pressed < PATIENCE
    assert service.sent() == []


def has_asked(signer: Signer, count: int) -> bool:
    return len(signer.requests) == count


@pytest.mark.parametrize("is_async", [False, True])
def test_pages_that_are_fetched_ahead_are_signed(service: Service, is_async: bool) -> None:
    service.seed(8)
    signer = Signer(service)
    sign = signer.sign_async if is_async else signer.sign
    client = service.emulator.client(service.project, signer=sign)
    token = WHO.set("somebody")
    pages = client.files.list(limit=2).pages()
    for asked in (1, 3):
        next(pages)
        # The second page has brought a third one, for which nobody waits.
        wait_until(functools.partial(has_asked, signer, asked), "pages are signed")
    assert [len(page) for page in pages] == [2, 2]
    WHO.reset(token)
    assert signer.context == ["somebody"] * 4
    if not is_async:
        assert signer.threads[:2] == [threading.get_ident()] * 2
        assert signer.threads[2] != threading.get_ident()


async def test_pages_that_are_fetched_ahead_are_signed_in_the_event_loop(service: Service) -> None:
    service.seed(8)
    signer = Signer(service)
    client = service.emulator.async_client(service.project, signer=signer.sign_async)
    WHO.set("somebody")
    assert len([file async for file in client.files.list(limit=2)]) == 8
    assert signer.context == ["somebody"] * 4
    assert set(signer.loops) == {asyncio.get_running_loop()}


def test_a_page_fetched_ahead_outlives_its_event_loop(service: Service) -> None:
    service.seed(8)
    signer = Signer(service)
    client = service.emulator.async_client(service.project, signer=signer.sign_async)
    pages = client.files.list(limit=2).pages()

    async def take(count: int) -> list[int]:
        return [len(page or []) for page in [await pages.next_page() for _ in range(count)]]

    assert asyncio.run(take(2)) == [2, 2]
    assert asyncio.run(take(2)) == [2, 2]


def test_it_may_use_a_client(service: Service) -> None:
    other = service.emulator.client(service.project)

    def sign(request: SigningRequest) -> str:
        other.project.get()
        return signature(service, request)

    service.emulator.client(service.project, signer=sign).project.get()
    assert service.sent() == ["GET /project/"] * 2


def test_threads_are_asked_at_the_same_time(service: Service) -> None:
    meeting = threading.Barrier(4, timeout=PATIENCE)

    def sign(request: SigningRequest) -> str:
        meeting.wait()
        return signature(service, request)

    client = service.emulator.client(service.project, signer=sign)
    threads = [threading.Thread(target=client.project.get) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(service.sent()) == 4


def test_a_client_that_its_signer_leads_back_to_is_collected(service: Service) -> None:
    class Application:
        def __init__(self) -> None:
            self.client = service.emulator.client(service.project, signer=self.sign)
            self.patient = self.client.with_options(timeout=100)
            self.files = self.patient.files.list()

        def sign(self, request: SigningRequest) -> str:
            return signature(service, request)

    application = Application()
    assert list(application.files) == []
    gone = weakref.ref(application)
    del application
    gc.collect()
    assert gone() is None
