"""The emulator, and projects of it."""

from __future__ import annotations

import json
import subprocess
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Generator

ROOT = Path(__file__).resolve().parents[2]


def ask(method: str, url: str, body: Any = None, headers: dict[str, str] | None = None) -> Any:
    """Sends a request and gives the JSON of its answer, or None if it has no body."""
    data = None if body is None else json.dumps(body).encode()
    headers = {**(headers or {}), **({} if data is None else {"Content-Type": "application/json"})}
    request = urllib.request.Request(url, data, headers, method=method)
    with urllib.request.urlopen(request, timeout=60) as answer:
        text = answer.read()
    return json.loads(text) if text else None


@contextmanager
def emulator(
    program: Path | None = None, *, discards: bool = False
) -> Generator[dict[str, Any], None, None]:
    """Runs the emulator, built for release, and gives its ready line.

    discards: Whether it keeps nothing of what is uploaded but its size.
    """
    if program is None:
        build("-p", "uploadcare-emulator", "--bin", "uploadcare-emulator")
        program = ROOT / "target/release/uploadcare-emulator"
    process = subprocess.Popen(
        [program, "--until-stdin-closes", "--data", "discard" if discards else "none"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin
    assert process.stdout
    try:
        yield json.loads(process.stdout.readline())
    finally:
        process.stdin.close()
        process.wait()


def build(*what: str) -> None:
    """Builds something of this workspace for release."""
    subprocess.run(["cargo", "build", "--quiet", "--release", *what], cwd=ROOT, check=True)


class Project:
    """A project of its own."""

    def __init__(self, ready: dict[str, Any]) -> None:
        self.ready = ready
        self.keys = ask("POST", ready["control_base"] + "projects", {})
        self.public_key: str = self.keys["public_key"]

    def control(self, method: str, what: str, body: Any = None) -> Any:
        """Calls the control API of this project."""
        url = f"{self.ready['control_base']}projects/{self.public_key}/{what}"
        return ask(method, url, body)

    def rest(self, method: str, path: str, body: Any = None) -> Any:
        """Calls the REST API as plainly as can be."""
        headers = {
            "Accept": "application/vnd.uploadcare-v0.7+json",
            "Authorization": f"Uploadcare.Simple {self.public_key}:{self.keys['secret_key']}",
        }
        return ask(method, self.ready["api_base"] + path, body, headers)

    def find(self, path: str) -> Any:
        """The JSON at a path of the REST API, or None if there is nothing."""
        try:
            return self.rest("GET", path)
        except urllib.error.HTTPError as error:
            if error.code == 404:
                return None
            raise

    def requests(self) -> list[dict[str, Any]]:
        """The requests to this project, once none is under way."""
        url = f"{self.ready['control_base']}requests?public_key={self.public_key}&settled=true"
        requests: list[dict[str, Any]] = ask("GET", url)["requests"]
        return requests

    def environment(self) -> dict[str, str]:
        """Keys and bases for a program that uses this project."""
        return {
            "PUBLIC_KEY": self.public_key,
            "SECRET_KEY": self.keys["secret_key"],
            "API_BASE": self.ready["api_base"],
            "UPLOAD_BASE": self.ready["upload_base"],
            "CDN_BASE": self.ready["cdn_base"],
        }
