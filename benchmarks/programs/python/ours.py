"""What our client for Python costs: `ours.py [asyncio] WHAT …`."""

from __future__ import annotations

import sys
import time

# Before anything else, for what others have imported would cost nothing here.
wall, cpu = time.perf_counter(), time.process_time()
import uploadcare_sdk  # noqa: E402

of_import = {"wall_s": time.perf_counter() - wall, "cpu_s": time.process_time() - cpu}

import asyncio  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import TYPE_CHECKING, Any  # noqa: E402

from measure import Measure, calls, clients, kept, show, variable  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable

SETTINGS: dict[str, Any] = {
    "public_key": variable("PUBLIC_KEY"),
    "secret_key": variable("SECRET_KEY"),
    "api_base": variable("API_BASE"),
    "upload_base": variable("UPLOAD_BASE"),
}


def client() -> Any:
    """A client of the project."""
    return uploadcare_sdk.Uploadcare(**SETTINGS)


def size_of(file: Any) -> int:
    """What is read of a file."""
    return len(file.original_filename) + int(file.size)


def listing(at_once: int, order: str) -> None:
    """All files, one after the other."""
    options: dict[str, Any] = {} if at_once == 1 else {"concurrency": at_once}
    if order == "unordered":
        options["unordered"] = True
    files: Iterable[Any] = client().files.list(limit=1000, **options)
    measure = Measure()
    count = check = 0
    for file in files:
        count += 1
        check += len(file.original_filename) + file.size
    show(measure.end(count=count, check=check))


async def calls_by_asyncio(uuid: str, count: int, at_once: int) -> None:
    """The same calls in an event loop."""
    async with uploadcare_sdk.AsyncUploadcare(**SETTINGS) as client:
        left = iter(range(count))

        async def worker() -> int:
            check = 0
            for _ in left:
                check += size_of(await client.files.get(uuid))
            return check

        measure = Measure()
        check = sum(await asyncio.gather(*(worker() for _ in range(at_once))))
        show(measure.end(count=count, check=check))


def upload(way: str, path: str) -> None:
    """One large file."""
    uploads = client().uploads
    measure = Measure()
    if way == "path":
        uploads.upload(path)
    else:
        file = Path(path)
        with file.open("rb") as opened:
            # Pieces as a stream has them: a file object would be read at any place.
            pieces = iter(lambda: opened.read(256 << 10), b"")
            uploads.upload(pieces, size=file.stat().st_size, filename="large.bin")
    show(measure.end(count=1))


def many(paths: list[str]) -> None:
    """Many small files."""
    uploads = client().uploads
    measure = Measure()
    result = uploads.upload_many(paths)
    assert not result.failures, result.failures
    show(measure.end(count=len(paths)))


def start(uuid: str) -> None:
    """From the import to the first answer."""
    measure = Measure()
    made = client()
    of_client = measure.end()
    measure = Measure()
    made.files.get(uuid)
    show({"import": of_import, "made": of_client, "first": measure.end()})


what, *words = sys.argv[1:]
if what == "asyncio":
    what, words = f"{words[0]}-asyncio", words[1:]
if what == "listing":
    listing(int(words[0]), words[1])
elif what == "calls":
    files = client().files
    calls(lambda: size_of(files.get(words[0])), int(words[1]), int(words[2]))
elif what == "calls-asyncio":
    asyncio.run(calls_by_asyncio(words[0], int(words[1]), int(words[2])))
elif what == "upload":
    upload(*words)
elif what == "many":
    many(words)
elif what == "start":
    start(words[0])
elif what == "memory":
    files = client().files
    kept(lambda: list(files.list(limit=1000)))
elif what == "clients":
    clients(client, int(words[0]))
else:
    sys.exit(f"no measurement {what}")
