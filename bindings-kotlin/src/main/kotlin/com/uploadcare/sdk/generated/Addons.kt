// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

package com.uploadcare.sdk

import com.uploadcare.sdk.model.ExecuteAddonOptions
import com.uploadcare.sdk.model.FileInfo
import com.uploadcare.sdk.model.JobStatus
import com.uploadcare.sdk.model.RemoveBackgroundOptions
import com.uploadcare.sdk.model.ScanForVirusesOptions
import com.uploadcare.sdk.model.UploadedFile
import java.util.UUID

/**
 * Add-ons: what the service can find out about a file, or make of it (REST API: Add-Ons).
 *
 * Each call starts a job. What it found out is in the `appdata` of the file once the job is finished.
 *
 * A file is given as text (its UUID, or its URL on the CDN), as [UUID], or as what a list or an upload gave.
 */
public class Addons internal constructor(
    private val connection: Connection,
) {
    /**
     * Starts to find out what is to be seen in an image (AWS Rekognition).
     *
     * Reference: REST API, Execute AWS Rekognition.
     *
     * @param file the image (UUID or CDN URL).
     * @return the job. Its result is `appdata.awsRekognitionDetectLabels` of the file.
     * @throws InvalidParameterException if it is no file.
     * @throws ConflictException while the same runs on the file.
     * @throws RejectedException if the service refuses it.
     */
    public suspend fun detectLabels(file: String): Job =
        connection.call { Job(connection, it.addonsDetectLabels(file, cancel)) }

    /** As [detectLabels], by [UUID]. */
    public suspend fun detectLabels(file: UUID): Job = detectLabels(file.toString())

    /** As [detectLabels], by [FileInfo]. */
    public suspend fun detectLabels(file: FileInfo): Job = detectLabels(file.uuid)

    /** As [detectLabels], by [UploadedFile]. */
    public suspend fun detectLabels(file: UploadedFile): Job = detectLabels(file.uuid)

    /**
     * Starts to find out whether there is something unwanted in an image (AWS Rekognition).
     *
     * Reference: REST API, Execute AWS Rekognition Moderation.
     *
     * @param file the image (UUID or CDN URL).
     * @return the job. Its result is `appdata.awsRekognitionDetectModerationLabels` of the file.
     * @throws InvalidParameterException if it is no file.
     * @throws ConflictException while the same runs on the file.
     * @throws RejectedException if the service refuses it.
     */
    public suspend fun detectModerationLabels(file: String): Job =
        connection.call { Job(connection, it.addonsDetectModerationLabels(file, cancel)) }

    /** As [detectModerationLabels], by [UUID]. */
    public suspend fun detectModerationLabels(file: UUID): Job = detectModerationLabels(file.toString())

    /** As [detectModerationLabels], by [FileInfo]. */
    public suspend fun detectModerationLabels(file: FileInfo): Job = detectModerationLabels(file.uuid)

    /** As [detectModerationLabels], by [UploadedFile]. */
    public suspend fun detectModerationLabels(file: UploadedFile): Job = detectModerationLabels(file.uuid)

    /**
     * Starts to look for viruses in a file (ClamAV).
     *
     * Reference: REST API, Execute ClamAV.
     *
     * @param file the file (UUID or CDN URL).
     * @param options what to do with an infected file.
     * @return the job. Its result is `appdata.ucClamavVirusScan` of the file.
     * @throws InvalidParameterException if it is no file.
     * @throws ConflictException while the same runs on the file.
     * @throws RejectedException if the service refuses it.
     */
    public suspend fun scanForViruses(
        file: String,
        options: ScanForVirusesOptions = ScanForVirusesOptions(),
    ): Job = connection.call { Job(connection, it.addonsScanForViruses(file, options, cancel)) }

    /** As [scanForViruses], by [UUID]. */
    public suspend fun scanForViruses(
        file: UUID,
        options: ScanForVirusesOptions = ScanForVirusesOptions(),
    ): Job = scanForViruses(file.toString(), options)

    /** As [scanForViruses], by [FileInfo]. */
    public suspend fun scanForViruses(
        file: FileInfo,
        options: ScanForVirusesOptions = ScanForVirusesOptions(),
    ): Job = scanForViruses(file.uuid, options)

    /** As [scanForViruses], by [UploadedFile]. */
    public suspend fun scanForViruses(
        file: UploadedFile,
        options: ScanForVirusesOptions = ScanForVirusesOptions(),
    ): Job = scanForViruses(file.uuid, options)

    /**
     * Starts to make a picture without the background of another (remove.bg).
     *
     * Reference: REST API, Execute Remove.bg.
     *
     * @param file the image (UUID or CDN URL).
     * @param options what the new picture is to be like.
     * @return the job. The status of the finished job has the `uuid` of the new picture.
     * @throws InvalidParameterException for what is no file or an option out of its range.
     * @throws ConflictException while the same runs on the file.
     * @throws RejectedException if the service refuses it.
     */
    public suspend fun removeBackground(
        file: String,
        options: RemoveBackgroundOptions = RemoveBackgroundOptions(),
    ): Job = connection.call { Job(connection, it.addonsRemoveBackground(file, options, cancel)) }

    /** As [removeBackground], by [UUID]. */
    public suspend fun removeBackground(
        file: UUID,
        options: RemoveBackgroundOptions = RemoveBackgroundOptions(),
    ): Job = removeBackground(file.toString(), options)

    /** As [removeBackground], by [FileInfo]. */
    public suspend fun removeBackground(
        file: FileInfo,
        options: RemoveBackgroundOptions = RemoveBackgroundOptions(),
    ): Job = removeBackground(file.uuid, options)

    /** As [removeBackground], by [UploadedFile]. */
    public suspend fun removeBackground(
        file: UploadedFile,
        options: RemoveBackgroundOptions = RemoveBackgroundOptions(),
    ): Job = removeBackground(file.uuid, options)

    /**
     * Starts an add-on by its name: one that this version has no method for.
     *
     * Reference: REST API, Add-Ons.
     *
     * @param name name of the add-on: letters, digits, `_` and `-`.
     * @param file the file (UUID or CDN URL).
     * @param options parameters of the add-on.
     * @return the job.
     * @throws InvalidParameterException for a bad name, what is no file, or parameters that are no JSON object.
     * @throws NotFoundException if there is no such add-on.
     * @throws ConflictException while the same runs on the file.
     * @throws RejectedException if the service refuses it.
     */
    public suspend fun execute(
        name: String,
        file: String,
        options: ExecuteAddonOptions = ExecuteAddonOptions(),
    ): Job = connection.call { Job(connection, it.addonsExecute(name, file, options, cancel)) }

    /** As [execute], by [UUID]. */
    public suspend fun execute(
        name: String,
        file: UUID,
        options: ExecuteAddonOptions = ExecuteAddonOptions(),
    ): Job = execute(name, file.toString(), options)

    /** As [execute], by [FileInfo]. */
    public suspend fun execute(
        name: String,
        file: FileInfo,
        options: ExecuteAddonOptions = ExecuteAddonOptions(),
    ): Job = execute(name, file.uuid, options)

    /** As [execute], by [UploadedFile]. */
    public suspend fun execute(
        name: String,
        file: UploadedFile,
        options: ExecuteAddonOptions = ExecuteAddonOptions(),
    ): Job = execute(name, file.uuid, options)

    /**
     * Gets how far an add-on is, by the identifier of its run; a job does so by itself.
     *
     * Reference: REST API, Add-Ons: check execution status.
     *
     * @param name name of the add-on: letters, digits, `_` and `-`.
     * @param requestId identifier of the run: a UUID.
     * @throws InvalidParameterException for a bad name or identifier.
     * @throws NotFoundException if there is no such add-on.
     */
    public suspend fun status(
        name: String,
        requestId: String,
    ): JobStatus = connection.call { it.addonsStatus(name, requestId, cancel) }
}
