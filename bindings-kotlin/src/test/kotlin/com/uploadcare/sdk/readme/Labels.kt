package com.uploadcare.sdk.readme

import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.model.GetFileOptions

suspend fun labels(
    client: Uploadcare,
    photo: String,
): List<String> {
    client.addons.detectLabels(photo).wait()
    val file = client.files.get(photo, GetFileOptions(includeAppdata = true))
    val found = file.appdata?.awsRekognitionDetectLabels?.data
    return found?.labels.orEmpty().map { "${it.name}, ${it.confidence} %" }
}
