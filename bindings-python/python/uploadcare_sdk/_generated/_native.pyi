# Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import os
from collections.abc import Awaitable
from datetime import datetime
from typing import Any, ClassVar, Final, final

from .options import ClientOptions, GetFileOptions, ListFilesOptions, UploadOptions

__all__ = [
    "VERSION",
    "AppData",
    "AudioStream",
    "ContentInfo",
    "ErrorInfo",
    "FileInfo",
    "GeoLocation",
    "ImageInfo",
    "MimeInfo",
    "NativeClient",
    "NativeFilePages",
    "PageInfo",
    "Totals",
    "UploadedFile",
    "VideoInfo",
    "VideoStream",
]

VERSION: Final[str]

@final
class AppData:
    """The result of one add-on on one file (REST API: Add-Ons)."""

    @property
    def data(self) -> Any | None:
        """The result, in the words of the add-on's provider."""

    @property
    def version(self) -> str | None:
        """Version of the add-on that made the result."""

    @property
    def datetime_created(self) -> datetime | None:
        """When the result was made."""

    @property
    def datetime_updated(self) -> datetime | None:
        """When the result was last changed."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> AppData:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class AudioStream:
    """A sound stream of a video."""

    @property
    def bitrate(self) -> float | None:
        """Bits per second."""

    @property
    def codec(self) -> str | None:
        """Codec, such as `aac`."""

    @property
    def sample_rate(self) -> float | None:
        """Samples per second."""

    @property
    def channels(self) -> int | None:
        """Number of channels."""

    @property
    def profile(self) -> str | None:
        """Profile of the codec."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> AudioStream:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class ContentInfo:
    """What the content of a file is."""

    @property
    def mime(self) -> MimeInfo | None:
        """MIME type in parts."""

    @property
    def image(self) -> ImageInfo | None:
        """Facts of an image."""

    @property
    def video(self) -> VideoInfo | None:
        """Facts of a video."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> ContentInfo:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class ErrorInfo:
    """Everything known about an error. Never holds a secret key, a signature or a token."""

    @property
    def kind(self) -> str:
        """What went wrong, in one word."""

    @property
    def message(self) -> str:
        """What went wrong, for a person, with the way out where there is one."""

    @property
    def parameter(self) -> str | None:
        """Name of the argument or setting that is wrong."""

    @property
    def status(self) -> int | None:
        """HTTP status of the answer. Upload API errors may carry it in the body only."""

    @property
    def code(self) -> str | None:
        """Error code of the service, such as `FileNotFoundError` (Upload API)."""

    @property
    def request_id(self) -> str | None:
        """Identifier of the request at the service, for its support."""

    @property
    def retry_after(self) -> float | None:
        """Seconds to wait before the next attempt, as the service asked."""

    @property
    def field_errors(self) -> dict[str, list[str]]:
        """Messages of the service by field name."""

    @property
    def method(self) -> str | None:
        """HTTP method of the call."""

    @property
    def path(self) -> str | None:
        """Path of the call, without its query."""

    @property
    def is_retryable(self) -> bool:
        """Whether the same call may succeed later without a change."""

    @staticmethod
    def from_json(text: str) -> ErrorInfo:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class FileInfo:
    """A file of the project (REST API: File)."""

    @property
    def uuid(self) -> str:
        """Identifier of the file: a UUID in lower case."""

    @property
    def url(self) -> str:
        """Link to this object in the REST API."""

    @property
    def original_file_url(self) -> str | None:
        """Link to the original on the CDN; null once the file is removed."""

    @property
    def original_filename(self) -> str:
        """Name of the file as it was uploaded."""

    @property
    def size(self) -> int:
        """Size in bytes; 0 while a fresh copy is being made."""

    @property
    def mime_type(self) -> str | None:
        """MIME type, detected from the content; `application/octet-stream` while unknown."""

    @property
    def is_image(self) -> bool | None:
        """Whether the file is an image; null while it is being looked at."""

    @property
    def is_ready(self) -> bool:
        """Whether the file can be used; false while it is being processed after the upload."""

    @property
    def datetime_uploaded(self) -> datetime:
        """When the file was uploaded."""

    @property
    def datetime_stored(self) -> datetime | None:
        """When the file was last stored; null for a temporary file (kept for 24 hours) and after
        removal.
        """

    @property
    def datetime_removed(self) -> datetime | None:
        """When the file was removed; null while it exists."""

    @property
    def content_info(self) -> ContentInfo | None:
        """What the content is: MIME type, image and video facts."""

    @property
    def metadata(self) -> dict[str, str]:
        """Metadata of the file: up to 50 keys, set by the application."""

    @property
    def variations(self) -> dict[str, str] | None:
        """Files made from this one by video conversion: conversion path to file identifier."""

    @property
    def tags(self) -> list[str] | None:
        """Tags of the file in order: up to 50, lower case."""

    @property
    def appdata(self) -> dict[str, AppData] | None:
        """Results of add-ons by add-on name; only when asked for."""

    @property
    def default_effects(self) -> str | None:
        """Transformations the group applies by default; only for files of a group."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> FileInfo:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class GeoLocation:
    """A place on the Earth, in degrees."""

    @property
    def latitude(self) -> float:
        """Latitude, north positive."""

    @property
    def longitude(self) -> float:
        """Longitude, east positive."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> GeoLocation:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class ImageInfo:
    """Facts of an image."""

    @property
    def format(self) -> str:
        """Format of the image: `JPEG`, `PNG`, `GIF`, `HEIF` and others."""

    @property
    def width(self) -> int:
        """Width in pixels."""

    @property
    def height(self) -> int:
        """Height in pixels."""

    @property
    def sequence(self) -> bool | None:
        """Whether the image has several frames or pages."""

    @property
    def color_mode(self) -> str | None:
        """How a pixel is stored."""

    @property
    def orientation(self) -> int | None:
        """EXIF orientation, 0 to 8."""

    @property
    def dpi(self) -> list[float] | None:
        """Dots per inch, horizontally and vertically."""

    @property
    def geo_location(self) -> GeoLocation | None:
        """Where the image was taken, from its EXIF."""

    @property
    def datetime_original(self) -> str | None:
        """When the image was taken, from its EXIF; local time without a zone, unchecked."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> ImageInfo:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class MimeInfo:
    """MIME type in parts."""

    @property
    def mime(self) -> str:
        """The whole, such as `image/jpeg`."""

    @property
    def type(self) -> str:
        """The first part, such as `image`."""

    @property
    def subtype(self) -> str:
        """The second part, such as `jpeg`."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> MimeInfo:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class PageInfo:
    """What a list answers beside its results."""

    @property
    def next(self) -> str | None:
        """Link to the next page; null on the last one. Opaque."""

    @property
    def previous(self) -> str | None:
        """Link to the previous page; null on the first one. Opaque."""

    @property
    def total(self) -> int:
        """How many items the whole selection has. The service has been seen to send 0 or a stale
        number here: show it, but never count on it.
        """

    @property
    def per_page(self) -> int:
        """How many items a page holds at most."""

    @property
    def totals(self) -> Totals | None:
        """Counts over the whole project; files only."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> PageInfo:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class Totals:
    """How many files a project has, by state. May be stale and even negative."""

    @property
    def removed(self) -> int | None:
        """Removed files."""

    @property
    def stored(self) -> int | None:
        """Stored files."""

    @property
    def unstored(self) -> int | None:
        """Temporary files, which the service removes 24 hours after the upload."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> Totals:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class UploadedFile:
    """A file that was uploaded."""

    @property
    def uuid(self) -> str:
        """Identifier of the new file."""

    @property
    def original_filename(self) -> str:
        """Name of the file in the project."""

    @property
    def size(self) -> int:
        """Size in bytes."""

    @staticmethod
    def from_json(text: str) -> UploadedFile:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class VideoInfo:
    """Facts of a video."""

    @property
    def format(self) -> str | None:
        """Container format, such as `mp4`."""

    @property
    def duration(self) -> float | None:
        """Length in milliseconds."""

    @property
    def bitrate(self) -> float | None:
        """Bits per second over all streams."""

    @property
    def audio(self) -> list[AudioStream]:
        """Sound streams."""

    @property
    def video(self) -> list[VideoStream]:
        """Picture streams."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> VideoInfo:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class VideoStream:
    """A picture stream of a video."""

    @property
    def height(self) -> int | None:
        """Height in pixels."""

    @property
    def width(self) -> int | None:
        """Width in pixels."""

    @property
    def frame_rate(self) -> float | None:
        """Frames per second; may have a fraction."""

    @property
    def bitrate(self) -> float | None:
        """Bits per second."""

    @property
    def codec(self) -> str | None:
        """Codec, such as `h264`."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> VideoStream:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class NativeClient:
    def __new__(
        cls,
        public_key: str | None,
        secret_key: str | None,
        options: ClientOptions,
        runtime: str,
    ) -> NativeClient: ...
    @property
    def public_key(self) -> str: ...
    @property
    def api_base(self) -> str: ...
    @property
    def upload_base(self) -> str: ...
    @property
    def cdn_base(self) -> str: ...
    def files_list(self, options: ListFilesOptions) -> NativeFilePages: ...
    def files_get(self, uuid: str, options: GetFileOptions) -> FileInfo: ...
    def files_get_async(self, uuid: str, options: GetFileOptions) -> Awaitable[FileInfo]: ...
    def upload_bytes(self, content: bytes | bytearray, options: UploadOptions) -> UploadedFile: ...
    def upload_bytes_async(
        self, content: bytes | bytearray, options: UploadOptions
    ) -> Awaitable[UploadedFile]: ...
    def upload_path(self, path: str | os.PathLike[str], options: UploadOptions) -> UploadedFile: ...
    def upload_path_async(
        self, path: str | os.PathLike[str], options: UploadOptions
    ) -> Awaitable[UploadedFile]: ...

@final
class NativeFilePages:
    def next_page(self) -> tuple[list[FileInfo], PageInfo] | None: ...
    def next_page_async(self) -> Awaitable[tuple[list[FileInfo], PageInfo] | None]: ...
    def previous_page(self) -> tuple[list[FileInfo], PageInfo] | None: ...
    def previous_page_async(self) -> Awaitable[tuple[list[FileInfo], PageInfo] | None]: ...
    def cursor(self, taken: int | None = None) -> str: ...
    def stand(self, cursor: str) -> None: ...
