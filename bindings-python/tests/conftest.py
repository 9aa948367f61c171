from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qs
from urllib.request import ProxyHandler, build_opener

import pytest
import uploadcare_sdk
from uploadcare_sdk.testing import Emulator, Project, start_emulator

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from uploadcare_sdk import AsyncUploadcare, Uploadcare

ROOT = Path(os.environ.get("UPLOADCARE_TEST_ROOT") or Path(__file__).parents[2])
FIXTURES = ROOT / "tests/fixtures/files"
PARTS = "/parts/{uuid}/{number}"
# Milliseconds that no test waits for: it gives the request up, or clears the faults.
HELD = 600_000
# Seconds for what happens at once on a machine that has nothing else to do. A client gives up after
# 30 by itself, which must not pass for what a test waits for.
PATIENCE = 20
PROGRAMS = Path(__file__).parent / "programs"

# Type checkers know public names from imports only.
PUBLIC: list[str] = vars(uploadcare_sdk)["__all__"]

# Whoever runs the tests may have a project of their own: it stays out of this.
for name in [name for name in os.environ if name.startswith("UPLOADCARE_")]:
    if name.endswith(("_KEY", "_BASE", "_TOKEN")):
        del os.environ[name]

# What a shell starts in the background ignores Ctrl-C, and so would the programs of tests.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def emulator_program() -> str:
    return os.environ.get("UPLOADCARE_EMULATOR_BIN") or str(
        ROOT / "target/debug/uploadcare-emulator"
    )


class Service(NamedTuple):
    """A project of its own for one test, and the emulator it lives in."""

    emulator: Emulator
    project: Project

    def arrange(self, what: str, body: object) -> Any:
        return self.emulator.control("POST", f"projects/{self.project.public_key}/{what}", body)

    def seed(self, count: int, **options: object) -> None:
        self.arrange("files", {"count": count, **options})

    def fault(self, **fault: object) -> None:
        self.arrange("faults", fault)

    def heal(self) -> None:
        """Takes the faults away; what they have held goes on."""
        self.emulator.clear_faults(self.project)

    def configure(self, **settings: object) -> None:
        path = f"projects/{self.project.public_key}"
        self.emulator.control("PATCH", path, settings)

    def content(self, uuid: str) -> bytes:
        """What the CDN has of a file."""
        opener = build_opener(ProxyHandler({}))
        with opener.open(f"{self.emulator.cdn_base}{uuid}/", timeout=30) as answer:
            content: bytes = answer.read()
        return content

    def parts(self) -> list[tuple[str, int]]:
        """The parts that were sent: upload and number, and the status of the answer."""
        made = [one for one in self.emulator.requests(self.project) if one.route == PARTS]
        numbers = [parse_qs(one.query or "")["partNumber"] for one in made]
        return [
            (f"{one.path} {number}", one.status) for one, number in zip(made, numbers, strict=True)
        ]

    def stats(self) -> dict[str, int]:
        stats: dict[str, int] = self.emulator.control(
            "GET", f"projects/{self.project.public_key}/stats"
        )
        return stats

    def requests(self) -> list[tuple[str, str]]:
        """The requests that were made with this project's key, as "METHOD target" and route."""
        return [
            (
                f"{made.method} {made.path}" + (f"?{made.query}" if made.query else ""),
                f"{made.method} {made.route}",
            )
            for made in self.emulator.requests(self.project)
        ]

    def sent(self) -> list[str]:
        """As `requests`, without the routes."""
        return [target for target, _ in self.requests()]

    def environment(self) -> dict[str, str]:
        """What makes a program use this project."""
        return {
            **os.environ,
            "UPLOADCARE_PUBLIC_KEY": self.project.public_key,
            "UPLOADCARE_SECRET_KEY": self.project.secret_key,
            "UPLOADCARE_REST_API_BASE": self.emulator.api_base,
            "UPLOADCARE_UPLOAD_API_BASE": self.emulator.upload_base,
            "UPLOADCARE_CDN_BASE": self.emulator.cdn_base,
            "CONTROL": f"{self.emulator.control_base}projects/{self.project.public_key}/",
        }

    def start(
        self, program: str | Path, *arguments: str, **environment: str
    ) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, str(PROGRAMS / program), *arguments],
            env={**self.environment(), **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, program: str | Path, *arguments: str, **environment: str) -> str:
        """Runs a program to its end; it must succeed and have nothing to complain of."""
        process = self.start(program, *arguments, **environment)
        try:
            output, errors = process.communicate(timeout=300)
        finally:
            process.kill()
        assert (process.returncode, errors) == (0, "")
        return output


def wait_until(true: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline, f"not within {PATIENCE} seconds: {what}"
        time.sleep(0.01)


def ring_when(true: Callable[[], bool], what: str, then: Callable[[], object] = int) -> None:
    """Sends an alarm to the main thread when something has come to be, and something is done."""

    def wait() -> None:
        wait_until(true, what)
        then()
        os.kill(os.getpid(), signal.SIGALRM)

    threading.Thread(target=wait, daemon=True).start()


@pytest.fixture(scope="session")
def emulator() -> Iterator[Emulator]:
    ready = os.environ.get("UPLOADCARE_EMULATOR")
    with Emulator(ready) if ready else start_emulator(emulator_program()) as emulator:
        yield emulator


@pytest.fixture
def service(emulator: Emulator) -> Service:
    return Service(emulator, emulator.create_project())


@pytest.fixture
def client(service: Service) -> Iterator[Uploadcare]:
    with service.emulator.client(service.project, max_retries=0) as client:
        yield client


@pytest.fixture
async def async_client(service: Service) -> AsyncIterator[AsyncUploadcare]:
    async with service.emulator.async_client(service.project, max_retries=0) as client:
        yield client
