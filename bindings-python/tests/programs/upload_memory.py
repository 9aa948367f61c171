"""Uploads a large stream and prints by how many bytes the process grew at most."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from uploadcare_sdk import AsyncUploadcare, Uploadcare

kind, size = sys.argv[1], int(sys.argv[2])
PIECE = 1 << 6 if kind == "small" else 1 << 18


def memory(name: str) -> int:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(name):
            return int(line.split()[1]) * 1024
    raise AssertionError(name)


def pieces() -> Iterator[bytes]:
    for number in range(size // PIECE):
        yield bytes([number & 255]) * PIECE


async def async_pieces() -> AsyncIterator[bytes]:
    for piece in pieces():
        yield piece


async def upload() -> int:
    async with AsyncUploadcare() as client:
        await client.uploads.upload(b"content")
        before = memory("VmRSS")
        file = await client.uploads.upload(async_pieces(), size=size)
    assert file.size == size
    return memory("VmHWM") - before


if kind in ("async", "small"):
    print(asyncio.run(upload()))
else:
    with Uploadcare() as client:
        client.uploads.upload(b"content")
        buffer = bytearray(b"x") * size if kind == "buffer" else bytearray()
        before = memory("VmRSS")
        if kind == "buffer":
            file = client.uploads.upload(buffer)
        else:
            file = client.uploads.upload(pieces(), size=size if kind == "known" else None)
        assert file.size == size
    print(memory("VmHWM") - before)
