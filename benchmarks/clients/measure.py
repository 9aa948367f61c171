"""What it costs to make clients in Python: `measure.py ours|peer COUNT`."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

if sys.argv[1] == "ours":
    from uploadcare_sdk import Uploadcare

    def make() -> object:
        return Uploadcare("demopublickey", "demosecretkey")

else:
    from pyuploadcare import Uploadcare

    def make() -> object:
        return Uploadcare(public_key="demopublickey", secret_key="demosecretkey")


def resident() -> float:
    """The resident set in kB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1024


def threads() -> int:
    return len(list(Path("/proc/self/task").iterdir()))


def measure(count: int) -> tuple[dict[str, float], list[object]]:
    before, wall, cpu = resident(), time.perf_counter(), time.process_time()
    made = [make() for _ in range(count)]
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    result = {
        "wall_us": wall * 1e6 / count,
        "cpu_us": cpu * 1e6 / count,
        "growth_kb": (resident() - before) / count,
        "threads": threads(),
    }
    return result, made


first, one = measure(1)
later, others = measure(int(sys.argv[2]) - 1)
print(json.dumps({"first": first, "later": later}))
