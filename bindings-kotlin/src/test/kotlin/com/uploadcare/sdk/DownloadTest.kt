package com.uploadcare.sdk

import com.uploadcare.sdk.model.DownloadOptions
import com.uploadcare.sdk.model.DownloadProgress
import com.uploadcare.sdk.model.SaveOptions
import com.uploadcare.sdk.model.Transformation
import com.uploadcare.sdk.model.UploadOptions
import com.uploadcare.sdk.model.UploadedFile
import com.uploadcare.sdk.model.preview
import com.uploadcare.sdk.testing.Emulator
import com.uploadcare.sdk.testing.Fault
import com.uploadcare.sdk.testing.Probe
import com.uploadcare.sdk.testing.Project
import com.uploadcare.sdk.testing.eventually
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.onEach
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.supervisorScope
import kotlinx.serialization.json.JsonPrimitive
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.condition.DisabledOnOs
import org.junit.jupiter.api.condition.OS
import org.junit.jupiter.api.io.TempDir
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import java.nio.file.FileSystems
import java.nio.file.Path
import java.util.UUID
import javax.imageio.ImageIO
import kotlin.io.path.createDirectory
import kotlin.io.path.createSymbolicLinkPointingTo
import kotlin.io.path.deleteExisting
import kotlin.io.path.exists
import kotlin.io.path.isSymbolicLink
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readBytes
import kotlin.io.path.readLines
import kotlin.io.path.readText
import kotlin.io.path.writeText
import kotlin.time.Duration.Companion.seconds
import kotlin.time.measureTime

class DownloadTest {
    @TempDir
    lateinit var folder: Path

    private val originals = listOf("/{uuid}/", "/{uuid}/{filename}")

    /** So small that a file of some MiB has several. */
    private val small = SaveOptions(partSize = 1L * MIB)

    private fun content(size: Int) = ByteArray(size) { i -> (i * i + (i shr 8)).toByte() }

    private fun test(work: suspend CoroutineScope.(Project, Uploadcare) -> Unit) =
        runBlocking {
            val project = Emulator.project()
            project.client().use { work(project, it) }
        }

    private suspend fun fails(call: suspend () -> Any?): Throwable {
        val outcome = runCatching { call() }
        return checkNotNull(outcome.exceptionOrNull()) { "$outcome" }
    }

    private suspend fun Uploadcare.uploaded(size: Int) = uploads.upload(content(size), UploadOptions("some.bin"))

    /** Waits until so many parts of a file are noted beside it. */
    private suspend fun awaitKept(
        target: Path,
        parts: Int,
    ) {
        val state = target.resolveSibling("${target.name}.uploadcare-state")
        eventually { state.exists() && state.readLines().size == parts + 1 }
    }

    /** How often the CDN was asked so far. */
    private fun Project.asked() = routes().count { route -> originals.any { route == "GET $it" } }

    /** After [answers] of them, answers of the CDN never come. */
    private fun Project.silenceAfter(answers: Int) =
        fault(Fault("/{uuid}/", skip = answers, times = Fault.EVER, delayMs = Fault.HELD))

    @ParameterizedTest
    @ValueSource(ints = [0, 1, 9 * MIB, 40 * MIB])
    fun `every way at every size`(size: Int) =
        test { _, client ->
            val file = client.uploaded(size)
            val content = content(size)
            assertArrayEquals(content, client.delivery.download(file))
            val stream = client.delivery.downloadStream(file)
            assertEquals(size.toLong(), stream.info.size)
            assertEquals("some.bin", stream.info.filename)
            val pieces = ByteArrayOutputStream()
            stream.collect { pieces.write(it) }
            assertArrayEquals(content, pieces.toByteArray())

            val target = folder.resolve("one.bin")
            val saved = client.delivery.save(file, target)
            assertEquals(listOf(target.toString(), size.toLong()), listOf(saved.path, saved.size))
            assertArrayEquals(content, target.readBytes())
            val named = client.delivery.save(file, folder)
            assertEquals(folder.resolve("some.bin").toString(), named.path)
            assertArrayEquals(content, Path.of(named.path).readBytes())
            assertEquals(setOf("one.bin", "some.bin"), folder.listDirectoryEntries().map { it.name }.toSet())
        }

