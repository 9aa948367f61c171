"""Uploads large files with a progress bar. Run again after an interrupt, it goes on where it was.

`python upload_large.py FILE…`, with `UPLOADCARE_PUBLIC_KEY` and, if the project demands signed
uploads, `UPLOADCARE_SECRET_KEY` set. The bar is one of tqdm if that is installed.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from uploadcare_sdk import Uploadcare, UploadcareError, UploadProgress

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

WIDTH = 30


@contextmanager
def progress_bar() -> Generator[Callable[[UploadProgress], None], None, None]:
    try:
        from tqdm import tqdm
    except ImportError:
        yield show
        print()
        return
    with tqdm(unit="B", unit_scale=True, file=sys.stdout) as bar:

        def update(progress: UploadProgress) -> None:
            bar.total = progress.total_bytes
            bar.n = progress.sent_bytes
            bar.set_postfix_str(parts(progress))

        yield update


def show(progress: UploadProgress) -> None:
    total = progress.total_bytes
    if total is None:
        line = f"{progress.sent_bytes:,} bytes"
    else:
        share = progress.sent_bytes / total if total else 1.0
        bar = ("#" * int(share * WIDTH)).ljust(WIDTH, ".")
        line = f"[{bar}] {share:4.0%} of {total:,} bytes, {parts(progress)}"
    print(f"\r{line}", end="", flush=True)


def parts(progress: UploadProgress) -> str:
    return f"{progress.sent_parts} of {progress.total_parts} parts"


def main(paths: list[Path]) -> None:
    with Uploadcare(user_agent="upload-large-example/1.0") as client:
        for path in paths:
            print(path.name)
            with progress_bar() as update:
                file = client.uploads.upload(
                    path,
                    on_progress=update,
                    state_file=f"{path}.upload",
                    metadata={"example": "python"},
                )
            print(f"uploaded as {file.uuid}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: upload_large.py FILE…")
    try:
        main([Path(name) for name in sys.argv[1:]])
    except (UploadcareError, OSError) as error:
        sys.exit(f"\n{type(error).__name__}: {error}")
    except KeyboardInterrupt:
        sys.exit("\nRun it again: it goes on from here.")
