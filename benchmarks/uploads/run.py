"""What it costs to upload a large file, and many small ones: ours beside the official clients."""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "clients"))
import run as clients  # pyright: ignore[reportMissingImports]
from support import peers
from support.service import ROOT, Project, build, emulator

HERE = Path(__file__).resolve().parent
LINE = "{:34}{:>8}{:>10}{:>10}{:>11}"
Program = tuple[list[str], dict[str, str]]


def made(wanted: list[str]) -> dict[str, Program]:
    """How to run each client that can be built."""
    rust = str(ROOT / "target/release/uploads")
    script, node_script = str(HERE / "measure.py"), str(HERE / "measure.mjs")
    ways = {
        "floor: reqwest alone": lambda: ([rust, "floor"], {}),
        "ours, Rust": lambda: ([rust], {}),
        "ours, Python": lambda: ([str(clients.python()), script, "ours"], {}),
        "ours, Node.js": lambda: (
            ["node", node_script, "ours"],
            {"NODE_PACKAGES": str(clients.node())},
        ),
        "pyuploadcare": lambda: ([str(peers.python()), script, "peer"], {}),
        "@uploadcare/upload-client": lambda: (
            ["node", node_script, "peer"],
            {"NODE_PACKAGES": str(peers.node())},
        ),
    }
    found: dict[str, Program] = {}
    for name, make in ways.items():
        if not any(word in name for word in wanted):
            continue
        try:
            found[name] = make()
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"left out: {name}: {error}")
    return found


def content(folder: Path, size: int, count: int) -> tuple[list[str], list[str]]:
    """A large file and small ones."""
    large = folder / "large.bin"
    with large.open("wb") as file:
        for _ in range(max(size >> 20, 1)):
            file.write(random.randbytes(1 << 20))
    small = [folder / f"small-{number}.bin" for number in range(count)]
    for path in small:
        path.write_bytes(random.randbytes(20 << 10))
    return [str(large)], [str(path) for path in small]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1024, help="of the large file, in MiB")
    parser.add_argument("--count", type=int, default=500, help="of small files")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--latency", type=int, action="append", help="ms; may be given repeatedly")
    parser.add_argument("--only", action="append", help="those whose name has this text")
    arguments = parser.parse_args()
    build("-p", "uploadcare-tests", "--bin", "uploads")
    build("-p", "uploadcare-emulator", "--bin", "uploadcare-emulator")
    program = ROOT / "target/release/uploadcare-emulator"
    found = made(arguments.only or [""])
    with tempfile.TemporaryDirectory() as folder:
        large, small = content(Path(folder), arguments.size << 20, arguments.count)
        for what, files in (("large", large), ("small", small)):
            for latency in arguments.latency or [0, 20, 50]:
                titles = {
                    "large": f"{arguments.size} MiB",
                    "small": f"{arguments.count} files of 20 KiB",
                }
                title = titles[what]
                print(f"\n{title}, {latency} ms per answer, median of {arguments.rounds}")
                print(LINE.format("", "wall s", "CPU s", "MB/s", "grows MB"))
                results: dict[str, list[dict[str, float]]] = {name: [] for name in found}
                for _ in range(arguments.rounds):
                    order = list(found)
                    random.shuffle(order)
                    for name in order:
                        command, environment = found[name]
                        if command[-1] == "floor" and what == "small":
                            continue
                        words = [] if command[-1] == "floor" else [what]
                        run = [*command, *words, *files]
                        # One for each run: it keeps what it is given.
                        with emulator(program) as ready:
                            project = Project(ready)
                            if latency:
                                fault = {"delay_ms": latency, "times": -1}
                                project.control("POST", "faults", fault)
                            environment = {**os.environ, **project.environment(), **environment}
                            text = subprocess.check_output(run, env=environment, text=True)
                        results[name].append(json.loads(text))
                for name, runs in results.items():
                    if runs:
                        median = {
                            key: statistics.median(run[key] for run in runs) for key in runs[0]
                        }
                        size = sum(Path(path).stat().st_size for path in files) / 1e6
                        numbers = [
                            f"{median['wall_s']:.2f}",
                            f"{median['cpu_s']:.2f}",
                            f"{size / median['wall_s']:.0f}",
                            f"{median['growth_mb']:.0f}",
                        ]
                        print(LINE.format(name, *numbers), flush=True)


if __name__ == "__main__":
    main()
