"""Uploads a stream, and says when Ctrl-C ended that."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator

from uploadcare_sdk import Uploadcare


def source() -> Iterator[bytes]:
    try:
        print("begun", flush=True)
        if sys.argv[1] == "reading":
            time.sleep(600)
        while True:
            yield bytes(1 << 20)
    finally:
        print("closed")


try:
    Uploadcare().uploads.upload(source(), size=1 << 30)
except KeyboardInterrupt:
    print(time.monotonic())
