# Made from the Rust definitions by `cargo xtask generate`. Do not edit.
"""The keyword arguments of the operations, for type checkers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, TypedDict

AuthScheme = Literal["signed", "simple"]
"""How REST requests prove who sends them.

`signed`: An HMAC over the request, made with the secret key.

`simple`: The secret key itself.
"""

FileOrdering = Literal["datetime_uploaded", "-datetime_uploaded"]
"""Order of a list of files.

`datetime_uploaded`: Oldest first.

`-datetime_uploaded`: Newest first.
"""


class ClientOptions(TypedDict, total=False):
    """Settings of a client beside its keys.

    What is not given is read from the environment when the client is made, then falls back to
    the default.
    """

    api_base: str | None
    """Base of the REST API. Else `UPLOADCARE_REST_API_BASE`, else the service's."""

    upload_base: str | None
    """Base of the Upload API. Else `UPLOADCARE_UPLOAD_API_BASE`, else the service's."""

    cdn_base: str | None
    """Base of the CDN. Else `UPLOADCARE_CDN_BASE`, else the service's."""

    auth_scheme: AuthScheme | None
    """How REST requests prove who sends them: `signed` (default; the secret key never leaves the
    machine) or `simple` (sends the secret key).
    """

    connect_timeout: float | None
    """Seconds to wait for a connection. Default 10."""

    read_timeout: float | None
    """Seconds to wait for the next bytes of an answer. Default 30."""

    timeout: float | None
    """Seconds a whole call may take, with all its attempts; uploads get one second more for
    every 50,000 bytes. Default 60.
    """

    max_retries: int | None
    """How often a failed attempt is repeated when that is safe: 0 to 10, default 2. 0 means
    exactly one attempt.
    """

    user_agent: str | None
    """Name and version of the application, added to the User-Agent header."""

    proxy: str | None
    """Proxy for all requests, such as `http://user:password@proxy:3128`. Else the proxy settings
    of the environment.
    """

    root_certificate: str | None
    """One more root certificate to trust, as PEM text."""


class GetFileOptions(TypedDict, total=False):
    """What to fetch of a file."""

    include_appdata: bool | None
    """Also fetch the results of add-ons (`appdata`). Default false."""


class ListFilesOptions(TypedDict, total=False):
    """Which files to list, and in which order."""

    limit: int | None
    """Files per page: 1 to 1000. Default 100. The list itself has no limit."""

    ordering: FileOrdering | None
    """Order of the list. Default `datetime_uploaded`: oldest first."""

    stored: bool | None
    """Only stored files (true) or only temporary ones (false). Default: both."""

    removed: bool | None
    """Only removed files (true) or only existing ones (false). Default false."""

    starting_from: datetime | str | None
    """Only files uploaded after this moment; with the newest first, before it. The moment itself
    is left out.
    """

    include_appdata: bool | None
    """Also fetch the results of add-ons (`appdata`). Default false."""

    prefetch: bool | None
    """Fetch the next page while the current one is being used, from the second page on. Default
    true.
    """

    cursor: str | None
    """Go on where a list was left: the text its cursor gave, in any process or language. It
    brings its own selection, so only `prefetch` may be given beside it.
    """


class UploadOptions(TypedDict, total=False):
    """How to upload a file."""

    filename: str | None
    """Name of the file in the project. Default: the last part of the path, else `file`."""

    content_type: str | None
    """MIME type that is declared; the service looks at the content itself. Default
    `application/octet-stream`.
    """

    store: bool | None
    """Keep the file (true), or remove it after 24 hours (false). Default: as the project says."""

    metadata: dict[str, str] | None
    """Metadata of the file: up to 50 keys of 1 to 64 characters `A-Z a-z 0-9 _ - . :`, values of
    1 to 512 characters.
    """

    tags: Sequence[str] | None
    """Tags of the file: up to 50 of 1 to 100 characters `A-Z a-z 0-9 - _ .`; letters become
    small.
    """
