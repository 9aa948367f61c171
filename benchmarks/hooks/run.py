"""What events cost a call while nobody listens: instructions, counted by callgrind."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support.service import ROOT, Project, emulator

HERE = Path(__file__).resolve().parent
# Copies of the core, so that what is measured is all that differs.
SCRATCH = ROOT / "target/benchmarks/hooks"
FEW, MANY = 200, 1200
BEGIN = ") -> Option<Self> {\n        static CALLS"

PROGRAM = """\
[package]
name = "hooks"
version = "0.0.0"
edition = "2024"
publish = false

[dependencies]
tokio.workspace = true
uploadcare-core.workspace = true

[[bin]]
name = "hooks"
path = "program.rs"
"""


def copy(name: str) -> Path:
    """A workspace of nothing but the core and the program."""
    place = SCRATCH / name
    if place.exists():
        shutil.rmtree(place)
    shutil.copytree(ROOT / "core", place / "core", ignore=shutil.ignore_patterns("tests"))
    # Nothing of it is tested or shown.
    manifest = (place / "core/Cargo.toml").read_text()
    manifest = re.sub(r"\[dev-dependencies\].*(?=\[lints\])", "", manifest, flags=re.DOTALL)
    (place / "core/Cargo.toml").write_text(manifest)
    workspace = (ROOT / "Cargo.toml").read_text()
    members = '["core", "core/macros", "program"]'
    workspace = re.sub(r"(?m)^members = .*$", f"members = {members}", workspace)
    workspace = re.sub(r"(?m)^default-members = .*$", "", workspace)
    workspace = re.sub(r"(?m)^uploadcare-(emulator|facades) = .*\n", "", workspace)
    (place / "Cargo.toml").write_text(workspace)
    shutil.copy(ROOT / "Cargo.lock", place)
    (place / "program").mkdir()
    (place / "program/Cargo.toml").write_text(PROGRAM)
    shutil.copy(HERE / "program.rs", place / "program")
    return place


def build(place: Path, profile: str) -> Path:
    """Builds the program of a copy."""
    target = SCRATCH / "target"
    command = ["cargo", "build", "--quiet", "--profile", profile, "-p", "hooks"]
    environment = {**os.environ, "CARGO_TARGET_DIR": str(target)}
    subprocess.run(command, cwd=place, env=environment, check=True)
    program = SCRATCH / f"hooks-{place.name}"
    shutil.copy(target / profile / "hooks", program)
    return program


def without_events() -> Path:
    """A copy in which the story of a call never begins."""
    place = copy("without")
    file = place / "core/src/events.rs"
    text = file.read_text()
    if text.count(BEGIN) != 1:
        sys.exit(f"{file} is not as this script knows it")
    # Without the `if`, the compiler would speak of what is not reached.
    never = "{\n        if true {\n            return None;\n        }\n"
    file.write_text(text.replace(BEGIN, BEGIN.replace("{\n", never)))
    return place


def instructions(command: list[str], environment: dict[str, str]) -> int:
    """The instructions that a program takes."""
    valgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    run = subprocess.run([*valgrind, *command], env=environment, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", run.stderr)
    if run.returncode or not found:
        sys.exit(run.stderr)
    return int(found[1])


def per_call(command: list[str], environment: dict[str, str]) -> float:
    """The instructions of one call: what more calls take, by their number."""
    few = instructions([command[0], str(FEW), *command[1:]], environment)
    many = instructions([command[0], str(MANY), *command[1:]], environment)
    return (many - few) / (MANY - FEW)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--profile", default="release", help="of cargo: release or dist")
    arguments = parser.parse_args()
    shipped = str(build(copy("shipped"), arguments.profile))
    without = str(build(without_events(), arguments.profile))
    programs = {
        "without any events": [without],
        "as shipped, nobody listens": [shipped],
        "with a listener that does nothing": [shipped, "listener"],
    }
    results: dict[str, list[float]] = {name: [] for name in programs}
    with emulator() as ready:
        environment: dict[str, Any] = {**os.environ, **Project(ready).environment()}
        for _ in range(arguments.rounds):
            for name, command in programs.items():
                results[name].append(per_call(command, environment))
    base = statistics.median(results["without any events"])
    print(
        f"instructions per call, median of {arguments.rounds} rounds, profile {arguments.profile}"
    )
    for name, runs in results.items():
        middle = statistics.median(runs)
        spread = f"{min(runs):,.0f} to {max(runs):,.0f}"
        print(f"{name:36}{middle:>12,.0f}{100 * (middle / base - 1):>+9.2f} %   ({spread})")


if __name__ == "__main__":
    main()
