"""Goes on with an upload that another process has saved; prints the identifier of its file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from uploadcare_sdk import Uploadcare

if TYPE_CHECKING:
    from uploadcare_sdk import UploadSource

saved, path, kind = Path(sys.argv[1]).read_text(), Path(sys.argv[2]), sys.argv[3]
with Uploadcare() as client, path.open("rb") as file:
    sources: dict[str, UploadSource] = {
        "path": path,
        "bytes": path.read_bytes(),
        "stream": file,
    }
    print(client.uploads.resume(saved, sources[kind]).run().uuid)