    @Test
    fun `a file is given in any form`() =
        test { _, client ->
            val file = client.uploaded(5)
            val info = client.files.get(file)
            val uuid = UUID.fromString(file.uuid)
            val delivery = client.delivery
            val content = content(5)
            val url = delivery.url(file)
            val all =
                listOf(
                    delivery.download(file),
                    delivery.download(file.uuid),
                    delivery.download(info),
                    delivery.download(uuid),
                    delivery.download(url),
                ) + listOf(delivery.downloadStream(info), delivery.downloadStream(uuid)).map { it.first() }
            for (bytes in all) assertArrayEquals(content, bytes)
            val again = SaveOptions(overwrite = true)
            val path = folder.resolve("any.bin")
            val text = "$path"
            delivery.save(uuid, path)
            for (saved in listOf(
                delivery.save(info, path, again),
                delivery.save(file, path, again),
                delivery.save(file, text, again),
                delivery.save(info, text, again),
                delivery.save(uuid, text, again),
                delivery.save(file.uuid, text, again),
            )) {
                assertEquals(text, saved.path)
            }
            assertEquals("file", (fails { delivery.download("cat.jpg") } as InvalidParameterException).parameter)
            assertTrue(fails { delivery.download(UUID.randomUUID()) } is NotFoundException)
            assertTrue(fails { delivery.downloadStream(UUID.randomUUID()) } is NotFoundException)
            assertTrue(fails { delivery.save(UUID.randomUUID(), folder) } is NotFoundException)
        }

    @Test
    fun `what operations make of an image`() =
        test { _, client ->
            val photo = client.uploads.upload(Emulator.fixtures.resolve("photo.jpg"))
            val preview = Transformation().preview(60, 60)
            val bytes = client.delivery.download(photo, DownloadOptions(preview))
            val image = ImageIO.read(ByteArrayInputStream(bytes))
            assertEquals(60, maxOf(image.width, image.height))
            val saved = client.delivery.save(photo, folder, SaveOptions(preview, filename = "small.jpg"))
            assertArrayEquals(bytes, folder.resolve("small.jpg").readBytes())
            assertEquals("image/jpeg", saved.contentType)
            val flipped = "${client.delivery.url(photo)}-/flip/"
            val twice = fails { client.delivery.download(flipped, DownloadOptions(preview)) }
            assertEquals("transformation", (twice as InvalidParameterException).parameter)
        }

    @Test
    fun `a cancelled download goes on with what is missing`() =
        test { project, client ->
            val file = client.uploaded(5 * MIB)
            val target = folder.resolve("large.bin")
            val download = client.delivery.prepareSave(file, target, small)
            assertEquals(0, project.asked())
            project.silenceAfter(2)
            val ways = listOf<suspend () -> Any?>({ download.run() }, { download.updates().collect {} })
            for ((way, inFlight) in ways zip listOf(3L, 1L)) {
                val call = launch(Dispatchers.Default) { way() }
                project.awaitCount("in_flight", inFlight)
                awaitKept(target, 2)
                assertEquals(2L * MIB, download.progress.receivedBytes)
                assertTrue(measureTime { call.cancelAndJoin() } < 60.seconds)
                project.awaitCount("in_flight", 0)
            }
            assertFalse(target.exists())
            project.heal()
            val before = project.asked()
            val saved = download.run()
            assertEquals(3, project.asked() - before)
            assertArrayEquals(content(5 * MIB), target.readBytes())
            assertEquals(saved, download.run())
            assertEquals(listOf(target), folder.listDirectoryEntries())
            download.close()
            assertTrue(fails { download.run() } is IllegalStateException)
            assertTrue(fails { download.progress } is IllegalStateException)
            assertEquals("Download(closed)", "$download")
        }

