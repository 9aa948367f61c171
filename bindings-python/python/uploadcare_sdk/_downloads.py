"""Downloads: to the disk, and piece by piece."""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Generator, Iterator
    from types import TracebackType
    from typing import Any

    from typing_extensions import Self

    from ._generated._native import (
        DownloadedFile,
        DownloadInfo,
        DownloadProgress,
        NativeDownload,
        NativeDownloadStream,
    )
    from ._generated.options import DownloadOptions
    from ._link import Link


class _Download:
    """What both downloads have."""

    __slots__ = ("_native",)

    def __init__(self, native: NativeDownload) -> None:
        self._native = native

    @property
    def progress(self) -> DownloadProgress:
        """How far it is."""
        return self._native.progress()

    def __repr__(self) -> str:
        progress = self.progress
        total = "?" if progress.total_bytes is None else progress.total_bytes
        return f"<{type(self).__name__} {progress.received_bytes} of {total} bytes>"


class Download(_Download):
    """A download to the disk that was prepared. It may be used by several threads.

    Iterate it to follow it: each item is a `DownloadProgress`, the last of which has the file. It
    receives only while it is run or iterated.
    """

    __slots__ = ()

    def run(self) -> DownloadedFile:
        """Downloads until the file is there, or goes on with what is left.

        What has come is kept: after an error, or Ctrl-C, run it again.

        Raises:
            UploadcareError: As `save` does.
        """
        return self._native.run()

    def __iter__(self) -> Iterator[DownloadProgress]:
        native = self._native
        try:
            while (progress := native.next()) is not None:
                yield progress
        finally:
            native.stop()


class AsyncDownload(_Download):
    """A download to the disk that was prepared, for asyncio.

    Iterate it with `async for` to follow it: each item is a `DownloadProgress`, the last of which
    has the file. It receives only while it is run or iterated.
    """

    __slots__ = ()

    async def run(self) -> DownloadedFile:
        """Downloads until the file is there, or goes on with what is left.

        What has come is kept: after an error, or when the task was cancelled, run it again.

        Raises:
            UploadcareError: As `save` does.
        """
        return await self._native.run_async()

    async def __aiter__(self) -> AsyncIterator[DownloadProgress]:
        native = self._native
        try:
            while (progress := await native.next_async()) is not None:
                yield progress
        finally:
            native.stop()


class DownloadStream:
    """The content of a file, piece by piece: an iterator of bytes.

    A connection that breaks is taken up where it was. Use it in a `with` statement, or close it:
    that closes the connection, also where the rest is not wanted.
    """

    __slots__ = ("_is_closed", "_native")

    def __init__(self, native: NativeDownloadStream) -> None:
        self._native = native
        self._is_closed = False

    @property
    def info(self) -> DownloadInfo:
        """What the service tells about the file."""
        return self._native.info()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> bytes:
        _check_open(self._is_closed)
        if (piece := self._native.next()) is None:
            # Another thread may have closed it meanwhile.
            _check_open(self._is_closed)
            raise StopIteration
        return piece

    def close(self) -> None:
        """Closes the connection. Nothing can be read after that."""
        self._is_closed = True
        self._native.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return _shown(self, self.info)


class AsyncDownloadStream:
    """The content of a file, piece by piece: an asynchronous iterator of bytes.

    It begins when it is awaited, entered by `async with`, or read:

        async with client.delivery.download_stream(file) as stream:
            print(stream.info.size)
            async for piece in stream:
                ...

    A connection that breaks is taken up where it was. Use it in an `async with` statement, or close
    it: that closes the connection, also where the rest is not wanted.
    """

    __slots__ = ("_file", "_is_closed", "_link", "_native", "_options")

    def __init__(self, link: Link, file: str, options: DownloadOptions) -> None:
        self._link = link
        self._file = file
        self._options = options
        self._native: NativeDownloadStream | None = None
        self._is_closed = False

    @property
    def info(self) -> DownloadInfo:
        """What the service tells about the file, once the stream has begun."""
        if self._native is None:
            raise RuntimeError("the stream has not begun: await it, or use `async with`")
        return self._native.info()

    async def _begin(self) -> NativeDownloadStream:
        _check_open(self._is_closed)
        if self._native is None:
            native = self._link.native
            opened = await native.download_stream_async(self._file, self._options)
            if self._is_closed:
                opened.stop()
            # Another task may have closed it meanwhile.
            _check_open(self._is_closed)
            self._native = opened
        return self._native

    async def _begun(self) -> Self:
        await self._begin()
        return self

    def __await__(self) -> Generator[Any, None, Self]:
        return self._begun().__await__()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        native = await self._begin()
        if (piece := await native.next_async()) is None:
            # Another task may have closed it meanwhile.
            _check_open(self._is_closed)
            raise StopAsyncIteration
        return piece

    async def close(self) -> None:
        """Closes the connection. Nothing can be read after that."""
        self._is_closed = True
        if self._native is not None:
            self._native.stop()

    async def __aenter__(self) -> Self:
        return await self._begun()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    def __repr__(self) -> str:
        return _shown(self, None if self._native is None else self._native.info())


def _check_open(is_closed: bool) -> None:
    if is_closed:
        raise ValueError("the stream is closed")


def _shown(stream: object, info: DownloadInfo | None) -> str:
    name = type(stream).__name__
    if info is None:
        return f"<{name} that has not begun>"
    size = "?" if info.size is None else info.size
    return f"<{name} of {size} bytes, {info.content_type}>"
