"""The parts of a client: what is generated, and what stands for a file or a group."""

from __future__ import annotations

import inspect
import json
from keyword import iskeyword
from typing import Any
from uuid import UUID

import pytest
import uploadcare_sdk
from conftest import PUBLIC, ROOT, Service
from uploadcare_sdk import (
    AccountClient,
    AsyncUploadcare,
    FileInfo,
    FileReference,
    GroupInfo,
    InvalidParameterError,
    SearchOptions,
    Transformation,
    Uploadcare,
)

OPERATIONS: dict[str, Any] = json.loads(
    (ROOT / "tests/cases/operations/operations.json").read_text("utf-8")
)
WRONG: Any = 3


def test_sync_and_async_have_the_same_names() -> None:
    pairs = [
        (value, getattr(uploadcare_sdk, f"Async{name}"))
        for name, value in vars(uploadcare_sdk).items()
        if f"Async{name}" in vars(uploadcare_sdk)
    ]
    assert len(pairs) == 23
    for plain, asynchronous in pairs:
        names = [name for name in dir(plain) if not name.startswith("_")]
        assert names == [name for name in dir(asynchronous) if not name.startswith("_")]
        for name in names:
            one, other = getattr(plain, name), getattr(asynchronous, name)
            if inspect.isfunction(one):
                assert inspect.getdoc(one)
                assert list(inspect.signature(one).parameters) == list(
                    inspect.signature(other).parameters
                )


@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_operation_is_there_and_has_its_docs(operation: str, client: Uploadcare) -> None:
    field, _, name = operation.partition(".")
    if field == "transformation":
        method = getattr(Transformation(), name)
    else:
        owner = client if hasattr(client, field) else AccountClient("token")
        method = getattr(getattr(owner, field), name)
    parameters = inspect.signature(method).parameters
    names = [parameter["name"] for parameter in OPERATIONS[operation]["parameters"]]
    wanted = [f"{name}_" if iskeyword(name) else name for name in names]
    assert list(parameters) == wanted + ["options"] * OPERATIONS[operation]["has_options"]
    doc = inspect.getdoc(method) or ""
    assert "Reference: " in doc or operation == "jobs.open"
    for parameter in wanted:
        assert f"\n    {parameter}: " in doc
    assert not {"`not_found`", "`invalid_parameter`", "null", "Into"} & set(doc.split())


