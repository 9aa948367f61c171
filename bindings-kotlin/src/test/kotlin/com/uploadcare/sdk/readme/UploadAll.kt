package com.uploadcare.sdk.readme

import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.model.UploadOptions
import com.uploadcare.sdk.model.UploadedFile
import java.io.InputStream
import java.nio.file.Path

suspend fun uploadAll(
    client: Uploadcare,
    film: Path,
    photos: List<Path>,
    recording: InputStream,
): UploadedFile {
    val uploaded =
        client.uploads.upload(film, UploadOptions(store = true, tags = listOf("film"))) { progress ->
            println("${progress.sentBytes} of ${progress.totalBytes} bytes")
        }

    client.uploads.upload(recording, UploadOptions(filename = "recording.wav"))

    val result = client.uploads.uploadMany(photos)
    println("${result.files.count { it != null }} photos")
    for (failure in result.failures) println("${failure.source}: ${failure.error.message}")
    return uploaded
}
