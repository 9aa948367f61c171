"""Time from `task.cancel()` to the moment when the emulator sees the client leave.

    python benchmarks/cancel/cancel.py [number of calls, default 50]

The emulator is found as `uploadcare_sdk.testing` does. Prints milliseconds.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from typing import TYPE_CHECKING

from uploadcare_sdk.testing import Emulator, Project, start_emulator

if TYPE_CHECKING:
    from uploadcare_sdk import AsyncUploadcare


def clock_difference(emulator: Emulator) -> float:
    """How far the emulator's clock is ahead of ours, by the quickest of some questions."""
    answers: list[tuple[float, float]] = []
    for _ in range(30):
        began = time.monotonic()
        theirs = emulator.time_ms()
        ended = time.monotonic()
        answers.append((ended - began, theirs - (began + ended) / 2 * 1000))
    return min(answers)[1]


def in_flight(emulator: Emulator, project: Project) -> int:
    count: int = emulator.control("GET", f"projects/{project.public_key}/stats")["in_flight"]
    return count


async def cancelled_at(emulator: Emulator, project: Project, client: AsyncUploadcare) -> float:
    """Begins a call, cancels it, and returns when."""
    task = asyncio.ensure_future(client.project.get())
    while await asyncio.to_thread(in_flight, emulator, project) == 0:
        await asyncio.sleep(0.001)
    at = time.monotonic() * 1000
    task.cancel()
    await asyncio.wait([task])
    return at


async def measure(emulator: Emulator, count: int) -> list[float]:
    project = emulator.create_project()
    emulator.add_fault(project, delay_ms=60_000, times=-1)
    difference = clock_difference(emulator)
    delays: list[float] = []
    async with emulator.async_client(project, timeout=60) as client:
        for _ in range(count):
            at = await cancelled_at(emulator, project, client)
            left = (await asyncio.to_thread(emulator.requests, project))[-1]
            if left.status != 499:
                raise RuntimeError(f"the request ended with status {left.status}")
            delays.append(left.ended_ms - (at + difference))
    return delays


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    with start_emulator() as emulator:
        delays = sorted(asyncio.run(measure(emulator, count)))
    median, slowest = statistics.median(delays), delays[-1]
    print(f"{count} calls cancelled: median {median:.2f} ms, slowest {slowest:.2f} ms")


if __name__ == "__main__":
    main()
