"""What `cargo xtask bench` runs, when it has built what is measured: `bench.py plan|run …`."""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from suite import charts, clients, size, targets
from suite.cells import QUICK, WHATS, Scale, cells
from suite.figures import Figures
from suite.report import failures, tables
from suite.rounds import Bench
from support.service import ROOT


def parsed(words: list[str]) -> argparse.Namespace:
    """What is wished."""
    parser = argparse.ArgumentParser(
        prog="cargo xtask bench",
        description="Measures our client beside others, against the local emulator.",
    )
    parser.add_argument("what", nargs="*", help=f"{', '.join(WHATS)}; default: all")
    parser.add_argument("--rounds", type=int, help="default 3; with --quick 1")
    parser.add_argument(
        "--quick", action="store_true", help="little of everything, to see that it works"
    )
    parser.add_argument(
        "--only", action="append", default=[], help="a client, such as python; repeatedly"
    )
    parser.add_argument("--output", type=Path, default=ROOT / "target/bench", help="a folder")
    parser.add_argument("--seed", type=int, help="of the order; default: another one each time")
    parser.add_argument("--from", dest="source", type=Path, help="show a results.json again")
    arguments = parser.parse_args(words)
    for what in arguments.what:
        if what not in WHATS:
            parser.error(f"{what!r} is none of {', '.join(WHATS)}")
    arguments.what = arguments.what or list(WHATS)
    arguments.rounds = arguments.rounds or (1 if arguments.quick else 3)
    if arguments.seed is None:
        arguments.seed = random.SystemRandom().randrange(1_000_000)
    return arguments


def plan(arguments: argparse.Namespace) -> dict[str, Any]:
    """What has to be built."""
    languages = [] if arguments.source else list(clients.LANGUAGES)
    if arguments.only:
        only: list[str] = arguments.only
        wanted = {name.split("-")[0] for name in only}
        if {"reqwest", "hyper"} & wanted:
            wanted.add("rust")
        languages = [language for language in languages if language in wanted]
    return {"languages": languages, "source": bool(arguments.source)}


def machine() -> dict[str, Any]:
    """What kind of machine this is."""
    told: dict[str, Any] = {
        "system": platform.platform(),
        "processor": platform.machine(),
        "cores": os.cpu_count(),
        "load": os.getloadavg(),
    }
    about = Path("/proc/cpuinfo")
    if about.exists():
        lines = about.read_text().splitlines()
        names = [line.split(":")[1].strip() for line in lines if line.startswith("model name")]
        told["model"] = names[0] if names else None
        total = Path("/proc/meminfo").read_text().split()[1]
        told["memory_mb"] = int(total) // 1024
    return told


def measured(arguments: argparse.Namespace) -> dict[str, Any]:
    """Measures; gives all that goes into the JSON."""
    built = json.loads(os.environ["BENCH_BUILT"])
    found = clients.clients(built, arguments.only)
    scale = QUICK if arguments.quick else Scale()
    print(f"order by seed {arguments.seed}, {arguments.rounds} rounds", flush=True)
    results: dict[str, Any] = {
        "began": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "machine": machine(),
        "versions": clients.versions(built, found),
        "seed": arguments.seed,
        "rounds": arguments.rounds,
        "scale": asdict(scale),
        "is_quick": arguments.quick,
        "is_whole": not arguments.only and set(arguments.what) == set(WHATS),
        "clients": {client.name: client.label for client in found},
        "kinds": {client.name: client.kind for client in found},
        "runs": [],
    }
    # Where the toolchains that live in a root of their own see it, too.
    place = ROOT / ".cache/benchmarks"
    with tempfile.TemporaryDirectory(dir=place) as folder:
        bench = Bench(Path(built["emulator"]), Path(folder), scale, random.Random(arguments.seed))
        wanted = list(cells(arguments.what))
        file = arguments.output / "results.json"
        for run in bench.rounds(wanted, found, arguments.rounds):
            results["runs"].append(run)
            # What is there when something breaks off.
            save(results, file)
    if "size" in arguments.what:
        results["runs"].extend(size.sizes(built, arguments.only))
    results["ended"] = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    return results


def save(results: dict[str, Any], file: Path) -> None:
    """Writes the JSON, one line for each run."""
    head = {key: value for key, value in results.items() if key != "runs"}
    runs = ",\n".join(json.dumps(run) for run in results["runs"])
    text = json.dumps(head, indent=1, ensure_ascii=False)[:-2]
    fresh = file.with_suffix(".new")
    fresh.write_text(f'{text},\n "runs": [\n{runs}\n]}}\n')
    fresh.replace(file)


def show(results: dict[str, Any], output: Path) -> bool:
    """Prints the tables, and writes them and the charts; tells whether every run went well."""
    figures = Figures(results)
    about = results["machine"]
    lines = [
        f"# Results of {results['began'][:10]}",
        "",
        f"{about.get('model') or about['processor']}, {about['cores']} cores, {about['system']};"
        f" {results['rounds']} rounds, order by seed {results['seed']}.",
        "Medians, and [least..most]. Ratios: how many times as much others take as ours, wall/CPU.",
        "",
    ]
    made = [*tables(figures)]
    last = targets.table(figures)
    if figures.failures:
        made.insert(0, failures(figures))
    for table in [*made, last]:
        print(table.text())
    texts = [table.markdown() for table in [last, *made]]
    (output / "results.md").write_text("\n".join([*lines, *texts]))
    for file in charts.draw(figures, output):
        print(f"drawn: {file}")
    print(f"written: {output / 'results.json'}, {output / 'results.md'}")
    return not figures.failures


def main() -> None:
    """Plans, or runs what was planned."""
    arguments = parsed(sys.argv[2:])
    if sys.argv[1] == "plan":
        print(json.dumps(plan(arguments)))
        return
    arguments.output.mkdir(parents=True, exist_ok=True)
    source: Path | None = arguments.source
    results = json.loads(source.read_text()) if source else measured(arguments)
    save(results, arguments.output / "results.json")
    if not show(results, arguments.output):
        sys.exit("some runs have failed")


if __name__ == "__main__":
    main()
