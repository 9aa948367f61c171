"""Ends at the moment that is worst for threads which carry results, events and questions to Python.

The first argument says what is under way then; `told` after it, that calls are signed by a
function and written to a log.
"""

from __future__ import annotations

import asyncio
import logging
import random
import sys
import threading
import time

from signatures import signature
from uploadcare_sdk import AsyncUploadcare, SigningRequest, Uploadcare, UploadcareError

IS_TOLD = "told" in sys.argv


def sign(request: SigningRequest) -> str:
    time.sleep(random.random() / 100)
    return signature(request)


async def sign_async(request: SigningRequest) -> str:
    await asyncio.sleep(random.random() / 100)
    return signature(request)


def sign_stuck(_: SigningRequest) -> str:
    time.sleep(60)
    return ""


async def sign_stuck_async(_: SigningRequest) -> str:
    await asyncio.sleep(60)
    return ""


class Slow(logging.Handler):
    """Gives other threads an occasion."""

    def emit(self, record: logging.LogRecord) -> None:
        time.sleep(0.0001)
        self.format(record)


if IS_TOLD:
    logging.getLogger("uploadcare_sdk").setLevel(logging.DEBUG)
    logging.getLogger("uploadcare_sdk").addHandler(Slow())


def make_client() -> Uploadcare:
    return Uploadcare(signer=sign) if IS_TOLD else Uploadcare()


def make_async_client() -> AsyncUploadcare:
    return AsyncUploadcare(signer=sign_async) if IS_TOLD else AsyncUploadcare()


async def last_act_is_an_await() -> None:
    await make_async_client().project.get()


async def calls_left_behind() -> None:
    client = make_async_client()
    tasks = [asyncio.ensure_future(client.project.get()) for _ in range(4)]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)


def busy(client: Uploadcare) -> None:
    try:
        while True:
            client.project.get()
    except UploadcareError:
        # The interpreter is exiting.
        return


def busy_with_lists(client: Uploadcare) -> None:
    try:
        while True:
            # Pages are fetched ahead.
            for _ in client.files.list(limit=2):
                pass
    except UploadcareError:
        return


async def busy_async(client: AsyncUploadcare) -> None:
    try:
        while True:
            await client.project.get()
    except UploadcareError:
        return


def stuck(client: Uploadcare) -> None:
    try:
        client.project.get()
    except UploadcareError:
        return


def start(function: object, *arguments: object) -> None:
    threading.Thread(target=function, args=arguments, daemon=True).start()  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


match sys.argv[1]:
    case "await":
        asyncio.run(last_act_is_an_await())
    case "tasks":
        asyncio.run(calls_left_behind())
    case "loops":
        for _ in range(2):
            start(lambda: asyncio.run(busy_async(make_async_client())))
        asyncio.run(last_act_is_an_await())
    case "threads":
        client = make_client()
        for _ in range(2):
            start(busy, client)
        client.project.get()
    case "lists":
        client = make_client()
        for _ in range(2):
            start(busy_with_lists, client)
        list(client.files.list(limit=2))
    case "coroutines":
        client = Uploadcare(signer=sign_async)
        for _ in range(2):
            start(busy, client)
        client.project.get()
    case _:
        for signer in (sign_stuck, sign_stuck_async):
            start(stuck, Uploadcare(signer=signer))
        time.sleep(0.2)
