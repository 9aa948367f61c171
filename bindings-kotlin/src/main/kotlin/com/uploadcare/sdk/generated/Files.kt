// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

package com.uploadcare.sdk

import com.uploadcare.sdk.model.BatchOptions
import com.uploadcare.sdk.model.BatchResult
import com.uploadcare.sdk.model.CopyLocalOptions
import com.uploadcare.sdk.model.CopyRemoteOptions
import com.uploadcare.sdk.model.FileInfo
import com.uploadcare.sdk.model.GetFileOptions
import com.uploadcare.sdk.model.ListFilesOptions
import com.uploadcare.sdk.model.RemoteCopy
import com.uploadcare.sdk.model.SearchOptions
import com.uploadcare.sdk.model.UploadedFile
import java.util.UUID

/**
 * Files of the project (REST API: Files).
 *
 * A file is given as text (its UUID, or its URL on the CDN), as [UUID], or as what a list or an upload gave.
 */
public class Files internal constructor(
    private val connection: Connection,
) {
    /**
     * Lists files, one by one or page by page. Nothing is sent until the first is asked for.
     *
     * Reference: REST API, List of files.
     *
     * @param options which files, in which order.
     * @throws InvalidParameterException for an option out of its range or an unreadable cursor.
     */
    public fun list(options: ListFilesOptions = ListFilesOptions()): ItemList<FileInfo> =
        connection.list { client, cursor ->
            // A cursor brings its own selection.
            val selection =
                cursor?.let {
                    ListFilesOptions(prefetch = options.prefetch, concurrency = options.concurrency, cursor = it)
                } ?: options
            client.filesList(selection).adapted(connection)
        }

    /**
     * Divides a list among several processes or machines: parts of about the same size, each as text to be given as the
     * `cursor` of a list of its own, wherever that runs. Together they have every one of the files once.
     *
     * Sizes are estimated by looking at some places: some ten requests for each part. A list that is short has fewer
     * parts. What comes while they are read is in the last part, or not at all.
     *
     * Reference: REST API, List of files.
     *
     * @param count parts, 1 to 1000, at most. A few for each reader even out what was estimated badly.
     * @param options which files. How they are read is said when a part is read.
     * @return the parts, oldest first; the files of a part come in any order.
     * @throws InvalidParameterException for an option out of its range, or a `cursor`.
     */
    public suspend fun listSlices(
        count: Long,
        options: ListFilesOptions = ListFilesOptions(),
    ): List<String> = connection.call { it.filesListSlices(count, options, cancel) }

    /**
     * Finds files by their names, types, metadata, tags, sizes and dates, one by one or page by page. Nothing is sent
     * until the first is asked for.
     *
     * New files are found after some seconds. Without `sort` the best matches come first, and pages may overlap: give a
     * `sort` to walk through many.
     *
     * Reference: REST API, File search.
     *
     * @param options what to find; at least one condition.
     * @throws InvalidParameterException for an option out of its range, or without any condition.
     * @throws SearchWindowException on the way past the first 999 results, which is as far as the service goes.
     * @throws RejectedException with `fieldErrors` for what the service refuses.
     */
    public fun search(options: SearchOptions = SearchOptions()): ItemList<FileInfo> =
        connection.list { client, cursor ->
            // A cursor brings its own selection.
            val selection = cursor?.let { SearchOptions(prefetch = options.prefetch, cursor = it) } ?: options
            client.filesSearch(selection).adapted(connection)
        }

    /**
     * Gets one file. A removed file is still found, with `datetimeRemoved` set.
     *
     * Reference: REST API, File info.
     *
     * @param file the file (UUID or CDN URL).
     * @param options what to fetch of it.
     * @throws InvalidParameterException if it is no file.
     * @throws NotFoundException if the project has no such file.
     */
    public suspend fun get(
        file: String,
        options: GetFileOptions = GetFileOptions(),
    ): FileInfo = connection.call { it.filesGet(file, options, cancel) }

    /** As [get], by [UUID]. */
    public suspend fun get(
        file: UUID,
        options: GetFileOptions = GetFileOptions(),
    ): FileInfo = get(file.toString(), options)

    /** As [get], by [FileInfo]. */
    public suspend fun get(
        file: FileInfo,
        options: GetFileOptions = GetFileOptions(),
    ): FileInfo = get(file.uuid, options)

    /** As [get], by [UploadedFile]. */
    public suspend fun get(
        file: UploadedFile,
        options: GetFileOptions = GetFileOptions(),
    ): FileInfo = get(file.uuid, options)

    /**
     * Stores one file, so that it is kept. A temporary file is removed after 24 hours.
     *
     * Reference: REST API, Store file.
     *
     * @param file the file (UUID or CDN URL).
     * @throws InvalidParameterException if it is no file.
     * @throws NotFoundException if the project has no such file.
     */
    public suspend fun store(file: String): FileInfo = connection.call { it.filesStore(file, cancel) }

    /** As [store], by [UUID]. */
    public suspend fun store(file: UUID): FileInfo = store(file.toString())

    /** As [store], by [FileInfo]. */
    public suspend fun store(file: FileInfo): FileInfo = store(file.uuid)

    /** As [store], by [UploadedFile]. */
    public suspend fun store(file: UploadedFile): FileInfo = store(file.uuid)

    /**
     * Deletes one file for good. Copies in the caches of the CDN stay a while.
     *
     * Reference: REST API, Delete file.
     *
     * @param file the file (UUID or CDN URL).
     * @return the file with `datetimeRemoved` set.
     * @throws InvalidParameterException if it is no file.
     * @throws NotFoundException if the project has no such file.
     */
    public suspend fun delete(file: String): FileInfo = connection.call { it.filesDelete(file, cancel) }

    /** As [delete], by [UUID]. */
    public suspend fun delete(file: UUID): FileInfo = delete(file.toString())

    /** As [delete], by [FileInfo]. */
    public suspend fun delete(file: FileInfo): FileInfo = delete(file.uuid)

    /** As [delete], by [UploadedFile]. */
    public suspend fun delete(file: UploadedFile): FileInfo = delete(file.uuid)

    /**
     * Stores any number of files, 100 per request, several requests at a time.
     *
     * A failed request costs nothing of the others: what it was about comes back in the result.
     *
     * Reference: REST API, Batch file storing.
     *
     * @param files the files (UUID or CDN URL). None are no error: nothing is sent then.
     * @param options how to go about it.
     * @return every file stored and every problem, each in the order given.
     * @throws InvalidParameterException for an option out of its range.
     * @throws UploadcareException if all requests fail, the error of the first.
     */
    public suspend fun storeMany(
        files: Iterable<String>,
        options: BatchOptions = BatchOptions(),
    ): BatchResult = connection.call { it.filesStoreMany(files.toList(), options, cancel) }

    /** As [storeMany], by [UUID]s. */
    @JvmName("storeManyByUUID")
    public suspend fun storeMany(
        files: Iterable<UUID>,
        options: BatchOptions = BatchOptions(),
    ): BatchResult = storeMany(files.map { it.toString() }, options)

    /** As [storeMany], by [FileInfo]s. */
    @JvmName("storeManyByFileInfo")
    public suspend fun storeMany(
        files: Iterable<FileInfo>,
        options: BatchOptions = BatchOptions(),
    ): BatchResult = storeMany(files.map { it.uuid }, options)

    /** As [storeMany], by [UploadedFile]s. */
    @JvmName("storeManyByUploadedFile")
    public suspend fun storeMany(
        files: Iterable<UploadedFile>,
        options: BatchOptions = BatchOptions(),
    ): BatchResult = storeMany(files.map { it.uuid }, options)

    /**
     * Deletes any number of files for good, 100 per request, several requests at a time.
     *
     * A failed request costs nothing of the others: what it was about comes back in the result.
     *
     * Reference: REST API, Batch file delete.
     *
     * @param files the files (UUID or CDN URL). None are no error: nothing is sent then.
     * @param options how to go about it.
     * @return every file deleted and every problem, each in the order given.
     * @throws InvalidParameterException for an option out of its range.
     * @throws UploadcareException if all requests fail, the error of the first.
     */
    public suspend fun deleteMany(
        files: Iterable<String>,
        options: BatchOptions = BatchOptions(),
    ): BatchResult = connection.call { it.filesDeleteMany(files.toList(), options, cancel) }

    /** As [deleteMany], by [UUID]s. */
    @JvmName("deleteManyByUUID")
    public suspend fun deleteMany(
        files: Iterable<UUID>,
        options: BatchOptions = BatchOptions(),
    ): BatchResult = deleteMany(files.map { it.toString() }, options)

    /** As [deleteMany], by [FileInfo]s. */
    @JvmName("deleteManyByFileInfo")
    public suspend fun deleteMany(
        files: Iterable<FileInfo>,
        options: BatchOptions = BatchOptions(),
    ): BatchResult = deleteMany(files.map { it.uuid }, options)

    /** As [deleteMany], by [UploadedFile]s. */
    @JvmName("deleteManyByUploadedFile")
    public suspend fun deleteMany(
        files: Iterable<UploadedFile>,
        options: BatchOptions = BatchOptions(),
    ): BatchResult = deleteMany(files.map { it.uuid }, options)

    /**
     * Copies a file within the project, with the transformations of its URL if it has any.
     *
     * The service answers before the copy is made: until then it has the size 0 and no `contentInfo`. Set `wait` to get
     * it settled. Up to 5 GB, with transformations 100 MB.
     *
     * Reference: REST API, Copy file to local storage.
     *
     * @param file the file, or its CDN URL with transformations.
     * @param options whether to store the copy, its metadata, and whether to wait.
     * @return the copy.
     * @throws InvalidParameterException for what is no file or an option out of its range.
     * @throws RejectedException for a file that cannot be copied.
     * @throws WaitTimeoutException if the copy has not settled in time.
     */
    public suspend fun copyLocal(
        file: String,
        options: CopyLocalOptions = CopyLocalOptions(),
    ): FileInfo = connection.call { it.filesCopyLocal(file, options, cancel) }

    /** As [copyLocal], by [UUID]. */
    public suspend fun copyLocal(
        file: UUID,
        options: CopyLocalOptions = CopyLocalOptions(),
    ): FileInfo = copyLocal(file.toString(), options)

    /** As [copyLocal], by [FileInfo]. */
    public suspend fun copyLocal(
        file: FileInfo,
        options: CopyLocalOptions = CopyLocalOptions(),
    ): FileInfo = copyLocal(file.uuid, options)

    /** As [copyLocal], by [UploadedFile]. */
    public suspend fun copyLocal(
        file: UploadedFile,
        options: CopyLocalOptions = CopyLocalOptions(),
    ): FileInfo = copyLocal(file.uuid, options)

    /**
     * Copies a file, with the transformations of its URL if it has any, to a storage of your own that is connected to
     * the project. Up to 5 GB.
     *
     * Reference: REST API, Copy file to remote storage.
     *
     * @param file the file, or its CDN URL with transformations.
     * @param target name of the storage, as the project has it.
     * @param options name and visibility of the copy.
     * @return where the copy is, and whether it was there already.
     * @throws InvalidParameterException for what is no file or an empty name.
     * @throws RejectedException for an unknown storage or a bad pattern.
     */
    public suspend fun copyRemote(
        file: String,
        target: String,
        options: CopyRemoteOptions = CopyRemoteOptions(),
    ): RemoteCopy = connection.call { it.filesCopyRemote(file, target, options, cancel) }

    /** As [copyRemote], by [UUID]. */
    public suspend fun copyRemote(
        file: UUID,
        target: String,
        options: CopyRemoteOptions = CopyRemoteOptions(),
    ): RemoteCopy = copyRemote(file.toString(), target, options)

    /** As [copyRemote], by [FileInfo]. */
    public suspend fun copyRemote(
        file: FileInfo,
        target: String,
        options: CopyRemoteOptions = CopyRemoteOptions(),
    ): RemoteCopy = copyRemote(file.uuid, target, options)

    /** As [copyRemote], by [UploadedFile]. */
    public suspend fun copyRemote(
        file: UploadedFile,
        target: String,
        options: CopyRemoteOptions = CopyRemoteOptions(),
    ): RemoteCopy = copyRemote(file.uuid, target, options)
}
