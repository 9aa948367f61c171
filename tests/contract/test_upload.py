"""The answers of the emulator against the vendor's OpenAPI document of the Upload API."""

from __future__ import annotations

import os
import re
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import local_emulator
import pytest
import requests
import schemathesis
from local_emulator import FIXTURES, Project
from record import CONFORMANCE, operations
from schemathesis.core.failures import FailureGroup
from upload_document import PATH, read, refusals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemathesis.schemas import APIOperation

    Json = dict[str, Any]

MIB = 1 << 20
NOBODY = "00000000-0000-4000-8000-000000000000"


@pytest.fixture(scope="module")
def document() -> Json:
    if not PATH.exists():
        absent = f"the vendor's OpenAPI document is not at {PATH}"
        if os.environ.get("CI") == "true":
            pytest.fail(absent)
        pytest.skip(absent)
    return read()


@pytest.fixture(scope="module")
def ready() -> Iterator[Json]:
    with local_emulator.running() as ready:
        yield ready


class Api:
    """Makes requests and holds each answer against the document."""

    def __init__(self, document: Json, ready: Json) -> None:
        self.project = Project(ready)
        schema = schemathesis.openapi.from_dict(document)
        schema.config.update(base_url=self.project.upload_base)
        self.operations: dict[str, APIOperation] = operations(schema)
        self.key = {
            "UPLOADCARE_PUB_KEY": self.project.public_key,
            "pub_key": self.project.public_key,
        }

    def ask(self, label: str, status: int = 200, files: Any = None, **fields: str) -> Any:
        method, path = label.split()
        where = "params" if method == "GET" else "data"
        response = requests.request(
            method,
            self.project.upload_base + path.removeprefix("/"),
            files=files,
            timeout=30,
            **{where: {**self.key, **fields}},
        )
        assert response.status_code == status, (label, response.text)
        self.operations[label].Case().validate_response(response, checks=CONFORMANCE)
        return response.json() if status == 200 else response.text


@pytest.fixture(scope="module")
def api(document: Json, ready: Json) -> Api:
    return Api(document, ready)


