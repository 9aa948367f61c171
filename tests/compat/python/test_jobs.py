"""Conversions and add-ons, as users of pyuploadcare work with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from local_emulator import FIXTURES, Project
from pydantic import ValidationError
from pyuploadcare import File, Uploadcare
from pyuploadcare.api.addon_entities import (
    AddonClamAVExecutionParams,
    AddonLabels,
    AddonRemoveBGExecutionParams,
)
from pyuploadcare.api.responses import AddonStatus
from pyuploadcare.exceptions import APIError, InvalidRequestError
from pyuploadcare.transformations.document import DocumentFormat, DocumentTransformation
from pyuploadcare.transformations.video import Quality, ResizeMode, VideoFormat, VideoTransformation

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


@pytest.fixture
def document(client: Uploadcare) -> File:
    with (FIXTURES / "document.pdf").open("rb") as document:
        return client.upload(document)


@pytest.fixture
def clip(client: Uploadcare) -> File:
    with (FIXTURES / "clip.mp4").open("rb") as clip:
        return client.upload(clip)


def test_documents(client: Uploadcare, document: File) -> None:
    api = client.document_convert_api
    path = f"{document.uuid}/document/-/format/png/-/page/1/"
    answer = api.convert([path, "nonsense"], store=True)
    assert answer.problems == {"nonsense": 'Bad path "nonsense". Use UUID or CDN URL'}
    [started] = answer.result
    assert started.original_source == path
    seen = [api.status(started.token) for _ in range(3)]
    assert [each.status for each in seen] == ["pending", "processing", "finished"]
    assert {each.result.uuid for each in seen} == {started.uuid}
    assert seen[-1].error is None
    made = client.file(started.uuid)
    assert (made.filename, made.mime_type, made.is_stored) == ("document.png", "image/png", True)


def test_groups_of_converted_pages(
    client: Uploadcare, project: Project, upload: Callable[..., File]
) -> None:
    file = upload(b"no text: \x00\x01", "slides.ppt")
    transformation = DocumentTransformation().format(DocumentFormat.jpg)
    converted = file.convert(transformation, save_in_group=True)
    # The client does not tell the token.
    [job] = project.control("GET", "jobs")["jobs"]
    project.settle(job["token"])
    assert converted.filename == "slides.zip"
    group = file.get_converted_document_group(DocumentFormat.jpg)
    assert [page.filename for page in group] == ["slides-1.jpg", "slides-2.jpg"]
    info = client.document_convert_api.retrieve(file.uuid)
    assert info.error is None
    assert info.format.name == "ppt"
    assert "pdf" in [target.name for target in info.format.conversion_formats]


def test_a_bug_of_the_client_without_such_groups(client: Uploadcare, document: File) -> None:
    # It requires `converted_groups`, which recordings of the service lack (facts, §12.1, §24).
    with pytest.raises(ValidationError, match="converted_groups"):
        client.document_convert_api.retrieve(document.uuid)


def test_failed_conversions(client: Uploadcare, project: Project, document: File) -> None:
    api = client.document_convert_api
    plan = {"kind": "document", "outcome": "failed", "error": "The document is locked."}
    project.control("POST", "jobs", plan)
    [started] = api.convert([f"{document.uuid}/document/-/format/docx/"]).result
    project.settle(started.token)
    status = api.status(started.token)
    assert (status.status, status.error) == ("failed", "The document is locked.")
    with pytest.raises(InvalidRequestError, match="Not found"):
        api.status(1)
    with pytest.raises(InvalidRequestError, match="Use UUID or CDN URL"):
        client.file("00000000-0000-4000-8000-000000000000").convert_document("")
    project.control("PATCH", "", {"document_conversion_available": False})
    with pytest.raises(InvalidRequestError, match="feature is not available"):
        api.convert([f"{document.uuid}/document/"])


def test_videos(client: Uploadcare, clip: File) -> None:
    transformation = (
        VideoTransformation()
        .format(VideoFormat.webm)
        .size(width=640, height=480, resize_mode=ResizeMode.add_padding)
        .quality(Quality.lighter)
        .cut(start_time="0:0:0.0", length="0:0:1.5")
        .thumbs(3)
    )
    converted = clip.convert(transformation, store=False)
    assert converted.thumbnails_group_uuid.endswith("~3")

    api = client.video_convert_api
    [started] = api.convert([f"{clip.uuid}/video/-/thumbs~2/"]).result
    seen = [api.status(started.token) for _ in range(3)]
    assert [each.status for each in seen] == ["pending", "processing", "finished"]
    assert seen[-1].result.uuid == started.uuid
    assert seen[-1].result.thumbnails_group_uuid == started.thumbnails_group_uuid
    thumbnails = client.file_group(started.thumbnails_group_uuid)
    assert [file.is_image for file in thumbnails] == [True, True]
    assert client.file(started.uuid).mime_type == "video/mp4"
    with pytest.raises(InvalidRequestError, match="OneOrTwoDimensionsDivisibleByFour"):
        clip.convert_video("size/x/change_ratio")


def run(client: Uploadcare, addon: AddonLabels, request_id: UUID) -> list[AddonStatus]:
    """The statuses of a call until it ends."""
    seen = []
    while not seen or seen[-1] == AddonStatus.IN_PROGRESS:
        seen.append(client.addons_api.status(request_id, addon).status)
    return seen


@pytest.mark.parametrize(
    ("addon", "params"),
    [
        (AddonLabels.AWS_LABEL_RECOGNITION, None),
        (AddonLabels.AWS_MODERATION_LABELS, None),
        (AddonLabels.CLAM_AV, AddonClamAVExecutionParams(purge_infected=False)),
        (AddonLabels.REMOVE_BG, AddonRemoveBGExecutionParams(type_level="1", crop=True)),
    ],
)
def test_add_ons(client: Uploadcare, addon: AddonLabels, params: object) -> None:
    with (FIXTURES / "photo.jpg").open("rb") as photo:
        file = client.upload(photo)
    started = client.addons_api.execute(file.uuid, addon, params)
    with pytest.raises(APIError, match="Concurrent call attempted"):
        client.addons_api.execute(file.uuid, addon, params)
    assert run(client, addon, started.request_id) == ["in_progress", "in_progress", "done"]
    appdata = file.update_info(include_appdata=True)["appdata"]
    assert appdata[addon.value]["data"] is not None
    assert [name for name, found in appdata.items() if found] == [addon.value]


def test_what_add_ons_find(client: Uploadcare, upload: Callable[..., File]) -> None:
    infected, picture = upload(EICAR, "a.txt"), upload(b"x", "unsafe.jpg")
    for addon, file in (
        (AddonLabels.CLAM_AV, infected),
        (AddonLabels.AWS_LABEL_RECOGNITION, picture),
        (AddonLabels.AWS_MODERATION_LABELS, picture),
    ):
        run(client, addon, client.addons_api.execute(file.uuid, addon).request_id)
    found = infected.update_info(include_appdata=True)["appdata"]["uc_clamav_virus_scan"]
    assert found["data"] == {"infected": True, "infected_with": "Win.Test.EICAR_HDB-1"}
    found = picture.update_info(include_appdata=True)["appdata"]
    labels = found["aws_rekognition_detect_labels"]["data"]
    assert "Person" in [label["name"] for label in labels["labels"]]
    moderation = found["aws_rekognition_detect_moderation_labels"]["data"]
    assert [label["parent_name"] for label in moderation["labels"]] == ["Violence"]


def test_add_ons_that_make_files_or_fail(
    client: Uploadcare, project: Project, upload: Callable[..., File]
) -> None:
    file = upload()
    addon = AddonLabels.REMOVE_BG
    request_id = client.addons_api.execute(file.uuid, addon).request_id
    assert run(client, addon, request_id)[-1] == AddonStatus.DONE
    made = client.addons_api.status(request_id, addon).result["file_id"]
    assert client.file(made).mime_type == "image/png"
    project.plan("remove_bg", "failed")
    request_id = client.addons_api.execute(file.uuid, addon).request_id
    assert run(client, addon, request_id)[-1] == AddonStatus.ERROR
    # Add-ons do not know of the calls of others.
    scan = AddonLabels.CLAM_AV
    assert client.addons_api.status(request_id, scan).status == AddonStatus.UNKNOWN
    with pytest.raises(InvalidRequestError, match=r"Must be a valid UUID\."):
        client.addons_api.execute("nonsense", scan)
