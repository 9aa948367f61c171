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
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict, cast

from ._account import AccountClient, AsyncAccountClient
from ._client import AsyncUploadcare, AsyncUploadClient, Uploadcare, UploadClient

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from types import TracebackType

    from typing_extensions import Self, Unpack

    from ._generated.options import ClientOptions
    from ._types import RequestSigner, UploadCredential

__all__ = [
    "Account",
    "Emulator",
    "Fault",
    "FaultResponse",
    "LoggedRequest",
    "Project",
    "RateLimit",
    "UsedDay",
    "start_emulator",
]

PROGRAM = "uploadcare-emulator"


class Project(NamedTuple):
    """The keys of one project of the emulator. Projects do not see each other's files."""

    public_key: str
    secret_key: str


class Account(NamedTuple):
    """An account of the emulator, which may have projects."""

    token: str


class UsedDay(TypedDict, total=False):
    """What a project used on one day, beside what it really did."""

    date: str
    """The day in UTC, such as `2026-11-27`. Needed."""
    traffic: int
    """Bytes that were delivered."""
    storage: int
    """Bytes that were stored."""
    operations: int
    """Operations on files."""


class FaultResponse(TypedDict, total=False):
    """An answer instead of the right one."""

    status: int
    """HTTP status, 200 to 599. Needed."""
    headers: dict[str, str]
    """Headers, instead of or beside those that the service always sends."""
    body: Any
    """A text is sent as it is, anything else as JSON. Default: empty."""


class Fault(TypedDict, total=False):
    """What goes wrong with requests: a delay, a pace, or at most one of the others."""

    method: str
    """Only requests with this method."""
    route: str
    """Only requests to this route, such as `/files/{uuid}/`."""
    probability: float
    """How likely a request is hit, more than 0 and at most 1. Default: always."""
    skip: int
    """How many requests pass unharmed first. Default 0."""
    times: int
    """How many requests are hit; -1 for all. Default 1."""
    delay_ms: int
    """Milliseconds to wait before anything else happens; less if faults are cleared meanwhile."""
    bytes_per_second: int
    """Pace of the answer's body, which with 0 never comes; alone or with `respond`."""
    respond: FaultResponse
    """Answer this instead of carrying the request out."""
    upload_error: str
    """Answer with the Upload API's error of this code instead, such as `FileInfectedError`."""
    drop: bool
    """Close the connection; the request is not carried out."""
    lose: bool
    """Carry the request out, and close the connection without an answer."""
    truncate: int
    """Announce the whole answer, but close the connection after so many bytes of its body."""
    close: bool
    """Answer as if the connection were kept, then close it."""
    content_length: int
    """Announce so many bytes, and send the whole body all the same."""
    foreign_next: str
    """Origin, such as `http://127.0.0.1:9999`, of the links to the next and previous page."""


class RateLimit(NamedTuple):
    """A rate limit of a project, and what it has done since it was set."""

    per_second: float
    """Requests per second."""
    burst: float
    """Requests that may come at once."""
    allowed: int
    """Requests that have passed."""
    refused: int
    """Requests that were answered by 429."""


