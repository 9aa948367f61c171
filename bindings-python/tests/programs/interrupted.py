"""Makes a call that does not end, and says when Ctrl-C ended it."""

from __future__ import annotations

import asyncio
import sys
import time

from uploadcare_sdk import AsyncUploadcare, Uploadcare


async def call() -> None:
    await AsyncUploadcare().project.get()


client = Uploadcare()
try:
    match sys.argv[1]:
        case "list":
            next(iter(client.files.list()))
        case "upload":
            client.uploads.upload(b"content")
        case "asyncio":
            asyncio.run(call())
        case text:
            # Its answers are quick: what is interrupted is the pause between two of them.
            client.jobs.open(text).wait(interval=600)
except KeyboardInterrupt:
    print(time.monotonic())
