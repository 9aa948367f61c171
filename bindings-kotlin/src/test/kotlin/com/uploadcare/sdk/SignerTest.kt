package com.uploadcare.sdk

import com.uploadcare.sdk.internal.uniffiForeignFutureHandleCount
import com.uploadcare.sdk.model.AuthScheme
import com.uploadcare.sdk.model.ClientOptions
import com.uploadcare.sdk.model.ErrorKind
import com.uploadcare.sdk.model.ListFilesOptions
import com.uploadcare.sdk.model.SigningRequest
import com.uploadcare.sdk.testing.Emulator
import com.uploadcare.sdk.testing.Fault
import com.uploadcare.sdk.testing.Project
import com.uploadcare.sdk.testing.eventually
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.TimeoutCancellationException
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.flow.count
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.job
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.jsonPrimitive
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.lang.ref.WeakReference
import java.util.UUID
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger
import kotlin.time.Duration.Companion.milliseconds

class SignerTest {
    private val uuid = "21975c81-7f57-4c7a-aef9-acfe28779f78"

    private class NoSignature(
        message: String?,
    ) : Exception(message)

    /** A project whose backend signs. */
    private fun backend(project: Project) = RequestSigner { project.sign(it.stringToSign) }

    private fun failure(
        project: Project,
        signer: RequestSigner,
    ): SignerException =
        project.client(signer) { it.copy(maxRetries = 3) }.use { client ->
            assertThrows(SignerException::class.java) { runBlocking { client.files.get(uuid) } }
        }

    @Test
    fun `a backend signs`() =
        runBlocking {
            val project = Emulator.project().seed(3).fault(Fault("/files/", respond = Fault.answer(503)))
            val seen = mutableListOf<SigningRequest>()
            val signer =
                RequestSigner { request ->
                    seen += request
                    project.sign(request.stringToSign)
                }
            project.client(signer) { it.copy(maxRetries = 1) }.use { client ->
                client.uploads.upload("hello".toByteArray())
                assertEquals(0, seen.size)
                assertEquals(4, client.files.list(ListFilesOptions(limit = 10)).count())
            }
            // Once for each attempt.
            assertEquals(2, seen.size)
            val request = seen.last()
            assertEquals(listOf("GET", "/files/?limit=10"), listOf(request.method, request.target))
            assertEquals("application/json", request.contentType)
            assertEquals("d41d8cd98f00b204e9800998ecf8427e", request.bodyMd5)
            val parts = listOf(request.method, request.bodyMd5, request.contentType, request.date, request.target)
            assertEquals(parts.joinToString("\n"), request.stringToSign)
            assertTrue(
                project
                    .log()
                    .last()
                    .getValue("authenticated")
                    .jsonPrimitive.boolean,
            )
        }

    @Test
    fun `what a signer throws is the cause`() {
        val project = Emulator.project()
        val asked = AtomicInteger()
        for (thrown in listOf(NoSignature("no signature today"), NoSignature(null), StackOverflowError(), OddError())) {
            asked.set(0)
            val error =
                failure(project) {
                    asked.incrementAndGet()
                    throw thrown
                }
            assertSame(thrown, error.cause)
            assertEquals(ErrorKind.Signer, error.kind)
            assertFalse(error.isRetryable)
            assertEquals("/files/$uuid/", error.path)
            assertEquals(1, asked.get())
            val words = thrown.message ?: thrown.javaClass.simpleName
            assertTrue(words in error.message) { error.message }
            assertTrue("Caused by: $thrown" in error.stackTraceToString())
        }
        assertEquals(emptyList<String>(), project.requests())
    }

    private class OddError : Error("odd")

    @Test
    fun `a time limit within a signer is its failure, no cancellation`() {
        val error = failure(Emulator.project()) { withTimeout(1.milliseconds) { awaitCancellation() } }
        assertTrue(error.cause is TimeoutCancellationException) { "${error.cause}" }
        val cancelled = CompletableDeferred<String>().apply { cancel() }
        assertTrue(failure(Emulator.project()) { cancelled.await() }.cause is CancellationException)
    }

    @Test
    fun `what is no signature`() {
        for (text in listOf("s3same-s3same", "", "0".repeat(39), "g".repeat(40))) {
            val error = failure(Emulator.project()) { text }
            assertNull(error.cause)
            assertTrue("40 hexadecimal digits" in error.message) { error.message }
            assertFalse("s3same" in error.stackTraceToString())
        }
        val project = Emulator.project()
        project.client({ "0".repeat(40) }).use { client ->
            assertThrows(AuthenticationException::class.java) { runBlocking { client.files.get(uuid) } }
        }
    }

