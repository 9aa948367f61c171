package com.uploadcare.sdk.readme

import com.uploadcare.sdk.testing.Emulator
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import kotlin.io.path.readText

/** The samples of `README.md` are the files of this package, so they compile, and run. */
class ReadmeTest {
    private val folder = Emulator.root.resolve("bindings-kotlin")
    private val samples =
        Regex("```kotlin\n(.*?)```", RegexOption.DOT_MATCHES_ALL)
            .findAll(folder.resolve("README.md").readText())
            .map { it.groupValues[1] }
            .toList()

    private fun source(name: String) =
        folder
            .resolve("src/test/kotlin/com/uploadcare/sdk/readme/$name.kt")
            .readText()
            .replaceFirst(Regex("package .*\n+"), "")

    @Test
    fun `samples are what is compiled`() = assertEquals(listOf("QuickStart", "GoOn").map(::source), samples)

    @Test
    fun `samples run`() =
        runBlocking {
            val project = Emulator.project().seed(30)
            project.client().use { client ->
                quickStart(client, Emulator.fixtures.resolve("photo.jpg"))
                val names = mutableListOf<String>()
                val cursor = goOn(client, null) { names.add(it.originalFilename) && names.size < 15 }
                goOn(client, cursor) { names.add(it.originalFilename) }
                assertEquals((1..30).map { "file-$it.txt" } + "photo.jpg", names)
            }
        }
}
