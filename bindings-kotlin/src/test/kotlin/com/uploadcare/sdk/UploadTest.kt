package com.uploadcare.sdk

import com.uploadcare.sdk.model.UploadOptions
import com.uploadcare.sdk.model.UploadProgress
import com.uploadcare.sdk.model.UploadedFile
import com.uploadcare.sdk.testing.Emulator
import com.uploadcare.sdk.testing.Fault
import com.uploadcare.sdk.testing.Probe
import com.uploadcare.sdk.testing.Project
import com.uploadcare.sdk.testing.eventually
import com.uploadcare.sdk.testing.text
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.asFlow
import kotlinx.coroutines.flow.count
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.flowOf
import kotlinx.coroutines.flow.onEach
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout
import org.junit.jupiter.api.condition.EnabledOnOs
import org.junit.jupiter.api.condition.OS
import org.junit.jupiter.api.io.TempDir
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource
import java.io.ByteArrayInputStream
import java.io.IOException
import java.io.InputStream
import java.io.PipedInputStream
import java.io.PipedOutputStream
import java.nio.channels.FileChannel
import java.nio.file.Path
import java.util.UUID
import java.util.concurrent.CountDownLatch
import kotlin.io.path.createDirectory
import kotlin.io.path.exists
import kotlin.io.path.readText
import kotlin.io.path.writeBytes
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds
import kotlin.time.measureTime

class UploadTest {
    @TempDir
    lateinit var folder: Path

    private val parts = "/parts/{uuid}/{number}"

    private fun content(size: Int) = ByteArray(size) { i -> (i * i + (i shr 8)).toByte() }

    private fun file(content: ByteArray) = folder.resolve("${UUID.randomUUID()}.bin").apply { writeBytes(content) }

    /** The content in pieces of changing sizes, some of them empty. */
    private fun pieces(content: ByteArray): Flow<ByteArray> =
        flow {
            var from = 0
            var size = 0
            while (from < content.size) {
                val to = minOf(from + size, content.size)
                emit(content.copyOfRange(from, to))
                from = to
                size = (size * 3 + 1) % 3_000_000
            }
        }

    private fun assertUploaded(
        content: ByteArray,
        file: UploadedFile,
    ) {
        assertEquals(content.size.toLong(), file.size)
        assertArrayEquals(content, Emulator.download(file.uuid))
    }

    private fun Project.puts(): List<String> {
        val queries = log().filter { it.text("route") == parts }.map { it.text("query") }
        return queries.map {
            Regex("partNumber=(\\d+)")
                .find(it)
                ?.groupValues
                ?.get(1)
                .orEmpty()
        }
    }

    private fun test(work: suspend CoroutineScope.(Project, Uploads) -> Unit) =
        runBlocking {
            val project = Emulator.project()
            project.uploadClient().use { work(project, it.uploads) }
        }

    private suspend fun fails(call: suspend () -> Any?): Throwable {
        val outcome = runCatching { call() }
        return checkNotNull(outcome.exceptionOrNull()) { "$outcome" }
    }

    @ParameterizedTest
    @ValueSource(ints = [0, 1, 10_485_759, 10_485_760, 10_485_761, 20_000_000])
    fun `every source at every size`(size: Int) =
        test { project, uploads ->
            val content = content(size)
            val path = file(content)
            val known = size.toLong()
            assertUploaded(content, uploads.upload(content))
            assertUploaded(content, uploads.upload(path))
            FileChannel.open(path).use { assertUploaded(content, uploads.upload(it)) }
            assertUploaded(content, uploads.upload(ByteArrayInputStream(content)))
            assertUploaded(content, uploads.upload(ByteArrayInputStream(content), size = known))
            assertUploaded(content, uploads.upload(pieces(content)))
            assertUploaded(content, uploads.upload(pieces(content), size = known))
            assertEquals(if (size < 10_485_760) 7 else 0, project.routes().count { it == "POST /base/" })
        }

    @Test
    fun `a channel goes up from its position`() =
        test { _, uploads ->
            val content = content(1_000_000)
            FileChannel.open(file(content)).use { channel ->
                channel.position(300_001)
                assertUploaded(content.copyOfRange(300_001, 1_000_000), uploads.upload(channel))
                assertEquals(1_000_000, channel.position())
                channel.position(2_000_000)
                assertUploaded(ByteArray(0), uploads.upload(channel))
            }
        }

