// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

package com.uploadcare.sdk

import com.uploadcare.sdk.model.ConvertDocumentsOptions
import com.uploadcare.sdk.model.ConvertVideosOptions
import com.uploadcare.sdk.model.DocumentInfo
import com.uploadcare.sdk.model.DocumentPathOptions
import com.uploadcare.sdk.model.FileInfo
import com.uploadcare.sdk.model.JobStatus
import com.uploadcare.sdk.model.UploadedFile
import com.uploadcare.sdk.model.VideoPathOptions
import java.util.UUID

/**
 * Conversion of documents and videos (REST API: Conversion).
 *
 * A file is given as text (its UUID, or its URL on the CDN), as [UUID], or as what a list or an upload gave.
 */
public class Conversion internal constructor(
    private val connection: Connection,
) {
    /**
     * The path that asks for a document in another format. Nothing is sent.
     *
     * Reference: REST API, Convert document.
     *
     * @param file the document (UUID or CDN URL).
     * @param options the format, and what of the document.
     * @return the path.
     * @throws InvalidParameterException for what is no file or an option out of its range.
     */
    public fun documentPath(
        file: String,
        options: DocumentPathOptions = DocumentPathOptions(),
    ): String = connection.now { it.conversionDocumentPath(file, options) }

    /** As [documentPath], by [UUID]. */
    public fun documentPath(
        file: UUID,
        options: DocumentPathOptions = DocumentPathOptions(),
    ): String = documentPath(file.toString(), options)

    /** As [documentPath], by [FileInfo]. */
    public fun documentPath(
        file: FileInfo,
        options: DocumentPathOptions = DocumentPathOptions(),
    ): String = documentPath(file.uuid, options)

    /** As [documentPath], by [UploadedFile]. */
    public fun documentPath(
        file: UploadedFile,
        options: DocumentPathOptions = DocumentPathOptions(),
    ): String = documentPath(file.uuid, options)

    /**
     * The path that asks for a video in another format, size, quality or length. Nothing is sent.
     *
     * Reference: REST API, Convert video.
     *
     * @param file the video (UUID or CDN URL).
     * @param options what to make of it.
     * @return the path.
     * @throws InvalidParameterException for what is no file or an option out of its range.
     */
    public fun videoPath(
        file: String,
        options: VideoPathOptions = VideoPathOptions(),
    ): String = connection.now { it.conversionVideoPath(file, options) }

    /** As [videoPath], by [UUID]. */
    public fun videoPath(
        file: UUID,
        options: VideoPathOptions = VideoPathOptions(),
    ): String = videoPath(file.toString(), options)

    /** As [videoPath], by [FileInfo]. */
    public fun videoPath(
        file: FileInfo,
        options: VideoPathOptions = VideoPathOptions(),
    ): String = videoPath(file.uuid, options)

    /** As [videoPath], by [UploadedFile]. */
    public fun videoPath(
        file: UploadedFile,
        options: VideoPathOptions = VideoPathOptions(),
    ): String = videoPath(file.uuid, options)

    /**
     * Starts the conversion of a document.
     *
     * Reference: REST API, Convert document.
     *
     * @param path what `documentPath` gave.
     * @param options what to do with the result.
     * @return the job.
     * @throws InvalidParameterException for an empty path.
     * @throws RejectedException for one that the service cannot convert or if the project has no conversion.
     */
    public suspend fun convertDocument(
        path: String,
        options: ConvertDocumentsOptions = ConvertDocumentsOptions(),
    ): Job = connection.call { Job(connection, it.conversionConvertDocument(path, options, cancel)) }

    /**
     * Starts the conversion of several documents at once.
     *
     * Reference: REST API, Convert document.
     *
     * @param paths what `documentPath` gave, at least one.
     * @param options what to do with the results.
     * @return a job for each path that the service took, and a problem for each other one.
     * @throws InvalidParameterException for an empty path or none.
     * @throws RejectedException if the project has no conversion.
     */
    public suspend fun convertDocuments(
        paths: Iterable<String>,
        options: ConvertDocumentsOptions = ConvertDocumentsOptions(),
    ): ConversionBatch =
        connection.call { it.conversionConvertDocuments(paths.toList(), options, cancel).opened(connection) }

    /**
     * Starts the conversion of a video.
     *
     * Reference: REST API, Convert video.
     *
     * @param path what `videoPath` gave.
     * @param options what to do with the result.
     * @return the job.
     * @throws InvalidParameterException for an empty path.
     * @throws RejectedException for one that the service cannot convert or if the project has no conversion.
     */
    public suspend fun convertVideo(
        path: String,
        options: ConvertVideosOptions = ConvertVideosOptions(),
    ): Job = connection.call { Job(connection, it.conversionConvertVideo(path, options, cancel)) }

    /**
     * Starts the conversion of several videos at once.
     *
     * Reference: REST API, Convert video.
     *
     * @param paths what `videoPath` gave, at least one.
     * @param options what to do with the results.
     * @return a job for each path that the service took, and a problem for each other one.
     * @throws InvalidParameterException for an empty path or none.
     * @throws RejectedException if the project has no conversion.
     */
    public suspend fun convertVideos(
        paths: Iterable<String>,
        options: ConvertVideosOptions = ConvertVideosOptions(),
    ): ConversionBatch =
        connection.call { it.conversionConvertVideos(paths.toList(), options, cancel).opened(connection) }

    /**
     * Gets what a document can be converted to, and the groups that conversions have made of it.
     *
     * Reference: REST API, Document info.
     *
     * @param file the document (UUID or CDN URL).
     * @throws InvalidParameterException if it is no file.
     * @throws NotFoundException if the project has no such file.
     */
    public suspend fun documentInfo(file: String): DocumentInfo =
        connection.call { it.conversionDocumentInfo(file, cancel) }

    /** As [documentInfo], by [UUID]. */
    public suspend fun documentInfo(file: UUID): DocumentInfo = documentInfo(file.toString())

    /** As [documentInfo], by [FileInfo]. */
    public suspend fun documentInfo(file: FileInfo): DocumentInfo = documentInfo(file.uuid)

    /** As [documentInfo], by [UploadedFile]. */
    public suspend fun documentInfo(file: UploadedFile): DocumentInfo = documentInfo(file.uuid)

    /**
     * Gets how far the conversion of a document is, by its number; a job does so by itself.
     *
     * Reference: REST API, Document conversion job status.
     *
     * @param token number of the conversion, 0 or more.
     * @throws InvalidParameterException for a negative number.
     * @throws NotFoundException if the project has no such conversion.
     */
    public suspend fun documentStatus(token: Long): JobStatus =
        connection.call { it.conversionDocumentStatus(token, cancel) }

    /**
     * Gets how far the conversion of a video is, by its number; a job does so by itself.
     *
     * Reference: REST API, Video conversion job status.
     *
     * @param token number of the conversion, 0 or more.
     * @throws InvalidParameterException for a negative number.
     * @throws NotFoundException if the project has no such conversion.
     */
    public suspend fun videoStatus(token: Long): JobStatus = connection.call { it.conversionVideoStatus(token, cancel) }
}
