"""The matrix of faults and calls, and one cell of it carried out with an official client."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
import time
import urllib.error
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from support.service import Project, ask

ROOT = Path(__file__).resolve().parents[2]
NOBODYS = "21975c81-7f57-4c7a-aef9-acfe28779f78"

# Seconds until a call counts as late, and until it is given up.
LATE = 6.0
PATIENCE = 45.0


@dataclass(frozen=True)
class Cell:
    """A fault met by a call, and what comes of it with our client."""

    fault: dict[str, Any]
    call: dict[str, Any]
    attempts: int
    error: dict[str, Any] | None
    # Options of the peer that are not its defaults.
    options: dict[str, Any] = field(default_factory=dict)


@dataclass
class Outcome:
    """What came of a cell with a peer."""

    # `result`, `error`, `hangs` or `lacking`.
    what: str
    attempts: int = 0
    seconds: float = 0.0
    error: str = ""
    message: str = ""
    is_own: bool = True
    # What the peer called success is none.
    is_wrong: bool = False


def matrix() -> dict[str, Any]:
    """The source of our own cases."""
    text = (ROOT / "tests/matrix/matrix.json").read_text()
    found: dict[str, Any] = json.loads(text)
    return found


def cell(fault: dict[str, Any], call: dict[str, Any], **options: Any) -> Cell:
    """The cell of a fault and a call, with what the matrix says of it."""
    says = fault["outcome"]
    name = next(name for name in (call["name"], call["class"], "*") if name in says)
    return Cell(fault, call, says[name]["attempts"], says[name].get("error"), options)


class Peer:
    """A process that makes one call with an official client."""

    def __init__(self, command: list[str], environment: dict[str, str], task: object) -> None:
        self.lines: queue.Queue[str] = queue.Queue()
        self.process = subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        threading.Thread(target=self._read, daemon=True).start()
        self.say(json.dumps(task))

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.put(line)
        self.lines.put("")

    def say(self, text: str) -> None:
        """Sends it a line."""
        assert self.process.stdin
        self.process.stdin.write(text + "\n")
        self.process.stdin.flush()

    def line(self, patience: float) -> str | None:
        """Its next line; None if none comes in time."""
        try:
            line = self.lines.get(timeout=patience)
        except queue.Empty:
            return None
        if not line:
            assert self.process.stderr
            raise RuntimeError(f"a peer ended: {self.process.stderr.read()}")
        return line

    def end(self) -> None:
        """Ends it, whatever it does, so that its connections close."""
        self.process.kill()
        self.process.communicate()


def run(
    ready: dict[str, Any],
    command: list[str],
    environment: dict[str, str],
    cell: Cell,
    free: threading.Semaphore,
) -> Outcome:
    """Carries out one cell in a project of its own. While it only waits, it leaves others room."""
    project = Project(ready)
    uuid = _set_up(project, cell)
    settings = cell.fault.get("client", {})
    task = {
        **project.keys,
        "api_base": settings.get("api_base", ready["api_base"]),
        "upload_base": settings.get("upload_base", ready["upload_base"]),
        "call": cell.call["name"],
        "uuid": uuid,
        "options": cell.options,
    }
    with free:
        peer = Peer(command, environment, task)
        if peer.line(60) != "ready\n":
            raise RuntimeError(f"{command[-1]} does not get ready")
        skipped = len(project.requests())
        _arrange(project, cell)
        began = time.monotonic()
        peer.say("go")
        line = peer.line(LATE)
    line = line or peer.line(PATIENCE - LATE)
    seconds = time.monotonic() - began
    peer.end()
    told = {"hangs": True} if line is None else json.loads(line)
    if "lacking" in told:
        return Outcome("lacking")
    outcome = Outcome("hangs", seconds=seconds)
    if "result" in told:
        outcome.what = "result"
    elif "error" in told:
        outcome.what = "error"
        outcome.error, outcome.message = told["error"], told["message"]
        outcome.is_own = told["is_own"]
    outcome.attempts = _attempts(project, cell, skipped)
    if outcome.what == "result":
        outcome.attempts -= cell.call.get("further", 0)
        # Where the service says that it has deleted, there is nothing to see through.
        is_told = cell.call["name"] == "delete" and cell.error is None
        outcome.is_wrong = not is_told and not _is_right(project, cell, uuid, told["result"])
    return outcome


def _attempts(project: Project, cell: Cell, skipped: int) -> int:
    sent: list[str] = []
    # A request that its client has given up at once may not have been looked at yet.
    for _ in range(3 if cell.attempts else 1):
        sent = [f"{it['method']} {it['route']}" for it in project.requests()[skipped:]]
        if sent:
            break
        time.sleep(0.5)
    return sent.count(cell.call["route"])


def _set_up(project: Project, cell: Cell) -> str:
    """Makes what the call needs, as the set-up of the matrix does; gives the file to call."""
    seeded = project.control("POST", "files", {"count": 3})
    setup = cell.call.get("setup")
    if setup not in (None, "file", "metadata"):
        raise NotImplementedError(setup)
    if cell.fault.get("no_setup"):
        return NOBODYS
    uuid: str = seeded["first_uuid"]
    if setup == "metadata":
        project.rest("PUT", f"files/{uuid}/metadata/pet/", "cat")
    return uuid


def _arrange(project: Project, cell: Cell) -> None:
    method, route = cell.call["route"].split()
    for fault in cell.fault.get("faults", []):
        project.control("POST", "faults", {**fault, "method": method, "route": route})
    if offset := cell.fault.get("clock_offset"):
        clock = {"offset_seconds": offset, "public_key": project.public_key}
        ask("POST", project.ready["control_base"] + "clock", clock)
    for step in cell.fault.get("before", []):
        call = step["call"]
        match call["op"]:
            case "control":
                path = call["path"].removeprefix("projects/${public_key}/")
                project.control(call["method"], path, call.get("body"))
            case "project.get":
                project.rest("GET", "project/")
            case other:
                raise NotImplementedError(other)


def _is_right(project: Project, cell: Cell, uuid: str, result: dict[str, Any]) -> bool:
    """Whether a result is what the call should give, and so in the project, too."""
    try:
        project.control("DELETE", "faults")
        project.control("DELETE", "rate_limit")
    except urllib.error.HTTPError as error:
        if error.code != 404:
            raise
    match cell.call["name"]:
        case "delete":
            return project.find(f"files/{uuid}/metadata/pet/") is None
        case "upload":
            file = project.find(f"files/{result['uuid']}/")
            return file is not None and (file["original_filename"], file["size"]) == ("a.txt", 9)
        case _:
            expected = json.loads(json.dumps(cell.call["expect"]).replace("${uuid}", uuid))
            return bool(result == expected)