    @Test
    fun `a key or a signer, not both`() {
        val signer = RequestSigner { "" }
        val error =
            assertThrows(ConfigurationException::class.java) { Uploadcare("demopublickey", "key", signer = signer) }
        assertEquals("signer", error.parameter)
        val simple =
            assertThrows(ConfigurationException::class.java) {
                Emulator.project().client(signer) { it.copy(authScheme = AuthScheme.Simple) }
            }
        assertEquals("authScheme", simple.parameter)
    }

    @Test
    fun `signers may block`() =
        runBlocking {
            val project = Emulator.project()
            // More than there are threads for what must not block; each waits for all others.
            val number = Runtime.getRuntime().availableProcessors() + 4
            val all = CountDownLatch(number)
            val signer =
                RequestSigner { request ->
                    all.countDown()
                    check(all.await(60, TimeUnit.SECONDS)) { "not all signers run at the same time" }
                    project.sign(request.stringToSign)
                }
            project.client(signer).use { client ->
                val calls = List(number) { async(Dispatchers.Default) { runCatching { client.files.get(uuid) } } }
                for (outcome in calls.awaitAll()) {
                    assertTrue(outcome.exceptionOrNull() is NotFoundException) { "$outcome" }
                }
            }
        }

    /** A signer that works until it is cancelled. */
    private class Endless : RequestSigner {
        val began = CompletableDeferred<Job>()
        val ended = CompletableDeferred<Throwable>()

        override suspend fun sign(request: SigningRequest): String {
            began.complete(currentCoroutineContext().job)
            try {
                awaitCancellation()
            } catch (cancellation: CancellationException) {
                ended.complete(cancellation)
                throw cancellation
            }
        }
    }

    @Test
    fun `the signer of a cancelled call is cancelled before the call is over`() =
        runBlocking {
            val project = Emulator.project()
            repeat(20) {
                val signer = Endless()
                project.client(signer).use { client ->
                    var failure: Throwable? = null
                    val call =
                        launch(Dispatchers.Default) {
                            runCatching { client.files.get(uuid) }.onFailure { failure = it }
                        }
                    val work = signer.began.await()
                    call.cancelAndJoin()
                    assertTrue(work.isCancelled)
                    assertTrue(failure is CancellationException) { "$failure" }
                    signer.ended.await()
                }
            }
            assertEquals(emptyList<String>(), project.requests())
        }

    @Test
    fun `the signer of a call that takes too long is cancelled`() =
        runBlocking {
            val project = Emulator.project()
            val signer = Endless()
            project.client(signer) { it.copy(timeout = 0.1) }.use { client ->
                // It may come to nothing before the signer is asked.
                while (!signer.began.isCompleted) {
                    assertThrows(RequestTimeoutException::class.java) { runBlocking { client.files.get(uuid) } }
                }
                signer.ended.await()
            }
            assertEquals(emptyList<String>(), project.requests())
        }

    @Test
    fun `what was thrown is not kept`() =
        runBlocking {
            val project = Emulator.project().seed(40)
            val thrown = ConcurrentLinkedQueue<WeakReference<Throwable>>()
            val good = AtomicInteger()
            val signer =
                RequestSigner { request ->
                    if (good.getAndDecrement() > 0) return@RequestSigner project.sign(request.stringToSign)
                    throw NoSignature(null).also { thrown += WeakReference(it) }
                }
            project.client(signer).use { client ->
                callsThatFail(client, good)
                assertTrue(thrown.size > 5) { "${thrown.size}" }
                eventually {
                    System.gc()
                    thrown.all { it.get() == null }
                }
            }
            eventually { uniffiForeignFutureHandleCount() == 0 }
        }

    /** Calls that end in several ways when their signer fails, after so many [good] signatures. */
    private suspend fun callsThatFail(
        client: Uploadcare,
        good: AtomicInteger,
    ) {
        runCatching { client.files.get(uuid) }
        // The second request of a batch fails, which is not what the call ends with.
        good.set(1)
        val batch = client.files.deleteMany(List(150) { UUID.randomUUID() })
        assertEquals(listOf<ErrorKind>(ErrorKind.Signer), batch.failures.map { it.error.kind })
        // A page fetched ahead fails, and nobody asks for it.
        good.set(2)
        client.files.list(ListFilesOptions(limit = 10)).pages().use { pages ->
            repeat(2) { pages.nextPage() }
            eventually { good.get() < 0 }
        }
        // One that somebody asks for, after other calls have come and gone.
        good.set(2)
        client.files.list(ListFilesOptions(limit = 10)).pages().use { pages ->
            repeat(2) { pages.nextPage() }
            eventually { good.get() < 0 }
            runCatching { client.files.get(uuid) }
            val error = runCatching { pages.nextPage() }.exceptionOrNull()
            assertTrue(error is SignerException && error.cause is NoSignature) { "$error" }
        }
        runCatching { client.explain { it.files.get(uuid) } }
        runCatching {
            client
                .withOptions(ClientOptions(timeout = 5.0))
                .files
                .list()
                .toList()
        }
    }
}
