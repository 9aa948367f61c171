from __future__ import annotations

import os

from ._link import Resource

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing_extensions import Buffer, Unpack

    from ._generated._native import UploadedFile
    from ._generated.options import UploadOptions


def _content(source: Buffer) -> bytes | bytearray:
    if isinstance(source, (bytes, bytearray)):
        return source
    try:
        # The stable ABI of Python 3.10 has no buffers, so the others are copied here.
        return memoryview(source).tobytes()
    except TypeError:
        name = type(source).__name__
        raise TypeError(f"source must be a path or a bytes-like object, not {name}") from None


class Uploads(Resource):
    """Uploads to the project (Upload API). No secret key is needed."""

    __slots__ = ()

    def upload(
        self, source: str | os.PathLike[str] | Buffer, **options: Unpack[UploadOptions]
    ) -> UploadedFile:
        """Uploads one file of up to 104,857,600 bytes. A file is streamed, not held in memory.

        Reference: Upload API, Upload files directly.

        Args:
            source: Path of a file (`str` or path-like), or its content (bytes-like).
            **options: Name, metadata, tags and more; see `UploadOptions`.

        Raises:
            SourceError: If the file cannot be read, is a folder or changes meanwhile; nothing is
                uploaded.
            InvalidParameterError: If it is too large or an option is out of its range; nothing is
                sent.
        """
        if isinstance(source, (str, os.PathLike)):
            return self._link.native.upload_path(source, options)
        return self._link.native.upload_bytes(_content(source), options)


class AsyncUploads(Resource):
    """Uploads to the project (Upload API). No secret key is needed."""

    __slots__ = ()

    async def upload(
        self, source: str | os.PathLike[str] | Buffer, **options: Unpack[UploadOptions]
    ) -> UploadedFile:
        """Uploads one file of up to 104,857,600 bytes. A file is streamed, not held in memory.

        Reference: Upload API, Upload files directly.

        Args:
            source: Path of a file (`str` or path-like), or its content (bytes-like).
            **options: Name, metadata, tags and more; see `UploadOptions`.

        Raises:
            SourceError: If the file cannot be read, is a folder or changes meanwhile; nothing is
                uploaded.
            InvalidParameterError: If it is too large or an option is out of its range; nothing is
                sent.
        """
        if isinstance(source, (str, os.PathLike)):
            return await self._link.native.upload_path_async(source, options)
        return await self._link.native.upload_bytes_async(_content(source), options)
