package com.uploadcare.sdk

import com.uploadcare.sdk.model.CallEventKind
import com.uploadcare.sdk.model.ClientOptions
import com.uploadcare.sdk.model.ListFilesOptions
import com.uploadcare.sdk.model.SearchOptions
import com.uploadcare.sdk.testing.Emulator
import com.uploadcare.sdk.testing.Fault
import com.uploadcare.sdk.testing.Project
import com.uploadcare.sdk.testing.eventually
import com.uploadcare.sdk.testing.whole
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.TimeoutCancellationException
import kotlinx.coroutines.async
import kotlinx.coroutines.cancel
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import kotlinx.coroutines.withTimeoutOrNull
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.put
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicNode
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory
import java.util.UUID
import java.util.concurrent.atomic.AtomicBoolean
import java.util.concurrent.atomic.AtomicInteger
import kotlin.time.Duration.Companion.milliseconds

/** Requests that are never answered end, at the emulator too, when their coroutine is cancelled. */
class CancellationTest {
    private val uuid = "21975c81-7f57-4c7a-aef9-acfe28779f78"

    private fun silent(
        route: String?,
        test: suspend (Uploadcare, Project) -> Unit,
    ) = runBlocking {
        val project = Emulator.project().silence(route)
        project.client().use { test(it, project) }
    }

    private suspend fun cancelled(
        project: Project,
        requests: Long = 1,
        call: suspend () -> Unit,
    ) = coroutineScope {
        var failure: Throwable? = null
        val job =
            launch(Dispatchers.Default) {
                runCatching { call() }.onFailure { failure = it }.getOrThrow()
            }
        project.awaitCount("in_flight", requests)
        job.cancelAndJoin()
        assertTrue(failure is CancellationException) { "$failure" }
        project.awaitCount("cancelled", requests)
        assertEquals(requests, project.statuses().count { it == 499L }.toLong())
    }

    @TestFactory
    fun `calls of all kinds`(): List<DynamicNode> =
        mapOf<String, suspend (Uploadcare) -> Any?>(
            "get" to { it.files.get(uuid) },
            "store" to { it.files.store(uuid) },
            "delete" to { it.files.delete(uuid) },
            "copy" to { it.files.copyLocal(uuid) },
            "list" to { it.files.list().toList() },
            "search" to { it.files.search(SearchOptions(query = "cats")).toList() },
            "groups" to { it.groups.list().toList() },
            "tags" to { it.tags.replace(uuid, listOf("cat")) },
            "metadata" to { it.metadata.set(uuid, "pet", "cat") },
            "webhooks" to { it.webhooks.list() },
            "project" to { it.project.get() },
            "conversion" to { it.conversion.convertDocument("$uuid/document/-/format/pdf/") },
            "add-on" to { it.addons.detectLabels(uuid) },
            "upload of bytes" to { it.uploads.upload(ByteArray(10)) },
            "upload of a file" to { it.uploads.upload(Emulator.fixtures.resolve("photo.jpg")) },
            "options of its own" to { it.withOptions(ClientOptions(timeout = 100.0)).files.get(uuid) },
        ).map { (name, call) ->
            dynamicTest(name) { silent(null) { client, project -> cancelled(project) { call(client) } } }
        }

    @Test
    fun `a flow of pages`() =
        silent("/files/") { client, project ->
            cancelled(project) {
                client.files
                    .list()
                    .pages()
                    .collect()
            }
        }

    @Test
    fun `waiting for a job`() =
        silent("/addons/{name}/execute/status/") { client, project ->
            val job = client.addons.scanForViruses(client.uploads.upload("hello".toByteArray()))
            cancelled(project) { job.wait() }
        }

    @Test
    fun `deleting many files`() =
        silent("/files/storage/") { client, project ->
            cancelled(project, requests = 3) { client.files.deleteMany(List(250) { UUID.randomUUID() }) }
        }

    @Test
    fun `a time limit`() =
        silent("/files/{uuid}/") { client, project ->
            assertNull(withTimeoutOrNull(100.milliseconds) { client.files.get(uuid) })
            assertThrows(TimeoutCancellationException::class.java) {
                runBlocking { withTimeout(100.milliseconds) { client.files.get(uuid) } }
            }
            eventuallyIdle(project)
        }

    @Test
    fun `siblings of a call that fails`() =
        silent("/files/{uuid}/") { client, project ->
            val error =
                assertThrows(NotFoundException::class.java) {
                    runBlocking(Dispatchers.Default) {
                        repeat(3) { launch { client.files.get(uuid) } }
                        launch {
                            project.awaitCount("in_flight", 3)
                            client.webhooks.get(7)
                        }
                    }
                }
            assertEquals(404, error.status)
            project.awaitCount("cancelled", 3)
        }

    @Test
    fun `a call that waits for its next attempt`() =
        runBlocking {
            val busy = Fault.answer(429, mapOf("Retry-After" to "30"))
            val project = Emulator.project().fault(Fault("/files/{uuid}/", times = Fault.EVER, respond = busy))
            val waits = CompletableDeferred<Unit>()
            val listener = EventListener { if (it.kind == CallEventKind.Retry) waits.complete(Unit) }
            project.client(listener = listener) { it.copy(maxRetries = 3) }.use { client ->
                val call = launch(Dispatchers.Default) { client.files.get(uuid) }
                waits.await()
                call.cancelAndJoin()
                assertTrue(call.isCancelled)
            }
            assertEquals(1, project.requests().size)
        }

