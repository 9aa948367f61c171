"""Reports on a whole project with Dask: several processes read parts of its list side by side.

`python project_report.py [<workers>]`, with `UPLOADCARE_PUBLIC_KEY` and `UPLOADCARE_SECRET_KEY`
set.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from dataclasses import dataclass, field
from heapq import nlargest

from dask.distributed import Client
from uploadcare_sdk import Uploadcare, UploadcareError

# More parts than workers: whoever is done sooner takes another one.
PARTS_PER_WORKER = 4
LARGEST = 5


@dataclass
class Report:
    """What is known of some files. Sums of parts make the sum of the whole."""

    # By month and MIME type.
    files: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    sizes: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    largest: list[tuple[int, str, str]] = field(default_factory=list[tuple[int, str, str]])
    by_process: Counter[int] = field(default_factory=Counter[int])

    def add(self, other: Report) -> None:
        self.files.update(other.files)
        self.sizes.update(other.sizes)
        self.by_process.update(other.by_process)
        self.add_largest(other.largest)

    def add_largest(self, files: list[tuple[int, str, str]]) -> None:
        self.largest = nlargest(LARGEST, self.largest + files)


def read(part: str) -> Report:
    """Runs in a worker. Keys come from its environment, so that they are in no task."""
    report = Report()
    with Uploadcare(user_agent="project-report-example/1.0") as client:
        for page in client.files.list(cursor=part, concurrency=4).pages():
            for file in page:
                key = f"{file.datetime_uploaded:%Y-%m}", file.mime_type or "unknown"
                report.files[key] += 1
                report.sizes[key] += file.size
            report.by_process[os.getpid()] += len(page)
            files = [(file.size, file.original_filename, file.uuid) for file in page]
            report.add_largest(files)
    return report


def run(workers: int) -> Report:
    with Uploadcare(user_agent="project-report-example/1.0") as client:
        parts = client.files.list_slices(workers * PARTS_PER_WORKER, limit=1000)
    whole = Report()
    # `Client("tcp://scheduler:8786")` has other machines do it.
    with Client(  # type: ignore[no-untyped-call]
        n_workers=workers, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0"
    ) as dask:
        # Not pure: the same part may have other files tomorrow. If a worker dies, another one reads
        # its part anew. Types of Dask leave some things open.
        tasks = [
            dask.submit(read, part, pure=False)  # pyright: ignore[reportUnknownMemberType]
            for part in parts
        ]
        for task in tasks:
            whole.add(task.result())  # pyright: ignore[reportUnknownMemberType]
    shares = ", ".join(f"{count:,}" for _, count in whole.by_process.most_common())
    print(f"{len(parts)} parts, read by {len(whole.by_process)} processes: {shares} files")
    return whole


def show(report: Report) -> None:
    print(f"{report.files.total():,} files, {report.sizes.total():,} bytes")
    for title, place in (("MIME type", 1), ("month", 0)):
        files, sizes = Counter[str](), Counter[str]()
        for key, count in report.files.items():
            files[key[place]] += count
            sizes[key[place]] += report.sizes[key]
        print(f"\n{title:<20} {'files':>9} {'bytes':>17}")
        names = sorted(files) if place == 0 else [name for name, _ in sizes.most_common()]
        for name in names:
            print(f"{name:<20} {files[name]:>9,} {sizes[name]:>17,}")
    print("\nthe largest files")
    for size, name, uuid in report.largest:
        print(f"{size:>14,}  {name}  {uuid}")


if __name__ == "__main__":
    try:
        show(run(int(sys.argv[1]) if len(sys.argv) > 1 else 3))
    except UploadcareError as error:
        sys.exit(f"{type(error).__name__}: {error}")
