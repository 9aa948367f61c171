"""The programs: our client, the official clients, and HTTP libraries used by hand."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from support import peers
from support.service import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PROGRAMS = ROOT / "benchmarks/programs"
PYTHON, NODE = PROGRAMS / "python", PROGRAMS / "node"
LANGUAGES = {
    "rust": "Rust",
    "python": "Python",
    "node": "Node.js",
    "swift": "Swift",
    "kotlin": "Kotlin",
}
UPLOADS = frozenset({"path", "many"})
READS = frozenset({"listing", "calls", "memory"})
OURS = READS | UPLOADS | {"parallel", "stream", "start"}
# Those of clients that make 1,000 of themselves.
MADE = frozenset({"clients"})


@dataclass(frozen=True)
class Client:
    """A program that does some of the work."""

    name: str
    label: str
    kind: str
    """`ours`, `official` or `by hand`."""
    language: str
    command: tuple[str, ...]
    does: frozenset[str]
    environment: dict[str, str] = field(default_factory=dict[str, str], hash=False)


def ours(built: dict[str, Any]) -> Iterator[Client]:
    """Ours, as `cargo xtask bench` has built them."""
    for name, label in LANGUAGES.items():
        if name in built["absent"]:
            print(f"left out: ours, {label}: {built['absent'][name]}")
        if name not in built["programs"]:
            continue
        program = built["programs"][name]
        command, environment = tuple(program["command"]), program["environment"]
        does = OURS | MADE if name in ("rust", "python", "node") else OURS
        yield Client(name, f"ours, {label}", "ours", name, command, does, environment)
        if name == "python":
            command = (*command, "asyncio")
            label = "ours, Python (asyncio)"
            does = frozenset({"calls"})
            yield Client("python-asyncio", label, "ours", name, command, does, environment)


def official_python() -> Iterator[Client]:
    """`pyuploadcare`, as released and without its log texts."""
    python = str(peers.python())
    script = str(PYTHON / "peer.py")
    name = f"pyuploadcare {peers.python_version('pyuploadcare')}"
    does = READS | UPLOADS | {"start"} | MADE
    command = (python, script, "released")
    yield Client("pyuploadcare", name, "official", "python", command, does)
    command = (python, script, "mended")
    does = READS | UPLOADS
    yield Client("pyuploadcare-mended", f"{name}, mended", "official", "python", command, does)


def official_node() -> Iterator[Client]:
    """`@uploadcare/rest-client`, and `upload-client` as released and without its one line."""
    packages = {"NODE_PACKAGES": str(peers.node())}
    node, script = ("node", "--expose-gc"), str(NODE / "peer.mjs")
    plain = (*node, script)
    name = f"@uploadcare/rest-client {peers.node_version('@uploadcare/rest-client')}"
    does = READS | {"start"}
    yield Client("rest-client", name, "official", "node", plain, does, packages)
    name = f"@uploadcare/upload-client {peers.node_version('@uploadcare/upload-client')}"
    yield Client("upload-client", name, "official", "node", plain, UPLOADS, packages)
    mended = (*node, "--import", str(NODE / "mend.mjs"), script)
    label = f"{name}, mended"
    yield Client("upload-client-mended", label, "official", "node", mended, UPLOADS, packages)


def by_hand_rust(built: dict[str, Any]) -> Iterator[Client]:
    """Two HTTP libraries that one would take in Rust."""
    if "rust" not in built["programs"]:
        return
    floor = built["programs"]["rust"]["package"]["floor"]
    does = READS | UPLOADS
    yield Client("reqwest", "reqwest + serde", "by hand", "rust", (floor, "reqwest"), does)
    yield Client("hyper", "hyper + serde", "by hand", "rust", (floor, "hyper"), READS)


def by_hand_python(built: dict[str, Any]) -> Iterator[Client]:
    """HTTP libraries that one would take in Python."""
    python = built["floor_python"]
    does = {
        "urllib3": ("urllib3 + msgspec", READS | UPLOADS),
        "httpx": ("httpx + json", READS | {"start"}),
        "aiohttp": ("aiohttp + json", frozenset({"calls"})),
    }
    for name, (label, what) in does.items():
        command = (python, str(PYTHON / "floor.py"), name)
        yield Client(name, label, "by hand", "python", command, what)


def by_hand_node() -> Iterator[Client]:
    """HTTP libraries that one would take in Node.js."""
    packages = {"NODE_PACKAGES": str(undici())}
    command = ("node", "--expose-gc", str(NODE / "floor.mjs"))
    label, does = "undici + JSON.parse", READS | UPLOADS
    yield Client("undici", label, "by hand", "node", (*command, "undici"), does, packages)
    label, does = "fetch + JSON", frozenset({"start", "many"})
    yield Client("fetch", label, "by hand", "node", (*command, "fetch"), does, packages)


def curl() -> Iterator[Client]:
    """A program that fetches the same bytes and looks at none of them."""
    program = shutil.which("curl")
    if program is None:
        raise FileNotFoundError("there is no curl")
    does = frozenset({"listing", "calls", "many"})
    yield Client("curl", "curl", "by hand", "curl", (program,), does)


def undici() -> Any:
    """The folder with the HTTP client for Node.js, installed once."""
    wanted = (NODE / "package.json").read_text()
    stamp = NODE / "node_modules/.made-from"
    if not stamp.exists() or stamp.read_text() != wanted:
        npm = ["npm", "install", "--no-save", "--no-package-lock", "--no-audit", "--no-fund"]
        subprocess.run(npm, cwd=NODE, check=True, stdout=subprocess.DEVNULL)
        stamp.write_text(wanted)
    return NODE


def clients(built: dict[str, Any], only: list[str]) -> list[Client]:
    """All that can run here; a line for each that cannot."""
    ways: dict[str, Callable[[], Iterator[Client]]] = {
        "ours": lambda: ours(built),
        "pyuploadcare": official_python,
        "@uploadcare/rest-client and upload-client": official_node,
        "reqwest and hyper": lambda: by_hand_rust(built),
        "urllib3, httpx and aiohttp": lambda: by_hand_python(built),
        "undici and fetch": by_hand_node,
        "curl": curl,
    }
    found: list[Client] = []
    for name, make in ways.items():
        try:
            found += make()
        except (OSError, subprocess.CalledProcessError, SystemExit) as error:
            print(f"left out: {name}: {error}")
    if only:
        for name in set(only) - {client.name for client in found}:
            print(f"left out: {name}: there is no such client, or it cannot run here")
        found = [client for client in found if client.name in only]
    return found


def versions(built: dict[str, Any], found: list[Client]) -> dict[str, str]:
    """What is compared."""
    told = {client.name: client.label for client in found}
    for name, command in (
        ("node", ["node", "--version"]),
        ("rustc", ["rustc", "--version"]),
        ("curl", ["curl", "--version"]),
        ("java", ["java", "--version"]),
        ("python", [built["floor_python"], "--version"]),
    ):
        if shutil.which(command[0]):
            text = subprocess.run(command, capture_output=True, text=True, check=False).stdout
            told[f"{name} program"] = (text.splitlines() or [""])[0].strip()
    pins = (PYTHON / "requirements.txt").read_text().splitlines()
    told |= dict(pin.split("==") for pin in pins if "==" in pin)
    told["undici"] = json.loads((NODE / "package.json").read_text())["dependencies"]["undici"]
    commit = ["git", "rev-parse", "--short", "HEAD"]
    text = subprocess.run(commit, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    told["commit"] = text.strip()
    return told
