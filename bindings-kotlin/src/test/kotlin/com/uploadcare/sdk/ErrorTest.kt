package com.uploadcare.sdk

import com.uploadcare.sdk.model.ClientOptions
import com.uploadcare.sdk.model.ErrorInfo
import com.uploadcare.sdk.model.ErrorKind
import com.uploadcare.sdk.testing.Emulator
import com.uploadcare.sdk.testing.answer
import com.uploadcare.sdk.testing.text
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.nio.file.FileSystems
import java.nio.file.Path
import kotlin.io.path.createTempFile
import kotlin.time.Duration.Companion.seconds

class ErrorTest {
    private val uuid = "21975c81-7f57-4c7a-aef9-acfe28779f78"

    private fun failureOf(fault: JsonObject): UploadcareException =
        runBlocking {
            val project = Emulator.project().apply { fault(fault) }
            project.client().use { client ->
                val failure = assertThrows(UploadcareException::class.java) { runBlocking { client.files.get(uuid) } }
                assertFalse(project.secretKey in failure.stackTraceToString())
                failure
            }
        }

    private fun failureOf(
        status: Int,
        headers: Map<String, String> = emptyMap(),
        body: JsonObject = JsonObject(mapOf("detail" to JsonPrimitive("No."))),
    ) = failureOf(
        answer("/files/{uuid}/", status, headers + ("Content-Type" to "application/json"), body) as JsonObject,
    )

    @Test
    fun `each kind has its class`() {
        val kinds =
            listOf(
                ErrorKind.Configuration to ConfigurationException::class,
                ErrorKind.InvalidParameter to InvalidParameterException::class,
                ErrorKind.Source to SourceException::class,
                ErrorKind.Signer to SignerException::class,
                ErrorKind.Authentication to AuthenticationException::class,
                ErrorKind.Forbidden to ForbiddenException::class,
                ErrorKind.NotFound to NotFoundException::class,
                ErrorKind.Conflict to ConflictException::class,
                ErrorKind.TooLarge to TooLargeException::class,
                ErrorKind.Rejected to RejectedException::class,
                ErrorKind.Throttled to ThrottledException::class,
                ErrorKind.Server to ServerException::class,
                ErrorKind.Network to NetworkException::class,
                ErrorKind.Timeout to RequestTimeoutException::class,
                ErrorKind.Decode to DecodeException::class,
                ErrorKind.ForeignOrigin to ForeignOriginException::class,
                ErrorKind.JobFailed to JobFailedException::class,
                ErrorKind.JobCancelled to JobCancelledException::class,
                ErrorKind.WaitTimeout to WaitTimeoutException::class,
                ErrorKind.UploadLost to UploadLostException::class,
                ErrorKind.ContentMismatch to ContentMismatchException::class,
                ErrorKind.SearchWindow to SearchWindowException::class,
                ErrorKind.Internal to InternalException::class,
                ErrorKind.Unknown("melancholy") to UploadcareException::class,
            )
        for ((kind, type) in kinds) {
            val error = ownError(kind, "words", "name")
            assertEquals(type, error::class)
            assertSame(kind, error.kind)
            assertEquals("words", error.message)
            assertEquals("name", error.parameter)
        }
    }

    @Test
    fun `statuses become classes`() {
        val statuses =
            mapOf(
                400 to RejectedException::class,
                401 to AuthenticationException::class,
                403 to ForbiddenException::class,
                404 to NotFoundException::class,
                409 to ConflictException::class,
                413 to TooLargeException::class,
                429 to ThrottledException::class,
                500 to ServerException::class,
            )
        for ((status, type) in statuses) {
            val error = failureOf(status)
            assertEquals(type, error::class)
            assertEquals(status, error.status)
            assertEquals(status == 429 || status == 500, error.isRetryable)
        }
    }

    @Test
    fun `what is known of an error`() {
        val error = failureOf(429, mapOf("Retry-After" to "7"))
        assertEquals(7.seconds, error.retryAfter)
        assertEquals("GET", error.method)
        assertEquals("/files/$uuid/", error.path)
        assertTrue("No." in error.message) { error.message }
        assertNull(error.parameter)
        assertTrue("status 429" in error.toString() && "GET /files/$uuid/" in error.toString()) { "$error" }
        assertTrue(error.toString().startsWith("com.uploadcare.sdk.ThrottledException: ")) { "$error" }

        val fields =
            JsonObject(mapOf("name" to JsonArray(listOf(JsonPrimitive("Too long."), JsonPrimitive("Too odd.")))))
        assertEquals(mapOf("name" to listOf("Too long.", "Too odd.")), failureOf(400, body = fields).fieldErrors)
    }

    @Test
    fun `an error carries the identifier of its request`() {
        val project = Emulator.project()
        project.client().use { client ->
            val error = assertThrows(NotFoundException::class.java) { runBlocking { client.files.get(uuid) } }
            assertEquals(project.log().single().text("request_id"), error.requestId)
        }
    }

    @Test
    fun `sources that cannot be read`() {
        Emulator.project().client().use { client ->
            for (path in listOf(Emulator.fixtures, Path.of("/"), Path.of("no such file"))) {
                val error = assertThrows(SourceException::class.java) { runBlocking { client.uploads.upload(path) } }
                assertEquals("source", error.parameter)
            }
            val archive = createTempFile(suffix = ".zip")
            archive.toFile().delete()
            FileSystems.newFileSystem(archive, mapOf("create" to "true")).use { other ->
                val path = other.getPath("file.txt")
                val error =
                    assertThrows(InvalidParameterException::class.java) { runBlocking { client.uploads.upload(path) } }
                assertEquals("source", error.parameter)
            }
            archive.toFile().delete()
        }
    }

    @Test
    fun `secrets do not show`() {
        val options = ClientOptions(apiBase = Emulator.apiBase, proxy = "http://user:s3same@127.0.0.1:9")
        Uploadcare("demopublickey", "open-s3same", options).use { client ->
            val error = assertThrows(UploadcareException::class.java) { runBlocking { client.files.get(uuid) } }
            val texts =
                listOf(
                    client,
                    client.files,
                    client.uploads,
                    client.files.list(),
                    options,
                    error,
                    error.stackTraceToString(),
                )
            for (text in texts) assertFalse("s3same" in text.toString()) { "$text" }
            assertTrue("demopublickey" in client.toString())
        }
    }

    @Test
    fun `users can make errors for their own tests`() {
        val info =
            ErrorInfo(
                ErrorKind.NotFound,
                "gone",
                parameter = null,
                status = 404,
                code = null,
                requestId = "abc",
                retryAfter = null,
                fieldErrors = emptyMap(),
                method = "GET",
                path = "/files/",
                isRetryable = false,
            )
        val text = NotFoundException(info).toString()
        assertEquals("com.uploadcare.sdk.NotFoundException: gone (GET /files/, status 404, request abc)", text)
    }
}
