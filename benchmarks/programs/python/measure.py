"""What a program measures of itself, printed as one line of JSON."""

from __future__ import annotations

import json
import os
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

MB = 1 << 20


def memory(name: str) -> float | None:
    """A figure of this process in MB, where the system tells it as Linux does."""
    with suppress(OSError):
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith(name + ":"):
                return int(line.split()[1]) / 1024
    return None


def growth(after: float | None, before: float | None) -> float | None:
    """How much more, if both are known."""
    return None if after is None or before is None else after - before


class Measure:
    """From where it is made."""

    def __init__(self) -> None:
        # The peak is of what follows.
        with suppress(OSError):
            Path("/proc/self/clear_refs").write_text("5")
        self.before = memory("VmRSS")
        self.cpu = time.process_time()
        self.wall = time.perf_counter()

    def end(self, **done: Any) -> dict[str, Any]:
        """What was used since then, and what was done with it."""
        wall, cpu = time.perf_counter() - self.wall, time.process_time() - self.cpu
        peak = memory("VmHWM")
        used = {"wall_s": wall, "cpu_s": cpu, "peak_mb": peak}
        return {**used, "growth_mb": growth(peak, self.before), **done}


def show(result: dict[str, Any]) -> None:
    """Prints the one line."""
    print(json.dumps(result), flush=True)


def variable(name: str) -> str:
    """A setting that the driver gives."""
    return os.environ[name]


def calls(one: Callable[[], int], count: int, at_once: int) -> None:
    """Measures so many calls, one by one or from threads."""

    def each(_: int) -> int:
        return one()

    measure = Measure()
    if at_once == 1:
        check = sum(one() for _ in range(count))
    else:
        with ThreadPoolExecutor(at_once) as pool:
            check = sum(pool.map(each, range(count)))
    show(measure.end(count=count, check=check))


def kept(make: Callable[[], list[Any]]) -> None:
    """Measures what a list of files keeps."""
    before = memory("VmRSS")
    measure = Measure()
    files = make()
    more = growth(memory("VmRSS"), before)
    each = None if more is None else more * MB / max(len(files), 1)
    show(measure.end(count=len(files), bytes_per_file=each))


def clients(make: Callable[[], object], count: int) -> None:
    """Measures clients that are all kept, the first one apart."""
    before = memory("VmRSS")
    measure = Measure()
    made = [make()]
    first = measure.end()
    between = memory("VmRSS")
    measure = Measure()
    made.extend(make() for _ in range(count - 1))
    later = measure.end()
    kept_mb = [growth(between, before), growth(memory("VmRSS"), between)]
    show({"first": first, "later": later, "count": len(made), "kept_mb": kept_mb})