    @Test
    fun `a process that was killed`() =
        test { project, client ->
            val file = client.uploaded(5 * MIB)
            val target = folder.resolve("large.bin")
            project.silenceAfter(2)
            val library = "uploadcare.lib.dir=${Probe.built}"
            val process = Probe.start("save", project.publicKey, file.uuid, "$target", property = library)
            val told = process.inputStream.bufferedReader()
            generateSequence { told.readLine() }.first { it == "${2 * MIB}" }
            awaitKept(target, 2)
            process.destroyForcibly().waitFor()
            project.awaitCount("in_flight", 0)
            assertFalse(target.exists())
            project.heal()
            val before = project.asked()
            val progress = mutableListOf<DownloadProgress>()
            client.delivery.save(file, target) { progress += it }
            assertEquals(3, project.asked() - before)
            assertArrayEquals(content(5 * MIB), target.readBytes())
            // Until it has looked at what is there, it tells of nothing.
            assertTrue(progress.map { it.receivedBytes }.all { it == 0L || it >= 2L * MIB }) { "$progress" }
        }

    @Test
    fun `progress only grows and ends with the file`() =
        test { project, client ->
            val file = client.uploaded(12 * MIB)
            // The rest comes when the beginning was told.
            project.silenceAfter(2)
            val options = SaveOptions(partSize = 1L * MIB, maxConcurrency = 2)
            val download = client.delivery.prepareSave(file, folder, options)
            val told = download.updates().onEach { if (it.receivedBytes == 2L * MIB) project.heal() }.toList()
            assertTrue(told.size > 1) { "$told" }
            assertEquals(told.sortedBy { it.receivedBytes }, told)
            assertTrue(told.dropLast(1).all { it.file == null })
            val last = told.last()
            assertEquals(listOf(12L * MIB, 12L * MIB), listOf(last.receivedBytes, last.totalBytes))
            assertEquals(last.file, download.run())
            assertEquals(listOf(last), download.updates().toList())
            assertEquals(last, download.progress)

            val seen = mutableListOf<DownloadProgress>()
            val saved = client.delivery.save(file, folder.resolve("again.bin")) { seen += it }
            assertEquals(saved, seen.last().file)
            val own = IllegalArgumentException("enough")
            project.silence("/{uuid}/")
            assertSame(own, fails { client.delivery.save(file, folder.resolve("third.bin")) { throw own } })
            project.awaitCount("in_flight", 0)
            assertFalse(folder.resolve("third.bin").exists())
        }

    @Test
    fun `what is there stays, unless it is to be replaced`() =
        test { project, client ->
            val file = client.uploaded(1000)
            val target = folder.resolve("some.bin").apply { writeText("mine") }
            for (path in listOf(target, folder)) {
                val error = fails { client.delivery.save(file, path) }
                assertTrue(error is DestinationException && "overwrite" in error.message.orEmpty()) { "$error" }
            }
            assertEquals("mine", target.readText())
            project.fault(Fault("/{uuid}/", respond = Fault.answer(500)))
            assertTrue(fails { client.delivery.save(file, target, SaveOptions(overwrite = true)) } is ServerException)
            assertEquals("mine", target.readText())
            client.delivery.save(file, target, SaveOptions(overwrite = true))
            assertArrayEquals(content(1000), target.readBytes())
            val lost = fails { client.delivery.save(file, folder.resolve("no/such/folder.bin")) }
            assertTrue(lost is DestinationException) { "$lost" }
        }

    @Test
    fun `names stay in the folder`() =
        test { project, client ->
            val file = client.uploaded(10)
            val within = folder.resolve("within").createDirectory()
            for (name in listOf("../evil.bin", "a/b", "..", "", "/etc/evil", "a\u0000b")) {
                val error = fails { client.delivery.save(file, within, SaveOptions(filename = name)) }
                assertEquals("filename", (error as InvalidParameterException).parameter) { name }
            }
            val both = fails { client.delivery.save(file, within.resolve("a.bin"), SaveOptions(filename = "b.bin")) }
            assertEquals("filename", (both as InvalidParameterException).parameter)
            val headers = mapOf("Content-Disposition" to "attachment; filename=\"../../evil.txt\"")
            project.fault(Fault("/{uuid}/", respond = Fault.answer(200, headers, JsonPrimitive("hello"))))
            val saved = client.delivery.save(file, within)
            assertEquals(within, Path.of(saved.path).parent)
            assertEquals(listOf(within), folder.listDirectoryEntries())
            assertEquals(1, within.listDirectoryEntries().size)
        }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    fun `links are not followed`() =
        test { _, client ->
            val file = client.uploaded(10)
            val victim = folder.resolve("victim").apply { writeText("mine") }
            for (planted in listOf("a.bin.uploadcare-part", "a.bin.uploadcare-state")) {
                val link = folder.resolve(planted).createSymbolicLinkPointingTo(victim)
                val error = fails { client.delivery.save(file, folder.resolve("a.bin")) }
                assertTrue(error is DestinationException) { "$error" }
                assertTrue(link.isSymbolicLink())
                link.deleteExisting()
            }
            val target = folder.resolve("b.bin").createSymbolicLinkPointingTo(victim)
            assertTrue(fails { client.delivery.save(file, target) } is DestinationException)
            client.delivery.save(file, target, SaveOptions(overwrite = true))
            assertFalse(target.isSymbolicLink())
            assertEquals("mine", victim.readText())
        }

