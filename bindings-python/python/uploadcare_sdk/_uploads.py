"""Uploads of any size, from any source, followed, paused and saved."""

from __future__ import annotations

from ._generated.resources import AsyncUploadOperations, UploadOperations
from ._sources import AsyncStream, part, several
from ._sources import given as _given

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable, Iterator
    from typing import Any

    from typing_extensions import Buffer, Unpack

    from ._generated._native import (
        NativeUpload,
        UploadedFile,
        UploadManyResult,
        UploadProgress,
    )
    from ._generated.options import UploadOptions
    from ._types import AsyncUploadSource, UploadManySource, UploadSource


class _Upload:
    """What both uploads have."""

    __slots__ = ("_native",)

    def __init__(self, native: NativeUpload) -> None:
        self._native = native

    @property
    def progress(self) -> UploadProgress:
        """How far it is."""
        return self._native.progress()

    def save(self) -> str:
        """The upload as text, from which `client.uploads.resume` goes on.

        That works in any process and any language. Parts that are on their way are sent again
        then; an upload that goes in one request begins anew. The text holds addresses to upload
        to: keep it secret.
        """
        return self._native.save()

    def pause(self) -> None:
        """Stops what is on its way. Whoever waits for the upload waits until it is resumed."""
        self._native.pause()

    def resume(self) -> None:
        """Goes on after a pause."""
        self._native.resume()

    def __repr__(self) -> str:
        progress = self.progress
        total = "?" if progress.total_bytes is None else progress.total_bytes
        return f"<{type(self).__name__} {progress.sent_bytes} of {total} bytes>"


class Upload(_Upload):
    """An upload that was prepared. It may be used by several threads.

    Iterate it to follow it: each item is an `UploadProgress`, the last of which has the file. It
    sends only while it is run or iterated.
    """

    __slots__ = ()

    def run(self) -> UploadedFile:
        """Uploads until the file is there, or goes on with what is left.

        What was sent stays sent: after an error, or Ctrl-C, run it again. Only a stream that has
        raised something cannot be read again.

        Raises:
            UploadcareError: As `upload` does.
        """
        return self._native.run()

    def __iter__(self) -> Iterator[UploadProgress]:
        native = self._native
        try:
            while (progress := native.next()) is not None:
                yield progress
        finally:
            native.stop()


class AsyncUpload(_Upload):
    """An upload that was prepared, for asyncio.

    Iterate it with `async for` to follow it: each item is an `UploadProgress`, the last of which
    has the file. It sends only while it is run or iterated.
    """

    __slots__ = ()

    async def run(self) -> UploadedFile:
        """Uploads until the file is there, or goes on with what is left.

        What was sent stays sent: after an error, or when the task was cancelled, run it again.
        Only a stream that has raised something cannot be read again.

        Raises:
            UploadcareError: As `upload` does.
        """
        return await self._native.run_async()

    async def __aiter__(self) -> AsyncIterator[UploadProgress]:
        native = self._native
        try:
            while (progress := await native.next_async()) is not None:
                yield progress
        finally:
            native.stop()


