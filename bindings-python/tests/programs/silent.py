"""Makes calls without `logging`, and prints the modules that are there then."""

from __future__ import annotations

import sys

from uploadcare_sdk import Uploadcare

with Uploadcare() as client:
    client.project.get()
    assert list(client.files.list()) == []
print("\n".join(sorted(sys.modules)))
