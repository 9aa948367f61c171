package com.uploadcare.sdk

import com.uploadcare.sdk.model.ListFilesOptions
import com.uploadcare.sdk.testing.Emulator
import com.uploadcare.sdk.testing.Project
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.cancel
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeoutOrNull
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.put
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import kotlin.time.Duration.Companion.milliseconds

/** Requests that are never answered end, at the emulator too, when their coroutine is cancelled. */
class CancellationTest {
    private val uuid = "21975c81-7f57-4c7a-aef9-acfe28779f78"

    private fun silent(
        route: String,
        test: suspend (Uploadcare, Project) -> Unit,
    ) = runBlocking {
        val project = Emulator.project().silence(route)
        project.client().use { test(it, project) }
    }

    private suspend fun cancelled(
        project: Project,
        call: suspend () -> Unit,
    ) = coroutineScope {
        var failure: Throwable? = null
        val job =
            launch(Dispatchers.Default) {
                runCatching { call() }.onFailure { failure = it }.getOrThrow()
            }
        project.awaitCount("in_flight", 1)
        job.cancelAndJoin()
        assertTrue(failure is CancellationException) { "$failure" }
        project.awaitCount("cancelled", 1)
    }

    @Test
    fun `a call`() = silent("/files/{uuid}/") { client, project -> cancelled(project) { client.files.get(uuid) } }

    @Test
    fun `an upload`() =
        silent("/base/") { client, project -> cancelled(project) { client.uploads.upload(ByteArray(10)) } }

    @Test
    fun `a flow of items`() =
        silent("/files/") { client, project -> cancelled(project) { client.files.list().collect() } }

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
            cancelled(project) { client.files.deleteMany(List(50) { uuid }) }
        }

    @Test
    fun `a time limit`() =
        silent("/files/{uuid}/") { client, project ->
            assertNull(withTimeoutOrNull(100.milliseconds) { client.files.get(uuid) })
            eventuallyIdle(project)
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
                            put("delay_ms", 30_000)
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
                            patience += 250
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
                        put("delay_ms", 30_000)
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

    private suspend fun eventuallyIdle(project: Project) {
        project.awaitCount("in_flight", 0)
        // Where the limit struck before the connection stood, there is no request to see.
        assertEquals(project.count("requests"), project.count("cancelled"))
    }
}
