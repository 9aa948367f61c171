from __future__ import annotations

import asyncio
import pickle
import signal
import threading
import time
from itertools import islice

import pytest
from conftest import HELD, PATIENCE, Service, ring_when, wait_until
from uploadcare_sdk import AsyncUploadcare, FileInfo, ServerError, Uploadcare


def names(files: list[FileInfo]) -> list[str]:
    return [file.original_filename for file in files]


def expected(first: int, last: int) -> list[str]:
    step = 1 if first <= last else -1
    return [f"file-{n}.txt" for n in range(first, last + step, step)]


def test_item_by_item(service: Service, client: Uploadcare) -> None:
    service.seed(25)
    files = client.files.list(limit=10)
    assert service.sent() == []
    assert repr(files) == "<ItemList of files>"
    assert names(list(files)) == expected(1, 25)
    assert list(files) == []
    assert len(service.sent()) == 3


def test_a_loop_goes_on_where_the_last_one_was_left(service: Service, client: Uploadcare) -> None:
    service.seed(25)
    files = client.files.list(limit=10)
    assert names(list(islice(files, 3))) == expected(1, 3)
    for file in files:
        if file.original_filename == "file-12.txt":
            break
    assert names(list(files)) == expected(13, 25)


def test_forward_and_backward_share_their_position(service: Service, client: Uploadcare) -> None:
    service.seed(25)
    files = client.files.list(limit=10)
    assert names(list(islice(files, 13))) == expected(1, 13)
    back = files.backward()
    assert names(list(islice(back, 2))) == expected(13, 12)
    assert names(list(islice(files, 1))) == expected(12, 12)
    assert names(list(back)) == expected(12, 1)
    assert names(list(files)) == expected(1, 25)
    assert repr(back) == "<ItemList of files backward>"


def test_backward_of_backward_is_backward(service: Service, client: Uploadcare) -> None:
    service.seed(25)
    files = client.files.list(limit=10)
    assert names(list(islice(files, 13))) == expected(1, 13)
    back = files.backward()
    assert names(list(islice(back.backward(), 2))) == expected(13, 12)
    assert names(list(back.backward().backward())) == expected(11, 1)
    assert repr(back.backward()) == "<ItemList of files backward>"


def test_page_by_page(service: Service, client: Uploadcare) -> None:
    service.seed(25)
    pages = client.files.list(limit=10).pages()
    first = next(pages)
    assert (len(first), first.total, first.per_page) == (10, 25, 10)
    assert first.previous is None
    assert first.next
    assert first.totals is not None
    assert first.totals.stored == 25
    assert names(list(first)) == names(first.results) == expected(1, 10)
    assert first[0] == first.results[0]
    assert first[-1].original_filename == "file-10.txt"
    assert repr(first) == "Page(10 results, total=25, per_page=10)"
    assert first == pickle.loads(pickle.dumps(first))
    second = pages.next_page()
    assert second is not None
    assert first != second
    back = pages.previous_page()
    assert back is not None
    assert names(back.results) == expected(1, 10)
    assert pages.previous_page() is None
    assert [names(page.results) for page in pages] == [expected(11, 20), expected(21, 25)]
    assert pages.next_page() is None


def test_pages_after_items(service: Service, client: Uploadcare) -> None:
    service.seed(25)
    files = client.files.list(limit=10)
    assert names(list(islice(files, 3))) == expected(1, 3)
    pages = files.pages()
    assert names(next(pages).results) == expected(4, 10)
    assert names(list(client.files.list(cursor=pages.cursor()))) == expected(11, 25)
    assert names(next(pages).results) == expected(11, 20)
    assert names(list(islice(files, 1))) == expected(21, 21)
    assert [names(page.results) for page in pages] == [expected(22, 25)]
    assert list(files) == []


def test_pages_after_all_items_of_a_page(service: Service, client: Uploadcare) -> None:
    service.seed(25)
    files = client.files.list(limit=10)
    assert names(list(islice(files, 10))) == expected(1, 10)
    assert [names(page.results) for page in files.pages()] == [expected(11, 20), expected(21, 25)]
    assert len(service.sent()) == 3