    @Test
    fun `a call that waits for its turn`() =
        runBlocking {
            val project = Emulator.project().silence("/files/{uuid}/")
            val begun = CompletableDeferred<Unit>()
            val listener = EventListener { if (it.path == "/project/") begun.complete(Unit) }
            project.client(listener = listener) { it.copy(maxConcurrency = 1) }.use { client ->
                val first = launch(Dispatchers.Default) { client.files.get(uuid) }
                project.awaitCount("in_flight", 1)
                val second = launch(Dispatchers.Default) { client.project.get() }
                begun.await()
                second.cancelAndJoin()
                first.cancelAndJoin()
                assertEquals(project.publicKey, client.project.get().pubKey)
            }
            // The one that was given up is logged when its connection is seen to be closed.
            project.awaitCount("in_flight", 0)
            assertEquals(listOf("GET /files/{uuid}/", "GET /project/"), project.routes().sorted())
        }

    @Test
    fun `no callback begins once a call is over`() =
        runBlocking {
            val project = Emulator.project().seed(30)
            val late = AtomicInteger()
            val begun = AtomicInteger()
            val isOver = AtomicBoolean()

            fun begin() {
                begun.incrementAndGet()
                if (isOver.get()) late.incrementAndGet()
            }
            val signer =
                RequestSigner { request ->
                    begin()
                    project.sign(request.stringToSign)
                }
            project.client(signer, { begin() }).use { client ->
                val calls =
                    listOf<suspend () -> Unit>(
                        { client.project.get() },
                        { client.files.list(ListFilesOptions(limit = 5)).collect() },
                    )
                repeat(200) { round ->
                    isOver.set(false)
                    val before = begun.get()
                    val call = launch(Dispatchers.Default) { calls[round % 2]() }
                    // At any moment: before the first step, and after all of them.
                    val end = System.nanoTime() + round * 40_000L
                    while (System.nanoTime() < end && call.isActive) Thread.onSpinWait()
                    // On a busy machine each moment may be before the first step; then this would say nothing.
                    if (round % 4 == 3) eventually { begun.get() > before }
                    call.cancelAndJoin()
                    isOver.set(true)
                    project.awaitCount("in_flight", 0)
                }
            }
            assertTrue(begun.get() >= 50) { "$begun" }
            assertEquals(0, late.get())
        }

    @Test
    fun `a coroutine that is cancelled already sends nothing`() =
        runBlocking {
            val project = Emulator.project()
            project.client().use { client ->
                launch {
                    cancel()
                    client.files.get(uuid)
                }.join()
            }
            assertEquals(emptyList<String>(), project.requests())
        }

    @Test
    fun `a cancelled walk loses and repeats nothing`() =
        runBlocking {
            val project = Emulator.project().seed(35)
            project.client().use { client ->
                client.files.list(ListFilesOptions(limit = 10)).pages().use { pages ->
                    assertEquals("file-1.txt", pages.nextPage()?.first()?.originalFilename)
                    project.fault(
                        buildJsonObject {
                            put("route", "/files/")
                            put("delay_ms", Fault.HELD)
                        },
                    )
                    val cursor = pages.cursor()
                    val next = async { pages.nextPage() }
                    project.awaitCount("in_flight", 1)
                    next.cancelAndJoin()
                    assertEquals(cursor, pages.cursor())
                    assertEquals("file-11.txt", pages.nextPage()?.first()?.originalFilename)
                    assertEquals("file-1.txt", pages.previousPage()?.first()?.originalFilename)
                    assertEquals(listOf(10, 10, 5), pages.toList().map { it.results.size })
                }
            }
        }

    @Test
    fun `a walk that is cancelled at any moment loses and repeats nothing`() =
        runBlocking {
            val project = Emulator.project().seed(40)
            project.client().use { client ->
                repeat(20) { round ->
                    client.files.list(ListFilesOptions(limit = 10)).pages().use { pages ->
                        val seen = mutableListOf<String>()
                        var isOver = false
                        var patience = round * 50L
                        while (!isOver) {
                            // The page counts where the call returns: a result is lost once more on its way out.
                            val step =
                                launch(Dispatchers.Default) {
                                    val page = pages.nextPage()
                                    if (page == null) isOver = true else seen += page.map { it.originalFilename }
                                }
                            val end = System.nanoTime() + patience * 1_000
                            while (System.nanoTime() < end && step.isActive) Thread.onSpinWait()
                            step.cancelAndJoin()
                            // More and more, or a busy machine would need very many of these steps.
                            patience += 250 + patience / 8
                        }
                        assertEquals((1..40).map { "file-$it.txt" }, seen)
                    }
                }
            }
        }

    @Test
    fun `cancelling a collector in the middle of a page stops what was fetched ahead`() =
        runBlocking {
            val project = Emulator.project().seed(45)
            project.client().use { client ->
                // The third page is fetched while the second is being used, and is not answered.
                project.fault(
                    buildJsonObject {
                        put("route", "/files/")
                        put("skip", 2)
                        put("delay_ms", Fault.HELD)
                    },
                )
                val reached = CompletableDeferred<Unit>()
                val job =
                    launch {
                        client.files.list(ListFilesOptions(limit = 10)).collect {
                            if (it.originalFilename == "file-15.txt") {
                                reached.complete(Unit)
                                CompletableDeferred<Unit>().await()
                            }
                        }
                    }
                reached.await()
                project.awaitCount("in_flight", 1)
                job.cancelAndJoin()
                project.awaitCount("cancelled", 1)
            }
        }

    private fun Project.statuses() = log().map { it.getValue("status").whole() }

    private suspend fun eventuallyIdle(project: Project) {
        // Where the limit struck before the connection stood, there is no request to see.
        eventually { project.count("in_flight") == 0L && project.count("requests") == project.count("cancelled") }
    }
}
