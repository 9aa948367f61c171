package com.uploadcare.sdk

import com.uploadcare.sdk.model.ClientOptions
import com.uploadcare.sdk.model.ListFilesOptions
import com.uploadcare.sdk.testing.Emulator
import com.uploadcare.sdk.testing.Fault
import com.uploadcare.sdk.testing.Project
import com.uploadcare.sdk.testing.number
import com.uploadcare.sdk.testing.whole
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.JsonPrimitive
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import kotlin.time.Duration.Companion.seconds

/** A service, and a network, that misbehave. */
class FaultTest {
    private fun project(
        retries: Long = 0,
        test: suspend (Uploadcare, Project) -> Unit,
    ) = runBlocking {
        val project = Emulator.project()
        project.client { it.copy(maxRetries = retries) }.use { test(it, project) }
    }

    private suspend fun Uploadcare.works(project: Project) = assertEquals(project.publicKey, this.project.get().pubKey)

    private inline fun <reified T : Throwable> fails(noinline call: suspend () -> Any?): T =
        assertThrows(T::class.java) { runBlocking { call() } }

    @Test
    fun `answers that break off`() =
        project { client, project ->
            for (fault in listOf(Fault(truncate = 5), Fault(drop = true), Fault(contentLength = 100_000))) {
                project.fault(fault.copy(route = "/project/"))
                val error = fails<NetworkException> { client.project.get() }
                assertTrue(error.isRetryable)
                client.works(project)
            }
        }

    @Test
    fun `answers that break off are asked for again`() =
        project(retries = 1) { client, project ->
            project.fault(Fault("/project/", truncate = 5))
            client.works(project)
            assertEquals(2, project.requests().size)
        }

    @Test
    fun `an upload whose answer is lost is not repeated`() =
        project(retries = 3) { client, project ->
            project.fault(Fault("/base/", lose = true))
            fails<NetworkException> { client.uploads.upload("hello".toByteArray()) }
            assertEquals(listOf("POST /base/"), project.routes())
            assertEquals(
                1,
                client.files
                    .list()
                    .toList()
                    .size,
            )
        }

    @Test
    fun `connections that close behind an answer`() =
        project(retries = 1) { client, project ->
            project.fault(Fault("/project/", times = Fault.EVER, close = true))
            repeat(5) { client.works(project) }
        }

    @Test
    fun `an answer that is longer than it says`() =
        project { client, project ->
            project.fault(Fault("/project/", contentLength = 10))
            fails<DecodeException> { client.project.get() }
            // What is beyond must not be taken for the next answer.
            client.works(project)
        }

    @Test
    fun `an answer that trickles`() =
        project { client, project ->
            project.fault(Fault("/project/", bytesPerSecond = 2))
            val hurried = client.withOptions(ClientOptions(timeout = 0.2))
            fails<RequestTimeoutException> { hurried.project.get() }
            project.heal().fault(Fault("/project/", bytesPerSecond = 200))
            client.works(project)
        }

    @Test
    fun `links that lead elsewhere`() =
        project { client, project ->
            project.seed(15).fault(Fault("/files/", foreignNext = "http://127.0.0.1:9"))
            val error = fails<ForeignOriginException> { client.files.list(ListFilesOptions(limit = 10)).toList() }
            assertEquals(1, project.requests().size)
            assertTrue("127.0.0.1:9" in error.message) { error.message }
        }

    @Test
    fun `some requests fail`() =
        project { client, project ->
            val fault = Fault("/project/", times = Fault.EVER, probability = 0.5, respond = Fault.answer(500))
            project.fault(fault)
            val failures = List(40) { runCatching { client.project.get() }.exceptionOrNull() }
            val statuses = project.log().map { it.getValue("status").whole().toInt() }
            assertEquals(statuses, failures.map { (it as UploadcareException?)?.status ?: 200 })
            // One in a million million runs has none of them.
            assertEquals(setOf(200, 500), statuses.toSet())
            project.heal()
            client.works(project)
        }

    @Test
    fun `a service that takes only so many`() =
        project(retries = 5) { client, project ->
            project.limitRate(20.0, burst = 3)
            coroutineScope { List(12) { async(Dispatchers.Default) { client.works(project) } }.awaitAll() }
            assertEquals(12, project.rate("allowed"))
        }

    @Test
    fun `a service that takes one only`() =
        project { client, project ->
            project.limitRate(0.01, burst = 1)
            client.works(project)
            val error = fails<ThrottledException> { client.project.get() }
            assertTrue(checkNotNull(error.retryAfter) in 60.seconds..100.seconds) { "$error" }
            // Others of this client are not even sent.
            fails<ThrottledException> { client.withOptions(ClientOptions(timeout = 9.0)).project.get() }
            assertEquals(listOf(1L, 1L), listOf(project.rate("allowed"), project.rate("refused")))
            project.unlimitRate()
            project.client().use { it.works(project) }
        }

    @Test
    fun `clocks that differ`() =
        project { client, project ->
            project.clock(JsonPrimitive(3600))
            fails<UploadcareException> { client.project.get() }.let { assertTrue(it.status in 400..403) { "$it" } }
            project.clock(JsonPrimitive(0))
            client.works(project)
            val before = Emulator.time()
            client.works(project)
            val request = project.log().last()
            val times = listOf("started_ms", "ended_ms").map { request.getValue(it).number() }
            val all = listOf(before) + times + Emulator.time()
            assertEquals(all.sorted(), all)
        }
}
