"""Arguments as the texts that cross into the native module, which checks their values."""

from __future__ import annotations

from ._generated._native import FileInfo, GroupInfo, UploadedFile

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ._generic import T


def file_text(file: object, name: str) -> str:
    if isinstance(file, str):
        return file
    if isinstance(file, (FileInfo, UploadedFile)):
        return file.uuid
    # Late: most never need it, and it takes a while to import.
    from uuid import UUID

    if isinstance(file, UUID):
        return str(file)
    raise _wrong(name, "a UUID, a CDN URL, a FileInfo or an UploadedFile", file)


def file_texts(files: Iterable[object], name: str) -> list[str]:
    return [file_text(file, f"each of {name}") for file in _several(files, name)]


def group_text(group: object, name: str) -> str:
    if isinstance(group, str):
        return group
    if isinstance(group, GroupInfo):
        return group.id
    raise _wrong(name, "an identifier, a CDN URL or a GroupInfo", group)


def texts(values: Iterable[str], name: str) -> list[str]:
    return list(_several(values, name))


def lengths(values: Iterable[int | str], name: str) -> list[int | str]:
    return list(_several(values, name))


def date_text(day: object, name: str) -> str:
    if isinstance(day, str):
        return day
    # Late, as above.
    from datetime import date, datetime

    if isinstance(day, date) and not isinstance(day, datetime):
        return day.isoformat()
    raise _wrong(name, "a date, or a text such as 2026-11-27", day)


def _several(values: Iterable[T], name: str) -> Iterable[T]:
    # A text is an iterable of letters, which nobody means.
    if isinstance(values, (str, bytes)) or not hasattr(values, "__iter__"):
        raise _wrong(name, "an iterable", values)
    return values


def _wrong(name: str, wanted: str, given: object) -> TypeError:
    return TypeError(f"{name} must be {wanted}, not {type(given).__name__}")
