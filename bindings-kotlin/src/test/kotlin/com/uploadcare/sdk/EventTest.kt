package com.uploadcare.sdk

import com.uploadcare.sdk.model.CallEvent
import com.uploadcare.sdk.model.CallEventKind
import com.uploadcare.sdk.model.ClientOptions
import com.uploadcare.sdk.model.ErrorKind
import com.uploadcare.sdk.testing.Emulator
import com.uploadcare.sdk.testing.Fault
import com.uploadcare.sdk.testing.text
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.flow.count
import kotlinx.coroutines.job
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.logging.Handler
import java.util.logging.LogRecord
import java.util.logging.Logger

class EventTest {
    private val uuid = "21975c81-7f57-4c7a-aef9-acfe28779f78"
    private val events = ConcurrentLinkedQueue<CallEvent>()

    @Test
    fun `each step of a call is told`() =
        runBlocking {
            val project = Emulator.project().seed(1).fault(Fault("/files/", respond = Fault.answer(503)))
            project.client(listener = { events += it }) { it.copy(maxRetries = 1) }.use { client ->
                assertEquals(1, client.files.list().count())
            }
            val told = events.toList()
            val kinds =
                listOf(
                    CallEventKind.Request,
                    CallEventKind.Attempt,
                    CallEventKind.Response,
                    CallEventKind.Retry,
                    CallEventKind.Attempt,
                    CallEventKind.Response,
                    CallEventKind.Finish,
                )
            assertEquals(kinds, told.map { it.kind })
            assertEquals(1, told.distinctBy { it.call }.size)
            assertEquals(listOf(0L, 1, 1, 1, 2, 2, 2), told.map { it.attempt })
            assertEquals(setOf("GET"), told.map { it.method }.toSet())
            assertEquals(setOf("/files/"), told.map { it.path }.toSet())
            assertTrue(told.all { it.host in Emulator.origin })
            assertEquals(told.map { it.elapsed }.sorted(), told.map { it.elapsed })
            val (refused, answered) = told.filter { it.kind == CallEventKind.Response }
            assertEquals(listOf(503L, 200L), listOf(refused.status, answered.status))
            assertEquals(project.log().map { it.text("request_id") }, listOf(refused.requestId, answered.requestId))
            assertTrue(checkNotNull(answered.receivedBytes) > 100)
            val retry = told.single { it.kind == CallEventKind.Retry }
            assertEquals(ErrorKind.Server, retry.error?.kind)
            assertTrue(checkNotNull(retry.wait) >= 0)
            assertNull(told.last().error)
        }

    @Test
    fun `calls at the same time are told apart`() =
        runBlocking {
            val client = Emulator.project().client(listener = { events += it })
            client.use { List(20) { async(Dispatchers.Default) { runCatching { client.files.get(uuid) } } }.awaitAll() }
            val calls = events.groupBy { it.call }.values
            assertEquals(20, calls.size)
            val kinds = listOf("request", "attempt", "response", "finish")
            for (call in calls) assertEquals(kinds, call.map { it.kind.toString() })
        }

    @Test
    fun `a listener that throws changes nothing`() =
        runBlocking {
            val logged = ConcurrentLinkedQueue<Throwable>()
            val handler =
                object : Handler() {
                    override fun publish(record: LogRecord) {
                        logged += record.thrown
                    }

                    override fun flush() = Unit

                    override fun close() = Unit
                }
            val logger = Logger.getLogger("com.uploadcare.sdk").apply { addHandler(handler) }
            val thrown = listOf(IllegalStateException("oops"), AssertionError("oops"), CancellationException("oops"))
            try {
                for (error in thrown) {
                    val project = Emulator.project().seed(1)
                    project.client(listener = { throw error }).use { assertEquals(1, it.files.list().count()) }
                    assertEquals(4, logged.count { it === error })
                }
            } finally {
                logger.removeHandler(handler)
            }
        }

    @Test
    fun `a listener may cancel its call`() =
        runBlocking {
            // The answer must not be there before the listener has heard of the request.
            val project = Emulator.project().fault(Fault(delayMs = Fault.HELD))
            var job: Job? = null
            val listener =
                EventListener { event ->
                    events += event
                    job?.cancel()
                }
            project.client(listener = listener).use { client ->
                var failure: Throwable? = null
                val call =
                    launch(Dispatchers.Default) {
                        job = coroutineContext.job
                        runCatching { client.files.get(uuid) }.onFailure { failure = it }
                    }
                call.join()
                assertTrue(failure is CancellationException) { "$failure" }
                project.awaitCount("in_flight", 0)
            }
        }

    @Test
    fun `clients made from another tell the same listener`() =
        runBlocking {
            val project = Emulator.project().seed(1)
            project.client(listener = { events += it }).use { client ->
                client.withOptions(ClientOptions(timeout = 50.0)).use { assertEquals(1, it.files.list().count()) }
            }
            assertEquals(4, events.size)
        }
}
