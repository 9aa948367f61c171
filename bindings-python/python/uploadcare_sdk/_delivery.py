"""Delivery of files: what of it is not generated."""

from __future__ import annotations

from ._downloads import AsyncDownload, AsyncDownloadStream, Download, DownloadStream
from ._generated.resources import AsyncDeliveryOperations, DeliveryOperations
from ._references import file_text

TYPE_CHECKING = False

if TYPE_CHECKING:
    import os
    from collections.abc import Callable
    from typing import Any

    from typing_extensions import Unpack

    from ._generated._native import DownloadedFile, DownloadProgress
    from ._generated.options import DownloadOptions, SaveOptions
    from ._types import FileReference


class Delivery(DeliveryOperations):
    """Delivery of files: URLs, operations on images, signatures, downloads (URL API)."""

    __slots__ = ()

    def download(self, file: FileReference, **options: Unpack[DownloadOptions]) -> bytes:
        """Downloads a file into memory. A connection that breaks is taken up where it was.

        Reference: URL API; Delivery, CDN.

        Args:
            file: The file, or a delivery URL of a file, a group's file or an archive.
            **options: Operations on an image; see `DownloadOptions`.

        Raises:
            InvalidParameterError: For what is no file, or a URL on another host; nothing is sent.
            NotFoundError: If there is no such file.
            RejectedError: For operations that the service does not know.
            ForbiddenError: If the project demands signed URLs and the client has no secret for
                them.
            ContentMismatchError: If the file changes meanwhile.
        """
        return self._link.native.download(file_text(file, "file"), options)

    def download_stream(
        self, file: FileReference, **options: Unpack[DownloadOptions]
    ) -> DownloadStream:
        """Begins to download a file piece by piece.

        Reference: URL API; Delivery, CDN.

        Args:
            file: As for `download`.
            **options: Operations on an image; see `DownloadOptions`.

        Returns:
            An iterator of bytes that has `info`, to be used in a `with` statement.

        Raises:
            UploadcareError: As `download` does, here and as it is read.
        """
        native = self._link.native.download_stream(file_text(file, "file"), options)
        return DownloadStream(native)

    def save(
        self,
        file: FileReference,
        path: str | os.PathLike[str],
        *,
        on_progress: Callable[[DownloadProgress], object] | None = None,
        **options: Unpack[SaveOptions],
    ) -> DownloadedFile:
        """Downloads a file to the disk.

        Large files come in several parts at a time. The file is there only when it is complete;
        until then what has come is kept beside it, under its name and `.uploadcare-part`. The same
        call goes on with that: after an error, after Ctrl-C, and in another process, too.

        Reference: URL API; Delivery, CDN.

        Args:
            file: The file, or a delivery URL of a file, a group's file or an archive.
            path: Where it goes (`str` or path-like): a folder that is there, where the service
                names the file, or the path of a file.
            on_progress: Called with a `DownloadProgress` at most ten times per second, the last of
                which has the file.
            **options: Operations on an image, `overwrite` and more; see `SaveOptions`.

        Raises:
            DestinationError: If the file cannot be written, or is there already and `overwrite` is
                not given.
            InvalidParameterError: For what is no file, a URL on another host, a name with a folder,
                or an option out of its range; nothing is sent.
            NotFoundError: If there is no such file.
            RejectedError: For operations that the service does not know.
            ForbiddenError: If the project demands signed URLs and the client has no secret for
                them.
            ContentMismatchError: If the file changes meanwhile.
        """
        native = self._link.native.prepare_save(file_text(file, "file"), path, options)
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

    def prepare_save(
        self,
        file: FileReference,
        path: str | os.PathLike[str],
        **options: Unpack[SaveOptions],
    ) -> Download:
        """Prepares a download that can be followed. Nothing is sent until it runs.

        Args:
            file: As for `save`.
            path: As for `save`.
            **options: Operations on an image, `overwrite` and more; see `SaveOptions`.

        Raises:
            InvalidParameterError: For what is no file, a URL on another host, a name with a folder,
                or an option out of its range.
        """
        native = self._link.native.prepare_save(file_text(file, "file"), path, options)
        return Download(native)


