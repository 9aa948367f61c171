"""Threads, signals and event loops."""

from __future__ import annotations

import asyncio
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Thread

import pytest
from conftest import HELD, PATIENCE, Service, ring_when, wait_until
from uploadcare_sdk import AsyncUploadcare, NetworkError, Uploadcare


def test_other_threads_run_during_a_call(service: Service, client: Uploadcare) -> None:
    service.seed(1)
    service.fault(route="/base/", delay_ms=HELD)
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(client.uploads.upload, b"content")
        wait_until(lambda: service.stats()["in_flight"] == 1, "the slow call is under way")
        for _ in range(20):
            assert len(list(client.files.list())) == 1
        assert not slow.done()
        service.heal()
        assert slow.result().size == 7


def test_a_call_goes_on_after_the_one_whose_thread_carried_it(
    service: Service, client: Uploadcare
) -> None:
    service.fault(route="/project/", delay_ms=300)
    service.fault(route="/webhooks/", delay_ms=900)
    # Daemons: one that is stuck must not hold up the end of the tests.
    first = Thread(target=client.project.get, daemon=True)
    second = Thread(target=client.webhooks.list, daemon=True)
    first.start()
    wait_until(lambda: service.stats()["in_flight"] == 1, "the first call is under way")
    second.start()
    for thread in (first, second):
        thread.join(timeout=PATIENCE)
        assert not thread.is_alive()
    assert sorted(service.sent()) == ["GET /project/", "GET /webhooks/"]


@pytest.mark.parametrize("call", ["list", "upload"])
def test_ctrl_c_answers_at_once(service: Service, call: str) -> None:
    service.fault(delay_ms=HELD)
    program = service.start("interrupted.py", call)
    try:
        wait_until(lambda: service.stats()["in_flight"] == 1, "the call is under way")
        pressed = time.monotonic()
        program.send_signal(signal.SIGINT)
        output, errors = program.communicate(timeout=2 * PATIENCE)
    finally:
        program.kill()
    assert errors == ""
    answered = float(output) - pressed
    print(f"Ctrl-C answered after {answered * 1000:.0f} ms")
    assert answered < PATIENCE
    wait_until(lambda: service.stats()["cancelled"] == 1, "the request is dropped")


def test_ctrl_c_ends_the_waiting_for_a_job(service: Service, client: Uploadcare) -> None:
    service.arrange("jobs", {"outcome": "stuck"})
    uploaded = client.uploads.upload(b"content")
    job = client.addons.scan_for_viruses(uploaded)
    program = service.start("interrupted.py", job.save())
    try:
        wait_until(lambda: "status" in service.sent()[-1], "the job is asked for")
        time.sleep(0.2)
        pressed = time.monotonic()
        program.send_signal(signal.SIGINT)
        output, errors = program.communicate(timeout=2 * PATIENCE)
    finally:
        program.kill()
    assert errors == ""
    assert float(output) - pressed < PATIENCE


def test_one_client_in_several_event_loops(service: Service) -> None:
    service.seed(3)
    client = service.emulator.async_client(service.project)

    async def count() -> int:
        return len([file async for file in client.files.list(limit=2)])

    assert [asyncio.run(count()) for _ in range(3)] == [3, 3, 3]
    with ThreadPoolExecutor(4) as pool:
        counts = [pool.submit(lambda: asyncio.run(count())) for _ in range(8)]
        assert [each.result() for each in counts] == [3] * 8


def test_one_client_in_many_threads(service: Service, client: Uploadcare) -> None:
    service.seed(5)
    with ThreadPoolExecutor(8) as pool:
        counts = [pool.submit(lambda: len(list(client.files.list(limit=2)))) for _ in range(40)]
        assert [each.result() for each in counts] == [5] * 40


async def test_calls_run_at_the_same_time(service: Service, async_client: AsyncUploadcare) -> None:
    service.fault(route="/base/", delay_ms=HELD, times=-1)
    calls = asyncio.gather(*(async_client.uploads.upload(b"content") for _ in range(10)))
    all_ten = lambda: service.stats()["in_flight"] == 10  # noqa: E731
    await asyncio.to_thread(wait_until, all_ten, "all are under way")
    service.heal()
    await calls


async def test_a_list_goes_on_after_a_cancelled_page(
    service: Service, async_client: AsyncUploadcare
) -> None:
    service.seed(5)
    service.fault(route="/files/", delay_ms=HELD, skip=1)
    files = async_client.files.list(limit=2)
    seen: list[str] = []

    async def read() -> None:
        async for file in files:
            seen.append(file.original_filename)

    reading = asyncio.ensure_future(read())
    second = lambda: len(seen) == 2 and service.stats()["in_flight"] == 1  # noqa: E731
    await asyncio.to_thread(wait_until, second, "the second page is waited for")
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert len(seen) == 2
    cursor = files.cursor()
    await read()
    assert seen == [f"file-{n}.txt" for n in range(1, 6)]
    assert len([file async for file in async_client.files.list(cursor=cursor)]) == 3


@pytest.mark.parametrize("backward", [False, True])
async def test_a_page_that_came_too_late_is_not_lost(
    service: Service, async_client: AsyncUploadcare, backward: bool
) -> None:
    service.seed(9)
    files = async_client.files.list(limit=3, prefetch=False)
    for n in range(1, 5):
        assert (await anext(aiter(files))).original_filename == f"file-{n}.txt"
    rest = files.backward() if backward else files
    names = [f"file-{n}.txt" for n in (range(4, 0, -1) if backward else range(5, 10))]
    seen: list[str] = []

    async def read() -> None:
        async for file in rest:
            seen.append(file.original_filename)

    sent = len(service.sent())
    task = asyncio.ensure_future(read())
    await asyncio.sleep(0)
    # The event loop stands still until the answer has come; only then it hears of the end.
    wait_until(lambda: len(service.sent()) > sent, "the page is fetched")
    time.sleep(0.1)
    task.cancel()
    await asyncio.wait([task])
    assert task.cancelled()
    assert seen == names[: len(seen)]
    assert len(seen) < len(names)

    left = async_client.files.list(cursor=rest.cursor())
    left = left.backward() if backward else left
    assert [file.original_filename async for file in left] == names[len(seen) :]
    await read()
    assert seen == names


def test_a_handler_that_raises_ends_the_call(service: Service, client: Uploadcare) -> None:
    service.fault(delay_ms=HELD)

    class AlarmError(Exception):
        pass

    def ring(*_: object) -> None:
        raise AlarmError

    before = signal.signal(signal.SIGALRM, ring)
    try:
        ring_when(lambda: service.stats()["in_flight"] == 1, "the call is under way")
        began = time.monotonic()
        with pytest.raises(AlarmError):
            client.files.get("21975c81-7f57-4c7a-aef9-acfe28779f78")
        assert time.monotonic() - began < PATIENCE
    finally:
        signal.signal(signal.SIGALRM, before)
    wait_until(lambda: service.stats()["cancelled"] == 1, "the request is dropped")


def test_a_broken_connection_is_an_error(service: Service, client: Uploadcare) -> None:
    service.fault(drop=True)
    with pytest.raises(NetworkError):
        client.uploads.upload(b"content")
