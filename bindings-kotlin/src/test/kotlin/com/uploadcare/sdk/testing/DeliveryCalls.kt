package com.uploadcare.sdk.testing

import com.uploadcare.sdk.AccountClient
import com.uploadcare.sdk.EventListener
import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.WebhookReceiver
import com.uploadcare.sdk.model.Transformation
import com.uploadcare.sdk.testing.generated.clientOptions
import com.uploadcare.sdk.testing.generated.downloadOptions
import com.uploadcare.sdk.testing.generated.operateAccount
import com.uploadcare.sdk.testing.generated.saveOptions
import com.uploadcare.sdk.testing.generated.transformation
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.fail
import java.nio.file.Path
import kotlin.io.path.fileSize
import kotlin.io.path.name

/** The client of a case's account, with the settings of the other but the keys. */
fun accountClient(
    settings: JsonObject,
    token: String,
    listener: EventListener,
): AccountClient {
    val options = JsonObject(settings.filterKeys { !it.endsWith("_key") && it != "signer" })
    return AccountClient(token, Given(options).clientOptions(), listener)
}

private val accountParts = setOf("projects", "secrets", "usage")

/** Whether a call is one of the account's client. */
fun isOfAccount(call: JsonObject): Boolean = call.text("op").substringBefore('.') in accountParts

/** Makes a call of a case on the account's client, or on one with options of its own. */
suspend fun actForAccount(
    client: AccountClient,
    call: JsonObject,
): JsonObject {
    val chosen = call["with"]?.let { client.withOptions(Given(it.jsonObject).clientOptions()) } ?: client
    return operateAccount(chosen, call.text("op"), call) ?: fail("no op ${call.text("op")}")
}

/** Calls what has arguments and is written by hand; null for all else. */
suspend fun byHand(
    client: Uploadcare,
    call: JsonObject,
    folder: Path,
): JsonObject? {
    val args = call["args"]?.jsonObject ?: return null
    val options = Given(call["options"]?.jsonObject ?: JsonObject(emptyMap()))
    return when (call.text("op")) {
        "transformation.build" -> {
            val steps = args.getValue("steps").jsonArray.map { it.jsonObject }
            val built =
                steps.fold(Transformation()) { value, step ->
                    transformation(value, step.text("op"), step) ?: fail("no operation of that name: $step")
                }
            observed("value" to built.text)
        }

        "delivery.download" -> {
            val bytes = client.delivery.download(args.text("file"), options.downloadOptions())
            val text = String(bytes).takeIf { bytes.size <= 200 && it.toByteArray().contentEquals(bytes) }
            JsonObject(observed("size" to bytes.size, "text" to text).filterValues { it !is JsonNull })
        }

        "delivery.save" -> {
            // As text, for a path ends in no slash.
            val path = "$folder/${args["path"]?.text().orEmpty()}"
            val saved = client.delivery.save(args.text("file"), path, options.saveOptions())
            val place = Path.of(saved.path)
            assertEquals(place.fileSize(), saved.size)
            observed("size" to saved.size, "content_type" to saved.contentType, "name" to place.name)
        }

        "receiver.receive", "receiver.verify" -> {
            val receiver = WebhookReceiver(args.texts("secrets"))
            val body = args.text("body").toByteArray()
            val signature = (args["signature"] as? JsonPrimitive)?.takeIf { it !is JsonNull }?.content
            if (call.text("op") == "receiver.receive") {
                model(receiver.receive(body, signature))
            } else {
                receiver.verify(body, signature)
                observed()
            }
        }

        else -> {
            null
        }
    }
}
