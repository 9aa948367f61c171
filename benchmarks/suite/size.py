"""How much is installed, and how many packages: each client by itself."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from support import peers
from support.service import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MB = 1e6


def size_of(*paths: Path) -> float:
    """MB of all files."""
    files = (file for path in paths for file in (path.rglob("*") if path.is_dir() else [path]))
    return sum(file.stat().st_size for file in files if file.is_file()) / MB


def python(name: str, label: str, what: str) -> dict[str, Any]:
    """A package for Python and all that it brings, without compiled copies of its modules."""
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        target = ["--no-compile", "--target", folder]
        subprocess.run([*pip, *target, what], check=True, stdout=subprocess.DEVNULL)
        packages = len(list(Path(folder).glob("*.dist-info"))) - 1
        return row(name, label, size_of(Path(folder)), packages)


def node(name: str, label: str, what: str) -> dict[str, Any]:
    """A package for Node.js and all that it brings."""
    with tempfile.TemporaryDirectory() as folder:
        npm = ["npm", "install", "--no-audit", "--no-fund", "--omit=dev", "--prefix", folder, what]
        subprocess.run(npm, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        modules = Path(folder) / "node_modules"
        packages = [
            manifest
            for manifest in modules.rglob("package.json")
            # Of packages, not of folders within them.
            if manifest.parent.parent.name == "node_modules"
            or manifest.parent.parent.name.startswith("@")
        ]
        return row(name, label, size_of(modules), len(packages) - 1)


def rust(built: str) -> dict[str, Any]:
    """Packages that the core brings; the size is what they add to a program."""
    tree = ["cargo", "tree", "--quiet", "-p", "uploadcare-core", "-e", "normal", "--prefix", "none"]
    text = subprocess.check_output(tree, cwd=ROOT, text=True)
    packages = {" ".join(line.split()[:2]) for line in text.splitlines() if line.strip()}
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "ours"
        shutil.copy(built, program)
        subprocess.run(["strip", program], check=False)
        label = "ours, Rust (a program with it)"
        return row("rust", label, size_of(program), len(packages) - 1)


def row(name: str, label: str, size: float, packages: int) -> dict[str, Any]:
    """A line of the JSON."""
    return {
        "what": "size",
        "client": name,
        "label": label,
        "size_mb": size,
        "dependencies": packages,
    }


def sizes(built: dict[str, Any], only: list[str]) -> Iterator[dict[str, Any]]:
    """All of them; a line for each that cannot be installed."""
    programs = built["programs"]
    version = f"pyuploadcare=={peers.python_version('pyuploadcare')}"
    rest = f"@uploadcare/rest-client@{peers.node_version('@uploadcare/rest-client')}"
    upload = f"@uploadcare/upload-client@{peers.node_version('@uploadcare/upload-client')}"
    ways: dict[str, Callable[[], dict[str, Any]]] = {
        "pyuploadcare": lambda: python("pyuploadcare", version, version),
        "rest-client": lambda: node("rest-client", rest, rest),
        "upload-client": lambda: node("upload-client", upload, upload),
    }
    if "rust" in programs:
        ways["rust"] = lambda: rust(programs["rust"]["package"]["ours"])
    if "python" in programs:
        wheel = programs["python"]["package"]
        ways["python"] = lambda: python("python", "ours, Python", wheel)
    if "node" in programs:
        package = Path(programs["node"]["package"])
        ways["node"] = lambda: row("node", "ours, Node.js", size_of(package), 0)
    if "swift" in programs:
        library = Path(programs["swift"]["package"])
        ways["swift"] = lambda: row("swift", "ours, Swift (library)", size_of(library), 0)
    if "kotlin" in programs:
        jars = [Path(path) for path in programs["kotlin"]["package"]]
        # The library and our own jar are no dependencies.
        count = len(jars) - 2
        ways["kotlin"] = lambda: row("kotlin", "ours, Kotlin", size_of(*jars), count)
    for name, way in ways.items():
        if only and name not in only:
            continue
        try:
            yield way()
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"left out: size of {name}: {error}")
