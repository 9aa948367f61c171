"""CPU time, wall time and memory of this process, printed as one line of JSON."""

from __future__ import annotations

import json
import resource
import time
from pathlib import Path


def resident() -> int:
    """The resident set in kB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() // 1024


class Measure:
    def __enter__(self) -> Measure:
        return self

    def __exit__(self, *_: object) -> None:
        print(json.dumps(self.result))

    def start(self) -> None:
        self.resident = resident()
        self.wall = time.perf_counter()
        self.cpu = time.process_time()

    def stop(self, count: int, total: int) -> None:
        cpu, wall = time.process_time() - self.cpu, time.perf_counter() - self.wall
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        self.result = {
            "files": count,
            "check": total,
            "cpu_us_per_file": cpu * 1e6 / max(count, 1),
            "wall_s": wall,
            "growth_mb": (peak - self.resident) / 1024,
        }
