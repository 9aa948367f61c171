from __future__ import annotations

import pickle
from itertools import islice

import pytest
from conftest import Service, wait_until
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
    assert names(list(back.backward())) == expected(1, 25)
    assert repr(back) == "<ItemList of files backward>"


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
    assert names(next(pages).results) == expected(11, 20)
    assert names(list(client.files.list(cursor=pages.cursor()))) == expected(21, 25)


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
