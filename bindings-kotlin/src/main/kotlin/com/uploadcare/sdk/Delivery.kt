package com.uploadcare.sdk

import com.uploadcare.sdk.internal.NativeDownloadStream
import com.uploadcare.sdk.model.DownloadOptions
import com.uploadcare.sdk.model.DownloadProgress
import com.uploadcare.sdk.model.DownloadedFile
import com.uploadcare.sdk.model.FileInfo
import com.uploadcare.sdk.model.SaveOptions
import com.uploadcare.sdk.model.UploadedFile
import kotlinx.coroutines.flow.last
import kotlinx.coroutines.flow.onEach
import java.nio.file.Path
import java.util.UUID

/**
 * Delivery of files: URLs, operations on images, signatures, downloads (URL API). Most of it sends nothing.
 *
 * A file is given as text (its UUID, or a delivery URL of a file, a group's file or an archive), as [UUID], or as what a
 * list or an upload gave.
 */
public class Delivery internal constructor(
    connection: Connection,
) : DeliveryOperations(connection) {
    /**
     * Downloads a file into memory.
     *
     * Reference: Delivery, CDN.
     *
     * @param file the file (UUID, or delivery URL of a file, a group's file or an archive).
     * @param options operations on the image.
     * @return its bytes.
     * @throws InvalidParameterException for what is no file, or a URL on another host.
     * @throws NotFoundException if there is no such file.
     * @throws RejectedException for operations that the service does not know.
     * @throws ForbiddenException if the project demands signed URLs and the client has no secret for them.
     * @throws ContentMismatchException if the file changes meanwhile.
     */
    public suspend fun download(
        file: String,
        options: DownloadOptions = DownloadOptions(),
    ): ByteArray = connection.call { it.download(file, options, cancel) }

    /** As [download], by [UUID]. */
    public suspend fun download(
        file: UUID,
        options: DownloadOptions = DownloadOptions(),
    ): ByteArray = download(file.toString(), options)

    /** As [download], by [FileInfo]. */
    public suspend fun download(
        file: FileInfo,
        options: DownloadOptions = DownloadOptions(),
    ): ByteArray = download(file.uuid, options)

    /** As [download], by [UploadedFile]. */
    public suspend fun download(
        file: UploadedFile,
        options: DownloadOptions = DownloadOptions(),
    ): ByteArray = download(file.uuid, options)

    /**
     * Begins to download a file piece by piece: its first answer is there when this returns. Collect the stream, or close
     * it.
     *
     * Reference: Delivery, CDN.
     *
     * @param file the file (UUID, or delivery URL of a file, a group's file or an archive).
     * @param options operations on the image.
     * @return its pieces, and what the service tells about it.
     * @throws UploadcareException as [download] does.
     */
    public suspend fun downloadStream(
        file: String,
        options: DownloadOptions = DownloadOptions(),
    ): DownloadStream {
        var opened: NativeDownloadStream? = null
        var isHandedOver = false
        try {
            val stream = connection.call { client -> client.downloadStream(file, options, cancel).also { opened = it } }
            isHandedOver = true
            return DownloadStream(connection, stream)
        } finally {
            // Of a call that is cancelled in its last moment nobody sees the result.
            if (!isHandedOver) opened?.use { it.stop() }
        }
    }

    /** As [downloadStream], by [UUID]. */
    public suspend fun downloadStream(
        file: UUID,
        options: DownloadOptions = DownloadOptions(),
    ): DownloadStream = downloadStream(file.toString(), options)

    /** As [downloadStream], by [FileInfo]. */
    public suspend fun downloadStream(
        file: FileInfo,
        options: DownloadOptions = DownloadOptions(),
    ): DownloadStream = downloadStream(file.uuid, options)

    /** As [downloadStream], by [UploadedFile]. */
    public suspend fun downloadStream(
        file: UploadedFile,
        options: DownloadOptions = DownloadOptions(),
    ): DownloadStream = downloadStream(file.uuid, options)

    /**
     * Downloads a file to the disk. A large one comes in several parts at a time.
     *
     * What has come is kept beside the file, under its name and `.uploadcare-part`, so that a download that was killed goes
     * on with what is left; the file itself is there only when it is complete.
     *
     * Reference: Delivery, CDN.
     *
     * @param file the file (UUID, or delivery URL of a file, a group's file or an archive).
     * @param path where it goes: a folder that is there, or the path of a file.
     * @param options operations on the image, name of the file in a folder (that which the service tells by default),
     *   whether to replace what is there, and how it is fetched.
     * @param onProgress is told of the progress, at most ten times per second; the last one has the file. Nothing is
     *   fetched while it is at work.
     * @throws DestinationException if the file cannot be written, or is there already and `overwrite` is not set.
     * @throws InvalidParameterException for what is no file, a URL on another host, a name with a folder, or a number out of
     *   its range.
     * @throws UploadcareException what else ends a download, as for [download].
     */
    public suspend fun save(
        file: String,
        path: Path,
        options: SaveOptions = SaveOptions(),
        onProgress: ((DownloadProgress) -> Unit)? = null,
    ): DownloadedFile = saved(prepareSave(file, path, options), onProgress)

    /** As [save], by [UUID]. */
    public suspend fun save(
        file: UUID,
        path: Path,
        options: SaveOptions = SaveOptions(),
        onProgress: ((DownloadProgress) -> Unit)? = null,
    ): DownloadedFile = saved(prepareSave(file.toString(), path, options), onProgress)

    /** As [save], by [FileInfo]. */
    public suspend fun save(
        file: FileInfo,
        path: Path,
        options: SaveOptions = SaveOptions(),
        onProgress: ((DownloadProgress) -> Unit)? = null,
    ): DownloadedFile = saved(prepareSave(file.uuid, path, options), onProgress)

    /** As [save], by [UploadedFile]. */
    public suspend fun save(
        file: UploadedFile,
        path: Path,
        options: SaveOptions = SaveOptions(),
        onProgress: ((DownloadProgress) -> Unit)? = null,
    ): DownloadedFile = saved(prepareSave(file.uuid, path, options), onProgress)

    /** As [save], to a path as text. */
    public suspend fun save(
        file: String,
        path: String,
        options: SaveOptions = SaveOptions(),
        onProgress: ((DownloadProgress) -> Unit)? = null,
    ): DownloadedFile = saved(prepareSave(file, path, options), onProgress)

    /** As [save], by [UUID], to a path as text. */
    public suspend fun save(
        file: UUID,
        path: String,
        options: SaveOptions = SaveOptions(),
        onProgress: ((DownloadProgress) -> Unit)? = null,
    ): DownloadedFile = saved(prepareSave(file.toString(), path, options), onProgress)

    /** As [save], by [FileInfo], to a path as text. */
    public suspend fun save(
        file: FileInfo,
        path: String,
        options: SaveOptions = SaveOptions(),
        onProgress: ((DownloadProgress) -> Unit)? = null,
    ): DownloadedFile = saved(prepareSave(file.uuid, path, options), onProgress)

    /** As [save], by [UploadedFile], to a path as text. */
    public suspend fun save(
        file: UploadedFile,
        path: String,
        options: SaveOptions = SaveOptions(),
        onProgress: ((DownloadProgress) -> Unit)? = null,
    ): DownloadedFile = saved(prepareSave(file.uuid, path, options), onProgress)

    /**
     * A download to the disk that can be followed. Nothing is sent until it is run.
     *
     * @param file the file, as for [save].
     * @param path where it goes, as for [save].
     * @param options as for [save].
     * @throws InvalidParameterException as [save] does.
     */
    public fun prepareSave(
        file: String,
        path: Path,
        options: SaveOptions = SaveOptions(),
    ): Download {
        val target = nativePath(path, "path", "elsewhere the pieces of `downloadStream` can be written")
        return prepareSave(file, target, options)
    }

    /** As [prepareSave], by [UUID]. */
    public fun prepareSave(
        file: UUID,
        path: Path,
        options: SaveOptions = SaveOptions(),
    ): Download = prepareSave(file.toString(), path, options)

    /** As [prepareSave], by [FileInfo]. */
    public fun prepareSave(
        file: FileInfo,
        path: Path,
        options: SaveOptions = SaveOptions(),
    ): Download = prepareSave(file.uuid, path, options)

    /** As [prepareSave], by [UploadedFile]. */
    public fun prepareSave(
        file: UploadedFile,
        path: Path,
        options: SaveOptions = SaveOptions(),
    ): Download = prepareSave(file.uuid, path, options)

    /** As [prepareSave], to a path as text. */
    public fun prepareSave(
        file: String,
        path: String,
        options: SaveOptions = SaveOptions(),
    ): Download = Download(connection, connection.now { it.prepareSave(file, path, options) })

    /** As [prepareSave], by [UUID], to a path as text. */
    public fun prepareSave(
        file: UUID,
        path: String,
        options: SaveOptions = SaveOptions(),
    ): Download = prepareSave(file.toString(), path, options)

    /** As [prepareSave], by [FileInfo], to a path as text. */
    public fun prepareSave(
        file: FileInfo,
        path: String,
        options: SaveOptions = SaveOptions(),
    ): Download = prepareSave(file.uuid, path, options)

    /** As [prepareSave], by [UploadedFile], to a path as text. */
    public fun prepareSave(
        file: UploadedFile,
        path: String,
        options: SaveOptions = SaveOptions(),
    ): Download = prepareSave(file.uuid, path, options)

    private suspend fun saved(
        download: Download,
        onProgress: ((DownloadProgress) -> Unit)?,
    ): DownloadedFile =
        download.use {
            if (onProgress == null) return it.run()
            checkNotNull(
                it
                    .updates()
                    .onEach(onProgress)
                    .last()
                    .file,
            ) { "a download ended without a file" }
        }
}
