"""Groups, as users of pyuploadcare work with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyuploadcare import File, Uploadcare
from pyuploadcare.exceptions import InvalidRequestError

if TYPE_CHECKING:
    from collections.abc import Callable


def test_create_and_info(client: Uploadcare, upload: Callable[..., File]) -> None:
    first, second = upload(name="1.txt"), upload(name="2.txt")
    # The client posts to `/group//` (facts, §24).
    group = client.create_file_group([first, client.file(f"{second.uuid}/-/resize/x80/")])
    assert len(group) == 2
    assert group.id.endswith("~2")
    group.update_info()
    assert [file.filename for file in group] == ["1.txt", "2.txt"]
    assert [file.uuid for file in group] == [first.uuid, second.uuid]
    info = client.file_group(group.id).info
    assert info["files_count"] == 2
    assert info["cdn_url"] == group.cdn_url
    assert group.is_stored

    second.delete()
    group.update_info()
    assert group[1] is None
    assert [file.uuid for file in group] == [first.uuid]


def test_storing_all_files(client: Uploadcare, upload: Callable[..., File]) -> None:
    files = [upload(name=f"{number}.txt", store=False) for number in range(3)]
    group = client.create_file_group(files)
    group.update_info()
    assert not group.is_stored
    assert group.store()
    assert all(client.file(file.uuid).is_stored for file in files)


def test_a_list_is_walked_page_by_page(client: Uploadcare, upload: Callable[..., File]) -> None:
    file = upload()
    ids = [client.create_file_group([file]).id for _ in range(5)]
    assert [group.id for group in client.list_file_groups(request_limit=2)] == ids
    backwards = client.list_file_groups(ordering="-datetime_created", limit=3, request_limit=2)
    assert [group.id for group in backwards] == ids[:1:-1]
    assert client.list_file_groups().count() == 5


def test_delete(client: Uploadcare, upload: Callable[..., File]) -> None:
    kept, gone = upload(), upload()
    group = client.create_file_group([kept])
    group.delete()
    assert group.is_deleted
    with pytest.raises(InvalidRequestError, match="Not found"):
        client.file_group(group.id).update_info()
    assert not client.file(kept.uuid).is_removed

    client.create_file_group([gone]).delete(delete_files=True)
    assert client.file(gone.uuid).is_removed
    assert client.list_file_groups().count() == 0
