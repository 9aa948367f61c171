package com.uploadcare.sdk

import com.uploadcare.sdk.internal.NativeDownload
import com.uploadcare.sdk.model.DownloadProgress
import com.uploadcare.sdk.model.DownloadedFile
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow

/**
 * A download to the disk that can be followed. Nothing is sent until [run] or [updates] is asked for.
 *
 * What has come is kept beside the file, under its name and `.uploadcare-part`; the file itself is there only when it is
 * complete. Running a download of the same file to the same place goes on with what is left: after an error, after a
 * cancellation, and in another process, too.
 */
public class Download internal constructor(
    private val connection: Connection,
    private val download: NativeDownload,
) : AutoCloseable {
    /**
     * Downloads until the file is there, or goes on with what is left.
     *
     * @return the file; again and again, once it is there.
     * @throws DestinationException if the file cannot be written, or is there already.
     * @throws ContentMismatchException if the file changes meanwhile.
     * @throws UploadcareException what else ends a download, as for [Delivery.download]. What has come is kept.
     * @throws IllegalStateException if the download or the client is closed.
     */
    public suspend fun run(): DownloadedFile = working { connection.step { download.run(cancel) } }

    /**
     * The download at work, from progress to progress, at most ten times per second: a cold [Flow]. The last one has the
     * file. Every `collect` goes on with what is left, and throws as [run] does. While a collector is busy, nothing is
     * fetched; one that leaves closes the connections.
     */
    public fun updates(): Flow<DownloadProgress> =
        flow {
            working {
                try {
                    var told = connection.step { download.next(cancel) } ?: download.progress()
                    emit(told)
                    while (told.file == null) {
                        told = connection.step { download.next(cancel) } ?: break
                        emit(told)
                    }
                } finally {
                    // A collector that leaves does so between two steps.
                    if (!download.uniffiIsDestroyed) download.stop()
                }
            }
        }

    /** How far it is. */
    public val progress: DownloadProgress get() = open().progress()

    /** Gives back what it holds. A run under way goes on. Closing twice does nothing. */
    override fun close() {
        download.close()
    }

    /** How far it is, and nothing else. */
    override fun toString(): String =
        if (download.uniffiIsDestroyed) "Download(closed)" else "Download(progress=$progress)"

    private suspend fun <T> working(work: suspend () -> T): T {
        open()
        return connection.steps { work() }
    }

    private fun open(): NativeDownload {
        check(!download.uniffiIsDestroyed) { "this download is closed: prepare another one" }
        return download
    }
}