class AsyncDelivery(AsyncDeliveryOperations):
    """Delivery of files: URLs, operations on images, signatures, downloads (URL API)."""

    __slots__ = ()

    async def download(self, file: FileReference, **options: Unpack[DownloadOptions]) -> bytes:
        """Downloads a file into memory. A connection that breaks is taken up where it was.

        Reference: URL API; Delivery, CDN.

        Args:
            file: The file, or a delivery URL of a file, a group's file or an archive.
            **options: Operations on an image; see `DownloadOptions`.

        Raises:
            InvalidParameterError: For what is no file, or a URL on another host; nothing is sent.
            NotFoundError: If there is no such file.
            RejectedError: For operations that the service does not know.
            ForbiddenError: If the project demands signed URLs and the client has no secret for
                them.
            ContentMismatchError: If the file changes meanwhile.
        """
        return await self._link.native.download_async(file_text(file, "file"), options)

    def download_stream(
        self, file: FileReference, **options: Unpack[DownloadOptions]
    ) -> AsyncDownloadStream:
        """Downloads a file piece by piece. It begins when it is awaited or entered.

        Reference: URL API; Delivery, CDN.

        Args:
            file: As for `download`.
            **options: Operations on an image; see `DownloadOptions`.

        Returns:
            An asynchronous iterator of bytes that has `info`, to be used in an `async with`
            statement.

        Raises:
            UploadcareError: As `download` does, when it begins and as it is read.
        """
        return AsyncDownloadStream(self._link, file_text(file, "file"), options)

    async def save(
        self,
        file: FileReference,
        path: str | os.PathLike[str],
        *,
        on_progress: Callable[[DownloadProgress], object] | None = None,
        **options: Unpack[SaveOptions],
    ) -> DownloadedFile:
        """Downloads a file to the disk.

        Large files come in several parts at a time. The file is there only when it is complete;
        until then what has come is kept beside it, under its name and `.uploadcare-part`. The same
        call goes on with that: after an error, when its task was cancelled, and in another process,
        too.

        Reference: URL API; Delivery, CDN.

        Args:
            file: The file, or a delivery URL of a file, a group's file or an archive.
            path: Where it goes (`str` or path-like): a folder that is there, where the service
                names the file, or the path of a file.
            on_progress: Called with a `DownloadProgress` at most ten times per second, the last of
                which has the file. It may be a coroutine function.
            **options: Operations on an image, `overwrite` and more; see `SaveOptions`.

        Raises:
            DestinationError: If the file cannot be written, or is there already and `overwrite` is
                not given.
            InvalidParameterError: For what is no file, a URL on another host, a name with a folder,
                or an option out of its range; nothing is sent.
            NotFoundError: If there is no such file.
            RejectedError: For operations that the service does not know.
            ForbiddenError: If the project demands signed URLs and the client has no secret for
                them.
            ContentMismatchError: If the file changes meanwhile.
        """
        native = self._link.native.prepare_save(file_text(file, "file"), path, options)
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

    def prepare_save(
        self,
        file: FileReference,
        path: str | os.PathLike[str],
        **options: Unpack[SaveOptions],
    ) -> AsyncDownload:
        """Prepares a download that can be followed. Nothing is sent until it runs.

        Args:
            file: As for `save`.
            path: As for `save`.
            **options: Operations on an image, `overwrite` and more; see `SaveOptions`.

        Raises:
            InvalidParameterError: For what is no file, a URL on another host, a name with a folder,
                or an option out of its range.
        """
        native = self._link.native.prepare_save(file_text(file, "file"), path, options)
        return AsyncDownload(native)


def _file(last: DownloadProgress | None) -> DownloadedFile:
    if last is None or last.file is None:
        raise RuntimeError("a download ended without a file")
    return last.file
