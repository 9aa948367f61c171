from __future__ import annotations

from ._lists import AsyncItemList, ItemList

TYPE_CHECKING = False

if TYPE_CHECKING:
    from uuid import UUID

    from typing_extensions import Unpack

    from ._generated._native import FileInfo
    from ._generated.options import GetFileOptions, ListFilesOptions
    from ._link import Link


class Files:
    """Files of the project (REST API: Files)."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def get(self, uuid: str | UUID, **options: Unpack[GetFileOptions]) -> FileInfo:
        """Gets one file. A removed file is still found, with `datetime_removed` set.

        `uuid`: identifier of the file.
        `options`: what to fetch of it; see `GetFileOptions`.

        Raises `InvalidParameterError` if `uuid` is none, `NotFoundError` if the project has no
        such file. Reference: REST API, File info.
        """
        return self._link.native.files_get(str(uuid), options)

    def list(self, **options: Unpack[ListFilesOptions]) -> ItemList[FileInfo]:
        """Lists files, one by one or page by page. Nothing is sent until the first is asked for.

        `options`: which files, in which order, 1 to 1000 (default 100) per page; see
        `ListFilesOptions`.

        Raises `InvalidParameterError` for an option out of its range or an unreadable cursor.
        Reference: REST API, List of files.
        """
        return ItemList("files", self._link.native.files_list(options))


class AsyncFiles:
    """Files of the project (REST API: Files)."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def get(self, uuid: str | UUID, **options: Unpack[GetFileOptions]) -> FileInfo:
        """Gets one file. A removed file is still found, with `datetime_removed` set.

        `uuid`: identifier of the file.
        `options`: what to fetch of it; see `GetFileOptions`.

        Raises `InvalidParameterError` if `uuid` is none, `NotFoundError` if the project has no
        such file. Reference: REST API, File info.
        """
        return await self._link.native.files_get_async(str(uuid), options)

    def list(self, **options: Unpack[ListFilesOptions]) -> AsyncItemList[FileInfo]:
        """Lists files, one by one or page by page. Nothing is sent until the first is asked for.

        `options`: which files, in which order, 1 to 1000 (default 100) per page; see
        `ListFilesOptions`.

        Raises `InvalidParameterError` for an option out of its range or an unreadable cursor.
        Reference: REST API, List of files.
        """
        return AsyncItemList("files", self._link.native.files_list(options))
