"""Many calls at once with `pyuploadcare`, from threads that share a client."""

from __future__ import annotations

import json
import os
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from pyuploadcare import Uploadcare

count, threads = int(sys.argv[1]), int(sys.argv[2])
options = {} if len(sys.argv) < 4 else {"retry_throttled": int(sys.argv[3])}
client = Uploadcare(
    public_key=os.environ["PUBLIC_KEY"],
    secret_key=os.environ["SECRET_KEY"],
    api_base=os.environ["API_BASE"],
    **options,
)


def call(_: int) -> str | None:
    try:
        client.get_project_info()
    except Exception as error:
        return type(error).__name__
    return None


began = time.perf_counter()
with ThreadPoolExecutor(max_workers=threads) as pool:
    failures = Counter(filter(None, pool.map(call, range(count))))
wall = time.perf_counter() - began
print(json.dumps({"wall_s": wall, "failed": failures.total(), "failures": failures}))
