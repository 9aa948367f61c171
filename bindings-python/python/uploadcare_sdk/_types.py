"""What stands for a file or a group, and what signs requests, for type checkers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeAlias
from uuid import UUID

from ._generated._native import FileInfo, GroupInfo, SigningRequest, UploadedFile

__all__ = ["FileReference", "GroupReference", "RequestSigner"]

FileReference: TypeAlias = str | UUID | FileInfo | UploadedFile
"""A file: its UUID as text or object, its CDN URL, or what a call gave."""

GroupReference: TypeAlias = str | GroupInfo
"""A group of files: its identifier, its CDN URL, or what a call gave."""

RequestSigner: TypeAlias = Callable[[SigningRequest], str | Awaitable[str]]
"""Gives the signature of a request, 40 hexadecimal digits: a function or a coroutine function."""
