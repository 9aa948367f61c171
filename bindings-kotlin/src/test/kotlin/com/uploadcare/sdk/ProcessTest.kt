package com.uploadcare.sdk

import com.uploadcare.sdk.model.CallEventKind
import com.uploadcare.sdk.testing.Emulator
import com.uploadcare.sdk.testing.Fault
import com.uploadcare.sdk.testing.Probe
import com.uploadcare.sdk.testing.Project
import com.uploadcare.sdk.testing.eventually
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.count
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.condition.EnabledOnOs
import org.junit.jupiter.api.condition.OS
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.CsvSource
import java.lang.ref.WeakReference
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import kotlin.time.Duration.Companion.milliseconds

/** Clients in the life of a process: many of them, many threads, garbage collection, the end. */
class ProcessTest {
    private val library = "uploadcare.lib.dir=${Probe.built}"

    @Test
    @EnabledOnOs(OS.LINUX)
    fun `clients take no threads`() {
        val (code, text) = Probe.run("clients", property = library)
        assertEquals(0, code) { text }
        val threads = Regex("(\\d+) threads more, .*").matchEntire(text)?.run { groupValues[1].toInt() }
        // Java's own compilers begin when they like.
        assertTrue(checkNotNull(threads) { text } <= 8) { text }
    }

    @ParameterizedTest
    @CsvSource("return, 0, the end", "exit, 3, ''", "halt, 4, ''")
    fun `a process may end in the middle of calls`(
        end: String,
        code: Int,
        text: String,
    ) = runBlocking {
        val project = Emulator.project().seed(3).silence("/project/")
        assertEquals(code to text, Probe.run("calls", project.publicKey, end, property = library))
        project.awaitCount("in_flight", 0)
        assertTrue(project.count("cancelled") >= 1)
    }

    @Test
    fun `a client may be closed in the middle of a call`() =
        runBlocking {
            val project = Emulator.project()
            val (begun, closed) = List(2) { CompletableDeferred<Unit>() }
            val signer =
                RequestSigner { request ->
                    begun.complete(Unit)
                    closed.await()
                    project.sign(request.stringToSign)
                }
            val client = project.client(signer)
            val call = async(Dispatchers.Default) { client.project.get() }
            begun.await()
            repeat(2) { client.close() }
            closed.complete(Unit)
            assertEquals(project.publicKey, call.await().pubKey)
            assertThrows(IllegalStateException::class.java) { runBlocking { client.project.get() } }
            assertEquals(1, project.requests().size)
        }

    private fun collectGarbage() {
        System.gc()
        // Allocating makes references be looked at.
        List(1_000) { ByteArray(100) }
    }

    @Test
    fun `garbage collection leaves calls alone`() =
        runBlocking {
            val project = Emulator.project().seed(1).fault(Fault("/files/", delayMs = 300))
            // Nobody but the calls holds the clients.
            val calls = List(3) { async(Dispatchers.Default) { countWithoutAClient(project) } }
            while (calls.any { it.isActive }) {
                collectGarbage()
                delay(1.milliseconds)
            }
            for (call in calls) assertEquals(1, call.await())
        }

    private suspend fun countWithoutAClient(project: Project) =
        project
            .client({ project.sign(it.stringToSign) }, { })
            .files
            .list()
            .count()

    @Test
    fun `a client that nobody closes goes with its object`() =
        runBlocking {
            val listener = usedAndForgotten()
            eventually {
                collectGarbage()
                listener.get() == null
            }
        }

    private suspend fun usedAndForgotten(): WeakReference<EventListener> {
        val project = Emulator.project().seed(1)
        val ends = CompletableDeferred<Unit>()
        val listener = EventListener { if (it.kind == CallEventKind.Finish) ends.complete(Unit) }
        assertEquals(
            1,
            project
                .client(listener = listener)
                .files
                .list()
                .count(),
        )
        ends.await()
        return WeakReference(listener)
    }

    @Test
    fun `threads that block share a client`() {
        val project = Emulator.project().seed(3)
        val threads = Executors.newFixedThreadPool(32)
        try {
            project.client().use { client ->
                val work = Callable { runBlocking { List(10) { client.files.list().count() } } }
                for (counts in threads.invokeAll(List(32) { work })) assertEquals(List(10) { 3 }, counts.get())
            }
        } finally {
            threads.shutdown()
        }
    }
}
