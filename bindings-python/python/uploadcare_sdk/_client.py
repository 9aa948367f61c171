from __future__ import annotations

from ._base import AsyncClient, Client, SyncClient, runtime
from ._delivery import AsyncDelivery, Delivery
from ._generated._native import NativeClient
from ._generated.resources import AsyncJobs, AsyncResources, Jobs, Resources
from ._uploads import AsyncUploads, Uploads

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._generated.options import ClientOptions
    from ._types import RequestSigner, UploadCredential


class _ProjectClient(Client):
    """What the clients of a project have."""

    def __init__(
        self,
        public_key: str | None,
        secret_key: str | None,
        signer: RequestSigner | None,
        credential: UploadCredential | None,
        is_for_uploads: bool,
        options: ClientOptions,
    ) -> None:
        keys = (public_key, secret_key, signer, credential)
        self._use(NativeClient(*keys, is_for_uploads, options, runtime()))

    @property
    def public_key(self) -> str:
        """Public key of the project."""
        return self._settings[0]

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


class Uploadcare(_ProjectClient, SyncClient, Resources):
    """A client of one Uploadcare project, for ordinary code; see `AsyncUploadcare` for asyncio.

    It may be used by several threads, and in parent and child after a fork. Close it, or use it
    in a `with` statement, to close its connections.
    """

    uploads: Uploads
    """Uploads to the project."""
    delivery: Delivery
    """Delivery of files: URLs, transformations, signatures, downloads."""

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
        self.delivery = Delivery(self._link)

    def upload_client(self) -> UploadClient:
        """The part of this client that needs no secret key, as a client of its own.

        What it uploads is sent with the same `upload_credential`, if there is one, and not with
        what the secret key would make.
        """
        return self._other(UploadClient, self._link.native.upload_client())


class AsyncUploadcare(_ProjectClient, AsyncClient, AsyncResources):
    """A client of one Uploadcare project for asyncio, with the methods of `Uploadcare`.

    It may be used in several event loops, one after another or in several threads, and in parent
    and child after a fork. Cancelling a task that waits for a call drops the call. Close it, or
    use it in an `async with` statement, to close its connections.
    """

    uploads: AsyncUploads
    """Uploads to the project."""
    delivery: AsyncDelivery
    """Delivery of files: URLs, transformations, signatures, downloads."""

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
        self.delivery = AsyncDelivery(self._link)

    def upload_client(self) -> AsyncUploadClient:
        """The part of this client that needs no secret key, as a client of its own.

        What it uploads is sent with the same `upload_credential`, if there is one, and not with
        what the secret key would make.
        """
        return self._other(AsyncUploadClient, self._link.native.upload_client())


class UploadClient(_ProjectClient, SyncClient):
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


class AsyncUploadClient(_ProjectClient, AsyncClient):
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
