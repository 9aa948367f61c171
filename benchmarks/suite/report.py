"""Tables of the figures, as text and as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from suite.cells import Cell, Scale
from suite.figures import KEYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from suite.figures import Figure, Figures

# The clients that ratios are taken to, for what they do.
PEERS = {
    "rust": ("reqwest", "hyper"),
    "python": ("pyuploadcare", "pyuploadcare-mended", "urllib3", "httpx"),
    "python-asyncio": ("pyuploadcare", "aiohttp"),
    "node": ("rest-client", "upload-client", "upload-client-mended", "undici"),
    "swift": ("reqwest",),
    "kotlin": ("reqwest",),
}
Column = tuple[str, str, float, int]
"""Title, value, factor, digits."""

LISTING: list[Column] = [
    ("wall s", "wall_s", 1, 2),
    ("CPU µs/file", "us", 1, 2),
    ("grows MB", "growth_mb", 1, 1),
    ("peak MB", "peak_mb", 1, 0),
    ("requests", "requests", 1, 0),
]
CALLS: list[Column] = [
    ("wall s", "wall_s", 1, 2),
    ("calls/s", "rate", 1, 0),
    ("CPU µs/call", "us", 1, 1),
    ("grows MB", "growth_mb", 1, 1),
    ("peak MB", "peak_mb", 1, 0),
]
UPLOADS: list[Column] = [
    ("wall s", "wall_s", 1, 2),
    ("CPU s", "cpu_s", 1, 2),
    ("grows MB", "growth_mb", 1, 1),
    ("peak MB", "peak_mb", 1, 0),
    ("requests", "requests", 1, 0),
]
START: list[Column] = [
    ("import CPU ms", "import.cpu_s", 1e3, 2),
    ("client CPU ms", "made.cpu_s", 1e3, 2),
    ("first call ms", "first.wall_s", 1e3, 2),
    ("its CPU ms", "first.cpu_s", 1e3, 2),
    ("process wall ms", "process_wall_s", 1e3, 0),
]
MEMORY: list[Column] = [
    ("bytes/file", "bytes_per_file", 1, 0),
    ("peak MB", "peak_mb", 1, 0),
]
CLIENTS: list[Column] = [
    ("first, CPU ms", "first.cpu_s", 1e3, 2),
    ("first, MB", "kept_mb.0", 1, 2),
    ("all others, CPU ms", "later.cpu_s", 1e3, 2),
    ("all others, MB", "kept_mb.1", 1, 2),
]
SIZE: list[Column] = [("MB", "size_mb", 1, 1), ("dependencies", "dependencies", 1, 0)]
COLUMNS = {
    "listing": LISTING,
    "calls": CALLS,
    "uploads": UPLOADS,
    "start": START,
    "memory": MEMORY,
    "clients": CLIENTS,
    "size": SIZE,
}


class Table:
    """Lines of a table under a title."""

    def __init__(self, title: str, head: list[str]) -> None:
        self.title = title
        self.head = head
        self.lines: list[list[str]] = []

    def text(self) -> str:
        """For a terminal."""
        widths = [
            max(len(line[at]) for line in [self.head, *self.lines]) for at in range(len(self.head))
        ]
        rows = [f"\n{self.title}"]
        for line in [self.head, *self.lines]:
            cells = [
                cell.ljust(width) if at == 0 else cell.rjust(width)
                for at, (cell, width) in enumerate(zip(line, widths, strict=True))
            ]
            rows.append("  ".join(cells).rstrip())
        return "\n".join(rows)

    def markdown(self) -> str:
        """For a page."""
        align = ["---"] + ["---:"] * (len(self.head) - 1)
        rows = [f"| {' | '.join(line)} |" for line in [self.head, align, *self.lines]]
        return "\n".join([f"### {self.title}", "", *rows, ""])


def failures(figures: Figures) -> Table:
    """Runs that did not do what they should; no figure has anything of them."""
    table = Table("FAILED RUNS", ["client", "work", "what is wrong"])
    scale = Scale(**figures.results["scale"])
    for run in figures.failures:
        title = Cell(**{key: run[key] for key in KEYS}).title(scale)
        table.lines.append([figures.labels[run["client"]], title, run["failure"]])
    return table


def tables(figures: Figures) -> Iterator[Table]:
    """All tables, in the order in which the work is listed."""
    scale = Scale(**figures.results["scale"])
    for what, columns in COLUMNS.items():
        for cell in figures.cells(what):
            if what == "size":
                title = "installed size, and packages that come with it"
            else:
                title = Cell(**cell).title(scale)
            rounds = max(
                (
                    figure.count
                    for name in figures.clients(cell)
                    if (figure := first(figures, name, cell, columns))
                ),
                default=0,
            )
            unit = "run" if rounds == 1 else "runs"
            title = f"{title} ({rounds} {unit})"
            table = Table(title, ["", *(column[0] for column in columns), "ratios"])
            for name in figures.clients(cell):
                line = [figures.labels[name]]
                for _, value, factor, digits in columns:
                    figure = figures.of(name, value, **cell)
                    line.append(scaled(figure, factor).shown(digits) if figure else "-")
                table.lines.append([*line, ratios(figures, name, cell, columns)])
            yield table


def first(
    figures: Figures, name: str, cell: dict[str, Any], columns: list[Column]
) -> Figure | None:
    """The figure of the first column."""
    return figures.of(name, columns[0][1], **cell)


def scaled(figure: Figure, factor: float) -> Figure:
    """The same in another unit."""
    return type(figure)(
        figure.middle * factor, figure.least * factor, figure.most * factor, figure.count
    )


def ratios(figures: Figures, name: str, cell: dict[str, Any], columns: list[Column]) -> str:
    """How many times as much the others take as ours: wall, or what stands first, and CPU."""
    if name not in PEERS or cell["what"] == "size":
        return ""
    values = [value for _, value, _, _ in columns if value in ("wall_s", "us", "cpu_s")]
    values = values or [columns[0][1]]
    told: list[str] = []
    sequential = {**cell, "at_once": 1, "order": "ordered"}
    others = [(peer, cell) for peer in PEERS[name]]
    if cell["what"] == "listing" and cell["at_once"] > 1:
        others = [(name, sequential)]
    for peer, where in others:
        pairs = [
            (figures.middle(peer, value, **where), figures.middle(name, value, **cell))
            for value in values
        ]
        parts = [f"{theirs / own:.2f}" for theirs, own in pairs if theirs and own]
        if parts:
            who = "one by one" if peer == name else peer
            told.append(f"{who} {'/'.join(parts)}")
    return ", ".join(told)
