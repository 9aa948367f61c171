"""Makes a call whose signer takes long, and says when Ctrl-C ended it."""

from __future__ import annotations

import asyncio
import sys
import time
from threading import Event

from uploadcare_sdk import SigningRequest, Uploadcare


def sign(_: SigningRequest) -> str:
    try:
        print("asked", flush=True)
        time.sleep(600)
    finally:
        print("cleaned up", flush=True)
    return ""


async def sign_async(_: SigningRequest) -> str:
    try:
        print("asked", flush=True)
        await asyncio.sleep(600)
    finally:
        print("cleaned up", flush=True)
        cleaned_up.set()
    return ""


cleaned_up = Event()
client = Uploadcare(signer=sign if sys.argv[1] == "function" else sign_async)
try:
    client.project.get()
except KeyboardInterrupt:
    if sys.argv[1] == "coroutine":
        cleaned_up.wait(60)
    print("interrupted")
    print(time.monotonic())
