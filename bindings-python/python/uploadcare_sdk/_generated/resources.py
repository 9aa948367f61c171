# Made from the Rust definitions by `cargo xtask generate`. Do not edit.
"""The parts of a client."""

from __future__ import annotations

from .._jobs import AsyncJob, ConversionBatch, Job
from .._link import Resource
from .._lists import AsyncItemList, ItemList
from .._references import date_text, file_text, file_texts, group_text, texts

TYPE_CHECKING = False

if TYPE_CHECKING:
    import builtins
    from collections.abc import Iterable
    from datetime import date

    from typing_extensions import Unpack

    from .._link import Link
    from .._types import FileReference, GroupReference
    from ._native import (
        AccountProject,
        BatchResult,
        Color,
        DeliveryHosts,
        DeliveryInfo,
        DeliveryUrl,
        DocumentInfo,
        Face,
        FileInfo,
        GroupInfo,
        JobStatus,
        MetricUsage,
        MultipartUpload,
        NewProjectSecret,
        ProjectInfo,
        ProjectSecret,
        RemoteCopy,
        SignedUrl,
        TagsChange,
        UploadGroupInfo,
        UploadInfo,
        UploadSignature,
        UploadToken,
        Usage,
        Webhook,
    )
    from .options import (
        BatchOptions,
        ConvertDocumentsOptions,
        ConvertVideosOptions,
        CopyLocalOptions,
        CopyRemoteOptions,
        CreateProjectOptions,
        CreateUploadSignatureOptions,
        CreateUploadTokenOptions,
        CreateWebhookOptions,
        DeliveryInfoOptions,
        DeliveryUrlOptions,
        DocumentPathOptions,
        ExecuteAddonOptions,
        FromUrlOptions,
        GetFileOptions,
        GifToVideoOptions,
        GroupUrlOptions,
        ListFilesOptions,
        ListGroupsOptions,
        ListProjectsOptions,
        MainColorsOptions,
        ProxyUrlOptions,
        RemoveBackgroundOptions,
        ScanForVirusesOptions,
        SearchOptions,
        SignUrlOptions,
        SrcsetOptions,
        UpdateProjectOptions,
        UpdateTagsOptions,
        UpdateWebhookOptions,
        UploadOptions,
        UsageMetric,
        VerifyUrlOptions,
        VideoPathOptions,
        WaitOptions,
        WebhookEvent,
    )


class Files(Resource):
    """Files of the project (REST API: Files)."""

    __slots__ = ()

    def list(self, **options: Unpack[ListFilesOptions]) -> ItemList[FileInfo]:
        """Lists files, one by one or page by page.

        Nothing is sent until the first is asked for.

        Reference: REST API, List of files.

        Args:
            **options: Which files, in which order; see `ListFilesOptions`.

        Raises:
            InvalidParameterError: For an option out of its range or an unreadable cursor.
        """
        return ItemList("files", self._link.native.files_list(options))

    def list_slices(self, count: int, **options: Unpack[ListFilesOptions]) -> builtins.list[str]:
        """Divides a list among several processes or machines: parts of about the same size, each as
        text to be given as the `cursor` of a list of its own, wherever that runs.

        Together they have every one of the files once.

        Sizes are estimated by looking at some places: some ten requests for each part. A list that
        is short has fewer parts. What comes while they are read is in the last part, or not at all.

        Reference: REST API, List of files.

        Args:
            count: Parts, 1 to 1000, at most. A few for each reader even out what was estimated
                badly.
            **options: Which files. How they are read is said when a part is read; see
                `ListFilesOptions`.

        Returns:
            The parts, oldest first; the files of a part come in any order.

        Raises:
            InvalidParameterError: For an option out of its range, or a `cursor`.
        """
        return self._link.native.files_list_slices(count, options)

    def search(self, **options: Unpack[SearchOptions]) -> ItemList[FileInfo]:
        """Finds files by their names, types, metadata, tags, sizes and dates, one by one or page by
        page.

        Nothing is sent until the first is asked for.

        New files are found after some seconds. Without `sort` the best matches come first, and
        pages may overlap: give a `sort` to walk through many.

        Reference: REST API, File search.

        Args:
            **options: What to find; at least one condition; see `SearchOptions`.

        Raises:
            InvalidParameterError: For an option out of its range, or without any condition.
            SearchWindowError: On the way past the first 999 results, which is as far as the
                service goes.
            RejectedError: With `field_errors` for what the service refuses.
        """
        return ItemList("files", self._link.native.files_search(options))

    def get(self, file: FileReference, **options: Unpack[GetFileOptions]) -> FileInfo:
        """Gets one file.

        A removed file is still found, with `datetime_removed` set.

        Reference: REST API, File info.

        Args:
            file: The file.
            **options: What to fetch of it; see `GetFileOptions`.

        Raises:
            InvalidParameterError: If it is no file.
            NotFoundError: If the project has no such file.
        """
        return self._link.native.files_get(file_text(file, "file"), options)

    def store(self, file: FileReference) -> FileInfo:
        """Stores one file, so that it is kept.

        A temporary file is removed after 24 hours.

        Reference: REST API, Store file.

        Args:
            file: The file.

        Raises:
            InvalidParameterError: If it is no file.
            NotFoundError: If the project has no such file.
        """
        return self._link.native.files_store(file_text(file, "file"))

    def delete(self, file: FileReference) -> FileInfo:
        """Deletes one file for good.

        Copies in the caches of the CDN stay a while.

        Reference: REST API, Delete file.

        Args:
            file: The file.

        Returns:
            The file with `datetime_removed` set.

        Raises:
            InvalidParameterError: If it is no file.
            NotFoundError: If the project has no such file.
        """
        return self._link.native.files_delete(file_text(file, "file"))

    def store_many(
        self, files: Iterable[FileReference], **options: Unpack[BatchOptions]
    ) -> BatchResult:
        """Stores any number of files, 100 per request, several requests at a time.

        A failed request costs nothing of the others: what it was about comes back in the result.

        Reference: REST API, Batch file storing.

        Args:
            files: The files. None are no error: nothing is sent then.
            **options: How to go about it; see `BatchOptions`.

        Returns:
            Every file stored and every problem, each in the order given.

        Raises:
            InvalidParameterError: For an option out of its range.
            UploadcareError: If all requests fail, the error of the first.
        """
        return self._link.native.files_store_many(file_texts(files, "files"), options)

    def delete_many(
        self, files: Iterable[FileReference], **options: Unpack[BatchOptions]
    ) -> BatchResult:
        """Deletes any number of files for good, 100 per request, several requests at a time.

        A failed request costs nothing of the others: what it was about comes back in the result.

        Reference: REST API, Batch file delete.

        Args:
            files: The files. None are no error: nothing is sent then.
            **options: How to go about it; see `BatchOptions`.

        Returns:
            Every file deleted and every problem, each in the order given.

        Raises:
            InvalidParameterError: For an option out of its range.
            UploadcareError: If all requests fail, the error of the first.
        """
        return self._link.native.files_delete_many(file_texts(files, "files"), options)

    def copy_local(self, file: FileReference, **options: Unpack[CopyLocalOptions]) -> FileInfo:
        """Copies a file within the project, with the transformations of its URL if it has any.

        The service answers before the copy is made: until then it has the size 0 and no
        `content_info`. Set `wait` to get it settled. Up to 5 GB, with transformations 100 MB.

        Reference: REST API, Copy file to local storage.

        Args:
            file: The file, or its CDN URL with transformations.
            **options: Whether to store the copy, its metadata, and whether to wait; see
                `CopyLocalOptions`.

        Returns:
            The copy.

        Raises:
            InvalidParameterError: For what is no file or an option out of its range.
            RejectedError: For a file that cannot be copied.
            WaitTimeoutError: If the copy has not settled in time.
        """
        return self._link.native.files_copy_local(file_text(file, "file"), options)

    def copy_remote(
        self, file: FileReference, target: str, **options: Unpack[CopyRemoteOptions]
    ) -> RemoteCopy:
        """Copies a file, with the transformations of its URL if it has any, to a storage of your
        own that is connected to the project.

        Up to 5 GB.

        Reference: REST API, Copy file to remote storage.

        Args:
            file: The file, or its CDN URL with transformations.
            target: Name of the storage, as the project has it.
            **options: Name and visibility of the copy; see `CopyRemoteOptions`.

        Returns:
            Where the copy is, and whether it was there already.

        Raises:
            InvalidParameterError: For what is no file or an empty name.
            RejectedError: For an unknown storage or a bad pattern.
        """
        return self._link.native.files_copy_remote(file_text(file, "file"), target, options)


