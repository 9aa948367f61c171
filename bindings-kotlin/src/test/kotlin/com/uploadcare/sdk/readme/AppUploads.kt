package com.uploadcare.sdk.readme

import com.uploadcare.sdk.UploadClient
import com.uploadcare.sdk.UploadCredential
import com.uploadcare.sdk.model.ClientOptions
import java.net.URI

fun appUploads(
    publicKey: String,
    backend: URI,
    options: ClientOptions = ClientOptions(),
): UploadClient =
    UploadClient(
        publicKey,
        uploadCredential = { UploadCredential(backend.toURL().readText()) },
        options = options,
    )
