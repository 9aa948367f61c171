package com.uploadcare.sdk.readme

import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.model.ClientOptions
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers

fun signedElsewhere(
    publicKey: String,
    backend: URI,
    options: ClientOptions = ClientOptions(),
): Uploadcare {
    val http = HttpClient.newHttpClient()
    return Uploadcare(
        publicKey,
        options = options,
        signer = { request ->
            val question = HttpRequest.newBuilder(backend).POST(BodyPublishers.ofString(request.stringToSign))
            val answer = http.send(question.build(), BodyHandlers.ofString())
            check(answer.statusCode() == 200) { "no signature: status ${answer.statusCode()}" }
            answer.body()
        },
    )
}
