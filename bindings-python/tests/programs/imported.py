"""Prints the modules that an import of the package brings."""

from __future__ import annotations

import sys

before = set(sys.modules)

import uploadcare_sdk  # noqa: E402, F401  # pyright: ignore[reportUnusedImport]

print("\n".join(sorted(set(sys.modules) - before)))
