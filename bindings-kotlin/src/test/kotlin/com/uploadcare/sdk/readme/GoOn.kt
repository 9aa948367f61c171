package com.uploadcare.sdk.readme

import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.model.FileInfo
import com.uploadcare.sdk.model.ListFilesOptions

suspend fun goOn(
    client: Uploadcare,
    cursor: String?,
    handle: (FileInfo) -> Boolean,
): String =
    client.files.list(ListFilesOptions(cursor = cursor)).iterator().use { files ->
        for (file in files) if (!handle(file)) break
        files.cursor()
    }
