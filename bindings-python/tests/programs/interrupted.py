"""Makes a call that does not end, and says when Ctrl-C ended it."""

from __future__ import annotations

import sys
import time

from uploadcare_sdk import Uploadcare

client = Uploadcare()
try:
    if sys.argv[1] == "list":
        next(iter(client.files.list()))
    else:
        client.uploads.upload(b"content")
except KeyboardInterrupt:
    print(time.monotonic())
