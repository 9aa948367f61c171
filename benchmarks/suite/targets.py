"""What we want to reach, as ratios within one run, and whether it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from suite.report import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from suite.figures import Figures

# An answer that takes 20 ms lets 50 callers have so many a second.
CEILING = 2500
What = dict[str, Any]
UNIFORM: What = {"what": "listing", "data": "uniform"}
SEQUENTIAL: What = {**UNIFORM, "at_once": 1}


@dataclass(frozen=True)
class Target:
    """One wish."""

    row: str
    against: str
    measured: float | None
    is_least: bool
    bound: float
    unit: str = "x"

    def line(self) -> list[str]:
        """For the table."""
        sign = "≥" if self.is_least else "≤"
        wished = f"{sign} {round(self.bound, 2):g} {self.unit}".strip()
        if self.measured is None:
            return [self.row, self.against, wished, "-", "not measured"]
        # As many digits as tell it from the bound.
        value = f"{self.measured:.3g}" if self.measured < 100 else f"{self.measured:.0f}"
        return [self.row, self.against, wished, f"{value} {self.unit}".strip(), self.verdict()]

    def verdict(self) -> str:
        """Whether it is reached."""
        if self.measured is None:
            return "not measured"
        met = self.measured >= self.bound if self.is_least else self.measured <= self.bound
        return "met" if met else "NOT MET"


class Wishes:
    """Makes targets of the figures."""

    def __init__(self, figures: Figures) -> None:
        self.figures = figures

    def least(self, row: str, own: str, peer: str, bound: float, value: str, **cell: Any) -> Target:
        """The peer is to take at least so many times as much as ours."""
        theirs, mine = self.both(own, peer, value, cell)
        if value == "rate":
            # Of a rate it is ours that is to be higher.
            theirs, mine = mine, theirs
        measured = theirs / mine if theirs is not None and mine else None
        return Target(row, self.name(peer), measured, True, bound)

    def most(self, row: str, own: str, peer: str, bound: float, value: str, **cell: Any) -> Target:
        """Ours is to take at most so many times as much as the peer."""
        theirs, mine = self.both(own, peer, value, cell)
        measured = mine / theirs if mine is not None and theirs else None
        return Target(row, self.name(peer), measured, False, bound)

    def limit(
        self,
        row: str,
        own: str,
        value: str,
        bound: float,
        unit: str,
        factor: float = 1,
        **cell: Any,
    ) -> Target:
        """Ours is not to be more than so much."""
        measured = self.figures.middle(own, value, **cell)
        measured = None if measured is None else measured * factor
        return Target(row, "", measured, False, bound, unit)

    def floor(
        self, row: str, own: str, value: str, bound: float, unit: str, factor: float, **cell: Any
    ) -> Target:
        """Ours is to be at least so much."""
        measured = self.figures.middle(own, value, **cell)
        measured = None if measured is None else measured * factor
        return Target(row, "", measured, True, bound, unit)

    def both(
        self, own: str, peer: str, value: str, cell: dict[str, Any]
    ) -> tuple[float | None, float | None]:
        """The figure of the peer, and ours."""
        # Only ours takes a stream; others are compared by the file.
        theirs = {**cell, "way": "path"} if cell.get("way") == "stream" else cell
        return self.figures.middle(peer, value, **theirs), self.figures.middle(own, value, **cell)

    def name(self, client: str) -> str:
        """As tables have it."""
        return self.figures.labels.get(client, client)


def targets(figures: Figures) -> Iterator[Target]:
    """All of them, row by row."""
    wishes = Wishes(figures)
    yield from lists(wishes)
    yield from parallel(wishes)
    yield from memory(wishes)
    yield from calls(wishes)
    yield from uploads(wishes)
    yield from starts(wishes)


def lists(wishes: Wishes) -> Iterator[Target]:
    """Page after page."""
    row = "list, CPU per file"
    cell: What = {**SEQUENTIAL, "latency": 0}
    yield wishes.least(f"Python: {row}", "python", "pyuploadcare", 10, "us", **cell)
    yield wishes.least(f"Python: {row}", "python", "httpx", 3, "us", **cell)
    yield wishes.least(f"Python: {row}", "python", "urllib3", 1.2, "us", **cell)
    yield wishes.least(f"Node.js: {row}", "node", "rest-client", 3, "us", **cell)
    yield wishes.least(f"Node.js: {row}", "node", "undici", 1.2, "us", **cell)
    for latency, python, by_curl, node, node_by_curl in (
        (20, 3, 1.3, 1.7, 1.6),
        (50, 1.8, 1.12, 1.3, 1.25),
    ):
        row = f"list, one by one, wall at {latency} ms"
        cell = {**SEQUENTIAL, "latency": latency}
        yield wishes.least(f"Python: {row}", "python", "pyuploadcare", python, "wall_s", **cell)
        yield wishes.most(f"Python: {row}", "python", "curl", by_curl, "wall_s", **cell)
        yield wishes.least(f"Node.js: {row}", "node", "rest-client", node, "wall_s", **cell)
        yield wishes.most(f"Node.js: {row}", "node", "curl", node_by_curl, "wall_s", **cell)


def parallel(wishes: Wishes) -> Iterator[Target]:
    """Lists read from several places at the same time, in any order."""
    figures = wishes.figures

    def faster(row: str, own: str, other: str, data: str, latency: int, bound: float) -> Target:
        """Eight at a time beside one by one."""
        cell: What = {"what": "listing", "latency": latency}
        # Others list one by one, and for them it does not matter how the files lie.
        theirs = {"at_once": 1, "data": data if own == other else "uniform"}
        slow = figures.middle(other, "wall_s", **cell, **theirs)
        ours = {"at_once": 8, "order": "unordered", "data": data}
        quick = figures.middle(own, "wall_s", **cell, **ours)
        against = "own list one by one" if own == other else wishes.name(other)
        return Target(row, against, slow / quick if slow and quick else None, True, bound)

    for latency, python, own, skewed, node in ((20, 8, 3.5, 3.5, 4), (50, 8, 4.5, 4, 5)):
        row = f"list, 8 at once, wall at {latency} ms"
        yield faster(f"Python: {row}", "python", "pyuploadcare", "uniform", latency, python)
        yield faster(f"Python: {row}", "python", "python", "uniform", latency, own)
        yield faster(f"Python: {row}, skewed", "python", "python", "skewed", latency, skewed)
        yield faster(f"Node.js: {row}", "node", "rest-client", "uniform", latency, node)
        yield faster(f"Node.js: {row}", "node", "node", "uniform", latency, 3)
    pages = -(-figures.results["scale"]["files"] // 1000)
    for data, four, eight in (("uniform", 10, 20), ("skewed", 10, 20), ("tied", 15, 40)):
        for at_once, bound in ((4, four), (8, eight)):
            cell: What = {"what": "listing", "data": data, "at_once": at_once, "order": "unordered"}
            sent = figures.of("rust", "requests", **cell)
            more = 100 * (sent.middle / pages - 1) if sent else None
            row = f"list, {at_once} at once, extra requests, {data}"
            yield Target(row, f"the {pages} pages", more, False, bound, "%")


def memory(wishes: Wishes) -> Iterator[Target]:
    """While a list is read, and of what is kept of it."""
    cell: What = {**SEQUENTIAL, "latency": 0}
    row = "list, growth of memory"
    yield wishes.limit(f"Python: {row}", "python", "growth_mb", 10, "MB", **cell)
    yield wishes.most(f"Python: {row}", "python", "httpx", 1, "growth_mb", **cell)
    yield wishes.limit(f"Node.js: {row}", "node", "growth_mb", 60, "MB", **cell)
    yield wishes.most(f"Node.js: {row}", "node", "undici", 1, "growth_mb", **cell)
    kept: What = {"what": "memory"}
    row = "memory per kept file"
    limit = (1800, "bytes")
    yield wishes.limit(f"Python: {row}", "python", "bytes_per_file", *limit, **kept)
    yield wishes.most(f"Python: {row}", "python", "urllib3", 1, "bytes_per_file", **kept)
    yield wishes.limit(f"Node.js: {row}", "node", "bytes_per_file", *limit, **kept)
    yield wishes.most(f"Node.js: {row} (parity)", "node", "undici", 1.1, "bytes_per_file", **kept)


def calls(wishes: Wishes) -> Iterator[Target]:
    """Info of one file."""
    alone: What = {"what": "calls", "at_once": 1, "latency": 0}
    row = "info, one by one, CPU per call"
    yield wishes.least(f"Python: {row}", "python", "pyuploadcare", 12, "us", **alone)
    yield wishes.least(f"Python: {row}", "python", "aiohttp", 4, "us", **alone)
    yield wishes.least(f"Node.js: {row}", "node", "rest-client", 4, "us", **alone)
    yield wishes.least(f"Node.js: {row}", "node", "undici", 2, "us", **alone)
    crowd: What = {"what": "calls", "at_once": 50}
    row = "info, 50 at a time, CPU per call"
    yield wishes.least(f"Python: {row}", "python", "pyuploadcare", 6, "us", **crowd, latency=0)
    yield wishes.least(f"Python: {row}", "python", "aiohttp", 1.3, "us", **crowd, latency=0)
    yield wishes.least(f"Node.js: {row}", "node", "rest-client", 10, "us", **crowd, latency=0)
    yield wishes.least(f"Node.js: {row}", "node", "undici", 4, "us", **crowd, latency=0)
    row = "info, 50 at a time, calls per second"
    yield wishes.least(f"Python: {row}", "python", "pyuploadcare", 7, "rate", **crowd, latency=0)
    yield wishes.least(f"Node.js: {row}", "node", "rest-client", 10, "rate", **crowd, latency=0)
    row = f"{row}, at 20 ms"
    share = {"factor": 100 / CEILING, "unit": f"% of {CEILING}/s"}
    for name, own, peer, bound in (
        ("Python", "python", "pyuploadcare", 1.9),
        ("Node.js", "node", "rest-client", 2),
    ):
        yield wishes.least(f"{name}: {row}", own, peer, bound, "rate", **crowd, latency=20)
        rate: Any = {**share, **crowd, "latency": 20}
        yield wishes.floor(f"{name}: {row}", own, "rate", 80, **rate)


def uploads(wishes: Wishes) -> Iterator[Target]:
    """One large file, and many small ones."""
    large: What = {"what": "uploads", "way": "path"}
    still: What = {**large, "latency": 0}
    row = "large upload"
    released = "as released"
    for name, own, peer, cpu, wall in (
        ("Python", "python", "pyuploadcare", 10, 12),
        ("Node.js", "node", "upload-client", 15, 20),
    ):
        title = f"{name}: {row}, peer {released}"
        yield wishes.least(f"{title}, CPU", own, peer, cpu, "cpu_s", **still)
        yield wishes.least(f"{title}, wall", own, peer, wall, "wall_s", **still)
    yield wishes.most(f"Python: {row}, CPU", "python", "urllib3", 1.6, "cpu_s", **still)
    yield wishes.most(f"Node.js: {row}, CPU", "node", "undici", 1.1, "cpu_s", **still)
    slow: What = {**large, "latency": 20}
    title, own, peer = f"Python: {row}, peer mended", "python", "pyuploadcare-mended"
    yield wishes.most(f"{title}, CPU (parity)", own, peer, 1.5, "cpu_s", **still)
    yield wishes.least(f"{title}, wall", own, peer, 1.2, "wall_s", **still)
    yield wishes.least(f"{title}, wall at 20 ms", own, peer, 4, "wall_s", **slow)
    title, own, peer = f"Node.js: {row}, peer mended", "node", "upload-client-mended"
    yield wishes.least(f"{title}, CPU", own, peer, 1.3, "cpu_s", **still)
    yield wishes.least(f"{title}, wall", own, peer, 1.5, "wall_s", **still)
    yield wishes.least(f"{title}, wall at 20 ms", own, peer, 2, "wall_s", **slow)
    for name, own, by_hand, most in (
        ("Python", "python", "urllib3", 20),
        ("Node.js", "node", "undici", 30),
    ):
        # 65 % of its pace.
        yield wishes.most(f"{name}: {row}, wall", own, "reqwest", 1 / 0.65, "wall_s", **still)
        title = f"{name}: {row}, growth of memory"
        yield wishes.limit(title, own, "growth_mb", most, "MB", **still)
        yield wishes.most(title, own, by_hand, 1, "growth_mb", **still)
    title = f"Node.js: {row}, growth of memory"
    yield wishes.least(title, "node", "upload-client", 30, "growth_mb", **still)
    small: What = {"what": "uploads", "way": "many"}
    row = "small uploads"
    cell: What = {**small, "latency": 0}
    yield wishes.least(f"Python: {row}, CPU", "python", "pyuploadcare", 6, "cpu_s", **cell)
    yield wishes.least(f"Python: {row}, CPU", "python", "urllib3", 3, "cpu_s", **cell)
    yield wishes.least(f"Node.js: {row}, CPU", "node", "upload-client", 10, "cpu_s", **cell)
    yield wishes.least(f"Node.js: {row}, CPU", "node", "fetch", 10, "cpu_s", **cell)
    title = f"Node.js: {row}, wall at 20 ms"
    yield wishes.least(title, "node", "upload-client", 1.8, "wall_s", **small, latency=20)


def starts(wishes: Wishes) -> Iterator[Target]:
    """What is paid once, and what is installed."""
    cell: What = {"what": "start"}
    ms: Any = {"unit": "ms", "factor": 1000, **cell}
    value = "import.cpu_s"
    yield wishes.limit("Python: import, CPU", "python", value, 15, **ms)
    yield wishes.least("Python: import, CPU", "python", "pyuploadcare", 15, value, **cell)
    yield wishes.least("Python: import, CPU", "python", "httpx", 5, value, **cell)
    yield wishes.limit("Node.js: import, CPU", "node", value, 10, **ms)
    yield wishes.least("Node.js: import, CPU", "node", "rest-client", 10, value, **cell)
    for name, own in (("Python", "python"), ("Node.js", "node")):
        yield wishes.limit(f"{name}: first call, wall", own, "first.wall_s", 3, **ms)
    yield wishes.least("Node.js: first call, wall", "node", "fetch", 10, "first.wall_s", **cell)
    size: What = {"what": "size"}
    for name, own, packages in (("Python", "python", 0), ("Node.js", "node", 2)):
        title = f"{name}: packages that come with it"
        yield wishes.limit(title, own, "dependencies", packages, "", **size)
        yield wishes.limit(f"{name}: installed size", own, "size_mb", 8, "MB", **size)


def table(figures: Figures) -> Table:
    """All targets, and whether each is met."""
    made = list(targets(figures))
    met = sum(target.verdict() == "met" for target in made)
    measured = sum(target.measured is not None for target in made)
    title = f"targets: {met} of {measured} met"
    if len(made) > measured:
        title += f", {len(made) - measured} not measured"
    if figures.results["is_quick"]:
        title += "; this was a quick run, which shows that all works and nothing else"
    result = Table(title, ["target", "against", "wished", "measured", ""])
    # Of a run that was to be whole, what is missing is worth a line.
    is_whole = figures.results["is_whole"]
    shown = (target for target in made if is_whole or target.measured is not None)
    result.lines = [target.line() for target in shown]
    return result
