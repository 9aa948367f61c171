package com.uploadcare.sdk.readme

import com.uploadcare.sdk.JobFailedException
import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.model.DocumentPathOptions
import com.uploadcare.sdk.model.UploadedFile
import com.uploadcare.sdk.model.WaitOptions

suspend fun convert(
    client: Uploadcare,
    document: UploadedFile,
): String? {
    val path = client.conversion.documentPath(document, DocumentPathOptions(format = "png", page = 1))
    val job = client.conversion.convertDocument(path)
    return try {
        job.wait(WaitOptions(timeout = 120.0)) { status -> println(status.state) }.uuid
    } catch (error: JobFailedException) {
        println(error.message)
        null
    }
}
