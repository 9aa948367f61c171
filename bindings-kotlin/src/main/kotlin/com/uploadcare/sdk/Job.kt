package com.uploadcare.sdk

import com.uploadcare.sdk.internal.NativeJobWatch
import com.uploadcare.sdk.model.JobInfo
import com.uploadcare.sdk.model.JobRecord
import com.uploadcare.sdk.model.JobStatus
import com.uploadcare.sdk.model.WaitOptions
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow

/**
 * A conversion or an add-on at work at the service.
 *
 * Waiting is done by this side only: cancelling the coroutine that waits stops the waiting, not the job.
 */
public class Job internal constructor(
    private val connection: Connection,
    record: JobRecord,
) {
    private val text: String = record.text
    private val info: JobInfo = record.info

    /** What the job does: `document`, `video`, or the name of an add-on. */
    public val kind: String get() = info.kind

    /** What it works on: the path of a conversion, or the identifier of a file. */
    public val source: String get() = info.source

    /** Number of a conversion. */
    public val token: Long? get() = info.token

    /** Identifier of the run of an add-on. */
    public val requestId: String? get() = info.requestId

    /** Identifier of the file that a conversion makes; the file is there once the job is finished. */
    public val uuid: String? get() = info.uuid

    /** Identifier of the group of thumbnails that a video conversion makes. */
    public val thumbnailsGroupUuid: String? get() = info.thumbnailsGroupUuid

    /** The job as text, from which [Jobs.open] makes it again, in any process and any language. It holds no secret. */
    public fun save(): String = text

    /**
     * Asks once how far the job is. That it failed is a state, not an error.
     *
     * Reference: REST API, conversion job status; Add-Ons: check execution status.
     *
     * @throws NotFoundException if the service does not know the job (any more).
     */
    public suspend fun status(): JobStatus = connection.call { it.jobStatus(text, cancel) }

    /**
     * Waits until the job is finished.
     *
     * @param options how long to wait (600 seconds by default), and how often to ask.
     * @param progress is told of each status on the way, and of the last.
     * @return the status of the finished job.
     * @throws JobFailedException if the job came to nothing.
     * @throws JobCancelledException if the service gave it up.
     * @throws WaitTimeoutException if it has not ended in time.
     * @throws NotFoundException if the service does not know it (any more).
     * @throws InvalidParameterException if an option is out of its range.
     */
    public suspend fun wait(
        options: WaitOptions = WaitOptions(),
        progress: (JobStatus) -> Unit = {},
    ): JobStatus {
        var last: JobStatus? = null
        updates(options).collect {
            progress(it)
            last = it
        }
        return checkNotNull(last) { "a job ended without a status" }
    }

    /**
     * The job, status after status, until it is finished: a cold [Flow]. Every `collect` begins to wait anew, and throws
     * as [wait] does.
     *
     * @param options how long to wait (600 seconds by default), and how often to ask.
     * @throws InvalidParameterException if an option is out of its range.
     */
    public fun updates(options: WaitOptions = WaitOptions()): Flow<JobStatus> {
        watch(options).close()
        return flow {
            watch(options).use { watch ->
                while (true) emit(connection.call { watch.next(cancel) } ?: break)
            }
        }
    }

    private fun watch(options: WaitOptions): NativeJobWatch = connection.now { it.jobWatch(text, options) }

    /** What the job does, and on what. */
    override fun toString(): String = "Job(kind=$kind, source=$source)"
}
