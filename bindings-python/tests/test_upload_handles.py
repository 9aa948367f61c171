"""Uploads that are followed, paused, saved and taken up again."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
import threading
import time
import weakref
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import HELD, PARTS, PATIENCE, Service, wait_until
from contents import PART, Pipe, async_pieces, content, pieces
from uploadcare_sdk import (
    AsyncUploadcare,
    InvalidParameterError,
    SourceError,
    Upload,
    Uploadcare,
    UploadedFile,
    UploadLostError,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from uploadcare_sdk import UploadSource

DATA = content(5 * PART + 17)


def half(service: Service, upload: Upload) -> None:
    """Runs an upload, one part at a time, until two parts are there and one is on its way."""
    service.fault(route=PARTS, skip=2, times=-1, delay_ms=HELD)
    for progress in upload:
        if progress.sent_parts == 2 and progress.sent_bytes > 2 * PART:
            wait_until(lambda: service.stats()["in_flight"] == 1, "the third is on its way")
            break
    # An iterator that is left stops what is on its way.
    gc.collect()
    assert [status for _, status in service.parts()] == [200, 200, 499]
    service.emulator.clear_faults(service.project)


def sent_twice(service: Service) -> dict[str, int]:
    counts = Counter(path for path, _ in service.parts())
    return {path: count for path, count in counts.items() if count > 1}


def test_nothing_is_sent_until_it_runs(service: Service, client: Uploadcare) -> None:
    upload = client.uploads.prepare(b"content", filename="a.txt")
    progress = upload.progress
    assert (progress.sent_bytes, progress.total_bytes, progress.file) == (0, None, None)
    assert repr(upload) == "<Upload 0 of ? bytes>"
    assert service.sent() == []
    file = upload.run()
    assert upload.progress.file == file
    assert upload.run() == file
    assert list(upload) == []
    assert repr(upload) == "<Upload 7 of 7 bytes>"
    assert len(service.sent()) == 1


async def test_following(service: Service, async_client: AsyncUploadcare) -> None:
    upload = async_client.uploads.prepare(async_pieces(DATA), size=len(DATA))
    told = [progress async for progress in upload]
    assert [progress.file is not None for progress in told[-2:]][-1]
    assert await upload.run() == told[-1].file
    uuid = (await upload.run()).uuid
    assert await asyncio.to_thread(service.content, uuid) == DATA
    assert repr(upload) == f"<AsyncUpload {len(DATA)} of {len(DATA)} bytes>"


@pytest.mark.parametrize("kind", ["path", "bytes", "stream"])
def test_it_goes_on_in_another_process(
    service: Service, client: Uploadcare, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(DATA)
    sources: dict[str, UploadSource] = {"path": path, "bytes": DATA, "stream": Pipe(DATA)}
    size = len(DATA) if kind == "stream" else None
    upload = client.uploads.prepare(
        sources[kind], size=size, concurrency=1, metadata={"pet": "cat"}
    )
    half(service, upload)
    saved = tmp_path / "saved"
    saved.write_text(upload.save())
    uuid = service.run("upload_resumed.py", str(saved), str(path), kind).strip()
    assert service.content(uuid) == DATA
    # Only what was on its way.
    assert list(sent_twice(service).values()) == [2]
    assert len(service.parts()) == 6 + 1
    assert client.metadata.all(uuid) == {"pet": "cat"}


async def test_resuming(
    service: Service, client: Uploadcare, async_client: AsyncUploadcare
) -> None:
    upload = client.uploads.prepare(DATA, concurrency=1)
    half(service, upload)
    saved = upload.save()
    other = DATA[:-1] + b"."
    with pytest.raises(SourceError, match="not the"):
        client.uploads.resume(saved, DATA[1:]).run()
    with pytest.raises(SourceError, match="not the"):
        client.uploads.resume(saved, b"." + DATA[1:]).run()
    for wrong in ("nonsense", saved.replace(service.project.public_key, "another"), "\ud800"):
        with pytest.raises(InvalidParameterError) as caught:
            client.uploads.resume(wrong, DATA)
        assert caught.value.parameter == "text"
    file = await async_client.uploads.resume(saved, async_pieces(other), size=len(DATA)).run()
    assert await asyncio.to_thread(service.content, file.uuid) == other
    assert list(sent_twice(service).values()) == [2]
    service.emulator.control(
        "POST", f"projects/{service.project.public_key}/clock", {"offset_seconds": 90_000}
    )
    with pytest.raises(UploadLostError):
        client.uploads.resume(saved, DATA, on_lost="fail").run()


def test_a_state_file(service: Service, client: Uploadcare, tmp_path: Path) -> None:
    state = tmp_path / "state"
    service.fault(route=PARTS, skip=3, times=1, respond={"status": 400})
    with pytest.raises(Exception, match="400"):
        client.uploads.upload(DATA, state_file=str(state), concurrency=1)
    assert state.exists()
    file = client.uploads.upload(DATA, state_file=str(state), concurrency=1)
    assert service.content(file.uuid) == DATA
    assert not state.exists()
    assert Counter(status for _, status in service.parts()) == {200: 6, 400: 1}


def test_pausing(service: Service, client: Uploadcare) -> None:
    for source in (DATA, pieces(DATA)):
        service.fault(route=PARTS, skip=1, times=-1, delay_ms=HELD)
        upload = client.uploads.prepare(source, concurrency=2)
        upload.pause()
        before = len(service.parts())
        with ThreadPoolExecutor(1) as pool:
            # A stream is read in that thread.
            run = pool.submit(upload.run)
            time.sleep(0.2)
            assert len(service.parts()) == before
            upload.resume()
            wait_until(lambda: service.stats()["in_flight"] == 2, "parts are under way")
            upload.pause()
            wait_until(lambda: service.stats()["in_flight"] == 0, "nothing is under way")
            service.emulator.clear_faults(service.project)
            assert not run.done()
            upload.resume()
            file = run.result(PATIENCE)
        assert service.content(file.uuid) == DATA


async def test_pausing_in_asyncio(service: Service, async_client: AsyncUploadcare) -> None:
    waits, goes_on = asyncio.Event(), asyncio.Event()

    async def slow() -> AsyncIterator[bytes]:
        yield DATA[:10]
        waits.set()
        await goes_on.wait()
        yield DATA[10:]

    # In the middle of a piece of the stream, which is not lost.
    upload = async_client.uploads.prepare(slow(), size=len(DATA))
    run = asyncio.ensure_future(upload.run())
    await waits.wait()
    upload.pause()
    await asyncio.sleep(0.1)
    goes_on.set()
    await asyncio.sleep(0.1)
    assert not run.done()
    upload.resume()
    file = await run
    assert await asyncio.to_thread(service.content, file.uuid) == DATA


async def test_a_stream_goes_on_after_a_run_was_cancelled(
    service: Service, async_client: AsyncUploadcare
) -> None:
    waits, goes_on = asyncio.Event(), asyncio.Event()

    async def slow() -> AsyncIterator[bytes]:
        for at, piece in enumerate(pieces(DATA)):
            if at == 150:
                waits.set()
                await goes_on.wait()
            yield piece

    upload = async_client.uploads.prepare(slow(), size=len(DATA))
    for _ in range(3):
        run = asyncio.ensure_future(upload.run())
        await waits.wait()
        await asyncio.sleep(0.05)
        run.cancel()
        with pytest.raises(asyncio.CancelledError):
            await run
    goes_on.set()
    file = await upload.run()
    assert await asyncio.to_thread(service.content, file.uuid) == DATA


def test_it_goes_on_after_an_error(service: Service, client: Uploadcare) -> None:
    for source in (DATA, Pipe(DATA)):
        service.fault(route=PARTS, skip=2, times=1, respond={"status": 400})
        upload = client.uploads.prepare(source, concurrency=1)
        with pytest.raises(Exception, match="400"):
            upload.run()
        assert upload.progress.sent_parts == 2
        before = len(service.parts())
        file = upload.run()
        assert len(service.parts()) - before == 4
        assert service.content(file.uuid) == DATA


def test_several_threads_share_an_upload(service: Service, client: Uploadcare) -> None:
    upload = client.uploads.prepare(pieces(DATA), size=len(DATA))
    with ThreadPoolExecutor(4) as pool:
        runs = [pool.submit(upload.run) for _ in range(4)]
    (uuid,) = {run.result().uuid for run in runs}
    assert service.content(uuid) == DATA


@pytest.mark.parametrize("what", ["stream", "reading"])
def test_ctrl_c(service: Service, what: str) -> None:
    service.fault(route=PARTS, times=-1, delay_ms=HELD)
    program = service.start("upload_interrupted.py", what)
    try:
        assert program.stdout is not None
        assert program.stdout.readline() == "begun\n"
        if what == "stream":
            wait_until(lambda: service.stats()["in_flight"] == 4, "parts are under way")
        pressed = time.monotonic()
        program.send_signal(signal.SIGINT)
        output, errors = program.communicate(timeout=2 * PATIENCE)
    finally:
        program.kill()
    assert errors == ""
    *lines, at = output.split()
    assert lines == ["closed"]
    assert float(at) - pressed < PATIENCE
    assert {status for _, status in service.parts()} <= {499}
    assert service.stats()["in_flight"] == 0


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads what Linux tells")
@pytest.mark.parametrize("kind", ["known", "unknown", "async", "small", "buffer"])
def test_memory_does_not_grow_with_a_stream(service: Service, kind: str) -> None:
    # Tiny pieces would take many times their size, and minutes, if each of them crossed.
    size = 50 << 20 if kind == "small" else 200 << 20
    growth = int(service.run("upload_memory.py", kind, str(size)))
    print(f"{kind}: {growth / (1 << 20):.1f} MiB")
    assert growth <= 4 * PART + (16 << 20)


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_after_a_fork(service: Service) -> None:
    service.run("upload_forked.py")


async def test_an_upload_that_its_stream_leads_back_to_is_collected(client: Uploadcare) -> None:
    class Source:
        upload: Upload

        def pieces(self) -> Iterator[bytes]:
            yield repr(self).encode()

    source = Source()
    source.upload = client.uploads.prepare(source.pieces())
    gone = weakref.ref(source)
    del source
    gc.collect()
    assert gone() is None


async def test_a_read_ends_with_its_upload(async_client: AsyncUploadcare) -> None:
    ended = asyncio.Event()
    begun = asyncio.Event()

    async def stuck() -> AsyncIterator[bytes]:
        try:
            begun.set()
            await asyncio.Event().wait()
            yield b""
        finally:
            ended.set()

    run = asyncio.ensure_future(async_client.uploads.prepare(stuck()).run())
    await begun.wait()
    run.cancel()
    del run
    gc.collect()
    await asyncio.wait_for(ended.wait(), PATIENCE)


def test_what_ends_more_than_a_read_comes_once(service: Service, client: Uploadcare) -> None:
    def pressed() -> Iterator[bytes]:
        yield b"content"
        raise KeyboardInterrupt

    upload = client.uploads.prepare(pressed())
    with pytest.raises(KeyboardInterrupt):
        upload.run()
    for _ in range(2):
        with pytest.raises(SourceError, match="KeyboardInterrupt ended it"):
            upload.run()
    assert service.sent() == []


def test_a_read_ends_with_its_event_loop(service: Service) -> None:
    async def stuck() -> AsyncIterator[bytes]:
        yield b"content"
        await asyncio.Event().wait()

    async_client = service.emulator.async_client(service.project)
    upload = async_client.uploads.prepare(stuck())

    async def begin() -> None:
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(upload.run(), 0.1)

    asyncio.run(begin())

    async def go_on() -> None:
        await asyncio.wait_for(upload.run(), PATIENCE)

    with pytest.raises(SourceError, match="CancelledError ended it"):
        asyncio.run(go_on())


def test_it_works_after_its_client_was_closed(service: Service) -> None:
    with service.emulator.client(service.project) as client:
        upload = client.uploads.prepare(b"content")
    file: UploadedFile = upload.run()
    assert file.size == 7
    assert threading.active_count() < 20
