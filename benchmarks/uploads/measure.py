"""What uploads cost in Python: `measure.py ours|peer large|small FILES…`."""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

kind, what, *paths = sys.argv[1:]
keys = {"public_key": os.environ["PUBLIC_KEY"], "secret_key": os.environ["SECRET_KEY"]}
bases = {"api_base": os.environ["API_BASE"], "upload_base": os.environ["UPLOAD_BASE"]}

if kind == "ours":
    from uploadcare_sdk import Uploadcare

    client = Uploadcare(**keys, **bases)

    def large(path: str) -> None:
        client.uploads.upload(path)

    def small() -> None:
        result = client.uploads.upload_many(paths)
        assert not result.failures

else:
    from pyuploadcare import Uploadcare

    client = Uploadcare(**keys, **bases, signed_uploads_ttl=600)

    def large(path: str) -> None:
        with Path(path).open("rb") as file:
            client.upload(file)

    def one(path: str) -> None:
        with Path(path).open("rb") as file:
            client.upload(file)

    def small() -> None:
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(one, paths))


def usage() -> tuple[float, float]:
    """CPU time in seconds, and the most memory held, in MB."""
    own = resource.getrusage(resource.RUSAGE_SELF)
    return own.ru_utime + own.ru_stime, own.ru_maxrss / 1024


before = usage()
wall = time.perf_counter()
if what == "large":
    large(paths[0])
else:
    small()
wall = time.perf_counter() - wall
after = usage()
cpu, growth = after[0] - before[0], after[1] - before[1]
print(json.dumps({"wall_s": wall, "cpu_s": cpu, "growth_mb": growth}))
