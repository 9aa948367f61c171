package com.uploadcare.sdk.readme

import com.sun.net.httpserver.HttpServer
import com.uploadcare.sdk.RequestTimeoutException
import com.uploadcare.sdk.model.ClientOptions
import com.uploadcare.sdk.model.CreateWebhookOptions
import com.uploadcare.sdk.model.WebhookDelivery
import com.uploadcare.sdk.model.WebhookEvent
import com.uploadcare.sdk.testing.Emulator
import com.uploadcare.sdk.testing.Fault
import com.uploadcare.sdk.testing.observed
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.flow.count
import kotlinx.coroutines.flow.single
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.io.ByteArrayOutputStream
import java.net.InetSocketAddress
import java.net.URI
import java.nio.file.Path
import java.time.LocalDate
import kotlin.io.path.exists
import kotlin.io.path.fileSize
import kotlin.io.path.readBytes
import kotlin.io.path.readText
import kotlin.io.path.writeBytes
import kotlin.time.Duration.Companion.seconds

/** The samples of `README.md` are the files of this package, so they compile, and run. */
class ReadmeTest {
    private val folder = Emulator.root.resolve("bindings-kotlin")
    private val samples =
        Regex("```kotlin\n(.*?)```", RegexOption.DOT_MATCHES_ALL)
            .findAll(folder.resolve("README.md").readText())
            .map { it.groupValues[1] }
            .toList()

    private fun source(name: String) =
        folder
            .resolve("src/test/kotlin/com/uploadcare/sdk/readme/$name.kt")
            .readText()
            .replaceFirst(Regex("package .*\n+"), "")

    @Test
    fun `samples are what is compiled`() {
        val names =
            listOf("QuickStart", "UploadAll", "Resumed", "Fetched", "AppUploads") +
                listOf("Delivered", "Downloaded", "SignedLink") +
                listOf("GoOn", "Search", "Describe", "DeleteAll", "Convert", "Labels", "WaitElsewhere") +
                listOf("ReceiveWebhooks", "Used") +
                listOf("InTime", "SignedElsewhere", "Watched", "Shown")
        assertEquals(names.map(::source), samples)
    }

    @Test
    fun `samples run`() =
        runBlocking {
            val project = Emulator.project().seed(30)
            project.client().use { client ->
                quickStart(client, Emulator.fixtures.resolve("photo.jpg"))
                val names = mutableListOf<String>()
                val cursor = goOn(client, null) { names.add(it.originalFilename) && names.size < 15 }
                goOn(client, cursor) { names.add(it.originalFilename) }
                assertEquals((1..30).map { "file-$it.txt" } + "photo.jpg", names)
            }
        }

    @Test
    fun `samples of uploads run`(
        @TempDir folder: Path,
    ) = runBlocking {
        val project = Emulator.project()
        val film = folder.resolve("film.mp4").apply { writeBytes(ByteArray(21_000_000) { it.toByte() }) }
        val saved = folder.resolve("saved")
        project.client().use { client ->
            val photos = List(2) { Emulator.fixtures.resolve("photo.jpg") }
            val uploaded = uploadAll(client, film, photos, "sound".byteInputStream())
            assertEquals(21_000_000L, client.files.get(uploaded).size)
            assertEquals(4, client.files.list().count())

            project.fault(Fault("/parts/{uuid}/{number}", skip = 2, drop = true))
            assertNull(resumed(client, film, saved))
            assertTrue(saved.exists())
            assertEquals("film.mp4", resumed(client, film, saved)?.originalFilename)
            assertFalse(saved.exists())

            val fetched = fetched(client, "${Emulator.cdnBase}${uploaded.uuid}/")
            assertEquals(21_000_000L, client.files.get(checkNotNull(fetched)).size)

            project.set("signed_uploads" to true)
            val backend = HttpServer.create(InetSocketAddress("127.0.0.1", 0), 0)
            backend.createContext("/token") { exchange ->
                val token =
                    client.uploads
                        .createToken()
                        .token
                        .toByteArray()
                exchange.sendResponseHeaders(200, token.size.toLong())
                exchange.responseBody.use { it.write(token) }
            }
            backend.start()
            val address = URI("http://127.0.0.1:${backend.address.port}/token")
            appUploads(project.publicKey, address, Emulator.options).use {
                assertEquals(5L, it.uploads.upload("hello".toByteArray()).size)
            }
            backend.stop(0)
        }
    }

