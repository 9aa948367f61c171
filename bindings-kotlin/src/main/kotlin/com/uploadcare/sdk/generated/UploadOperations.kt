// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

package com.uploadcare.sdk

import com.uploadcare.sdk.model.CreateUploadSignatureOptions
import com.uploadcare.sdk.model.CreateUploadTokenOptions
import com.uploadcare.sdk.model.FileInfo
import com.uploadcare.sdk.model.FromUrlOptions
import com.uploadcare.sdk.model.GroupInfo
import com.uploadcare.sdk.model.MultipartUpload
import com.uploadcare.sdk.model.UploadGroupInfo
import com.uploadcare.sdk.model.UploadInfo
import com.uploadcare.sdk.model.UploadOptions
import com.uploadcare.sdk.model.UploadSignature
import com.uploadcare.sdk.model.UploadToken
import com.uploadcare.sdk.model.UploadedFile
import com.uploadcare.sdk.model.WaitOptions
import java.util.UUID

/**
 * Uploads to the project (Upload API). No secret key is needed.
 *
 * A file is given as text (its UUID, or its URL on the CDN), as [UUID], or as what a list or an upload gave.
 *
 * A group is given as text (its identifier, or its URL on the CDN), or as what a list or an upload gave.
 */
public abstract class UploadOperations internal constructor(
    internal val connection: Connection,
) {
    /**
     * Has the service fetch a file from a URL.
     *
     * Reference: Upload API, Upload files from URLs.
     *
     * @param url an http or https URL that the service can reach.
     * @param options its name, metadata, tags and more.
     * @return the job, which tells how much has been fetched, and the identifier of the file when it is there.
     * @throws RejectedException for a URL that the service does not want, with a code such as `HostnameNotFoundError`.
     * @throws InvalidParameterException for a text that is no URL or an option out of its range.
     */
    public suspend fun fromUrl(
        url: String,
        options: FromUrlOptions = FromUrlOptions(),
    ): Job = connection.call { Job(connection, it.uploadsFromUrl(url, options, cancel)) }

    /**
     * Shows a file of the project with no more than the public key.
     *
     * Reference: Upload API, File info.
     *
     * @param file the file (UUID or CDN URL).
     * @return what the Upload API tells of it.
     * @throws NotFoundException if there is no such file.
     */
    public suspend fun info(file: String): UploadInfo = connection.call { it.uploadsInfo(file, cancel) }

    /** As [info], by [UUID]. */
    public suspend fun info(file: UUID): UploadInfo = info(file.toString())

    /** As [info], by [FileInfo]. */
    public suspend fun info(file: FileInfo): UploadInfo = info(file.uuid)

    /** As [info], by [UploadedFile]. */
    public suspend fun info(file: UploadedFile): UploadInfo = info(file.uuid)

    /**
     * Waits until a file that was uploaded can be used: its content is known and it can be delivered.
     *
     * Reference: Upload API, File info.
     *
     * @param file the file (UUID or CDN URL).
     * @param options how long to wait, and how often to ask.
     * @return what the Upload API tells of it.
     * @throws WaitTimeoutException if it is not ready in time.
     * @throws NotFoundException if there is no such file.
     */
    public suspend fun waitUntilReady(
        file: String,
        options: WaitOptions = WaitOptions(),
    ): UploadInfo = connection.call { it.uploadsWaitUntilReady(file, options, cancel) }

    /** As [waitUntilReady], by [UUID]. */
    public suspend fun waitUntilReady(
        file: UUID,
        options: WaitOptions = WaitOptions(),
    ): UploadInfo = waitUntilReady(file.toString(), options)

    /** As [waitUntilReady], by [FileInfo]. */
    public suspend fun waitUntilReady(
        file: FileInfo,
        options: WaitOptions = WaitOptions(),
    ): UploadInfo = waitUntilReady(file.uuid, options)

    /** As [waitUntilReady], by [UploadedFile]. */
    public suspend fun waitUntilReady(
        file: UploadedFile,
        options: WaitOptions = WaitOptions(),
    ): UploadInfo = waitUntilReady(file.uuid, options)

    /**
     * Makes a group of files that never changes.
     *
     * Reference: Upload API, Create group of files.
     *
     * @param files 1 to 1000 files (UUID or CDN URL), each with or without transformations.
     * @return the group.
     * @throws RejectedException if a file is not of this project, with the code `GroupFilesNotFoundError`.
     * @throws InvalidParameterException for too many files or none.
     */
    public suspend fun createGroup(files: Iterable<String>): UploadGroupInfo =
        connection.call { it.uploadsCreateGroup(files.toList(), cancel) }

    /** As [createGroup], by [UUID]s. */
    @JvmName("createGroupByUUID")
    public suspend fun createGroup(files: Iterable<UUID>): UploadGroupInfo = createGroup(files.map { it.toString() })

    /** As [createGroup], by [FileInfo]s. */
    @JvmName("createGroupByFileInfo")
    public suspend fun createGroup(files: Iterable<FileInfo>): UploadGroupInfo = createGroup(files.map { it.uuid })

    /** As [createGroup], by [UploadedFile]s. */
    @JvmName("createGroupByUploadedFile")
    public suspend fun createGroup(files: Iterable<UploadedFile>): UploadGroupInfo = createGroup(files.map { it.uuid })

    /**
     * Shows a group with no more than the public key.
     *
     * Reference: Upload API, Group info.
     *
     * @param group the group (identifier or CDN URL).
     * @return what the Upload API tells of it.
     * @throws NotFoundException if there is no such group.
     */
    public suspend fun groupInfo(group: String): UploadGroupInfo =
        connection.call { it.uploadsGroupInfo(group, cancel) }

    /** As [groupInfo], by [GroupInfo]. */
    public suspend fun groupInfo(group: GroupInfo): UploadGroupInfo = groupInfo(group.id)

    /** As [groupInfo], by [UploadGroupInfo]. */
    public suspend fun groupInfo(group: UploadGroupInfo): UploadGroupInfo = groupInfo(group.id)

    /**
     * Starts an upload in parts, for programs that send the parts in their own way; all others use `upload`.
     *
     * Reference: Upload API, Start multipart upload.
     *
     * @param size size of the whole file in bytes: 10485760 or more.
     * @param options name, metadata, tags and the size of a part.
     * @return where each part is to go.
     * @throws RejectedException if the service takes no such file, with a code such as
     *   `MultipartFileSizeLimitExceededError`.
     * @throws InvalidParameterException for a size or an option out of its range.
     */
    public suspend fun startMultipart(
        size: Long,
        options: UploadOptions = UploadOptions(),
    ): MultipartUpload = connection.call { it.uploadsStartMultipart(size, options, cancel) }

    /**
     * Has the service put the parts of a file together.
     *
     * Reference: Upload API, Complete multipart upload.
     *
     * @param uuid what starting the upload gave.
     * @return what the Upload API tells of the new file.
     * @throws RejectedException if parts are missing, with the code `MultipartUploadSizeTooSmallError`, or if it is
     *   done already, with `MultipartFileAlreadyUploadedError`.
     * @throws NotFoundException if the service does not know the upload.
     */
    public suspend fun completeMultipart(uuid: String): UploadInfo =
        connection.call { it.uploadsCompleteMultipart(uuid, cancel) }

    /**
     * Makes a token that others can upload with, without the secret key. Nothing is sent.
     *
     * Reference: Upload API, Secure uploads.
     *
     * @param options what it allows, and for how long.
     * @return the token.
     * @throws ConfigurationException if the client has no secret key.
     * @throws InvalidParameterException for an option out of its range.
     */
    public fun createToken(options: CreateUploadTokenOptions = CreateUploadTokenOptions()): UploadToken =
        connection.now { it.uploadsCreateToken(options) }

    /**
     * Makes a signature that others can upload with, without the secret key. Nothing is sent. Tokens are the newer way.
     *
     * Reference: Upload API, Secure uploads.
     *
     * @param options how long it is valid.
     * @return the signature.
     * @throws ConfigurationException if the client has no secret key.
     * @throws InvalidParameterException for an option out of its range.
     */
    public fun createSignature(
        options: CreateUploadSignatureOptions = CreateUploadSignatureOptions(),
    ): UploadSignature = connection.now { it.uploadsCreateSignature(options) }
}
