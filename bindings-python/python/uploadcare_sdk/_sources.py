"""The content of uploads, as it crosses into the native module."""

from __future__ import annotations

import io
import os
import sys

from ._generated._native import FileInfo, UploadedFile
from .exceptions import InvalidParameterError, SourceError

TYPE_CHECKING = False

if TYPE_CHECKING:
    from asyncio import Task
    from collections.abc import Awaitable, Callable, Iterator
    from typing import Any, TypeAlias

    from ._generated.options import UploadOptions

    Given: TypeAlias = tuple[str, object, int | None]
    """What it is, and its value; of a stream what reads it, and its size if that is known."""

    Bytes: TypeAlias = bytes | bytearray

# What is read of a file object at once.
_CHUNK = 256 << 10

# From here on content in memory that would have to be copied goes as a stream.
_LARGE = 10 << 20

# Pieces of an iterable that are smaller are put together.
_SMALL = 64 << 10


class Stream:
    """What reads a stream: the native module calls it for the next bytes, None at the end."""

    __slots__ = ("_is_broken", "_iterator", "_next")

    def __init__(self, step: Callable[[], Any], iterator: object = None) -> None:
        self._next = step
        self._iterator = iterator
        self._is_broken = False

    def __call__(self) -> Bytes | Awaitable[Bytes | None] | None:
        self._begin()
        piece: Bytes | None = self._next()
        self._is_broken = False
        return piece

    def _begin(self) -> None:
        if self._is_broken:
            raise SourceError(
                "source broke off before, and a stream can be read only once", parameter="source"
            )
        # Until the piece is there: what ends after an error must not look like the end.
        self._is_broken = True

    def close(self) -> None:
        """Ends a generator that was not read to its end."""
        if hasattr(self._iterator, "throw"):
            iterator: Any = self._iterator
            iterator.close()


class AsyncStream(Stream):
    """One that has to be awaited; the native module makes a task of each step."""

    __slots__ = ("_task",)

    _task: Task[Any] | None

    def __init__(self, step: Callable[[], Awaitable[Any]], iterator: object = None) -> None:
        super().__init__(step, iterator)
        self._task = None

    async def __call__(self) -> Bytes | None:
        from asyncio import current_task

        self._begin()
        self._task = current_task()
        piece: Bytes | None = await self._next()
        self._is_broken = False
        return piece

    async def aclose(self) -> None:
        """Stops a step that is under way, and ends a generator that was not read to its end."""
        if self._task is not None and not self._task.done():
            from asyncio import wait

            self._task.cancel()
            await wait([self._task])
        if hasattr(self._iterator, "athrow"):
            iterator: Any = self._iterator
            await iterator.aclose()


def given(
    source: object, size: int | None, options: UploadOptions, is_async: bool
) -> tuple[Given, Stream | None]:
    """The content of one upload. A file object names the file if nothing else does."""
    if large := _large(source):
        return ("stream", _iterable(_slices(large)), large.nbytes), None
    if plain := _plain(source):
        if size is not None:
            raise InvalidParameterError(
                "size is only for streams, whose size is not known otherwise", parameter="size"
            )
        return plain, None
    if hasattr(source, "read"):
        file: Any = source
        stream = _async_file(file) if is_async else _file(file)
        if size is None:
            size = _rest(file)
        if options.get("filename") is None and (name := _name(file)):
            options["filename"] = name
    elif is_async and hasattr(source, "__aiter__"):
        stream = _async_iterable(source)
    elif hasattr(source, "__iter__"):
        stream = _iterable(source)
    else:
        raise _wrong("source", "a path, bytes, a file object, an iterable of bytes or a", source)
    return ("stream", stream, size), stream


def _large(source: Any) -> memoryview | None:
    """A large buffer, which is not copied whole. That of `bytes` is not copied at all."""
    if isinstance(source, bytes) or hasattr(source, "read"):
        return None
    try:
        view = memoryview(source)
    except TypeError:
        return None
    return view.cast("B") if view.nbytes >= _LARGE and view.c_contiguous else None


def _slices(view: memoryview) -> Iterator[bytes]:
    for begin in range(0, view.nbytes, _CHUNK):
        yield bytes(view[begin : begin + _CHUNK])


def several(sources: object) -> list[Given]:
    """The contents of many uploads, none of which is a stream."""
    if isinstance(sources, (str, bytes)) or not hasattr(sources, "__iter__"):
        raise TypeError(f"sources must be an iterable, not {type(sources).__name__}")
    found: list[Given] = []
    iterable: Any = sources
    for source in iterable:
        if plain := _plain(source):
            found.append(plain)
        elif any(hasattr(source, name) for name in ("read", "__iter__", "__aiter__")):
            raise InvalidParameterError(
                "sources cannot be streams: upload those one by one", parameter="sources"
            )
        else:
            raise _wrong("each of sources", "a path, bytes or a", source)
    return found


