"""What it costs to make many clients: ours in three languages, and the official one for Python."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support import peers
from support.service import ROOT

HERE = Path(__file__).resolve().parent
HOME = ROOT / ".cache/benchmarks"
COLUMNS = ("wall_us", "cpu_us", "growth_kb", "threads")


def rust() -> list[str]:
    """Builds our client for Rust; gives the program that measures it."""
    build = ["cargo", "build", "--quiet", "--release", "-p", "uploadcare-tests", "--bin", "clients"]
    subprocess.run(build, cwd=ROOT, check=True)
    return [str(ROOT / "target/release/clients")]


def python() -> Path:
    """A Python that has our client, built as users get it."""
    home, wheels = HOME / "python", HOME / "wheels"
    pip = [home / "bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if not (home / "bin/maturin").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", home], check=True)
        pins = (ROOT / "bindings-python/requirements-dev.txt").read_text().splitlines()
        maturin = next(pin for pin in pins if pin.startswith("maturin=="))
        subprocess.run([*pip, maturin], check=True)
    shutil.rmtree(wheels, ignore_errors=True)
    build = [home / "bin/maturin", "build", "--quiet", "--profile", "dist", "--strip"]
    build += ["--compatibility", "linux", "--out", wheels]
    subprocess.run(build, cwd=ROOT / "bindings-python", check=True)
    subprocess.run([*pip, "--force-reinstall", "--no-deps", *wheels.iterdir()], check=True)
    return home / "bin/python"


def node() -> Path:
    """A folder that has our client for Node.js, built as users get it."""
    source = ROOT / "bindings-node"
    if not (source / "dist/index.js").exists():
        raise FileNotFoundError("bindings-node/dist: run `npm run build` there")
    build = ["cargo", "build", "--quiet", "--profile", "dist", "-p", "uploadcare-node"]
    subprocess.run(build, cwd=ROOT, check=True)
    folder = HOME / "node"
    package = folder / "node_modules/uploadcare-sdk"
    shutil.rmtree(package, ignore_errors=True)
    ignored = shutil.ignore_patterns("*.node")
    for part in ("dist", "native"):
        shutil.copytree(source / part, package / part, ignore=ignored)
    shutil.copy(source / "package.json", package)
    [addon] = (source / "native/generated").glob("*.node")
    place = package / "native/generated" / addon.name
    shutil.copy(ROOT / "target/dist/libuploadcare_node.so", place)
    subprocess.run(["strip", "--strip-unneeded", place], check=True)
    return folder


def programs(count: int, wanted: list[str]) -> dict[str, tuple[list[str], dict[str, str]]]:
    """How to measure each client that can be built; says which cannot."""
    script = str(HERE / "measure.py")
    made = {
        "ours, Rust": lambda: ([*rust(), str(count)], {}),
        "ours, Python": lambda: ([str(python()), script, "ours", str(count)], {}),
        "ours, Node.js": lambda: (
            ["node", str(HERE / "measure.mjs"), str(count)],
            {"NODE_PACKAGES": str(node())},
        ),
        "pyuploadcare": lambda: ([str(peers.python()), script, "peer", str(count)], {}),
    }
    found: dict[str, tuple[list[str], dict[str, str]]] = {}
    for name, make in made.items():
        if not any(word in name for word in wanted):
            continue
        try:
            found[name] = make()
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"left out: {name}: {error}")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", action="append", help="those whose name has this text")
    arguments = parser.parse_args()
    found = programs(arguments.clients, arguments.only or [""])
    results: dict[str, list[dict[str, dict[str, float]]]] = {name: [] for name in found}
    for _ in range(arguments.rounds):
        for name, (command, environment) in found.items():
            text = subprocess.check_output(command, env={**os.environ, **environment}, text=True)
            results[name].append(json.loads(text))
    print(f"{arguments.clients} clients, median of {arguments.rounds} rounds")
    print(f"{'':34}{'wall µs':>12}{'CPU µs':>12}{'grows kB':>12}{'threads':>9}")
    for name, runs in results.items():
        for which in ("first", "later"):
            middle = [statistics.median(run[which][key] for run in runs) for key in COLUMNS]
            numbers = f"{middle[0]:>12,.1f}{middle[1]:>12,.1f}{middle[2]:>12,.2f}{middle[3]:>9.0f}"
            print(f"{name + (', first' if which == 'first' else ', later'):34}{numbers}")


if __name__ == "__main__":
    main()
