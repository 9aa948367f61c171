"""Uploads large files with a progress bar. Run again after an interrupt, it goes on where it was.

`python upload_large.py FILE…`, with `UPLOADCARE_PUBLIC_KEY` and, if the project demands signed
uploads, `UPLOADCARE_SECRET_KEY` set.
"""

from __future__ import annotations

import sys
from pathlib import Path

from uploadcare_sdk import Uploadcare, UploadcareError, UploadProgress

WIDTH = 30


def show(progress: UploadProgress) -> None:
    """A bar of plain text; with tqdm or rich it is a call as well."""
    total = progress.total_bytes
    if total is None:
        line = f"{progress.sent_bytes:,} bytes"
    else:
        share = progress.sent_bytes / total if total else 1.0
        bar = ("#" * int(share * WIDTH)).ljust(WIDTH, ".")
        parts = f"{progress.sent_parts} of {progress.total_parts} parts"
        line = f"[{bar}] {share:4.0%} of {total:,} bytes, {parts}"
    print(f"\r{line}", end="", flush=True)


def main(paths: list[Path]) -> None:
    with Uploadcare(user_agent="upload-large-example/1.0") as client:
        for path in paths:
            print(path.name)
            file = client.uploads.upload(
                path, on_progress=show, state_file=f"{path}.upload", metadata={"example": "python"}
            )
            print(f"\nuploaded as {file.uuid}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: upload_large.py FILE…")
    try:
        main([Path(name) for name in sys.argv[1:]])
    except (UploadcareError, OSError) as error:
        sys.exit(f"\n{type(error).__name__}: {error}")
    except KeyboardInterrupt:
        sys.exit("\nRun it again: it goes on from here.")
