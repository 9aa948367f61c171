"""Lists the files of one project with each client in turn, several rounds, and prints medians."""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import shutil
import statistics
import subprocess
import sys
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def call(url: str, body: object) -> dict:
    request = urllib.request.Request(url, json.dumps(body).encode(), method="POST")
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def clients(packages: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for module, name in (("uploadcare_sdk", "ours"), ("pyuploadcare", "peer")):
        if importlib.util.find_spec(module):
            found[f"python {module}"] = [sys.executable, str(HERE / f"{name}.py")]
        else:
            print(f"left out: {module} is not installed in {sys.executable}")
    node = shutil.which("node")
    for package, name in (("uploadcare-sdk", "ours"), ("@uploadcare/rest-client", "peer")):
        if node and (packages / "node_modules" / package).exists():
            found[f"node {package}"] = [node, str(HERE / f"{name}.mjs")]
        else:
            print(f"left out: {package} is not in {packages}/node_modules, or there is no node")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--node-packages", type=Path, default=ROOT / "bindings-node")
    parser.add_argument(
        "--emulator", type=Path, default=ROOT / "target/release/uploadcare-emulator"
    )
    arguments = parser.parse_args()
    emulator = subprocess.Popen(
        [arguments.emulator, "--until-stdin-closes"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert emulator.stdin
    assert emulator.stdout
    try:
        ready = json.loads(emulator.stdout.readline())
        keys = call(ready["control_base"] + "projects", {})
        seed = f"{ready['control_base']}projects/{keys['public_key']}/files"
        call(seed, {"count": arguments.files, "metadata": {"album": "summer"}, "tags": ["river"]})
        environment = os.environ | {
            "PUBLIC_KEY": keys["public_key"],
            "SECRET_KEY": keys["secret_key"],
            "API_BASE": ready["api_base"],
            "NODE_PACKAGES": str(arguments.node_packages.resolve()),
        }
        results: dict[str, list[dict]] = {}
        programs = clients(arguments.node_packages)
        for _ in range(arguments.rounds):
            for name, command in programs.items():
                run = subprocess.run(command, env=environment, capture_output=True, text=True)
                if run.returncode:
                    sys.exit(f"{name}: {run.stderr}")
                results.setdefault(name, []).append(json.loads(run.stdout))
    finally:
        emulator.stdin.close()
        emulator.wait()

    counts = {(result["files"], result["check"]) for runs in results.values() for result in runs}
    if len(counts) != 1 or counts.pop()[0] != arguments.files:
        sys.exit("the clients did not list the same files")
    print(f"{arguments.files} files, median of {arguments.rounds} rounds")
    print(f"{'':34}{'CPU µs/file':>12}{'wall s':>8}{'growth MB':>11}")
    for name, runs in results.items():
        middle = [
            statistics.median(run[key] for run in runs)
            for key in ("cpu_us_per_file", "wall_s", "growth_mb")
        ]
        print(f"{name:34}{middle[0]:>12.2f}{middle[1]:>8.2f}{middle[2]:>11.1f}")


if __name__ == "__main__":
    main()
