"""Writes what is known of a project's files as Parquet, by several processes, and reads it back.

`python export_parquet.py [<folder> [<workers>]]`, with `UPLOADCARE_PUBLIC_KEY` and
`UPLOADCARE_SECRET_KEY` set. Each part of the list becomes a file in the folder.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq
from uploadcare_sdk import FileInfo, Uploadcare, UploadcareError

PARTS_PER_WORKER = 2

# What a process holds before it is written, as one group of rows.
ROWS = 10_000

TIME = pa.timestamp("us", tz="UTC")

# A column: its type, and its value in a file.
COLUMNS: dict[str, tuple[pa.DataType, Callable[[FileInfo], object]]] = {
    "uuid": (pa.string(), lambda file: file.uuid),
    "filename": (pa.string(), lambda file: file.original_filename),
    "size": (pa.int64(), lambda file: file.size),
    # Few values, each many times.
    "mime_type": (pa.dictionary(pa.int32(), pa.string()), lambda file: file.mime_type),
    "is_image": (pa.bool_(), lambda file: file.is_image),
    "uploaded": (TIME, lambda file: file.datetime_uploaded),
    "stored": (TIME, lambda file: file.datetime_stored),
    "metadata": (pa.map_(pa.string(), pa.string()), lambda file: list(file.metadata.items())),
    "tags": (pa.list_(pa.string()), lambda file: file.tags),
}
SCHEMA = pa.schema([(name, kind) for name, (kind, _) in COLUMNS.items()])


class Written(NamedTuple):
    rows: int
    size: int
    arrow_memory: int


def batch(files: list[FileInfo]) -> pa.RecordBatch:
    columns = {name: list(map(value, files)) for name, (_, value) in COLUMNS.items()}
    return pa.RecordBatch.from_pydict(columns, schema=SCHEMA)


def write(part: str, path: Path) -> Written:
    """Runs in a process of its own, which takes the keys from its environment."""
    rows = size = 0
    # Whoever reads the folder meanwhile leaves out names like this.
    unfinished = path.with_name(f"_{path.name}")
    with (
        Uploadcare(user_agent="export-parquet-example/1.0") as client,
        pq.ParquetWriter(unfinished, SCHEMA, compression="zstd") as writer,
    ):
        held: list[FileInfo] = []
        for file in client.files.list(cursor=part, concurrency=4):
            held.append(file)
            rows += 1
            size += file.size
            if len(held) == ROWS:
                writer.write_batch(batch(held))
                held.clear()
        if held:
            writer.write_batch(batch(held))
    unfinished.rename(path)
    return Written(rows, size, pa.default_memory_pool().max_memory() or 0)


def export(folder: Path, workers: int) -> Written:
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        sys.exit(f"{folder} is not empty")
    with Uploadcare(user_agent="export-parquet-example/1.0") as client:
        parts = client.files.list_slices(workers * PARTS_PER_WORKER, limit=1000)
    paths = [folder / f"part-{number:04}.parquet" for number in range(len(parts))]
    # Arrow has threads of its own, which a fork would leave behind.
    spawned = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=spawned) as pool:
        done = list(pool.map(write, parts, paths))
    for path, written in zip(paths, done, strict=True):
        print(f"{path.name}: {written.rows:,} rows, {path.stat().st_size:,} bytes")
    most = max(written.arrow_memory for written in done)
    print(f"at most {most:,} bytes of Arrow's memory in a process")
    return Written(sum(one.rows for one in done), sum(one.size for one in done), most)


def check(folder: Path, written: Written) -> None:
    data = ds.dataset(folder, format="parquet")
    assert data.schema.equals(SCHEMA), data.schema
    table = data.to_table(columns=["uuid", "size", "mime_type", "uploaded"])
    assert table.num_rows == written.rows
    assert len(table["uuid"].unique()) == written.rows
    assert pc.sum(table["size"]).as_py() == written.size
    first, last = pc.min(table["uploaded"]), pc.max(table["uploaded"])
    print(f"{table.num_rows:,} files, {written.size:,} bytes, all there when read back")
    print(f"uploaded from {first} to {last}")
    # Each part has a dictionary of its own.
    totals = (
        table.unify_dictionaries()
        .group_by("mime_type")
        .aggregate([("size", "count"), ("size", "sum")])
    )
    for row in sorted(totals.to_pylist(), key=lambda row: -row["size_sum"]):
        print(f"{row['mime_type']:<20} {row['size_count']:>9,} {row['size_sum']:>17,}")


def main(folder: Path, workers: int) -> None:
    check(folder, export(folder, workers))


if __name__ == "__main__":
    try:
        main(
            Path(sys.argv[1] if len(sys.argv) > 1 else "files"),
            int(sys.argv[2]) if len(sys.argv) > 2 else 3,
        )
    except UploadcareError as error:
        sys.exit(f"{type(error).__name__}: {error}")
