"""The charts of the page, as SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import matplotlib as mpl
import matplotlib.pyplot as plt

from suite.cells import Scale
from suite.clients import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

    from suite.figures import Figures

COLOURS = {"ours": "#1f6feb", "official": "#d1495b", "by hand": "#9aa5b1"}


def style() -> None:
    """The same bytes for the same figures, and text that stays text."""
    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "uploadcare"
    mpl.rcParams["svg.fonttype"] = "none"
    mpl.rcParams["font.size"] = 9


def bars(axes: Any, figures: Figures, cell: dict[str, Any], value: str, factor: float) -> None:
    """Bars of all clients in a cell, with a line from the least to the most."""
    rows = [
        (name, figure)
        for name in figures.clients(cell)
        if (figure := figures.of(name, value, **cell)) is not None
    ]
    rows.sort(key=lambda row: row[1].middle, reverse=True)
    for at, (name, figure) in enumerate(rows):
        middle = figure.middle * factor
        spread = [[middle - figure.least * factor], [figure.most * factor - middle]]
        colour = COLOURS[figures.results["kinds"][name]]
        axes.barh(at, middle, color=colour, xerr=spread, error_kw={"lw": 0.8, "ecolor": "#444"})
        axes.text(figure.most * factor, at, f"  {middle:,.3g}", va="center", fontsize=7)
    axes.set_yticks(range(len(rows)), [figures.labels[name] for name, _ in rows], fontsize=7)
    axes.margins(x=0.18)
    axes.spines[["top", "right"]].set_visible(False)


def chart(
    figures: Figures, file: Path, title: str, panels: list[tuple[str, dict[str, Any], str, float]]
) -> Path | None:
    """One file with some panels side by side, or none if nothing of it was measured."""
    panels = [panel for panel in panels if figures.clients(panel[1])]
    if not panels:
        return None
    most = max(len(figures.clients(cell)) for _, cell, _, _ in panels)
    size = (4.6 * len(panels), 0.6 + 0.24 * most)
    picture: Any
    picture, axes = plt.subplots(1, len(panels), figsize=size, squeeze=False, layout="constrained")
    for place, (name, cell, value, factor) in zip(axes[0], panels, strict=True):
        bars(place, figures, cell, value, factor)
        place.set_title(name, fontsize=9)
    picture.suptitle(title, fontsize=10)
    picture.savefig(file, metadata={"Date": None})
    plt.close(picture)
    return file


def parallel(figures: Figures, file: Path, scale: Scale) -> Path | None:
    """How much faster lists are that are read from several places."""
    picture: Any
    picture, axes = plt.subplots(1, 3, figsize=(11, 3.2), sharey=True, layout="constrained")
    is_empty = True
    for place, data in zip(axes, ("uniform", "skewed", "tied"), strict=True):
        for name in ("rust", "python", "node"):
            for latency, line in ((20, "--"), (50, "-")):
                cell = {"what": "listing", "data": data, "latency": latency}
                alone = figures.middle(name, "wall_s", **cell, at_once=1)
                points = [(1, 1.0)] if alone else []
                for at_once in (4, 8):
                    wall = figures.middle(
                        name, "wall_s", **cell, at_once=at_once, order="unordered"
                    )
                    if alone and wall:
                        points.append((at_once, alone / wall))
                if len(points) > 1:
                    is_empty = False
                    label = f"{figures.labels[name]}, {latency} ms"
                    colour = f"C{list(LANGUAGES).index(name)}"
                    place.plot(
                        *zip(*points, strict=True), line, marker="o", ms=3, c=colour, label=label
                    )
        place.set_title(data, fontsize=9)
        place.set_xlabel("concurrency")
        place.set_xticks([1, 4, 8])
        place.spines[["top", "right"]].set_visible(False)
    axes[0].set_ylabel("times as fast as one by one")
    if is_empty:
        plt.close(picture)
        return None
    axes[-1].legend(fontsize=7)
    picture.suptitle(f"listing {scale.files:,} files, in any order", fontsize=10)
    picture.savefig(file, metadata={"Date": None})
    plt.close(picture)
    return file


def draw(figures: Figures, folder: Path) -> list[Path]:
    """All charts of what was measured."""
    style()
    scale = Scale(**figures.results["scale"])
    uniform = {"what": "listing", "data": "uniform", "at_once": 1}
    alone = {"what": "calls", "at_once": 1}
    crowd = {"what": "calls", "at_once": 50}
    large = {"what": "uploads", "way": "path"}
    small = {"what": "uploads", "way": "many"}
    start = {"what": "start"}
    made = [
        chart(
            figures,
            folder / "listing.svg",
            f"listing {scale.files:,} files, page after page: less is better",
            [
                ("CPU µs per file, 0 ms", {**uniform, "latency": 0}, "us", 1),
                ("wall s, 20 ms per answer", {**uniform, "latency": 20}, "wall_s", 1),
                ("wall s, 50 ms per answer", {**uniform, "latency": 50}, "wall_s", 1),
            ],
        ),
        parallel(figures, folder / "parallel.svg", scale),
        chart(
            figures,
            folder / "calls.svg",
            "info of one file",
            [
                ("one by one: CPU µs (less is better)", {**alone, "latency": 0}, "us", 1),
                ("50 at a time: CPU µs (less is better)", {**crowd, "latency": 0}, "us", 1),
                (
                    "50 at a time, 20 ms: per second (more is better)",
                    {**crowd, "latency": 20},
                    "rate",
                    1,
                ),
            ],
        ),
        chart(
            figures,
            folder / "uploads.svg",
            f"uploading {scale.large_mib} MiB, and {scale.small} small files: less is better",
            [
                ("large: wall s, 20 ms per answer", {**large, "latency": 20}, "wall_s", 1),
                ("large: CPU s", {**large, "latency": 0}, "cpu_s", 1),
                ("large: growth of memory, MB", {**large, "latency": 0}, "growth_mb", 1),
                ("small: CPU s", {**small, "latency": 0}, "cpu_s", 1),
            ],
        ),
        chart(
            figures,
            folder / "start.svg",
            "before the first answer, and what is kept: less is better",
            [
                ("import: CPU ms", start, "import.cpu_s", 1000),
                ("first call: wall ms", start, "first.wall_s", 1000),
                ("memory per kept file, bytes", {"what": "memory"}, "bytes_per_file", 1),
                ("installed, MB", {"what": "size"}, "size_mb", 1),
            ],
        ),
    ]
    return [file for file in made if file is not None]