    @Test
    fun `short reads are no end`() =
        test { _, uploads ->
            val content = content(600_000)
            val stream =
                object : ByteArrayInputStream(content) {
                    private var turn = 0

                    override fun read(
                        bytes: ByteArray,
                        from: Int,
                        count: Int,
                    ) = super.read(bytes, from, minOf(count, turn++ % 7))
                }
            assertUploaded(content, uploads.upload(stream))
        }

    @Test
    fun `a file of the project is looked up`() =
        test { project, uploads ->
            val file = uploads.upload("hello".toByteArray(), UploadOptions("hello.txt"))
            val before = project.requests().size
            val told = mutableListOf<UploadProgress>()
            assertEquals(file, uploads.upload(UUID.fromString(file.uuid)) { told += it })
            assertEquals(file, told.last().file)
            assertEquals(listOf("GET /info/"), project.routes().drop(before))
            assertTrue(fails { uploads.upload(UUID.randomUUID()) } is NotFoundException)
        }

    private class Broken : IOException("the disk is gone")

    @Test
    fun `what a source throws is thrown itself, and nothing is uploaded`() =
        test { project, uploads ->
            val broken = Broken()
            val stream = { after: Int ->
                object : InputStream() {
                    private var left = after

                    override fun read() = if (left-- > 0) 1 else throw broken
                }
            }
            val flow = { after: Int ->
                flow {
                    repeat(after) { emit(ByteArray(1_000_000)) }
                    throw broken
                }
            }
            for (size in listOf(null, 30_000_000L, 3_000L)) {
                for (after in listOf(0, 1, 14)) {
                    assertSame(broken, fails { uploads.upload(stream(after * 1_000), size = size) })
                    if (size != 3_000L) assertSame(broken, fails { uploads.upload(flow(after), size = size) })
                }
            }
            for (upload in listOf(uploads.prepare(stream(9)), uploads.prepare(flow(12)))) {
                repeat(2) { assertSame(broken, fails { upload.run() }) }
                assertSame(broken, fails { upload.updates().collect {} })
            }
            val odd = OddError()
            assertSame(odd, fails { uploads.upload(flow { throw odd }) })
            FileChannel.open(file(ByteArray(9))).also { it.close() }.let { closed ->
                assertTrue(fails { uploads.upload(closed) } is java.nio.channels.ClosedChannelException)
            }
            assertEquals(emptyList<String>(), project.routes().filter { it == "POST /base/" || "complete" in it })
            project.client().use { assertEquals(0, it.files.list().count()) }
        }

    private class OddError : Error()

    @Test
    fun `a stream must be as long as it was said to be`() =
        test { project, uploads ->
            for (size in listOf(9L, 11L, 20_000_000L, 0L)) {
                val error = fails { uploads.upload(ByteArrayInputStream(ByteArray(10)), size = size) }
                assertTrue(error is SourceException) { "$error" }
                assertTrue(fails { uploads.upload(flowOf(ByteArray(10)), size = size) } is SourceException)
            }
            val error =
                assertThrows(InvalidParameterException::class.java) { uploads.prepare(pieces(ByteArray(1)), size = -1) }
            assertEquals("size", error.parameter)
            project.client().use { assertEquals(0, it.files.list().count()) }
        }

    @Test
    fun `cancelling closes the connections and ends the flow`() =
        test { project, uploads ->
            project.silence(parts)
            val flowEnded = CompletableDeferred<Unit>()
            val endless =
                flow {
                    try {
                        while (true) emit(ByteArray(1_000_000))
                    } finally {
                        flowEnded.complete(Unit)
                    }
                }
            val options = UploadOptions(concurrency = 4)
            val starts =
                listOf<suspend () -> Any?>(
                    { uploads.upload(ByteArray(30_000_000), options) },
                    { uploads.upload(file(ByteArray(30_000_000)), options) { } },
                    { uploads.upload(endless, options, size = 100_000_000) },
                    { uploads.prepare(ByteArray(30_000_000), options).updates().collect {} },
                )
            for (start in starts) {
                val call = launch(Dispatchers.Default) { start() }
                project.awaitCount("in_flight", 4)
                assertTrue(measureTime { call.cancelAndJoin() } < 60.seconds)
                project.awaitCount("in_flight", 0)
            }
            assertTrue(flowEnded.isCompleted)
            assertEquals(16, project.count("cancelled"))
        }

