"""Uses clients and half-read lists before a fork, then in the child and in the parent."""

from __future__ import annotations

import asyncio
import json
import logging
import multiprocessing
import os
import signal
import sys
import threading
import time
import urllib.request
import warnings
from itertools import islice

from signatures import signature
from uploadcare_sdk import (
    AsyncUploadcare,
    FileInfo,
    SigningRequest,
    Uploadcare,
)

# From Python 3.12 on, for any process with threads: here that is what is tested.
warnings.filterwarnings("ignore", ".*multi-threaded.*", DeprecationWarning)

# A hang ends the program instead of the patience of its caller.
signal.alarm(200)


async def sign(request: SigningRequest) -> str:
    await asyncio.sleep(0)
    return signature(request)


# With `told`, coroutines sign, which takes a thread of the package, and events are handled.
signer = sign if "told" in sys.argv else None
if signer:
    logging.getLogger("uploadcare_sdk").setLevel(logging.DEBUG)
    logging.getLogger("uploadcare_sdk").addHandler(logging.NullHandler())
client = Uploadcare(signer=signer).with_options(timeout=30)
async_client = AsyncUploadcare(signer=signer).with_options(timeout=30)


def names(files: list[FileInfo]) -> list[str]:
    return [file.original_filename for file in files]


def all_names() -> list[str]:
    return names(list(client.files.list(limit=2)))


async def all_names_async() -> list[str]:
    return names([file async for file in async_client.files.list(limit=2)])


def look_at(uuid: str) -> str:
    return client.with_options(max_retries=1).files.get(uuid).original_filename


def control(method: str, path: str) -> str:
    """Asks the emulator by other means, without a trace in the client."""
    request = urllib.request.Request(os.environ["CONTROL"] + path, method=method)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request, timeout=60) as answer:
        text: str = answer.read().decode()
        return text


def wait_for_requests(count: int) -> None:
    while json.loads(control("GET", "stats"))["in_flight"] != count:
        time.sleep(0.01)


def let_go() -> None:
    control("DELETE", "faults")


def stepping() -> None:
    """Forks while another thread waits for a page."""
    expected = [f"file-{n}.txt" for n in range(1, 8)]
    seen: list[FileInfo] = []
    if "async" in sys.argv:
        async_files = async_client.files.list(limit=3)

        async def read() -> None:
            async for file in async_files:
                seen.append(file)

        def take() -> None:
            asyncio.run(read())
    else:
        files = client.files.list(limit=3)

        def take() -> None:
            seen.extend(files)

    thread = threading.Thread(target=take)
    thread.start()
    while len(seen) < 3:
        time.sleep(0.01)
    wait_for_requests(1)
    child = os.fork()
    if child == 0:
        signal.alarm(100)
        status = 1
        try:
            seen.clear()
            take()
            assert names(seen) == expected[3:]
            status = 0
        finally:
            sys.stderr.flush()
            os._exit(status)
    assert os.waitpid(child, 0)[1] == 0, "the child failed"
    let_go()
    thread.join()
    assert names(seen) == expected


def calling() -> None:
    """Forks while a call of another thread and one of asyncio are under way."""
    threads = [
        threading.Thread(target=client.project.get),
        threading.Thread(target=lambda: asyncio.run(async_get())),
    ]
    for thread in threads:
        thread.start()
    wait_for_requests(2)
    child = os.fork()
    if child == 0:
        signal.alarm(100)
        status = 1
        try:
            client.project.get()
            asyncio.run(async_get())
            status = 0
        finally:
            sys.stderr.flush()
            os._exit(status)
    assert os.waitpid(child, 0)[1] == 0, "the child failed"
    let_go()
    for thread in threads:
        thread.join()


async def async_get() -> None:
    await async_client.project.get()


def within() -> None:
    """Forks in an event loop, in the middle of a call."""

    async def run() -> None:
        coroutine = async_get()
        call = asyncio.ensure_future(coroutine)
        await asyncio.to_thread(wait_for_requests, 1)
        child = os.fork()
        if child == 0:
            signal.alarm(100)
            status = 1
            try:
                # What is under way is the parent's. Here it can only be given up.
                coroutine.close()
                asyncio.run(async_get())
                client.project.get()
                status = 0
            finally:
                sys.stderr.flush()
                os._exit(status)
        assert os.waitpid(child, 0)[1] == 0, "the child failed"
        let_go()
        await call

    asyncio.run(run())


def main() -> None:
    expected = [f"file-{n}.txt" for n in range(1, 8)]
    assert all_names() == expected
    assert asyncio.run(all_names_async()) == expected
    half_read = client.files.list(limit=3)
    assert names(list(islice(half_read, 4))) == expected[:4]

    if sys.argv[1] == "pool":
        uuids = [file.uuid for file in client.files.list()]
        with multiprocessing.get_context("fork").Pool(2) as pool:
            assert pool.map(look_at, uuids * 5) == expected * 5
        assert all_names() == expected
        return

    child = os.fork()
    if child == 0:
        signal.alarm(100)
        status = 1
        try:
            if sys.argv[1] == "sync":
                assert all_names() == expected
                cursor = half_read.cursor()
                assert names(list(half_read)) == expected[4:]
                assert names(list(half_read.backward())) == expected[::-1]
                assert names(list(client.files.list(cursor=cursor))) == expected[4:]
            else:
                assert asyncio.run(all_names_async()) == expected
            # The child of a child, too.
            grandchild = os.fork()
            if grandchild == 0:
                status = int(all_names() != expected)
            else:
                status = os.waitpid(grandchild, 0)[1]
        finally:
            sys.stderr.flush()
            os._exit(status)
    assert os.waitpid(child, 0)[1] == 0, "the child failed"
    assert all_names() == expected
    assert names(list(half_read)) == expected[4:]
    assert asyncio.run(all_names_async()) == expected


match sys.argv[1]:
    case "stepping":
        stepping()
    case "calling":
        calling()
    case "within":
        within()
    case _:
        main()
