"""An application for a server that loads it before it forks its workers."""

from __future__ import annotations

import asyncio
import json
import os
from typing import TYPE_CHECKING, Any

from signatures import signature
from uploadcare_sdk import AsyncUploadcare, SigningRequest, Uploadcare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


async def sign(request: SigningRequest) -> str:
    await asyncio.sleep(0)
    return signature(request)


LOADED_BY = os.getpid()

client = Uploadcare()
signed = Uploadcare(signer=sign)
async_client = AsyncUploadcare().with_options(timeout=20)


async def name() -> str:
    return (await async_client.project.get()).pub_key


# Threads, connections and an event loop for signers are there before the fork.
client.project.get()
signed.project.get()
asyncio.run(name())


def application(
    _: dict[str, Any], start_response: Callable[[str, list[tuple[str, str]]], object]
) -> Iterable[bytes]:
    answer = {
        "loaded_by": LOADED_BY,
        "pid": os.getpid(),
        "files": len(list(client.files.list(limit=2))),
        "signed": signed.project.get().pub_key,
        "async": asyncio.run(name()),
    }
    body = json.dumps(answer).encode()
    start_response("200 OK", [("Content-Length", str(len(body)))])
    return [body]
