package com.uploadcare.sdk

import com.uploadcare.sdk.model.ErrorKind
import com.uploadcare.sdk.model.UploadOptions
import com.uploadcare.sdk.model.UploadedFile
import java.io.File
import java.nio.file.FileSystems
import java.nio.file.Path

/** Uploads to the project (Upload API). No secret key is needed. */
public class Uploads internal constructor(
    private val connection: Connection,
) {
    /**
     * Uploads bytes from memory.
     *
     * Reference: Upload API, Upload files directly.
     *
     * @param bytes the content: 104,857,600 bytes at most. They are copied; to upload a large file, give its path.
     * @param options name (`file` by default), type, metadata and tags of the file, and whether to keep it.
     * @throws InvalidParameterException if there are too many bytes or an option is out of its range; nothing is sent.
     */
    public suspend fun upload(
        bytes: ByteArray,
        options: UploadOptions = UploadOptions(),
    ): UploadedFile = connection.call { it.uploadBytes(bytes, options, cancel) }

    /**
     * Uploads a file of this machine. Its content is streamed, not held.
     *
     * Reference: Upload API, Upload files directly.
     *
     * @param path path of the file, which has 104,857,600 bytes at most. It must be a path of the default file system.
     * @param options name (that of the file by default), type, metadata and tags, and whether to keep it.
     * @throws SourceException if the file cannot be read, is a folder or changes meanwhile.
     * @throws InvalidParameterException if the file is too large or an option is out of its range; nothing is sent.
     */
    public suspend fun upload(
        path: Path,
        options: UploadOptions = UploadOptions(),
    ): UploadedFile = connection.call { it.uploadPath(nativePath(path), options, cancel) }
}

private fun nativePath(path: Path): String {
    if (path.fileSystem != FileSystems.getDefault()) {
        val problem = "`path` must lie in the default file system: read $path and upload its bytes"
        throw ownError(ErrorKind.InvalidParameter, problem, "path")
    }
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
