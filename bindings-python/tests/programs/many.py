"""Makes calls with very many clients, and prints how many sockets and threads that takes."""

from __future__ import annotations

import asyncio
import os

from uploadcare_sdk import AsyncUploadcare, Uploadcare

clients = [Uploadcare() for _ in range(500)]
async_clients = [AsyncUploadcare() for _ in range(500)]
derived = [clients[0].with_options(timeout=n + 1) for n in range(500)]


async def call_all() -> None:
    await asyncio.gather(*(client.project.get() for client in async_clients[:50]))


def count(what: str) -> int:
    return len(os.listdir(f"/proc/self/{what}"))  # noqa: PTH208


clients[0].project.get()
before = count("fd")
for client in derived[:100]:
    client.project.get()
# They share its connections.
print(count("fd") - before)
for client in clients[:50]:
    client.project.get()
asyncio.run(call_all())
print(count("task"))
