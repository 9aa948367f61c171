package com.uploadcare.sdk.readme

import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.model.FromUrlOptions

suspend fun fetched(
    client: Uploadcare,
    url: String,
): String? {
    val job = client.uploads.fromUrl(url, FromUrlOptions(store = true))
    return job.wait { status -> println("${status.doneBytes} of ${status.totalBytes} bytes") }.uuid
}
