"""What type checkers say of the package, of code that uses it, and of the native module's stub."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

PACKAGE = Path(__file__).parents[1]

CHECKS = {
    "mypy": ["mypy", "--strict", "python", "tests", str(ROOT / "examples/python")],
    "pyright": ["pyright", "--pythonpath", sys.executable],
    "stubtest": ["mypy.stubtest", "uploadcare_sdk._generated._native"],
}


@pytest.mark.parametrize("check", CHECKS)
def test_types(check: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", *CHECKS[check]]
    # The stub is found beside the installed module, not in a cache of another test.
    environment = {**os.environ, "MYPY_CACHE_DIR": str(tmp_path)}
    folder = tmp_path if check == "stubtest" else PACKAGE
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
