"""What stands for a file or a group, for type checkers."""

from __future__ import annotations

from typing import TypeAlias
from uuid import UUID

from ._generated._native import FileInfo, GroupInfo, UploadedFile

__all__ = ["FileReference", "GroupReference"]

FileReference: TypeAlias = str | UUID | FileInfo | UploadedFile
"""A file: its UUID as text or object, its CDN URL, or what a call gave."""

GroupReference: TypeAlias = str | GroupInfo
"""A group of files: its identifier, its CDN URL, or what a call gave."""
