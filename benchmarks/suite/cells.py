"""What is measured: each cell is some work under some circumstances."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from suite.clients import Client

WHATS = ("listing", "calls", "uploads", "start", "memory", "size", "clients")
LATENCIES = (0, 20, 50)


@dataclass(frozen=True)
class Scale:
    """How much of everything."""

    files: int = 100_000
    calls: int = 2_000
    slow_calls: int = 200
    calls_at_once: int = 5_000
    large_mib: int = 1024
    small: int = 500
    starts: int = 5
    clients: int = 1_000


QUICK = Scale(
    files=6_000,
    calls=50,
    slow_calls=10,
    calls_at_once=100,
    large_mib=32,
    small=24,
    starts=1,
    clients=50,
)


@dataclass(frozen=True)
class Cell:
    """One row of bars in a chart."""

    what: str
    latency: int = 0
    """Milliseconds that each answer of the service takes more."""
    data: str = ""
    """How the files of the project lie in time."""
    at_once: int = 1
    order: str = "ordered"
    way: str = ""
    """What is uploaded: `path`, `stream`, `many`."""

    def title(self, scale: Scale) -> str:
        """In words."""
        latency = f"{self.latency} ms per answer"
        if self.what == "listing":
            parts = [f"listing {scale.files:,} files", self.data, latency]
            if self.at_once > 1:
                parts.append(f"concurrency {self.at_once}, {self.order}")
            return ", ".join(parts)
        if self.what == "calls":
            how = "one by one" if self.at_once == 1 else f"{self.at_once} at a time"
            return f"info of one file, {how}, {latency}"
        if self.what == "uploads":
            things = {
                "path": f"upload of {scale.large_mib} MiB from a path",
                "stream": f"upload of {scale.large_mib} MiB as a stream",
                "many": f"upload of {scale.small} files of 20 KiB",
            }
            return f"{things[self.way]}, {latency}"
        return {
            "start": "import, client and first call",
            "memory": f"memory kept by {scale.files:,} files in a list",
            "clients": f"{scale.clients:,} clients, all kept",
        }[self.what]

    def facts(self) -> dict[str, Any]:
        """For the JSON."""
        return asdict(self)


def cells(whats: list[str]) -> Iterator[Cell]:
    """All cells of some kinds of work."""
    if "listing" in whats:
        yield from listings()
    if "calls" in whats:
        for latency in (0, 20):
            yield Cell("calls", latency, at_once=1)
            yield Cell("calls", latency, at_once=50)
    if "uploads" in whats:
        for way in ("path", "stream", "many"):
            yield from (Cell("uploads", latency, way=way) for latency in LATENCIES)
    yield from (Cell(what) for what in ("start", "memory", "clients") if what in whats)


def listings() -> Iterator[Cell]:
    """Sequential and parallel lists."""
    ways = [(1, "ordered"), (4, "ordered"), (4, "unordered"), (8, "ordered"), (8, "unordered")]
    for data in ("uniform", "skewed", "tied"):
        for latency in LATENCIES:
            for at_once, order in ways:
                yield Cell("listing", latency, data, at_once, order)


def does(client: Client, cell: Cell) -> bool:
    """Whether a client is measured in a cell."""
    if cell.what == "listing":
        # Page after page costs others the same wherever the files lie.
        for_all = cell.data == "uniform" and cell.at_once == 1
        return ("listing" if for_all else "parallel") in client.does
    if cell.what == "uploads":
        return cell.way in client.does
    return cell.what in client.does


def words(cell: Cell, scale: Scale, given: dict[str, Any]) -> list[str]:
    """What a program is told."""
    if cell.what == "listing":
        return ["listing", str(cell.at_once), cell.order]
    if cell.what == "calls":
        return ["calls", given["uuid"], str(calls(cell, scale)), str(cell.at_once)]
    if cell.what == "uploads":
        if cell.way == "many":
            return ["many", *given["small"]]
        return ["upload", cell.way, given["large"]]
    if cell.what == "start":
        return ["start", given["uuid"]]
    if cell.what == "clients":
        return ["clients", str(scale.clients)]
    return [cell.what]


def calls(cell: Cell, scale: Scale) -> int:
    """How many calls are made in a cell."""
    if cell.at_once > 1:
        return scale.calls_at_once
    return scale.slow_calls if cell.latency else scale.calls
