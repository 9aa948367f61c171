package com.uploadcare.sdk

import com.uploadcare.sdk.internal.NativeSource
import com.uploadcare.sdk.model.UploadManyResult
import com.uploadcare.sdk.model.UploadOptions
import com.uploadcare.sdk.model.UploadProgress
import com.uploadcare.sdk.model.UploadedFile
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.last
import kotlinx.coroutines.flow.onEach
import kotlinx.coroutines.withContext
import java.io.InputStream
import java.nio.channels.SeekableByteChannel
import java.nio.file.Path
import java.util.UUID

/**
 * Uploads to the project (Upload API). No secret key is needed.
 *
 * Content of any size is uploaded, in one request or in parts, as its size demands. It is one of
 *
 * - a [Path], which is read as it is sent;
 * - a [ByteArray], which is copied piece by piece: it must not change meanwhile;
 * - a [SeekableByteChannel] such as a [java.nio.channels.FileChannel], from its position to its end;
 * - an [InputStream], or a [Flow] of bytes, whose size may be known or not. Of one that is not known, a content of 10 MiB
 *   or more is kept in a temporary file until its end has come, for the service wants to know the size first;
 * - the [UUID] of a file of the project: nothing is sent, it is looked up.
 *
 * Channels and streams are read, and flows collected, on [Dispatchers.IO]: they may block. They are not closed. A call
 * that is cancelled interrupts the reading of a stream. What they throw is thrown to the caller as it is, and there is
 * no file then.
 */
