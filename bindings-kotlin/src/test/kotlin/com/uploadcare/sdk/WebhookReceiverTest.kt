package com.uploadcare.sdk

import com.sun.net.httpserver.HttpServer
import com.uploadcare.sdk.model.CreateWebhookOptions
import com.uploadcare.sdk.model.WebhookDelivery
import com.uploadcare.sdk.model.WebhookEvent
import com.uploadcare.sdk.testing.Emulator
import com.uploadcare.sdk.testing.items
import com.uploadcare.sdk.testing.text
import com.uploadcare.sdk.testing.vectors
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import kotlinx.serialization.json.jsonObject
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.net.InetSocketAddress
import kotlin.time.Duration.Companion.seconds

class WebhookReceiverTest {
    private val secret = "7kMVZivndx0ErgvhRKAr"
    private val body = """{"a":1}""".toByteArray()
    private val signature = "v1=aa9e2e3575f5d7098b6caccd790888c36d5fdb63342a73bada2d6a51747a8494"

    private fun refused(call: () -> Any?) = assertThrows(InvalidSignatureException::class.java) { call() }

    @Test
    fun `a delivery of a webhook`() =
        runBlocking {
            val came = CompletableDeferred<Pair<ByteArray, String?>>()
            val server = HttpServer.create(InetSocketAddress("127.0.0.1", 0), 0)
            server.createContext("/") { exchange ->
                val signature = exchange.requestHeaders.getFirst(WebhookReceiver.SIGNATURE_HEADER)
                came.complete(exchange.requestBody.readBytes() to signature)
                exchange.sendResponseHeaders(200, -1)
                exchange.close()
            }
            server.start()
            val project = Emulator.project()
            project.client().use { client ->
                val target = "http://127.0.0.1:${server.address.port}/"
                val options = CreateWebhookOptions(signingSecret = secret)
                val webhook = client.webhooks.create(target, WebhookEvent.FileUploaded, options)
                val file = client.uploads.upload("hello".toByteArray())
                val (body, signature) = withTimeout(60.seconds) { came.await() }
                val receiver = WebhookReceiver(listOf("new one", secret))
                val delivery = receiver.receive(body, signature)
                assertEquals(webhook.id to WebhookEvent.FileUploaded, delivery.hook.id to delivery.hook.event)
                assertEquals(file.uuid, delivery.data?.uuid)
                assertEquals(project.publicKey, delivery.hook.projectPubKey)
                receiver.verify(body, signature)
                for (bit in listOf(0, 1, body.size * 4, body.size * 8 - 1)) {
                    val changed = body.copyOf()
                    changed[bit / 8] = (changed[bit / 8].toInt() xor (1 shl bit % 8)).toByte()
                    refused { receiver.receive(changed, signature) }
                }
                refused { WebhookReceiver("new one").verify(body, signature) }
            }
            server.stop(0)
        }

    @Test
    fun `why a delivery is refused`() {
        val receiver = WebhookReceiver("secret")
        receiver.verify(body, " $signature ")
        for ((given, part) in listOf(
            null to "no signature",
            "" to "no signature",
            "v2=aa" to "version",
            signature.dropLast(1) to "64",
            signature.dropLast(1) + "5" to "does not fit",
        )) {
            val error = refused { receiver.receive(body, given) }
            assertTrue(part in error.message) { error.message }
            assertEquals("signature", error.parameter)
        }
        val odd = assertThrows(DecodeException::class.java) { receiver.receive(body, signature) }
        assertNull(odd.parameter)
    }

    @Test
    fun `secrets are checked and do not show`() {
        val planted = "planted-secret"
        assertFalse(planted in "${WebhookReceiver(planted)}")
        for (secrets in listOf(emptyList(), listOf(""), listOf(planted.repeat(3)))) {
            val error = assertThrows(ConfigurationException::class.java) { WebhookReceiver(secrets) }
            assertEquals("secrets", error.parameter)
            assertFalse(planted in error.stackTraceToString())
        }
    }

    @Test
    fun `signatures that others have published`() {
        val all = vectors("webhook_signature").jsonObject.getValue("vectors").items { it.jsonObject }
        assertTrue(all.size >= 4) { "${all.size}" }
        for (vector in all) {
            assertEquals(WebhookReceiver.SIGNATURE_HEADER, vector.text("header_name"))
            val receiver = WebhookReceiver(vector.text("signing_secret"))
            val body = vector.text("body").toByteArray()
            receiver.verify(body, vector.text("header_value"))
            refused { receiver.verify(body + 32, vector.text("header_value")) }
            if (vector.text("name") != "tiny") {
                val delivery: WebhookDelivery = receiver.receive(body, vector.text("header_value"))
                assertTrue(delivery.file.orEmpty().startsWith("https://ucarecdn.com/"))
            }
        }
    }
}
