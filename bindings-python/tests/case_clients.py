"""The clients of the shared cases: their settings, their signers and what they tell."""

from __future__ import annotations

import asyncio
import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from uploadcare_sdk import (
    AccountClient,
    AsyncAccountClient,
    AsyncUploadcare,
    SigningRequest,
    Uploadcare,
)

if TYPE_CHECKING:
    from collections.abc import Generator

    from conftest import Service
    from uploadcare_sdk import CallEvent, RequestSigner
    from uploadcare_sdk.testing import Account

Client = Uploadcare | AsyncUploadcare
AnyClient = Client | AccountClient | AsyncAccountClient


def make_client(make: type[Client], settings: dict[str, Any], service: Service) -> Client:
    settings = dict(settings)
    if kind := settings.pop("signer", None):
        settings["secret_key"] = None
        settings["signer"] = signer(kind, service, make is AsyncUploadcare)
    return make(**settings)


def make_account_client(
    make: type[Client], settings: dict[str, Any], account: Account
) -> AccountClient | AsyncAccountClient:
    keys = ("public_key", "secret_key", "signer")
    options = {name: value for name, value in settings.items() if name not in keys}
    kind = AccountClient if make is Uploadcare else AsyncAccountClient
    return kind(account.token, **options)


def signer(kind: str, service: Service, is_async: bool) -> RequestSigner:
    """One that a case can name; for asyncio, a coroutine function."""

    def backend(request: SigningRequest) -> str:
        return service.emulator.sign(request.string_to_sign, service.project)

    def failing(request: SigningRequest) -> str:
        del request
        raise RuntimeError("no signature today")

    def wrong(request: SigningRequest) -> str:
        del request
        return "not-a-signature"

    def other(request: SigningRequest) -> str:
        del request
        return "0" * 40

    async def slow(_: SigningRequest) -> str:
        await asyncio.Event().wait()
        raise AssertionError("nobody sets the event")

    if kind == "slow":
        # A function cannot be cancelled.
        return slow
    function = {"backend": backend, "failing": failing, "wrong": wrong, "other": other}[kind]

    async def asynchronous(request: SigningRequest) -> str:
        return await asyncio.to_thread(function, request)

    return asynchronous if is_async else function


class _Keeper(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.events: list[CallEvent] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.events.append(vars(record)["event"])


@contextmanager
def told() -> Generator[list[CallEvent]]:
    """Collects the events of all calls."""
    logger, keeper = logging.getLogger("uploadcare_sdk"), _Keeper()
    before = logger.level
    logger.setLevel(logging.DEBUG)
    logger.addHandler(keeper)
    try:
        yield keeper.events
    finally:
        logger.removeHandler(keeper)
        logger.setLevel(before)


def shown(event: CallEvent) -> str:
    """As the cases write it."""
    text = event.kind
    if event.kind == "response":
        text += f":{event.status}"
    return text if event.error is None else f"{text}:{event.error.kind}"
