"""Figures made of runs: medians with their spread."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from typing import Any

KEYS = ("what", "latency", "data", "at_once", "order", "way")


@dataclass(frozen=True)
class Figure:
    """A median, and the least and the most."""

    middle: float
    least: float
    most: float
    count: int

    def shown(self, digits: int) -> str:
        """As it is printed."""
        if self.count == 1:
            return f"{self.middle:,.{digits}f}"
        return f"{self.middle:,.{digits}f} [{self.least:,.{digits}f}..{self.most:,.{digits}f}]"


class Figures:
    """The runs of one JSON."""

    def __init__(self, results: dict[str, Any]) -> None:
        self.results = results
        runs: list[dict[str, Any]] = results["runs"]
        self.runs = [run for run in runs if "failure" not in run]
        self.failures = [run for run in runs if "failure" in run]
        self.labels: dict[str, str] = results["clients"]

    def of(self, client: str, value: str, **cell: Any) -> Figure | None:
        """A figure of a client in a cell, or None if it was not measured.

        `value` may be a path such as `first.wall_s`, or one that follows from others: `us`, the CPU
        time of each file or call in microseconds; `rate`, how many per second.
        """
        wanted = {"client": client, **cell}
        numbers = [
            number
            for run in self.runs
            if all(run.get(key) == value for key, value in wanted.items())
            and (number := read(run, value)) is not None
        ]
        if not numbers:
            return None
        return Figure(statistics.median(numbers), min(numbers), max(numbers), len(numbers))

    def middle(self, client: str, value: str, **cell: Any) -> float | None:
        """The median alone."""
        figure = self.of(client, value, **cell)
        return figure.middle if figure else None

    def cells(self, what: str) -> list[dict[str, Any]]:
        """The cells of some kind of work that were measured, in their order."""
        found = {tuple(run.get(key) for key in KEYS) for run in self.runs if run["what"] == what}
        ordered = sorted(found, key=lambda cell: [str(part).rjust(8) for part in cell])
        return [dict(zip(KEYS, cell, strict=True)) for cell in ordered]

    def clients(self, cell: dict[str, Any]) -> list[str]:
        """The clients that were measured in a cell, in the order of the list of clients."""
        found = {
            run["client"]
            for run in self.runs
            if all(run.get(key) == value for key, value in cell.items())
        }
        return [name for name in self.labels if name in found]


def read(run: dict[str, Any], value: str) -> float | None:
    """A number of a run."""
    if value == "us":
        return float(run["cpu_s"]) * 1e6 / max(int(run["count"]), 1)
    if value == "rate":
        return float(run["count"]) / float(run["wall_s"])
    found: Any = run
    for part in value.split("."):
        # Some things are numbered.
        found = found[int(part)] if part.isdigit() else found.get(part)
        if found is None:
            return None
    return float(found)