def part(content: object) -> Bytes:
    """The content of a part."""
    if (found := raw(content)) is None:
        raise TypeError(f"content must be bytes, not {type(content).__name__}")
    return found


def _wrong(name: str, wanted: str, source: object) -> TypeError:
    kind = type(source).__name__
    hint = ", which AsyncUploadcare takes" if hasattr(source, "__aiter__") else ""
    return TypeError(f"{name} must be {wanted} file of the project, not {kind}{hint}")


def _plain(source: object) -> Given | None:
    """What can be read as often as need be."""
    given: object = source
    if isinstance(source, (str, os.PathLike)):
        return "path", given, None
    if isinstance(source, (FileInfo, UploadedFile)):
        return "existing", source.uuid, None
    # One cannot be there without its module, which takes a while to import.
    uuid: Any = sys.modules.get("uuid")
    if uuid and isinstance(source, uuid.UUID):
        return "existing", str(source), None
    if hasattr(source, "read"):
        # It may be a buffer, too, as mmap is: then it need not be copied whole.
        return None
    content = raw(source)
    return None if content is None else ("bytes", content, None)


def raw(content: Any) -> Bytes | None:
    """The bytes of what is like bytes; None of anything else."""
    if isinstance(content, (bytes, bytearray)):
        return content
    try:
        # The stable ABI of Python 3.10 has no buffers, so they are copied here.
        return memoryview(content).tobytes()
    except TypeError:
        return None


def _piece(piece: Any) -> Bytes:
    if (content := raw(piece)) is not None:
        return content
    if hasattr(piece, "__await__") and hasattr(piece, "close"):
        piece.close()
    raise TypeError(f"source must give bytes, not {type(piece).__name__}")


def _file(file: Any) -> Stream:
    if isinstance(file, io.TextIOBase) or isinstance(getattr(file, "file", None), io.TextIOBase):
        raise TypeError("source is a file in text mode: open it in binary mode, such as 'rb'")
    read = file.read
    return Stream(lambda: _piece(read(_CHUNK)) or None)


def _async_file(file: Any) -> Stream:
    _file(file)
    from asyncio import to_thread

    read = file.read

    async def step() -> Bytes | None:
        # A file may be slow, and the event loop has other things to do.
        piece: Any = await to_thread(read, _CHUNK)
        if hasattr(piece, "__await__"):
            piece = await piece
        return _piece(piece) or None

    return AsyncStream(step)


class _Gathered:
    """Puts small pieces together: each one that crosses takes time and memory of its own."""

    __slots__ = ("_large", "_small")

    def __init__(self) -> None:
        self._small = bytearray()
        self._large: Bytes | None = None

    def add(self, piece: Any) -> bool:
        """True if that is enough."""
        content = _piece(piece)
        if len(content) < _SMALL:
            self._small += content
            return len(self._small) >= _SMALL
        # What waits must not change when its owner uses it again.
        self._large = bytes(content) if self._small else content
        return True

    def take(self) -> Bytes | None:
        if self._small:
            small, self._small = self._small, bytearray()
            return small
        large, self._large = self._large, None
        return large


def _iterable(source: Any) -> Stream:
    iterator = iter(source)
    gathered = _Gathered()

    def step() -> Bytes | None:
        if content := gathered.take():
            return content
        for piece in iterator:
            if gathered.add(piece):
                break
        return gathered.take()

    return Stream(step, iterator)


def _async_iterable(source: Any) -> Stream:
    iterator = aiter(source)
    gathered = _Gathered()

    async def step() -> Bytes | None:
        if content := gathered.take():
            return content
        async for piece in iterator:
            if gathered.add(piece):
                break
        return gathered.take()

    return AsyncStream(step, iterator)


def _rest(file: Any) -> int | None:
    """How many bytes there are from here to the end, if the file can tell."""
    try:
        here = _number(file.tell())
        if here is None or not file.seekable():
            return None
        file.seek(0, os.SEEK_END)
    except (AttributeError, OSError, ValueError):
        return None
    end = _number(file.tell())
    file.seek(here)
    return None if end is None else max(0, end - here)


def _number(value: Any) -> int | None:
    if isinstance(value, int):
        return value
    if hasattr(value, "__await__") and hasattr(value, "close"):
        value.close()
    return None


def _name(file: Any) -> str | None:
    name = getattr(file, "name", None)
    # Not that of a pipe or of the standard input.
    if not isinstance(name, str) or name.startswith("<"):
        return None
    return name.rpartition(os.sep)[2] or None
