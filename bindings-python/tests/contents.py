"""Contents of uploads, and what gives them piece by piece."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

MIB = 1 << 20
# From this size on a file is uploaded in parts.
LEAST = 10_485_760
PART = 5_242_880


def content(size: int) -> bytes:
    return random.Random(size).randbytes(size)


def pieces(data: bytes, size: int = 100_003) -> Iterator[bytes]:
    for at in range(0, len(data), size):
        yield data[at : at + size]


async def async_pieces(data: bytes, size: int = 100_003) -> AsyncIterator[bytes]:
    for piece in pieces(data, size):
        yield piece


class Pipe:
    """A file object that cannot seek and gives less than it is asked for."""

    def __init__(self, data: bytes) -> None:
        self.left = data
        self.reads = 0

    def read(self, size: int, /) -> bytes:
        self.reads += 1
        size = min(size, 1 + self.reads * 7919 % 90_000)
        piece, self.left = self.left[:size], self.left[size:]
        return piece

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise OSError("a pipe is nowhere")


class AsyncFile:
    """One whose methods are coroutine functions, as those of aiofiles."""

    def __init__(self, data: bytes) -> None:
        self.pipe = Pipe(data)

    async def read(self, size: int, /) -> bytes:
        return self.pipe.read(size)

    async def tell(self) -> int:
        return 0

    async def seekable(self) -> bool:
        return True