class Uploads(UploadOperations):
    """Uploads to the project (Upload API). No secret key is needed."""

    __slots__ = ()

    def upload(
        self,
        source: UploadSource,
        *,
        size: int | None = None,
        on_progress: Callable[[UploadProgress], object] | None = None,
        **options: Unpack[UploadOptions],
    ) -> UploadedFile:
        """Uploads one file of any size, in one request or in parts, as its size demands.

        Memory does not grow with the file: a file is read as it is sent, of a stream a few parts
        are held. Content of 10 MiB or more whose size is not known is kept in a temporary file
        first, for the service wants to know it.

        Reference: Upload API, Upload files directly; Multipart uploads.

        Args:
            source: Path of a file (`str` or path-like); its content (bytes-like); a file object in
                binary mode, from where it stands to its end; an iterable of bytes, read once;
                or a file of the project (`UUID`, `FileInfo` or `UploadedFile`), which is only
                looked up. A text is never a URL: for those there is `from_url`.
            size: Size of a stream in bytes, if it is known. The size of a file object that can
                seek is found out.
            on_progress: Called with an `UploadProgress` at most ten times per second, the last of
                which has the file.
            **options: Name, metadata, tags and more; see `UploadOptions`. The name of a file
                object is that of its file.

        Raises:
            SourceError: If the file cannot be read, is a folder or changes meanwhile, or a stream
                has not the size that was given; there is no file then. What a stream raises comes
                as it is.
            InvalidParameterError: If an option is out of its range; nothing is sent.
            UploadLostError: If the service has forgotten an upload that was to go on.
            ContentMismatchError: If the service has something else than was sent.
        """
        given, stream = _given(source, size, options, False)
        native = self._link.native.prepare(given, options, None)
        try:
            if on_progress is None:
                return native.run()
            last = None
            while (progress := native.next()) is not None:
                last = progress
                on_progress(progress)
            return _file(last)
        finally:
            native.stop()
            if stream is not None:
                stream.close()

    def upload_many(
        self, sources: Iterable[UploadManySource], **options: Unpack[UploadOptions]
    ) -> UploadManyResult:
        """Uploads several files side by side.

        One that fails does not stop the others, unless they would fail, too.

        Reference: Upload API, Upload files directly; Multipart uploads.

        Args:
            sources: Paths, contents (bytes-like) or files of the project.
            **options: For all of them; see `UploadOptions`.

        Returns:
            The files, and what went wrong with the others.

        Raises:
            InvalidParameterError: If an option is out of its range or a source is a stream;
                nothing is sent.
        """
        return self._link.native.upload_many(several(sources), options)

    def upload_part(self, url: str, content: Buffer) -> None:
        """Sends a part of a file, for programs that send the parts in their own way.

        All others use `upload`. A part may be sent again; what came last counts.

        Reference: Upload API, Upload individual file parts.

        Args:
            url: The URL of the part, one of those that `start_multipart` gave. No credential goes
                there.
            content: The bytes of the part: as many as were asked for as the size of a part, in the
                last part the rest.

        Raises:
            UploadLostError: If the URL is too old or the upload is over.
            InvalidParameterError: For a text that is no URL.
        """
        self._link.native.upload_part(url, part(content))

    def prepare(
        self, source: UploadSource, *, size: int | None = None, **options: Unpack[UploadOptions]
    ) -> Upload:
        """Prepares an upload that can be followed, paused and saved. Nothing is sent until it runs.

        Args:
            source: As for `upload`.
            size: Size of a stream in bytes, if it is known.
            **options: Name, metadata, tags and more; see `UploadOptions`.

        Raises:
            InvalidParameterError: If an option is out of its range.
        """
        given, _ = _given(source, size, options, False)
        return Upload(self._link.native.prepare(given, options, None))

    def resume(
        self,
        text: str,
        source: UploadSource,
        *,
        size: int | None = None,
        **options: Unpack[UploadOptions],
    ) -> Upload:
        """Prepares an upload that was saved before, in any process or language, to go on.

        Nothing is sent until it runs; then only what the service has not got.

        Args:
            text: What `save` gave.
            source: The same content again.
            size: Size of a stream in bytes, if it is known.
            **options: As the upload was begun with; see `UploadOptions`.

        Raises:
            InvalidParameterError: If the text cannot be read or is of another project, or an
                option is out of its range. Once it runs: `SourceError`, if the content is not the
                same.
        """
        given, _ = _given(source, size, options, False)
        return Upload(self._link.native.prepare(given, options, text))


