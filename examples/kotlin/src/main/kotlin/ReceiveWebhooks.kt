import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import com.uploadcare.sdk.InvalidSignatureException
import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.WebhookReceiver
import com.uploadcare.sdk.model.CreateWebhookOptions
import com.uploadcare.sdk.model.WebhookDelivery
import com.uploadcare.sdk.model.WebhookEvent
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import java.net.InetSocketAddress
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import kotlin.time.Duration.Companion.seconds

private const val SECRET = "a signing secret of mine"

private class Received(
    val delivery: WebhookDelivery,
    val body: ByteArray,
    val signature: String?,
)

/**
 * Receives what webhooks deliver, with the server of the JDK, and refuses what is not genuine.
 *
 * Keys and bases come from the environment, as for the other examples. The service must be able to reach this machine.
 */
fun main() =
    // On this thread: without a dispatcher it would go on in that of the server, which then could answer nobody.
    runBlocking {
        val receiver = WebhookReceiver(SECRET)
        val received = CompletableDeferred<Received>()
        val server = HttpServer.create(InetSocketAddress("127.0.0.1", 0), 0)
        server.createContext("/webhook") { exchange -> receive(exchange, receiver, received) }
        server.start()
        try {
            val url = "http://127.0.0.1:${server.address.port}/webhook"
            Uploadcare().use { client ->
                val options = CreateWebhookOptions(signingSecret = SECRET)
                val webhook = client.webhooks.create(url, WebhookEvent.FileUploaded, options)
                client.uploads.upload("Hello".toByteArray())
                val first = withTimeout(30.seconds) { received.await() }
                val delivery = first.delivery
                println("${delivery.hook.event}: ${delivery.data?.size} bytes, ${delivery.file}")
                client.webhooks.delete(webhook.id)

                // The same with one bit changed is nobody's delivery.
                val forged = first.body.copyOf()
                forged[10] = (forged[10].toInt() xor 1).toByte()
                val status = post(URI(url), forged, first.signature)
                check(status == 403) { "a forged delivery was answered $status" }
                println("A forged delivery was refused")
            }
        } finally {
            server.stop(0)
        }
    }

/** The body is taken as the bytes that came: read as JSON and written again it would be other ones. */
private fun receive(
    exchange: HttpExchange,
    receiver: WebhookReceiver,
    received: CompletableDeferred<Received>,
) = exchange.use {
    val signature = exchange.requestHeaders.getFirst(WebhookReceiver.SIGNATURE_HEADER)
    val body = exchange.requestBody.readBytes()
    val status =
        try {
            // What takes long is done elsewhere: the service waits for the answer.
            received.complete(Received(receiver.receive(body, signature), body, signature))
            200
        } catch (error: InvalidSignatureException) {
            println("Refused: ${error.message}")
            403
        }
    exchange.sendResponseHeaders(status, -1)
}

private fun post(
    url: URI,
    body: ByteArray,
    signature: String?,
): Int {
    val request = HttpRequest.newBuilder(url).POST(BodyPublishers.ofByteArray(body))
    if (signature != null) request.header(WebhookReceiver.SIGNATURE_HEADER, signature)
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding()).statusCode()
}
