package com.uploadcare.sdk.readme

import com.uploadcare.sdk.NetworkException
import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.model.UploadedFile
import java.nio.file.Path
import kotlin.io.path.deleteIfExists
import kotlin.io.path.exists
import kotlin.io.path.readText
import kotlin.io.path.writeText

suspend fun resumed(
    client: Uploadcare,
    film: Path,
    saved: Path,
): UploadedFile? {
    val uploads = client.uploads
    val upload = if (saved.exists()) uploads.resume(saved.readText(), film) else uploads.prepare(film)
    return upload.use {
        try {
            upload.updates().collect { println("part ${it.sentParts} of ${it.totalParts}") }
            saved.deleteIfExists()
            upload.progress.file
        } catch (error: NetworkException) {
            saved.writeText(upload.save())
            null
        }
    }
}
