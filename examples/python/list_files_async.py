"""As `list_files.py`, with asyncio: the uploads run at the same time.

`python list_files_async.py FOLDER`, with `UPLOADCARE_PUBLIC_KEY` and `UPLOADCARE_SECRET_KEY` set.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from uploadcare_sdk import AsyncUploadcare, UploadcareError


async def main(folder: Path) -> None:
    paths = [path for path in sorted(folder.iterdir()) if path.is_file()]
    async with AsyncUploadcare(user_agent="list-files-example/1.0") as client:
        uploads = (client.uploads.upload(path, metadata={"example": "python"}) for path in paths)
        for uploaded in await asyncio.gather(*uploads):
            print(f"uploaded {uploaded.original_filename} as {uploaded.uuid}")

        print("\nPage by page, oldest first:")
        async for page in client.files.list(limit=4).pages():
            names = ", ".join(file.original_filename for file in page)
            print(f"  {len(page)} of {page.total}: {names}")

        print("\nFile by file, newest first:")
        newest = None
        async for file in client.files.list(ordering="-datetime_uploaded"):
            newest = newest or file.uuid
            kind = file.mime_type or "unknown"
            print(f"  {file.size:>9,} B  {kind:<18} {file.original_filename}")

        if newest:
            file = await client.files.get(newest)
            print(f"\nThe newest, {file.original_filename}:")
            print(f"  uploaded {file.datetime_uploaded:%Y-%m-%d %H:%M} UTC, ready: {file.is_ready}")
            print(f"  {file.original_file_url or 'removed'}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: list_files_async.py FOLDER")
    try:
        asyncio.run(main(Path(sys.argv[1])))
    except (UploadcareError, OSError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