    @Test
    fun `a collector that leaves stops the upload`() =
        test { project, uploads ->
            project.fault(Fault(parts, skip = 1, times = Fault.EVER, delayMs = Fault.HELD))
            val upload = uploads.prepare(content(30_000_000), UploadOptions(concurrency = 2))
            assertEquals(1L, upload.updates().first { it.sentParts == 1L }.sentParts)
            project.awaitCount("in_flight", 0)
            project.heal()
            assertUploaded(content(30_000_000), upload.run())
        }

    @Test
    fun `sources that block do not hold a cancellation up`() =
        test { _, uploads ->
            val pipe = PipedInputStream()
            val never = CountDownLatch(1)
            val deaf =
                object : InputStream() {
                    override fun read(): Int {
                        while (true) runCatching { never.await() }.onSuccess { return -1 }
                    }
                }
            PipedOutputStream(pipe).use {
                for (upload in listOf(
                    uploads.prepare(pipe),
                    uploads.prepare(deaf),
                    uploads.prepare(flow { awaitCancellation() }),
                )) {
                    val call = launch(Dispatchers.Default) { upload.run() }
                    delay(100.milliseconds)
                    assertTrue(measureTime { call.cancelAndJoin() } < 60.seconds)
                }
            }
            never.countDown()
        }

    @Test
    fun `an upload of a stream goes on after a cancellation and after an error`() =
        test { project, uploads ->
            val content = content(41_000_000)
            FileChannel.open(file(content)).use { channel ->
                for (upload in listOf(
                    uploads.prepare(ByteArrayInputStream(content), size = content.size.toLong()),
                    uploads.prepare(channel),
                    uploads.prepare(ByteArrayInputStream(content)),
                    uploads.prepare(content),
                )) {
                    project.fault(Fault(parts, skip = 3, times = Fault.EVER, delayMs = Fault.HELD))
                    val call = launch(Dispatchers.Default) { upload.run() }
                    eventually { upload.progress.sentParts == 3L && project.count("in_flight") == 4L }
                    call.cancelAndJoin()
                    // What is on its way still must not be taken for the next attempt.
                    project.awaitCount("in_flight", 0)
                    project.heal().fault(Fault(parts, respond = Fault.answer(403)))
                    assertTrue(fails { upload.run() } is UploadcareException)
                    assertUploaded(content, upload.run())
                    assertEquals(content.size.toLong(), upload.run().size)
                }
            }
        }

    @Test
    fun `a flow is collected once`() =
        test { project, uploads ->
            project.silence(parts)
            val upload = uploads.prepare(pieces(ByteArray(60_000_000)), size = 60_000_000)
            val call = launch(Dispatchers.Default) { upload.run() }
            project.awaitCount("in_flight", 4)
            call.cancelAndJoin()
            project.awaitCount("in_flight", 0)
            project.heal()
            val error = fails { upload.run() }
            assertTrue(error is SourceException && "only once" in error.message.orEmpty()) { "$error" }
            // One that was collected to its end goes on.
            project.silence("/multipart/complete/")
            val whole = uploads.prepare(pieces(content(12_000_000)), size = 12_000_000)
            val second = launch(Dispatchers.Default) { whole.run() }
            eventually { whole.progress.sentParts == 3L && project.count("in_flight") == 1L }
            second.cancelAndJoin()
            project.awaitCount("in_flight", 0)
            project.heal()
            assertUploaded(content(12_000_000), whole.run())
        }

    @Test
    fun `progress only grows and ends with the file`() =
        test { project, uploads ->
            // The rest goes on when the first part was told.
            val held = Fault(parts, skip = 1, times = Fault.EVER, delayMs = Fault.HELD)
            val content = content(30_000_000)
            for (upload in listOf(uploads.prepare(content), uploads.prepare(pieces(content)))) {
                project.fault(held)
                val told = upload.updates().onEach { if (it.sentParts == 1L) project.heal() }.toList()
                assertTrue(told.size > 1) { "$told" }
                assertEquals(told.sortedBy { it.sentBytes }, told)
                assertEquals(told.sortedBy { it.sentParts }, told)
                val last = told.last()
                assertEquals(
                    listOf(30_000_000L, 30_000_000L, 6L, 6L),
                    with(last) {
                        listOf(sentBytes, totalBytes, sentParts, totalParts)
                    },
                )
                assertEquals(last, upload.progress)
                assertUploaded(content, checkNotNull(last.file))
                assertTrue(told.dropLast(1).all { it.file == null })
                assertEquals(listOf(last), upload.updates().toList())
                assertEquals(last.file, upload.run())
            }
            val told = mutableListOf<UploadProgress>()
            val file = uploads.upload(content) { told += it }
            assertEquals(file, told.last().file)
            val own = Broken()
            project.fault(held)
            assertSame(own, fails { uploads.upload(content) { throw own } })
            project.awaitCount("in_flight", 0)
        }

