package com.uploadcare.sdk.testing

import com.uploadcare.sdk.AccountClient
import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.UploadcareException
import com.uploadcare.sdk.model.CallEvent
import com.uploadcare.sdk.model.CallEventKind
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.doubleOrNull
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.fail
import java.util.concurrent.ConcurrentLinkedQueue
import kotlin.io.path.createTempDirectory

/** Runs one shared case. */
class CaseRunner(
    private val case: JsonObject,
) {
    private val names = mutableMapOf<String, JsonElement>()

    /** What the client told of during a step. */
    private val events = ConcurrentLinkedQueue<String>()

    /** Where the case saves files. */
    private val folder = createTempDirectory("case")

    private val account = if (case["account"]?.flag() == true) Emulator.createAccount() else null

    suspend fun run() {
        val project = project()
        names +=
            observed(
                "origin" to Emulator.origin,
                "public_key" to project.publicKey,
                "secret_key" to project.secretKey,
                "fixtures" to Emulator.fixtures.toString(),
                "account_token" to account?.token,
            )
        case["faults"]?.jsonArray?.forEach { project.fault(it) }
        case["clock_offset"]?.let { project.clock(it) }
        val settings =
            observed(
                "public_key" to project.publicKey,
                "secret_key" to project.secretKey,
                "api_base" to Emulator.apiBase,
                "upload_base" to Emulator.uploadBase,
                "cdn_base" to Emulator.cdnBase,
                "max_retries" to 0,
            ) + (case["client"]?.let { filled(it).jsonObject } ?: emptyMap())
        val log = Project(settings.getValue("public_key").text(), project.secretKey)
        // A client that cannot be made is what each call then fails with.
        val client = runCatching { client(JsonObject(settings)) { events += rendered(it) } }
        val accountClient = account?.let { accountClient(JsonObject(settings), it.token) { events += rendered(it) } }
        case.getValue("steps").jsonArray.forEach { step(it.jsonObject, client, accountClient, log) }
        client.getOrNull()?.close()
        accountClient?.close()
        folder.toFile().deleteRecursively()
    }

    private fun project(): Project {
        val fixed = case["project"]?.jsonObject
        val isNew = fixed == null || Emulator.control("projects", fixed) != null
        val project = fixed?.let { Project(it.text("public_key"), it.text("secret_key")) } ?: Emulator.project(account)
        if (isNew) {
            case["seed"]?.let { seed ->
                if (seed is JsonArray) seed.forEach { project.seed(it) } else project.seed(seed)
            }
        }
        return project
    }

    private suspend fun step(
        step: JsonObject,
        client: Result<Uploadcare>,
        accountClient: AccountClient?,
        log: Project,
    ) {
        val call = filled(step.getValue("call")).jsonObject
        val expected = filled(step.getValue("expect")).jsonObject
        val before = log.log().size
        events.clear()
        val outcome =
            runCatching {
                when {
                    call.text("op") == "control" -> control(call)
                    isOfAccount(call) -> actForAccount(checkNotNull(accountClient), call)
                    else -> act(client.getOrThrow(), call, folder)
                }
            }
        val failure = expected["error"]?.jsonObject
        if (failure == null) {
            val result = outcome.getOrThrow()
            expected["result"]?.let { assertAlike(it, result, "result") }
            step["save"]?.members { it.text() }?.forEach { (name, path) ->
                names[name] = checkNotNull(member(result, path)) { "no $path in $result" }
            }
        } else {
            val error = outcome.exceptionOrNull() ?: fail("expected $failure, not ${outcome.getOrNull()}")
            assertFailure(failure, error as? UploadcareException ?: throw error)
        }
        expected["events"]?.items { it.text() }?.let { assertEquals(it, events.toList()) }
        expected["http"]?.items { it.text() }?.let { sent ->
            awaitRequests(log, before + sent.size)
            assertEquals(sent, log.requests().drop(before))
        }
        expected["http_count"]?.members { it.whole().toInt() }?.let { sent ->
            awaitRequests(log, before + sent.values.sum())
            assertEquals(
                sent,
                log
                    .routes()
                    .drop(before)
                    .groupingBy { it }
                    .eachCount(),
            )
        }
    }

    /** A request that was broken off is logged when the emulator notices. */
    private suspend fun awaitRequests(
        log: Project,
        count: Int,
    ) {
        runCatching { eventually { log.log().size >= count } }
    }

    private fun assertFailure(
        expected: JsonObject,
        error: UploadcareException,
    ) {
        val seen =
            observed(
                "kind" to error.kind.toString(),
                "status" to error.status,
                "code" to error.code?.toString(),
                "parameter" to error.parameter?.replace(capital) { "_" + it.value.lowercase() },
                "is_retryable" to error.isRetryable,
                "retry_after" to error.retryAfter?.let { it.inWholeMilliseconds / 1000.0 },
                "field_errors" to error.fieldErrors,
                "method" to error.method,
                "path" to error.path,
            )
        assertAlike(JsonObject(expected - "message"), seen, "$error")
        expected["message"]?.text()?.let { part ->
            assertTrue(part in error.message) { "${error.message} lacks $part" }
        }
        val shown = error.stackTraceToString() + error.message + error.toString()
        for (secret in listOfNotNull(names.getValue("secret_key").text(), account?.token)) {
            assertFalse(secret in shown) { "a secret shows" }
        }
    }

    private fun filled(json: JsonElement): JsonElement =
        when (json) {
            is JsonObject -> JsonObject(json.mapValues { filled(it.value) })
            is JsonArray -> JsonArray(json.map(::filled))
            is JsonPrimitive -> if (json.isString) filled(json.content) else json
        }

    /** A text that is nothing but a name becomes what was saved; within others, names that are none stay. */
    private fun filled(text: String): JsonElement =
        placeholder.matchEntire(text)?.let { names[it.groupValues[1]] }
            ?: JsonPrimitive(placeholder.replace(text) { names[it.groupValues[1]]?.text() ?: it.value })

    private companion object {
        // The cases spell names in snake case.
        val capital = Regex("[A-Z]")
        val placeholder = Regex("""\$\{(\w+)\}""")

        /** An event, as cases write it. */
        fun rendered(event: CallEvent): String {
            val facts = listOfNotNull(event.status.takeIf { event.kind == CallEventKind.Response }, event.error?.kind)
            return (listOf(event.kind) + facts).joinToString(":")
        }

        /** What is at `a.0.b` of a result. */
        fun member(
            result: JsonElement,
            path: String,
        ): JsonElement? =
            path.split('.').fold(result as JsonElement?) { at, name ->
                if (at is JsonArray) at.getOrNull(name.toInt()) else at?.jsonObject?.get(name)
            }

        /** Equal, where an expected object may say less than what is seen. */
        fun assertAlike(
            expected: JsonElement,
            seen: JsonElement?,
            at: String,
        ) {
            if (expected is JsonObject && seen is JsonObject) {
                expected.forEach { (name, value) -> assertAlike(value, seen[name], "$at.$name") }
            } else if (expected is JsonArray && seen is JsonArray && expected.size == seen.size) {
                expected.zip(seen).forEachIndexed { index, (value, other) -> assertAlike(value, other, "$at.$index") }
            } else {
                assertEquals(plain(expected), plain(seen ?: JsonNull)) { at }
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
