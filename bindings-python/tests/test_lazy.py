"""Files and groups that stay the text they came as until an attribute is read."""

from __future__ import annotations

import json
import pickle
import random
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from conftest import Service
from observed import fields
from test_models import SAMPLE
from uploadcare_sdk import FileInfo, GroupInfo, Uploadcare
from uploadcare_sdk.exceptions import UploadcareError

ODD: list[str] = [
    *("null", "true", "0", "7", "-1.5", "6.0", "1e3", '"6"', '""', '"a"', '"\\u0041\\n"', '"И"'),
    *('"2018-11-26T12:49:10Z"', '"2018-11-26T12:49:10.5+02:00"', "[]", "{}", '["a", "b"]'),
    *(
        '{"a": "b", "a": "c"}',
        '{"mime": null, "image": {"width": 1}}',
        '{"data": [1, {"x": null}]}',
    ),
    *('{"a": 1}', "18446744073709551615", '"\\ud83d\\ude00"'),
]


def odd_file(seed: int) -> str:
    """A file some of whose fields are something else, twice there, or gone."""
    chance = random.Random(seed)
    members = [
        (name, json.dumps(value, ensure_ascii=chance.random() < 0.5))
        for name, value in SAMPLE.items()
    ]
    names = [*SAMPLE, "default_effects", "highlight", "s\\u0069ze", "new"]
    for _ in range(chance.randrange(4)):
        name = chance.choice(names)
        if chance.random() < 0.5:
            members = [member for member in members if member[0] != name]
        members.append((name, chance.choice(ODD)))
    chance.shuffle(members)
    return "{" + " , ".join(f'"{name}" : {value}' for name, value in members) + "}"


def decoded(text: str) -> FileInfo:
    """The same file, decoded when it came: as one of a group that was got by itself."""
    group = {"id": "a~1", "datetime_created": SAMPLE["datetime_uploaded"], "files_count": 1}
    head = json.dumps({**group, "cdn_url": "", "url": ""})
    whole = GroupInfo.from_json(f'{head[:-1]}, "files": [{text}]}}')
    (file,) = whole.files
    assert file is not None
    return file


@pytest.mark.parametrize("block", range(20))
def test_attributes_are_the_same_decoded_late_or_at_once(block: int) -> None:
    right = 0
    for seed in range(block * 50, block * 50 + 50):
        text = odd_file(seed)
        try:
            eager = decoded(text)
        except ValueError:
            with pytest.raises(ValueError, match="line 1"):
                FileInfo.from_json(text)
            continue
        right += 1
        file = FileInfo.from_json(text)
        for name in fields(file):
            mine, other = getattr(file, name), getattr(eager, name)
            assert mine == other, f"{name} of {text}"
            assert type(mine) is type(other)
        assert file == eager
        assert eager == file
        assert json.loads(file.to_json()) == json.loads(eager.to_json()) == file.to_dict()
        assert pickle.loads(pickle.dumps(file)) == file
        assert type(pickle.loads(pickle.dumps(eager))) is type(file) is FileInfo
    assert right > 5


def test_threads_read_the_same_object() -> None:
    file = FileInfo.from_json(json.dumps(SAMPLE))
    barrier = Barrier(8)

    def read(_: int) -> list[Any]:
        barrier.wait()
        return [[getattr(file, name) for name in fields(file)] for _ in range(200)]

    with ThreadPoolExecutor(8) as pool:
        for seen in pool.map(read, range(8)):
            assert seen == [[getattr(file, name) for name in fields(file)]] * 200


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("size", "5.5"),
        ("original_filename", "null"),
        ("datetime_uploaded", '"yesterday"'),
        ("content_info", '{"mime": {"mime": 1}}'),
        ("metadata", '{"a": null}'),
        ("tags", '["a", 1]'),
        ("variations", "[]"),
    ],
)
def test_wrong_shapes_are_an_error_of_the_page(
    service: Service, client: Uploadcare, name: str, value: str
) -> None:
    items = [{**SAMPLE, name: json.loads(value)}]
    page = {
        "next": None,
        "previous": None,
        "total": 1,
        "per_page": 100,
        "results": [SAMPLE, *items],
    }
    service.fault(respond={"status": 200, "body": page})
    with pytest.raises(UploadcareError, match="not what the API describes") as caught:
        next(iter(client.files.list()))
    assert caught.value.kind == "decode"


def test_groups_of_lists(service: Service, client: Uploadcare) -> None:
    group = {"id": "a~1", "datetime_created": SAMPLE["datetime_uploaded"], "files_count": "1"}
    group = {**group, "cdn_url": "c", "url": "u", "more": {"a": [1]}}
    page = {"next": None, "previous": None, "total": 1, "per_page": 100, "results": [group]}
    service.fault(respond={"status": 200, "body": page})
    (listed,) = client.groups.list()
    assert type(listed) is GroupInfo
    assert (listed.id, listed.files_count, listed.files) == ("a~1", 1, [])
    assert listed.extra == {"more": {"a": [1]}}
    assert listed == GroupInfo.from_json(json.dumps(group))
    assert repr(listed).startswith("GroupInfo(id='a~1', datetime_created=datetime.datetime(2018")
