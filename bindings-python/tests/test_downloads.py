"""Downloads into memory, piece by piece and to the disk."""

from __future__ import annotations

import asyncio
import gc
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from conftest import FIXTURES, HELD, PATIENCE, Service, wait_until
from contents import MIB, content
from uploadcare_sdk import (
    AsyncUploadcare,
    ContentMismatchError,
    DestinationError,
    InvalidParameterError,
    NotFoundError,
    Transformation,
    Uploadcare,
)

if TYPE_CHECKING:
    from pathlib import Path

    from uploadcare_sdk import DownloadProgress, SaveOptions

SIZES = [0, 1, 9 * MIB, 40 * MIB]
DATA = content(5 * MIB + 17)
ROUTE = "/{uuid}/"


def statuses(service: Service) -> list[int]:
    """Of the answers to requests for originals."""
    return [
        made.status for made in service.emulator.requests(service.project) if made.route == ROUTE
    ]


def stall(service: Service, skip: int) -> None:
    """Keeps all requests for originals waiting but the first ones."""
    service.fault(route=ROUTE, skip=skip, times=-1, delay_ms=HELD)


def go_on(service: Service) -> None:
    service.emulator.clear_faults(service.project)


def in_flight(service: Service) -> int:
    return service.stats()["in_flight"]


@pytest.mark.parametrize("size", SIZES)
async def test_any_size_in_any_way(
    client: Uploadcare,
    async_client: AsyncUploadcare,
    tmp_path: Path,
    size: int,
) -> None:
    data = content(size)
    file = await async_client.uploads.upload(data, filename="a.bin")
    assert await asyncio.to_thread(client.delivery.download, file) == data
    assert await async_client.delivery.download(file.uuid) == data
    with client.delivery.download_stream(file) as stream:
        assert stream.info.size == size
        assert b"".join(stream) == data
    async with async_client.delivery.download_stream(file) as async_stream:
        assert async_stream.info.size == size
        assert b"".join([piece async for piece in async_stream]) == data
    saved = client.delivery.save(file, tmp_path)
    assert (saved.path, saved.size) == (str(tmp_path / "a.bin"), size)
    told: list[DownloadProgress] = []
    other = await async_client.delivery.save(file, tmp_path / "b.bin", on_progress=told.append)
    assert told[-1].file == other
    for name in ("a.bin", "b.bin"):
        assert (tmp_path / name).read_bytes() == data
    # Nothing else is left.
    assert {path.name for path in tmp_path.iterdir()} == {"a.bin", "b.bin"}


async def test_progress(client: Uploadcare, async_client: AsyncUploadcare, tmp_path: Path) -> None:
    file = client.uploads.upload(DATA)
    download = client.delivery.prepare_save(file, str(tmp_path / "a"), part_size=MIB)
    assert repr(download) == "<Download 0 of ? bytes>"
    told = list(download)
    received = [progress.received_bytes for progress in told]
    assert received == sorted(received)
    assert (received[-1], told[-1].total_bytes) == (len(DATA), len(DATA))
    assert [progress.file for progress in told[:-1]] == [None] * (len(told) - 1)
    assert told[-1].file == download.run()
    assert list(download) == []
    assert repr(download) == f"<Download {len(DATA)} of {len(DATA)} bytes>"

    seen: list[int] = []

    async def look(progress: DownloadProgress) -> None:
        await asyncio.sleep(0)
        seen.append(progress.received_bytes)

    await async_client.delivery.save(file, tmp_path / "b", on_progress=look)
    assert seen[-1] == len(DATA)
    prepared = async_client.delivery.prepare_save(file, tmp_path / "c")
    last = [progress async for progress in prepared][-1]
    assert last.file == await prepared.run()
    assert (tmp_path / "c").read_bytes() == DATA

    def fail(_: DownloadProgress) -> None:
        raise LookupError("enough")

    with pytest.raises(LookupError, match="enough"):
        client.delivery.save(file, tmp_path / "d", on_progress=fail)


