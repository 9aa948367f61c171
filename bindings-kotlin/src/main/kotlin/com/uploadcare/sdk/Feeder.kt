package com.uploadcare.sdk

import com.uploadcare.sdk.internal.NativeUpload
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.launch
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock

/** Pushes content into an upload while that is at work. */
internal class Feeder(
    private val connection: Connection,
    private val upload: NativeUpload,
    private val pieces: Pieces,
) {
    private val turn = Mutex()

    /** What the source has given and the upload has not taken. */
    private var waiting: ByteArray? = null

    private var isAllPushed = false

    private var isEnded = false

    /** What the source threw. */
    @Volatile private var problem: Throwable? = null

    /** Does work of the upload. When it ends, in whatever way, nothing is read any more. */
    suspend fun <T> during(work: suspend () -> T): T {
        problem?.let { throw it }
        val outcome =
            coroutineScope {
                // Sources may block.
                val pushing = launch(Dispatchers.IO) { turn.withLock { pushAll() } }
                try {
                    runCatching { work() }
                } finally {
                    pushing.cancel()
                }
            }
        // Thrown out here, where it is still the very object that the source threw.
        return outcome.getOrElse { throw if (it is CancellationException) it else problem ?: it }
    }

    private suspend fun pushAll() {
        if (isEnded) return
        try {
            if (!isAllPushed) isAllPushed = handOver() && pieces.each(::push)
            if (!isAllPushed) return
            connection.step {
                upload.end(cancel)
                isEnded = true
            }
        } catch (error: Throwable) {
            // That the work has ended is no fault of the source.
            currentCoroutineContext().ensureActive()
            problem = error
            connection.step { upload.fail(error.message ?: error.javaClass.simpleName, cancel) }
        }
    }

    private suspend fun push(piece: ByteArray): Boolean {
        waiting = piece
        return handOver()
    }

    private suspend fun handOver(): Boolean {
        val piece = waiting ?: return true
        return connection.step {
            // Noted in here: of a call that is cancelled in its last moment nobody sees the result.
            upload.push(piece, cancel).also { if (it) waiting = null }
        }
    }
}