    @Test
    fun `paused and resumed`() =
        test { project, uploads ->
            val content = content(30_000_000)
            for (upload in listOf(uploads.prepare(content), uploads.prepare(pieces(content), size = 30_000_000))) {
                project.silence(parts)
                val call = async(Dispatchers.Default) { upload.run() }
                project.awaitCount("in_flight", 4)
                upload.pause()
                project.awaitCount("in_flight", 0)
                project.heal()
                delay(300.milliseconds)
                assertTrue(call.isActive && project.count("in_flight") == 0L)
                upload.resume()
                assertUploaded(content, call.await())
            }
        }

    @Test
    fun `saved in one process and resumed in another`() =
        test { project, uploads ->
            val content = content(20_971_520)
            val path = file(content)
            val saved = folder.resolve("saved")
            project.fault(Fault(parts, skip = 2, delayMs = Fault.HELD))
            val (code, text) = Probe.run("part", project.publicKey, "$path", "$saved", property = library)
            assertEquals(0 to "", code to text)
            project.awaitCount("in_flight", 0)
            project.heal()
            val before = project.puts()
            assertEquals(listOf("1", "2", "3"), before)
            assertTrue(fails { uploads.resume(saved.readText(), content(20_971_521)).run() } is SourceException)
            val upload = uploads.resume(saved.readText(), path)
            assertUploaded(content, upload.run())
            assertEquals(listOf("3", "4"), project.puts().drop(before.size).sorted())
            // A stream is compared with what is there.
            assertEquals(upload.run(), uploads.resume(upload.save(), ByteArrayInputStream(content)).run())
            assertThrows(InvalidParameterException::class.java) { uploads.resume("nonsense", path) }
        }

    private val library = "uploadcare.lib.dir=${Probe.built}"

    @Test
    fun `a state file is kept meanwhile`() =
        test { project, uploads ->
            val content = content(20_971_520)
            val options = UploadOptions(stateFile = "${folder.resolve("state")}", concurrency = 1)
            project.fault(Fault(parts, skip = 2, delayMs = Fault.HELD))
            val first = uploads.prepare(content, options)
            val call = launch(Dispatchers.Default) { first.run() }
            eventually { first.progress.sentParts == 2L }
            project.awaitCount("in_flight", 1)
            call.cancelAndJoin()
            assertTrue(folder.resolve("state").exists())
            project.awaitCount("in_flight", 0)
            project.heal()
            assertUploaded(content, uploads.upload(ByteArrayInputStream(content), options, content.size.toLong()))
            assertEquals(5, project.puts().size)
            assertFalse(folder.resolve("state").exists())
        }

    @Test
    fun `several files, one of which fails`() =
        test { project, uploads ->
            val good = List(3) { file(content(1_000 + it)) }
            val paths = listOf(good[0], folder.resolve("gone"), good[1], good[2])
            val result = uploads.uploadMany(paths, UploadOptions(tags = listOf("several")))
            assertEquals(listOf(1_000L, null, 1_001L, 1_002L), result.files.map { it?.size })
            val failure = result.failures.single()
            assertEquals(1L to "source", failure.index to failure.error.kind.toString())
            assertEquals(emptyList<Long>(), result.notTried)
            assertUploaded(content(1_001), checkNotNull(result.files[2]))
            assertEquals(
                2,
                uploads
                    .uploadMany(listOf(content(1), content(11_000_000)))
                    .files
                    .filterNotNull()
                    .size,
            )
            assertEquals(0, uploads.uploadMany(emptyList<Path>()).files.size)
            val error = fails { uploads.uploadMany(paths, UploadOptions("a.txt")) }
            assertEquals("filename", (error as InvalidParameterException).parameter)
            project.fault(Fault("/base/", times = Fault.EVER, respond = Fault.answer(403)))
            val refused = uploads.uploadMany(List(30) { content(9) }, UploadOptions(fileConcurrency = 1))
            assertEquals(30, refused.failures.size + refused.notTried.size)
        }

