"""The client of Uploadcare: list, inspect and upload files.

    from uploadcare_sdk import Uploadcare

    with Uploadcare("your public key", "your secret key") as client:
        for file in client.files.list():
            print(file.uuid, file.original_filename)

`AsyncUploadcare` is the same for asyncio.
"""

from __future__ import annotations

from ._client import AsyncUploadcare, Uploadcare
from ._files import AsyncFiles, Files
from ._generated._native import (
    VERSION,
    AppData,
    AudioStream,
    ContentInfo,
    ErrorInfo,
    FileInfo,
    GeoLocation,
    ImageInfo,
    MimeInfo,
    PageInfo,
    Totals,
    UploadedFile,
    VideoInfo,
    VideoStream,
)
from ._lists import AsyncItemList, AsyncPages, ItemList, Page, Pages
from ._uploads import AsyncUploads, Uploads
from .exceptions import (
    AuthenticationError,
    ConfigurationError,
    ConflictError,
    DecodeError,
    ForbiddenError,
    ForeignOriginError,
    InternalError,
    InvalidParameterError,
    NetworkError,
    NotFoundError,
    RejectedError,
    RequestTimeoutError,
    ServerError,
    SourceError,
    ThrottledError,
    TooLargeError,
    UploadcareError,
)

TYPE_CHECKING = False

__version__: str = VERSION

if TYPE_CHECKING:
    from ._generated.options import (
        AuthScheme,
        ClientOptions,
        FileOrdering,
        GetFileOptions,
        ListFilesOptions,
        UploadOptions,
    )
else:

    def __getattr__(name):
        # They are for type checkers; making them takes `typing`, which is slow to import.
        if name in __all__:
            from ._generated import options

            return getattr(options, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "AppData",
    "AsyncFiles",
    "AsyncItemList",
    "AsyncPages",
    "AsyncUploadcare",
    "AsyncUploads",
    "AudioStream",
    "AuthScheme",
    "AuthenticationError",
    "ClientOptions",
    "ConfigurationError",
    "ConflictError",
    "ContentInfo",
    "DecodeError",
    "ErrorInfo",
    "FileInfo",
    "FileOrdering",
    "Files",
    "ForbiddenError",
    "ForeignOriginError",
    "GeoLocation",
    "GetFileOptions",
    "ImageInfo",
    "InternalError",
    "InvalidParameterError",
    "ItemList",
    "ListFilesOptions",
    "MimeInfo",
    "NetworkError",
    "NotFoundError",
    "Page",
    "PageInfo",
    "Pages",
    "RejectedError",
    "RequestTimeoutError",
    "ServerError",
    "SourceError",
    "ThrottledError",
    "TooLargeError",
    "Totals",
    "UploadOptions",
    "Uploadcare",
    "UploadcareError",
    "UploadedFile",
    "Uploads",
    "VideoInfo",
    "VideoStream",
    "__version__",
]
