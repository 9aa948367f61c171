"""Downloads in one way or another, and says when Ctrl-C ended that."""

from __future__ import annotations

import sys
import time

from uploadcare_sdk import Uploadcare

uuid, path, way = sys.argv[1:]
with Uploadcare() as client:
    try:
        if way == "save":
            client.delivery.save(uuid, path)
        elif way == "memory":
            client.delivery.download(uuid)
        else:
            with client.delivery.download_stream(uuid) as stream:
                for _ in stream:
                    pass
    except KeyboardInterrupt:
        print(time.monotonic())
