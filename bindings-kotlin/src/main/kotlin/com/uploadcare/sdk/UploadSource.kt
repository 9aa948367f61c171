package com.uploadcare.sdk

import com.uploadcare.sdk.internal.NativeSource
import com.uploadcare.sdk.model.ErrorKind
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.flow.takeWhile
import kotlinx.coroutines.launch
import kotlinx.coroutines.runInterruptible
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeoutOrNull
import java.io.File
import java.io.InputStream
import java.nio.ByteBuffer
import java.nio.channels.SeekableByteChannel
import java.nio.file.FileSystems
import java.nio.file.Path
import java.util.UUID
import java.util.concurrent.atomic.AtomicBoolean
import kotlin.time.Duration.Companion.seconds

/** Where the content of an upload comes from. */
internal sealed class UploadSource {
    /** What the native library reads by itself. */
    class Read(
        val open: () -> NativeSource,
    ) : UploadSource()

    /** What is pushed into it, piece by piece, once. */
    class Pushed(
        val size: Long?,
        val pieces: Pieces,
    ) : UploadSource()

    companion object {
        /** Small ones are copied whole, so that they can be read again; of large ones what is being sent is. */
        fun of(bytes: ByteArray): UploadSource =
            if (bytes.size < LARGE) whole(bytes) else Pushed(bytes.size.toLong(), ArrayPieces(bytes))

        fun whole(bytes: ByteArray) = Read { NativeSource.bytes(bytes) }

        fun of(
            path: Path,
            name: String = "source",
        ) = Read { NativeSource.path(nativePath(path, name, "to upload $path give a channel or a stream of it")) }

        fun of(uuid: UUID) = Read { NativeSource.existing(uuid.toString()) }

        fun of(channel: SeekableByteChannel): Pushed {
            val size = (channel.size() - channel.position()).coerceAtLeast(0)
            // An interrupt would close the channel, and it does not block for long.
            return Pushed(size, ReadPieces(isInterruptible = false) { channel.read(it) })
        }

        fun of(
            stream: InputStream,
            size: Long?,
        ): Pushed {
            val read = { free: ByteBuffer ->
                val count = stream.read(free.array(), free.position(), free.remaining())
                if (count > 0) free.position(free.position() + count)
                count
            }
            return Pushed(checked(size), ReadPieces(isInterruptible = true, read))
        }

        fun of(
            flow: Flow<ByteArray>,
            size: Long?,
        ) = Pushed(checked(size), FlowPieces(flow))

        private fun checked(size: Long?): Long? {
            if (size != null && size < 0) {
                throw ownError(ErrorKind.InvalidParameter, "`size` must be at least 0, not $size", "size")
            }
            return size
        }
    }
}

private val urlLike = Regex("^https?:/")

/** A path as the native library takes it; [otherwise] says what to do about one that lies elsewhere. */
internal fun nativePath(
    path: Path,
    name: String,
    otherwise: String,
): String {
    if (path.fileSystem != FileSystems.getDefault()) {
        val problem = "`$name` must lie in the default file system: $otherwise"
        throw ownError(ErrorKind.InvalidParameter, problem, name)
    }
    // A URL by mistake: with the slash that it has lost as a path, the native library tells it from other files.
    urlLike.find(path.toString())?.let { return "${it.value}/${path.toString().removePrefix(it.value)}" }
    // The text of a path is broken where the locale of the process cannot write its name; its bytes, and so its URI,
    // are not.
    return if (File.separatorChar == '/') {
        path
            .toUri()
            .path
            .trimEnd('/')
            .ifEmpty { "/" }
    } else {
        path.toString()
    }
}

/** Content that comes piece by piece. */
internal fun interface Pieces {
    /**
     * Pushes all that has not been pushed yet, until [push] says that no more is taken. A piece counts as pushed when
     * [push] has it, even if that is cancelled.
     *
     * @return whether all has been pushed.
     */
    suspend fun each(push: suspend (ByteArray) -> Boolean): Boolean
}

/** Content that is read by calls that block. After a cancellation it goes on where it was. */
private class ReadPieces(
    private val isInterruptible: Boolean,
    private val read: (ByteBuffer) -> Int,
) : Pieces {
    private val buffer by lazy { ByteBuffer.allocate(READ_AT_ONCE) }

    /** The reading under way, and what came of it. */
    private var reading: Job? = null

    @Volatile private var outcome: Result<Unit>? = null

    override suspend fun each(push: suspend (ByteArray) -> Boolean): Boolean {
        while (true) {
            fill()
            val count = buffer.position()
            if (count == 0) return true
            if (!push(buffer.array().let { if (count == it.size) it else it.copyOf(count) })) return false
        }
    }

    private suspend fun fill() {
        var outcome = outcome
        while (outcome == null) {
            val job = reading ?: begin().also { reading = it }
            try {
                job.join()
            } catch (cancellation: CancellationException) {
                if (isInterruptible) job.cancel()
                // One that does not heed the interrupt is left alone: whoever closes the stream ends it.
                withContext(NonCancellable) { withTimeoutOrNull(1.seconds) { job.join() } }
                throw cancellation
            }
            reading = null
            outcome = this.outcome
        }
        outcome.getOrThrow()
        this.outcome = null
    }

    private suspend fun begin(): Job =
        CoroutineScope(currentCoroutineContext().minusKey(Job) + Dispatchers.IO).launch {
            runInterruptible {
                outcome =
                    runCatching {
                        buffer.clear()
                        var count = 0
                        while (count >= 0 && buffer.hasRemaining()) count = read(buffer)
                    }
            }
        }
}

/** Content in memory. */
private class ArrayPieces(
    private val bytes: ByteArray,
) : Pieces {
    private var pushed = 0

    override suspend fun each(push: suspend (ByteArray) -> Boolean): Boolean {
        while (pushed < bytes.size) {
            val piece = bytes.copyOfRange(pushed, minOf(pushed + PUSHED_AT_ONCE, bytes.size))
            pushed += piece.size
            if (!push(piece)) return false
        }
        return true
    }
}

/** Content of a flow, which is collected once. */
private class FlowPieces(
    private val flow: Flow<ByteArray>,
) : Pieces {
    private val isBegun = AtomicBoolean()

    override suspend fun each(push: suspend (ByteArray) -> Boolean): Boolean {
        if (!isBegun.compareAndSet(false, true)) {
            throw ownError(ErrorKind.Source, "`source` was read before, and a flow is collected only once", "source")
        }
        var takesMore = true
        flow.takeWhile { bytes -> cut(bytes).all { push(it) }.also { takesMore = it } }.collect()
        return takesMore
    }

    private fun cut(bytes: ByteArray): Sequence<ByteArray> =
        when {
            bytes.isEmpty() -> {
                emptySequence()
            }

            bytes.size <= PUSHED_AT_ONCE -> {
                sequenceOf(bytes)
            }

            else -> {
                bytes.indices.step(PUSHED_AT_ONCE).asSequence().map { from ->
                    bytes.copyOfRange(from, minOf(from + PUSHED_AT_ONCE, bytes.size))
                }
            }
        }
}

private const val LARGE = 10 shl 20
private const val READ_AT_ONCE = 256 shl 10
private const val PUSHED_AT_ONCE = 1 shl 20
