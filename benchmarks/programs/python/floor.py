# pyright: reportPossiblyUnboundVariable=false
"""What the same work costs by hand: `floor.py urllib3|httpx|aiohttp WHAT …`.

urllib3 decodes with msgspec into classes that are declared here; httpx and aiohttp as `json` does.
"""

from __future__ import annotations

import sys
import time

library, what, *words = sys.argv[1:]
# Before anything else, for what others have imported would cost nothing here.
wall, cpu = time.perf_counter(), time.process_time()
if library == "urllib3":
    import msgspec
    import urllib3
elif library == "httpx":
    import httpx
else:
    import aiohttp
of_import = {"wall_s": time.perf_counter() - wall, "cpu_s": time.process_time() - cpu}

import asyncio  # noqa: E402
import threading  # noqa: E402
from concurrent.futures import ThreadPoolExecutor  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

from measure import Measure, calls, kept, show, variable  # noqa: E402

HEADERS = {
    "Accept": "application/vnd.uploadcare-v0.7+json",
    "Authorization": f"Uploadcare.Simple {variable('PUBLIC_KEY')}:{variable('SECRET_KEY')}",
}
API, UPLOAD = variable("API_BASE"), variable("UPLOAD_BASE")
PUBLIC_KEY = variable("PUBLIC_KEY")
PART = 5 << 20

if library == "urllib3":

    class Image(msgspec.Struct):
        """Of a picture."""

        width: int
        height: int
        format: str
        color_mode: str
        sequence: bool
        orientation: int | None = None
        dpi: list[float] | None = None
        datetime_original: str | None = None
        geo_location: dict[str, float] | None = None

    class ContentInfo(msgspec.Struct):
        """Of the content."""

        mime: dict[str, str] | None = None
        image: Image | None = None
        video: dict[str, Any] | None = None

    class File(msgspec.Struct):
        """All that the service says of a file, as one would write it down by hand."""

        uuid: str
        size: int
        original_filename: str
        url: str
        datetime_uploaded: str
        is_ready: bool
        mime_type: str | None = None
        is_image: bool | None = None
        original_file_url: str | None = None
        datetime_stored: str | None = None
        datetime_removed: str | None = None
        content_info: ContentInfo | None = None
        metadata: dict[str, str] | None = None
        tags: list[str] | None = None

    class Page(msgspec.Struct):
        """A page of files."""

        results: list[File]
        next: str | None = None

    pool = urllib3.PoolManager(maxsize=64)
    page_of, file_of = msgspec.json.Decoder(Page), msgspec.json.Decoder(File)

    def get(url: str) -> bytes:
        """The body of an answer."""
        answer = pool.request("GET", url, headers=HEADERS)
        assert answer.status == 200, answer.status
        body: bytes = answer.data
        return body

    def page(url: str) -> tuple[list[Any], str | None]:
        """The files of a page, and where the next one is."""
        read = page_of.decode(get(url))
        return read.results, read.next

    def size_of(file: Any) -> int:
        """What is read of a file."""
        return len(file.original_filename) + int(file.size)

    def call() -> int:
        """Asks for a file."""
        return size_of(file_of.decode(get(f"{API}files/{words[0]}/")))

elif library == "httpx":
    http = httpx.Client(headers=HEADERS)

    def page(url: str) -> tuple[list[Any], str | None]:
        """The files of a page, and where the next one is."""
        read = http.get(url).raise_for_status().json()
        return read["results"], read["next"]

    def size_of(file: Any) -> int:
        """What is read of a file."""
        return len(file["original_filename"]) + int(file["size"])

    def call() -> int:
        """Asks for a file."""
        return size_of(http.get(f"{API}files/{words[0]}/").raise_for_status().json())


def pages() -> Any:
    """All pages, one after the other."""
    url: str | None = f"{API}files/?limit=1000"
    while url:
        files, url = page(url)
        yield files


def listing() -> None:
    """All files, one after the other."""
    measure = Measure()
    count = check = 0
    for files in pages():
        for file in files:
            count += 1
            check += size_of(file)
    show(measure.end(count=count, check=check))


async def calls_by_aiohttp(uuid: str, count: int, at_once: int) -> None:
    """Calls in an event loop."""
    async with aiohttp.ClientSession(headers=HEADERS) as session:
        left = iter(range(count))

        async def worker() -> int:
            check = 0
            for _ in left:
                async with session.get(f"{API}files/{uuid}/") as answer:
                    answer.raise_for_status()
                    file = await answer.json()
                    check += len(file["original_filename"]) + int(file["size"])
            return check

        measure = Measure()
        check = sum(await asyncio.gather(*(worker() for _ in range(at_once))))
        show(measure.end(count=count, check=check))


def post(path: str, fields: dict[str, Any]) -> Any:
    """Posts a form."""
    answer = pool.request("POST", f"{UPLOAD}{path}", fields=fields)
    assert answer.status == 200, answer.data
    return answer.json()


def upload(path: str) -> None:
    """In parts, eight at a time."""
    size = Path(path).stat().st_size
    measure = Measure()
    about = {"filename": "large.bin", "content_type": "application/octet-stream"}
    fields = {"UPLOADCARE_PUB_KEY": PUBLIC_KEY, "size": str(size), **about}
    started = post("multipart/start/", fields)
    files = threading.local()

    def put(part: tuple[int, str]) -> None:
        at, url = part
        if not hasattr(files, "file"):
            files.file = Path(path).open("rb")  # noqa: SIM115 — as long as its thread
        files.file.seek(at * PART)
        body = files.file.read(PART)
        headers = {"Content-Type": "application/octet-stream"}
        assert pool.request("PUT", url, body=body, headers=headers).status == 200

    with ThreadPoolExecutor(8) as threads:
        parts: list[str] = started["parts"]
        list(threads.map(put, enumerate(parts)))
    post("multipart/complete/", {"UPLOADCARE_PUB_KEY": PUBLIC_KEY, "uuid": started["uuid"]})
    show(measure.end(count=1))


def many(paths: list[str]) -> None:
    """In one request each, eight at a time."""

    def one(path: str) -> None:
        file = ("a.bin", Path(path).read_bytes(), "application/octet-stream")
        fields = {"UPLOADCARE_PUB_KEY": PUBLIC_KEY, "UPLOADCARE_STORE": "auto", "file": file}
        post("base/", fields)

    measure = Measure()
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(one, paths))
    show(measure.end(count=len(paths)))


if what == "listing":
    listing()
elif what == "calls" and library == "aiohttp":
    asyncio.run(calls_by_aiohttp(words[0], int(words[1]), int(words[2])))
elif what == "calls":
    calls(call, int(words[1]), int(words[2]))
elif what == "upload":
    upload(words[1])
elif what == "many":
    many(words)
elif what == "start":
    measure = Measure()
    call()
    nothing = {"wall_s": 0.0, "cpu_s": 0.0}
    show({"import": of_import, "made": nothing, "first": measure.end()})
elif what == "memory":
    kept(lambda: [file for files in pages() for file in files])
else:
    sys.exit(f"no measurement {what}")