class AsyncUploads(AsyncUploadOperations):
    """Uploads to the project (Upload API). No secret key is needed."""

    __slots__ = ()

    async def upload(
        self,
        source: AsyncUploadSource,
        *,
        size: int | None = None,
        on_progress: Callable[[UploadProgress], object] | None = None,
        **options: Unpack[UploadOptions],
    ) -> UploadedFile:
        """Uploads one file of any size, in one request or in parts, as its size demands.

        Memory does not grow with the file: a file is read as it is sent, of a stream a few parts
        are held. Content of 10 MiB or more whose size is not known is kept in a temporary file
        first, for the service wants to know it.

        Reference: Upload API, Upload files directly; Multipart uploads.

        Args:
            source: Path of a file (`str` or path-like); its content (bytes-like); a file object in
                binary mode, from where it stands to its end; an iterable of bytes, read once;
                either of these may be asynchronous; or a file of the project (`UUID`, `FileInfo`
                or `UploadedFile`), which is only looked up. A text is never a URL: for those there
                is `from_url`.
            size: Size of a stream in bytes, if it is known. The size of a file object that can
                seek is found out.
            on_progress: Called with an `UploadProgress` at most ten times per second, the last of
                which has the file. It may be a coroutine function.
            **options: Name, metadata, tags and more; see `UploadOptions`. The name of a file
                object is that of its file.

        Raises:
            SourceError: If the file cannot be read, is a folder or changes meanwhile, or a stream
                has not the size that was given; there is no file then. What a stream raises comes
                as it is.
            InvalidParameterError: If an option is out of its range; nothing is sent.
            UploadLostError: If the service has forgotten an upload that was to go on.
            ContentMismatchError: If the service has something else than was sent.
        """
        given, stream = _given(source, size, options, True)
        native = self._link.native.prepare(given, options, None)
        try:
            if on_progress is None:
                return await native.run_async()
            last = None
            while (progress := await native.next_async()) is not None:
                last = progress
                called: Any = on_progress(progress)
                if hasattr(called, "__await__"):
                    await called
            return _file(last)
        finally:
            native.stop()
            if isinstance(stream, AsyncStream):
                await stream.aclose()
            elif stream is not None:
                stream.close()

    async def upload_many(
        self, sources: Iterable[UploadManySource], **options: Unpack[UploadOptions]
    ) -> UploadManyResult:
        """Uploads several files side by side.

        One that fails does not stop the others, unless they would fail, too.

        Reference: Upload API, Upload files directly; Multipart uploads.

        Args:
            sources: Paths, contents (bytes-like) or files of the project.
            **options: For all of them; see `UploadOptions`.

        Returns:
            The files, and what went wrong with the others.

        Raises:
            InvalidParameterError: If an option is out of its range or a source is a stream;
                nothing is sent.
        """
        return await self._link.native.upload_many_async(several(sources), options)

    async def upload_part(self, url: str, content: Buffer) -> None:
        """Sends a part of a file, for programs that send the parts in their own way.

        All others use `upload`. A part may be sent again; what came last counts.

        Reference: Upload API, Upload individual file parts.

        Args:
            url: The URL of the part, one of those that `start_multipart` gave. No credential goes
                there.
            content: The bytes of the part: as many as were asked for as the size of a part, in the
                last part the rest.

        Raises:
            UploadLostError: If the URL is too old or the upload is over.
            InvalidParameterError: For a text that is no URL.
        """
        await self._link.native.upload_part_async(url, part(content))

    def prepare(
        self,
        source: AsyncUploadSource,
        *,
        size: int | None = None,
        **options: Unpack[UploadOptions],
    ) -> AsyncUpload:
        """Prepares an upload that can be followed, paused and saved. Nothing is sent until it runs.

        Args:
            source: As for `upload`.
            size: Size of a stream in bytes, if it is known.
            **options: Name, metadata, tags and more; see `UploadOptions`.

        Raises:
            InvalidParameterError: If an option is out of its range.
        """
        given, _ = _given(source, size, options, True)
        return AsyncUpload(self._link.native.prepare(given, options, None))

    def resume(
        self,
        text: str,
        source: AsyncUploadSource,
        *,
        size: int | None = None,
        **options: Unpack[UploadOptions],
    ) -> AsyncUpload:
        """Prepares an upload that was saved before, in any process or language, to go on.

        Nothing is sent until it runs; then only what the service has not got.

        Args:
            text: What `save` gave.
            source: The same content again.
            size: Size of a stream in bytes, if it is known.
            **options: As the upload was begun with; see `UploadOptions`.

        Raises:
            InvalidParameterError: If the text cannot be read or is of another project, or an
                option is out of its range. Once it runs: `SourceError`, if the content is not the
                same.
        """
        given, _ = _given(source, size, options, True)
        return AsyncUpload(self._link.native.prepare(given, options, text))


def _file(last: UploadProgress | None) -> UploadedFile:
    if last is None or last.file is None:
        raise RuntimeError("an upload ended without a file")
    return last.file
