"""Makes a call that does not end, and says when Ctrl-C ended it."""

from __future__ import annotations

import sys
import time

from uploadcare_sdk import Uploadcare

client = Uploadcare()
try:
    match sys.argv[1]:
        case "list":
            next(iter(client.files.list()))
        case "upload":
            client.uploads.upload(b"content")
        case text:
            # Its answers are quick: what is interrupted is the pause between two of them.
            client.jobs.open(text).wait(interval=5)
except KeyboardInterrupt:
    print(time.monotonic())
