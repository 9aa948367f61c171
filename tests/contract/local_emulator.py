"""The emulator, for tests that must not know our own packages. Only the standard library."""

from __future__ import annotations

import json
import os
import subprocess
import urllib.request
import uuid
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(os.environ.get("UPLOADCARE_TEST_ROOT") or Path(__file__).resolve().parents[2])
FIXTURES = ROOT / "tests/fixtures/files"


class Project:
    """A project of its own, so that tests may run beside each other."""

    def __init__(self, ready: dict[str, Any], **settings: Any) -> None:
        self.api_base: str = ready["api_base"]
        self.upload_base: str = ready["upload_base"]
        self.cdn_base: str = ready["cdn_base"]
        self._control = ready["control_base"]
        keys = self._ask("POST", "projects", settings)
        self.public_key: str = keys["public_key"]
        self.secret_key: str = keys["secret_key"]

    def control(self, method: str, what: str = "", body: Any = None) -> Any:
        """Calls the control API of this project."""
        path = f"projects/{self.public_key}/{what}" if what else f"projects/{self.public_key}"
        return self._ask(method, path, body)

    def plan(self, kind: str, outcome: str, times: int = 1) -> None:
        """Says how the next jobs of a kind end."""
        self.control("POST", "jobs", {"kind": kind, "outcome": outcome, "times": times})

    def settle(self, job: str | int) -> None:
        """Brings a job to its end by as many looks at it as that takes."""
        [kind] = {
            entry["kind"]
            for entry in self.control("GET", "jobs")["jobs"]
            if str(job) in (str(entry.get("token")), entry.get("request_id"))
        }
        path = (
            f"convert/{kind}/status/{job}/"
            if kind in ("document", "video")
            else f"addons/{kind}/execute/status/?request_id={job}"
        )
        for _ in range(10):
            status = self.rest("GET", path)["status"]
            if status not in ("pending", "processing", "in_progress"):
                return
        raise AssertionError(f"{kind} job {job} does not end")

    @property
    def authorization(self) -> str:
        return f"Uploadcare.Simple {self.public_key}:{self.secret_key}"

    def rest(self, method: str, path: str, body: Any = None) -> Any:
        """Calls the REST API as plainly as can be; the call must succeed."""
        headers = {
            "Accept": "application/vnd.uploadcare-v0.7+json",
            "Authorization": self.authorization,
        }
        return _ask(method, self.api_base + path, body, headers)

    def upload(self, content: bytes, name: str, kind: str, **fields: str) -> str:
        """Uploads a file by a form; gives its UUID."""
        boundary = uuid.uuid4().hex
        parts = {"UPLOADCARE_PUB_KEY": self.public_key, "UPLOADCARE_STORE": "1", **fields}
        lines = [
            f'--{boundary}\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n'
            for field, value in parts.items()
        ]
        head = (
            f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
            f"Content-Type: {kind}\r\n\r\n"
        )
        form = "".join([*lines, head]).encode() + content + f"\r\n--{boundary}--\r\n".encode()
        headers = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
        url = self.upload_base + "base/?jsonerrors=1"
        request = urllib.request.Request(url, form, headers, method="POST")
        with urllib.request.urlopen(request, timeout=30) as answer:
            uploaded: str = json.load(answer)["file"]
        return uploaded

    def fixture(self, name: str, kind: str, **fields: str) -> str:
        """Uploads one of `tests/fixtures/files`."""
        return self.upload((FIXTURES / name).read_bytes(), name, kind, **fields)

    def group(self, *files: str) -> str:
        made = self.control("POST", "groups", {"files": files})
        last: str = made["last_id"]
        return last

    def _ask(self, method: str, path: str, body: Any = None) -> Any:
        return _ask(method, self._control + path, body, {})


def _ask(method: str, url: str, body: Any, headers: dict[str, str]) -> Any:
    data = None if body is None else json.dumps(body).encode()
    if data is not None:
        headers = {**headers, "Content-Type": "application/json"}
    request = urllib.request.Request(url, data, headers, method=method)
    with urllib.request.urlopen(request, timeout=30) as answer:
        text = answer.read()
    return json.loads(text) if text else None


@contextmanager
def running() -> Iterator[dict[str, Any]]:
    """The emulator that is told of in the environment, or one that runs meanwhile."""
    told = os.environ.get("UPLOADCARE_EMULATOR")
    if told:
        yield json.loads(told)
        return
    target = Path(os.environ.get("CARGO_TARGET_DIR") or ROOT / "target")
    program = os.environ.get("UPLOADCARE_EMULATOR_BIN") or target / "debug/uploadcare-emulator"
    process = subprocess.Popen(
        [program, "--port", "0", "--until-stdin-closes"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin
    assert process.stdout
    with process:
        yield json.loads(process.stdout.readline())
        process.stdin.close()
