"""The examples and every block of Python in the README are run."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import FIXTURES, ROOT, Service, emulator_program

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def run(service: Service, folder: Path, *command: str) -> str:
    environment = {
        **service.environment(),
        "UPLOADCARE_EMULATOR_BIN": emulator_program(),
        "PYTHONIOENCODING": "utf-8",
    }
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.splitlines()[0])
def test_readme(block: str, service: Service, tmp_path: Path) -> None:
    shutil.copy(FIXTURES / "photo.jpg", tmp_path)
    service.seed(15)
    output = run(service, tmp_path, "-W", "error", "-c", block)
    if block == BLOCKS[0]:
        assert "photo.jpg" in output
        assert "16 of 16" in output
        assert "image/jpeg" in output


@pytest.mark.parametrize("example", ["list_files.py", "list_files_async.py"])
def test_example(example: str, service: Service) -> None:
    output = run(service, ROOT / "examples/python", "-W", "error", example, str(FIXTURES))
    files = [path.name for path in FIXTURES.iterdir()]
    assert len(files) > 4
    for name in files:
        assert output.count(name) >= 3
    assert f"4 of {len(files)}: " in output


def test_importing_is_light(service: Service) -> None:
    modules = set(service.run("imported.py").split())
    assert "uploadcare_sdk._generated._native" in modules
    heavy = {"asyncio", "collections", "dataclasses", "datetime", "json", "ssl", "typing"}
    assert not modules & heavy
