package com.uploadcare.sdk

import com.uploadcare.sdk.internal.NativeFilePage
import com.uploadcare.sdk.internal.NativeFilePages
import com.uploadcare.sdk.model.FileInfo
import com.uploadcare.sdk.model.GetFileOptions
import com.uploadcare.sdk.model.ListFilesOptions

/** Files of the project (REST API: Files). */
public class Files internal constructor(
    private val connection: Connection,
) {
    /**
     * Lists files, one by one or page by page. Nothing is sent until the first is asked for.
     *
     * Reference: REST API, List of files.
     *
     * @param options which files, in which order, and how many per page (100 by default, 1000 at most).
     * @throws InvalidParameterException if an option is out of its range or the cursor cannot be read.
     */
    public fun list(options: ListFilesOptions = ListFilesOptions()): ItemList<FileInfo> {
        val open = { cursor: String? ->
            // A cursor brings its own selection.
            val selection = cursor?.let { ListFilesOptions(prefetch = options.prefetch, cursor = it) } ?: options
            FilePages(connection, connection.now { it.filesList(selection) })
        }
        open(null).close()
        return ItemList(open)
    }

    /**
     * Gets one file. A removed file is still found, with `datetimeRemoved` set.
     *
     * Reference: REST API, File info.
     *
     * @param uuid identifier of the file.
     * @param options what to fetch of it.
     * @throws InvalidParameterException if [uuid] is no UUID.
     * @throws NotFoundException if the project has no such file.
     */
    public suspend fun get(
        uuid: String,
        options: GetFileOptions = GetFileOptions(),
    ): FileInfo = connection.call { it.filesGet(uuid, options, null) }
}

private class FilePages(
    private val connection: Connection,
    private val pages: NativeFilePages,
) : NativePages<FileInfo> {
    override suspend fun next() = connection.call { pages.nextPage(null) }?.toPage()

    override suspend fun previous() = connection.call { pages.previousPage(null) }?.toPage()

    override fun cursor(taken: Int?) = pages.cursor(taken?.toUInt())

    override fun close() = pages.close()

    private fun NativeFilePage.toPage() = Page(results, info)
}
