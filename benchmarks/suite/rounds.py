"""Runs every client in every cell, in rounds, each in an order of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from support.service import ROOT, Project, ask, emulator

from suite import curl, data
from suite.cells import Cell, Scale, calls, does, words

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from suite.clients import Client

# Longer than anything that is measured takes.
PATIENCE = 900


@dataclass
class Bench:
    """What stays the same during all rounds."""

    program: Path
    """The emulator."""
    folder: Path
    scale: Scale
    random: random.Random

    def rounds(self, wanted: list[Cell], clients: list[Client], count: int) -> Iterator[Any]:
        """All runs, each as a line of the JSON."""
        scale = self.scale
        given = data.to_upload(self.folder, scale.large_mib, scale.small)
        pairs = [(cell, client) for cell in wanted for client in clients if does(client, cell)]
        total = count * sum(self.times(cell) for cell, _ in pairs)
        at = 0
        with emulator(self.program) as ready:
            projects: dict[str, tuple[Project, str, list[str]]] = {}
            more: dict[str, Any]
            for kind in ("uniform", "skewed", "tied"):
                if kind == "uniform" or any(cell.data == kind for cell in wanted):
                    project, uuid = data.project(ready, kind, scale.files)
                    pages = curl.addresses(project) if kind == "uniform" else []
                    projects[kind] = (project, uuid, pages)
            for number in range(1, count + 1):
                order = [pair for pair in pairs for _ in range(self.times(pair[0]))]
                self.random.shuffle(order)
                for cell, client in order:
                    at += 1
                    title = f"[{at}/{total}] {client.label}: {cell.title(scale)}"
                    print(title, file=sys.stderr, flush=True)
                    facts = {"round": number, "client": client.name, **cell.facts()}
                    if cell.what == "uploads":
                        # One for each. Keeping what it is given would take longer than sending it.
                        with emulator(self.program, discards=True) as fresh:
                            project = Project(fresh)
                            more = {**given, "uuid": "", "pages": []}
                            yield facts | self.run(project, cell, client, more)
                        continue
                    project, uuid, pages = projects[cell.data or "uniform"]
                    more = {**given, "uuid": uuid, "pages": pages}
                    yield facts | self.run(project, cell, client, more)

    def times(self, cell: Cell) -> int:
        """How often a cell is run in each round: what is over at once, more often."""
        return self.scale.starts if cell.what == "start" else 1

    def run(
        self, project: Project, cell: Cell, client: Client, given: dict[str, Any]
    ) -> dict[str, Any]:
        """One run: what the program, the system and the service say of it."""
        data.slow(project, cell.latency)
        ask("DELETE", project.ready["control_base"] + "requests")
        if client.name == "curl":
            arguments = (project, cell, self.scale, given["uuid"], given["small"], given["pages"])
            text = curl.settings(*arguments)
            command = curl.command(client.command[0], self.folder, text)
        else:
            command = [*client.command, *words(cell, self.scale, given)]
        environment = {**os.environ, **project.environment(), **client.environment}
        try:
            result = finish(command, environment)
        except subprocess.SubprocessError as error:
            return failed(client, cell, self.scale, str(error))
        if client.name == "curl":
            count = len(given["pages"]) if cell.what == "listing" else len(given["small"])
            if cell.what == "listing":
                count = self.scale.files
            elif cell.what == "calls":
                count = calls(cell, self.scale)
            result |= {"wall_s": result["process_wall_s"], "cpu_s": result["process_cpu_s"]}
            result["count"] = count
        if cell.what != "calls":
            result["requests"] = len(project.requests())
        wrong = problem(result, cell, self.scale)
        return failed(client, cell, self.scale, wrong) if wrong else result


def failed(client: Client, cell: Cell, scale: Scale, wrong: str) -> dict[str, Any]:
    """A run that does not count; the others go on."""
    print(f"FAILED: {client.label}, {cell.title(scale)}: {wrong}", file=sys.stderr, flush=True)
    return {"failure": wrong}


def finish(command: list[str], environment: dict[str, str]) -> dict[str, Any]:
    """The line of JSON of a program, with wall and CPU time of its whole process."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stderr
    errors: list[str] = []
    reader = threading.Thread(target=lambda: errors.extend(process.stderr or []), daemon=True)
    reader.start()
    killer = threading.Timer(PATIENCE, process.kill)
    killer.start()
    text = process.stdout.read()
    # The usage of this child alone, which no other way of waiting tells.
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    killer.cancel()
    reader.join()
    process.stdout.close()
    process.stderr.close()
    if process.returncode:
        print("".join(errors[-20:]), file=sys.stderr, flush=True)
        told = errors[-1].strip() if errors else ""
        raise subprocess.SubprocessError(f"ended with {process.returncode}: {told}")
    lines = text.strip().splitlines()
    result: dict[str, Any] = json.loads(lines[-1]) if lines else {}
    cpu = usage.ru_utime + usage.ru_stime
    return {**result, "process_wall_s": wall, "process_cpu_s": cpu}


def problem(result: dict[str, Any], cell: Cell, scale: Scale) -> str:
    """What is wrong with what was done, if anything: a client that does less is not faster."""
    if cell.what in ("listing", "memory") and result["count"] != scale.files:
        return f"{result['count']} files instead of {scale.files}"
    if "check" in result:
        file = "IMG_{n}.jpg"
        if cell.what == "listing":
            names = sum(len(file.replace("{n}", str(number))) for number in numbers(cell, scale))
            right = names + int(str(data.PHOTO["size"])) * scale.files
            if result["check"] != right:
                return f"the sum of names and sizes is {result['check']} instead of {right}"
    if cell.what == "uploads" and cell.way == "many" and result["count"] != scale.small:
        return f"{result['count']} uploads instead of {scale.small}"
    return ""


def numbers(cell: Cell, scale: Scale) -> Iterator[int]:
    """The numbers in the names of the files."""
    left = scale.files
    for period in range(data.PERIODS if cell.data == "skewed" else 1, 0, -1):
        count = left - left // 2 if period > 1 else left
        left -= count
        yield from range(1, count + 1)
