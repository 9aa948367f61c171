package com.uploadcare.sdk

import com.uploadcare.sdk.model.ColorMode
import com.uploadcare.sdk.model.GetFileOptions
import com.uploadcare.sdk.model.JsonNode
import com.uploadcare.sdk.model.UploadOptions
import com.uploadcare.sdk.testing.Emulator
import com.uploadcare.sdk.testing.answer
import com.uploadcare.sdk.testing.text
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.Json
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.time.Duration
import java.time.Instant
import kotlin.io.path.fileSize
import kotlin.io.path.listDirectoryEntries

class FilesTest {
    private val uuid = "21975c81-7f57-4c7a-aef9-acfe28779f78"

    @Test
    fun `real files go up and come back described`() =
        runBlocking {
            Emulator.project().client().use { client ->
                val paths = Emulator.fixtures.listDirectoryEntries()
                val uploads = coroutineScope { paths.map { async { client.uploads.upload(it) } }.awaitAll() }
                for ((path, uploaded) in paths zip uploads) {
                    val file = client.files.get(uploaded.uuid)
                    assertEquals(path.fileSize(), file.size)
                    assertEquals(uploaded.originalFilename, file.originalFilename)
                    assertEquals(path.toUri().path.substringAfterLast('/'), file.originalFilename)
                }
                val photo = client.files.get(uploads.single { it.originalFilename == "photo.jpg" }.uuid)
                assertEquals("image/jpeg", photo.mimeType)
                assertEquals(ColorMode.Rgb, photo.contentInfo?.image?.colorMode)
                assertTrue(Duration.between(photo.datetimeUploaded, Instant.now()).abs() < Duration.ofHours(1))
            }
        }

    @Test
    fun `bytes with options`() =
        runBlocking {
            Emulator.project().client().use { client ->
                val options =
                    UploadOptions("hello.txt", store = true, metadata = mapOf("who" to "me"), tags = listOf("A", "b"))
                val uploaded = client.uploads.upload("hello".toByteArray(), options)
                val file = client.files.get(uploaded.uuid, GetFileOptions(includeAppdata = true))
                assertEquals(5L, uploaded.size)
                assertEquals("hello.txt", file.originalFilename)
                assertEquals(mapOf("who" to "me"), file.metadata)
                assertEquals(listOf("a", "b"), file.tags)
                assertTrue(file.datetimeStored != null)
                assertEquals("file", client.uploads.upload(ByteArray(0)).originalFilename)
            }
        }

    @Test
    fun `models are values`() =
        runBlocking {
            val project = Emulator.project().seed(1)
            project.client().use { client ->
                val page =
                    checkNotNull(
                        client.files
                            .list()
                            .pages()
                            .use { it.nextPage() },
                    )
                val file = page.single()
                assertEquals(file, client.files.get(file.uuid))
                assertEquals(file.hashCode(), client.files.get(file.uuid).hashCode())
                assertNotEquals(file, file.copy(size = 1))
                assertEquals(Instant.parse("2024-01-01T00:00:00Z"), file.datetimeUploaded)
                assertTrue("file-1.txt" in file.toString())
                assertEquals(page, page.copy())
            }
        }

    @Test
    fun `what this version does not know is kept`() =
        runBlocking {
            val body =
                """{"uuid": "$uuid", "url": "u", "original_filename": "n", "size": 5000000000, "is_ready": true,
                "datetime_uploaded": "2031-05-06T07:08:09.123456Z", "metadata": {}, "mood": {"now": [1, null, 0.5, true, "x"]},
                "content_info": {"image": {"format": "X", "width": 1, "height": 1, "color_mode": "HOLOGRAM"}}}"""
            val project = Emulator.project().fault(answer("/files/{uuid}/", 200, body = Json.parseToJsonElement(body)))
            project.client().use { client ->
                val file = client.files.get(uuid)
                val now =
                    listOf(
                        JsonNode.Integer(1),
                        JsonNode.Null,
                        JsonNode.Number(0.5),
                        JsonNode.Boolean(true),
                        JsonNode.Text("x"),
                    )
                assertEquals(mapOf("mood" to JsonNode.Object(mapOf("now" to JsonNode.Array(now)))), file.extra)
                val color = file.contentInfo?.image?.colorMode
                assertEquals(ColorMode.Unknown("HOLOGRAM"), color)
                assertEquals("HOLOGRAM", color.toString())
                assertEquals("RGBa", ColorMode.RgbPremultiplied.toString())
                assertEquals(5_000_000_000, file.size)
                assertEquals(Instant.parse("2031-05-06T07:08:09.123456Z"), file.datetimeUploaded)
                assertNull(file.mimeType)
            }
        }

    @Test
    fun `results of add-ons are typed`() =
        runBlocking {
            Emulator.project().set("job_polls" to 0).client().use { client ->
                val photo = client.uploads.upload(Emulator.fixtures.resolve("photo.jpg"))
                client.addons.detectLabels(photo).wait()
                val appdata = client.files.get(photo, GetFileOptions(includeAppdata = true)).appdata
                val found = checkNotNull(appdata?.awsRekognitionDetectLabels)
                val label = found.data.labels.first()
                assertTrue(label.name.isNotEmpty())
                assertTrue(checkNotNull(label.confidence) in 0.0..100.0)
                assertTrue(Duration.between(found.datetimeCreated, Instant.now()).abs() < Duration.ofHours(1))
                assertNull(appdata.ucClamavVirusScan)
            }
        }

    @Test
    fun `the service is told the language`() =
        runBlocking {
            val project = Emulator.project().seed(1)
            project.client { it.copy(userAgent = "shop/2.0") }.use { client ->
                client.files
                    .list()
                    .pages()
                    .use { it.nextPage() }
                val request = project.log().single()
                assertEquals("kotlin", request.text("language").lowercase())
                val agent = "UploadcareSDK/[0-9.]+/${project.publicKey} \\(Kotlin/[0-9.]+; shop/2\\.0\\)"
                assertTrue(Regex(agent).matches(request.text("user_agent"))) { request.text("user_agent") }
            }
        }

    @Test
    fun `a client tells its public settings`() {
        val project = Emulator.project()
        project.client().use { client ->
            assertEquals(project.publicKey, client.publicKey)
            assertEquals(Emulator.apiBase, client.apiBase)
            assertEquals(Emulator.uploadBase, client.uploadBase)
            assertEquals(Emulator.cdnBase, client.cdnBase)
        }
    }
}
