package com.uploadcare.sdk

import com.uploadcare.sdk.internal.NativeDownloadStream
import com.uploadcare.sdk.model.DownloadInfo
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import java.util.concurrent.atomic.AtomicBoolean

/**
 * A file that is being downloaded, piece by piece: a [Flow] of bytes that is collected once.
 *
 * The connection is open already. It is closed when the last piece has come, when the collector leaves or is cancelled,
 * and by [close]. While a collector is busy, no more is read than the system holds ready. A connection that breaks is
 * taken up where it was.
 *
 * Collecting throws [NetworkException] or [RequestTimeoutException] if the connection breaks again and again,
 * [ContentMismatchException] if the file has changed or is shorter than it was said to be, and [IllegalStateException] if
 * the stream is closed or was collected before.
 */
public class DownloadStream private constructor(
    private val reading: Reading,
) : Flow<ByteArray> by flow({ reading.all { emit(it) } }),
    AutoCloseable {
    internal constructor(connection: Connection, stream: NativeDownloadStream) : this(Reading(connection, stream))

    /** What the service tells about the file. */
    public val info: DownloadInfo = reading.info

    /** Closes the connection. Closing twice does nothing. */
    override fun close() {
        reading.close()
    }

    /** What the service tells about the file. */
    override fun toString(): String = "DownloadStream(info=$info)"

    private class Reading(
        private val connection: Connection,
        private val stream: NativeDownloadStream,
    ) : AutoCloseable {
        private val isBegun = AtomicBoolean()

        private val isClosed = AtomicBoolean()

        val info = stream.info()

        suspend fun all(take: suspend (ByteArray) -> Unit) {
            check(isBegun.compareAndSet(false, true)) { "this download was read before: begin another one" }
            use { while (true) take(next() ?: break) }
        }

        private suspend fun next(): ByteArray? {
            checkOpen()
            return try {
                connection.step { stream.next(cancel) }
            } catch (error: UploadcareException) {
                // Closed by somebody else, it says so in its own way.
                checkOpen()
                throw error
            }
        }

        private fun checkOpen() = check(!isClosed.get()) { "this download is closed: begin another one" }

        override fun close() {
            if (!isClosed.compareAndSet(false, true)) return
            stream.stop()
            stream.close()
        }
    }
}
