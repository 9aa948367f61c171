package com.uploadcare.sdk

import com.uploadcare.sdk.model.FileOrdering
import com.uploadcare.sdk.model.ListFilesOptions
import com.uploadcare.sdk.testing.Emulator
import com.uploadcare.sdk.testing.Project
import com.uploadcare.sdk.testing.answer
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.flow.count
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test

class ListTest {
    private val byTen = ListFilesOptions(limit = 10, prefetch = false)

    private fun names(numbers: IntProgression) = numbers.map { "file-$it.txt" }

    private fun files(
        count: Int,
        test: suspend (Uploadcare, Project) -> Unit,
    ) = runBlocking {
        val project = Emulator.project().seed(count)
        project.client().use { test(it, project) }
    }

    @Test
    fun `each collect is a walk of its own`() =
        files(25) { client, _ ->
            val list = client.files.list(byTen)
            val seen = mutableListOf<String>()
            list.collect { seen += it.originalFilename }
            assertEquals(names(1..25), seen)
            assertEquals(names(1..25), list.map { it.originalFilename }.toList())
        }

    @Test
    fun `nothing is sent before the first item is asked for`() =
        files(25) { client, project ->
            val list = client.files.list(byTen)
            list.pages().use { it.cursor() }
            list.iterator().use { it.cursor() }
            assertEquals(emptyList<String>(), project.requests())
        }

    @Test
    fun `taking some sends no request for more`() =
        files(25) { client, project ->
            assertEquals(
                names(1..12),
                client.files
                    .list(byTen)
                    .take(12)
                    .map { it.originalFilename }
                    .toList(),
            )
            assertEquals(2, project.requests().size)
        }

    @Test
    fun `pages tell what the service answers beside the results`() =
        files(25) { client, _ ->
            val pages =
                client.files
                    .list(byTen)
                    .pages()
                    .toList()
            assertEquals(listOf(10, 10, 5), pages.map { it.results.size })
            assertEquals(listOf(25L, 25L, 25L), pages.map { it.total })
            assertEquals(10L, pages[0].perPage)
            assertEquals(25L, pages[0].totals?.stored)
            assertEquals(pages[0].info.next, pages[0].next)
            assertNull(pages[0].previous)
            assertNull(pages[2].next)
            assertEquals(names(21..25), pages[2].map { it.originalFilename })
        }

    @Test
    fun `pages go forward and back`() =
        files(25) { client, _ ->
            client.files.list(byTen).pages().use { pages ->
                val first = pages.nextPage()
                val second = pages.nextPage()
                assertEquals(first, pages.previousPage())
                assertNull(pages.previousPage())
                assertEquals(second, pages.nextPage())
                assertEquals(5, pages.nextPage()?.results?.size)
                assertNull(pages.nextPage())
                assertNull(pages.nextPage())
                assertEquals(second, pages.previousPage())
            }
        }

    @Test
    fun `collecting pages again goes on where it stopped`() =
        files(45) { client, project ->
            val pages = client.files.list(byTen).pages()
            assertEquals(
                names(1..20),
                pages
                    .take(2)
                    .toList()
                    .flatten()
                    .map { it.originalFilename },
            )
            assertEquals(names(21..30), pages.first().map { it.originalFilename })
            assertEquals(names(31..40), pages.nextPage()?.map { it.originalFilename })
            assertEquals(names(21..30), pages.previousPage()?.map { it.originalFilename })
            assertEquals(names(31..45), pages.toList().flatten().map { it.originalFilename })
            assertNull(pages.nextPage())
            assertEquals(7, project.requests().size)
        }

    @Test
    fun `a cursor of pages goes on without gap or repeat`() =
        files(25) { client, _ ->
            val pages = client.files.list(byTen).pages()
            pages.take(1).collect()
            val rest = client.files.list(ListFilesOptions(cursor = pages.cursor()))
            assertEquals(names(11..25), rest.map { it.originalFilename }.toList())
            assertEquals(names(10 downTo 1), rest.backward().map { it.originalFilename }.toList())
        }

