package com.uploadcare.sdk

import com.uploadcare.sdk.model.JobState
import com.uploadcare.sdk.model.JobStatus
import com.uploadcare.sdk.model.UploadOptions
import com.uploadcare.sdk.model.WaitOptions
import com.uploadcare.sdk.testing.Emulator
import com.uploadcare.sdk.testing.Project
import com.uploadcare.sdk.testing.observed
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class JobTest {
    private val often = WaitOptions(interval = 0.01)

    /** A conversion that is finished at the third question; no sooner, however long the test takes. */
    private fun converting(
        outcome: String = "finished",
        test: suspend (Uploadcare, Project, Job) -> Unit,
    ) = runBlocking {
        val project = Emulator.project().set("job_polls" to 2, "job_ms" to 3_600_000)
        project.plan("outcome" to outcome)
        project.client().use { client ->
            val document = client.uploads.upload("hello".toByteArray(), UploadOptions("notes.txt"))
            val job = client.conversion.convertDocument(client.conversion.documentPath(document))
            test(client, project, job)
        }
    }

    @Test
    fun `a job tells what it is`() =
        converting { client, project, job ->
            assertEquals("document", job.kind)
            assertTrue(job.source.endsWith("/document/-/format/pdf/")) { job.source }
            assertNotNull(job.token)
            assertNotNull(job.uuid)
            assertNull(job.requestId)
            assertNull(job.thumbnailsGroupUuid)
            assertEquals("Job(kind=document, source=${job.source})", job.toString())
            assertFalse(project.secretKey in job.save())

            val again = client.jobs.open(job.save())
            assertEquals(listOf(job.save(), job.token, job.uuid), listOf(again.save(), again.token, again.uuid))
        }

    @Test
    fun `updates end with the finished job`() =
        converting { _, project, job ->
            val updates = job.updates(often)
            val before = project.requests().size
            assertEquals(
                JobState.Finished,
                updates
                    .toList()
                    .also { assertEquals(3, it.size) }
                    .last()
                    .state,
            )
            assertEquals(before + 3, project.requests().size)
            // Each collect begins anew.
            assertEquals(listOf<JobState>(JobState.Finished), updates.toList().map { it.state })
        }

    @Test
    fun `taking some updates asks no more`() =
        converting { _, project, job ->
            val before = project.requests().size
            assertFalse(job.updates(often).first().state == JobState.Finished)
            assertEquals(before + 1, project.requests().size)
        }

    @Test
    fun `waiting tells of progress`() =
        converting { client, _, job ->
            val seen = mutableListOf<JobStatus>()
            val last = job.wait(often) { seen += it }
            assertEquals(3, seen.size)
            assertEquals(last, seen.last())
            assertEquals(JobState.Finished, last.state)
            assertEquals(job.uuid, last.uuid)
            assertTrue(client.files.get(checkNotNull(last.uuid)).isReady)
            assertEquals(last, job.wait())
        }

    @Test
    fun `a job that fails or is given up`() {
        converting("failed") { _, _, job ->
            val error = assertThrows(JobFailedException::class.java) { runBlocking { job.wait(often) } }
            assertTrue(job.source in error.message) { error.message }
            assertEquals(JobState.Failed, job.status().state)
            assertNotNull(job.status().error)
        }
        converting("cancelled") { _, _, job ->
            assertThrows(JobCancelledException::class.java) { runBlocking { job.updates(often).toList() } }
        }
    }

    @Test
    fun `a job that takes too long may still end`() =
        converting { _, _, job ->
            val impatient = WaitOptions(timeout = 0.0, interval = 0.01)
            val error = assertThrows(WaitTimeoutException::class.java) { runBlocking { job.wait(impatient) } }
            assertTrue(error.isRetryable)
            assertEquals(JobState.Finished, job.wait(often).state)
        }

    @Test
    fun `a callback that throws ends the waiting`() =
        converting { _, project, job ->
            val before = project.requests().size
            assertThrows(ArithmeticException::class.java) {
                runBlocking { job.wait(often) { throw ArithmeticException() } }
            }
            assertEquals(before + 1, project.requests().size)
        }

    @Test
    fun `cancelling stops a wait between two questions`() =
        converting("stuck") { _, project, job ->
            val asked = CompletableDeferred<Unit>()
            var failure: Throwable? = null
            coroutineScope {
                val waiting =
                    launch(Dispatchers.Default) {
                        runCatching { job.wait(WaitOptions(interval = 10.0)) { asked.complete(Unit) } }
                            .onFailure { failure = it }
                    }
                asked.await()
                waiting.cancelAndJoin()
            }
            assertTrue(failure is CancellationException) { "$failure" }
            val before = project.requests().size
            assertFalse(job.status().state == JobState.Finished)
            assertEquals(before + 1, project.requests().size)
        }

    @Test
    fun `bad options throw at the call`() =
        converting { client, project, job ->
            val before = project.requests().size
            val bad = mapOf("timeout" to WaitOptions(timeout = -1.0), "interval" to WaitOptions(interval = 0.0))
            for ((name, options) in bad) {
                val error = assertThrows(InvalidParameterException::class.java) { job.updates(options) }
                assertEquals(name, error.parameter)
                assertThrows(InvalidParameterException::class.java) { runBlocking { job.wait(options) } }
            }
            val error = assertThrows(InvalidParameterException::class.java) { client.jobs.open("nonsense") }
            assertEquals("text", error.parameter)
            assertEquals(before, project.requests().size)
            client.close()
            assertThrows(IllegalStateException::class.java) { runBlocking { job.wait() } }
            assertThrows(IllegalStateException::class.java) { runBlocking { job.status() } }
        }

    @Test
    fun `a batch has jobs and problems`() =
        converting { client, _, job ->
            val missing = "00000000-0000-4000-8000-000000000001/document/-/format/pdf/"
            val batch = client.conversion.convertDocuments(setOf(job.source, missing))
            assertEquals(listOf(job.source), batch.jobs.map { it.source })
            assertEquals(listOf(missing), batch.problems.map { it.source })
            assertEquals(batch, batch.copy())
        }

    private fun Project.plan(vararg plan: Pair<String, Any?>) {
        Emulator.control("projects/$publicKey/jobs", observed(*plan))
    }
}