class AsyncFiles(Resource):
    """Files of the project (REST API: Files)."""

    __slots__ = ()

    def list(self, **options: Unpack[ListFilesOptions]) -> AsyncItemList[FileInfo]:
        """Lists files, one by one or page by page.

        Nothing is sent until the first is asked for.

        Reference: REST API, List of files.

        Args:
            **options: Which files, in which order; see `ListFilesOptions`.

        Raises:
            InvalidParameterError: For an option out of its range or an unreadable cursor.
        """
        return AsyncItemList("files", self._link.native.files_list(options))

    async def list_slices(
        self, count: int, **options: Unpack[ListFilesOptions]
    ) -> builtins.list[str]:
        """Divides a list among several processes or machines: parts of about the same size, each as
        text to be given as the `cursor` of a list of its own, wherever that runs.

        Together they have every one of the files once.

        Sizes are estimated by looking at some places: some ten requests for each part. A list that
        is short has fewer parts. What comes while they are read is in the last part, or not at all.

        Reference: REST API, List of files.

        Args:
            count: Parts, 1 to 1000, at most. A few for each reader even out what was estimated
                badly.
            **options: Which files. How they are read is said when a part is read; see
                `ListFilesOptions`.

        Returns:
            The parts, oldest first; the files of a part come in any order.

        Raises:
            InvalidParameterError: For an option out of its range, or a `cursor`.
        """
        return await self._link.native.files_list_slices_async(count, options)

    def search(self, **options: Unpack[SearchOptions]) -> AsyncItemList[FileInfo]:
        """Finds files by their names, types, metadata, tags, sizes and dates, one by one or page by
        page.

        Nothing is sent until the first is asked for.

        New files are found after some seconds. Without `sort` the best matches come first, and
        pages may overlap: give a `sort` to walk through many.

        Reference: REST API, File search.

        Args:
            **options: What to find; at least one condition; see `SearchOptions`.

        Raises:
            InvalidParameterError: For an option out of its range, or without any condition.
            SearchWindowError: On the way past the first 999 results, which is as far as the
                service goes.
            RejectedError: With `field_errors` for what the service refuses.
        """
        return AsyncItemList("files", self._link.native.files_search(options))

    async def get(self, file: FileReference, **options: Unpack[GetFileOptions]) -> FileInfo:
        """Gets one file.

        A removed file is still found, with `datetime_removed` set.

        Reference: REST API, File info.

        Args:
            file: The file.
            **options: What to fetch of it; see `GetFileOptions`.

        Raises:
            InvalidParameterError: If it is no file.
            NotFoundError: If the project has no such file.
        """
        return await self._link.native.files_get_async(file_text(file, "file"), options)

    async def store(self, file: FileReference) -> FileInfo:
        """Stores one file, so that it is kept.

        A temporary file is removed after 24 hours.

        Reference: REST API, Store file.

        Args:
            file: The file.

        Raises:
            InvalidParameterError: If it is no file.
            NotFoundError: If the project has no such file.
        """
        return await self._link.native.files_store_async(file_text(file, "file"))

    async def delete(self, file: FileReference) -> FileInfo:
        """Deletes one file for good.

        Copies in the caches of the CDN stay a while.

        Reference: REST API, Delete file.

        Args:
            file: The file.

        Returns:
            The file with `datetime_removed` set.

        Raises:
            InvalidParameterError: If it is no file.
            NotFoundError: If the project has no such file.
        """
        return await self._link.native.files_delete_async(file_text(file, "file"))

    async def store_many(
        self, files: Iterable[FileReference], **options: Unpack[BatchOptions]
    ) -> BatchResult:
        """Stores any number of files, 100 per request, several requests at a time.

        A failed request costs nothing of the others: what it was about comes back in the result.

        Reference: REST API, Batch file storing.

        Args:
            files: The files. None are no error: nothing is sent then.
            **options: How to go about it; see `BatchOptions`.

        Returns:
            Every file stored and every problem, each in the order given.

        Raises:
            InvalidParameterError: For an option out of its range.
            UploadcareError: If all requests fail, the error of the first.
        """
        return await self._link.native.files_store_many_async(file_texts(files, "files"), options)

    async def delete_many(
        self, files: Iterable[FileReference], **options: Unpack[BatchOptions]
    ) -> BatchResult:
        """Deletes any number of files for good, 100 per request, several requests at a time.

        A failed request costs nothing of the others: what it was about comes back in the result.

        Reference: REST API, Batch file delete.

        Args:
            files: The files. None are no error: nothing is sent then.
            **options: How to go about it; see `BatchOptions`.

        Returns:
            Every file deleted and every problem, each in the order given.

        Raises:
            InvalidParameterError: For an option out of its range.
            UploadcareError: If all requests fail, the error of the first.
        """
        return await self._link.native.files_delete_many_async(file_texts(files, "files"), options)

    async def copy_local(
        self, file: FileReference, **options: Unpack[CopyLocalOptions]
    ) -> FileInfo:
        """Copies a file within the project, with the transformations of its URL if it has any.

        The service answers before the copy is made: until then it has the size 0 and no
        `content_info`. Set `wait` to get it settled. Up to 5 GB, with transformations 100 MB.

        Reference: REST API, Copy file to local storage.

        Args:
            file: The file, or its CDN URL with transformations.
            **options: Whether to store the copy, its metadata, and whether to wait; see
                `CopyLocalOptions`.

        Returns:
            The copy.

        Raises:
            InvalidParameterError: For what is no file or an option out of its range.
            RejectedError: For a file that cannot be copied.
            WaitTimeoutError: If the copy has not settled in time.
        """
        return await self._link.native.files_copy_local_async(file_text(file, "file"), options)

    async def copy_remote(
        self, file: FileReference, target: str, **options: Unpack[CopyRemoteOptions]
    ) -> RemoteCopy:
        """Copies a file, with the transformations of its URL if it has any, to a storage of your
        own that is connected to the project.

        Up to 5 GB.

        Reference: REST API, Copy file to remote storage.

        Args:
            file: The file, or its CDN URL with transformations.
            target: Name of the storage, as the project has it.
            **options: Name and visibility of the copy; see `CopyRemoteOptions`.

        Returns:
            Where the copy is, and whether it was there already.

        Raises:
            InvalidParameterError: For what is no file or an empty name.
            RejectedError: For an unknown storage or a bad pattern.
        """
        return await self._link.native.files_copy_remote_async(
            file_text(file, "file"), target, options
        )


class Tags(Resource):
    """Tags of files (REST API: File tags).

    Tags are kept in small letters, trimmed, each once, in the order given: up to 50 of 1 to
    100 characters `A-Z a-z 0-9 - _ .` per file.
    """

    __slots__ = ()

    def get(self, file: FileReference) -> list[str]:
        """Gets the tags of a file.

        Reference: REST API, File tags.

        Args:
            file: The file.

        Raises:
            InvalidParameterError: If it is no file.
            NotFoundError: If the project has no such file or it is removed.
        """
        return self._link.native.tags_get(file_text(file, "file"))

    def replace(self, file: FileReference, tags: Iterable[str]) -> TagsChange:
        """Gives a file these tags in place of those it has.

        No tags at all clear them.

        Reference: REST API, File tags.

        Args:
            file: The file.
            tags: At most 50 tags of 1 to 100 characters `A-Z a-z 0-9 - _ .`, after empty and
                repeated ones are dropped.

        Returns:
            All tags of the file now, and what has changed.

        Raises:
            InvalidParameterError: For what is no file and for tags that the service would
                refuse.
            NotFoundError: If the project has no such file or it is removed.
        """
        return self._link.native.tags_replace(file_text(file, "file"), texts(tags, "tags"))

    def update(self, file: FileReference, **options: Unpack[UpdateTagsOptions]) -> TagsChange:
        """Deletes some tags from a file and adds others.

        Reference: REST API, File tags.

        Args:
            file: The file.
            **options: Which tags; see `UpdateTagsOptions`.

        Returns:
            All tags of the file now, and what has changed.

        Raises:
            InvalidParameterError: For what is no file and for tags that the service would
                refuse.
            NotFoundError: If the project has no such file or it is removed.
            RejectedError: If the file would have more than 50.
        """
        return self._link.native.tags_update(file_text(file, "file"), options)


class AsyncTags(Resource):
    """Tags of files (REST API: File tags).

    Tags are kept in small letters, trimmed, each once, in the order given: up to 50 of 1 to
    100 characters `A-Z a-z 0-9 - _ .` per file.
    """

    __slots__ = ()

    async def get(self, file: FileReference) -> list[str]:
        """Gets the tags of a file.

        Reference: REST API, File tags.

        Args:
            file: The file.

        Raises:
            InvalidParameterError: If it is no file.
            NotFoundError: If the project has no such file or it is removed.
        """
        return await self._link.native.tags_get_async(file_text(file, "file"))

    async def replace(self, file: FileReference, tags: Iterable[str]) -> TagsChange:
        """Gives a file these tags in place of those it has.

        No tags at all clear them.

        Reference: REST API, File tags.

        Args:
            file: The file.
            tags: At most 50 tags of 1 to 100 characters `A-Z a-z 0-9 - _ .`, after empty and
                repeated ones are dropped.

        Returns:
            All tags of the file now, and what has changed.

        Raises:
            InvalidParameterError: For what is no file and for tags that the service would
                refuse.
            NotFoundError: If the project has no such file or it is removed.
        """
        return await self._link.native.tags_replace_async(
            file_text(file, "file"), texts(tags, "tags")
        )

    async def update(self, file: FileReference, **options: Unpack[UpdateTagsOptions]) -> TagsChange:
        """Deletes some tags from a file and adds others.

        Reference: REST API, File tags.

        Args:
            file: The file.
            **options: Which tags; see `UpdateTagsOptions`.

        Returns:
            All tags of the file now, and what has changed.

        Raises:
            InvalidParameterError: For what is no file and for tags that the service would
                refuse.
            NotFoundError: If the project has no such file or it is removed.
            RejectedError: If the file would have more than 50.
        """
        return await self._link.native.tags_update_async(file_text(file, "file"), options)


class Metadata(Resource):
    """Metadata of files: texts by key, set by the application (REST API: File metadata).

    A file has up to 50 keys of 1 to 64 characters `A-Z a-z 0-9 _ - . :`, with values of 1 to
    512 characters.
    """

    __slots__ = ()

    def all(self, file: FileReference) -> dict[str, str]:
        """Gets all metadata of a file.

        Reference: REST API, File's metadata.

        Args:
            file: The file.

        Returns:
            Values by key.

        Raises:
            InvalidParameterError: If it is no file.
            NotFoundError: If the project has no such file.
        """
        return self._link.native.metadata_all(file_text(file, "file"))

    def get(self, file: FileReference, key: str) -> str:
        """Gets the value of one key.

        Reference: REST API, Metadata key's value.

        Args:
            file: The file.
            key: The key: 1 to 64 characters `A-Z a-z 0-9 _ - . :`.

        Raises:
            InvalidParameterError: For what is no file or no key.
            NotFoundError: If there is no such file or key.
        """
        return self._link.native.metadata_get(file_text(file, "file"), key)

    def set(self, file: FileReference, key: str, value: str) -> str:
        """Sets the value of one key, new or old.

        Reference: REST API, Update metadata key's value.

        Args:
            file: The file.
            key: The key: 1 to 64 characters `A-Z a-z 0-9 _ - . :`.
            value: Its value: 1 to 512 characters.

        Returns:
            The value as it is kept.

        Raises:
            InvalidParameterError: For what is no file, no key or no value.
            NotFoundError: If the project has no such file.
            RejectedError: If it would have more than 50 keys.
        """
        return self._link.native.metadata_set(file_text(file, "file"), key, value)

    def delete(self, file: FileReference, key: str) -> None:
        """Deletes one key with its value.

        Reference: REST API, Delete metadata key.

        Args:
            file: The file.
            key: The key: 1 to 64 characters `A-Z a-z 0-9 _ - . :`.

        Raises:
            InvalidParameterError: For what is no file or no key.
            NotFoundError: If there is no such file or key.
        """
        self._link.native.metadata_delete(file_text(file, "file"), key)


class AsyncMetadata(Resource):
    """Metadata of files: texts by key, set by the application (REST API: File metadata).

    A file has up to 50 keys of 1 to 64 characters `A-Z a-z 0-9 _ - . :`, with values of 1 to
    512 characters.
    """

    __slots__ = ()

    async def all(self, file: FileReference) -> dict[str, str]:
        """Gets all metadata of a file.

        Reference: REST API, File's metadata.

        Args:
            file: The file.

        Returns:
            Values by key.

        Raises:
            InvalidParameterError: If it is no file.
            NotFoundError: If the project has no such file.
        """
        return await self._link.native.metadata_all_async(file_text(file, "file"))

    async def get(self, file: FileReference, key: str) -> str:
        """Gets the value of one key.

        Reference: REST API, Metadata key's value.

        Args:
            file: The file.
            key: The key: 1 to 64 characters `A-Z a-z 0-9 _ - . :`.

        Raises:
            InvalidParameterError: For what is no file or no key.
            NotFoundError: If there is no such file or key.
        """
        return await self._link.native.metadata_get_async(file_text(file, "file"), key)

    async def set(self, file: FileReference, key: str, value: str) -> str:
        """Sets the value of one key, new or old.

        Reference: REST API, Update metadata key's value.

        Args:
            file: The file.
            key: The key: 1 to 64 characters `A-Z a-z 0-9 _ - . :`.
            value: Its value: 1 to 512 characters.

        Returns:
            The value as it is kept.

        Raises:
            InvalidParameterError: For what is no file, no key or no value.
            NotFoundError: If the project has no such file.
            RejectedError: If it would have more than 50 keys.
        """
        return await self._link.native.metadata_set_async(file_text(file, "file"), key, value)

    async def delete(self, file: FileReference, key: str) -> None:
        """Deletes one key with its value.

        Reference: REST API, Delete metadata key.

        Args:
            file: The file.
            key: The key: 1 to 64 characters `A-Z a-z 0-9 _ - . :`.

        Raises:
            InvalidParameterError: For what is no file or no key.
            NotFoundError: If there is no such file or key.
        """
        await self._link.native.metadata_delete_async(file_text(file, "file"), key)


