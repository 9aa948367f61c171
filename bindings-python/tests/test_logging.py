"""Events of calls in Python's `logging`."""

from __future__ import annotations

import asyncio
import logging
import pickle
import re
import sys
import threading
import time
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

import pytest
from case_clients import shown
from conftest import HELD, Service, wait_until
from uploadcare_sdk import AsyncUploadcare, CallEvent, NotFoundError, Uploadcare

if TYPE_CHECKING:
    from collections.abc import Iterator

WHO = ContextVar("WHO", default="nobody")
NOWHERE = "21975c81-7f57-4c7a-aef9-acfe28779f78"


class Keeper(logging.Handler):
    """Keeps records, and where it was given them."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []
        self.context: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)
        self.context.append(WHO.get())

    @property
    def events(self) -> list[CallEvent]:
        return [vars(record)["event"] for record in self.records]

    @property
    def texts(self) -> list[str]:
        return [shown(event) for event in self.events]


@pytest.fixture
def logger() -> Iterator[logging.Logger]:
    logger = logging.getLogger("uploadcare_sdk")
    before = logger.level
    yield logger
    logger.setLevel(before)


@pytest.fixture
def keeper(logger: logging.Logger) -> Iterator[Keeper]:
    keeper = Keeper()
    logger.addHandler(keeper)
    yield keeper
    logger.removeHandler(keeper)


def test_steps_of_a_call(service: Service, logger: logging.Logger, keeper: Keeper) -> None:
    logger.setLevel(logging.DEBUG)
    service.fault(respond={"status": 503})
    client = service.emulator.client(service.project, max_retries=1)
    token = WHO.set("somebody")
    client.project.get()
    WHO.reset(token)
    steps = ["request", "attempt", "response:503", "retry:server", "attempt", "response:200"]
    assert keeper.texts == [*steps, "finish"]
    levels = [logging.DEBUG] * 3 + [logging.INFO] + [logging.DEBUG] * 3
    assert [record.levelno for record in keeper.records] == levels
    assert {record.thread for record in keeper.records} == {threading.get_ident()}
    assert keeper.context == ["somebody"] * 7
    lines = [record.getMessage() for record in keeper.records]
    host = service.emulator.api_base.split("/")[2]
    call = keeper.events[0].call
    start = re.escape(f"call {call}: GET {host}/project/")
    patterns = [
        "",
        ": attempt 1, 0 bytes",
        r": status 503, 0 bytes, request [\w-]+, \d\.\d{3} s",
        r": attempt 1 failed, next in \d\.\d{3} s: the service failed \(503\): try again later",
        r": attempt 2, 0 bytes",
        r": status 200, \d+ bytes, request [\w-]+, \d\.\d{3} s",
        r": finish after \d\.\d{3} s",
    ]
    for line, pattern in zip(lines, patterns, strict=True):
        assert re.fullmatch(start + pattern, line), line


def test_a_failed_call(logger: logging.Logger, keeper: Keeper, client: Uploadcare) -> None:
    logger.setLevel(logging.DEBUG)
    with pytest.raises(NotFoundError):
        client.files.get(NOWHERE)
    assert keeper.texts[-1] == "finish:not_found"
    assert "failed after 0." in keeper.records[-1].getMessage()
    for record in keeper.records:
        copy = pickle.loads(pickle.dumps(record))
        assert vars(copy)["event"] == vars(record)["event"]


def test_only_repetitions_are_worth_an_info(
    service: Service, logger: logging.Logger, keeper: Keeper
) -> None:
    logger.setLevel(logging.INFO)
    service.fault(respond={"status": 503})
    service.emulator.client(service.project, max_retries=1).project.get()
    assert keeper.texts == ["retry:server"]


def test_the_level_is_asked_at_each_call(
    logger: logging.Logger, keeper: Keeper, client: Uploadcare
) -> None:
    for level, count in ((logging.WARNING, 0), (logging.DEBUG, 4), (logging.WARNING, 4)):
        logger.setLevel(level)
        client.project.get()
        assert len(keeper.records) == count
    logger.setLevel(logging.DEBUG)
    logging.disable(logging.CRITICAL)
    try:
        client.project.get()
    finally:
        logging.disable(logging.NOTSET)
    assert len(keeper.records) == 4


def test_nothing_is_done_in_a_program_without_logging(service: Service) -> None:
    modules = service.run("silent.py").split()
    assert "uploadcare_sdk._client" in modules
    assert not {"logging", "uploadcare_sdk._logging"} & set(modules)


def test_without_handlers_nothing_is_printed(
    client: Uploadcare, logger: logging.Logger, capsys: pytest.CaptureFixture[str]
) -> None:
    client.project.get()
    assert any(isinstance(handler, logging.NullHandler) for handler in logger.handlers)
    logger.propagate = False
    logger.setLevel(logging.DEBUG)
    try:
        client.project.get()
    finally:
        logger.propagate = True
    assert capsys.readouterr() == ("", "")


async def test_events_come_in_order_in_the_event_loop(
    service: Service, logger: logging.Logger, keeper: Keeper
) -> None:
    logger.setLevel(logging.DEBUG)
    client = service.emulator.async_client(service.project)

    async def call(name: str) -> None:
        WHO.set(name)
        await client.project.get()
        # All of it came before the result.
        steps = [
            text for text, who in zip(keeper.texts, keeper.context, strict=True) if who == name
        ]
        assert steps == ["request", "attempt", "response:200", "finish"]

    await asyncio.gather(*(call(f"caller {n}") for n in range(20)))
    assert {record.thread for record in keeper.records} == {threading.get_ident()}
    numbers = {event.call for event in keeper.events}
    assert len(numbers) == 20
    for number in numbers:
        attempts = [event.attempt for event in keeper.events if event.call == number]
        assert attempts == [0, 1, 1, 1]


async def test_no_event_comes_after_the_call_was_cancelled(
    service: Service, logger: logging.Logger, keeper: Keeper
) -> None:
    logger.setLevel(logging.DEBUG)
    client = service.emulator.async_client(service.project)
    for _ in range(20):
        task = asyncio.ensure_future(client.project.get())
        await asyncio.sleep(0)
        # Events are put to the event loop meanwhile.
        time.sleep(0.01)
        task.cancel()
        count = len(keeper.records)
        with pytest.raises(asyncio.CancelledError):
            await task
        await asyncio.sleep(0.01)
        assert len(keeper.records) == count


def test_no_event_comes_after_ctrl_c(
    service: Service, logger: logging.Logger, keeper: Keeper, client: Uploadcare
) -> None:
    class InterruptError(BaseException):
        pass

    def interrupt(record: logging.LogRecord) -> bool:
        if shown(vars(record)["event"]) == "attempt":
            raise InterruptError
        return True

    logger.setLevel(logging.DEBUG)
    service.fault(delay_ms=100)
    logger.addFilter(interrupt)
    try:
        with pytest.raises(InterruptError):
            client.project.get()
    finally:
        logger.removeFilter(interrupt)
    assert keeper.texts == ["request"]
    service.emulator.requests(service.project)
    time.sleep(0.05)
    assert keeper.texts == ["request"]


async def test_an_interrupt_while_the_level_is_asked_ends_the_call(
    service: Service, logger: logging.Logger, monkeypatch: pytest.MonkeyPatch
) -> None:
    class InterruptError(Exception):
        """As the handler of a signal raises it."""

    def ask(_: int) -> bool:
        raise InterruptError

    client = service.emulator.client(service.project)
    async_client = service.emulator.async_client(service.project)
    monkeypatch.setattr(logger, "isEnabledFor", ask)
    with pytest.raises(InterruptError):
        client.project.get()
    with pytest.raises(InterruptError):
        await async_client.project.get()
    assert service.emulator.requests(service.project) == []


async def test_what_goes_wrong_in_logging_is_not_the_calls(
    service: Service, logger: logging.Logger, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[Any] = []

    def fail(_: logging.LogRecord) -> bool:
        raise RuntimeError("no log today")

    logger.setLevel(logging.DEBUG)
    monkeypatch.setattr(sys, "unraisablehook", caught.append)
    logger.addFilter(fail)
    try:
        service.emulator.client(service.project).project.get()
        assert len(caught) == 4
        await service.emulator.async_client(service.project).project.get()
    finally:
        logger.removeFilter(fail)
    assert [str(unraisable.exc_value) for unraisable in caught] == ["no log today"] * 8


def test_pages_that_are_fetched_ahead_tell_in_order(
    service: Service, logger: logging.Logger, keeper: Keeper
) -> None:
    logger.setLevel(logging.DEBUG)
    service.seed(8)
    client = service.emulator.client(service.project)
    token = WHO.set("somebody")
    pages = client.files.list(limit=2).pages()
    for _ in range(2):
        next(pages)
    wait_until(lambda: len(keeper.records) == 12, "the third page is told of")
    WHO.reset(token)
    for number in {event.call for event in keeper.events}:
        steps = [shown(event) for event in keeper.events if event.call == number]
        assert steps == ["request", "attempt", "response:200", "finish"]
    assert keeper.context == ["somebody"] * 12


async def test_a_page_on_its_way_is_cancelled_with_the_call_that_waits_for_it(
    service: Service, logger: logging.Logger, keeper: Keeper
) -> None:
    logger.setLevel(logging.DEBUG)
    service.seed(8)
    service.fault(route="/files/", skip=2, delay_ms=HELD)
    client = service.emulator.async_client(service.project)
    pages = client.files.list(limit=2).pages()
    for _ in range(2):
        await pages.next_page()
    # It was asked for by the second call, and is waited for by the third.
    task = asyncio.ensure_future(pages.next_page())
    on_its_way = {"in_flight": 1, "cancelled": 0, "requests": 3}
    await asyncio.to_thread(
        wait_until, lambda: service.stats() == on_its_way, "the page is on its way"
    )
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    (*_, dropped) = await asyncio.to_thread(service.emulator.requests, service.project)
    assert dropped.status == 499
    await asyncio.sleep(0.01)
    assert keeper.texts[8:] == ["request", "attempt"]
    assert await pages.next_page() is not None
    assert keeper.texts[-1] == "finish"


def test_an_asynchronous_client_in_a_closed_loop_tells_no_more(
    service: Service, logger: logging.Logger, keeper: Keeper
) -> None:
    logger.setLevel(logging.DEBUG)
    service.fault(delay_ms=HELD)

    async def leave(client: AsyncUploadcare) -> None:
        leaving.append(asyncio.ensure_future(client.project.get()))
        while len(keeper.records) < 2:
            await asyncio.sleep(0.001)

    leaving: list[asyncio.Future[Any]] = []
    asyncio.run(leave(service.emulator.async_client(service.project)))
    assert leaving[0].cancelled()
    service.emulator.requests(service.project)
    assert keeper.texts == ["request", "attempt"]
