package com.uploadcare.sdk.readme

import com.sun.net.httpserver.HttpServer
import com.uploadcare.sdk.model.ClientOptions
import com.uploadcare.sdk.testing.Emulator
import kotlinx.coroutines.flow.count
import kotlinx.coroutines.flow.single
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.net.InetSocketAddress
import java.net.URI
import kotlin.io.path.readText

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
            listOf("QuickStart", "GoOn", "Search", "Describe", "DeleteAll", "Convert", "Labels", "WaitElsewhere") +
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
                assertEquals(file, inTime(client, file.uuid))
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
