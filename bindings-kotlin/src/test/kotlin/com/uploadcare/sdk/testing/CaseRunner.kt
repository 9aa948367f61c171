package com.uploadcare.sdk.testing

import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.UploadcareException
import com.uploadcare.sdk.model.FileInfo
import kotlinx.coroutines.flow.take
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.doubleOrNull
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.fail
import java.nio.file.Path

/** Runs one shared case. */
class CaseRunner(
    private val case: JsonObject,
) {
    private val names = mutableMapOf<String, String>()

    suspend fun run() {
        val project = project()
        names +=
            mapOf(
                "origin" to Emulator.origin,
                "public_key" to project.publicKey,
                "secret_key" to project.secretKey,
                "fixtures" to Emulator.fixtures.toString(),
            )
        case["faults"]?.jsonArray?.forEach { project.fault(it) }
        case["clock_offset"]?.let { offset ->
            val change = mapOf("public_key" to JsonPrimitive(project.publicKey), "offset_seconds" to offset)
            Emulator.control("clock", JsonObject(change))
        }
        val settings =
            JsonObject(
                mapOf(
                    "public_key" to JsonPrimitive(project.publicKey),
                    "secret_key" to JsonPrimitive(project.secretKey),
                    "api_base" to JsonPrimitive(Emulator.apiBase),
                    "upload_base" to JsonPrimitive(Emulator.uploadBase),
                    "cdn_base" to JsonPrimitive(Emulator.cdnBase),
                    "max_retries" to JsonPrimitive(0),
                ) + (case["client"]?.let { filled(it).jsonObject } ?: emptyMap()),
            )
        val log = Project(settings.text("public_key"), project.secretKey)
        case.getValue("steps").jsonArray.forEach { step(it.jsonObject, settings, log) }
    }

    private fun project(): Project {
        val fixed = case["project"]?.jsonObject
        val isNew = fixed == null || Emulator.control("projects", fixed) != null
        val project = fixed?.let { Project(it.text("public_key"), it.text("secret_key")) } ?: Emulator.project()
        if (isNew) {
            case["seed"]?.let { seed ->
                if (seed is JsonArray) seed.forEach { project.seed(it) } else project.seed(seed)
            }
        }
        return project
    }

    private suspend fun step(
        step: JsonObject,
        settings: JsonObject,
        log: Project,
    ) {
        val call = filled(step.getValue("call")).jsonObject
        val expected = filled(step.getValue("expect")).jsonObject
        val before = log.requests().size
        val outcome = runCatching { client(settings).use { act(it, call) } }
        val failure = expected["error"]?.jsonObject
        if (failure == null) {
            val result = outcome.getOrThrow()
            assertMembers(expected.getValue("result").jsonObject, result)
            step["save"]?.jsonObject?.forEach { (name, member) ->
                names[name] = result.text(member.jsonPrimitive.content)
            }
        } else {
            val error = outcome.exceptionOrNull() ?: fail("expected $failure, not ${outcome.getOrNull()}")
            assertFailure(failure, error as? UploadcareException ?: throw error)
        }
        expected["http"]?.jsonArray?.map { it.jsonPrimitive.content }?.let { sent ->
            // A request that was broken off is logged when the emulator notices.
            if (sent.isNotEmpty()) runCatching { eventually { log.requests().size >= before + sent.size } }
            assertEquals(sent, log.requests().drop(before))
        }
    }

    private fun client(settings: JsonObject): Uploadcare {
        val given = Given(settings)
        return Uploadcare(given.text("public_key"), given.text("secret_key"), given.clientOptions())
    }

    private suspend fun act(
        client: Uploadcare,
        call: JsonObject,
    ): JsonObject {
        val options = Given(call["options"]?.jsonObject ?: JsonObject(emptyMap()))
        return when (val op = call.text("op")) {
            "client" -> {
                observed(
                    "public_key" to client.publicKey,
                    "api_base" to client.apiBase,
                    "upload_base" to client.uploadBase,
                    "cdn_base" to client.cdnBase,
                )
            }

            "files.list" -> {
                list(client, options, call)
            }

            "files.pages" -> {
                pages(client, options, call)
            }

            "files.get" -> {
                observed(client.files.get(call.text("uuid"), options.getFileOptions()))
            }

            "uploads.upload" -> {
                upload(client, options, call.getValue("source").jsonObject)
            }

            else -> {
                fail("no op $op")
            }
        }
    }

    private suspend fun list(
        client: Uploadcare,
        options: Given,
        call: JsonObject,
    ): JsonObject {
        var list = client.files.list(options.listFilesOptions())
        if (call["backward"]?.jsonPrimitive?.boolean == true) list = list.backward()
        val take = call["take"]?.jsonPrimitive?.int ?: Int.MAX_VALUE
        val files = mutableListOf<FileInfo>()
        val cursor =
            list.iterator().use { items ->
                while (files.size < take && items.hasNext()) files += items.next()
                items.cursor()
            }
        return observed(
            "count" to files.size,
            "distinct" to files.map { it.uuid }.distinct().size,
            "first" to files.firstOrNull()?.originalFilename,
            "last" to files.lastOrNull()?.originalFilename,
            "cursor" to cursor,
        )
    }

    private suspend fun pages(
        client: Uploadcare,
        options: Given,
        call: JsonObject,
    ): JsonObject {
        var list = client.files.list(options.listFilesOptions())
        if (call["backward"]?.jsonPrimitive?.boolean == true) list = list.backward()
        return list.pages().use { pages ->
            val take = call["take"]?.jsonPrimitive?.int ?: Int.MAX_VALUE
            val moves = call["moves"]?.jsonArray?.map { it.jsonPrimitive.content }
            val seen = mutableListOf<JsonElement>()
            if (moves == null) pages.take(take).collect { seen += observed(it) }
            moves?.forEach { move ->
                val page =
                    when (move) {
                        "next" -> pages.nextPage()
                        "previous" -> pages.previousPage()
                        else -> fail("no move $move")
                    }
                seen += page?.let(::observed) ?: JsonNull
            }
            observed("pages" to JsonArray(seen), "cursor" to pages.cursor())
        }
    }

    private suspend fun upload(
        client: Uploadcare,
        options: Given,
        source: JsonObject,
    ): JsonObject {
        val upload = options.uploadOptions()
        val file =
            when (val kind = source.keys.single()) {
                "text" -> client.uploads.upload(source.text(kind).toByteArray(), upload)
                "size" -> client.uploads.upload(ByteArray(source.getValue(kind).jsonPrimitive.int), upload)
                "path" -> client.uploads.upload(Path.of(source.text(kind)), upload)
                else -> fail("no source $kind")
            }
        return observed("uuid" to file.uuid, "original_filename" to file.originalFilename, "size" to file.size)
    }

    private fun assertFailure(
        expected: JsonObject,
        error: UploadcareException,
    ) {
        val seen =
            observed(
                "kind" to error.kind.toString(),
                "status" to error.status,
                "code" to error.code,
                "parameter" to error.parameter?.replace(capital) { "_" + it.value.lowercase() },
                "is_retryable" to error.isRetryable,
                "retry_after" to error.retryAfter?.let { it.inWholeMilliseconds / 1000.0 },
                "field_errors" to error.fieldErrors,
                "method" to error.method,
                "path" to error.path,
            )
        assertMembers(JsonObject(expected - "message"), seen)
        expected["message"]?.let { part ->
            assertTrue(part.jsonPrimitive.content in error.message) { "${error.message} lacks $part" }
        }
        val secret = names.getValue("secret_key")
        assertFalse(secret in error.stackTraceToString() + error.message + error.toString()) { "a secret shows" }
    }

    private fun filled(json: JsonElement): JsonElement =
        when (json) {
            is JsonObject -> JsonObject(json.mapValues { filled(it.value) })
            is JsonArray -> JsonArray(json.map(::filled))
            is JsonPrimitive -> if (json.isString) JsonPrimitive(placeholder.replace(json.content, ::value)) else json
        }

    private fun value(match: MatchResult) = names.getValue(match.groupValues[1])

    private companion object {
        // The cases spell names in snake case.
        val capital = Regex("[A-Z]")
        val placeholder = Regex("""\$\{(\w+)\}""")

        fun assertMembers(
            expected: JsonObject,
            seen: JsonObject,
        ) = expected.forEach { (name, value) -> assertAlike(value, seen[name], name) }

        /** Equal, where an expected object may say less than what is seen, but for maps of the user. */
        fun assertAlike(
            expected: JsonElement,
            seen: JsonElement?,
            at: String,
        ) {
            if (at == "pages") {
                val pages = checkNotNull(seen).jsonArray
                assertEquals(expected.jsonArray.size, pages.size) { "number of pages" }
                expected.jsonArray.zip(pages).forEachIndexed { index, (page, other) ->
                    if (page is JsonObject &&
                        other is JsonObject
                    ) {
                        assertMembers(page, other)
                    } else {
                        assertEquals(page, other) { "page $index" }
                    }
                }
            } else {
                assertEquals(plain(expected), plain(checkNotNull(seen) { "nothing at $at" })) { at }
            }
        }

        /** Numbers compare as numbers: 7 is 7.0. */
        fun plain(json: JsonElement): Any? =
            when (json) {
                is JsonNull -> null
                is JsonObject -> json.mapValues { plain(it.value) }
                is JsonArray -> json.map(::plain)
                is JsonPrimitive -> if (json.isString) json.content else json.doubleOrNull ?: json.content
            }
    }
}