    @Test
    fun `a text that is a URL is no path`() =
        test { _, uploads ->
            val error = fails { uploads.upload(Path.of("https://example.com/a.png")) }
            assertTrue(error is SourceException && "from_url" in error.message.orEmpty()) { "$error" }
        }

    @Test
    fun `one upload, run twice at the same time`() =
        test { project, uploads ->
            val content = content(25_000_000)
            val upload = uploads.prepare(pieces(content), size = 25_000_000)
            val files = List(3) { async(Dispatchers.Default) { upload.run() } }.awaitAll()
            assertEquals(1, files.distinct().size)
            assertUploaded(content, files.first())
            assertEquals(5, project.puts().size)
        }

    @Test
    fun `closing in the middle of an upload`() =
        runBlocking {
            val project = Emulator.project().silence(parts)
            val content = content(25_000_000)
            val client = project.uploadClient()
            val upload = client.uploads.prepare(pieces(content), size = 25_000_000)
            val call = async(Dispatchers.Default) { upload.updates().toList().last() }
            project.awaitCount("in_flight", 4)
            client.close()
            project.heal()
            assertUploaded(content, checkNotNull(call.await().file))
            assertTrue(fails { upload.run() } is IllegalStateException)
            repeat(2) { upload.close() }
            assertTrue(fails { upload.progress } is IllegalStateException)
            assertEquals("Upload(closed)", "$upload")
        }

    @Test
    fun `parts by hand`() =
        test { project, uploads ->
            val size = 5 * 1024 * 1024
            val content = content(2 * size + 1)
            val started = uploads.startMultipart(content.size.toLong(), UploadOptions(partSize = size.toLong()))
            assertEquals(3, started.parts.size)
            for ((part, url) in started.parts.withIndex().reversed()) {
                uploads.uploadPart(url, content.copyOfRange(part * size, minOf((part + 1) * size, content.size)))
            }
            val info = uploads.completeMultipart(started.uuid)
            assertArrayEquals(content, Emulator.download(info.uuid))
            assertEquals(listOf("3", "2", "1"), project.puts())

            val late = fails { uploads.uploadPart(started.parts.first(), content.copyOf(size)) }
            assertTrue(late is UploadLostException) { "$late" }
            val sent = project.log().size
            val error = fails { uploads.uploadPart("a.bin", content) }
            assertTrue(error is InvalidParameterException) { "$error" }
            assertEquals("url", (error as InvalidParameterException).parameter)
            assertEquals(sent, project.log().size)
        }

    @Test
    fun `from a URL`() =
        test { _, uploads ->
            val source = uploads.upload(content(50_000), UploadOptions("some.bin"))
            val job = uploads.fromUrl("${Emulator.cdnBase}${source.uuid}/")
            assertEquals("from_url", job.kind)
            val status = job.wait()
            assertEquals(50_000L, status.doneBytes)
            assertArrayEquals(content(50_000), Emulator.download(checkNotNull(status.uuid)))
            assertTrue(uploads.waitUntilReady(checkNotNull(status.uuid)).isReady)
            assertNull(status.errorCode)
            assertNotNull(uploads.createGroup(listOf(source)).id)
        }

    @Test
    @Timeout(900)
    @EnabledOnOs(OS.LINUX)
    fun `memory does not grow with a stream`() {
        val project = Emulator.project()
        // A heap that is there from the beginning does not count.
        val heap = mapOf("JDK_JAVA_OPTIONS" to "-Xms64m -Xmx64m -XX:+AlwaysPreTouch -XX:+UseSerialGC")
        val (code, text) = Probe.run("memory", project.publicKey, property = library, environment = heap)
        val growth = Regex("(-?\\d+) KiB more").findAll(text).map { it.groupValues[1].toLong() }.toList()
        println(text)
        assertEquals(0 to 2, code to growth.size) { text }
        for (more in growth) assertTrue(more <= (4 * 5 + 16) * 1024) { text }
    }
}