async def test_cancelled_in_the_middle(
    service: Service, async_client: AsyncUploadcare, tmp_path: Path
) -> None:
    file = await async_client.uploads.upload(DATA)
    target = tmp_path / "a.bin"
    stall(service, 2)
    download = async_client.delivery.prepare_save(file, target, part_size=MIB, max_concurrency=1)
    run = asyncio.ensure_future(download.run())

    def two_parts() -> bool:
        # In this order: before, what is under way may be the second one.
        return download.progress.received_bytes == 2 * MIB and in_flight(service) == 1

    await asyncio.to_thread(wait_until, two_parts, "two parts are there")
    run.cancel()
    with pytest.raises(asyncio.CancelledError):
        await run
    await asyncio.to_thread(wait_until, lambda: in_flight(service) == 0, "the socket is closed")
    assert not target.exists()
    go_on(service)
    # Only what is left, by the same download and by another one.
    saved = await async_client.delivery.save(file, target, part_size=MIB)
    assert target.read_bytes() == DATA
    assert saved.size == len(DATA)
    assert sorted(statuses(service)) == [206] * 6 + [499]


def test_an_iterator_that_is_left(service: Service, client: Uploadcare, tmp_path: Path) -> None:
    file = client.uploads.upload(DATA)
    stall(service, 2)
    download = client.delivery.prepare_save(file, tmp_path / "a", part_size=MIB, max_concurrency=1)
    for progress in download:
        if progress.received_bytes == 2 * MIB:
            wait_until(lambda: in_flight(service) == 1, "the third is on its way")
            break
    gc.collect()
    assert statuses(service) == [206, 206, 499]
    go_on(service)
    received = [progress.received_bytes for progress in download]
    assert received == sorted(received)
    assert received[0] >= 2 * MIB
    assert statuses(service) == [206, 206, 499] + [206] * 4
    assert (tmp_path / "a").read_bytes() == DATA


def test_it_goes_on_after_its_process_was_killed(
    service: Service, client: Uploadcare, tmp_path: Path
) -> None:
    file, target = client.uploads.upload(DATA), tmp_path / "a.bin"
    stall(service, 3)
    process = service.start("download_killed.py", file.uuid, str(target))
    try:
        # Part by part: when the fourth is asked for, three are there. What is under way before
        # three were answered may be the third.
        wait_until(lambda: statuses_so_far(service) == 3 and in_flight(service) == 1, "three parts")
    finally:
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=PATIENCE)
    assert process.returncode == -signal.SIGKILL
    wait_until(lambda: in_flight(service) == 0, "the socket is closed")
    assert not target.exists()
    go_on(service)
    saved = client.delivery.save(file, target, part_size=MIB)
    assert target.read_bytes() == DATA
    assert saved.path == str(target)
    assert sorted(statuses(service)) == [206] * 6 + [499]
    assert list(tmp_path.iterdir()) == [target]


def statuses_so_far(service: Service) -> int:
    """Answers so far, while a request is under way."""
    answer = service.emulator.control(
        "GET", f"requests?public_key={service.project.public_key}&route={ROUTE}"
    )
    return len(answer["requests"])


def test_a_file_that_is_there(service: Service, client: Uploadcare, tmp_path: Path) -> None:
    file, target = client.uploads.upload(b"new"), tmp_path / "a.txt"
    target.write_text("old")
    with pytest.raises(DestinationError, match="overwrite") as caught:
        client.delivery.save(file, target)
    assert isinstance(caught.value, OSError)
    assert target.read_text() == "old"
    assert statuses(service) == []
    client.delivery.save(file, target, overwrite=True)
    assert target.read_text() == "new"
    with pytest.raises(DestinationError, match="does not exist"):
        client.delivery.save(file, tmp_path / "nowhere" / "a.txt")


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("../evil.txt", "evil.txt"),
        ("/etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("a\x7fb.txt", "a_b.txt"),
        ("..", None),
    ],
)
def test_a_name_that_the_service_tells(
    service: Service, client: Uploadcare, tmp_path: Path, told: str, name: str | None
) -> None:
    file, folder = client.uploads.upload(b"text"), tmp_path / "folder"
    folder.mkdir()
    escaped = told.replace("\\", "\\\\")
    headers = {"Content-Disposition": f'attachment; filename="{escaped}"'}
    if "\x7f" in told:
        headers = {"Content-Disposition": "attachment; filename*=UTF-8''a%7Fb.txt"}
    service.fault(route=ROUTE, respond={"status": 200, "headers": headers, "body": "text"})
    saved = client.delivery.save(file, folder)
    assert saved.path == str(folder / (name or file.uuid))
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]
    assert [path.name for path in folder.iterdir()] == [name or file.uuid]


