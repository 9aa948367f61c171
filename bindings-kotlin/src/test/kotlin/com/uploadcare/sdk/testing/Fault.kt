package com.uploadcare.sdk.testing

import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.put
import kotlinx.serialization.json.putJsonObject

/** What happens to requests of a project: the README of the emulator says what each member does. */
data class Fault(
    val route: String? = null,
    val method: String? = null,
    val skip: Int? = null,
    val times: Int? = null,
    val probability: Double? = null,
    val delayMs: Int? = null,
    val bytesPerSecond: Int? = null,
    val respond: JsonElement? = null,
    val drop: Boolean? = null,
    val lose: Boolean? = null,
    val truncate: Int? = null,
    val close: Boolean? = null,
    val contentLength: Int? = null,
    val foreignNext: String? = null,
) {
    fun json(): JsonObject =
        JsonObject(
            observed(
                "route" to route,
                "method" to method,
                "skip" to skip,
                "times" to times,
                "probability" to probability,
                "delay_ms" to delayMs,
                "bytes_per_second" to bytesPerSecond,
                "respond" to respond,
                "drop" to drop,
                "lose" to lose,
                "truncate" to truncate,
                "close" to close,
                "content_length" to contentLength,
                "foreign_next" to foreignNext,
            ).filterValues { it !is JsonNull },
        )

    companion object {
        /** Always. */
        const val EVER = -1

        /** Milliseconds that no test waits for: it gives the request up, or heals the project. */
        const val HELD = 600_000

        /** An answer in the place of the emulator's own. */
        fun answer(
            status: Int,
            headers: Map<String, String> = mapOf("Content-Type" to "application/json"),
            body: JsonElement = JsonObject(emptyMap()),
        ): JsonObject =
            buildJsonObject {
                put("status", status)
                putJsonObject("headers") { headers.forEach { (name, value) -> put(name, value) } }
                put("body", body)
            }
    }
}
