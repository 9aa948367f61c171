from __future__ import annotations

import sys

from ._generated._native import NativeClient
from ._generated.resources import AsyncResources, Resources
from ._link import Link
from ._uploads import AsyncUploads, Uploads

TYPE_CHECKING = False

if TYPE_CHECKING:
    from types import TracebackType

    from typing_extensions import Self, Unpack

    from ._generated.options import ClientOptions


class _Client:
    """What both clients have."""

    def __init__(
        self, public_key: str | None, secret_key: str | None, options: ClientOptions
    ) -> None:
        version = ".".join(str(part) for part in sys.version_info[:3])
        native = NativeClient(public_key, secret_key, options, f"Python/{version}")
        self._link = Link(native)
        self._settings = (
            native.public_key,
            native.api_base,
            native.upload_base,
            native.cdn_base,
        )

    @property
    def public_key(self) -> str:
        """Public key of the project."""
        return self._settings[0]

    @property
    def api_base(self) -> str:
        """Base of the REST API, with a slash at the end."""
        return self._settings[1]

    @property
    def upload_base(self) -> str:
        """Base of the Upload API, with a slash at the end."""
        return self._settings[2]

    @property
    def cdn_base(self) -> str:
        """Base of the CDN, with a slash at the end."""
        return self._settings[3]

    def __repr__(self) -> str:
        name = type(self).__name__
        return f"{name}(public_key={self.public_key!r}, api_base={self.api_base!r})"


class Uploadcare(_Client, Resources):
    """A client of one Uploadcare project, for ordinary code; see `AsyncUploadcare` for asyncio.

    It may be used by several threads, and in parent and child after a fork. Close it, or use it
    in a `with` statement, to close its connections.
    """

    uploads: Uploads
    """Uploads to the project."""

    def __init__(
        self,
        public_key: str | None = None,
        secret_key: str | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Makes a client.

        Args:
            public_key: Public key of the project. Else `UPLOADCARE_PUBLIC_KEY` of the environment.
            secret_key: Its secret key. Else `UPLOADCARE_SECRET_KEY`. Uploads need none.
            **options: Settings; see `ClientOptions`.

        Raises:
            ConfigurationError: For a key or a setting that is missing or wrong.
        """
        super().__init__(public_key, secret_key, options)
        self._set_up(self._link)
        self.uploads = Uploads(self._link)

    def close(self) -> None:
        """Closes the connections. Lists that are under way may still be read to their end."""
        self._link.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class AsyncUploadcare(_Client, AsyncResources):
    """A client of one Uploadcare project for asyncio, with the methods of `Uploadcare`.

    It may be used in several event loops, one after another or in several threads, and in parent
    and child after a fork. Cancelling a task that waits for a call drops the call. Close it, or
    use it in an `async with` statement, to close its connections.
    """

    uploads: AsyncUploads
    """Uploads to the project."""

    def __init__(
        self,
        public_key: str | None = None,
        secret_key: str | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Makes a client.

        Args:
            public_key: Public key of the project. Else `UPLOADCARE_PUBLIC_KEY` of the environment.
            secret_key: Its secret key. Else `UPLOADCARE_SECRET_KEY`. Uploads need none.
            **options: Settings; see `ClientOptions`.

        Raises:
            ConfigurationError: For a key or a setting that is missing or wrong.
        """
        super().__init__(public_key, secret_key, options)
        self._set_up(self._link)
        self.uploads = AsyncUploads(self._link)

    async def close(self) -> None:
        """Closes the connections. Lists that are under way may still be read to their end."""
        self._link.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()
