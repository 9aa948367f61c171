"""Files, as users of pyuploadcare work with them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from local_emulator import FIXTURES, Project
from pyuploadcare import File, Uploadcare
from pyuploadcare.exceptions import AuthenticationError, InvalidRequestError
from pyuploadcare.transformations.image import ImageTransformation

if TYPE_CHECKING:
    from collections.abc import Callable

NOBODY = "00000000-0000-4000-8000-000000000000"


def test_upload_and_info(client: Uploadcare) -> None:
    with (FIXTURES / "photo.jpg").open("rb") as photo:
        uploaded = client.upload(photo, store=True, metadata={"album": "iceland"}, tags=["Sea"])
    file = client.file(uploaded.uuid)
    assert file.filename == "photo.jpg"
    assert file.size == (FIXTURES / "photo.jpg").stat().st_size
    assert (file.mime_type, file.is_image, file.is_ready) == ("image/jpeg", True, True)
    assert file.is_stored
    assert not file.is_removed
    assert file.datetime_uploaded <= file.datetime_stored
    assert file.tags == ["sea"]
    info = file.info
    assert info["metadata"] == {"album": "iceland"}
    assert info["appdata"] is None
    image = info["content_info"]["image"]
    assert (image["width"], image["height"], image["orientation"]) == (640, 427, 6)
    assert image["geo_location"]["latitude"] == pytest.approx(64.1466)
    assert image["datetime_original"] == datetime(2024, 6, 21, 23, 58, 41)
    assert info["content_info"]["mime"]["subtype"] == "jpeg"


def test_several_files_at_once(client: Uploadcare) -> None:
    paths = [FIXTURES / "drawing.png", FIXTURES / "document.pdf"]
    handles = [path.open("rb") for path in paths]
    try:
        uploaded = client.upload_files(handles, store=False)
    finally:
        for handle in handles:
            handle.close()
    assert {(file.filename, file.size) for file in uploaded} == {
        (path.name, path.stat().st_size) for path in paths
    }
    assert not any(file.is_stored for file in uploaded)


def test_a_list_is_walked_page_by_page(client: Uploadcare, project: Project) -> None:
    project.control("POST", "files", {"count": 10, "filename": "{n}.txt"})
    names = [f"{number}.txt" for number in range(1, 11)]
    files = list(client.list_files(request_limit=3))
    assert [file.filename for file in files] == names
    backwards = client.list_files(ordering="-datetime_uploaded", request_limit=4)
    assert [file.filename for file in backwards] == names[::-1]
    assert [file.filename for file in client.list_files(limit=5, request_limit=2)] == names[:5]
    start = files[3].datetime_uploaded
    assert [file.filename for file in client.list_files(starting_point=start)] == names[4:]
    assert client.list_files()[2].filename == "3.txt"


def test_lists_by_what_became_of_files(client: Uploadcare, project: Project) -> None:
    for name, seed in (
        ("stored", {"stored": True}),
        ("temporary", {"stored": False}),
        ("removed", {"removed": True}),
    ):
        project.control("POST", "files", {"filename": name, **seed})

    def names(**filters: bool) -> set[str]:
        return {file.filename for file in client.list_files(**filters)}

    assert names() == names(removed=False) == {"stored", "temporary"}
    assert names(stored=True) == {"stored"}
    assert names(stored=False) == {"temporary"}
    assert names(removed=True) == {"removed"}
    assert client.list_files().count() == 2
    # A bug of the client (peers.md, 1.1): `count` sends its filters as one parameter that no
    # service knows. There is one stored file.
    assert client.list_files(stored=True).count() == 2


def test_store_and_delete(client: Uploadcare, upload: Callable[..., File]) -> None:
    file = upload(store=False)
    assert not file.is_stored
    file.store()
    assert file.is_stored
    assert client.file(file.uuid).is_stored
    file.delete()
    assert file.is_removed
    removed = client.file(file.uuid)
    assert removed.is_removed
    assert not removed.is_stored
    assert removed.info["original_file_url"] is None
    with pytest.raises(InvalidRequestError, match="Not found"):
        removed.store()


def test_batches(client: Uploadcare, upload: Callable[..., File]) -> None:
    files = [upload(name=f"{number}.txt", store=False) for number in range(5)]
    client.batch_chunk_size = 2
    client.store_files([files[0], files[1].uuid, *files[2:]])
    assert all(client.file(file.uuid).is_stored for file in files)
    client.delete_files(files[:3])
    assert [client.file(file.uuid).is_removed for file in files] == [True] * 3 + [False] * 2

    answer = client.files_api.batch_store([files[3].uuid, files[0].uuid, NOBODY, "nonsense"])
    assert answer.status == "ok"
    assert answer.problems == {
        files[0].uuid: "Missing in the project",
        NOBODY: "Missing in the project",
        "nonsense": "Invalid",
    }
    assert [str(file.uuid) for file in answer.result] == [files[3].uuid]
    with pytest.raises(InvalidRequestError, match="List of UUIDs can not be empty"):
        client.files_api.batch_delete([])


def test_local_copies(client: Uploadcare, upload: Callable[..., File]) -> None:
    file = upload(b"to be copied", "original.txt", metadata={"kind": "text"})
    copy = file.create_local_copy(store=True)
    assert copy.uuid != file.uuid
    # The first look may still find it in the making.
    copy.update_info()
    copy.update_info()
    assert (copy.filename, copy.size, copy.is_stored) == ("original.txt", 12, True)

    with_effects = file.create_local_copy(effects=ImageTransformation().grayscale())
    with_effects.update_info()
    assert not with_effects.is_stored
    with pytest.raises(InvalidRequestError, match="Bad `source` parameter"):
        client.file(NOBODY).create_local_copy()


def test_remote_copies(project: Project, upload: Callable[..., File]) -> None:
    project.control("PATCH", "", {"storages": ["backup"]})
    file = upload(name="report.txt")
    assert file.create_remote_copy("backup") == f"s3://backup/{file.uuid}/report.txt"
    named = file.create_remote_copy("backup", make_public=False, pattern="${filename}-1${ext}")
    assert named == "s3://backup/report-1.txt"
    with pytest.raises(InvalidRequestError, match="no storage with provided name"):
        file.create_remote_copy("nowhere")


def test_the_original_is_delivered(client: Uploadcare, upload: Callable[..., File]) -> None:
    file = upload(b"delivered", "a.txt")
    assert file.cdn_url == f"{client.cdn_base}{file.uuid}/"
    assert client.cdn_client.get(file.cdn_url).content == b"delivered"


def test_what_is_not_there(client: Uploadcare) -> None:
    with pytest.raises(InvalidRequestError, match="Not found"):
        client.file(NOBODY).update_info()
    client.rest_client.auth.secret_key = "wrong"
    with pytest.raises(AuthenticationError, match="Invalid signature"):
        client.file(NOBODY).update_info()


def test_project_info(client: Uploadcare, project: Project) -> None:
    people = [{"name": "Jo", "email": "jo@example.com"}]
    project.control("PATCH", "", {"name": "Compat", "collaborators": people})
    info = client.get_project_info()
    assert (info.name, info.pub_key) == ("Compat", project.public_key)
    assert info.autostore_enabled is True
    assert [person.model_dump() for person in info.collaborators] == people