class Groups(Resource):
    """Groups of files (REST API: Groups)."""

    __slots__ = ()

    def list(self, **options: Unpack[ListGroupsOptions]) -> ItemList[GroupInfo]:
        """Lists groups, one by one or page by page.

        Nothing is sent until the first is asked for.

        Reference: REST API, List of groups.

        Args:
            **options: Which groups, in which order; see `ListGroupsOptions`.

        Raises:
            InvalidParameterError: For an option out of its range or an unreadable cursor.
        """
        return ItemList("groups", self._link.native.groups_list(options))

    def list_slices(self, count: int, **options: Unpack[ListGroupsOptions]) -> builtins.list[str]:
        """Divides a list among several processes or machines: parts of about the same size, each as
        text to be given as the `cursor` of a list of its own, wherever that runs.

        Together they have every one of the groups once.

        Sizes are estimated by looking at some places: some ten requests for each part. A list that
        is short has fewer parts. What comes while they are read is in the last part, or not at all.

        Reference: REST API, List of groups.

        Args:
            count: Parts, 1 to 1000, at most. A few for each reader even out what was estimated
                badly.
            **options: Which groups. How they are read is said when a part is read; see
                `ListGroupsOptions`.

        Returns:
            The parts, oldest first; the groups of a part come in any order.

        Raises:
            InvalidParameterError: For an option out of its range, or a `cursor`.
        """
        return self._link.native.groups_list_slices(count, options)

    def get(self, group: GroupReference) -> GroupInfo:
        """Gets one group with its files; None stands for a file that has been removed.

        Reference: REST API, Group info.

        Args:
            group: The group.

        Raises:
            InvalidParameterError: If it is no group.
            NotFoundError: If the project has no such group.
        """
        return self._link.native.groups_get(group_text(group, "group"))

    def delete(self, group: GroupReference) -> None:
        """Deletes a group.

        Its files stay.

        Reference: REST API, Delete group.

        Args:
            group: The group.

        Raises:
            InvalidParameterError: If it is no group.
            NotFoundError: If the project has no such group.
        """
        self._link.native.groups_delete(group_text(group, "group"))

    def delete_with_files(
        self, group: GroupReference, **options: Unpack[BatchOptions]
    ) -> BatchResult:
        """Deletes the files of a group for good, then the group.

        If a request for the files fails the group stays, so that the rest can be found and tried
        again: it is gone when the result has neither `failures` nor `not_tried`.

        Reference: REST API, Batch file delete; Delete group.

        Args:
            group: The group.
            **options: How to go about it; see `BatchOptions`.

        Returns:
            Every file deleted and every problem, in the order of the group.

        Raises:
            InvalidParameterError: For what is no group or an option out of its range.
            NotFoundError: If the project has no such group.
        """
        return self._link.native.groups_delete_with_files(group_text(group, "group"), options)


class AsyncGroups(Resource):
    """Groups of files (REST API: Groups)."""

    __slots__ = ()

    def list(self, **options: Unpack[ListGroupsOptions]) -> AsyncItemList[GroupInfo]:
        """Lists groups, one by one or page by page.

        Nothing is sent until the first is asked for.

        Reference: REST API, List of groups.

        Args:
            **options: Which groups, in which order; see `ListGroupsOptions`.

        Raises:
            InvalidParameterError: For an option out of its range or an unreadable cursor.
        """
        return AsyncItemList("groups", self._link.native.groups_list(options))

    async def list_slices(
        self, count: int, **options: Unpack[ListGroupsOptions]
    ) -> builtins.list[str]:
        """Divides a list among several processes or machines: parts of about the same size, each as
        text to be given as the `cursor` of a list of its own, wherever that runs.

        Together they have every one of the groups once.

        Sizes are estimated by looking at some places: some ten requests for each part. A list that
        is short has fewer parts. What comes while they are read is in the last part, or not at all.

        Reference: REST API, List of groups.

        Args:
            count: Parts, 1 to 1000, at most. A few for each reader even out what was estimated
                badly.
            **options: Which groups. How they are read is said when a part is read; see
                `ListGroupsOptions`.

        Returns:
            The parts, oldest first; the groups of a part come in any order.

        Raises:
            InvalidParameterError: For an option out of its range, or a `cursor`.
        """
        return await self._link.native.groups_list_slices_async(count, options)

    async def get(self, group: GroupReference) -> GroupInfo:
        """Gets one group with its files; None stands for a file that has been removed.

        Reference: REST API, Group info.

        Args:
            group: The group.

        Raises:
            InvalidParameterError: If it is no group.
            NotFoundError: If the project has no such group.
        """
        return await self._link.native.groups_get_async(group_text(group, "group"))

    async def delete(self, group: GroupReference) -> None:
        """Deletes a group.

        Its files stay.

        Reference: REST API, Delete group.

        Args:
            group: The group.

        Raises:
            InvalidParameterError: If it is no group.
            NotFoundError: If the project has no such group.
        """
        await self._link.native.groups_delete_async(group_text(group, "group"))

    async def delete_with_files(
        self, group: GroupReference, **options: Unpack[BatchOptions]
    ) -> BatchResult:
        """Deletes the files of a group for good, then the group.

        If a request for the files fails the group stays, so that the rest can be found and tried
        again: it is gone when the result has neither `failures` nor `not_tried`.

        Reference: REST API, Batch file delete; Delete group.

        Args:
            group: The group.
            **options: How to go about it; see `BatchOptions`.

        Returns:
            Every file deleted and every problem, in the order of the group.

        Raises:
            InvalidParameterError: For what is no group or an option out of its range.
            NotFoundError: If the project has no such group.
        """
        return await self._link.native.groups_delete_with_files_async(
            group_text(group, "group"), options
        )


class Webhooks(Resource):
    """Webhooks of the project: who is told when something happens to a file (REST API:
    Webhooks).
    """

    __slots__ = ()

    def list(self) -> builtins.list[Webhook]:
        """Lists all webhooks of the project.

        Reference: REST API, List of webhooks.

        Raises:
            ForbiddenError: If the project's plan has no webhooks.
            RejectedError: If the project's plan has no webhooks.
        """
        return self._link.native.webhooks_list()

    def get(self, id: int) -> Webhook:
        """Gets one webhook.

        Reference: REST API, Webhooks.

        Args:
            id: Identifier of the webhook.

        Raises:
            InvalidParameterError: For a negative number.
            NotFoundError: If the project has no such webhook.
        """
        return self._link.native.webhooks_get(id)

    def create(
        self, target_url: str, event: WebhookEvent, **options: Unpack[CreateWebhookOptions]
    ) -> Webhook:
        """Makes a webhook: an event of the project is then told to a URL of yours.

        Reference: REST API, Create webhook.

        Args:
            target_url: Where deliveries go: an `http` or `https` URL of up to 255 characters.
            event: What the webhook is told of.
            **options: Whether it is active, and its signing secret; see `CreateWebhookOptions`.

        Raises:
            InvalidParameterError: For a bad URL or secret.
            RejectedError: If there is such a webhook already or the project's plan has no
                webhooks.
            ForbiddenError: If the plan has none.
        """
        return self._link.native.webhooks_create(target_url, event, options)

    def update(self, id: int, **options: Unpack[UpdateWebhookOptions]) -> Webhook:
        """Changes a webhook.

        Reference: REST API, Update webhook.

        Args:
            id: Identifier of the webhook.
            **options: What to change; see `UpdateWebhookOptions`.

        Raises:
            InvalidParameterError: For a bad number, URL or secret.
            NotFoundError: If the project has no such webhook.
            RejectedError: If there is another one like that.
        """
        return self._link.native.webhooks_update(id, options)

    def delete(self, id: int) -> None:
        """Deletes a webhook.

        Reference: REST API, Webhooks.

        Args:
            id: Identifier of the webhook.

        Raises:
            InvalidParameterError: For a negative number.
            NotFoundError: If the project has no such webhook.
        """
        self._link.native.webhooks_delete(id)

    def delete_by_url(self, target_url: str) -> None:
        """Deletes the webhooks of a URL.

        Reference: REST API, Delete webhook.

        Args:
            target_url: Where their deliveries go: a URL of up to 255 characters.

        Raises:
            InvalidParameterError: For a bad URL.
            NotFoundError: Perhaps, if nothing is sent there.
        """
        self._link.native.webhooks_delete_by_url(target_url)


class AsyncWebhooks(Resource):
    """Webhooks of the project: who is told when something happens to a file (REST API:
    Webhooks).
    """

    __slots__ = ()

    async def list(self) -> builtins.list[Webhook]:
        """Lists all webhooks of the project.

        Reference: REST API, List of webhooks.

        Raises:
            ForbiddenError: If the project's plan has no webhooks.
            RejectedError: If the project's plan has no webhooks.
        """
        return await self._link.native.webhooks_list_async()

    async def get(self, id: int) -> Webhook:
        """Gets one webhook.

        Reference: REST API, Webhooks.

        Args:
            id: Identifier of the webhook.

        Raises:
            InvalidParameterError: For a negative number.
            NotFoundError: If the project has no such webhook.
        """
        return await self._link.native.webhooks_get_async(id)

    async def create(
        self, target_url: str, event: WebhookEvent, **options: Unpack[CreateWebhookOptions]
    ) -> Webhook:
        """Makes a webhook: an event of the project is then told to a URL of yours.

        Reference: REST API, Create webhook.

        Args:
            target_url: Where deliveries go: an `http` or `https` URL of up to 255 characters.
            event: What the webhook is told of.
            **options: Whether it is active, and its signing secret; see `CreateWebhookOptions`.

        Raises:
            InvalidParameterError: For a bad URL or secret.
            RejectedError: If there is such a webhook already or the project's plan has no
                webhooks.
            ForbiddenError: If the plan has none.
        """
        return await self._link.native.webhooks_create_async(target_url, event, options)

    async def update(self, id: int, **options: Unpack[UpdateWebhookOptions]) -> Webhook:
        """Changes a webhook.

        Reference: REST API, Update webhook.

        Args:
            id: Identifier of the webhook.
            **options: What to change; see `UpdateWebhookOptions`.

        Raises:
            InvalidParameterError: For a bad number, URL or secret.
            NotFoundError: If the project has no such webhook.
            RejectedError: If there is another one like that.
        """
        return await self._link.native.webhooks_update_async(id, options)

    async def delete(self, id: int) -> None:
        """Deletes a webhook.

        Reference: REST API, Webhooks.

        Args:
            id: Identifier of the webhook.

        Raises:
            InvalidParameterError: For a negative number.
            NotFoundError: If the project has no such webhook.
        """
        await self._link.native.webhooks_delete_async(id)

    async def delete_by_url(self, target_url: str) -> None:
        """Deletes the webhooks of a URL.

        Reference: REST API, Delete webhook.

        Args:
            target_url: Where their deliveries go: a URL of up to 255 characters.

        Raises:
            InvalidParameterError: For a bad URL.
            NotFoundError: Perhaps, if nothing is sent there.
        """
        await self._link.native.webhooks_delete_by_url_async(target_url)


