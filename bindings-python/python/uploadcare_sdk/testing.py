"""The local emulator of Uploadcare, for tests of applications.

from uploadcare_sdk.testing import start_emulator

with start_emulator() as emulator, emulator.client() as client:
    client.uploads.upload(b"hello", filename="hello.txt")
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
import urllib.request
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from ._client import AsyncUploadcare, Uploadcare

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from typing_extensions import Self, Unpack

    from ._generated.options import ClientOptions

__all__ = ["Emulator", "Project", "start_emulator"]

PROGRAM = "uploadcare-emulator"


class Project(NamedTuple):
    """The keys of one project of the emulator. Projects do not see each other's files."""

    public_key: str
    secret_key: str


class Emulator:
    """A running emulator: where it is, its projects, and clients for them.

    `start_emulator()` starts one; `Emulator(ready)` uses one that was started elsewhere, by the
    line of JSON that it printed. Used in a `with` statement, it stops what it started.
    """

    def __init__(
        self,
        ready: str | Mapping[str, Any],
        process: subprocess.Popen[str] | None = None,
    ) -> None:
        """Takes the line that an emulator printed when it was ready."""
        facts: Mapping[str, Any] = json.loads(ready) if isinstance(ready, str) else ready
        self.api_base: str = facts["api_base"]
        self.upload_base: str = facts["upload_base"]
        self.cdn_base: str = facts["cdn_base"]
        self.control_base: str = facts["control_base"]
        self.projects: list[Project] = [_project(keys) for keys in facts["projects"]]
        """The projects it began with; the first is the public demo project."""
        self._process = process

    def client(
        self, project: Project | None = None, **options: Unpack[ClientOptions]
    ) -> Uploadcare:
        """Makes a client for a project, by default the first. `options` as for `Uploadcare`."""
        keys = self.projects[0] if project is None else project
        return Uploadcare(*keys, **self._settings(options))

    def async_client(
        self, project: Project | None = None, **options: Unpack[ClientOptions]
    ) -> AsyncUploadcare:
        """Makes a client for asyncio. Arguments as for `client`."""
        keys = self.projects[0] if project is None else project
        return AsyncUploadcare(*keys, **self._settings(options))

    def _settings(self, options: ClientOptions) -> ClientOptions:
        bases: ClientOptions = {
            "api_base": self.api_base,
            "upload_base": self.upload_base,
            "cdn_base": self.cdn_base,
        }
        return {**bases, **options}

    def create_project(self) -> Project:
        """Makes an empty project with keys of its own."""
        return _project(self.control("POST", "projects"))

    def control(self, method: str, path: str, body: object = None) -> Any:
        """Calls the control API of the emulator, by which tests arrange and observe.

        Args:
            method: HTTP method.
            path: Path below `control_base`, with its query.
            body: Sent as JSON unless it is None.

        Returns:
            The decoded answer, None for an empty one.

        Raises:
            urllib.error.HTTPError: For any other status than success.
        """
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.control_base + path, data, method=method)
        # The emulator is on this machine: no proxy of the environment leads there.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=30) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def stop(self) -> None:
        """Stops the emulator if this object started it, and waits until it is gone."""
        process, self._process = self._process, None
        if process is None:
            return
        # It runs until its standard input closes.
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def __repr__(self) -> str:
        return f"Emulator(api_base={self.api_base!r})"


def start_emulator(
    program: str | os.PathLike[str] | None = None, *, timeout: float = 30.0
) -> Emulator:
    """Starts an emulator on a free port of this machine. It stops with this process.

    Args:
        program: Path of `uploadcare-emulator`. Else the environment variable
            `UPLOADCARE_EMULATOR_BIN`, else the one on PATH.
        timeout: Seconds to wait until it is ready, default 30.

    Raises:
        FileNotFoundError: If there is no such program.
        RuntimeError: If it ends or is not ready in time.
    """
    path = os.fspath(program) if program else os.environ.get("UPLOADCARE_EMULATOR_BIN")
    found = shutil.which(path or PROGRAM)
    if found is None:
        raise FileNotFoundError(
            f"{path} is no program that can be run"
            if path
            else f"{PROGRAM} was not found: build it by `cargo build -p {PROGRAM}`, then put it on "
            "PATH, name it in UPLOADCARE_EMULATOR_BIN, or give its path"
        )
    process = subprocess.Popen(
        [found, "--port", "0", "--until-stdin-closes"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    line = _first_line(process, timeout)
    if not line.strip():
        ended = process.poll()
        process.kill()
        state = "was not ready in time" if ended is None else f"ended with status {ended}"
        raise RuntimeError(f"{found} {state}")
    return Emulator(line, process)


def _first_line(process: subprocess.Popen[str], timeout: float) -> str:
    lines: list[str] = []

    def read() -> None:
        if process.stdout is not None:
            lines.append(process.stdout.readline())

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    reader.join(timeout)
    if lines and not lines[0]:
        process.wait(5)
    return lines[0] if lines else ""


def _project(keys: object) -> Project:
    keys = cast("Mapping[str, str]", keys)
    return Project(keys["public_key"], keys["secret_key"])
