// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

package com.uploadcare.sdk

import com.uploadcare.sdk.model.FileInfo
import com.uploadcare.sdk.model.UploadedFile
import java.util.UUID

/**
 * Metadata of files: texts by key, set by the application (REST API: File metadata).
 *
 * A file has up to 50 keys of 1 to 64 characters `A-Z a-z 0-9 _ - . :`, with values of 1 to 512 characters.
 *
 * A file is given as text (its UUID, or its URL on the CDN), as [UUID], or as what a list or an upload gave.
 */
public class Metadata internal constructor(
    private val connection: Connection,
) {
    /**
     * Gets all metadata of a file.
     *
     * Reference: REST API, File's metadata.
     *
     * @param file the file (UUID or CDN URL).
     * @return values by key.
     * @throws InvalidParameterException if it is no file.
     * @throws NotFoundException if the project has no such file.
     */
    public suspend fun all(file: String): Map<String, String> = connection.call { it.metadataAll(file, cancel) }

    /** As [all], by [UUID]. */
    public suspend fun all(file: UUID): Map<String, String> = all(file.toString())

    /** As [all], by [FileInfo]. */
    public suspend fun all(file: FileInfo): Map<String, String> = all(file.uuid)

    /** As [all], by [UploadedFile]. */
    public suspend fun all(file: UploadedFile): Map<String, String> = all(file.uuid)

    /**
     * Gets the value of one key.
     *
     * Reference: REST API, Metadata key's value.
     *
     * @param file the file (UUID or CDN URL).
     * @param key the key: 1 to 64 characters `A-Z a-z 0-9 _ - . :`.
     * @throws InvalidParameterException for what is no file or no key.
     * @throws NotFoundException if there is no such file or key.
     */
    public suspend fun get(
        file: String,
        key: String,
    ): String = connection.call { it.metadataGet(file, key, cancel) }

    /** As [get], by [UUID]. */
    public suspend fun get(
        file: UUID,
        key: String,
    ): String = get(file.toString(), key)

    /** As [get], by [FileInfo]. */
    public suspend fun get(
        file: FileInfo,
        key: String,
    ): String = get(file.uuid, key)

    /** As [get], by [UploadedFile]. */
    public suspend fun get(
        file: UploadedFile,
        key: String,
    ): String = get(file.uuid, key)

    /**
     * Sets the value of one key, new or old.
     *
     * Reference: REST API, Update metadata key's value.
     *
     * @param file the file (UUID or CDN URL).
     * @param key the key: 1 to 64 characters `A-Z a-z 0-9 _ - . :`.
     * @param value its value: 1 to 512 characters.
     * @return the value as it is kept.
     * @throws InvalidParameterException for what is no file, no key or no value.
     * @throws NotFoundException if the project has no such file.
     * @throws RejectedException if it would have more than 50 keys.
     */
    public suspend fun set(
        file: String,
        key: String,
        value: String,
    ): String = connection.call { it.metadataSet(file, key, value, cancel) }

    /** As [set], by [UUID]. */
    public suspend fun set(
        file: UUID,
        key: String,
        value: String,
    ): String = set(file.toString(), key, value)

    /** As [set], by [FileInfo]. */
    public suspend fun set(
        file: FileInfo,
        key: String,
        value: String,
    ): String = set(file.uuid, key, value)

    /** As [set], by [UploadedFile]. */
    public suspend fun set(
        file: UploadedFile,
        key: String,
        value: String,
    ): String = set(file.uuid, key, value)

    /**
     * Deletes one key with its value.
     *
     * Reference: REST API, Delete metadata key.
     *
     * @param file the file (UUID or CDN URL).
     * @param key the key: 1 to 64 characters `A-Z a-z 0-9 _ - . :`.
     * @throws InvalidParameterException for what is no file or no key.
     * @throws NotFoundException if there is no such file or key.
     */
    public suspend fun delete(
        file: String,
        key: String,
    ): Unit = connection.call { it.metadataDelete(file, key, cancel) }

    /** As [delete], by [UUID]. */
    public suspend fun delete(
        file: UUID,
        key: String,
    ): Unit = delete(file.toString(), key)

    /** As [delete], by [FileInfo]. */
    public suspend fun delete(
        file: FileInfo,
        key: String,
    ): Unit = delete(file.uuid, key)

    /** As [delete], by [UploadedFile]. */
    public suspend fun delete(
        file: UploadedFile,
        key: String,
    ): Unit = delete(file.uuid, key)
}
