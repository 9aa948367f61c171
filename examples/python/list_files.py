"""Uploads the files of a folder, lists the project page by page and file by file, looks at one.

`python list_files.py FOLDER`, with `UPLOADCARE_PUBLIC_KEY` and `UPLOADCARE_SECRET_KEY` set.
"""

from __future__ import annotations

import sys
from pathlib import Path

from uploadcare_sdk import Uploadcare, UploadcareError


def main(folder: Path) -> None:
    with Uploadcare(user_agent="list-files-example/1.0") as client:
        for path in sorted(folder.iterdir()):
            if path.is_file():
                uploaded = client.uploads.upload(path, metadata={"example": "python"})
                print(f"uploaded {uploaded.original_filename} as {uploaded.uuid}")

        print("\nPage by page, oldest first:")
        for page in client.files.list(limit=4).pages():
            names = ", ".join(file.original_filename for file in page)
            print(f"  {len(page)} of {page.total}: {names}")

        print("\nFile by file, newest first:")
        newest = None
        for file in client.files.list(ordering="-datetime_uploaded"):
            newest = newest or file.uuid
            kind = file.mime_type or "unknown"
            print(f"  {file.size:>9,} B  {kind:<18} {file.original_filename}")

        if newest:
            file = client.files.get(newest)
            print(f"\nThe newest, {file.original_filename}:")
            print(f"  uploaded {file.datetime_uploaded:%Y-%m-%d %H:%M} UTC, ready: {file.is_ready}")
            print(f"  {file.original_file_url or 'removed'}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: list_files.py FOLDER")
    try:
        main(Path(sys.argv[1]))
    except (UploadcareError, OSError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