def test_pages_of_a_backward_list_after_items(service: Service, client: Uploadcare) -> None:
    service.seed(25)
    files = client.files.list(limit=10)
    assert names(list(islice(files, 17))) == expected(1, 17)
    pages = files.backward().pages()
    assert repr(pages) == "<Pages of files backward>"
    assert names(next(pages).results) == expected(11, 17)
    assert names(list(islice(files.backward(), 2))) == expected(10, 9)
    assert [names(page.results) for page in pages] == [expected(1, 8)]
    assert names(list(islice(files, 2))) == expected(1, 2)
    assert names(next(files.pages()).results) == expected(3, 10)


@pytest.mark.parametrize("taken", [0, 1, 9, 10])
def test_what_pages_give_joins_what_items_gave(
    service: Service, client: Uploadcare, taken: int
) -> None:
    service.seed(25)
    files = client.files.list(limit=10)
    there = names(list(islice(files, 10 + taken)))
    assert there == expected(1, 10 + taken) or taken == 0
    back = [names(page.results) for page in files.backward().pages()]
    assert [name for page in reversed(back) for name in page] == there
    rest = [names(page.results) for page in files.pages()]
    assert [name for page in rest for name in page] == expected(1, 25)


def test_the_cursor_of_pages(service: Service, client: Uploadcare) -> None:
    service.seed(25)
    files = client.files.list(limit=10)
    assert names(list(files)) == expected(1, 25)
    pages = files.backward().pages()
    assert names(next(pages).results) == expected(21, 25)
    assert names(next(pages).results) == expected(11, 20)
    back = client.files.list(cursor=pages.cursor()).backward()
    assert names(list(back)) == expected(10, 1)
    assert names(list(client.files.list(cursor=pages.cursor()))) == expected(11, 25)
    within = client.files.list(cursor=pages.cursor(taken=4))
    assert names(list(within)) == expected(15, 25)
    assert names(list(client.files.list(cursor=pages.cursor(10)))) == expected(21, 25)

    ahead = client.files.list(limit=10).pages()
    assert names(next(ahead).results) == expected(1, 10)
    assert names(list(client.files.list(cursor=ahead.cursor()))) == expected(11, 25)
    assert names(list(client.files.list(cursor=ahead.cursor(0)))) == expected(1, 25)
    before = client.files.list(cursor=ahead.cursor(3)).backward()
    assert names(list(before)) == expected(3, 1)


async def test_the_cursor_of_async_pages(service: Service, async_client: AsyncUploadcare) -> None:
    service.seed(25)
    files = async_client.files.list(limit=10)
    assert len([file async for file in files]) == 25
    pages = files.backward().backward().pages()
    assert names((await anext(pages)).results) == expected(21, 25)
    back = async_client.files.list(cursor=pages.cursor()).backward()
    assert names([file async for file in back]) == expected(20, 1)
    within = async_client.files.list(cursor=pages.cursor(taken=2))
    assert names([file async for file in within]) == expected(23, 25)
    assert names([await anext(aiter(files)), await anext(aiter(files))]) == expected(21, 22)
    assert [names(page.results) async for page in files.pages()] == [expected(23, 25)]


async def test_tasks_share_a_list(service: Service, async_client: AsyncUploadcare) -> None:
    service.seed(25)
    files = async_client.files.list(limit=4, prefetch=False)
    seen: list[FileInfo] = []
    takers: set[int] = set()

    async def take(taker: int) -> None:
        async for file in files:
            seen.append(file)
            takers.add(taker)
            await asyncio.sleep(0)

    await asyncio.gather(*map(take, range(3)))
    assert names(seen) == expected(1, 25)
    assert len(takers) == 3
    assert len(service.sent()) == 7


@pytest.mark.parametrize("cancelled", [0, 1])
async def test_a_task_that_is_cancelled_leaves_the_list_to_the_other(
    service: Service, async_client: AsyncUploadcare, cancelled: int
) -> None:
    service.seed(25)
    service.fault(route="/files/", skip=1, delay_ms=1000)
    files = async_client.files.list(limit=10)
    seen: list[FileInfo] = []

    async def take() -> None:
        async for file in files:
            seen.append(file)
            await asyncio.sleep(0)

    tasks = [asyncio.ensure_future(take()) for _ in range(2)]
    await asyncio.to_thread(
        wait_until,
        lambda: len(seen) == 10 and service.stats()["in_flight"] == 1,
        "both want a page",
    )
    assert names(left_of(service, files.cursor())) == expected(11, 25)
    tasks[cancelled].cancel()
    await asyncio.wait(tasks)
    assert tasks[cancelled].cancelled()
    assert names(seen) == expected(1, 25)