def test_names_that_are_refused(service: Service, client: Uploadcare, tmp_path: Path) -> None:
    file = client.uploads.upload(b"text", filename="a.txt")
    for name in ("../a.txt", "b/a.txt", "..", "", "a\0b", "nul.txt"):
        with pytest.raises(InvalidParameterError) as caught:
            client.delivery.save(file, tmp_path, filename=name)
        assert caught.value.parameter == "filename"
    saved = client.delivery.save(file, tmp_path, filename="b.txt")
    assert saved.path == str(tmp_path / "b.txt")
    assert len(statuses(service)) == 1


def test_a_link_that_somebody_has_planted(client: Uploadcare, tmp_path: Path) -> None:
    file, target, victim = client.uploads.upload(b"text"), tmp_path / "a", tmp_path / "victim"
    victim.write_text("precious")
    for name in ("a", "a.uploadcare-part", "a.uploadcare-state"):
        link = tmp_path / name
        link.symlink_to(victim)
        with pytest.raises(DestinationError):
            client.delivery.save(file, target)
        link.unlink()
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    with pytest.raises(DestinationError):
        client.delivery.save(file, tmp_path / "dangling")
    # The link itself is replaced, not what it leads to.
    target.symlink_to(victim)
    client.delivery.save(file, target, overwrite=True)
    assert not target.is_symlink()
    assert (target.read_text(), victim.read_text()) == ("text", "precious")


async def test_a_stream_that_is_left(
    service: Service, client: Uploadcare, async_client: AsyncUploadcare
) -> None:
    file = client.uploads.upload(DATA)
    service.fault(route=ROUTE, times=-1, bytes_per_second=200_000)
    closed = (lambda: in_flight(service) == 0), "the socket is closed"
    with client.delivery.download_stream(file) as stream:
        assert DATA.startswith(next(stream))
        assert in_flight(service) == 1
    await asyncio.to_thread(wait_until, *closed)
    with pytest.raises(ValueError, match="closed"):
        next(stream)

    async with async_client.delivery.download_stream(file) as async_stream:
        async for piece in async_stream:
            assert DATA.startswith(piece)
            break
    await asyncio.to_thread(wait_until, *closed)
    with pytest.raises(ValueError, match="closed"):
        await anext(async_stream)

    # In the middle of waiting for the next piece.
    async def read() -> None:
        async with async_client.delivery.download_stream(file) as stream:
            async for _ in stream:
                pass

    for _ in range(5):
        task = asyncio.ensure_future(read())
        await asyncio.to_thread(wait_until, lambda: in_flight(service) == 1, "it is read")
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await asyncio.to_thread(wait_until, *closed)

    # By another thread.
    stream = client.delivery.download_stream(file)
    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(list[bytes], stream)
        stream.close()
        with pytest.raises(ValueError, match="closed"):
            reading.result(PATIENCE)

    # While it begins.
    beginning = async_client.delivery.download_stream(file)
    opening = asyncio.ensure_future(beginning)
    await asyncio.sleep(0)
    await beginning.close()
    with pytest.raises(ValueError, match="closed"):
        await opening
    await asyncio.to_thread(wait_until, *closed)
    assert set(statuses(service)) == {499}


async def test_when_a_stream_begins(service: Service, async_client: AsyncUploadcare) -> None:
    file = await async_client.uploads.upload(b"text", filename="a.txt")
    stream = async_client.delivery.download_stream(file)
    assert repr(stream) == "<AsyncDownloadStream that has not begun>"
    with pytest.raises(RuntimeError, match="not begun"):
        _ = stream.info
    await stream.close()
    with pytest.raises(ValueError, match="closed"):
        await stream
    assert statuses(service) == []
    stream = await async_client.delivery.download_stream(file)
    assert (stream.info.filename, stream.info.content_type) == ("a.txt", "text/plain")
    assert repr(stream) == "<AsyncDownloadStream of 4 bytes, text/plain>"
    assert [piece async for piece in stream] == [b"text"]
    assert [piece async for piece in async_client.delivery.download_stream(file)] == [b"text"]
    assert statuses(service) == [200, 200]