def test_whatever_stands_for_a_file(service: Service, client: Uploadcare) -> None:
    uploaded = client.uploads.upload(b"content", filename="a.txt")
    file = client.files.get(uploaded)
    references = (
        file,
        file.uuid,
        file.uuid.upper(),
        UUID(file.uuid),
        f"https://ucarecdn.com/{file.uuid}/-/preview/",
        file.original_file_url or "",
    )
    for reference in references:
        assert client.files.get(reference) == file
    assert service.sent()[-1] == f"GET /files/{file.uuid}/"
    with pytest.raises(TypeError, match=r"^file must be a UUID.* not int"):
        client.files.get(WRONG)
    with pytest.raises(TypeError, match="not NoneType"):
        client.tags.get(None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(InvalidParameterError) as caught:
        client.files.get("a.txt")
    assert caught.value.parameter == "file"


def test_whatever_stands_for_many_files(service: Service, client: Uploadcare) -> None:
    service.seed(3)
    uploaded = client.uploads.upload(b"content")
    files = list(client.files.list())
    mixed: list[FileReference] = [
        files[0],
        UUID(files[1].uuid),
        f"https://ucarecdn.com/{files[2].uuid}/",
        uploaded,
    ]
    stored = client.files.store_many(iter(mixed))
    assert [file.uuid for file in stored.files] == [file.uuid for file in files]
    assert client.files.store_many([]).files == []
    deleted = client.files.delete_many(client.files.list(), concurrency=1)
    assert len(deleted.files) == 4
    not_many: list[Any] = [files[0].uuid, files[0], WRONG, b"abc"]
    for wrong in not_many:
        with pytest.raises(TypeError, match="files must be an iterable, not"):
            client.files.delete_many(wrong)
    with pytest.raises(TypeError, match=r"each of files must be a UUID.* not int"):
        client.files.delete_many([files[0], WRONG])


async def test_whatever_stands_for_a_group(service: Service, async_client: AsyncUploadcare) -> None:
    uploaded = await async_client.uploads.upload(b"content")
    made = service.arrange("groups", {"files": [uploaded.uuid], "count": 3})
    infos = [info async for info in async_client.groups.list(limit=2)]
    assert [type(info) for info in infos] == [GroupInfo] * 3
    group = await async_client.groups.get(made["first_id"])
    assert [file and file.uuid for file in group.files] == [uploaded.uuid]
    for reference in (group, infos[0], f"https://ucarecdn.com/{group.id}/"):
        assert await async_client.groups.get(reference) == group
    with pytest.raises(TypeError, match="group must be an identifier"):
        await async_client.groups.get(WRONG)
    gone: object = await async_client.groups.delete(infos[1])  # type: ignore[func-returns-value]
    assert gone is None
    result = await async_client.groups.delete_with_files(group)
    assert [file.uuid for file in result.files] == [uploaded.uuid]


def test_other_arguments(client: Uploadcare) -> None:
    uuid = client.uploads.upload(b"content").uuid
    assert client.tags.replace(uuid, {"river"}).tags == ["river"]
    for wrong in ("river", WRONG):
        with pytest.raises(TypeError, match="tags must be an iterable"):
            client.tags.replace(uuid, wrong)
    with pytest.raises(TypeError, match="'tags'"):
        client.tags.replace(uuid, [WRONG])
    with pytest.raises(TypeError, match="'key'"):
        client.metadata.get(uuid, WRONG)
    with pytest.raises(InvalidParameterError) as caught:
        client.metadata.get(uuid, "\ud800")
    assert caught.value.parameter == "key"
    with pytest.raises(InvalidParameterError) as caught:
        client.webhooks.get(2**64)
    assert caught.value.parameter == "id"
    with pytest.raises(TypeError, match="'id'"):
        client.webhooks.get("first")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    gone: object = client.metadata.set(uuid, "album", "summer")
    assert gone == "summer"
    gone = client.metadata.delete(uuid, "album")  # type: ignore[func-returns-value]
    assert gone is None


def test_options_within_options(client: Uploadcare) -> None:
    wrong: dict[str, tuple[Any, str]] = {
        "tags": ({"some": ["river"]}, "unexpected keyword argument 'some'"),
        "size": ({"gt": "large"}, "'gt'"),
        "sort": ([3], "'sort'"),
        "exact": ("a.txt", "'exact'"),
    }
    for name, (value, message) in wrong.items():
        with pytest.raises(TypeError, match=message):
            client.files.search(**{name: value})
    with pytest.raises(InvalidParameterError) as caught:
        client.files.search(datetime_uploaded={"gt": "yesterday"})
    assert caught.value.parameter == "datetime_uploaded"
    with pytest.raises(InvalidParameterError) as caught:
        client.files.search()
    assert caught.value.parameter == "options"


async def test_search(client: Uploadcare, async_client: AsyncUploadcare) -> None:
    for size in (3, 1, 2):
        client.uploads.upload(b"x" * size, filename=f"{size}.txt", tags=["river"])
    client.uploads.upload(b"other", tags=["lake"])
    options: SearchOptions = {"tags": {"any": ["river"]}, "sort": ["-size"], "limit": 2}
    found = client.files.search(**options)
    assert repr(found) == "<ItemList of files>"
    sizes: list[int] = []
    for file in found:
        assert isinstance(file, FileInfo)
        sizes.append(file.size)
        if len(sizes) == 2:
            break
    cursor = found.cursor()
    assert [file.size for file in client.files.search(cursor=cursor)] == [1]
    assert [file.size for file in found.backward()] == [2, 3]
    assert sizes == [3, 2]
    pages = [page async for page in async_client.files.search(**options).pages()]
    assert [len(page) for page in pages] == [2, 1]


def test_the_types_of_arguments_are_public() -> None:
    for name in PUBLIC:
        assert hasattr(uploadcare_sdk, name), name
    assert isinstance("a text", FileReference)
    with pytest.raises(AttributeError, match="no attribute 'Nonsense'"):
        uploadcare_sdk.Nonsense  # type: ignore[attr-defined]  # pyright: ignore  # noqa: B018
