from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import local_emulator
import pytest
from local_emulator import Project
from pyuploadcare import File, Uploadcare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(scope="session")
def ready() -> Iterator[dict[str, Any]]:
    with local_emulator.running() as ready:
        yield ready


@pytest.fixture
def project(ready: dict[str, Any]) -> Project:
    project = Project(ready)
    # Jobs end by looks at them, not by time.
    project.control("PATCH", "", {"job_ms": 1_000_000_000})
    return project


@pytest.fixture
def client(project: Project) -> Iterator[Uploadcare]:
    client = Uploadcare(
        public_key=project.public_key,
        secret_key=project.secret_key,
        api_base=project.api_base,
        upload_base=project.upload_base,
        cdn_base=project.cdn_base,
    )
    yield client
    # It cannot be closed itself.
    for part in (client.rest_client, client.upload_client, client.cdn_client):
        part.close()


@pytest.fixture
def upload(client: Uploadcare) -> Callable[..., File]:
    def upload(content: bytes = b"text", name: str = "text.txt", **options: Any) -> File:
        handle = io.BytesIO(content)
        handle.name = name
        return client.upload(handle, size=len(content), **options)

    return upload
