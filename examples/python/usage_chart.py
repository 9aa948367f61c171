"""Draws what a project of an account has used, day by day, as a PNG.

`python usage_chart.py [<chart.png> [<days>]]`, with `UPLOADCARE_ACCOUNT_TOKEN`; it is the first
project of the account, and the last 30 days.
"""

from __future__ import annotations

import sys
from datetime import datetime, timedelta, timezone

import matplotlib as mpl

mpl.use("Agg")

from matplotlib import pyplot as plt
from matplotlib.ticker import EngFormatter
from uploadcare_sdk import AccountClient, Usage

# The year is not in each tick.
mpl.rcParams["date.converter"] = "concise"

COLORS = {"traffic": "#157cfc", "storage": "#23a36b", "operations": "#d4622a"}


def draw(usage: Usage, name: str, path: str) -> None:
    figure, axes = plt.subplots(len(COLORS), 1, sharex=True, figsize=(9, 6), layout="constrained")
    # Types of matplotlib say nothing of further options.
    figure.suptitle(f"What {name} has used")  # pyright: ignore[reportUnknownMemberType]
    for axis, (metric, color) in zip(axes, COLORS.items(), strict=True):
        rows = [row for row in usage.rows if row.metric == metric]
        days = [datetime.fromisoformat(row.date) for row in rows]
        axis.fill_between(days, [row.value for row in rows], color=color, alpha=0.25)
        axis.plot(days, [row.value for row in rows], color=color)
        axis.set_ylabel(metric)
        is_bytes = bool(rows) and rows[0].unit == "bytes"
        axis.yaxis.set_major_formatter(EngFormatter(unit="B" if is_bytes else ""))
    figure.savefig(path, dpi=100)  # pyright: ignore[reportUnknownMemberType]


def main(path: str, days: int) -> None:
    # The day after the last one, which is over.
    to = datetime.now(timezone.utc).date() - timedelta(days=1)
    with AccountClient() as client:
        projects = client.projects.list()
        for project in projects:
            print(project.pub_key, project.name)
        if not projects:
            raise SystemExit("the account has no project")
        first = projects[0]
        usage = client.usage.get(first.pub_key, to - timedelta(days=days), to)
    draw(usage, first.name, path)
    traffic = sum(day.traffic for day in usage.data)
    print(f"{len(usage.data)} days, {traffic:,} bytes of traffic: {path}")


if __name__ == "__main__":
    main(
        sys.argv[1] if len(sys.argv) > 1 else "usage.png",
        int(sys.argv[2]) if len(sys.argv) > 2 else 30,
    )
