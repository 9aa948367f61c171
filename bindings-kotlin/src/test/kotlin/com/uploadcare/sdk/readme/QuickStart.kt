package com.uploadcare.sdk.readme

import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.model.ListFilesOptions
import java.nio.file.Path

suspend fun main() {
    Uploadcare(publicKey = "your public key", secretKey = "your secret key").use { client ->
        quickStart(client, Path.of("photo.jpg"))
    }
}

suspend fun quickStart(
    client: Uploadcare,
    photo: Path,
) {
    val uploaded = client.uploads.upload(photo)

    client.files.list().collect { file ->
        println("${file.uuid} ${file.originalFilename} ${file.size}")
    }

    client.files.list(ListFilesOptions(limit = 100)).pages().collect { page ->
        println("${page.results.size} of ${page.total} files")
    }

    val file = client.files.get(uploaded.uuid)
    println("${file.originalFilename} was uploaded at ${file.datetimeUploaded}: ${file.originalFileUrl}")
}
