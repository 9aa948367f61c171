from __future__ import annotations

import copy
import inspect
import json
import pickle
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
import uploadcare_sdk
from conftest import PUBLIC
from uploadcare_sdk import FileInfo, PageInfo, Webhook
from uploadcare_sdk._generated import _native  # pyright: ignore[reportPrivateUsage]

BOX = {"Height": 1, "Left": 0.5, "Top": 0.25, "Width": 0.5}

SAMPLE: dict[str, Any] = {
    "uuid": "21975c81-7f57-4c7a-aef9-acfe28779f78",
    "url": "https://api.uploadcare.com/files/21975c81-7f57-4c7a-aef9-acfe28779f78/",
    "original_file_url": None,
    "original_filename": "Привет.jpg",
    "size": 5_000_000_000,
    "mime_type": "image/jpeg",
    "is_image": True,
    "is_ready": True,
    "datetime_uploaded": "2018-11-26T12:49:10.477888Z",
    "datetime_stored": "2018-11-26T12:49:11Z",
    "datetime_removed": None,
    "content_info": {
        "mime": {"mime": "image/jpeg", "type": "image", "subtype": "jpeg"},
        "image": {
            "format": "JPEG",
            "width": 500,
            "height": "500",
            "color_mode": "HOLOGRAM",
            "dpi": [72, 72.5],
            "geo_location": {"latitude": -1.5, "longitude": 2},
        },
        "video": None,
    },
    "metadata": {"subsystem": "uploader"},
    "variations": None,
    "tags": ["cat", "dog"],
    "appdata": {
        "aws_rekognition_detect_labels": {
            "version": "2016-06-27",
            "data": {
                "LabelModelVersion": "3.0",
                "Labels": [
                    {
                        "Name": "Cat",
                        "Confidence": 99.5,
                        "Parents": [{"Name": "Animal"}],
                        "Instances": [{"BoundingBox": BOX}],
                        "Aliases": ["Puss"],
                    }
                ],
            },
        },
        "taste": {"data": "sweet"},
    },
    "scent": {"notes": ["pine", None, 7], "fresh": True},
}


@pytest.fixture
def file() -> FileInfo:
    return FileInfo.from_json(json.dumps(SAMPLE))


def test_attributes_have_the_types_of_python(file: FileInfo) -> None:
    assert file.size == 5_000_000_000
    assert file.datetime_uploaded == datetime(2018, 11, 26, 12, 49, 10, 477888, timezone.utc)
    assert file.datetime_uploaded.utcoffset() == timedelta(0)
    assert file.datetime_removed is None
    assert file.metadata == {"subsystem": "uploader"}
    assert file.tags == ["cat", "dog"]
    assert file.content_info is not None
    assert file.content_info.mime is not None
    assert file.content_info.mime.type == "image"
    image = file.content_info.image
    assert image is not None
    assert image.geo_location is not None
    assert (image.width, image.height, image.dpi) == (500, 500, [72.0, 72.5])
    assert image.geo_location.latitude == -1.5


def test_results_of_addons_have_types(file: FileInfo) -> None:
    assert file.appdata is not None
    detected = file.appdata.aws_rekognition_detect_labels
    assert detected is not None
    assert (detected.version, detected.data.label_model_version) == ("2016-06-27", "3.0")
    (label,) = detected.data.labels
    assert (label.name, label.confidence) == ("Cat", 99.5)
    assert [parent.name for parent in label.parents] == ["Animal"]
    assert label.extra == {"Aliases": ["Puss"]}
    box = label.instances[0].bounding_box
    assert box is not None
    assert (box.height, box.left, box.top, box.width) == (1, 0.5, 0.25, 0.5)
    assert file.appdata.uc_clamav_virus_scan is None
    assert file.appdata.extra == {"taste": {"data": "sweet"}}


def test_a_signing_secret_is_not_shown() -> None:
    facts = {"id": 1, "event": "file.uploaded", "target_url": "https://example.com/hook"}
    hook = Webhook.from_json(json.dumps({**facts, "is_active": True, "signing_secret": "hush"}))
    assert hook.signing_secret == "hush"
    assert "hush" not in repr(hook)
    assert "signing_secret='<redacted>'" in repr(hook)
    assert pickle.loads(pickle.dumps(hook)) == hook


def test_what_is_unknown_is_kept(file: FileInfo) -> None:
    assert file.extra == {"scent": {"notes": ["pine", None, 7], "fresh": True}}
    assert file.content_info is not None
    assert file.content_info.image is not None
    assert file.content_info.image.color_mode == "HOLOGRAM"
    assert type(file.content_info.image.color_mode) is str
    assert file.to_dict()["scent"] == SAMPLE["scent"]
    assert json.loads(file.to_json()) == file.to_dict()


def test_frozen(file: FileInfo) -> None:
    with pytest.raises(AttributeError):
        file.size = 1  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    with pytest.raises(AttributeError):
        file.anything = 1  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    with pytest.raises(TypeError):
        FileInfo()  # pyright: ignore[reportCallIssue]


def test_equality(file: FileInfo) -> None:
    assert file == FileInfo.from_json(json.dumps(SAMPLE))
    assert file != FileInfo.from_json(json.dumps({**SAMPLE, "size": 1}))
    assert file != "a file"
    with pytest.raises(TypeError, match="unhashable"):
        hash(file)


def test_repr_shows_every_field(file: FileInfo) -> None:
    text = repr(file)
    assert text.startswith("FileInfo(uuid='21975c81-7f57-4c7a-aef9-acfe28779f78', url=")
    for part in ("size=5000000000", "datetime.datetime(2018, 11, 26", "extra={'scent'"):
        assert part in text


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickle(file: FileInfo, protocol: int) -> None:
    assert pickle.loads(pickle.dumps(file, protocol)) == file


def test_copies(file: FileInfo) -> None:
    assert copy.copy(file) == file
    assert copy.deepcopy([file, file.content_info]) == [file, file.content_info]


def test_bad_json_is_a_value_error() -> None:
    for text in ("", "[]", "{}", '{"total": "many", "per_page": 1}'):
        with pytest.raises(ValueError, match="line 1"):
            PageInfo.from_json(text)


def test_every_model_is_public() -> None:
    models = dict(inspect.getmembers(_native, inspect.isclass))
    assert len(models) > 40
    for name, model in models.items():
        if not name.startswith("Native"):
            assert getattr(uploadcare_sdk, name) is model
            assert name in PUBLIC
            assert model.__module__ == "uploadcare_sdk"
            assert model.__doc__
