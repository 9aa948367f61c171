package com.uploadcare.sdk.readme

import com.sun.net.httpserver.HttpServer
import com.uploadcare.sdk.InvalidSignatureException
import com.uploadcare.sdk.WebhookReceiver
import com.uploadcare.sdk.model.WebhookDelivery
import java.net.InetSocketAddress

fun receiveWebhooks(
    secret: String,
    handle: (WebhookDelivery) -> Unit,
): HttpServer {
    val receiver = WebhookReceiver(secret)
    val server = HttpServer.create(InetSocketAddress("127.0.0.1", 0), 0)
    server.createContext("/webhook") { exchange ->
        val signature = exchange.requestHeaders.getFirst(WebhookReceiver.SIGNATURE_HEADER)
        val status =
            try {
                handle(receiver.receive(exchange.requestBody.readBytes(), signature))
                200
            } catch (error: InvalidSignatureException) {
                println(error.message)
                403
            }
        exchange.sendResponseHeaders(status, -1)
        exchange.close()
    }
    server.start()
    return server
}
