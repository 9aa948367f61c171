"""Ends at the moment that is worst for threads which carry results to Python."""

from __future__ import annotations

import asyncio
import sys
import threading

from uploadcare_sdk import AsyncUploadcare, Uploadcare, UploadcareError


async def last_act_is_an_await() -> None:
    await AsyncUploadcare().uploads.upload(b"content")


async def calls_left_behind() -> None:
    client = AsyncUploadcare()
    tasks = [asyncio.ensure_future(client.uploads.upload(b"content")) for _ in range(4)]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)


def busy(client: Uploadcare) -> None:
    try:
        while True:
            client.uploads.upload(b"content")
    except UploadcareError:
        # The interpreter is exiting.
        return


match sys.argv[1]:
    case "await":
        asyncio.run(last_act_is_an_await())
    case "tasks":
        asyncio.run(calls_left_behind())
    case _:
        client = Uploadcare()
        for _ in range(2):
            threading.Thread(target=busy, args=(client,), daemon=True).start()
        client.uploads.upload(b"content")
