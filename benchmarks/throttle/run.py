"""What a rate limit costs a client that makes many calls at once: ours, and `pyuploadcare`."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support import peers
from support.service import ROOT, Project, build, emulator

HERE = Path(__file__).resolve().parent
LINE = "{:38}{:>6}{:>7}{:>7}{:>6}{:>9}{:>8}{:>8}{:>8}"


def output_of(command: list[str], **environment: str) -> dict[str, Any]:
    """The line of JSON that a program prints."""
    environment = {**os.environ, **environment}
    text = subprocess.check_output(command, env=environment, text=True, timeout=900)
    result: dict[str, Any] = json.loads(text)
    return result


def ours(ready: dict[str, Any], count: int, rate: float, burst: int) -> dict[str, Any]:
    """Our client: all calls at once, for at most 300 seconds, with at most 10 repetitions."""
    program = str(ROOT / "target/release/throttle")
    options = ["--count", str(count), "--rate", str(rate), "--burst", str(burst)]
    return output_of([program, *options], UPLOADCARE_EMULATOR=json.dumps(ready))


def peer(ready: dict[str, Any], count: int, rate: float, burst: int, *more: str) -> dict[str, Any]:
    """The official client for Python, from 50 threads."""
    project = Project(ready)
    project.control("POST", "rate_limit", {"per_second": rate, "burst": burst})
    command = [str(peers.python()), str(HERE / "peer.py"), str(count), "50", *more]
    result = output_of(command, **project.environment())
    limit = project.control("GET", "rate_limit")
    result |= {"refused": limit["refused"], "sent": limit["allowed"] + limit["refused"]}
    return result


def show(name: str, count: int, rate: float, burst: int, result: dict[str, Any]) -> None:
    """Prints a result as a line of the table."""
    wasted = 100 * result["refused"] / max(result["sent"], 1)
    best = max(count - burst, 0) / rate
    numbers = [count, f"{rate:g}", result["sent"], result["refused"], f"{wasted:.1f} %"]
    numbers += [f"{result['wall_s']:.1f}", f"{best:.1f}", result["failed"]]
    print(LINE.format(name, *numbers), flush=True)
    for failure, times in sorted(result["failures"].items()):
        print(f"    {times} times {failure[:200]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--rate", type=float, action="append", help="may be given repeatedly")
    parser.add_argument("--burst", type=int, help="default: as many as one second brings")
    parser.add_argument("--peer-count", type=int, default=200, help="calls of the comparison")
    arguments = parser.parse_args()
    build("-p", "uploadcare-tests", "--bin", "throttle")
    with emulator() as ready:
        names = ["", "calls", "per s", "sent", "429", "wasted", "wall s", "best s", "failed"]
        print(LINE.format(*names))
        for rate in arguments.rate or [5.0, 10.0, 100.0]:
            burst = arguments.burst or max(int(rate), 1)
            setting = (arguments.count, rate, burst)
            show("ours, Rust, all at once", *setting, ours(ready, *setting))
        if arguments.peer_count:
            setting = (arguments.peer_count, 10.0, arguments.burst or 10)
            show("ours, Rust, all at once", *setting, ours(ready, *setting))
            name = f"pyuploadcare {peers.python_version('pyuploadcare')}, 50 threads"
            show(name, *setting, peer(ready, *setting))
            show("  with retry_throttled=10", *setting, peer(ready, *setting, "10"))


if __name__ == "__main__":
    main()
