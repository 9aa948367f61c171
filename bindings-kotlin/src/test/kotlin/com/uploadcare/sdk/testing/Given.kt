package com.uploadcare.sdk.testing

import com.uploadcare.sdk.model.Length
import com.uploadcare.sdk.model.percent
import com.uploadcare.sdk.model.px
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.double
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import kotlinx.serialization.json.long
import java.time.Instant

/** The options of a case. One that nobody asks for is a mistake of the case. */
class Given(
    private val members: JsonObject,
) {
    private val unused = members.keys.toMutableSet()

    fun <T> value(
        name: String,
        read: (JsonElement) -> T,
    ): T? {
        unused -= name
        return members[name]?.takeIf { it !is JsonNull }?.let(read)
    }

    fun <T> done(options: T): T = options.also { check(unused.isEmpty()) { "unknown options: $unused" } }
}

/** The string of a member. */
fun JsonObject.text(name: String): String = getValue(name).text()

/** The strings of a member. */
fun JsonObject.texts(name: String): List<String> = getValue(name).items { it.text() }

fun JsonElement.text(): String = jsonPrimitive.content

fun JsonElement.flag(): Boolean = jsonPrimitive.boolean

fun JsonElement.whole(): Long = jsonPrimitive.long

fun JsonElement.number(): Double = jsonPrimitive.double

/** Pixels as a number, or per cent as a text such as `50%`. */
fun JsonElement.length(): Length =
    if (jsonPrimitive.isString) text().removeSuffix("%").toDouble().percent else whole().px

fun JsonElement.moment(): Instant = Instant.parse(text())

fun <T> JsonElement.items(read: (JsonElement) -> T): List<T> = jsonArray.map(read)

fun <T> JsonElement.members(read: (JsonElement) -> T): Map<String, T> = jsonObject.mapValues { read(it.value) }