class Project(Resource):
    """The project of the keys (REST API: Project)."""

    __slots__ = ()

    def get(self) -> ProjectInfo:
        """Gets what is known of the project: its name, its people, and whether files are stored at
        once.

        Reference: REST API, Project info.

        Raises:
            AuthenticationError: If the keys are wrong.
        """
        return self._link.native.project_get()


class AsyncProject(Resource):
    """The project of the keys (REST API: Project)."""

    __slots__ = ()

    async def get(self) -> ProjectInfo:
        """Gets what is known of the project: its name, its people, and whether files are stored at
        once.

        Reference: REST API, Project info.

        Raises:
            AuthenticationError: If the keys are wrong.
        """
        return await self._link.native.project_get_async()


class Conversion(Resource):
    """Conversion of documents and videos (REST API: Conversion)."""

    __slots__ = ()

    def document_path(self, file: FileReference, **options: Unpack[DocumentPathOptions]) -> str:
        """The path that asks for a document in another format.

        Nothing is sent.

        Reference: REST API, Convert document.

        Args:
            file: The document.
            **options: The format, and what of the document; see `DocumentPathOptions`.

        Returns:
            The path.

        Raises:
            InvalidParameterError: For what is no file or an option out of its range.
        """
        return self._link.native.conversion_document_path(file_text(file, "file"), options)

    def video_path(self, file: FileReference, **options: Unpack[VideoPathOptions]) -> str:
        """The path that asks for a video in another format, size, quality or length.

        Nothing is sent.

        Reference: REST API, Convert video.

        Args:
            file: The video.
            **options: What to make of it; see `VideoPathOptions`.

        Returns:
            The path.

        Raises:
            InvalidParameterError: For what is no file or an option out of its range.
        """
        return self._link.native.conversion_video_path(file_text(file, "file"), options)

    def convert_document(self, path: str, **options: Unpack[ConvertDocumentsOptions]) -> Job:
        """Starts the conversion of a document.

        Reference: REST API, Convert document.

        Args:
            path: What `document_path` gave.
            **options: What to do with the result; see `ConvertDocumentsOptions`.

        Returns:
            The job.

        Raises:
            InvalidParameterError: For an empty path.
            RejectedError: For one that the service cannot convert or if the project has no
                conversion.
        """
        started = self._link.native.conversion_convert_document(path, options)
        return Job(self._link, *started)

    def convert_documents(
        self, paths: Iterable[str], **options: Unpack[ConvertDocumentsOptions]
    ) -> ConversionBatch[Job]:
        """Starts the conversion of several documents at once.

        Reference: REST API, Convert document.

        Args:
            paths: What `document_path` gave, at least one.
            **options: What to do with the results; see `ConvertDocumentsOptions`.

        Returns:
            A job for each path that the service took, and a problem for each other one.

        Raises:
            InvalidParameterError: For an empty path or none.
            RejectedError: If the project has no conversion.
        """
        started, problems = self._link.native.conversion_convert_documents(
            texts(paths, "paths"), options
        )
        return ConversionBatch([Job(self._link, *each) for each in started], problems)

    def convert_video(self, path: str, **options: Unpack[ConvertVideosOptions]) -> Job:
        """Starts the conversion of a video.

        Reference: REST API, Convert video.

        Args:
            path: What `video_path` gave.
            **options: What to do with the result; see `ConvertVideosOptions`.

        Returns:
            The job.

        Raises:
            InvalidParameterError: For an empty path.
            RejectedError: For one that the service cannot convert or if the project has no
                conversion.
        """
        started = self._link.native.conversion_convert_video(path, options)
        return Job(self._link, *started)

    def convert_videos(
        self, paths: Iterable[str], **options: Unpack[ConvertVideosOptions]
    ) -> ConversionBatch[Job]:
        """Starts the conversion of several videos at once.

        Reference: REST API, Convert video.

        Args:
            paths: What `video_path` gave, at least one.
            **options: What to do with the results; see `ConvertVideosOptions`.

        Returns:
            A job for each path that the service took, and a problem for each other one.

        Raises:
            InvalidParameterError: For an empty path or none.
            RejectedError: If the project has no conversion.
        """
        started, problems = self._link.native.conversion_convert_videos(
            texts(paths, "paths"), options
        )
        return ConversionBatch([Job(self._link, *each) for each in started], problems)

    def document_info(self, file: FileReference) -> DocumentInfo:
        """Gets what a document can be converted to, and the groups that conversions have made of
        it.

        Reference: REST API, Document info.

        Args:
            file: The document.

        Raises:
            InvalidParameterError: If it is no file.
            NotFoundError: If the project has no such file.
        """
        return self._link.native.conversion_document_info(file_text(file, "file"))

    def document_status(self, token: int) -> JobStatus:
        """Gets how far the conversion of a document is, by its number; a job does so by itself.

        Reference: REST API, Document conversion job status.

        Args:
            token: Number of the conversion, 0 or more.

        Raises:
            InvalidParameterError: For a negative number.
            NotFoundError: If the project has no such conversion.
        """
        return self._link.native.conversion_document_status(token)

    def video_status(self, token: int) -> JobStatus:
        """Gets how far the conversion of a video is, by its number; a job does so by itself.

        Reference: REST API, Video conversion job status.

        Args:
            token: Number of the conversion, 0 or more.

        Raises:
            InvalidParameterError: For a negative number.
            NotFoundError: If the project has no such conversion.
        """
        return self._link.native.conversion_video_status(token)


class AsyncConversion(Resource):
    """Conversion of documents and videos (REST API: Conversion)."""

    __slots__ = ()

    def document_path(self, file: FileReference, **options: Unpack[DocumentPathOptions]) -> str:
        """The path that asks for a document in another format.

        Nothing is sent.

        Reference: REST API, Convert document.

        Args:
            file: The document.
            **options: The format, and what of the document; see `DocumentPathOptions`.

        Returns:
            The path.

        Raises:
            InvalidParameterError: For what is no file or an option out of its range.
        """
        return self._link.native.conversion_document_path(file_text(file, "file"), options)

    def video_path(self, file: FileReference, **options: Unpack[VideoPathOptions]) -> str:
        """The path that asks for a video in another format, size, quality or length.

        Nothing is sent.

        Reference: REST API, Convert video.

        Args:
            file: The video.
            **options: What to make of it; see `VideoPathOptions`.

        Returns:
            The path.

        Raises:
            InvalidParameterError: For what is no file or an option out of its range.
        """
        return self._link.native.conversion_video_path(file_text(file, "file"), options)

    async def convert_document(
        self, path: str, **options: Unpack[ConvertDocumentsOptions]
    ) -> AsyncJob:
        """Starts the conversion of a document.

        Reference: REST API, Convert document.

        Args:
            path: What `document_path` gave.
            **options: What to do with the result; see `ConvertDocumentsOptions`.

        Returns:
            The job.

        Raises:
            InvalidParameterError: For an empty path.
            RejectedError: For one that the service cannot convert or if the project has no
                conversion.
        """
        started = await self._link.native.conversion_convert_document_async(path, options)
        return AsyncJob(self._link, *started)

    async def convert_documents(
        self, paths: Iterable[str], **options: Unpack[ConvertDocumentsOptions]
    ) -> ConversionBatch[AsyncJob]:
        """Starts the conversion of several documents at once.

        Reference: REST API, Convert document.

        Args:
            paths: What `document_path` gave, at least one.
            **options: What to do with the results; see `ConvertDocumentsOptions`.

        Returns:
            A job for each path that the service took, and a problem for each other one.

        Raises:
            InvalidParameterError: For an empty path or none.
            RejectedError: If the project has no conversion.
        """
        started, problems = await self._link.native.conversion_convert_documents_async(
            texts(paths, "paths"), options
        )
        return ConversionBatch([AsyncJob(self._link, *each) for each in started], problems)

    async def convert_video(self, path: str, **options: Unpack[ConvertVideosOptions]) -> AsyncJob:
        """Starts the conversion of a video.

        Reference: REST API, Convert video.

        Args:
            path: What `video_path` gave.
            **options: What to do with the result; see `ConvertVideosOptions`.

        Returns:
            The job.

        Raises:
            InvalidParameterError: For an empty path.
            RejectedError: For one that the service cannot convert or if the project has no
                conversion.
        """
        started = await self._link.native.conversion_convert_video_async(path, options)
        return AsyncJob(self._link, *started)

    async def convert_videos(
        self, paths: Iterable[str], **options: Unpack[ConvertVideosOptions]
    ) -> ConversionBatch[AsyncJob]:
        """Starts the conversion of several videos at once.

        Reference: REST API, Convert video.

        Args:
            paths: What `video_path` gave, at least one.
            **options: What to do with the results; see `ConvertVideosOptions`.

        Returns:
            A job for each path that the service took, and a problem for each other one.

        Raises:
            InvalidParameterError: For an empty path or none.
            RejectedError: If the project has no conversion.
        """
        started, problems = await self._link.native.conversion_convert_videos_async(
            texts(paths, "paths"), options
        )
        return ConversionBatch([AsyncJob(self._link, *each) for each in started], problems)

    async def document_info(self, file: FileReference) -> DocumentInfo:
        """Gets what a document can be converted to, and the groups that conversions have made of
        it.

        Reference: REST API, Document info.

        Args:
            file: The document.

        Raises:
            InvalidParameterError: If it is no file.
            NotFoundError: If the project has no such file.
        """
        return await self._link.native.conversion_document_info_async(file_text(file, "file"))

    async def document_status(self, token: int) -> JobStatus:
        """Gets how far the conversion of a document is, by its number; a job does so by itself.

        Reference: REST API, Document conversion job status.

        Args:
            token: Number of the conversion, 0 or more.

        Raises:
            InvalidParameterError: For a negative number.
            NotFoundError: If the project has no such conversion.
        """
        return await self._link.native.conversion_document_status_async(token)

    async def video_status(self, token: int) -> JobStatus:
        """Gets how far the conversion of a video is, by its number; a job does so by itself.

        Reference: REST API, Video conversion job status.

        Args:
            token: Number of the conversion, 0 or more.

        Raises:
            InvalidParameterError: For a negative number.
            NotFoundError: If the project has no such conversion.
        """
        return await self._link.native.conversion_video_status_async(token)


