"""What came of the cells, as a document."""

from __future__ import annotations

import platform
import subprocess
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from cells import LATE, PATIENCE, Cell, Outcome

MARKS = {
    "WRONG": "a result that is none, or of something that is not done, is called success",
    "HANGS": f"no end after {PATIENCE:.0f} seconds",
    "TWICE": "repeated although it may have been carried out, and is of a kind that must not be",
    "RAW": "an exception of a library below or of the language, not one of the client's own",
    "ONCE": "not repeated, or less often than ours, although it is safe",
    "SLOW": f"ends, but only after more than {LATE:.0f} seconds",
    "OTHER": "another outcome or another number of attempts than ours, but none of the above",
}

COMMAND = "python3 benchmarks/faults/run.py --output benchmarks/faults/RESULTS.md"
ABOUT = """\
The cells of `tests/matrix/matrix.json`, which our own tests prove for our client in every language,
carried out with the official clients at their defaults, each in its own project of our emulator.

A cell has what came out (✓ is the call's result), the number of attempts that the emulator saw, and
marks. `=` says: ends as ours, well or not, after as many attempts. Else the second line has ours.
What our matrix sets of timeouts, no peer has by default; the client for Python can be given one, so
the last rows repeat these faults with it."""
NOTES = """\
- Node.js, an answer that ends too early: `node-fetch` 2 gives the answer once its head is there,
  and reading the body then neither ends nor fails; `upload-client` waits for `end` alone. Seen
  again with a bare socket as the server, with both builds of the package.
- Node.js, a lost connection: `rest-client` repeats whatever it was, up to three times; the second
  `POST` comes after a second (bare socket). If the first was carried out, the second is refused
  as a duplicate.
- Node.js, a redirect: it is followed; nobody is there, so the whole call is repeated. To another
  port of the same host name the `Authorization` goes along, to another name it does not (bare
  sockets).
- Node.js, 403 of an upload: the answer has no member `error`, so it is taken for success; only
  the next request finds that there is no file.
- Node.js, 429 of an upload with a text: what is no JSON is not understood. In the form of the API
  (the row of the real rate limit) it is.
- Node.js, an upload needs a second request, which meets the connection that was closed after the
  first.
- A real rate limit, list: with us the second page keeps the pace that the first has taught; with
  the others it is refused, too, and repeated.
- 429 that asks for an hour: both sleep as long as `Retry-After` says, whatever it says."""


@dataclass
class Table:
    """The outcomes of one peer, by the names of faults and calls."""

    peer: str
    versions: str
    rows: dict[str, dict[str, tuple[Cell, Outcome]]]


def is_as_ours(cell: Cell, outcome: Outcome) -> bool:
    """Whether it ends alike, well or not, after as many attempts."""
    ends_alike = outcome.what == ("error" if cell.error else "result")
    return ends_alike and outcome.attempts == cell.attempts and not outcome.is_wrong


def marks(cell: Cell, outcome: Outcome) -> list[str]:
    """What is to be said against an outcome."""
    found = []
    if outcome.what == "result" and outcome.is_wrong:
        found.append("WRONG")
    if outcome.what == "hangs":
        found.append("HANGS")
    if cell.call["class"] == "once" and outcome.attempts > cell.attempts:
        found.append("TWICE")
    if not outcome.is_own:
        found.append("RAW")
    if outcome.what == "error" and outcome.attempts < cell.attempts:
        found.append("ONCE")
    if outcome.what != "hangs" and outcome.seconds > LATE:
        found.append("SLOW")
    if not found and not is_as_ours(cell, outcome):
        found.append("OTHER")
    return found


def _text(words: str, limit: int = 48) -> str:
    words = " ".join(words.split())
    if len(words) > limit:
        words = words[: limit - 1].rstrip() + "…"
    return words.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*").replace("`", "'")


def _ours(cell: Cell) -> str:
    kind = f"`{cell.error['kind']}`" if cell.error else "✓"
    return f"{kind} {cell.attempts}" if cell.attempts else kind


def _cell(cell: Cell, outcome: Outcome) -> str:
    if outcome.what == "lacking":
        return "n/a"
    against = marks(cell, outcome)
    parts = []
    if outcome.what == "result":
        parts.append("✓")
    elif outcome.what == "error":
        parts.append(f"`{outcome.error}` “{_text(outcome.message)}”")
    if outcome.attempts:
        parts.append(str(outcome.attempts))
    if "SLOW" in against:
        parts.append(f"after {outcome.seconds:.0f} s")
    parts += [f"**{mark}**" for mark in against]
    text = " ".join(parts)
    if is_as_ours(cell, outcome):
        return f"= {text}"
    return f"{text}<br>ours: {_ours(cell)}"


def _table(table: Table, calls: list[str]) -> list[str]:
    lines = [
        "| fault | " + " | ".join(calls) + " |",
        "| --- |" + " --- |" * len(calls),
    ]
    for name, row in table.rows.items():
        texts = [_cell(*row[call]) if call in row else "" for call in calls]
        lines.append(f"| {name} | " + " | ".join(texts) + " |")
    return lines


def totals(table: Table, *, with_options: bool = False) -> tuple[int, int, Counter[str]]:
    """Cells; those that are as ours; and how many have each mark, or none."""
    cells = [
        pair
        for row in table.rows.values()
        for pair in row.values()
        if bool(pair[0].options) == with_options and pair[1].what != "lacking"
    ]
    counted: Counter[str] = Counter()
    for pair in cells:
        against = marks(*pair)
        counted.update(against or ["none"])
    return len(cells), sum(is_as_ours(*pair) for pair in cells), counted


def node_version() -> str:
    """Version of Node.js."""
    return subprocess.check_output(["node", "--version"], text=True).strip().removeprefix("v")


def document(tables: list[Table], matrix: dict[str, Any]) -> str:
    """All of it, in Markdown."""
    calls = [call["name"] for call in matrix["calls"]]
    today = f"{datetime.now(timezone.utc):%Y-%m-%d}"
    system = f"{platform.system()}, Python {platform.python_version()}, Node.js {node_version()}"
    lines = [
        f"<!-- Written by `{COMMAND}`. -->",
        "# What comes of each fault with the official clients",
        "",
        ABOUT,
        "",
        f"{today}; {system}.",
        "",
        "| mark | |",
        "| --- | --- |",
        *(f"| {mark} | {text} |" for mark, text in MARKS.items()),
        "",
        "## Totals",
        "",
        "| | " + " | ".join(table.peer for table in tables) + " |",
        "| --- |" + " ---: |" * len(tables),
    ]
    counts = [totals(table) for table in tables]
    lines.append("| cells | " + " | ".join(str(count[0]) for count in counts) + " |")
    lines.append(
        "| as ours, in outcome and attempts | " + " | ".join(str(c[1]) for c in counts) + " |"
    )
    for mark in ["none", *MARKS]:
        name = "no mark at all" if mark == "none" else mark
        lines.append(f"| {name} | " + " | ".join(str(count[2][mark]) for count in counts) + " |")
    lines += ["", "A cell may have several marks.", "", NOTES]
    for table in tables:
        lines += ["", f"## {table.peer}", "", f"{table.versions}.", "", *_table(table, calls)]
        cells, alike, counted = totals(table, with_options=True)
        if cells:
            found = ", ".join(f"{counted[mark]} {mark}" for mark in MARKS if counted[mark])
            lines += ["", f"Of the {cells} cells with a timeout {alike} are as ours; {found}."]
    return "\n".join(lines) + "\n"
