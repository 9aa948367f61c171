"""Calls of asyncio that are given up: cancelled, timed out, closed, dropped."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
import time
import weakref
from typing import TYPE_CHECKING, Any

import pytest
from conftest import HELD, PATIENCE, Service, wait_until
from uploadcare_sdk import AsyncUploadcare, NotFoundError, Uploadcare

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

# Seconds: enough to send a request, whatever else the machine does.
LIMIT = 3
NOWHERE = "21975c81-7f57-4c7a-aef9-acfe28779f78"


async def give_up(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)


async def under_way(service: Service, count: int = 1) -> None:
    await asyncio.to_thread(
        wait_until, lambda: service.stats()["in_flight"] == count, "calls are under way"
    )


async def statuses(service: Service) -> list[int]:
    made = await asyncio.to_thread(service.emulator.requests, service.project)
    return [request.status for request in made]


CALLS: dict[str, Callable[[AsyncUploadcare], Awaitable[object]]] = {
    "get": lambda client: client.files.get(NOWHERE),
    "list": lambda client: anext(aiter(client.files.list())),
    "upload": lambda client: client.uploads.upload(b"content"),
    "batch": lambda client: client.files.delete_many(
        [f"{n:08x}-0000-4000-8000-000000000000" for n in range(350)]
    ),
}


@pytest.mark.parametrize("call", CALLS)
async def test_cancelling_a_task_drops_its_requests(
    service: Service, async_client: AsyncUploadcare, call: str
) -> None:
    service.fault(delay_ms=HELD, times=-1)
    task = asyncio.ensure_future(CALLS[call](async_client))
    # Requests of a batch go out at the same time.
    await under_way(service, 4 if call == "batch" else 1)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert set(await statuses(service)) == {499}


async def test_a_time_limit_drops_the_request(
    service: Service, async_client: AsyncUploadcare
) -> None:
    service.fault(delay_ms=HELD, times=-1)
    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(async_client.uploads.upload(b"content"), LIMIT)
    assert await statuses(service) == [499]


@pytest.mark.skipif(sys.version_info < (3, 11), reason="came with Python 3.11")
async def test_a_time_limit_of_a_block_drops_the_request(
    service: Service, async_client: AsyncUploadcare
) -> None:
    service.fault(delay_ms=HELD, times=-1)
    module: Any = asyncio
    with pytest.raises(TimeoutError):
        async with module.timeout(LIMIT):
            await async_client.project.get()
    assert await statuses(service) == [499]


@pytest.mark.skipif(sys.version_info < (3, 11), reason="came with Python 3.11")
async def test_one_that_fails_in_a_group_of_tasks_drops_the_others(
    service: Service, async_client: AsyncUploadcare
) -> None:
    service.fault(route="/project/", delay_ms=HELD, times=-1)
    module: Any = asyncio

    async def fail() -> None:
        await under_way(service, 3)
        await async_client.files.get(NOWHERE)

    async def together() -> None:
        async with module.TaskGroup() as group:
            for _ in range(3):
                group.create_task(async_client.project.get())
            group.create_task(fail())

    with pytest.raises(BaseException, match="unhandled errors in a TaskGroup") as caught:
        await together()
    group_of_errors: Any = caught.value
    (error,) = group_of_errors.exceptions
    assert isinstance(error, NotFoundError)
    assert sorted(await statuses(service)) == [404, 499, 499, 499]


async def test_a_shielded_call_goes_on(service: Service, async_client: AsyncUploadcare) -> None:
    service.fault(delay_ms=HELD)
    inner = asyncio.ensure_future(async_client.project.get())
    task = asyncio.ensure_future(asyncio.wait([asyncio.shield(inner)]))
    await under_way(service)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    service.heal()
    assert (await inner).pub_key == service.project.public_key
    assert await statuses(service) == [200]


async def test_a_coroutine_that_is_closed_or_dropped_drops_the_request(
    service: Service, async_client: AsyncUploadcare
) -> None:
    service.fault(delay_ms=HELD, times=-1)
    for end in ("close", "drop"):
        coroutine: Any = async_client.project.get()
        coroutine.send(None)
        await under_way(service)
        if end == "close":
            coroutine.close()
        del coroutine
        gc.collect()
        assert set(await statuses(service)) == {499}
    assert len(await statuses(service)) == 2


async def test_a_coroutine_that_is_never_awaited_sends_nothing(
    service: Service, async_client: AsyncUploadcare
) -> None:
    coroutine: Any = async_client.project.get()
    coroutine.close()
    await async_client.project.get()
    assert len(await statuses(service)) == 1


async def test_a_task_that_nobody_keeps_goes_on(service: Service) -> None:
    service.fault(delay_ms=HELD)
    seen: list[str] = []
    client = service.emulator.async_client(service.project)

    async def call(client: AsyncUploadcare) -> None:
        seen.append((await client.project.get()).pub_key)

    # Nothing but the call itself leads to task and client.
    gone = weakref.ref(asyncio.ensure_future(call(client)))
    del client
    await under_way(service)
    gc.collect()
    assert gone() is not None
    service.heal()
    while not seen:
        await asyncio.sleep(0.01)
    assert seen == [service.project.public_key]
    await asyncio.sleep(0)
    gc.collect()
    assert gone() is None


async def test_what_calls_leave_is_collected(service: Service) -> None:
    class Mark:
        pass

    marks: list[weakref.ref[Mark]] = []
    service.fault(delay_ms=HELD, times=5)

    async def call() -> None:
        mark = Mark()
        marks.append(weakref.ref(mark))
        client = service.emulator.async_client(service.project)
        await client.project.get()

    tasks = [asyncio.ensure_future(call()) for _ in range(10)]
    await asyncio.to_thread(
        wait_until, lambda: len([task for task in tasks if task.done()]) == 5, "half are done"
    )
    await give_up(tasks)
    tasks.clear()
    gc.collect()
    assert [mark() for mark in marks] == [None] * 10
    assert sorted(await statuses(service)) == [200] * 5 + [499] * 5


def test_a_client_dropped_in_the_middle_of_a_list(service: Service, client: Uploadcare) -> None:
    service.seed(9)
    files = iter(service.emulator.client(service.project).files.list(limit=2))
    first = next(files)
    gc.collect()
    assert len([first, *files]) == 9
    files = iter(service.emulator.client(service.project).files.list(limit=2))
    for _ in range(3):
        next(files)
    # A page is on its way.
    del files
    gc.collect()
    client.project.get()


def test_a_loop_that_ends_before_its_calls(service: Service) -> None:
    service.fault(delay_ms=HELD, times=3)
    client = service.emulator.async_client(service.project)

    async def leave() -> None:
        tasks.extend(asyncio.ensure_future(client.project.get()) for _ in range(3))
        await under_way(service, 3)

    tasks: list[asyncio.Future[Any]] = []
    asyncio.run(leave())
    assert all(task.cancelled() for task in tasks)
    assert [request.status for request in service.emulator.requests(service.project)] == [499] * 3


def test_results_that_meet_a_closed_loop_print_nothing(
    service: Service, capfd: pytest.CaptureFixture[str]
) -> None:
    service.fault(delay_ms=200, times=3)
    client = service.emulator.async_client(service.project)
    loop = asyncio.new_event_loop()
    coroutines: list[Any] = [client.project.get() for _ in range(3)]

    async def begin() -> None:
        # No task has them, so the end of the loop cancels none.
        for coroutine in coroutines:
            coroutine.send(None)

    loop.run_until_complete(begin())
    loop.close()
    wait_until(lambda: len(service.emulator.requests(service.project)) == 3, "all is answered")
    time.sleep(0.1)
    coroutines.clear()
    gc.collect()
    assert capfd.readouterr() == ("", "")


def test_ctrl_c_ends_an_event_loop(service: Service) -> None:
    service.fault(delay_ms=HELD)
    program = service.start("interrupted.py", "asyncio")
    try:
        wait_until(lambda: service.stats()["in_flight"] == 1, "the call is under way")
        pressed = time.monotonic()
        program.send_signal(signal.SIGINT)
        output, errors = program.communicate(timeout=2 * PATIENCE)
    finally:
        program.kill()
    assert errors == ""
    assert float(output) - pressed < PATIENCE
    assert [request.status for request in service.emulator.requests(service.project)] == [499]