class Addons(Resource):
    """Add-ons: what the service can find out about a file, or make of it (REST API: Add-Ons).

    Each call starts a job. What it found out is in the `appdata` of the file once the job is
    finished.
    """

    __slots__ = ()

    def detect_labels(self, file: FileReference) -> Job:
        """Starts to find out what is to be seen in an image (AWS Rekognition).

        Reference: REST API, Execute AWS Rekognition.

        Args:
            file: The image.

        Returns:
            The job. Its result is `appdata.aws_rekognition_detect_labels` of the file.

        Raises:
            InvalidParameterError: If it is no file.
            ConflictError: While the same runs on the file.
            RejectedError: If the service refuses it.
        """
        started = self._link.native.addons_detect_labels(file_text(file, "file"))
        return Job(self._link, *started)

    def detect_moderation_labels(self, file: FileReference) -> Job:
        """Starts to find out whether there is something unwanted in an image (AWS Rekognition).

        Reference: REST API, Execute AWS Rekognition Moderation.

        Args:
            file: The image.

        Returns:
            The job. Its result is `appdata.aws_rekognition_detect_moderation_labels` of the
                file.

        Raises:
            InvalidParameterError: If it is no file.
            ConflictError: While the same runs on the file.
            RejectedError: If the service refuses it.
        """
        started = self._link.native.addons_detect_moderation_labels(file_text(file, "file"))
        return Job(self._link, *started)

    def scan_for_viruses(
        self, file: FileReference, **options: Unpack[ScanForVirusesOptions]
    ) -> Job:
        """Starts to look for viruses in a file (ClamAV).

        Reference: REST API, Execute ClamAV.

        Args:
            file: The file.
            **options: What to do with an infected file; see `ScanForVirusesOptions`.

        Returns:
            The job. Its result is `appdata.uc_clamav_virus_scan` of the file.

        Raises:
            InvalidParameterError: If it is no file.
            ConflictError: While the same runs on the file.
            RejectedError: If the service refuses it.
        """
        started = self._link.native.addons_scan_for_viruses(file_text(file, "file"), options)
        return Job(self._link, *started)

    def remove_background(
        self, file: FileReference, **options: Unpack[RemoveBackgroundOptions]
    ) -> Job:
        """Starts to make a picture without the background of another (remove.bg).

        Reference: REST API, Execute Remove.bg.

        Args:
            file: The image.
            **options: What the new picture is to be like; see `RemoveBackgroundOptions`.

        Returns:
            The job. The status of the finished job has the `uuid` of the new picture.

        Raises:
            InvalidParameterError: For what is no file or an option out of its range.
            ConflictError: While the same runs on the file.
            RejectedError: If the service refuses it.
        """
        started = self._link.native.addons_remove_background(file_text(file, "file"), options)
        return Job(self._link, *started)

    def execute(
        self, name: str, file: FileReference, **options: Unpack[ExecuteAddonOptions]
    ) -> Job:
        """Starts an add-on by its name: one that this version has no method for.

        Reference: REST API, Add-Ons.

        Args:
            name: Name of the add-on: letters, digits, `_` and `-`.
            file: The file.
            **options: Parameters of the add-on; see `ExecuteAddonOptions`.

        Returns:
            The job.

        Raises:
            InvalidParameterError: For a bad name, what is no file, or parameters that are no
                JSON object.
            NotFoundError: If there is no such add-on.
            ConflictError: While the same runs on the file.
            RejectedError: If the service refuses it.
        """
        started = self._link.native.addons_execute(name, file_text(file, "file"), options)
        return Job(self._link, *started)

    def status(self, name: str, request_id: str) -> JobStatus:
        """Gets how far an add-on is, by the identifier of its run; a job does so by itself.

        Reference: REST API, Add-Ons: check execution status.

        Args:
            name: Name of the add-on: letters, digits, `_` and `-`.
            request_id: Identifier of the run: a UUID.

        Raises:
            InvalidParameterError: For a bad name or identifier.
            NotFoundError: If there is no such add-on.
        """
        return self._link.native.addons_status(name, request_id)


class AsyncAddons(Resource):
    """Add-ons: what the service can find out about a file, or make of it (REST API: Add-Ons).

    Each call starts a job. What it found out is in the `appdata` of the file once the job is
    finished.
    """

    __slots__ = ()

    async def detect_labels(self, file: FileReference) -> AsyncJob:
        """Starts to find out what is to be seen in an image (AWS Rekognition).

        Reference: REST API, Execute AWS Rekognition.

        Args:
            file: The image.

        Returns:
            The job. Its result is `appdata.aws_rekognition_detect_labels` of the file.

        Raises:
            InvalidParameterError: If it is no file.
            ConflictError: While the same runs on the file.
            RejectedError: If the service refuses it.
        """
        started = await self._link.native.addons_detect_labels_async(file_text(file, "file"))
        return AsyncJob(self._link, *started)

    async def detect_moderation_labels(self, file: FileReference) -> AsyncJob:
        """Starts to find out whether there is something unwanted in an image (AWS Rekognition).

        Reference: REST API, Execute AWS Rekognition Moderation.

        Args:
            file: The image.

        Returns:
            The job. Its result is `appdata.aws_rekognition_detect_moderation_labels` of the
                file.

        Raises:
            InvalidParameterError: If it is no file.
            ConflictError: While the same runs on the file.
            RejectedError: If the service refuses it.
        """
        started = await self._link.native.addons_detect_moderation_labels_async(
            file_text(file, "file")
        )
        return AsyncJob(self._link, *started)

    async def scan_for_viruses(
        self, file: FileReference, **options: Unpack[ScanForVirusesOptions]
    ) -> AsyncJob:
        """Starts to look for viruses in a file (ClamAV).

        Reference: REST API, Execute ClamAV.

        Args:
            file: The file.
            **options: What to do with an infected file; see `ScanForVirusesOptions`.

        Returns:
            The job. Its result is `appdata.uc_clamav_virus_scan` of the file.

        Raises:
            InvalidParameterError: If it is no file.
            ConflictError: While the same runs on the file.
            RejectedError: If the service refuses it.
        """
        started = await self._link.native.addons_scan_for_viruses_async(
            file_text(file, "file"), options
        )
        return AsyncJob(self._link, *started)

    async def remove_background(
        self, file: FileReference, **options: Unpack[RemoveBackgroundOptions]
    ) -> AsyncJob:
        """Starts to make a picture without the background of another (remove.bg).

        Reference: REST API, Execute Remove.bg.

        Args:
            file: The image.
            **options: What the new picture is to be like; see `RemoveBackgroundOptions`.

        Returns:
            The job. The status of the finished job has the `uuid` of the new picture.

        Raises:
            InvalidParameterError: For what is no file or an option out of its range.
            ConflictError: While the same runs on the file.
            RejectedError: If the service refuses it.
        """
        started = await self._link.native.addons_remove_background_async(
            file_text(file, "file"), options
        )
        return AsyncJob(self._link, *started)

    async def execute(
        self, name: str, file: FileReference, **options: Unpack[ExecuteAddonOptions]
    ) -> AsyncJob:
        """Starts an add-on by its name: one that this version has no method for.

        Reference: REST API, Add-Ons.

        Args:
            name: Name of the add-on: letters, digits, `_` and `-`.
            file: The file.
            **options: Parameters of the add-on; see `ExecuteAddonOptions`.

        Returns:
            The job.

        Raises:
            InvalidParameterError: For a bad name, what is no file, or parameters that are no
                JSON object.
            NotFoundError: If there is no such add-on.
            ConflictError: While the same runs on the file.
            RejectedError: If the service refuses it.
        """
        started = await self._link.native.addons_execute_async(
            name, file_text(file, "file"), options
        )
        return AsyncJob(self._link, *started)

    async def status(self, name: str, request_id: str) -> JobStatus:
        """Gets how far an add-on is, by the identifier of its run; a job does so by itself.

        Reference: REST API, Add-Ons: check execution status.

        Args:
            name: Name of the add-on: letters, digits, `_` and `-`.
            request_id: Identifier of the run: a UUID.

        Raises:
            InvalidParameterError: For a bad name or identifier.
            NotFoundError: If there is no such add-on.
        """
        return await self._link.native.addons_status_async(name, request_id)


class Jobs(Resource):
    """Jobs that were started before, here or elsewhere."""

    __slots__ = ()

    def open(self, text: str) -> Job:
        """Opens a job again from its text, in any process or language.

        Nothing is sent.

        Args:
            text: What saving the job gave.

        Returns:
            The job.

        Raises:
            InvalidParameterError: If the text cannot be read or is of another project.
        """
        started = self._link.native.jobs_open(text)
        return Job(self._link, *started)


class AsyncJobs(Resource):
    """Jobs that were started before, here or elsewhere."""

    __slots__ = ()

    def open(self, text: str) -> AsyncJob:
        """Opens a job again from its text, in any process or language.

        Nothing is sent.

        Args:
            text: What saving the job gave.

        Returns:
            The job.

        Raises:
            InvalidParameterError: If the text cannot be read or is of another project.
        """
        started = self._link.native.jobs_open(text)
        return AsyncJob(self._link, *started)


class UploadOperations(Resource):
    """Uploads to the project (Upload API). No secret key is needed."""

    __slots__ = ()

    def from_url(self, url: str, **options: Unpack[FromUrlOptions]) -> Job:
        """Has the service fetch a file from a URL.

        Reference: Upload API, Upload files from URLs.

        Args:
            url: An http or https URL that the service can reach.
            **options: Its name, metadata, tags and more; see `FromUrlOptions`.

        Returns:
            The job, which tells how much has been fetched, and the identifier of the file when
                it is there.

        Raises:
            RejectedError: For a URL that the service does not want, with a code such as
                `HostnameNotFoundError`.
            InvalidParameterError: For a text that is no URL or an option out of its range.
        """
        started = self._link.native.uploads_from_url(url, options)
        return Job(self._link, *started)

    def info(self, file: FileReference) -> UploadInfo:
        """Shows a file of the project with no more than the public key.

        Reference: Upload API, File info.

        Args:
            file: The file.

        Returns:
            What the Upload API tells of it.

        Raises:
            NotFoundError: If there is no such file.
        """
        return self._link.native.uploads_info(file_text(file, "file"))

    def wait_until_ready(self, file: FileReference, **options: Unpack[WaitOptions]) -> UploadInfo:
        """Waits until a file that was uploaded can be used: its content is known and it can be
        delivered.

        Reference: Upload API, File info.

        Args:
            file: The file.
            **options: How long to wait, and how often to ask; see `WaitOptions`.

        Returns:
            What the Upload API tells of it.

        Raises:
            WaitTimeoutError: If it is not ready in time.
            NotFoundError: If there is no such file.
        """
        return self._link.native.uploads_wait_until_ready(file_text(file, "file"), options)

    def create_group(self, files: Iterable[FileReference]) -> UploadGroupInfo:
        """Makes a group of files that never changes.

        Reference: Upload API, Create group of files.

        Args:
            files: 1 to 1000 files, each with or without transformations.

        Returns:
            The group.

        Raises:
            RejectedError: If a file is not of this project, with the code
                `GroupFilesNotFoundError`.
            InvalidParameterError: For too many files or none.
        """
        return self._link.native.uploads_create_group(file_texts(files, "files"))

    def group_info(self, group: GroupReference) -> UploadGroupInfo:
        """Shows a group with no more than the public key.

        Reference: Upload API, Group info.

        Args:
            group: The group.

        Returns:
            What the Upload API tells of it.

        Raises:
            NotFoundError: If there is no such group.
        """
        return self._link.native.uploads_group_info(group_text(group, "group"))

    def start_multipart(self, size: int, **options: Unpack[UploadOptions]) -> MultipartUpload:
        """Starts an upload in parts, for programs that send the parts in their own way; all others
        use `upload`.

        Reference: Upload API, Start multipart upload.

        Args:
            size: Size of the whole file in bytes: 10485760 or more.
            **options: Name, metadata, tags and the size of a part; see `UploadOptions`.

        Returns:
            Where each part is to go.

        Raises:
            RejectedError: If the service takes no such file, with a code such as
                `MultipartFileSizeLimitExceededError`.
            InvalidParameterError: For a size or an option out of its range.
        """
        return self._link.native.uploads_start_multipart(size, options)

    def complete_multipart(self, uuid: str) -> UploadInfo:
        """Has the service put the parts of a file together.

        Reference: Upload API, Complete multipart upload.

        Args:
            uuid: What starting the upload gave.

        Returns:
            What the Upload API tells of the new file.

        Raises:
            RejectedError: If parts are missing, with the code
                `MultipartUploadSizeTooSmallError`, or if it is done already, with
                `MultipartFileAlreadyUploadedError`.
            NotFoundError: If the service does not know the upload.
        """
        return self._link.native.uploads_complete_multipart(uuid)

    def create_token(self, **options: Unpack[CreateUploadTokenOptions]) -> UploadToken:
        """Makes a token that others can upload with, without the secret key.

        Nothing is sent.

        Reference: Upload API, Secure uploads.

        Args:
            **options: What it allows, and for how long; see `CreateUploadTokenOptions`.

        Returns:
            The token.

        Raises:
            ConfigurationError: If the client has no secret key.
            InvalidParameterError: For an option out of its range.
        """
        return self._link.native.uploads_create_token(options)

    def create_signature(self, **options: Unpack[CreateUploadSignatureOptions]) -> UploadSignature:
        """Makes a signature that others can upload with, without the secret key.

        Nothing is sent. Tokens are the newer way.

        Reference: Upload API, Secure uploads.

        Args:
            **options: How long it is valid; see `CreateUploadSignatureOptions`.

        Returns:
            The signature.

        Raises:
            ConfigurationError: If the client has no secret key.
            InvalidParameterError: For an option out of its range.
        """
        return self._link.native.uploads_create_signature(options)


