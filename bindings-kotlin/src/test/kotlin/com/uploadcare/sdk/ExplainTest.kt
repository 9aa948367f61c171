package com.uploadcare.sdk

import com.uploadcare.sdk.model.ClientOptions
import com.uploadcare.sdk.model.ExplainedRequest
import com.uploadcare.sdk.model.ListFilesOptions
import com.uploadcare.sdk.testing.Emulator
import com.uploadcare.sdk.testing.Fault
import com.uploadcare.sdk.testing.Project
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers

/** Options of one call, and calls that are shown instead of made. */
class ExplainTest {
    private val uuid = "21975c81-7f57-4c7a-aef9-acfe28779f78"

    private fun client(
        signer: RequestSigner? = null,
        test: suspend (Uploadcare, Project) -> Unit,
    ) = runBlocking {
        val project = Emulator.project()
        project.client(signer).use { test(it, project) }
    }

    @Test
    fun `the request of a call`() =
        client { client, project ->
            val request = client.explain { it.files.get(uuid) }
            assertEquals("GET", request.method)
            assertEquals("${Emulator.origin}/files/$uuid/", request.url)
            assertTrue(request.headers.getValue("authorization").startsWith("Uploadcare ${project.publicKey}:"))
            assertTrue(request.curl.startsWith("curl -X GET '${request.url}'")) { request.curl }
            assertNull(request.body)
            val set = client.explain { it.metadata.set(uuid, "pet", "cat") }
            assertEquals(listOf("PUT", "\"cat\""), listOf(set.method, set.body))
            assertEquals("POST", client.explain { it.uploads.upload(ByteArray(3)) }.method)
            assertEquals(emptyList<String>(), project.requests())
        }

    @Test
    fun `the first page of a list`() =
        client { client, project ->
            val url = "${Emulator.origin}/files/?limit=3"
            val list = ListFilesOptions(limit = 3)
            assertEquals(url, client.explain { it.files.list(list) }.url)
            assertEquals(url, client.explain { it.files.list(list).pages() }.url)
            assertEquals(url, client.explain { it.files.list(list).map { file -> file.uuid } }.url)
            assertEquals(emptyList<String>(), project.requests())
        }

    @Test
    fun `what is shown can be sent`() =
        client { client, project ->
            project.seed(1)
            val request = client.explain { it.files.list() }
            assertEquals(200, sent(request))
        }

    private fun sent(request: ExplainedRequest): Int {
        val body = request.body?.let { BodyPublishers.ofString(it) } ?: BodyPublishers.noBody()
        val builder = HttpRequest.newBuilder(URI(request.url)).method(request.method, body)
        // Java takes a Date header only if told to, but the service takes its own name for it.
        for ((name, value) in request.headers) builder.header(if (name == "date") "x-uploadcare-date" else name, value)
        return HttpClient.newHttpClient().send(builder.build(), BodyHandlers.discarding()).statusCode()
    }

    @Test
    fun `secrets are left out on request`() =
        client { client, project ->
            val signature =
                client
                    .explain { it.project.get() }
                    .headers
                    .getValue("authorization")
                    .substringAfter(':')
            assertTrue(Regex("[0-9a-f]{40}").matches(signature)) { signature }
            val request = client.explain(redact = true) { it.project.get() }
            assertEquals("Uploadcare ${project.publicKey}:<redacted>", request.headers["authorization"])
            assertFalse(Regex("[0-9a-f]{40}").containsMatchIn(request.curl)) { request.curl }
        }

    @Test
    fun `signers sign what is shown`() =
        client({ "f".repeat(40) }) { client, _ ->
            val request = client.explain { it.project.get() }
            assertTrue(request.headers.getValue("authorization").endsWith(":" + "f".repeat(40)))
        }

    @Test
    fun `calls that send nothing`() =
        client { client, project ->
            fun failure(call: suspend (Uploadcare) -> Any?) =
                assertThrows(Exception::class.java) { runBlocking { client.explain(call = call) } }

            val nothing = failure { }
            assertEquals("call", (nothing as InvalidParameterException).parameter)
            val wrong = failure { it.files.get("nonsense") }
            assertEquals("file", (wrong as InvalidParameterException).parameter)
            assertEquals("own", failure { error("own") }.message)
            assertTrue(failure { throw CancellationException() } is CancellationException)
            assertEquals(emptyList<String>(), project.requests())
        }

    @Test
    fun `options of one call`() =
        client { client, project ->
            project.fault(Fault("/project/", times = 4, respond = Fault.answer(503)))
            val patient = client.withOptions(ClientOptions(maxRetries = 1))
            assertThrows(ServerException::class.java) { runBlocking { patient.project.get() } }
            assertEquals(2, project.requests().size)
            // The client itself is as it was.
            assertThrows(ServerException::class.java) { runBlocking { client.project.get() } }
            assertEquals(3, project.requests().size)
            assertEquals(
                project.publicKey,
                patient
                    .withOptions(ClientOptions(maxRetries = 1))
                    .project
                    .get()
                    .pubKey,
            )
            val error =
                assertThrows(ConfigurationException::class.java) { client.withOptions(ClientOptions(maxRetries = 11)) }
            assertEquals("maxRetries", error.parameter)
        }

    @Test
    fun `clients made from another are closed by themselves`() =
        client { client, project ->
            client.withOptions(ClientOptions(timeout = 5.0)).close()
            val derived = client.withOptions(ClientOptions(timeout = 50.0))
            assertEquals(project.publicKey, client.project.get().pubKey)
            client.close()
            assertThrows(IllegalStateException::class.java) { client.withOptions(ClientOptions()) }
            assertThrows(IllegalStateException::class.java) { runBlocking { client.explain { it.project.get() } } }
            assertEquals(project.publicKey, derived.use { it.project.get() }.pubKey)
            assertThrows(IllegalStateException::class.java) { runBlocking { derived.project.get() } }
        }
}