public class Uploads internal constructor(
    connection: Connection,
) : UploadOperations(connection) {
    /**
     * Uploads one file of any size, in one request or in parts, as its size demands.
     *
     * Memory does not grow with the file: a file is read as it is sent; of a stream a few parts are held.
     *
     * Reference: Upload API, Upload files directly; Multipart uploads.
     *
     * @param source the content: bytes, a path, a channel, a stream, a flow, or the UUID of a file that there is already.
     * @param options name (that of the file by default, else `file`), type, metadata and tags of the file, whether to keep
     *   it, and how it is sent.
     * @param onProgress is told of the progress, at most ten times per second; the last one has the file. Nothing is sent
     *   while it is at work.
     * @throws SourceException if the content cannot be read, or changes meanwhile; there is no file then.
     * @throws InvalidParameterException if an option is out of its range; nothing is sent then.
     * @throws UploadLostException if the service has forgotten an upload that was to go on.
     * @throws ContentMismatchException if the service has something else than was sent.
     */
    public suspend fun upload(
        source: ByteArray,
        options: UploadOptions = UploadOptions(),
        onProgress: ((UploadProgress) -> Unit)? = null,
    ): UploadedFile = uploaded(UploadSource.of(source), options, onProgress)

    /** As [upload], of a file of this machine. */
    public suspend fun upload(
        source: Path,
        options: UploadOptions = UploadOptions(),
        onProgress: ((UploadProgress) -> Unit)? = null,
    ): UploadedFile = uploaded(UploadSource.of(source), options, onProgress)

    /** As [upload], of a channel, from its position to its end. */
    public suspend fun upload(
        source: SeekableByteChannel,
        options: UploadOptions = UploadOptions(),
        onProgress: ((UploadProgress) -> Unit)? = null,
    ): UploadedFile = uploaded(UploadSource.of(source), options, onProgress)

    /**
     * As [upload], of a stream.
     *
     * @param size how many bytes there are, if that is known.
     */
    public suspend fun upload(
        source: InputStream,
        options: UploadOptions = UploadOptions(),
        size: Long? = null,
        onProgress: ((UploadProgress) -> Unit)? = null,
    ): UploadedFile = uploaded(UploadSource.of(source, size), options, onProgress)

    /**
     * As [upload], of a flow, which is collected once.
     *
     * @param size how many bytes there are, if that is known.
     */
    public suspend fun upload(
        source: Flow<ByteArray>,
        options: UploadOptions = UploadOptions(),
        size: Long? = null,
        onProgress: ((UploadProgress) -> Unit)? = null,
    ): UploadedFile = uploaded(UploadSource.of(source, size), options, onProgress)

    /** As [upload], by a file of the project, which is looked up: nothing is sent. */
    public suspend fun upload(
        source: UUID,
        options: UploadOptions = UploadOptions(),
        onProgress: ((UploadProgress) -> Unit)? = null,
    ): UploadedFile = uploaded(UploadSource.of(source), options, onProgress)

    /**
     * Uploads several files side by side. One that fails does not stop the others, unless they would fail, too.
     *
     * @param sources paths of the files.
     * @param options type, metadata and tags of the files, whether to keep them, and how they are sent.
     * @return the files in the order of the sources, and what went wrong with the others.
     * @throws InvalidParameterException if an option is out of its range; nothing is sent then.
     */
    public suspend fun uploadMany(
        sources: Collection<Path>,
        options: UploadOptions = UploadOptions(),
    ): UploadManyResult = uploadedMany(sources.map { UploadSource.of(it, "sources") }, options)

    /** As [uploadMany], of bytes. */
    @JvmName("uploadManyBytes")
    public suspend fun uploadMany(
        sources: Collection<ByteArray>,
        options: UploadOptions = UploadOptions(),
    ): UploadManyResult = uploadedMany(sources.map { UploadSource.whole(it) }, options)

    /**
     * Sends a part of a file, for programs that send the parts in their own way; all others use [upload]. It may be sent
     * again; what came last counts.
     *
     * Reference: Upload API, Upload individual file parts.
     *
     * @param url the URL of the part, one of those that [startMultipart] gave. No credential goes there.
     * @param content the bytes of the part, which are copied: as many as were asked for as the size of a part, in the last
     *   part the rest.
     * @throws UploadLostException if the URL is too old or the upload is over.
     * @throws InvalidParameterException for a text that is no URL; nothing is sent then.
     */
    public suspend fun uploadPart(
        url: String,
        content: ByteArray,
    ): Unit = connection.call { client -> NativeSource.bytes(content).use { client.uploadPart(url, it, cancel) } }

    /**
     * An upload that can be followed, paused and saved. Nothing is sent until it is run.
     *
     * @param source the content, as for [upload].
     * @param options as for [upload].
     * @throws InvalidParameterException if an option is out of its range.
     */
    public fun prepare(
        source: ByteArray,
        options: UploadOptions = UploadOptions(),
    ): Upload = prepared(UploadSource.of(source), options)

    /** As [prepare], of a file of this machine. */
    public fun prepare(
        source: Path,
        options: UploadOptions = UploadOptions(),
    ): Upload = prepared(UploadSource.of(source), options)

    /** As [prepare], of a channel, from its position to its end. */
    public fun prepare(
        source: SeekableByteChannel,
        options: UploadOptions = UploadOptions(),
    ): Upload = prepared(UploadSource.of(source), options)

    /**
     * As [prepare], of a stream.
     *
     * @param size how many bytes there are, if that is known.
     */
    public fun prepare(
        source: InputStream,
        options: UploadOptions = UploadOptions(),
        size: Long? = null,
    ): Upload = prepared(UploadSource.of(source, size), options)

    /**
     * As [prepare], of a flow, which is collected once.
     *
     * @param size how many bytes there are, if that is known.
     */
    public fun prepare(
        source: Flow<ByteArray>,
        options: UploadOptions = UploadOptions(),
        size: Long? = null,
    ): Upload = prepared(UploadSource.of(source, size), options)

    /** As [prepare], by a file of the project, which is looked up. */
    public fun prepare(
        source: UUID,
        options: UploadOptions = UploadOptions(),
    ): Upload = prepared(UploadSource.of(source), options)

    /**
     * An upload that was saved before, in any process or language. Nothing is sent until it is run.
     *
     * Once it runs it throws [SourceException] if the content is not the same, and [UploadLostException] if the service has
     * forgotten the upload and `onLost` says so.
     *
     * @param text what [Upload.save] gave.
     * @param source the same content again, as for [upload].
     * @param options as for [upload].
     * @throws InvalidParameterException if the text cannot be read or is of another project, or an option is out of its
     *   range.
     */
    public fun resume(
        text: String,
        source: ByteArray,
        options: UploadOptions = UploadOptions(),
    ): Upload = prepared(UploadSource.of(source), options, text)

    /** As [resume], of a file of this machine. */
    public fun resume(
        text: String,
        source: Path,
        options: UploadOptions = UploadOptions(),
    ): Upload = prepared(UploadSource.of(source), options, text)

    /** As [resume], of a channel, from its position to its end. */
    public fun resume(
        text: String,
        source: SeekableByteChannel,
        options: UploadOptions = UploadOptions(),
    ): Upload = prepared(UploadSource.of(source), options, text)

    /**
     * As [resume], of a stream.
     *
     * @param size how many bytes there are, if that is known.
     */
    public fun resume(
        text: String,
        source: InputStream,
        options: UploadOptions = UploadOptions(),
        size: Long? = null,
    ): Upload = prepared(UploadSource.of(source, size), options, text)

    /**
     * As [resume], of a flow, which is collected once.
     *
     * @param size how many bytes there are, if that is known.
     */
    public fun resume(
        text: String,
        source: Flow<ByteArray>,
        options: UploadOptions = UploadOptions(),
        size: Long? = null,
    ): Upload = prepared(UploadSource.of(source, size), options, text)

    private suspend fun uploaded(
        source: UploadSource,
        options: UploadOptions,
        onProgress: ((UploadProgress) -> Unit)?,
    ): UploadedFile {
        // Bytes are copied.
        val upload = withContext(Dispatchers.Default) { prepared(source, options) }
        return upload.use {
            if (onProgress == null) return it.run()
            checkNotNull(
                it
                    .updates()
                    .onEach(onProgress)
                    .last()
                    .file,
            ) { "an upload ended without a file" }
        }
    }

    private suspend fun uploadedMany(
        sources: List<UploadSource.Read>,
        options: UploadOptions,
    ): UploadManyResult =
        connection.call { client ->
            val opened = mutableListOf<NativeSource>()
            try {
                sources.mapTo(opened) { it.open() }
                client.uploadMany(opened, options, cancel)
            } finally {
                opened.forEach { it.close() }
            }
        }

    private fun prepared(
        source: UploadSource,
        options: UploadOptions,
        saved: String? = null,
    ): Upload =
        when (source) {
            is UploadSource.Read -> {
                val upload = connection.now { client -> source.open().use { client.prepare(it, options, saved) } }
                Upload(connection, upload, null)
            }

            is UploadSource.Pushed -> {
                val upload = connection.now { it.prepareFeed(source.size?.toULong(), options, saved) }
                Upload(connection, upload, source.pieces)
            }
        }
}
