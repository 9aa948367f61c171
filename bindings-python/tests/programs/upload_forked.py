"""Prepares uploads before a fork, and runs them in the child and in the parent."""

from __future__ import annotations

import os
import signal
import sys
import warnings

from uploadcare_sdk import Uploadcare

# From Python 3.12 on, for any process with threads: here that is what is tested.
warnings.filterwarnings("ignore", ".*multi-threaded.*", DeprecationWarning)
signal.alarm(200)

client = Uploadcare()
client.uploads.upload(b"content")
small, large = client.uploads.prepare(b"small"), client.uploads.prepare(bytes(11_000_000))
stream = client.uploads.prepare(iter([b"stream"]))
for _ in large:
    break
child = os.fork()
if child == 0:
    signal.alarm(100)
    status = 1
    try:
        assert small.run().size == 5
        assert large.run().size == 11_000_000
        try:
            stream.run()
        except RuntimeError:
            status = 0
    finally:
        sys.stderr.flush()
        os._exit(status)
assert os.waitpid(child, 0)[1] == 0, "the child failed"
assert small.run().size == 5
assert large.run().size == 11_000_000
assert stream.run().size == 6
