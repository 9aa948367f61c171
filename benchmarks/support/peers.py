"""The official clients, set up as `cargo xtask test compat` sets them up."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NODE_PACKAGES = ROOT / "tests/compat/node"
REQUIREMENTS = [
    ROOT / "tests/contract/requirements.txt",
    ROOT / "tests/compat/python/requirements.txt",
]


def python() -> Path:
    """A Python that has `pyuploadcare`."""
    home = ROOT / ".cache/peers"
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    wanted = "\n".join([version, *(file.read_text() for file in REQUIREMENTS)])
    stamp = home / "made-from"
    if not stamp.exists() or stamp.read_text() != wanted:
        if sys.version_info < (3, 11):
            sys.exit("the requirements of the official clients want Python 3.11 or newer")
        subprocess.run([sys.executable, "-m", "venv", "--clear", home], check=True)
        pip = [
            home / "bin/python",
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ]
        files = [word for file in REQUIREMENTS for word in ("--requirement", str(file))]
        subprocess.run([*pip, *files], check=True)
        stamp.write_text(wanted)
    return home / "bin/python"


def node() -> Path:
    """The folder whose `node_modules` have the official clients for Node.js."""
    lock = (NODE_PACKAGES / "package-lock.json").read_text()
    stamp = NODE_PACKAGES / "node_modules/.made-from"
    if not stamp.exists() or stamp.read_text() != lock:
        npm = ["npm", "install", "--no-save", "--no-audit", "--no-fund"]
        subprocess.run(npm, cwd=NODE_PACKAGES, check=True)
        stamp.write_text(lock)
    return NODE_PACKAGES


def python_version(package: str) -> str:
    """Version of a package of the official client for Python."""
    code = f"import importlib.metadata as m; print(m.version({package!r}))"
    return subprocess.check_output([python(), "-c", code], text=True).strip()


def node_version(package: str) -> str:
    """Version of a package of the official clients for Node.js."""
    about = json.loads((node() / "node_modules" / package / "package.json").read_text())
    version: str = about["version"]
    return version
