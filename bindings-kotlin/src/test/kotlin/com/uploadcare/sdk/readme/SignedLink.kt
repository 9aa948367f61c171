package com.uploadcare.sdk.readme

import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.model.ClientOptions
import com.uploadcare.sdk.model.SignUrlOptions

fun signedLink(
    client: Uploadcare,
    file: String,
    secret: String,
): String =
    client.withOptions(ClientOptions(deliverySecrets = listOf(secret))).use { signing ->
        val url = signing.delivery.url(file)
        signing.delivery.signedUrl(url, SignUrlOptions(lifetime = 3600, wildcard = true))
    }