def left_of(service: Service, cursor: str) -> list[FileInfo]:
    with service.emulator.client(service.project) as client:
        return list(client.files.list(cursor=cursor))


async def test_tasks_share_pages(service: Service, async_client: AsyncUploadcare) -> None:
    service.seed(25)
    pages = async_client.files.list(limit=5).pages()
    found = await asyncio.gather(*(pages.next_page() for _ in range(7)))
    assert [page and names(page.results) for page in found] == [
        *(expected(n, n + 4) for n in range(1, 25, 5)),
        None,
        None,
    ]


def test_a_list_goes_from_event_loop_to_event_loop(service: Service) -> None:
    service.seed(9)
    service.fault(route="/files/", skip=1, delay_ms=HELD)
    files = service.emulator.async_client(service.project).files.list(limit=3, prefetch=False)
    seen: list[FileInfo] = []

    async def take() -> None:
        async for file in files:
            seen.append(file)
            await asyncio.sleep(0)

    async def both() -> None:
        await asyncio.gather(take(), take())

    left = asyncio.new_event_loop()
    tasks = [left.create_task(take()) for _ in range(2)]
    second = lambda: len(seen) == 3 and service.stats()["in_flight"] == 1  # noqa: E731
    waiting = asyncio.to_thread(wait_until, second, "the second page is waited for")
    left.run_until_complete(waiting)
    assert names(seen) == expected(1, 3)
    left.close()
    asyncio.run(asyncio.wait_for(both(), PATIENCE))
    assert names(seen) == expected(1, 9)
    for task in tasks:
        # They never end, and asyncio complains of that.
        task._log_destroy_pending = False  # type: ignore[attr-defined]


