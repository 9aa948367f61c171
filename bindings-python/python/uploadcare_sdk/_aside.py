"""An event loop of our own, for coroutine functions that sign calls of ordinary code.

It is one per process, so that what such a signer keeps, as the connections of an HTTP client, is of
the same event loop each time.
"""

from __future__ import annotations

import asyncio
from os import getpid
from threading import Thread

_PATIENCE = 5.0

_loops: dict[int, tuple[asyncio.AbstractEventLoop, Thread]] = {}
_stopped: set[int] = set()


def event_loop() -> asyncio.AbstractEventLoop:
    """The event loop of this process, which runs in a thread of its own."""
    process = getpid()
    if process in _stopped:
        raise RuntimeError("the interpreter is exiting")
    if process not in _loops:
        loop = asyncio.new_event_loop()
        thread = Thread(target=_run, args=(loop,), name="uploadcare signer", daemon=True)
        if _loops.setdefault(process, (loop, thread))[0] is loop:
            thread.start()
        else:
            loop.close()
    return _loops[process][0]


def _run(loop: asyncio.AbstractEventLoop) -> None:
    asyncio.set_event_loop(loop)
    try:
        loop.run_forever()
        loop.run_until_complete(_end())
    finally:
        loop.close()


async def _end() -> None:
    while tasks := asyncio.all_tasks() - {asyncio.current_task()}:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def stop() -> None:
    """Cancels what is under way and ends the thread; called when the interpreter exits."""
    process = getpid()
    _stopped.add(process)
    if running := _loops.get(process):
        loop, thread = running
        if not loop.is_closed():
            loop.call_soon_threadsafe(loop.stop)
        thread.join(_PATIENCE)
