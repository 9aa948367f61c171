package com.uploadcare.sdk.readme

import com.uploadcare.sdk.Uploadcare

suspend fun shown(
    client: Uploadcare,
    uuid: String,
): String = client.explain(redact = true) { it.files.get(uuid) }.curl
