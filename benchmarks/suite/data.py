"""What the programs work on: projects full of photos, and files to upload."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from support.service import Project

if TYPE_CHECKING:
    from pathlib import Path

PHOTO = {
    "filename": "IMG_{n}.jpg",
    "mime_type": "image/jpeg",
    "pixels": [4032, 3024],
    "size": 2_400_000,
    "metadata": {"album": "summer", "place": "by the river"},
    "tags": ["river", "boat"],
}
MINUTE, DAY = 60_000_000, 86_400_000_000
PERIODS = 8
TIE = 300


def project(ready: dict[str, Any], data: str, files: int) -> tuple[Project, str]:
    """A project with so many photos, and one of them.

    uniform: one a minute. skewed: eight half years, each with twice as many as the one before.
    tied: 300 of them at the same microsecond, one such heap a minute.
    """
    made = Project(ready)
    seeds: list[dict[str, Any]] = []
    if data == "skewed":
        left = files
        for period in range(PERIODS, 0, -1):
            count = left - left // 2 if period > 1 else left
            left -= count
            if count:
                step = 180 * DAY // count
                year, half = divmod(period - 1, 2)
                start = f"{2016 + year}-{'07' if half else '01'}-01T00:00:00Z"
                seeds.insert(0, {"count": count, "start": start, "step_us": step})
    else:
        tie = TIE if data == "tied" else 1
        seeds.append({"count": files, "step_us": MINUTE, "tie": tie})
    uuid = ""
    for seed in seeds:
        uuid = made.control("POST", "files", {**PHOTO, **seed})["first_uuid"]
    return made, uuid


def slow(project: Project, latency: int) -> None:
    """Sets how long each answer takes beyond the work itself."""
    project.control("DELETE", "faults")
    if latency:
        project.control("POST", "faults", {"delay_ms": latency, "times": -1})


def to_upload(folder: Path, mib: int, count: int) -> dict[str, Any]:
    """A large file and small ones."""
    large = folder / "large.bin"
    with large.open("wb") as file:
        for _ in range(mib):
            file.write(random.randbytes(1 << 20))
    small = [folder / f"small-{number}.bin" for number in range(count)]
    for path in small:
        path.write_bytes(random.randbytes(20 << 10))
    return {"large": str(large), "small": [str(path) for path in small]}
