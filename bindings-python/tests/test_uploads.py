"""Uploads of every size from every source."""

from __future__ import annotations

import asyncio
import io
import mmap
import tempfile
import threading
from array import array
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from conftest import HELD, PARTS, Service, wait_until
from contents import LEAST, PART, AsyncFile, Pipe, async_pieces, content, pieces
from uploadcare_sdk import (
    AsyncUploadcare,
    InvalidParameterError,
    NotFoundError,
    RejectedError,
    SourceError,
    Uploadcare,
    UploadLostError,
    UploadProgress,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from typing_extensions import Buffer

SIZES = [0, 1, LEAST - 1, LEAST, LEAST + 1]
NOWHERE = "21975c81-7f57-4c7a-aef9-acfe28779f78"


def path_of(data: bytes, folder: Path) -> Path:
    path = folder / "a.bin"
    path.write_bytes(data)
    return path


def standing(data: bytes) -> io.BytesIO:
    """A file that stands behind its beginning."""
    file = io.BytesIO(b"read already" + data)
    file.seek(12)
    return file


SOURCES: dict[str, Callable[[bytes, Path], Any]] = {
    "path": lambda data, folder: path_of(data, folder),
    "text of a path": lambda data, folder: str(path_of(data, folder)),
    "bytes": lambda data, _: data,
    "bytearray": lambda data, _: bytearray(data),
    "memoryview": lambda data, _: memoryview(data),
    "file": lambda data, _: standing(data),
    "pipe": lambda data, _: Pipe(data),
    "generator": lambda data, _: pieces(data),
    "list": lambda data, _: [bytearray(piece) for piece in pieces(data)],
}
ASYNC_SOURCES: dict[str, Callable[[bytes, Path], Any]] = {
    "asynchronous file": lambda data, _: AsyncFile(data),
    "asynchronous generator": lambda data, _: async_pieces(data),
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("source", SOURCES)
def test_sources(
    service: Service, client: Uploadcare, tmp_path: Path, source: str, size: int
) -> None:
    data = content(size)
    file = client.uploads.upload(SOURCES[source](data, tmp_path))
    assert file.size == size
    assert service.content(file.uuid) == data
    assert bool(service.parts()) == (size >= LEAST)
    assert file.original_filename == ("a.bin" if "path" in source else "file")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("source", [*SOURCES, *ASYNC_SOURCES])
async def test_sources_async(
    service: Service, async_client: AsyncUploadcare, tmp_path: Path, source: str, size: int
) -> None:
    data = content(size)
    given = {**SOURCES, **ASYNC_SOURCES}[source](data, tmp_path)
    file = await async_client.uploads.upload(given)
    assert file.size == size
    assert await asyncio.to_thread(service.content, file.uuid) == data


def test_streams_whose_size_is_known(service: Service, client: Uploadcare) -> None:
    data = content(3 * PART + 5)
    for source in (pieces(data), Pipe(data), iter([data])):
        file = client.uploads.upload(source, size=len(data))
        assert service.content(file.uuid) == data
    for wrong in (len(data) - 1, len(data) + 1, 5, 2**40):
        with pytest.raises(SourceError, match="said to have") as caught:
            client.uploads.upload(pieces(data), size=wrong)
        assert caught.value.parameter == "source"
    assert sum("complete" in target for target in service.sent()) == 3


def test_what_size_is_for(service: Service, client: Uploadcare) -> None:
    for source in (b"content", __file__):
        with pytest.raises(InvalidParameterError, match="only for streams"):
            client.uploads.upload(source, size=7)
    for size in (-1, 2**64):
        with pytest.raises(InvalidParameterError) as caught:
            client.uploads.upload([b"content"], size=size)
        assert caught.value.parameter == "size"
    wrong: Any = "7"
    with pytest.raises(TypeError, match="'size'"):
        client.uploads.upload([b"content"], size=wrong)
    assert service.sent() == []


def test_other_file_objects_and_buffers(
    service: Service, client: Uploadcare, tmp_path: Path
) -> None:
    data = content(PART)
    path = path_of(data, tmp_path)
    with path.open("rb") as file:
        uploaded = client.uploads.upload(file)
        assert uploaded.original_filename == "a.bin"
        assert service.content(uploaded.uuid) == data
        assert client.uploads.upload(file, filename="b.bin").size == 0
        assert not file.closed
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
            mapped.seek(10)
            assert client.uploads.upload(mapped).size == PART - 10
    with tempfile.SpooledTemporaryFile() as spooled:
        spooled.write(data)
        spooled.seek(0)
        assert client.uploads.upload(spooled).size == PART
    assert client.uploads.upload(array("H", range(1000))).size == 2000
    # A piece may be as large as it likes, or empty.
    mixed: list[bytes | bytearray] = [b"", data * 3, b"", bytearray(b"x")]
    uploaded = client.uploads.upload(iter(mixed))
    assert service.content(uploaded.uuid) == data * 3 + b"x"


def test_a_buffer_that_is_used_again(service: Service, client: Uploadcare) -> None:
    buffer = bytearray(100_000)

    def filled() -> Iterator[bytearray | memoryview]:
        for number in range(200):
            buffer[:] = bytes([number]) * len(buffer)
            yield memoryview(buffer) if number % 2 else buffer

    file = client.uploads.upload(filled())
    assert service.content(file.uuid) == b"".join(bytes([n]) * 100_000 for n in range(200))


async def test_pieces_of_many_sizes(
    service: Service, client: Uploadcare, async_client: AsyncUploadcare
) -> None:
    sizes = [1, 70_000, 0, 5, 65_535, 65_536, 200_000, 3, 3, 65_536, 0] * 4 + [7]
    data = b"".join(bytes([at]) * size for at, size in enumerate(sizes))

    def filled() -> Iterator[bytearray]:
        buffer = bytearray()
        for at, size in enumerate(sizes):
            buffer[:] = bytes([at]) * size
            yield buffer

    async def async_filled() -> AsyncIterator[bytearray]:
        for buffer in filled():
            yield buffer

    uuids = [
        client.uploads.upload(filled()).uuid,
        (await async_client.uploads.upload(filled())).uuid,
        (await async_client.uploads.upload(async_filled(), size=len(data))).uuid,
    ]
    for uuid in uuids:
        assert await asyncio.to_thread(service.content, uuid) == data


async def test_parts_by_hand(
    service: Service, client: Uploadcare, async_client: AsyncUploadcare
) -> None:
    data = content(LEAST + 17)
    parts = [data[at : at + PART] for at in range(0, len(data), PART)]
    buffers: list[Buffer] = [memoryview(parts[0]), bytearray(parts[1]), parts[2]]

    started = client.uploads.start_multipart(len(data), filename="a.bin")
    for url, buffer in zip(started.parts, buffers, strict=True):
        client.uploads.upload_part(url, buffer)
    assert service.content(client.uploads.complete_multipart(started.uuid).uuid) == data

    uploads = async_client.uploads
    started = await uploads.start_multipart(len(data))
    sent = [uploads.upload_part(*one) for one in zip(started.parts, buffers, strict=True)]
    assert await asyncio.gather(*sent) == [None] * 3
    uuid = (await uploads.complete_multipart(started.uuid)).uuid
    assert await asyncio.to_thread(service.content, uuid) == data

    with pytest.raises(UploadLostError):
        client.uploads.upload_part(started.parts[0], parts[0])
    with pytest.raises(InvalidParameterError) as caught:
        client.uploads.upload_part("part 1", b"")
    assert caught.value.parameter == "url"
    with pytest.raises(InvalidParameterError) as caught:
        await uploads.upload_part("part 1", b"")
    assert caught.value.parameter == "url"
    for wrong in ("text", None, 1):
        strange: Any = wrong
        with pytest.raises(TypeError, match="content must be bytes"):
            client.uploads.upload_part(started.parts[0], strange)


def test_files_of_the_project(service: Service, client: Uploadcare) -> None:
    uploaded = client.uploads.upload(b"content", filename="a.txt")
    for source in (uploaded, client.files.get(uploaded), UUID(uploaded.uuid)):
        assert client.uploads.upload(source) == uploaded
        assert service.sent()[-1].startswith("GET /info/?")
    with pytest.raises(NotFoundError):
        client.uploads.upload(UUID(NOWHERE))


def test_a_text_is_no_url(service: Service, client: Uploadcare) -> None:
    with pytest.raises(SourceError, match="from_url"):
        client.uploads.upload("https://example.com/a.jpg")
    assert service.sent() == []


async def test_what_is_no_source(
    service: Service, client: Uploadcare, async_client: AsyncUploadcare, tmp_path: Path
) -> None:
    path = path_of(b"a text", tmp_path)
    wrong: list[tuple[Any, str]] = [
        (3, "not int"),
        (None, "not NoneType"),
        (async_pieces(b""), "not async_generator, which AsyncUploadcare takes"),
        (AsyncFile(b"content"), "must give bytes, not coroutine"),
        (["text"], "must give bytes, not str"),
        ({"key": b"value"}, "must give bytes, not str"),
        ([3], "must give bytes, not int"),
        (io.StringIO("a text"), "text mode"),
    ]
    for source, message in wrong:
        with pytest.raises(TypeError, match=message):
            client.uploads.upload(source)
        if "sync" not in type(source).__name__:
            with pytest.raises(TypeError, match=message):
                await async_client.uploads.upload(source)
    with path.open() as text, pytest.raises(TypeError, match="text mode"):
        client.uploads.upload(text)  # type: ignore[arg-type]  # pyright: ignore
    with tempfile.NamedTemporaryFile("w+") as text, pytest.raises(TypeError, match="text mode"):
        client.uploads.upload(text)  # pyright: ignore
    assert service.sent() == []


class Broken:
    """A stream that raises something in the middle, and notes that it is closed."""

    def __init__(self, error: BaseException) -> None:
        self.error = error
        self.threads: set[int] = set()
        self.is_closed = False

    def pieces(self) -> Iterator[bytes]:
        try:
            self.threads.add(threading.get_ident())
            yield content(PART + 1)
            self.threads.add(threading.get_ident())
            yield content(3)
            raise self.error
        finally:
            self.is_closed = True

    async def async_pieces(self) -> AsyncIterator[bytes]:
        for piece in self.pieces():
            await asyncio.sleep(0)
            yield piece


@pytest.mark.parametrize("size", [None, 3 * PART])
@pytest.mark.parametrize("error", [KeyError("mine"), OSError("mine"), StopAsyncIteration("mine")])
async def test_what_a_stream_raises_is_what_the_caller_gets(
    service: Service,
    client: Uploadcare,
    async_client: AsyncUploadcare,
    size: int | None,
    error: Exception,
) -> None:
    with pytest.raises(type(error)) as caught:
        client.uploads.upload(Broken(error).pieces(), size=size)
    assert caught.value is error
    assert caught.value.__cause__ is None
    is_stop = isinstance(error, StopAsyncIteration)
    with pytest.raises(type(error)) as caught:
        await async_client.uploads.upload(Broken(error).pieces(), size=size)
    assert caught.value is error
    with pytest.raises(RuntimeError if is_stop else type(error)) as other:
        await async_client.uploads.upload(Broken(error).async_pieces(), size=size)
    assert (other.value.__cause__ if is_stop else other.value) is error
    assert not any("complete" in target or "base" in target for target in service.sent())
    assert list(client.files.list()) == []


def test_a_stream_that_broke_off_is_not_taken_to_be_at_its_end(
    service: Service, client: Uploadcare
) -> None:
    upload = client.uploads.prepare(Broken(KeyError("mine")).pieces())
    for _ in range(3):
        with pytest.raises(KeyError):
            upload.run()
    assert service.sent() == []


def test_a_read_that_raises_stop_iteration(client: Uploadcare) -> None:
    class Odd:
        def read(self, size: int, /) -> bytes:
            raise StopIteration(size)

    with pytest.raises(RuntimeError, match="StopIteration") as caught:
        client.uploads.upload(Odd())
    assert isinstance(caught.value.__cause__, StopIteration)


async def test_an_upload_that_fails_ends_its_stream(
    service: Service, client: Uploadcare, async_client: AsyncUploadcare
) -> None:
    service.fault(route=PARTS, times=-1, respond={"status": 400})
    sources = [Endless(), Endless(), Endless()]
    with pytest.raises(RejectedError):
        client.uploads.upload(sources[0].pieces(), size=2**30)
    with pytest.raises(RejectedError):
        await async_client.uploads.upload(sources[1].pieces(), size=2**30)
    with pytest.raises(RejectedError):
        await async_client.uploads.upload(sources[2].async_pieces(), size=2**30)
    for source in sources:
        assert source.is_closed
        assert source.count < 60


class Endless:
    def __init__(self) -> None:
        self.count = 0
        self.threads: set[int] = set()
        self.is_closed = False

    def pieces(self) -> Iterator[bytes]:
        try:
            while True:
                self.count += 1
                self.threads.add(threading.get_ident())
                yield bytes(1 << 20)
        finally:
            self.is_closed = True

    async def async_pieces(self) -> AsyncIterator[bytes]:
        try:
            for piece in self.pieces():
                yield piece
                await asyncio.sleep(0)
        finally:
            self.is_closed = True


def test_a_stream_is_read_in_the_thread_of_the_call(client: Uploadcare) -> None:
    source = Broken(KeyError("mine"))
    with pytest.raises(KeyError):
        client.uploads.upload(source.pieces(), size=3 * PART)
    assert source.threads == {threading.get_ident()}


async def test_cancelling_stops_the_stream_and_the_upload(
    service: Service, async_client: AsyncUploadcare
) -> None:
    service.fault(route=PARTS, times=-1, delay_ms=HELD)
    source = Endless()
    task = asyncio.ensure_future(async_client.uploads.upload(source.async_pieces(), size=2**30))
    await asyncio.to_thread(
        wait_until, lambda: service.stats()["in_flight"] == 4, "the parts are under way"
    )
    # No more is read than is on its way.
    assert source.count * (1 << 20) <= 4 * PART + (1 << 20)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert source.is_closed
    statuses = await asyncio.to_thread(service.parts)
    assert [status for _, status in statuses] == [499] * 4
    assert service.stats()["in_flight"] == 0


async def test_cancelling_while_a_stream_is_waited_for(
    service: Service, async_client: AsyncUploadcare
) -> None:
    seen: list[str] = []
    begun = asyncio.Event()

    async def slow() -> AsyncIterator[bytes]:
        try:
            yield content(10)
            begun.set()
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            seen.append("cancelled")
            raise
        finally:
            seen.append("closed")

    task = asyncio.ensure_future(async_client.uploads.upload(slow()))
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert seen == ["cancelled", "closed"]
    assert service.sent() == []
    # As with a time limit.
    begun.clear()
    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(async_client.uploads.upload(slow()), 2)
    assert seen == ["cancelled", "closed"] * 2


async def test_progress(
    service: Service, client: Uploadcare, async_client: AsyncUploadcare
) -> None:
    service.fault(route=PARTS, times=-1, delay_ms=150)
    data = content(4 * PART + 1)
    told: list[UploadProgress] = []

    async def tell(progress: UploadProgress) -> None:
        await asyncio.sleep(0)
        told.append(progress)

    ways: list[Callable[[], Any]] = [
        lambda: client.uploads.upload(data, on_progress=told.append, concurrency=2),
        lambda: client.uploads.upload(pieces(data), on_progress=told.append, concurrency=2),
        lambda: async_client.uploads.upload(data, on_progress=told.append, concurrency=2),
        lambda: async_client.uploads.upload(async_pieces(data), on_progress=tell, concurrency=2),
    ]
    for way in ways:
        told.clear()
        file = way()
        if hasattr(file, "__await__"):
            file = await file
        assert len(told) >= 3
        numbers = [(one.sent_bytes, one.sent_parts) for one in told]
        assert numbers == sorted(numbers)
        assert [one.file for one in told[:-1]] == [None] * (len(told) - 1)
        assert told[-1].file == file
        assert numbers[-1] == (len(data), 5)
        assert (told[-1].total_bytes, told[-1].total_parts) == (len(data), 5)


async def test_a_function_for_progress_that_raises_ends_the_upload(
    service: Service, client: Uploadcare, async_client: AsyncUploadcare
) -> None:
    service.fault(route=PARTS, times=-1, delay_ms=HELD)
    error = RuntimeError("enough")

    def tell(_: UploadProgress) -> None:
        raise error

    data = content(2 * PART)
    with pytest.raises(RuntimeError) as caught:
        client.uploads.upload(data, on_progress=tell)
    assert caught.value is error
    with pytest.raises(RuntimeError) as caught:
        await async_client.uploads.upload(data, on_progress=tell)
    assert caught.value is error
    assert {status for _, status in service.parts()} <= {499}
    assert service.stats()["in_flight"] == 0


async def test_many(
    service: Service, client: Uploadcare, async_client: AsyncUploadcare, tmp_path: Path
) -> None:
    path = path_of(content(LEAST), tmp_path)
    known = client.uploads.upload(b"known")
    sources: list[Any] = [b"first", path, str(tmp_path / "none"), memoryview(b"third"), known]
    for result in (
        client.uploads.upload_many(sources, tags=["river"], file_concurrency=2),
        await async_client.uploads.upload_many(iter(sources), tags=["river"]),
    ):
        assert [file and file.size for file in result.files] == [5, LEAST, None, 5, 5]
        assert result.files[4] == known
        (failure,) = result.failures
        assert (failure.index, failure.source) == (2, str(tmp_path / "none"))
        assert failure.error.kind == "source"
        assert result.not_tried == []
        assert client.tags.get(result.files[0] or "") == ["river"]
    assert client.uploads.upload_many([]).files == []
    before = len(service.sent())
    for stream in (io.BytesIO(b"x"), pieces(b"x"), [b"x"], async_pieces(b"x")):
        with pytest.raises(InvalidParameterError, match="cannot be streams") as caught:
            client.uploads.upload_many([b"x", stream])  # type: ignore[list-item]  # pyright: ignore
        assert caught.value.parameter == "sources"
    wrong: list[Any] = ["a path", b"bytes", 3]
    for sources in wrong:
        with pytest.raises(TypeError, match="sources must be an iterable"):
            client.uploads.upload_many(sources)
    with pytest.raises(TypeError, match=r"each of sources must be a path.* not int"):
        client.uploads.upload_many([3])  # type: ignore[list-item]  # pyright: ignore
    with pytest.raises(InvalidParameterError) as caught:
        client.uploads.upload_many([b"x", b"y"], filename="one.txt")
    assert caught.value.parameter == "filename"
    assert len(service.sent()) == before


def test_options_are_checked_before_anything_is_sent(service: Service, client: Uploadcare) -> None:
    wrong: list[dict[str, Any]] = [
        {"part_size": 5_242_879},
        {"concurrency": 0},
        {"multipart_threshold": LEAST - 1},
        {"on_lost": "weep"},
        {"filename": ""},
    ]
    for options in wrong:
        with pytest.raises(InvalidParameterError) as caught:
            client.uploads.prepare(b"content", **options)
        assert [caught.value.parameter] == list(options)
    unknown: dict[str, Any] = {"colour": "red"}
    with pytest.raises(TypeError, match="unexpected keyword argument 'colour'"):
        client.uploads.upload(b"content", **unknown)
    assert service.sent() == []


def test_explaining(service: Service, client: Uploadcare) -> None:
    ways: list[Callable[[Uploadcare], object]] = [
        lambda client: client.uploads.upload(b"content"),
        lambda client: client.uploads.upload(iter([b"content"])),
    ]
    for way in ways:
        request = client.explain(way)
        assert (request.method, "/base/" in request.url) == ("POST", True)
    assert service.sent() == []