class AsyncUploadOperations(Resource):
    """Uploads to the project (Upload API). No secret key is needed."""

    __slots__ = ()

    async def from_url(self, url: str, **options: Unpack[FromUrlOptions]) -> AsyncJob:
        """Has the service fetch a file from a URL.

        Reference: Upload API, Upload files from URLs.

        Args:
            url: An http or https URL that the service can reach.
            **options: Its name, metadata, tags and more; see `FromUrlOptions`.

        Returns:
            The job, which tells how much has been fetched, and the identifier of the file when
                it is there.

        Raises:
            RejectedError: For a URL that the service does not want, with a code such as
                `HostnameNotFoundError`.
            InvalidParameterError: For a text that is no URL or an option out of its range.
        """
        started = await self._link.native.uploads_from_url_async(url, options)
        return AsyncJob(self._link, *started)

    async def info(self, file: FileReference) -> UploadInfo:
        """Shows a file of the project with no more than the public key.

        Reference: Upload API, File info.

        Args:
            file: The file.

        Returns:
            What the Upload API tells of it.

        Raises:
            NotFoundError: If there is no such file.
        """
        return await self._link.native.uploads_info_async(file_text(file, "file"))

    async def wait_until_ready(
        self, file: FileReference, **options: Unpack[WaitOptions]
    ) -> UploadInfo:
        """Waits until a file that was uploaded can be used: its content is known and it can be
        delivered.

        Reference: Upload API, File info.

        Args:
            file: The file.
            **options: How long to wait, and how often to ask; see `WaitOptions`.

        Returns:
            What the Upload API tells of it.

        Raises:
            WaitTimeoutError: If it is not ready in time.
            NotFoundError: If there is no such file.
        """
        return await self._link.native.uploads_wait_until_ready_async(
            file_text(file, "file"), options
        )

    async def create_group(self, files: Iterable[FileReference]) -> UploadGroupInfo:
        """Makes a group of files that never changes.

        Reference: Upload API, Create group of files.

        Args:
            files: 1 to 1000 files, each with or without transformations.

        Returns:
            The group.

        Raises:
            RejectedError: If a file is not of this project, with the code
                `GroupFilesNotFoundError`.
            InvalidParameterError: For too many files or none.
        """
        return await self._link.native.uploads_create_group_async(file_texts(files, "files"))

    async def group_info(self, group: GroupReference) -> UploadGroupInfo:
        """Shows a group with no more than the public key.

        Reference: Upload API, Group info.

        Args:
            group: The group.

        Returns:
            What the Upload API tells of it.

        Raises:
            NotFoundError: If there is no such group.
        """
        return await self._link.native.uploads_group_info_async(group_text(group, "group"))

    async def start_multipart(self, size: int, **options: Unpack[UploadOptions]) -> MultipartUpload:
        """Starts an upload in parts, for programs that send the parts in their own way; all others
        use `upload`.

        Reference: Upload API, Start multipart upload.

        Args:
            size: Size of the whole file in bytes: 10485760 or more.
            **options: Name, metadata, tags and the size of a part; see `UploadOptions`.

        Returns:
            Where each part is to go.

        Raises:
            RejectedError: If the service takes no such file, with a code such as
                `MultipartFileSizeLimitExceededError`.
            InvalidParameterError: For a size or an option out of its range.
        """
        return await self._link.native.uploads_start_multipart_async(size, options)

    async def complete_multipart(self, uuid: str) -> UploadInfo:
        """Has the service put the parts of a file together.

        Reference: Upload API, Complete multipart upload.

        Args:
            uuid: What starting the upload gave.

        Returns:
            What the Upload API tells of the new file.

        Raises:
            RejectedError: If parts are missing, with the code
                `MultipartUploadSizeTooSmallError`, or if it is done already, with
                `MultipartFileAlreadyUploadedError`.
            NotFoundError: If the service does not know the upload.
        """
        return await self._link.native.uploads_complete_multipart_async(uuid)

    def create_token(self, **options: Unpack[CreateUploadTokenOptions]) -> UploadToken:
        """Makes a token that others can upload with, without the secret key.

        Nothing is sent.

        Reference: Upload API, Secure uploads.

        Args:
            **options: What it allows, and for how long; see `CreateUploadTokenOptions`.

        Returns:
            The token.

        Raises:
            ConfigurationError: If the client has no secret key.
            InvalidParameterError: For an option out of its range.
        """
        return self._link.native.uploads_create_token(options)

    def create_signature(self, **options: Unpack[CreateUploadSignatureOptions]) -> UploadSignature:
        """Makes a signature that others can upload with, without the secret key.

        Nothing is sent. Tokens are the newer way.

        Reference: Upload API, Secure uploads.

        Args:
            **options: How long it is valid; see `CreateUploadSignatureOptions`.

        Returns:
            The signature.

        Raises:
            ConfigurationError: If the client has no secret key.
            InvalidParameterError: For an option out of its range.
        """
        return self._link.native.uploads_create_signature(options)


class DeliveryOperations(Resource):
    """Delivery of files: URLs, operations on images, signatures, downloads (URL API)."""

    __slots__ = ()

    def url(self, file: FileReference, **options: Unpack[DeliveryUrlOptions]) -> str:
        """The URL of a file, or of what operations make of it.

        Nothing is sent.

        Reference: URL API.

        Args:
            file: The file.
            **options: Operations, and a name; see `DeliveryUrlOptions`.

        Returns:
            The URL.

        Raises:
            InvalidParameterError: For what is no file, no operations or no file name.
        """
        return self._link.native.delivery_url(file_text(file, "file"), options)

    def group_url(self, group: GroupReference, **options: Unpack[GroupUrlOptions]) -> str:
        """The URL of a group: a page, one of its files or an archive.

        Nothing is sent.

        Reference: URL API, File groups.

        Args:
            group: The group.
            **options: What of the group; see `GroupUrlOptions`.

        Returns:
            The URL.

        Raises:
            InvalidParameterError: For what is no group, a file that it does not have, or
                options that exclude each other.
        """
        return self._link.native.delivery_group_url(group_text(group, "group"), options)

    def gif_to_video_url(self, file: FileReference, **options: Unpack[GifToVideoOptions]) -> str:
        """The URL of an animation as a video.

        Nothing is sent.

        Reference: URL API, GIF to video.

        Args:
            file: An animated GIF.
            **options: Format, quality and size; see `GifToVideoOptions`.

        Returns:
            The URL.

        Raises:
            InvalidParameterError: For what is no file, or an operation that a video cannot
                have.
        """
        return self._link.native.delivery_gif_to_video_url(file_text(file, "file"), options)

    def face_detection_url(self, file: FileReference) -> str:
        """The URL that tells where there are faces in an image.

        Nothing is sent; see `faces` for what it tells.

        Reference: URL API, Face detection.

        Args:
            file: The image.

        Returns:
            The URL.

        Raises:
            InvalidParameterError: For what is no file.
        """
        return self._link.native.delivery_face_detection_url(file_text(file, "file"))

    def proxy_url(self, source_url: str, **options: Unpack[ProxyUrlOptions]) -> str:
        """The URL of an image from elsewhere that the proxy fetches and changes.

        Nothing is sent. The domain of the image must be on the list of the project.

        Reference: Delivery, Proxy.

        Args:
            source_url: `http` or `https` URL of the image.
            **options: Operations; see `ProxyUrlOptions`.

        Returns:
            The URL.

        Raises:
            InvalidParameterError: For what is no such URL.
        """
        return self._link.native.delivery_proxy_url(source_url, options)

    def srcset(self, file: FileReference, **options: Unpack[SrcsetOptions]) -> str:
        """The attribute `srcset` of an HTML image: the image in several sizes, of which a browser
        takes one.

        Nothing is sent.

        Reference: URL API, Resize, crop: resize.

        Args:
            file: The image.
            **options: The sizes; see `SrcsetOptions`.

        Returns:
            The attribute's value.

        Raises:
            InvalidParameterError: For what is no file, or a width out of its range.
        """
        return self._link.native.delivery_srcset(file_text(file, "file"), options)

    def parse_url(self, url: str) -> DeliveryUrl:
        """Takes a delivery URL apart.

        Nothing is sent.

        Reference: URL API.

        Args:
            url: A URL on the CDN base of the client or a host of the service, or the path of
                one.

        Returns:
            Its parts.

        Raises:
            InvalidParameterError: For what is no delivery URL, or on another host.
        """
        return self._link.native.delivery_parse_url(url)

    def rewrite_url(self, url: str) -> str:
        """The same URL on the CDN base of this client: for URLs of answers, which name a host of
        their own.

        Nothing is sent.

        Reference: Delivery, CDN.

        Args:
            url: A URL on the CDN base of the client or a host of the service.

        Returns:
            The URL.

        Raises:
            InvalidParameterError: For what is no URL, or on another host.
        """
        return self._link.native.delivery_rewrite_url(url)

    def hosts(self) -> DeliveryHosts:
        """The hosts that files of the project are delivered from.

        Nothing is sent.

        Reference: Delivery, CDN.

        Returns:
            The hosts, and what they begin with.
        """
        return self._link.native.delivery_hosts()

    def signed_url(self, url: str, **options: Unpack[SignUrlOptions]) -> str:
        """A URL with a token that opens it for a while, made with the first of the client's
        `delivery_secrets`.

        A URL on the project's own host gets the host for signed URLs. Nothing is sent.

        Reference: Secure delivery, Signed URLs.

        Args:
            url: A URL on the CDN base of the client or a host of the service; a token that it
                has is left out.
            **options: What the token opens, and for how long; see `SignUrlOptions`.

        Returns:
            The URL.

        Raises:
            ConfigurationError: Without a secret.
            InvalidParameterError: For a URL on another host, a time that is over, or paths that
                do not cover the URL.
        """
        return self._link.native.delivery_signed_url(url, options)

    def verify_signed_url(self, url: str, **options: Unpack[VerifyUrlOptions]) -> SignedUrl:
        """Finds out whether the token of a signed URL is genuine and still opens it, with each of
        the client's `delivery_secrets`.

        Nothing is sent.

        Reference: Secure delivery, Signed URLs.

        Args:
            url: The URL.
            **options: How to look at it; see `VerifyUrlOptions`.

        Returns:
            What its token opens, and until when.

        Raises:
            InvalidSignatureError: , saying why, if it is not.
            ConfigurationError: Without a secret.
            InvalidParameterError: For a URL on another host.
        """
        return self._link.native.delivery_verify_signed_url(url, options)

    def info(self, file: FileReference, **options: Unpack[DeliveryInfoOptions]) -> DeliveryInfo:
        """Gets facts of an image from the CDN: its size, format, colours and what the camera has
        told.

        Reference: URL API, File information.

        Args:
            file: The image; of a file that is none there is little to tell.
            **options: Operations before it is looked at; see `DeliveryInfoOptions`.

        Raises:
            InvalidParameterError: For what is no file or no operations.
            NotFoundError: If there is no such file.
            ForbiddenError: If the project demands signed URLs and the client has no secret for
                them.
        """
        return self._link.native.delivery_info(file_text(file, "file"), options)

    def faces(self, file: FileReference) -> list[Face]:
        """Finds faces in an image.

        Reference: URL API, Face detection.

        Args:
            file: The image.

        Returns:
            A box around each face, in pixels of the original.

        Raises:
            InvalidParameterError: For what is no file.
            RejectedError: If it is no image.
            NotFoundError: If there is no such file.
        """
        return self._link.native.delivery_faces(file_text(file, "file"))

    def main_colors(self, file: FileReference, **options: Unpack[MainColorsOptions]) -> list[Color]:
        """Finds the colours of which there is most in an image.

        Reference: URL API, Color recognition.

        Args:
            file: The image.
            **options: How many, and operations before it is looked at; see `MainColorsOptions`.

        Returns:
            The colours, most first.

        Raises:
            InvalidParameterError: For what is no file, or a number out of its range.
            RejectedError: If it is no image.
            NotFoundError: If there is no such file.
        """
        return self._link.native.delivery_main_colors(file_text(file, "file"), options)


