// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

package com.uploadcare.sdk

import com.uploadcare.sdk.model.BatchOptions
import com.uploadcare.sdk.model.BatchResult
import com.uploadcare.sdk.model.GroupInfo
import com.uploadcare.sdk.model.ListGroupsOptions
import com.uploadcare.sdk.model.UploadGroupInfo

/**
 * Groups of files (REST API: Groups).
 *
 * A group is given as text (its identifier, or its URL on the CDN), or as what a list or an upload gave.
 */
public class Groups internal constructor(
    private val connection: Connection,
) {
    /**
     * Lists groups, one by one or page by page. Nothing is sent until the first is asked for.
     *
     * Reference: REST API, List of groups.
     *
     * @param options which groups, in which order.
     * @throws InvalidParameterException for an option out of its range or an unreadable cursor.
     */
    public fun list(options: ListGroupsOptions = ListGroupsOptions()): ItemList<GroupInfo> =
        connection.list { client, cursor ->
            // A cursor brings its own selection.
            val selection =
                cursor?.let {
                    ListGroupsOptions(prefetch = options.prefetch, concurrency = options.concurrency, cursor = it)
                } ?: options
            client.groupsList(selection).adapted(connection)
        }

    /**
     * Divides a list among several processes or machines: parts of about the same size, each as text to be given as the
     * `cursor` of a list of its own, wherever that runs. Together they have every one of the groups once.
     *
     * Sizes are estimated by looking at some places: some ten requests for each part. A list that is short has fewer
     * parts. What comes while they are read is in the last part, or not at all.
     *
     * Reference: REST API, List of groups.
     *
     * @param count parts, 1 to 1000, at most. A few for each reader even out what was estimated badly.
     * @param options which groups. How they are read is said when a part is read.
     * @return the parts, oldest first; the groups of a part come in any order.
     * @throws InvalidParameterException for an option out of its range, or a `cursor`.
     */
    public suspend fun listSlices(
        count: Long,
        options: ListGroupsOptions = ListGroupsOptions(),
    ): List<String> = connection.call { it.groupsListSlices(count, options, cancel) }

    /**
     * Gets one group with its files; null stands for a file that has been removed.
     *
     * Reference: REST API, Group info.
     *
     * @param group the group (identifier or CDN URL).
     * @throws InvalidParameterException if it is no group.
     * @throws NotFoundException if the project has no such group.
     */
    public suspend fun get(group: String): GroupInfo = connection.call { it.groupsGet(group, cancel) }

    /** As [get], by [GroupInfo]. */
    public suspend fun get(group: GroupInfo): GroupInfo = get(group.id)

    /** As [get], by [UploadGroupInfo]. */
    public suspend fun get(group: UploadGroupInfo): GroupInfo = get(group.id)

    /**
     * Deletes a group. Its files stay.
     *
     * Reference: REST API, Delete group.
     *
     * @param group the group (identifier or CDN URL).
     * @throws InvalidParameterException if it is no group.
     * @throws NotFoundException if the project has no such group.
     */
    public suspend fun delete(group: String): Unit = connection.call { it.groupsDelete(group, cancel) }

    /** As [delete], by [GroupInfo]. */
    public suspend fun delete(group: GroupInfo): Unit = delete(group.id)

    /** As [delete], by [UploadGroupInfo]. */
    public suspend fun delete(group: UploadGroupInfo): Unit = delete(group.id)

    /**
     * Deletes the files of a group for good, then the group.
     *
     * If a request for the files fails the group stays, so that the rest can be found and tried again: it is gone when
     * the result has neither `failures` nor `notTried`.
     *
     * Reference: REST API, Batch file delete; Delete group.
     *
     * @param group the group (identifier or CDN URL).
     * @param options how to go about it.
     * @return every file deleted and every problem, in the order of the group.
     * @throws InvalidParameterException for what is no group or an option out of its range.
     * @throws NotFoundException if the project has no such group.
     */
    public suspend fun deleteWithFiles(
        group: String,
        options: BatchOptions = BatchOptions(),
    ): BatchResult = connection.call { it.groupsDeleteWithFiles(group, options, cancel) }

    /** As [deleteWithFiles], by [GroupInfo]. */
    public suspend fun deleteWithFiles(
        group: GroupInfo,
        options: BatchOptions = BatchOptions(),
    ): BatchResult = deleteWithFiles(group.id, options)

    /** As [deleteWithFiles], by [UploadGroupInfo]. */
    public suspend fun deleteWithFiles(
        group: UploadGroupInfo,
        options: BatchOptions = BatchOptions(),
    ): BatchResult = deleteWithFiles(group.id, options)
}
