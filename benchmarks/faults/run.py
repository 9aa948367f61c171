"""What comes of each fault with the official clients, beside ours."""

from __future__ import annotations

import argparse
import os
import sys
import threading
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from cells import Cell, Outcome, cell, matrix, run
from report import Table, document
from support import peers
from support.service import emulator

HERE = Path(__file__).resolve().parent


def programs(wanted: list[str]) -> dict[str, tuple[list[str], dict[str, str], str]]:
    """How to run one cell with each peer, and what it is."""
    found = {}
    if "python" in wanted:
        python = str(peers.python())
        names = ("pyuploadcare", "httpx2")
        what = ", ".join(f"`{name}` {peers.python_version(name)}" for name in names)
        command = [python, str(HERE / "peer.py")]
        found["Python"] = (command, dict(os.environ), what)
    if "node" in wanted:
        packages = peers.node()
        names = ("@uploadcare/rest-client", "@uploadcare/upload-client", "node-fetch")
        what = ", ".join(f"`{name}` {peers.node_version(name)}" for name in names)
        environment = {**os.environ, "NODE_PACKAGES": str(packages)}
        found["Node.js"] = (["node", str(HERE / "peer.mjs")], environment, what)
    return found


def cells(what: dict[str, Any], peer: str, fault: str, call: str) -> list[Cell]:
    """The cells to run: the matrix, and what is about time once more with the peer's own limit."""
    calls = [one for one in what["calls"] if call in one["name"]]
    faults = [one for one in what["faults"] if fault in one["name"]]
    found = [cell(one, each) for one in faults for each in calls]
    if peer == "Python":
        for one in faults:
            limits = one.get("client", {})
            limit = limits.get("read_timeout", limits.get("timeout"))
            if limit is not None:
                found += [cell(one, each, timeout=limit) for each in calls]
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peer", choices=["python", "node"], action="append")
    parser.add_argument("--fault", default="", help="only faults whose name has this text")
    parser.add_argument("--call", default="", help="only calls whose name has this text")
    parser.add_argument("--at-once", type=int, default=6, help="cells at the same time")
    parser.add_argument("--emulator", type=Path, help="default: built for release")
    parser.add_argument("--output", type=Path, help="default: standard output")
    arguments = parser.parse_args()
    what = matrix()
    tables = []
    with emulator(arguments.emulator) as ready:
        for peer, (command, environment, versions) in programs(
            arguments.peer or ["python", "node"]
        ).items():
            wanted = cells(what, peer, arguments.fault, arguments.call)
            # Cells that only wait keep no others from running.
            free = threading.Semaphore(arguments.at_once)
            outcomes = in_parallel(ready, command, environment, wanted, free)
            rows: dict[str, dict[str, tuple[Cell, Outcome]]] = defaultdict(dict)
            for one, outcome in zip(wanted, outcomes, strict=True):
                name = one.fault["name"]
                if one.options:
                    given = ", ".join(f"{key}={value}" for key, value in one.options.items())
                    name += f" (peer with `{given}`)"
                rows[name][one.call["name"]] = (one, outcome)
            tables.append(Table(peer, versions, dict(rows)))
    text = document(tables, what)
    if arguments.output:
        arguments.output.write_text(text)
    else:
        print(text)


def in_parallel(
    ready: dict[str, Any],
    command: list[str],
    environment: dict[str, str],
    wanted: list[Cell],
    free: threading.Semaphore,
) -> list[Outcome]:
    """The outcome of each cell, in order."""
    done = 0
    lock = threading.Lock()

    def one(cell: Cell) -> Outcome:
        nonlocal done
        outcome = run(ready, command, environment, cell, free)
        with lock:
            done += 1
            if done % 25 == 0 or done == len(wanted):
                print(f"{done} of {len(wanted)} cells", file=sys.stderr)
        return outcome

    with ThreadPoolExecutor(max_workers=64) as pool:
        return list(pool.map(one, wanted))


if __name__ == "__main__":
    main()