class AsyncDeliveryOperations(Resource):
    """Delivery of files: URLs, operations on images, signatures, downloads (URL API)."""

    __slots__ = ()

    def url(self, file: FileReference, **options: Unpack[DeliveryUrlOptions]) -> str:
        """The URL of a file, or of what operations make of it.

        Nothing is sent.

        Reference: URL API.

        Args:
            file: The file.
            **options: Operations, and a name; see `DeliveryUrlOptions`.

        Returns:
            The URL.

        Raises:
            InvalidParameterError: For what is no file, no operations or no file name.
        """
        return self._link.native.delivery_url(file_text(file, "file"), options)

    def group_url(self, group: GroupReference, **options: Unpack[GroupUrlOptions]) -> str:
        """The URL of a group: a page, one of its files or an archive.

        Nothing is sent.

        Reference: URL API, File groups.

        Args:
            group: The group.
            **options: What of the group; see `GroupUrlOptions`.

        Returns:
            The URL.

        Raises:
            InvalidParameterError: For what is no group, a file that it does not have, or
                options that exclude each other.
        """
        return self._link.native.delivery_group_url(group_text(group, "group"), options)

    def gif_to_video_url(self, file: FileReference, **options: Unpack[GifToVideoOptions]) -> str:
        """The URL of an animation as a video.

        Nothing is sent.

        Reference: URL API, GIF to video.

        Args:
            file: An animated GIF.
            **options: Format, quality and size; see `GifToVideoOptions`.

        Returns:
            The URL.

        Raises:
            InvalidParameterError: For what is no file, or an operation that a video cannot
                have.
        """
        return self._link.native.delivery_gif_to_video_url(file_text(file, "file"), options)

    def face_detection_url(self, file: FileReference) -> str:
        """The URL that tells where there are faces in an image.

        Nothing is sent; see `faces` for what it tells.

        Reference: URL API, Face detection.

        Args:
            file: The image.

        Returns:
            The URL.

        Raises:
            InvalidParameterError: For what is no file.
        """
        return self._link.native.delivery_face_detection_url(file_text(file, "file"))

    def proxy_url(self, source_url: str, **options: Unpack[ProxyUrlOptions]) -> str:
        """The URL of an image from elsewhere that the proxy fetches and changes.

        Nothing is sent. The domain of the image must be on the list of the project.

        Reference: Delivery, Proxy.

        Args:
            source_url: `http` or `https` URL of the image.
            **options: Operations; see `ProxyUrlOptions`.

        Returns:
            The URL.

        Raises:
            InvalidParameterError: For what is no such URL.
        """
        return self._link.native.delivery_proxy_url(source_url, options)

    def srcset(self, file: FileReference, **options: Unpack[SrcsetOptions]) -> str:
        """The attribute `srcset` of an HTML image: the image in several sizes, of which a browser
        takes one.

        Nothing is sent.

        Reference: URL API, Resize, crop: resize.

        Args:
            file: The image.
            **options: The sizes; see `SrcsetOptions`.

        Returns:
            The attribute's value.

        Raises:
            InvalidParameterError: For what is no file, or a width out of its range.
        """
        return self._link.native.delivery_srcset(file_text(file, "file"), options)

    def parse_url(self, url: str) -> DeliveryUrl:
        """Takes a delivery URL apart.

        Nothing is sent.

        Reference: URL API.

        Args:
            url: A URL on the CDN base of the client or a host of the service, or the path of
                one.

        Returns:
            Its parts.

        Raises:
            InvalidParameterError: For what is no delivery URL, or on another host.
        """
        return self._link.native.delivery_parse_url(url)

    def rewrite_url(self, url: str) -> str:
        """The same URL on the CDN base of this client: for URLs of answers, which name a host of
        their own.

        Nothing is sent.

        Reference: Delivery, CDN.

        Args:
            url: A URL on the CDN base of the client or a host of the service.

        Returns:
            The URL.

        Raises:
            InvalidParameterError: For what is no URL, or on another host.
        """
        return self._link.native.delivery_rewrite_url(url)

    def hosts(self) -> DeliveryHosts:
        """The hosts that files of the project are delivered from.

        Nothing is sent.

        Reference: Delivery, CDN.

        Returns:
            The hosts, and what they begin with.
        """
        return self._link.native.delivery_hosts()

    def signed_url(self, url: str, **options: Unpack[SignUrlOptions]) -> str:
        """A URL with a token that opens it for a while, made with the first of the client's
        `delivery_secrets`.

        A URL on the project's own host gets the host for signed URLs. Nothing is sent.

        Reference: Secure delivery, Signed URLs.

        Args:
            url: A URL on the CDN base of the client or a host of the service; a token that it
                has is left out.
            **options: What the token opens, and for how long; see `SignUrlOptions`.

        Returns:
            The URL.

        Raises:
            ConfigurationError: Without a secret.
            InvalidParameterError: For a URL on another host, a time that is over, or paths that
                do not cover the URL.
        """
        return self._link.native.delivery_signed_url(url, options)

    def verify_signed_url(self, url: str, **options: Unpack[VerifyUrlOptions]) -> SignedUrl:
        """Finds out whether the token of a signed URL is genuine and still opens it, with each of
        the client's `delivery_secrets`.

        Nothing is sent.

        Reference: Secure delivery, Signed URLs.

        Args:
            url: The URL.
            **options: How to look at it; see `VerifyUrlOptions`.

        Returns:
            What its token opens, and until when.

        Raises:
            InvalidSignatureError: , saying why, if it is not.
            ConfigurationError: Without a secret.
            InvalidParameterError: For a URL on another host.
        """
        return self._link.native.delivery_verify_signed_url(url, options)

    async def info(
        self, file: FileReference, **options: Unpack[DeliveryInfoOptions]
    ) -> DeliveryInfo:
        """Gets facts of an image from the CDN: its size, format, colours and what the camera has
        told.

        Reference: URL API, File information.

        Args:
            file: The image; of a file that is none there is little to tell.
            **options: Operations before it is looked at; see `DeliveryInfoOptions`.

        Raises:
            InvalidParameterError: For what is no file or no operations.
            NotFoundError: If there is no such file.
            ForbiddenError: If the project demands signed URLs and the client has no secret for
                them.
        """
        return await self._link.native.delivery_info_async(file_text(file, "file"), options)

    async def faces(self, file: FileReference) -> list[Face]:
        """Finds faces in an image.

        Reference: URL API, Face detection.

        Args:
            file: The image.

        Returns:
            A box around each face, in pixels of the original.

        Raises:
            InvalidParameterError: For what is no file.
            RejectedError: If it is no image.
            NotFoundError: If there is no such file.
        """
        return await self._link.native.delivery_faces_async(file_text(file, "file"))

    async def main_colors(
        self, file: FileReference, **options: Unpack[MainColorsOptions]
    ) -> list[Color]:
        """Finds the colours of which there is most in an image.

        Reference: URL API, Color recognition.

        Args:
            file: The image.
            **options: How many, and operations before it is looked at; see `MainColorsOptions`.

        Returns:
            The colours, most first.

        Raises:
            InvalidParameterError: For what is no file, or a number out of its range.
            RejectedError: If it is no image.
            NotFoundError: If there is no such file.
        """
        return await self._link.native.delivery_main_colors_async(file_text(file, "file"), options)


class Projects(Resource):
    """Projects of the account (Project API: Projects)."""

    __slots__ = ()

    def list(self, **options: Unpack[ListProjectsOptions]) -> builtins.list[AccountProject]:
        """Lists all projects of the account, in one list.

        Reference: Project API, List projects.

        Args:
            **options: How it is fetched; see `ListProjectsOptions`.

        Raises:
            InvalidParameterError: For a limit out of its range.
            AuthenticationError: For a wrong token.
        """
        return self._link.native.projects_list(options)

    def create(self, name: str, **options: Unpack[CreateProjectOptions]) -> AccountProject:
        """Makes a project.

        Reference: Project API, Create project.

        Args:
            name: Its name: 1 to 255 characters.
            **options: What it is like; see `CreateProjectOptions`.

        Raises:
            InvalidParameterError: For a bad name or feature.
            RejectedError: For what the service does not take.
        """
        return self._link.native.projects_create(name, options)

    def get(self, public_key: str) -> AccountProject:
        """Gets one project.

        Reference: Project API, Get project.

        Args:
            public_key: Public key of the project.

        Raises:
            InvalidParameterError: For what is no key.
            NotFoundError: If there is no such project.
            ForbiddenError: If it belongs to another account.
        """
        return self._link.native.projects_get(public_key)

    def update(self, public_key: str, **options: Unpack[UpdateProjectOptions]) -> AccountProject:
        """Changes a project.

        Reference: Project API, Update project.

        Args:
            public_key: Public key of the project.
            **options: What to change; see `UpdateProjectOptions`.

        Raises:
            InvalidParameterError: For what is no key, or a bad name or feature.
            NotFoundError: If there is no such project.
            ForbiddenError: If it belongs to another account.
        """
        return self._link.native.projects_update(public_key, options)

    def delete(self, public_key: str) -> None:
        """Deletes a project.

        Its files are no longer delivered.

        Reference: Project API, Delete project.

        Args:
            public_key: Public key of the project.

        Raises:
            InvalidParameterError: For what is no key.
            NotFoundError: If there is no such project.
            ForbiddenError: If it belongs to another account.
        """
        self._link.native.projects_delete(public_key)