    @Test
    fun `pages know the positions inside of a page`() =
        files(25) { client, _ ->
            val pages = client.files.list(byTen).pages()
            val start = pages.cursor()
            assertEquals(start, pages.cursor(taken = 3))
            pages.nextPage()
            pages.nextPage()
            for (taken in listOf(0, 1, 9, 10)) {
                val rest = client.files.list(ListFilesOptions(cursor = pages.cursor(taken)))
                assertEquals(names(11 + taken..25), rest.map { it.originalFilename }.toList(), "after $taken")
            }
            assertEquals(pages.cursor(), pages.cursor(taken = 99))
            val (before, after) = pages.cursor(taken = 0) to pages.cursor()
            pages.close()
            assertEquals(before to after, pages.cursor(taken = 0) to pages.cursor())
            assertThrows(IllegalStateException::class.java) { pages.cursor(taken = 3) }

            val inside = client.files.list(byTen).pages()
            val cursors = inside.map { inside.cursor(taken = 5) }.toList()
            val rest = client.files.list(ListFilesOptions(cursor = cursors[1]))
            assertEquals(names(16..25), rest.map { it.originalFilename }.toList())
        }

    @Test
    fun `a cursor of items goes on without gap or repeat`() =
        files(25) { client, _ ->
            for (taken in listOf(0, 1, 9, 10, 11, 25)) {
                val walk = client.files.list(byTen).iterator()
                repeat(taken) { if (walk.hasNext()) walk.next() }
                val cursor = walk.cursor()
                walk.close()
                assertEquals(cursor, walk.cursor())
                val rest = client.files.list(ListFilesOptions(cursor = cursor))
                assertEquals(names(taken + 1..25), rest.map { it.originalFilename }.toList(), "after $taken")
                assertEquals(
                    names(taken downTo 1),
                    rest.backward().map { it.originalFilename }.toList(),
                    "before $taken",
                )
            }
        }

    @Test
    fun `a backward walk has a cursor as well`() =
        files(25) { client, _ ->
            val end =
                client.files
                    .list(byTen)
                    .pages()
                    .apply { collect() }
                    .cursor()
            val back = client.files.list(ListFilesOptions(cursor = end)).backward()
            val cursor =
                back.iterator().use { items ->
                    repeat(7) { if (items.hasNext()) items.next() }
                    items.cursor()
                }
            val rest = client.files.list(ListFilesOptions(cursor = cursor))
            assertEquals(names(19..25), rest.map { it.originalFilename }.toList())

            val pages = back.pages()
            assertEquals(names(21..25), pages.first().map { it.originalFilename })
            val earlier = client.files.list(ListFilesOptions(cursor = pages.cursor())).backward()
            assertEquals(names(20 downTo 1), earlier.map { it.originalFilename }.toList())
        }

    @Test
    fun `for takes an iterator as it is`() =
        files(25) { client, _ ->
            val newest = ListFilesOptions(ordering = FileOrdering.DatetimeUploadedDescending)
            val seen = mutableListOf<String>()
            client.files.list(newest).iterator().use { files ->
                for (file in files) seen += file.originalFilename
                assertThrows(NoSuchElementException::class.java) { files.next() }
            }
            assertEquals(names(25 downTo 1), seen)
        }

    @Test
    fun `an error ends the flow, and a walk can try again`() =
        files(25) { client, project ->
            val pages = client.files.list(byTen).pages()
            assertEquals(10, pages.nextPage()?.results?.size)
            project.fault(answer("/files/", 503))
            assertThrows(ServerException::class.java) { runBlocking { pages.collect() } }
            assertEquals(names(11..20), pages.nextPage()?.map { it.originalFilename })
            pages.close()
        }

    @Test
    fun `bad options throw at the call`() =
        files(0) { client, project ->
            val error =
                assertThrows(InvalidParameterException::class.java) { client.files.list(ListFilesOptions(limit = 0)) }
            assertEquals("limit", error.parameter)
            assertThrows(
                InvalidParameterException::class.java,
            ) { client.files.list(ListFilesOptions(cursor = "nonsense")) }
            assertEquals(emptyList<String>(), project.requests())
        }

    @Test
    fun `many coroutines share a client`() =
        files(30) { client, _ ->
            val counts = coroutineScope { List(40) { async { client.files.list(byTen).count() } }.awaitAll() }
            assertEquals(List(40) { 30 }, counts)
        }

    @Test
    fun `what is closed says so`() =
        files(25) { client, _ ->
            val list = client.files.list(byTen)
            val open = list.pages()
            val closed = list.pages().apply { close() }
            assertEquals(open.cursor(), closed.cursor())
            assertThrows(IllegalStateException::class.java) { runBlocking { closed.nextPage() } }
            client.close()
            client.close()
            for (use in listOf<suspend () -> Any?>({ open.nextPage() }, { list.first() }, { client.files.get("x") })) {
                val error = assertThrows(IllegalStateException::class.java) { runBlocking { use() } }
                assertEquals("this Uploadcare client is closed: make a new one", error.message)
            }
            assertThrows(IllegalStateException::class.java) { client.files.list() }
            assertFalse(client.publicKey.isEmpty())
        }
}