def test_a_connection_that_breaks(service: Service) -> None:
    with service.emulator.client(service.project, max_retries=2) as client:
        file = client.uploads.upload(DATA)
        service.fault(route=ROUTE, times=2, truncate=1_000_000)
        assert client.delivery.download(file) == DATA
    assert statuses(service) == [200, 206, 206]


def test_a_file_that_changes(service: Service, tmp_path: Path) -> None:
    with service.emulator.client(service.project, max_retries=2) as client:
        file = client.uploads.upload(DATA)
        service.fault(route=ROUTE, times=1, truncate=1_000_000)
        other = {"status": 200, "headers": {"ETag": '"other"'}, "body": "another content"}
        service.fault(route=ROUTE, times=1, respond=other)
        with pytest.raises(ContentMismatchError, match="anew"):
            client.delivery.download(file)
        go_on(service)
        assert client.delivery.save(file, tmp_path / "a").size == len(DATA)


def test_pictures_are_rendered(client: Uploadcare, tmp_path: Path) -> None:
    photo = client.uploads.upload(FIXTURES / "photo.jpg")
    small = Transformation().preview(width=40, height=40).format("png")
    for transformation in (small, str(small)):
        picture = client.delivery.download(photo, transformation=transformation)
        assert picture.startswith(b"\x89PNG")
    with client.delivery.download_stream(photo, transformation=small) as stream:
        assert b"".join(stream) == picture
    saved = client.delivery.save(photo, tmp_path / "small.png", transformation=small)
    assert saved.content_type == "image/png"
    assert (tmp_path / "small.png").read_bytes() == picture
    url = client.delivery.url(photo, transformation=small)
    assert client.delivery.download(url) == picture
    with pytest.raises(InvalidParameterError, match="operations already"):
        client.delivery.download(url, transformation=small)


async def test_what_is_refused(
    service: Service, client: Uploadcare, async_client: AsyncUploadcare, tmp_path: Path
) -> None:
    nowhere = "21975c81-7f57-4c7a-aef9-acfe28779f78"
    with pytest.raises(NotFoundError):
        client.delivery.download(nowhere)
    with pytest.raises(NotFoundError):
        client.delivery.download_stream(nowhere)
    with pytest.raises(NotFoundError):
        async with async_client.delivery.download_stream(nowhere):
            pass
    with pytest.raises(NotFoundError):
        client.delivery.save(nowhere, tmp_path)
    assert list(tmp_path.iterdir()) == []
    before = len(service.sent())
    for file in ("no uuid", "https://example.com/" + nowhere):
        with pytest.raises(InvalidParameterError) as caught:
            await async_client.delivery.download(file)
        assert caught.value.parameter == "file"
    options: list[SaveOptions] = [{"part_size": 1}, {"max_concurrency": 0}]
    for option in options:
        with pytest.raises(InvalidParameterError) as caught:
            client.delivery.prepare_save(nowhere, tmp_path, **option)
        assert [caught.value.parameter] == list(option)
    with pytest.raises(TypeError, match="path"):
        client.delivery.save(nowhere, 3)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="colour"):
        client.delivery.save(nowhere, tmp_path, colour=1)  # type: ignore[call-arg]
    assert len(service.sent()) == before


@pytest.mark.parametrize("way", ["save", "memory", "stream"])
def test_interrupted(service: Service, client: Uploadcare, tmp_path: Path, way: str) -> None:
    file = client.uploads.upload(DATA)
    service.fault(route=ROUTE, times=-1, bytes_per_second=10_000)
    process = service.start("download_interrupted.py", file.uuid, str(tmp_path / "a"), way)
    try:
        wait_until(lambda: in_flight(service) == 1, "it is under way")
        interrupted = time.monotonic()
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=2 * PATIENCE)
    finally:
        process.kill()
    assert (process.returncode, errors) == (0, "")
    assert float(output) - interrupted < PATIENCE
    assert not (tmp_path / "a").exists()


def test_forks(service: Service, client: Uploadcare, tmp_path: Path) -> None:
    file = client.uploads.upload(DATA)
    output = service.run("download_forked.py", file.uuid, str(tmp_path))
    assert output.splitlines() == [
        "a stream is read by the process that has begun its download",
        "the parent read on",
    ]
