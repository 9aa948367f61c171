package com.uploadcare.sdk

import com.uploadcare.sdk.testing.CaseRunner
import com.uploadcare.sdk.testing.Emulator
import com.uploadcare.sdk.testing.text
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import org.junit.jupiter.api.DynamicContainer.dynamicContainer
import org.junit.jupiter.api.DynamicNode
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.parallel.ExecutionMode
import java.nio.file.Path
import kotlin.io.path.isDirectory
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readText

/** What every language must do alike: `tests/cases` says what, and its README how it is read. */
class SharedCasesTest {
    @TestFactory
    fun cases(): List<DynamicNode> =
        listOf("tests/cases", "tests/cases/generated")
            .map { Emulator.root.resolve(it) }
            .filter { it.isDirectory() }
            .flatMap { it.listDirectoryEntries("*.json").sorted() }
            .map(::file)

    private fun file(path: Path): DynamicNode {
        val cases = Json.parseToJsonElement(path.readText()).jsonArray.map { it.jsonObject }
        return dynamicContainer { container ->
            container.displayName(path.name).executionMode(ExecutionMode.CONCURRENT)
            container.children(cases.map { test(path.name, it) })
        }
    }

    private fun test(
        file: String,
        case: JsonObject,
    ): DynamicNode {
        val name = case.text("name")
        return dynamicTest { test ->
            test.displayName(name).executionMode(ExecutionMode.CONCURRENT).executable {
                runCatching { runBlocking { CaseRunner(case).run() } }
                    .onFailure { throw AssertionError("$file, $name: ${it.message}", it) }
            }
        }
    }
}