    @Test
    fun `a path elsewhere than on the disk`() =
        test { project, client ->
            val file = client.uploaded(10)
            val archive = FileSystems.newFileSystem(folder.resolve("a.zip"), mapOf("create" to "true"))
            val error = archive.use { fails { client.delivery.save(file, it.getPath("/a.bin")) } }
            assertTrue(error is InvalidParameterException && "downloadStream" in error.message.orEmpty()) { "$error" }
            assertEquals(0, project.asked())
        }

    @Test
    fun `a stream that is left closes its connection`() =
        test { project, client ->
            val file = client.uploaded(9 * MIB)
            project.fault(Fault("/{uuid}/", times = Fault.EVER, bytesPerSecond = 10_000))
            val left = client.delivery.downloadStream(file)
            left.first()
            project.awaitCount("in_flight", 0)
            assertTrue(fails { left.first() } is IllegalStateException)

            val unread = client.delivery.downloadStream(file)
            project.awaitCount("in_flight", 1)
            repeat(2) { unread.close() }
            project.awaitCount("in_flight", 0)
            assertTrue(fails { unread.first() } is IllegalStateException)

            val cancelled = client.delivery.downloadStream(file)
            var received = 0
            val reader = launch(Dispatchers.Default) { cancelled.collect { received += it.size } }
            eventually { received > 0 }
            assertTrue(measureTime { reader.cancelAndJoin() } < 60.seconds)
            project.awaitCount("in_flight", 0)

            supervisorScope {
                val closed = client.delivery.downloadStream(file)
                val other = async(Dispatchers.Default) { closed.toList() }
                closed.close()
                assertTrue(fails { other.await() } is IllegalStateException)
            }
            project.awaitCount("in_flight", 0)

            project.heal().fault(Fault("/{uuid}/", times = Fault.EVER, delayMs = Fault.HELD))
            val opening = launch(Dispatchers.Default) { client.delivery.downloadStream(file) }
            project.awaitCount("in_flight", 1)
            opening.cancelAndJoin()
            project.awaitCount("in_flight", 0)
        }

    @Test
    fun `a connection that breaks is taken up where it was`() =
        runBlocking {
            val project = Emulator.project()
            project.client { it.copy(maxRetries = 2) }.use { client ->
                val file = client.uploaded(3 * MIB)
                project.fault(Fault("/{uuid}/", truncate = MIB))
                assertArrayEquals(content(3 * MIB), client.delivery.download(file))
                project.fault(Fault("/{uuid}/", truncate = MIB))
                client.delivery.save(file, folder)
                assertArrayEquals(content(3 * MIB), folder.resolve("some.bin").readBytes())
            }
        }

    @Test
    fun `several at a time, of one client that is closed meanwhile`() =
        runBlocking {
            val project = Emulator.project()
            val client = project.client()
            val file: UploadedFile = client.uploaded(2 * MIB)
            project.silence("/{uuid}/")
            val calls = List(8) { async(Dispatchers.Default) { client.delivery.download(file) } }
            project.awaitCount("in_flight", 8)
            client.close()
            project.heal()
            for (bytes in calls.awaitAll()) assertArrayEquals(content(2 * MIB), bytes)
            assertTrue(fails { client.delivery.download(file) } is IllegalStateException)
            assertNull(runCatching { client.delivery.url(file) }.getOrNull())
        }

    private companion object {
        const val MIB = 1 shl 20
    }
}
