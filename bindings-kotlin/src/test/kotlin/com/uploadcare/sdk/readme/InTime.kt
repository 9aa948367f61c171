package com.uploadcare.sdk.readme

import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.model.ClientOptions
import com.uploadcare.sdk.model.FileInfo

suspend fun inTime(
    client: Uploadcare,
    uuid: String,
): FileInfo = client.withOptions(ClientOptions(timeout = 5.0, maxRetries = 0)).files.get(uuid)