@pytest.mark.parametrize("backward", [False, True])
def test_threads_share_a_list(service: Service, client: Uploadcare, backward: bool) -> None:
    service.seed(60)
    files = client.files.list(limit=10, prefetch=False)
    if backward:
        assert len(list(files)) == 60
        files = files.backward()
    before = len(service.sent())
    service.fault(route="/files/", times=-1, delay_ms=20)
    seen: list[FileInfo] = []

    def take() -> None:
        for file in files:
            seen.append(file)
            time.sleep(0.005)

    threads = [threading.Thread(target=take) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert sorted(names(seen)) == sorted(expected(1, 60))
    assert len(service.sent()) == before + (5 if backward else 6)


class AlarmError(Exception):
    pass


def test_a_thread_that_is_interrupted_leaves_the_list_to_the_other(
    service: Service, client: Uploadcare
) -> None:
    service.seed(20)
    service.fault(route="/files/", skip=1, delay_ms=HELD)
    files = client.files.list(limit=10)
    assert names(list(islice(files, 10))) == expected(1, 10)

    def ring(*_: object) -> None:
        raise AlarmError

    seen: list[FileInfo] = []
    before = signal.signal(signal.SIGALRM, ring)
    try:
        # One waits for the other's page: Ctrl-C ends the wait, not the page.
        thread = threading.Thread(target=lambda: seen.extend(files))
        thread.start()
        wait_until(lambda: service.stats()["in_flight"] == 1, "the page is being fetched")
        cursor = files.cursor()
        ring_when(lambda: True, "at once", lambda: time.sleep(0.2))
        with pytest.raises(AlarmError):
            next(iter(files))
        service.heal()
        thread.join(PATIENCE)
        assert names(seen) == expected(11, 20)
        assert names(list(client.files.list(cursor=cursor))) == expected(11, 20)

        # One fetches, the other waits.
        service.fault(route="/files/", delay_ms=HELD)
        files, seen = client.files.list(limit=10), []
        thread = threading.Thread(target=lambda: seen.extend(files))

        def join_in() -> None:
            thread.start()
            time.sleep(0.2)

        ring_when(lambda: service.stats()["in_flight"] == 1, "a page is being fetched", join_in)
        with pytest.raises(AlarmError):
            next(iter(files))
        thread.join(PATIENCE)
        assert names(seen) == expected(1, 20)
    finally:
        signal.signal(signal.SIGALRM, before)


def test_nothing_is_lost_wherever_it_is_interrupted(service: Service, client: Uploadcare) -> None:
    service.seed(1000)
    rings = 0
    armed = False

    def ring(*_: object) -> None:
        nonlocal rings, armed
        rings += 1
        if armed:
            armed = False
            raise AlarmError

    before = signal.signal(signal.SIGALRM, ring)
    try:
        for _ in range(5):
            files = client.files.list(limit=100)
            seen: list[FileInfo] = []
            ended = False
            while not ended:
                try:
                    armed = True
                    signal.setitimer(signal.ITIMER_REAL, 0.0007 * (rings % 40 + 1))
                    # It appends in C: no interrupt comes between an item and its place.
                    seen.extend(files)
                    armed = False
                    ended = True
                except AlarmError:
                    pass
            assert names(seen) == expected(1, 1000)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert rings > 10


def test_a_cursor_goes_on_in_another_process(service: Service, client: Uploadcare) -> None:
    service.seed(25, tie=4)
    files = client.files.list(limit=10)
    assert names(list(islice(files, 14))) == expected(1, 14)
    output = service.run("resumed.py", files.cursor())
    assert output.split() == expected(15, 25)
    back = client.files.list(cursor=files.cursor()).backward()
    assert names(list(islice(back, 6))) == expected(14, 9)
    assert service.run("resumed.py", back.cursor()).split() == expected(9, 25)


def test_the_next_page_is_fetched_ahead(service: Service, client: Uploadcare) -> None:
    service.seed(50)
    files = client.files.list(limit=10)
    assert len(list(islice(files, 10))) == 10
    assert len(service.sent()) == 1
    assert len(list(islice(files, 1))) == 1
    wait_until(lambda: len(service.sent()) == 3, "the third page is fetched")
    assert names(list(files)) == expected(12, 50)
    assert len(service.sent()) == 5


def test_no_page_is_fetched_ahead_when_not_wanted(service: Service, client: Uploadcare) -> None:
    service.seed(50)
    files = client.files.list(limit=10, prefetch=False)
    for count in range(1, 6):
        assert len(list(islice(files, 10))) == 10
        assert len(service.sent()) == count


def test_after_an_error_the_page_can_be_had_again(service: Service, client: Uploadcare) -> None:
    service.seed(25)
    service.fault(route="/files/", skip=1, respond={"status": 500})
    files = client.files.list(limit=10)
    assert names(list(islice(files, 10))) == expected(1, 10)
    with pytest.raises(ServerError):
        next(iter(files))
    assert names(list(files)) == expected(11, 25)


async def test_async_lists(service: Service, async_client: AsyncUploadcare) -> None:
    service.seed(25)
    files = async_client.files.list(limit=10)
    seen: list[FileInfo] = []
    async for file in files:
        seen.append(file)
        if len(seen) == 13:
            break
    assert names(seen) == expected(1, 13)
    assert names([file async for file in files.backward()]) == expected(13, 1)
    cursor = files.cursor()
    assert names([file async for file in files]) == expected(1, 25)
    assert names([file async for file in async_client.files.list(cursor=cursor)]) == expected(1, 25)
    pages = async_client.files.list(limit=10).pages()
    first = await anext(pages)
    second = await pages.next_page()
    back = await pages.previous_page()
    assert second is not None
    assert first == back
    assert [len(page) async for page in pages] == [10, 5]
    assert await pages.next_page() is None


def test_a_list_outlives_its_client(service: Service) -> None:
    service.seed(5)
    with service.emulator.client(service.project) as client:
        files = client.files.list(limit=2)
        assert len(list(islice(files, 1))) == 1
    assert len(list(files)) == 4
    with pytest.raises(RuntimeError, match="closed"):
        client.files.list()
    assert client.public_key == service.project.public_key


@pytest.mark.parametrize("unordered", [False, True])
def test_a_list_by_several_requests_goes_on_in_another_process(
    service: Service, client: Uploadcare, unordered: bool
) -> None:
    service.seed(450, tie=5)
    files = client.files.list(limit=20, concurrency=4, unordered=unordered)
    first = names(list(islice(files, 123)))
    rest = service.run("resumed.py", files.cursor()).split()
    assert sorted(first + rest) == sorted(expected(1, 450))
