package com.uploadcare.sdk.readme

import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.model.CallEventKind
import com.uploadcare.sdk.model.ClientOptions

fun watched(
    publicKey: String,
    secretKey: String,
    options: ClientOptions = ClientOptions(),
): Uploadcare =
    Uploadcare(publicKey, secretKey, options, listener = { event ->
        if (event.kind == CallEventKind.Finish) {
            println("${event.method} ${event.path}: ${event.error?.message ?: "done"} after ${event.elapsed} s")
        }
    })
