"""Clients of an account."""

from __future__ import annotations

from ._base import AsyncClient, Client, SyncClient, runtime
from ._generated._native import NativeClient
from ._generated.resources import AccountResources, AsyncAccountResources

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._generated.options import ClientOptions
    from ._link import Link


class _AccountClient(Client):
    """What both clients of an account have."""

    if TYPE_CHECKING:

        def _set_up(self, link: Link) -> None: ...

    def __init__(self, token: str | None = None, **options: Unpack[ClientOptions]) -> None:
        """Makes a client. No key of a project is looked at.

        Args:
            token: Token of the account. Else `UPLOADCARE_ACCOUNT_TOKEN` of the environment. The
                support of Uploadcare has it.
            **options: Settings; see `ClientOptions`. `api_base` is the base of the Project API.

        Raises:
            ConfigurationError: For a token or a setting that is missing or wrong.
        """
        self._use(NativeClient.for_account(token, options, runtime()))

    def _use(self, native: NativeClient) -> None:
        super()._use(native)
        self._set_up(self._link)

    def __repr__(self) -> str:
        return f"{type(self).__name__}(api_base={self.api_base!r})"


class AccountClient(_AccountClient, SyncClient, AccountResources):
    """A client of an account, for ordinary code; see `AsyncAccountClient` for asyncio.

    It tells of the account's projects, their secret keys and what they use (Project API). Its token
    opens all of them: it never leaves the Project API, and shows in no text. Close it, or use it in
    a `with` statement, to close its connections.
    """


class AsyncAccountClient(_AccountClient, AsyncClient, AsyncAccountResources):
    """A client of an account, for asyncio.

    It tells of the account's projects, their secret keys and what they use (Project API). Its token
    opens all of them: it never leaves the Project API, and shows in no text. Close it, or use it in
    an `async with` statement, to close its connections.
    """
