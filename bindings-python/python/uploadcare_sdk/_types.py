"""What stands for a file, a group, a content or a secret key, for type checkers."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, Awaitable, Callable, Iterable
from typing import TYPE_CHECKING, Protocol, TypeAlias
from uuid import UUID

from ._generated._native import (
    FileInfo,
    GroupInfo,
    SigningRequest,
    UploadedFile,
    UploadSignature,
)

if TYPE_CHECKING:
    from typing_extensions import Buffer
else:
    Buffer = bytes | bytearray | memoryview

__all__ = [
    "AsyncReadable",
    "AsyncUploadSource",
    "FileReference",
    "GroupReference",
    "Readable",
    "RequestSigner",
    "UploadCredential",
    "UploadManySource",
    "UploadSource",
]

FileReference: TypeAlias = str | UUID | FileInfo | UploadedFile
"""A file: its UUID as text or object, its CDN URL, or what a call gave."""

GroupReference: TypeAlias = str | GroupInfo
"""A group of files: its identifier, its CDN URL, or what a call gave."""

RequestSigner: TypeAlias = Callable[[SigningRequest], str | Awaitable[str]]
"""Gives the signature of a request, 40 hexadecimal digits: a function or a coroutine function."""

Credential: TypeAlias = str | UploadSignature

UploadCredential: TypeAlias = Credential | Callable[[], Credential | Awaitable[Credential]]
"""What uploads are sent with: a token, a signature, or a function or coroutine function that gives
either.
"""


class Readable(Protocol):
    """A file object in binary mode."""

    def read(self, size: int, /) -> bytes:
        """Gives the next bytes, at most so many; none at the end."""
        ...


class AsyncReadable(Protocol):
    """A file object whose `read` is a coroutine function."""

    def read(self, size: int, /) -> Awaitable[bytes]:
        """Gives the next bytes, at most so many; none at the end."""
        ...


UploadManySource: TypeAlias = str | os.PathLike[str] | Buffer | UUID | FileInfo | UploadedFile
"""Content that is no stream: the path of a file, bytes, or a file of the project."""

UploadSource: TypeAlias = UploadManySource | Readable | Iterable[Buffer]
"""The content of an upload: a path, bytes, a file object, an iterable of bytes, or a file of the
project.
"""

AsyncUploadSource: TypeAlias = UploadSource | AsyncReadable | AsyncIterable[Buffer]
"""As `UploadSource`; also an asynchronous file object or iterable."""
