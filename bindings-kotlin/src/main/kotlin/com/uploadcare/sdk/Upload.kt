package com.uploadcare.sdk

import com.uploadcare.sdk.internal.NativeUpload
import com.uploadcare.sdk.model.UploadProgress
import com.uploadcare.sdk.model.UploadedFile
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow

/**
 * An upload that can be followed, paused, saved as text and taken up again. Nothing is sent until [run] or [updates]
 * is asked for.
 *
 * After an error or a cancellation it can be run again, and goes on with what is left. For that a stream or a channel
 * must be open still; a flow is collected only once.
 *
 * Close it when done with it, and what it holds of its content is given back at once; else that goes with its object.
 */
public class Upload internal constructor(
    private val connection: Connection,
    private val upload: NativeUpload,
    pieces: Pieces?,
) : AutoCloseable {
    private val feeder = pieces?.let { Feeder(connection, upload, it) }

    /**
     * Uploads until the file is there, or goes on with what is left.
     *
     * @return the file; again and again, once it is there.
     * @throws SourceException if the content cannot be read, changes meanwhile, or is not what the upload was begun with.
     * @throws UploadLostException if the service has forgotten an upload that was to go on.
     * @throws ContentMismatchException if the service has something else than was sent.
     * @throws UploadcareException what else ends an upload. What was sent stays sent. What a stream, a channel or a flow
     *   throws is thrown as it is.
     * @throws IllegalStateException if the upload or the client is closed.
     */
    public suspend fun run(): UploadedFile = working { connection.step { upload.run(cancel) } }

    /**
     * The upload at work, from progress to progress, at most ten times per second: a cold [Flow]. The last one has the
     * file. Every `collect` goes on with what is left, and throws as [run] does. While a collector is busy, nothing is
     * sent.
     */
    public fun updates(): Flow<UploadProgress> =
        flow {
            working {
                try {
                    var told = connection.step { upload.next(cancel) } ?: upload.progress()
                    emit(told)
                    while (told.file == null) {
                        told = connection.step { upload.next(cancel) } ?: break
                        emit(told)
                    }
                } finally {
                    // A collector that leaves does so between two steps.
                    if (!upload.uniffiIsDestroyed) upload.stop()
                }
            }
        }

    /** How far it is. */
    public val progress: UploadProgress get() = open().progress()

    /**
     * The upload as text, from which [Uploads.resume] goes on in any process and any language; parts that are on their
     * way are sent again then. An upload that goes in one request begins anew.
     *
     * The text holds addresses to upload to: keep it secret.
     */
    public fun save(): String = open().save()

    /** Stops what is on its way. Whoever waits for the upload goes on waiting until [resume]. */
    public fun pause() {
        open().pause()
    }

    /** Goes on after a [pause]. */
    public fun resume() {
        open().resume()
    }

    /** Gives back what it holds. A run under way goes on. Closing twice does nothing. */
    override fun close() {
        upload.close()
    }

    /** How far it is, and nothing else. */
    override fun toString(): String = if (upload.uniffiIsDestroyed) "Upload(closed)" else "Upload(progress=$progress)"

    private suspend fun <T> working(work: suspend () -> T): T {
        open()
        return connection.steps { if (feeder == null) work() else feeder.during(work) }
    }

    private fun open(): NativeUpload {
        check(!upload.uniffiIsDestroyed) { "this upload is closed: prepare or resume another one" }
        return upload
    }
}