    @Test
    fun `samples of delivery run`(
        @TempDir folder: Path,
    ) = runBlocking {
        val project = Emulator.project()
        val secret = "73636b61519adede42191efe1e73f02a67c7b692e3765f90c250c230be095211"
        project.client().use { client ->
            val photo = client.uploads.upload(Emulator.fixtures.resolve("photo.jpg"))
            val small = URI(delivered(client, photo)).toURL().readBytes()
            assertEquals("WEBP", String(small, 8, 4))
            val out = ByteArrayOutputStream()
            val saved = downloaded(client, photo.uuid, folder, out)
            assertArrayEquals(Emulator.fixtures.resolve("photo.jpg").readBytes(), out.toByteArray())
            assertEquals(folder.resolve("photo.jpg").fileSize(), saved.size)
            project.set("delivery_secrets" to listOf(secret))
            val link = signedLink(client, photo.uuid, secret)
            assertArrayEquals(out.toByteArray(), URI(link).toURL().readBytes())

            val came = CompletableDeferred<WebhookDelivery>()
            val server = receiveWebhooks("a signing secret") { came.complete(it) }
            val target = "http://127.0.0.1:${server.address.port}/webhook"
            val options = CreateWebhookOptions(signingSecret = "a signing secret")
            client.webhooks.create(target, WebhookEvent.FileUploaded, options)
            val file = client.uploads.upload("hello".toByteArray())
            assertEquals(file.uuid, withTimeout(60.seconds) { came.await() }.data?.uuid)
            server.stop(0)
        }
    }

    @Test
    fun `samples of accounts run`() =
        runBlocking {
            val account = Emulator.createAccount()
            val project = Emulator.project(account)
            val day = LocalDate.now().minusDays(9)
            project.use(observed("date" to "$day", "traffic" to 1234))
            account.client().use { client ->
                assertEquals(1234L, used(client))
                assertEquals(2, client.projects.list().size)
            }
        }

    /** The five seconds of a sample may be too few for a busy machine. */
    private suspend fun <T> patiently(call: suspend () -> T): T {
        repeat(20) {
            try {
                return call()
            } catch (error: RequestTimeoutException) {
                println(error.message)
            }
        }
        return call()
    }

    @Test
    fun `samples of settings run`() =
        runBlocking {
            val project = Emulator.project().seed(1)
            val options = ClientOptions(apiBase = Emulator.apiBase, uploadBase = Emulator.uploadBase)
            val backend = HttpServer.create(InetSocketAddress("127.0.0.1", 0), 0)
            backend.createContext("/sign") { exchange ->
                val signature = project.sign(exchange.requestBody.reader().readText()).toByteArray()
                exchange.sendResponseHeaders(200, signature.size.toLong())
                exchange.responseBody.use { it.write(signature) }
            }
            backend.start()
            val signing = URI("http://127.0.0.1:${backend.address.port}/sign")
            signedElsewhere(project.publicKey, signing, options).use { client ->
                val file = client.files.list().single()
                assertEquals(file, patiently { inTime(client, file.uuid) })
                assertTrue("Uploadcare ${project.publicKey}:<redacted>" in shown(client, file.uuid))
            }
            backend.stop(0)
            watched(project.publicKey, project.secretKey, options).use { assertEquals(1, it.files.list().count()) }
        }

    @Test
    fun `samples of managing files run`() =
        runBlocking {
            val project = Emulator.project().set("job_polls" to 0)
            project.client().use { client ->
                val photo = client.uploads.upload(Emulator.fixtures.resolve("photo.jpg"))
                describe(client, client.files.get(photo))
                assertEquals(listOf("cat"), client.tags.get(photo))
                search(client)
                val document = client.uploads.upload(Emulator.fixtures.resolve("document.pdf"))
                val image = checkNotNull(convert(client, document))
                assertTrue(labels(client, photo.uuid).isNotEmpty())
                val job = client.addons.scanForViruses(document)
                waitElsewhere(client, job.save())
                deleteAll(client, listOf(photo.uuid, document.uuid, image, "nonsense"))
                assertEquals(0, client.files.list().count())
            }
        }
}
