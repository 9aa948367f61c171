"""Saves a file part by part, until somebody kills it."""

from __future__ import annotations

import sys

from uploadcare_sdk import Uploadcare

uuid, path = sys.argv[1:]
with Uploadcare() as client:
    client.delivery.save(uuid, path, part_size=1 << 20, max_concurrency=1)