@contextmanager
def serving(release: threading.Event) -> Iterator[str]:
    """Serves a file of which the first half comes at once, the second when it is released."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(404 if self.path == "/nothing" else 200)
            self.send_header("Content-Length", "10")
            self.end_headers()
            self.wfile.write(b"12345")
            self.wfile.flush()
            release.wait(30)
            self.wfile.write(b"67890")

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            release.set()
            server.shutdown()
            thread.join()


def test_direct_uploads_and_groups(api: Api) -> None:
    photo = (FIXTURES / "photo.jpg").read_bytes()
    files = {"photo.jpg": ("photo.jpg", photo, "image/jpeg"), "text": ("a.txt", b"text")}
    uploaded = api.ask("POST /base/", files=files, **{"metadata[pet]": "cat"})
    for uuid in uploaded.values():
        assert api.ask("GET /info/", file_id=uuid)["is_ready"]
    names = dict(zip(("files[0]", "files[1]"), uploaded.values(), strict=True))
    group = api.ask("POST /group/", **names)
    api.project.rest("DELETE", f"files/{uploaded['text']}/storage/")
    told = api.ask("GET /group/info/", group_id=group["id"])
    assert [file and file["uuid"] for file in told["files"]] == [uploaded["photo.jpg"], None]


def test_uploads_in_parts(api: Api) -> None:
    fields = {"filename": "a.bin", "size": str(10 * MIB), "content_type": "application/x-own"}
    started = api.ask("POST /multipart/start/", **fields)
    for url in started["parts"]:
        headers = {"Content-Type": "application/x-own"}
        sent = requests.put(url, bytes(5 * MIB), headers=headers, timeout=30)
        assert (sent.status_code, sent.content) == (200, b"")
    done = api.ask("POST /multipart/complete/", uuid=started["uuid"])
    assert done == api.ask("GET /info/", file_id=started["uuid"])
    api.ask("POST /multipart/complete/", 400, uuid=started["uuid"])
    api.ask("POST /multipart/complete/", 404, uuid=NOBODY)


def test_uploads_from_urls(api: Api) -> None:
    release = threading.Event()

    def until(token: str, *states: str) -> Json:
        for _ in range(10_000):
            answer: Json = api.ask("GET /from_url/status/", token=token)
            if answer["status"] in states:
                return answer
        raise AssertionError(f"{token} is never one of {states}")

    with serving(release) as source:
        fields = {"source_url": f"{source}/a.txt", "check_URL_duplicates": "1"}
        token = api.ask("POST /from_url/", **fields)["token"]
        assert until(token, "progress")["total"] == 10
        release.set()
        file = until(token, "success")
        assert api.ask("GET /info/", file_id=file["uuid"])["size"] == 10
        assert api.ask("POST /from_url/", **fields)["uuid"] == file["uuid"]
        token = api.ask("POST /from_url/", source_url=f"{source}/nothing")["token"]
        assert until(token, "error")["error_code"] == "DownloadFileHTTPClientError"
    assert api.ask("GET /from_url/status/", token=NOBODY) == {"status": "unknown"}


def test_every_documented_refusal(document: Json, api: Api) -> None:
    all_refusals = refusals(document)
    assert len(all_refusals) >= 140
    for label, status, code, pattern in all_refusals:
        method, route = label.split()
        fault = {"method": method, "route": route, "upload_error": code}
        api.project.control("POST", "faults", fault)
        text = api.ask(label, status)
        # What a fault makes up knows no other name of the field.
        text = re.sub("^pub_key", "UPLOADCARE_PUB_KEY", text) if "UPLOAD" in pattern else text
        assert re.fullmatch(pattern, text), (label, code, text)
    for label in ("POST /base/", "POST /multipart/start/", "POST /from_url/"):
        fault = {"route": label.split()[1], "upload_error": "RequestThrottledError"}
        api.project.control("POST", "faults", fault)
        assert api.ask(label, 429) == "Request was throttled."
    fault = {"route": "/base/", "upload_error": "RequestSizeLimitExceededError"}
    api.project.control("POST", "faults", fault)
    assert api.ask("POST /base/", 413) == "The size of the request is too large."


@pytest.mark.parametrize(
    ("label", "status", "fields", "text"),
    [
        ("POST /base/", 400, {}, "Request does not contain files."),
        ("POST /base/", 403, {"UPLOADCARE_PUB_KEY": ""}, "UPLOADCARE_PUB_KEY is required."),
        ("POST /multipart/start/", 400, {}, "filename is required."),
        (
            "POST /multipart/start/",
            403,
            {"UPLOADCARE_PUB_KEY": "x"},
            "UPLOADCARE_PUB_KEY is invalid.",
        ),
        ("POST /multipart/complete/", 400, {}, "uuid is required."),
        (
            "POST /multipart/complete/",
            403,
            {"UPLOADCARE_PUB_KEY": ""},
            "UPLOADCARE_PUB_KEY is required.",
        ),
        ("POST /from_url/", 400, {}, "source_url is required."),
        ("POST /from_url/", 403, {"pub_key": "x"}, "pub_key is invalid."),
        ("GET /from_url/status/", 400, {}, "token is required."),
        ("GET /info/", 400, {"file_id": "x"}, "file_id is invalid."),
        ("GET /info/", 403, {"pub_key": ""}, "pub_key is required."),
        ("GET /info/", 404, {"file_id": NOBODY}, "File is not found."),
        ("POST /group/", 400, {"files[]": "x"}, "This is not valid file url: x."),
        ("POST /group/", 403, {"pub_key": "x"}, "pub_key is invalid."),
        ("GET /group/info/", 400, {}, "group_id is required."),
        ("GET /group/info/", 403, {"pub_key": "x"}, "pub_key is invalid."),
        ("GET /group/info/", 404, {"group_id": f"{NOBODY}~1"}, "group_id is invalid."),
    ],
)
def test_refusals(api: Api, label: str, status: int, fields: dict[str, str], text: str) -> None:
    assert api.ask(label, status, **fields) == text


def test_the_checks_can_fail(api: Api) -> None:
    body = {"status": "progress", "done": "5"}
    fault = {"route": "/from_url/status/", "respond": {"status": 200, "body": body}}
    api.project.control("POST", "faults", fault)
    with pytest.raises(FailureGroup, match="distinct failure"):
        api.ask("GET /from_url/status/", token=NOBODY)
