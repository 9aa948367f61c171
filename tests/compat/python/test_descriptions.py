"""What is known of files beside their bytes: metadata, tags; and the search for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyuploadcare import File, FileSearchRequest, TagsFilter, Uploadcare
from pyuploadcare.exceptions import InvalidRequestError

if TYPE_CHECKING:
    from collections.abc import Callable

    from local_emulator import Project


def test_metadata(client: Uploadcare, upload: Callable[..., File]) -> None:
    file = upload()
    api = client.metadata_api
    assert api.get_all_metadata(file.uuid) == {}
    assert api.update_or_create_key(file.uuid, "pet", "cat") == "cat"
    assert api.update_or_create_key(file.uuid, "pet", "dog") == "dog"
    assert api.update_or_create_key(file.uuid, "-:45az_", "naïve ☃") == "naïve ☃"
    assert api.get_all_metadata(file.uuid) == {"pet": "dog", "-:45az_": "naïve ☃"}
    assert api.get_key(file.uuid, "-:45az_") == "naïve ☃"
    api.delete_key(file.uuid, "pet")
    with pytest.raises(InvalidRequestError, match="Not found"):
        api.get_key(file.uuid, "pet")
    with pytest.raises(InvalidRequestError, match="Not found"):
        api.delete_key(file.uuid, "pet")
    assert client.file(file.uuid).info["metadata"] == {"-:45az_": "naïve ☃"}


def test_tags(client: Uploadcare, upload: Callable[..., File]) -> None:
    file = upload()
    assert file.get_tags() == []
    changed = file.set_tags([" Cat ", "animal", "cat"])
    assert (changed.tags, changed.added, changed.deleted) == (
        ["cat", "animal"],
        ["animal", "cat"],
        [],
    )
    changed = file.update_tags(add=["cute"], delete=["animal", "absent"])
    assert (changed.tags, changed.added, changed.deleted) == (["cat", "cute"], ["cute"], ["animal"])
    assert client.file(file.uuid).get_tags() == ["cat", "cute"]
    assert file.update_tags().tags == ["cat", "cute"]
    assert file.set_tags([]).deleted == ["cat", "cute"]
    assert len(file.set_tags([f"tag-{number}" for number in range(50)]).tags) == 50
    with pytest.raises(InvalidRequestError):
        file.update_tags(add=["one-too-many"])


def test_search(client: Uploadcare, upload: Callable[..., File]) -> None:
    sunset = upload(name="sunset.txt", metadata={"place": "Reykjavik"}, tags=["sea", "evening"])
    sunrise = upload(name="sunrise.txt", metadata={"place": "Oslo"}, tags=["sea"])
    other = upload(b"longer than others", name="report.txt")

    found = client.search_files({"query": "sunset"})
    assert (found.total, found.per_page, found.next) == (1, 20, None)
    [hit] = found.results
    assert str(hit.uuid) == sunset.uuid
    assert "<em>" in hit.highlight.original_filename[0]
    assert hit.tags == ["sea", "evening"]

    def uuids(request: FileSearchRequest | dict) -> list[str]:
        return [str(file.uuid) for file in client.search_files(request).results]

    by_tag = FileSearchRequest(tags=TagsFilter(all_=["sea"], none_=["evening"]))
    assert uuids(by_tag) == [sunrise.uuid]
    assert uuids({"exact": {"metadata": {"place": ["Oslo"]}}}) == [sunrise.uuid]
    assert uuids({"phrase": {"metadata": "Reykjavik"}}) == [sunset.uuid]
    assert uuids({"size": {"gt": 10}}) == [other.uuid]
    assert uuids({"is_image": False, "sort": ["original_filename"]}) == [
        other.uuid,
        sunrise.uuid,
        sunset.uuid,
    ]


def test_search_page_by_page(client: Uploadcare, project: Project) -> None:
    project.control("POST", "files", {"count": 25, "filename": "page-{n}.txt", "tags": ["many"]})
    request = {"tags": {"any": ["many"]}, "sort": ["datetime_uploaded"]}
    found = client.iterate_search_files(request, request_limit=10)
    names = [file.original_filename for file in found]
    assert names == [f"page-{number}.txt" for number in range(1, 26)]
    few = client.iterate_search_files(request, limit=12, request_limit=5, offset=3)
    assert [file.original_filename for file in few] == names[3:15]
    page = client.search_files(request, limit=10, offset=20)
    assert (len(page.results), page.total, page.next) == (5, 25, None)
    assert page.previous is not None
