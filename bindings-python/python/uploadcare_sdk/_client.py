from __future__ import annotations

import sys

from ._generated._native import NativeClient
from ._generated.resources import AsyncJobs, AsyncResources, Jobs, Resources
from ._link import Link
from ._uploads import AsyncUploads, Uploads
from .exceptions import UploadcareError

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from types import TracebackType
    from typing import Any

    from typing_extensions import Self, Unpack

    from ._generated._native import ExplainedRequest
    from ._generated.options import ClientOptions
    from ._generic import T
    from ._lists import AsyncItemList, AsyncPages
    from ._types import RequestSigner, UploadCredential


class _Client:
    """What both clients have."""

    _link: Link
    _settings: tuple[str, str, str, str]

    def __init__(
        self,
        public_key: str | None,
        secret_key: str | None,
        signer: RequestSigner | None,
        credential: UploadCredential | None,
        is_for_uploads: bool,
        options: ClientOptions,
    ) -> None:
        version = f"Python/{'.'.join(str(part) for part in sys.version_info[:3])}"
        keys = (public_key, secret_key, signer, credential)
        self._use(NativeClient(*keys, is_for_uploads, options, version))

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


class _SyncClient(_Client):
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


class _AsyncClient(_Client):
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


class Uploadcare(_SyncClient, Resources):
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
        *,
        signer: RequestSigner | None = None,
        upload_credential: UploadCredential | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Makes a client.

        Args:
            public_key: Public key of the project. Else `UPLOADCARE_PUBLIC_KEY` of the environment.
            secret_key: Its secret key. Else `UPLOADCARE_SECRET_KEY`. Uploads need none.
            signer: Signs REST requests in the place of a secret key: gets a `SigningRequest` and
                gives its signature, 40 hexadecimal digits, once for each attempt. A function is
                called in the thread that makes the call, which waits until it returns. A
                coroutine function runs in an event loop of the package's own, and is cancelled
                when the call ends early.
            upload_credential: What uploads are sent with, instead of what the secret key can
                make: a token, an `UploadSignature`, or a function or coroutine function that gives
                either. A function is asked where a signer is, when an upload needs a credential,
                again shortly before what it gave expires, and never twice at the same time.
            **options: Settings; see `ClientOptions`.

        Raises:
            ConfigurationError: For a key or a setting that is missing or wrong, or a secret key
                beside a signer.
        """
        super().__init__(public_key, secret_key, signer, upload_credential, False, options)

    def _use(self, native: NativeClient) -> None:
        super()._use(native)
        self._set_up(self._link)
        self.uploads = Uploads(self._link)

    def upload_client(self) -> UploadClient:
        """The part of this client that needs no secret key, as a client of its own.

        What it uploads is sent with the same `upload_credential`, if there is one, and not with
        what the secret key would make.
        """
        return self._other(UploadClient, self._link.native.upload_client())


class AsyncUploadcare(_AsyncClient, AsyncResources):
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
        *,
        signer: RequestSigner | None = None,
        upload_credential: UploadCredential | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Makes a client.

        Args:
            public_key: Public key of the project. Else `UPLOADCARE_PUBLIC_KEY` of the environment.
            secret_key: Its secret key. Else `UPLOADCARE_SECRET_KEY`. Uploads need none.
            signer: Signs REST requests in the place of a secret key: gets a `SigningRequest` and
                gives its signature, 40 hexadecimal digits, once for each attempt. It is called in
                the event loop of the call; a coroutine function runs as a task of it, which is
                cancelled when the call ends early.
            upload_credential: What uploads are sent with, instead of what the secret key can
                make: a token, an `UploadSignature`, or a function or coroutine function that gives
                either. A function is asked where a signer is, when an upload needs a credential,
                again shortly before what it gave expires, and never twice at the same time.
            **options: Settings; see `ClientOptions`.

        Raises:
            ConfigurationError: For a key or a setting that is missing or wrong, or a secret key
                beside a signer.
        """
        super().__init__(public_key, secret_key, signer, upload_credential, False, options)

    def _use(self, native: NativeClient) -> None:
        super()._use(native)
        self._set_up(self._link)
        self.uploads = AsyncUploads(self._link)

    def upload_client(self) -> AsyncUploadClient:
        """The part of this client that needs no secret key, as a client of its own.

        What it uploads is sent with the same `upload_credential`, if there is one, and not with
        what the secret key would make.
        """
        return self._other(AsyncUploadClient, self._link.native.upload_client())


class UploadClient(_SyncClient):
    """A client for nothing but uploads, for ordinary code; see `AsyncUploadClient` for asyncio.

    It has no secret key and no way to hold one, so it is for programs that others can take apart.
    Where the project demands signed uploads, it sends a credential that somebody else made.
    """

    uploads: Uploads
    """Uploads to the project."""
    jobs: Jobs
    """Jobs that were started before, here or elsewhere, such as those of `uploads.from_url`."""

    def __init__(
        self,
        public_key: str | None = None,
        *,
        upload_credential: UploadCredential | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Makes a client. No secret key of the environment is looked at.

        Args:
            public_key: Public key of the project. Else `UPLOADCARE_PUBLIC_KEY` of the environment.
            upload_credential: What uploads are sent with: a token, an `UploadSignature`, or a
                function or coroutine function that gives either. The function is asked when an
                upload needs a credential, again shortly before what it gave expires, and never
                twice at the same time.
            **options: Settings; see `ClientOptions`.

        Raises:
            ConfigurationError: For a key or a setting that is missing or wrong.
        """
        super().__init__(public_key, None, None, upload_credential, True, options)

    def _use(self, native: NativeClient) -> None:
        super()._use(native)
        self.uploads = Uploads(self._link)
        self.jobs = Jobs(self._link)


class AsyncUploadClient(_AsyncClient):
    """A client for nothing but uploads, for asyncio.

    It has no secret key and no way to hold one, so it is for programs that others can take apart.
    Where the project demands signed uploads, it sends a credential that somebody else made.
    """

    uploads: AsyncUploads
    """Uploads to the project."""
    jobs: AsyncJobs
    """Jobs that were started before, here or elsewhere, such as those of `uploads.from_url`."""

    def __init__(
        self,
        public_key: str | None = None,
        *,
        upload_credential: UploadCredential | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Makes a client. No secret key of the environment is looked at.

        Args:
            public_key: Public key of the project. Else `UPLOADCARE_PUBLIC_KEY` of the environment.
            upload_credential: What uploads are sent with: a token, an `UploadSignature`, or a
                function or coroutine function that gives either. The function is asked when an
                upload needs a credential, again shortly before what it gave expires, and never
                twice at the same time.
            **options: Settings; see `ClientOptions`.

        Raises:
            ConfigurationError: For a key or a setting that is missing or wrong.
        """
        super().__init__(public_key, None, None, upload_credential, True, options)

    def _use(self, native: NativeClient) -> None:
        super()._use(native)
        self.uploads = AsyncUploads(self._link)
        self.jobs = AsyncJobs(self._link)


def _kept(native: NativeClient) -> ExplainedRequest:
    request = native.explained(False)
    if request is None:
        raise RuntimeError("an explaining client gave neither a request nor an error")
    return request
