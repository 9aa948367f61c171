"""All ways to upload, as users of pyuploadcare work with them; the CDN gives back what was sent."""

from __future__ import annotations

import random
import urllib.request
from typing import TYPE_CHECKING

import pytest
from pyuploadcare import File, Uploadcare
from pyuploadcare.exceptions import AuthenticationError, InvalidRequestError, UploadError
from source import serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from local_emulator import Project

LARGE = random.Random(1).randbytes(11 << 20)


@pytest.fixture
def source() -> Iterator[str]:
    with serving({"/large.bin": LARGE, "/my%20text.txt": b"text"}) as base:
        yield base


def delivered(project: Project, file: File) -> bytes:
    with urllib.request.urlopen(f"{project.cdn_base}{file.uuid}/", timeout=30) as answer:
        content: bytes = answer.read()
    return content


def test_directly(project: Project, upload: Callable[..., File]) -> None:
    content = LARGE[: 1 << 20]
    assert delivered(project, upload(content, "part.bin")) == content


def test_in_parts(client: Uploadcare, project: Project, upload: Callable[..., File]) -> None:
    seen: list[int] = []
    file = upload(
        LARGE,
        "large (1).bin",
        store=True,
        metadata={"kind": "noise"},
        tags=["Big"],
        callback=lambda progress: seen.append(progress.done),
    )
    assert seen == [5 << 20, 10 << 20, 11 << 20]
    assert delivered(project, file) == LARGE
    file = client.file(file.uuid)
    assert (file.filename, file.size, file.is_stored) == ("large (1).bin", 11 << 20, True)
    assert (file.info["metadata"], file.tags) == ({"kind": "noise"}, ["big"])
    with pytest.raises(InvalidRequestError, match="File is already uploaded"):
        client.upload_api.multipart_complete(file.uuid)


def test_parts_that_are_missing(client: Uploadcare) -> None:
    api = client.upload_api
    started = api.start_multipart_upload("a.bin", 11 << 20, "application/octet-stream")
    assert len(started["parts"]) == 3
    api.multipart_upload_chunk(started["parts"][2], LARGE[: 1 << 20])
    with pytest.raises(InvalidRequestError, match="Not all parts uploaded"):
        api.multipart_complete(started["uuid"])
    with pytest.raises(InvalidRequestError, match="less than 10485760 bytes"):
        api.start_multipart_upload("a.bin", 1, "application/octet-stream")


def test_from_a_url(client: Uploadcare, project: Project, source: str) -> None:
    file = client.upload_from_url_sync(
        f"{source}/large.bin", interval=0.01, store=True, metadata={"kind": "noise"}, tags=["big"]
    )
    assert delivered(project, file) == LARGE
    file = client.file(file.uuid)
    assert (file.filename, file.size, file.is_stored) == ("large.bin", 11 << 20, True)
    assert (file.info["metadata"], file.tags) == ({"kind": "noise"}, ["big"])
    text = f"{source}/my%20text.txt"
    file = client.upload_from_url_sync(text, interval=0.01, filename="own.txt")
    assert (delivered(project, file), client.file(file.uuid).filename) == (b"text", "own.txt")


def test_from_a_url_that_is_known(client: Uploadcare, source: str) -> None:
    url = f"{source}/my%20text.txt"
    first = client.upload_from_url_sync(url, interval=0.01, check_duplicates=True)
    second = client.upload_from_url_sync(url, interval=0.01, check_duplicates=True)
    assert second.uuid == first.uuid


def test_from_urls_that_lead_nowhere(client: Uploadcare, source: str) -> None:
    with pytest.raises(UploadError, match=r"HTTP client error: 404\."):
        client.upload_from_url_sync(f"{source}/nothing", interval=0.01)
    with pytest.raises(InvalidRequestError, match="Invalid URL scheme"):
        client.upload_from_url("ftp://127.0.0.1/file")
    assert client.file_from_url("00000000-0000-4000-8000-000000000000").info["status"] == "unknown"


def test_groups_of_all_ways(
    client: Uploadcare, project: Project, upload: Callable[..., File], source: str
) -> None:
    url = f"{source}/my%20text.txt"
    files = [upload(), upload(LARGE, "large.bin"), client.upload_from_url_sync(url, interval=0.01)]
    group = client.create_file_group(files)
    group.update_info()
    assert [file.uuid for file in group] == [file.uuid for file in files]
    assert [delivered(project, file) for file in group] == [b"text", LARGE, b"text"]


def test_signed_uploads(client: Uploadcare, project: Project, source: str) -> None:
    project.control("PATCH", "", {"signed_uploads": True})
    url = f"{source}/my%20text.txt"
    # The client signs unless it is told not to.
    client.signed_uploads = False
    with pytest.raises(InvalidRequestError, match="`signature` is required"):
        client.upload_from_url(url)
    client.signed_uploads = True
    file = client.upload_from_url_sync(url, interval=0.01)
    assert client.create_file_group([file]).id.endswith("~1")
    client.upload_api.start_multipart_upload(
        "a.bin", 11 << 20, "application/octet-stream", secure_upload=True
    )
    client.upload_api.secret_key = "another"
    with pytest.raises(AuthenticationError, match="Invalid signature"):
        client.upload_from_url(url)
