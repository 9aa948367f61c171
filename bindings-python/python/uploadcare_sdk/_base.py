"""What all clients have in common."""

from __future__ import annotations

import sys

from ._link import Link
from .exceptions import UploadcareError

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from types import TracebackType
    from typing import Any

    from typing_extensions import Self, Unpack

    from ._generated._native import ExplainedRequest, NativeClient
    from ._generated.options import ClientOptions
    from ._generic import T
    from ._lists import AsyncItemList, AsyncPages


def runtime() -> str:
    """Language and version, for the User-Agent header."""
    return f"Python/{'.'.join(str(part) for part in sys.version_info[:3])}"


class Client:
    """What all clients have."""

    _link: Link
    _settings: tuple[str, str, str, str]

    def _use(self, native: NativeClient) -> None:
        self._link = Link(native)
        self._settings = (
            native.public_key,
            native.api_base,
            native.upload_base,
            native.cdn_base,
        )

    def _derived(self, native: NativeClient) -> Self:
        """A client like this one, with whatever a subclass has added to it."""
        client = object.__new__(type(self))
        vars(client).update(vars(self))
        client._use(native)
        return client

    def _other(self, kind: type[T], native: NativeClient) -> T:
        """A client of another kind."""
        client = object.__new__(kind)
        bare: Any = client
        bare._use(native)
        return client

    def with_options(self, **options: Unpack[ClientOptions]) -> Self:
        """Makes the same client with some settings changed: for one call or for many.

        It shares connections with this one, and what was learnt of the limits of the service,
        unless a setting that is changed is about just these: the connect timeout, the proxy, the
        certificate; the rate and the number of requests at the same time. It need not be closed.

        Args:
            **options: What to change; see `ClientOptions`. The rest stays as it is.

        Raises:
            ConfigurationError: For a setting that is wrong.
        """
        return self._derived(self._link.native.with_options(options))

    @property
    def api_base(self) -> str:
        """Base of the REST API, with a slash at the end."""
        return self._settings[1]


class SyncClient(Client):
    """What the clients for ordinary code have."""

    def explain(self, call: Callable[[Self], object], *, redact: bool = False) -> ExplainedRequest:
        """Shows the request that a call would send, signed and complete, without sending it.

        Of a call that sends several it is the first, of a list that of its first page.

            print(client.explain(lambda client: client.files.list(limit=10)).curl)

        Args:
            call: Makes the call with the client that it is given.
            redact: Whether to leave out what is secret: the signature or the keys.

        Raises:
            InvalidParameterError: If the call sends nothing.
            UploadcareError: What the call raises before it would send anything.
        """
        native = self._link.native.explaining({"redact": redact})
        try:
            result: Any = call(self._derived(native))
            if hasattr(result, "pages"):
                result = result.pages()
            if hasattr(result, "next_page"):
                result.next_page()
        except UploadcareError:
            if request := native.explained(True):
                return request
            raise
        return _kept(native)

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


class AsyncClient(Client):
    """What the clients for asyncio have."""

    async def explain(
        self,
        call: Callable[[Self], Awaitable[object] | AsyncItemList[Any] | AsyncPages[Any]],
        *,
        redact: bool = False,
    ) -> ExplainedRequest:
        """Shows the request that a call would send, signed and complete, without sending it.

        Of a call that sends several it is the first, of a list that of its first page.

            request = await client.explain(lambda client: client.files.get(uuid))
            print(request.curl)

        Args:
            call: Makes the call with the client that it is given.
            redact: Whether to leave out what is secret: the signature or the keys.

        Raises:
            InvalidParameterError: If the call sends nothing.
            UploadcareError: What the call raises before it would send anything.
        """
        native = self._link.native.explaining({"redact": redact})
        try:
            result: Any = call(self._derived(native))
            if hasattr(result, "__await__"):
                result = await result
            if hasattr(result, "pages"):
                result = result.pages()
            if hasattr(result, "next_page"):
                await result.next_page()
        except UploadcareError:
            if request := native.explained(True):
                return request
            raise
        return _kept(native)

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


def _kept(native: NativeClient) -> ExplainedRequest:
    request = native.explained(False)
    if request is None:
        raise RuntimeError("an explaining client gave neither a request nor an error")
    return request