class AsyncProjects(Resource):
    """Projects of the account (Project API: Projects)."""

    __slots__ = ()

    async def list(self, **options: Unpack[ListProjectsOptions]) -> builtins.list[AccountProject]:
        """Lists all projects of the account, in one list.

        Reference: Project API, List projects.

        Args:
            **options: How it is fetched; see `ListProjectsOptions`.

        Raises:
            InvalidParameterError: For a limit out of its range.
            AuthenticationError: For a wrong token.
        """
        return await self._link.native.projects_list_async(options)

    async def create(self, name: str, **options: Unpack[CreateProjectOptions]) -> AccountProject:
        """Makes a project.

        Reference: Project API, Create project.

        Args:
            name: Its name: 1 to 255 characters.
            **options: What it is like; see `CreateProjectOptions`.

        Raises:
            InvalidParameterError: For a bad name or feature.
            RejectedError: For what the service does not take.
        """
        return await self._link.native.projects_create_async(name, options)

    async def get(self, public_key: str) -> AccountProject:
        """Gets one project.

        Reference: Project API, Get project.

        Args:
            public_key: Public key of the project.

        Raises:
            InvalidParameterError: For what is no key.
            NotFoundError: If there is no such project.
            ForbiddenError: If it belongs to another account.
        """
        return await self._link.native.projects_get_async(public_key)

    async def update(
        self, public_key: str, **options: Unpack[UpdateProjectOptions]
    ) -> AccountProject:
        """Changes a project.

        Reference: Project API, Update project.

        Args:
            public_key: Public key of the project.
            **options: What to change; see `UpdateProjectOptions`.

        Raises:
            InvalidParameterError: For what is no key, or a bad name or feature.
            NotFoundError: If there is no such project.
            ForbiddenError: If it belongs to another account.
        """
        return await self._link.native.projects_update_async(public_key, options)

    async def delete(self, public_key: str) -> None:
        """Deletes a project.

        Its files are no longer delivered.

        Reference: Project API, Delete project.

        Args:
            public_key: Public key of the project.

        Raises:
            InvalidParameterError: For what is no key.
            NotFoundError: If there is no such project.
            ForbiddenError: If it belongs to another account.
        """
        await self._link.native.projects_delete_async(public_key)


class ProjectSecrets(Resource):
    """Secret keys of the projects of an account (Project API: Secrets)."""

    __slots__ = ()

    def list(self, public_key: str) -> builtins.list[ProjectSecret]:
        """Lists the secret keys of a project, without telling them.

        Reference: Project API, List secrets.

        Args:
            public_key: Public key of the project.

        Raises:
            InvalidParameterError: For what is no key.
            NotFoundError: If there is no such project.
            ForbiddenError: If it belongs to another account.
        """
        return self._link.native.secrets_list(public_key)

    def create(self, public_key: str) -> NewProjectSecret:
        """Makes a secret key for a project.

        Keep it: the service tells it only now.

        Reference: Project API, Create secret.

        Args:
            public_key: Public key of the project.

        Raises:
            InvalidParameterError: For what is no key.
            NotFoundError: If there is no such project.
            ForbiddenError: If it belongs to another account.
        """
        return self._link.native.secrets_create(public_key)

    def delete(self, public_key: str, id: str) -> None:
        """Deletes a secret key of a project: requests that are signed with it are refused.

        Reference: Project API, Delete secret.

        Args:
            public_key: Public key of the project.
            id: Identifier of the secret key.

        Raises:
            InvalidParameterError: For what is no key or identifier.
            NotFoundError: If there is none such.
            RejectedError: For the last one of a project that demands signed uploads.
            ForbiddenError: If it belongs to another account.
        """
        self._link.native.secrets_delete(public_key, id)


class AsyncProjectSecrets(Resource):
    """Secret keys of the projects of an account (Project API: Secrets)."""

    __slots__ = ()

    async def list(self, public_key: str) -> builtins.list[ProjectSecret]:
        """Lists the secret keys of a project, without telling them.

        Reference: Project API, List secrets.

        Args:
            public_key: Public key of the project.

        Raises:
            InvalidParameterError: For what is no key.
            NotFoundError: If there is no such project.
            ForbiddenError: If it belongs to another account.
        """
        return await self._link.native.secrets_list_async(public_key)

    async def create(self, public_key: str) -> NewProjectSecret:
        """Makes a secret key for a project.

        Keep it: the service tells it only now.

        Reference: Project API, Create secret.

        Args:
            public_key: Public key of the project.

        Raises:
            InvalidParameterError: For what is no key.
            NotFoundError: If there is no such project.
            ForbiddenError: If it belongs to another account.
        """
        return await self._link.native.secrets_create_async(public_key)

    async def delete(self, public_key: str, id: str) -> None:
        """Deletes a secret key of a project: requests that are signed with it are refused.

        Reference: Project API, Delete secret.

        Args:
            public_key: Public key of the project.
            id: Identifier of the secret key.

        Raises:
            InvalidParameterError: For what is no key or identifier.
            NotFoundError: If there is none such.
            RejectedError: For the last one of a project that demands signed uploads.
            ForbiddenError: If it belongs to another account.
        """
        await self._link.native.secrets_delete_async(public_key, id)


class ProjectUsage(Resource):
    """What projects of an account use (Project API: Usage)."""

    __slots__ = ()

    def get(self, public_key: str, from_: date | str, to: date | str) -> Usage:
        """Tells what a project used, day by day.

        A range of more than 90 days is asked for in several requests.

        Reference: Project API, Usage.

        Args:
            public_key: Public key of the project.
            from_: The first day, as `2026-11-01`, in UTC.
            to: The day after the last, in UTC: later than `from_`, at most twenty years, and
                before today.

        Raises:
            InvalidParameterError: For what is no key or no date, or a range that is backwards,
                empty, too long or not over.
            NotFoundError: If there is no such project.
            ForbiddenError: If it belongs to another account.
        """
        return self._link.native.usage_get(
            public_key, date_text(from_, "from_"), date_text(to, "to")
        )

    def metric(
        self, public_key: str, metric: UsageMetric, from_: date | str, to: date | str
    ) -> MetricUsage:
        """Tells one metric of what a project used, day by day.

        A range of more than 90 days is asked for in several requests.

        Reference: Project API, Usage by metric.

        Args:
            public_key: Public key of the project.
            metric: What to tell.
            from_: The first day, as `2026-11-01`, in UTC.
            to: The day after the last, in UTC: later than `from_`, at most twenty years, and
                before today.

        Raises:
            InvalidParameterError: For what is no key, no metric or no date, or a range that is
                backwards, empty, too long or not over.
            NotFoundError: If there is no such project.
            ForbiddenError: If it belongs to another account.
        """
        return self._link.native.usage_metric(
            public_key, metric, date_text(from_, "from_"), date_text(to, "to")
        )


class AsyncProjectUsage(Resource):
    """What projects of an account use (Project API: Usage)."""

    __slots__ = ()

    async def get(self, public_key: str, from_: date | str, to: date | str) -> Usage:
        """Tells what a project used, day by day.

        A range of more than 90 days is asked for in several requests.

        Reference: Project API, Usage.

        Args:
            public_key: Public key of the project.
            from_: The first day, as `2026-11-01`, in UTC.
            to: The day after the last, in UTC: later than `from_`, at most twenty years, and
                before today.

        Raises:
            InvalidParameterError: For what is no key or no date, or a range that is backwards,
                empty, too long or not over.
            NotFoundError: If there is no such project.
            ForbiddenError: If it belongs to another account.
        """
        return await self._link.native.usage_get_async(
            public_key, date_text(from_, "from_"), date_text(to, "to")
        )

    async def metric(
        self, public_key: str, metric: UsageMetric, from_: date | str, to: date | str
    ) -> MetricUsage:
        """Tells one metric of what a project used, day by day.

        A range of more than 90 days is asked for in several requests.

        Reference: Project API, Usage by metric.

        Args:
            public_key: Public key of the project.
            metric: What to tell.
            from_: The first day, as `2026-11-01`, in UTC.
            to: The day after the last, in UTC: later than `from_`, at most twenty years, and
                before today.

        Raises:
            InvalidParameterError: For what is no key, no metric or no date, or a range that is
                backwards, empty, too long or not over.
            NotFoundError: If there is no such project.
            ForbiddenError: If it belongs to another account.
        """
        return await self._link.native.usage_metric_async(
            public_key, metric, date_text(from_, "from_"), date_text(to, "to")
        )


class Resources:
    """What a client has."""

    files: Files
    """Files of the project: list, search, inspect, store, delete, copy."""
    tags: Tags
    """Tags of files."""
    metadata: Metadata
    """Metadata of files."""
    groups: Groups
    """Groups of files."""
    webhooks: Webhooks
    """Webhooks of the project."""
    project: Project
    """The project itself."""
    conversion: Conversion
    """Conversion of documents and videos."""
    addons: Addons
    """Add-ons: what the service can find out about a file, or make of it."""
    jobs: Jobs
    """Jobs that were started before, here or elsewhere."""

    def _set_up(self, link: Link) -> None:
        self.files = Files(link)
        self.tags = Tags(link)
        self.metadata = Metadata(link)
        self.groups = Groups(link)
        self.webhooks = Webhooks(link)
        self.project = Project(link)
        self.conversion = Conversion(link)
        self.addons = Addons(link)
        self.jobs = Jobs(link)


class AsyncResources:
    """What a client has."""

    files: AsyncFiles
    """Files of the project: list, search, inspect, store, delete, copy."""
    tags: AsyncTags
    """Tags of files."""
    metadata: AsyncMetadata
    """Metadata of files."""
    groups: AsyncGroups
    """Groups of files."""
    webhooks: AsyncWebhooks
    """Webhooks of the project."""
    project: AsyncProject
    """The project itself."""
    conversion: AsyncConversion
    """Conversion of documents and videos."""
    addons: AsyncAddons
    """Add-ons: what the service can find out about a file, or make of it."""
    jobs: AsyncJobs
    """Jobs that were started before, here or elsewhere."""

    def _set_up(self, link: Link) -> None:
        self.files = AsyncFiles(link)
        self.tags = AsyncTags(link)
        self.metadata = AsyncMetadata(link)
        self.groups = AsyncGroups(link)
        self.webhooks = AsyncWebhooks(link)
        self.project = AsyncProject(link)
        self.conversion = AsyncConversion(link)
        self.addons = AsyncAddons(link)
        self.jobs = AsyncJobs(link)


class AccountResources:
    """What a client of an account has."""

    projects: Projects
    """Projects of the account."""
    secrets: ProjectSecrets
    """Secret keys of projects."""
    usage: ProjectUsage
    """What projects use."""

    def _set_up(self, link: Link) -> None:
        self.projects = Projects(link)
        self.secrets = ProjectSecrets(link)
        self.usage = ProjectUsage(link)


class AsyncAccountResources:
    """What a client of an account has."""

    projects: AsyncProjects
    """Projects of the account."""
    secrets: AsyncProjectSecrets
    """Secret keys of projects."""
    usage: AsyncProjectUsage
    """What projects use."""

    def _set_up(self, link: Link) -> None:
        self.projects = AsyncProjects(link)
        self.secrets = AsyncProjectSecrets(link)
        self.usage = AsyncProjectUsage(link)