class LoggedRequest(NamedTuple):
    """A request that the emulator has seen."""

    method: str
    """HTTP method."""
    path: str
    """Path as sent."""
    query: str | None
    """Query as sent, without signatures."""
    route: str | None
    """Template of the route that was reached."""
    status: int
    """Status of the answer; 499 if the client left before it was complete, 0 if a fault closed the
    connection without an answer.
    """
    started_ms: float
    """When the head of the request was there, in milliseconds of `Emulator.time_ms`."""
    ended_ms: float
    """When the answer was handed over, or the client seen to have left."""
    facts: Mapping[str, Any]
    """All that the emulator logs, by name."""


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
        self,
        project: Project | None = None,
        *,
        signer: RequestSigner | None = None,
        upload_credential: UploadCredential | None = None,
        **options: Unpack[ClientOptions],
    ) -> Uploadcare:
        """Makes a client for a project, by default the first.

        Args:
            project: Its keys.
            signer: Signs in the place of the secret key, which the client is not given then.
            upload_credential: As for `Uploadcare`.
            **options: As for `Uploadcare`.
        """
        keys = self._keys(project)
        return Uploadcare(
            keys.public_key,
            keys.secret_key if signer is None else None,
            signer=signer,
            upload_credential=upload_credential,
            **self._settings(options),
        )

    def async_client(
        self,
        project: Project | None = None,
        *,
        signer: RequestSigner | None = None,
        upload_credential: UploadCredential | None = None,
        **options: Unpack[ClientOptions],
    ) -> AsyncUploadcare:
        """Makes a client for asyncio. Arguments as for `client`."""
        keys = self._keys(project)
        return AsyncUploadcare(
            keys.public_key,
            keys.secret_key if signer is None else None,
            signer=signer,
            upload_credential=upload_credential,
            **self._settings(options),
        )

    def upload_client(
        self,
        project: Project | None = None,
        *,
        upload_credential: UploadCredential | None = None,
        **options: Unpack[ClientOptions],
    ) -> UploadClient:
        """Makes a client for nothing but uploads. Arguments as for `client`."""
        return UploadClient(
            self._keys(project).public_key,
            upload_credential=upload_credential,
            **self._settings(options),
        )

    def async_upload_client(
        self,
        project: Project | None = None,
        *,
        upload_credential: UploadCredential | None = None,
        **options: Unpack[ClientOptions],
    ) -> AsyncUploadClient:
        """As `upload_client`, for asyncio."""
        return AsyncUploadClient(
            self._keys(project).public_key,
            upload_credential=upload_credential,
            **self._settings(options),
        )

    def account_client(self, account: Account, **options: Unpack[ClientOptions]) -> AccountClient:
        """Makes a client of an account.

        Args:
            account: As `create_account` gave it.
            **options: As for `AccountClient`.
        """
        return AccountClient(account.token, **self._settings(options))

    def async_account_client(
        self, account: Account, **options: Unpack[ClientOptions]
    ) -> AsyncAccountClient:
        """As `account_client`, for asyncio."""
        return AsyncAccountClient(account.token, **self._settings(options))

    def _keys(self, project: Project | None) -> Project:
        return self.projects[0] if project is None else project

    def _settings(self, options: ClientOptions) -> ClientOptions:
        bases: ClientOptions = {
            "api_base": self.api_base,
            "upload_base": self.upload_base,
            "cdn_base": self.cdn_base,
        }
        return {**bases, **options}

    def create_account(self) -> Account:
        """Makes an account without projects."""
        return Account(self.control("POST", "accounts", {})["token"])

    def create_project(self, account: Account | None = None) -> Project:
        """Makes an empty project with keys of its own, which may belong to an account."""
        body = None if account is None else {"account": account.token}
        return _project(self.control("POST", "projects", body))

    def add_usage(self, days: Iterable[UsedDay], project: Project | None = None) -> None:
        """Makes a project, by default the first, have used something, beside what it really did."""
        self._arrange("POST", project, "usage", {"days": list(days)})

    def add_fault(self, project: Project | None = None, **fault: Unpack[Fault]) -> None:
        """Makes requests of a project, by default the first, go wrong.

            emulator.add_fault(project, route="/files/", times=2, respond={"status": 503})

        Args:
            project: Whose requests.
            **fault: Which of them, and what happens to them; see `Fault`.

        Raises:
            urllib.error.HTTPError: With status 400, if the fault makes no sense.
        """
        self._arrange("POST", project, "faults", fault)

    def faults(self, project: Project | None = None) -> list[Fault]:
        """The faults of a project that are not used up."""
        left: list[Fault] = self._arrange("GET", project, "faults")["faults"]
        return left

    def clear_faults(self, project: Project | None = None) -> None:
        """Takes all faults of a project away. Requests that one of them delays go on."""
        self._arrange("DELETE", project, "faults")

    def set_rate_limit(
        self, per_second: float, burst: float | None = None, *, project: Project | None = None
    ) -> None:
        """Limits the requests of a project, by default the first; those beyond are answered by 429.

        Args:
            per_second: Requests per second, more than 0 and at most 1,000,000.
            burst: Requests that may come at once, 1 or more; by default those of a second.
            project: Whose requests.
        """
        limit = {"per_second": per_second, "burst": burst}
        given = {name: value for name, value in limit.items() if value is not None}
        self._arrange("POST", project, "rate_limit", given)

    def rate_limit(self, project: Project | None = None) -> RateLimit | None:
        """The rate limit of a project and what it has done; None without one."""
        try:
            return RateLimit(**self._arrange("GET", project, "rate_limit"))
        except urllib.error.HTTPError as error:
            error.close()
            if error.code == 404:
                return None
            raise

    def clear_rate_limit(self, project: Project | None = None) -> None:
        """Takes the rate limit of a project away."""
        self._arrange("DELETE", project, "rate_limit")

    def set_clock_skew(self, seconds: float, project: Project | None = None) -> None:
        """Moves the service's clock, so that the dates of a project's requests look wrong.

        Args:
            seconds: How far it is ahead; more than 900 either way and requests are refused.
            project: Whose requests.
        """
        body = {"public_key": self._keys(project).public_key, "offset_seconds": seconds}
        self.control("POST", "clock", body)

    def requests(self, project: Project | None = None) -> list[LoggedRequest]:
        """The requests of a project so far, oldest first.

        Waits until none is under way, five seconds at most: one that was given up is under way
        until the emulator sees its connection closed.
        """
        key = self._keys(project).public_key
        answer = self.control("GET", f"requests?public_key={key}&settled=true")
        *plain, _ = LoggedRequest._fields
        return [
            LoggedRequest(**{name: facts[name] for name in plain}, facts=facts)
            for facts in answer["requests"]
        ]

    def time_ms(self) -> float:
        """The clock of the logged requests, in milliseconds."""
        time: float = self.control("GET", "time")["monotonic_ms"]
        return time

    def sign(self, string_to_sign: str, project: Project | None = None) -> str:
        """Signs a request as a backend would that has the secret key: for tests of signers.

        emulator.client(signer=lambda request: emulator.sign(request.string_to_sign))
        """
        answer = self._arrange("POST", project, "sign", {"string_to_sign": string_to_sign})
        signature: str = answer["signature"]
        return signature

    def _arrange(self, method: str, project: Project | None, what: str, body: object = None) -> Any:
        return self.control(method, f"projects/{self._keys(project).public_key}/{what}", body)

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
    program: str | os.PathLike[str] | None = None,
    *,
    timeout: float = 30.0,
    arguments: Sequence[str] = (),
) -> Emulator:
    """Starts an emulator on a free port of this machine. It stops with this process.

    Args:
        program: Path of `uploadcare-emulator`. Else the environment variable
            `UPLOADCARE_EMULATOR_BIN`, else the one on PATH.
        timeout: Seconds to wait until it is ready, default 30.
        arguments: Further options of the program, such as `--rate-limit`, `10/20`.

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
        [found, "--port", "0", "--until-stdin-closes", *arguments],
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
