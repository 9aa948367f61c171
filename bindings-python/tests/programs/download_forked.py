"""A stream is of the process that has begun it; a download that was prepared goes on in a child."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from uploadcare_sdk import Uploadcare

uuid, folder = sys.argv[1], Path(sys.argv[2])
with Uploadcare() as client, client.delivery.download_stream(uuid) as stream:
    first = next(stream)
    prepared = client.delivery.prepare_save(uuid, folder / "prepared")
    sys.stdout.flush()
    if child := os.fork():
        assert os.waitpid(child, 0)[1] == 0
        rest = b"".join(stream)
        assert first + rest == (folder / "prepared").read_bytes()
        print("the parent read on")
    else:
        try:
            next(stream)
        except RuntimeError as error:
            print(error)
        stream.close()
        prepared.run()
        sys.stdout.flush()
        os._exit(0)
