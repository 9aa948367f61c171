"""What must be seen nowhere: keys, signatures, what a signer gives, passwords of proxies."""

from __future__ import annotations

import contextlib
import copy
import io
import logging
import pickle
import re
import secrets
import traceback
import warnings
from typing import TYPE_CHECKING, Any

import pytest
from conftest import Service
from uploadcare_sdk import (
    AsyncUploadcare,
    AuthenticationError,
    ConfigurationError,
    NetworkError,
    SignerError,
    Uploadcare,
    UploadcareError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from uploadcare_sdk import RequestSigner

SIGNATURE = re.compile(r"(?<![0-9a-f])[0-9a-f]{40}(?![0-9a-f])")
NOWHERE = "21975c81-7f57-4c7a-aef9-acfe28779f78"


class Everything(logging.Handler):
    """Writes all that a record has."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.text = io.StringIO()
        self.setFormatter(logging.Formatter("%(levelname)s %(name)s %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        members = vars(record)
        self.text.write(f"{self.format(record)} {members!r} {members!s}\n")
        for name in ("event", "exc_info", "exc_text", "args"):
            value: Any = members.get(name)
            self.text.write(f"{value} {value!r}\n")
            if hasattr(value, "to_json"):
                self.text.write(f"{value.to_json()} {value.to_dict()}\n")
        self.text.write(f"{pickle.dumps(record)!r}\n")


@pytest.fixture
def everything() -> Iterator[Everything]:
    handler, root, ours = Everything(), logging.getLogger(), logging.getLogger("uploadcare_sdk")
    before = root.level, ours.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    ours.setLevel(logging.DEBUG)
    yield handler
    root.removeHandler(handler)
    root.setLevel(before[0])
    ours.setLevel(before[1])


def views(thing: object) -> list[str]:
    """Ways to look at an object."""
    shown = [repr(thing), str(thing), format(thing), repr(getattr(thing, "__dict__", None))]
    for name in ("to_json", "to_dict"):
        if hasattr(thing, name):
            shown.append(str(getattr(thing, name)()))
    for look in (pickle.dumps, copy.copy, copy.deepcopy):
        with contextlib.suppress(TypeError):
            shown.append(repr(look(thing)))
    if isinstance(thing, BaseException):
        shown += traceback.format_exception(thing)
        shown += views(thing.args)
    return shown


async def settled(call: Callable[[], object]) -> None:
    result: Any = call()
    await result


async def outcome(client: Uploadcare | AsyncUploadcare, kind: type[UploadcareError]) -> list[str]:
    """What can be seen of clients, of their parts, and of an error."""
    with pytest.raises(kind) as caught:
        await settled(lambda: client.files.get(NOWHERE))
    files: Any = client.files.list()
    parts = [client, client.files, client.uploads, files, files.pages(), client.with_options()]
    return [text for thing in (*parts, caught.value) for text in views(thing)]


async def test_no_secret_anywhere(service: Service, everything: Everything) -> None:
    key, password, given = secrets.token_hex(10), secrets.token_hex(8), secrets.token_hex(20)
    broken = secrets.token_hex(9)
    emulator, public_key = service.emulator, service.project.public_key
    bases = {"api_base": emulator.api_base, "upload_base": emulator.upload_base}
    proxy = f"http://user:{password}@127.0.0.1:1"
    sign: RequestSigner = lambda _: given  # noqa: E731
    sign_badly: RequestSigner = lambda _: broken  # noqa: E731
    sign_wrongly: Callable[[object], object] = lambda _: given.encode()  # noqa: E731
    settings: list[tuple[dict[str, Any], type[UploadcareError]]] = [
        # Each of these is refused, one way or another.
        ({"secret_key": key, **bases}, AuthenticationError),
        ({"secret_key": key, "auth_scheme": "simple", **bases}, AuthenticationError),
        ({"secret_key": key, "proxy": proxy, "max_retries": 1}, NetworkError),
        ({"signer": sign, **bases}, AuthenticationError),
        ({"signer": sign_badly, **bases}, SignerError),
        ({"signer": sign_wrongly, **bases}, SignerError),
    ]
    shown: list[str] = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for options, kind in settings:
            for make in (Uploadcare, AsyncUploadcare):
                shown += await outcome(make(public_key, **options), kind)
        with pytest.raises(ConfigurationError) as error:
            Uploadcare(public_key, key, proxy=f"nonsense {password}")
        with pytest.raises(ConfigurationError) as another:
            Uploadcare(public_key, key, signer=sign)
        shown += views(error.value) + views(another.value)
        with emulator.client(service.project) as client:
            request = client.explain(lambda client: client.project.get(), redact=True)
            client.project.get()
        shown += views(request)
    shown += [str(warning) for warning in caught]
    seen = "\n".join(shown) + everything.text.getvalue()
    # Something was looked at.
    assert seen.count("attempt") > 20
    assert public_key in seen
    for name, secret in {
        "the secret key": key,
        "the project's secret key": service.project.secret_key,
        "the password of a proxy": password,
        "what a signer gave": given,
        "what is no signature": broken,
    }.items():
        assert secret not in seen, name
    # Nor what is made of keys.
    assert SIGNATURE.findall(seen) == []
    assert "uploadcare.simple" not in seen.lower()


def test_an_unredacted_request_is_what_it_says(client: Uploadcare) -> None:
    # Else the search for signatures above would find none of any.
    request = client.explain(lambda client: client.project.get())
    assert SIGNATURE.findall(str(request.headers))
    assert not SIGNATURE.findall("".join(views(request)[:2]))
