package com.uploadcare.sdk

import com.uploadcare.sdk.model.ClientOptions
import com.uploadcare.sdk.model.CreateUploadTokenOptions
import com.uploadcare.sdk.model.ErrorKind
import com.uploadcare.sdk.model.JobState
import com.uploadcare.sdk.model.UploadSignature
import com.uploadcare.sdk.testing.Emulator
import com.uploadcare.sdk.testing.Project
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.util.concurrent.atomic.AtomicInteger
import kotlin.time.Duration.Companion.milliseconds

class UploadCredentialTest {
    private val hello = "hello".toByteArray()

    /** A project that demands signed uploads. */
    private fun project() = Emulator.project().set("signed_uploads" to true)

    private suspend fun fails(call: suspend () -> Any?): Throwable {
        val outcome = runCatching { call() }
        return checkNotNull(outcome.exceptionOrNull()) { "$outcome" }
    }

    private suspend fun uploads(
        project: Project,
        credential: UploadCredentialProvider?,
    ) = project.uploadClient(credential).use { it.uploads.upload(hello).size }

    @Test
    fun `every form of a credential`() =
        runBlocking {
            val project = project()
            project.client().use { client ->
                // It makes its own.
                client.uploads.upload(hello)
                val token = client.uploads.createToken(CreateUploadTokenOptions(lifetime = 600))
                val signature = client.uploads.createSignature()
                for (credential in listOf(
                    UploadCredential(token.token),
                    UploadCredential(token),
                    UploadCredential(signature),
                )) {
                    assertEquals(5L, uploads(project, credential))
                    assertEquals(5L, uploads(project) { credential })
                    assertFalse(token.token in "$credential" || signature.signature in "$credential")
                }
                val slow =
                    UploadCredentialProvider {
                        delay(10.milliseconds)
                        UploadCredential(token)
                    }
                assertEquals(5L, uploads(project, slow))
                Uploadcare(project.publicKey, options = Emulator.options, uploadCredential = slow).use {
                    assertEquals(5L, it.uploads.upload(hello).size)
                }
            }
            assertTrue(fails { uploads(project, null) } is UploadcareException)
        }

    @Test
    fun `a credential is asked for once`() =
        runBlocking {
            val project = project()
            val asked = AtomicInteger()
            project.client().use { owner ->
                val client =
                    project.uploadClient {
                        asked.incrementAndGet()
                        UploadCredential(owner.uploads.createToken())
                    }
                client.use {
                    List(8) { async(Dispatchers.Default) { client.uploads.upload(hello) } }.awaitAll()
                    client.uploads.upload(ByteArray(11_000_000)) { }
                    client.withOptions(ClientOptions(timeout = 90.0)).uploads.upload(hello)
                }
            }
            assertEquals(1, asked.get())
        }

    private class NoToken : Exception("no token today")

    @Test
    fun `what a provider throws is the cause`() =
        runBlocking {
            val project = project()
            val thrown = NoToken()
            val asked = AtomicInteger()
            project
                .uploadClient {
                    asked.incrementAndGet()
                    throw thrown
                }.use { client ->
                    val calls =
                        listOf<suspend () -> Any?>(
                            { client.uploads.upload(hello) },
                            { client.uploads.upload(hello) { } },
                            { client.uploads.upload(ByteArray(11_000_000).inputStream()) },
                            { client.uploads.createGroup(listOf("21975c81-7f57-4c7a-aef9-acfe28779f78")) },
                        )
                    for (call in calls) {
                        val error = fails(call)
                        assertSame(thrown, error.cause)
                        assertEquals(ErrorKind.Signer, (error as SignerException).kind)
                        assertTrue("no token today" in error.message) { error.message }
                    }
                    assertEquals(calls.size, asked.get())
                    assertEquals(
                        1,
                        client.uploads
                            .uploadMany(listOf(hello))
                            .failures.size,
                    )
                }
            assertEquals(emptyList<String>(), project.requests())
        }

    @Test
    fun `what is no credential`() =
        runBlocking {
            val project = project()
            for (wrong in listOf("", "s3same s3same", "{s3same", "\u00e9")) {
                val error = fails { uploads(project) { UploadCredential(wrong) } }
                assertTrue(error is SignerException && error.cause == null) { "$error" }
                assertFalse("s3same" in error.stackTraceToString())
                val fixed = fails { uploads(project, UploadCredential(wrong)) }
                assertTrue(fixed is UploadcareException) { "$fixed" }
                assertFalse("s3same" in fixed.stackTraceToString())
            }
            val wrong = UploadCredential(UploadSignature("s3same\", \"", 1))
            assertTrue(fails { uploads(project) { wrong } } is SignerException)
            assertEquals(emptyList<String>(), project.requests())
        }

    @Test
    fun `a provider is cancelled with its call`() =
        runBlocking {
            val project = project()
            val began = CompletableDeferred<Unit>()
            val ended = CompletableDeferred<Unit>()
            project
                .uploadClient {
                    began.complete(Unit)
                    try {
                        awaitCancellation()
                    } finally {
                        ended.complete(Unit)
                    }
                }.use { client ->
                    val call = launch(Dispatchers.Default) { client.uploads.upload(hello) }
                    began.await()
                    call.cancelAndJoin()
                    ended.await()
                }
            assertEquals(emptyList<String>(), project.requests())
        }

    @Test
    fun `a client for uploads does nothing else`() =
        runBlocking {
            val project = Emulator.project()
            project.client().use { owner ->
                val document = owner.uploads.upload(hello)
                val conversion = owner.conversion.convertDocument(owner.conversion.documentPath(document))
                for (client in listOf(project.uploadClient(), owner.uploadClient())) {
                    val before = project.requests().size
                    assertTrue(fails { client.jobs.open(conversion.save()).status() } is ConfigurationException)
                    assertThrows(ConfigurationException::class.java) { client.uploads.createToken() }
                    assertThrows(ConfigurationException::class.java) { client.uploads.createSignature() }
                    assertEquals(before, project.requests().size)
                    val job = client.uploads.fromUrl("${Emulator.cdnBase}${document.uuid}/")
                    val status = client.jobs.open(job.save()).wait()
                    assertEquals(JobState.Finished, status.state)
                    assertNull(status.error)
                    assertEquals(project.publicKey, client.publicKey)
                    assertEquals(
                        "UploadClient(publicKey=${project.publicKey}, uploadBase=${Emulator.uploadBase})",
                        "$client",
                    )
                    client.close()
                    assertTrue(fails { client.uploads.upload(hello) } is IllegalStateException)
                }
                assertEquals(project.publicKey, owner.project.get().pubKey)
            }
        }
}
