package com.uploadcare.sdk.testing

import com.uploadcare.sdk.EventListener
import com.uploadcare.sdk.RequestSigner
import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.testing.generated.clientOptions
import com.uploadcare.sdk.testing.generated.explainOptions
import com.uploadcare.sdk.testing.generated.getFileOptions
import com.uploadcare.sdk.testing.generated.listFilesOptions
import com.uploadcare.sdk.testing.generated.operate
import com.uploadcare.sdk.testing.generated.uploadOptions
import com.uploadcare.sdk.testing.generated.waitOptions
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonObject
import org.junit.jupiter.api.fail
import java.nio.file.Path

/** The client of a case. */
fun client(
    settings: JsonObject,
    listener: EventListener,
): Uploadcare {
    val given = Given(settings)
    val (publicKey, secretKey, signer) =
        listOf("public_key", "secret_key", "signer").map { name -> given.value(name) { it.text() } }
    return Uploadcare(
        publicKey,
        secretKey.takeIf { signer == null },
        given.clientOptions(),
        signer?.let { signer(it, publicKey.orEmpty()) },
        listener = listener,
    )
}

/** The signers that a case can name. */
private fun signer(
    name: String,
    publicKey: String,
) = RequestSigner { request ->
    when (name) {
        "backend" -> Project(publicKey, "").sign(request.stringToSign)
        "failing" -> error("no signature today")
        "wrong" -> "not-a-signature"
        "other" -> "0".repeat(40)
        "slow" -> awaitCancellation()
        else -> fail("no signer $name")
    }
}

/** Makes a call of a case on the client, on one with options of its own, or explains it; gives what the case sees. */
suspend fun act(
    client: Uploadcare,
    call: JsonObject,
    folder: Path,
): JsonObject {
    val chosen = call["with"]?.let { client.withOptions(Given(it.jsonObject).clientOptions()) } ?: client
    val explain = call["explain"]?.jsonObject ?: return made(chosen, call, folder)
    val options = Given(explain).explainOptions()
    return model(chosen.explain(options.redact ?: false) { made(it, call, folder) })
}

/** Asks the emulator's control API. */
fun control(call: JsonObject): JsonObject {
    val answer = Emulator.send(call.text("method"), call.text("path"), call["body"])
    val body = answer.body().ifEmpty { "null" }
    return observed("status" to answer.statusCode(), "body" to Json.parseToJsonElement(body))
}

private suspend fun made(
    client: Uploadcare,
    call: JsonObject,
    folder: Path,
): JsonObject {
    val options = Given(call["options"]?.jsonObject ?: JsonObject(emptyMap()))
    val name = call.text("op")
    return when (if ("args" in call) "" else name) {
        "client" -> {
            observed(
                "public_key" to client.publicKey,
                "api_base" to client.apiBase,
                "upload_base" to client.uploadBase,
                "cdn_base" to client.cdnBase,
            )
        }

        "files.list" -> {
            val (files, cursor) = walked(client.files.list(options.listFilesOptions()), call)
            observed(
                "count" to files.size,
                "distinct" to files.distinctBy { it.uuid }.size,
                "first" to files.firstOrNull()?.originalFilename,
                "last" to files.lastOrNull()?.originalFilename,
                "cursor" to cursor,
            )
        }

        "files.pages" -> {
            pages(client, options, call)
        }

        "files.get" -> {
            observed(client.files.get(call.text("uuid"), options.getFileOptions()))
        }

        "files.delete_listed" -> {
            deleteListed(client, call.getValue("bad").members { it.text() })
        }

        "job.status" -> {
            model(client.jobs.open(call.text("job")).status())
        }

        "job.wait" -> {
            val states = mutableListOf<String>()
            val job = client.jobs.open(call.text("job"))
            val last = job.wait(options.waitOptions()) { states += it.state.toString() }
            observed("status" to last, "states" to states)
        }

        "uploads.upload" -> {
            upload(client, options, call.getValue("source").jsonObject)
        }

        else -> {
            byHand(client, call, folder) ?: operate(client, name, call) ?: fail("no op $name")
        }
    }
}

private suspend fun pages(
    client: Uploadcare,
    options: Given,
    call: JsonObject,
): JsonObject =
    turned(client.files.list(options.listFilesOptions()), call).pages().use { pages ->
        val take = call["take"]?.whole()?.toInt() ?: Int.MAX_VALUE
        val moves = call["moves"]?.items { it.text() }
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

private suspend fun upload(
    client: Uploadcare,
    options: Given,
    source: JsonObject,
): JsonObject {
    val upload = options.uploadOptions()
    val file =
        when (val kind = source.keys.single()) {
            "text" -> client.uploads.upload(source.text(kind).toByteArray(), upload)
            "size" -> client.uploads.upload(ByteArray(source.getValue(kind).whole().toInt()), upload)
            "path" -> client.uploads.upload(Path.of(source.text(kind)), upload)
            else -> fail("no source $kind")
        }
    return observed("uuid" to file.uuid, "original_filename" to file.originalFilename, "size" to file.size)
}

private suspend fun deleteListed(
    client: Uploadcare,
    bad: Map<String, String>,
): JsonObject {
    val given =
        client.files
            .list()
            .toList()
            .map { it.uuid }
            .toMutableList()
    for ((place, text) in bad.mapKeys { it.key.toInt() }.toSortedMap()) given.add(place, text)
    val result = client.files.deleteMany(given)
    val places = listOf(result.files.map { it.uuid }, result.problems.map { it.source }).map { it.map(given::indexOf) }
    return observed(
        "given" to given.size,
        "deleted" to result.files.size,
        "problems" to result.problems,
        "failures" to result.failures.size,
        "not_tried" to result.notTried.size,
        "is_in_order" to places.all { it == it.sorted() && -1 !in it },
    )
}
