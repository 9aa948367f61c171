"""Prints what is left of a list."""

from __future__ import annotations

import sys

from uploadcare_sdk import Uploadcare

with Uploadcare() as client:
    for file in client.files.list(cursor=sys.argv[1]):
        print(file.original_filename)
