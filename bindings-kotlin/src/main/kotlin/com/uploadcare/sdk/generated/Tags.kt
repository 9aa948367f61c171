// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

package com.uploadcare.sdk

import com.uploadcare.sdk.model.FileInfo
import com.uploadcare.sdk.model.TagsChange
import com.uploadcare.sdk.model.UpdateTagsOptions
import com.uploadcare.sdk.model.UploadedFile
import java.util.UUID

/**
 * Tags of files (REST API: File tags).
 *
 * Tags are kept in small letters, trimmed, each once, in the order given: up to 50 of 1 to 100 characters `A-Z a-z 0-9
 * - _ .` per file.
 *
 * A file is given as text (its UUID, or its URL on the CDN), as [UUID], or as what a list or an upload gave.
 */
public class Tags internal constructor(
    private val connection: Connection,
) {
    /**
     * Gets the tags of a file.
     *
     * Reference: REST API, File tags.
     *
     * @param file the file (UUID or CDN URL).
     * @throws InvalidParameterException if it is no file.
     * @throws NotFoundException if the project has no such file or it is removed.
     */
    public suspend fun get(file: String): List<String> = connection.call { it.tagsGet(file, cancel) }

    /** As [get], by [UUID]. */
    public suspend fun get(file: UUID): List<String> = get(file.toString())

    /** As [get], by [FileInfo]. */
    public suspend fun get(file: FileInfo): List<String> = get(file.uuid)

    /** As [get], by [UploadedFile]. */
    public suspend fun get(file: UploadedFile): List<String> = get(file.uuid)

    /**
     * Gives a file these tags in place of those it has. No tags at all clear them.
     *
     * Reference: REST API, File tags.
     *
     * @param file the file (UUID or CDN URL).
     * @param tags at most 50 tags of 1 to 100 characters `A-Z a-z 0-9 - _ .`, after empty and repeated ones are
     *   dropped.
     * @return all tags of the file now, and what has changed.
     * @throws InvalidParameterException for what is no file and for tags that the service would refuse.
     * @throws NotFoundException if the project has no such file or it is removed.
     */
    public suspend fun replace(
        file: String,
        tags: Iterable<String>,
    ): TagsChange = connection.call { it.tagsReplace(file, tags.toList(), cancel) }

    /** As [replace], by [UUID]. */
    public suspend fun replace(
        file: UUID,
        tags: Iterable<String>,
    ): TagsChange = replace(file.toString(), tags)

    /** As [replace], by [FileInfo]. */
    public suspend fun replace(
        file: FileInfo,
        tags: Iterable<String>,
    ): TagsChange = replace(file.uuid, tags)

    /** As [replace], by [UploadedFile]. */
    public suspend fun replace(
        file: UploadedFile,
        tags: Iterable<String>,
    ): TagsChange = replace(file.uuid, tags)

    /**
     * Deletes some tags from a file and adds others.
     *
     * Reference: REST API, File tags.
     *
     * @param file the file (UUID or CDN URL).
     * @param options which tags.
     * @return all tags of the file now, and what has changed.
     * @throws InvalidParameterException for what is no file and for tags that the service would refuse.
     * @throws NotFoundException if the project has no such file or it is removed.
     * @throws RejectedException if the file would have more than 50.
     */
    public suspend fun update(
        file: String,
        options: UpdateTagsOptions = UpdateTagsOptions(),
    ): TagsChange = connection.call { it.tagsUpdate(file, options, cancel) }

    /** As [update], by [UUID]. */
    public suspend fun update(
        file: UUID,
        options: UpdateTagsOptions = UpdateTagsOptions(),
    ): TagsChange = update(file.toString(), options)

    /** As [update], by [FileInfo]. */
    public suspend fun update(
        file: FileInfo,
        options: UpdateTagsOptions = UpdateTagsOptions(),
    ): TagsChange = update(file.uuid, options)

    /** As [update], by [UploadedFile]. */
    public suspend fun update(
        file: UploadedFile,
        options: UpdateTagsOptions = UpdateTagsOptions(),
    ): TagsChange = update(file.uuid, options)
}
