package com.uploadcare.sdk.readme

import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.model.DownloadedFile
import com.uploadcare.sdk.model.SaveOptions
import com.uploadcare.sdk.model.Transformation
import com.uploadcare.sdk.model.grayscale
import java.io.OutputStream
import java.nio.file.Path

suspend fun downloaded(
    client: Uploadcare,
    photo: String,
    folder: Path,
    out: OutputStream,
): DownloadedFile {
    val bytes = client.delivery.download(photo)
    println("${bytes.size} bytes")

    client.delivery.downloadStream(photo).use { stream ->
        println("${stream.info.filename}, ${stream.info.size} bytes")
        stream.collect { out.write(it) }
    }

    return client.delivery.save(photo, folder, SaveOptions(Transformation().grayscale())) { progress ->
        println("${progress.receivedBytes} of ${progress.totalBytes} bytes")
    }
}
