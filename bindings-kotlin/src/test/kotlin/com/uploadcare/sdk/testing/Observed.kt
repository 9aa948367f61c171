package com.uploadcare.sdk.testing

import com.uploadcare.sdk.ConversionBatch
import com.uploadcare.sdk.ItemList
import com.uploadcare.sdk.Job
import com.uploadcare.sdk.Page
import com.uploadcare.sdk.model.FileInfo
import com.uploadcare.sdk.model.JsonNode
import com.uploadcare.sdk.testing.generated.shown
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonObject
import java.time.Instant
import java.time.ZoneOffset
import java.time.format.DateTimeFormatter

private val moment = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC)

/** What a case sees, as JSON. */
fun observed(vararg members: Pair<String, Any?>): JsonObject =
    JsonObject(members.associate { (name, value) -> name to json(value) })

/** A model, as cases see it. */
fun model(value: Any): JsonObject = json(value).jsonObject

/** A job, as cases see it. */
fun job(job: Job): JsonObject =
    observed(
        "kind" to job.kind,
        "source" to job.source,
        "token" to job.token,
        "request_id" to job.requestId,
        "uuid" to job.uuid,
        "thumbnails_group_uuid" to job.thumbnailsGroupUuid,
        "text" to job.save(),
    )

/** Jobs that were started together, as cases see them. */
fun batch(batch: ConversionBatch): JsonObject = observed("jobs" to batch.jobs.map(::job), "problems" to batch.problems)

/** A list, as far as a case walks through it. */
suspend fun <T : Any> listed(
    list: ItemList<T>,
    call: JsonObject,
    id: (T) -> String,
): JsonObject {
    val (items, cursor) = walked(list, call)
    return observed("count" to items.size, "ids" to items.map(id), "items" to items, "cursor" to cursor)
}

/** The items that a case takes of a list, and the cursor after them. */
suspend fun <T> walked(
    list: ItemList<T>,
    call: JsonObject,
): Pair<List<T>, String> {
    val taken = mutableListOf<T>()
    val take = call["take"]?.whole() ?: Long.MAX_VALUE
    val cursor =
        turned(list, call).iterator().use { items ->
            while (taken.size < take && items.hasNext()) taken += items.next()
            items.cursor()
        }
    return taken to cursor
}

/** A list in the direction that a case wants. */
fun <T> turned(
    list: ItemList<T>,
    call: JsonObject,
): ItemList<T> = if (call["backward"]?.flag() == true) list.backward() else list

/** A page, as cases see it. */
fun observed(page: Page<FileInfo>): JsonObject =
    observed(
        "count" to page.results.size,
        "first" to page.results.firstOrNull()?.originalFilename,
        "last" to page.results.lastOrNull()?.originalFilename,
        "total" to page.total,
        "per_page" to page.perPage,
        "has_next" to (page.next != null),
        "has_previous" to (page.previous != null),
    )

/** A file, as cases see it. */
fun observed(file: FileInfo): JsonObject {
    val image = file.contentInfo?.image
    return observed(
        "uuid" to file.uuid,
        "original_filename" to file.originalFilename,
        "size" to file.size,
        "mime_type" to file.mimeType,
        "is_image" to file.isImage,
        "is_ready" to file.isReady,
        "is_stored" to (file.datetimeStored != null),
        "is_removed" to (file.datetimeRemoved != null),
        "datetime_uploaded" to file.datetimeUploaded,
        "has_original_file_url" to (file.originalFileUrl != null),
        "image_format" to image?.format,
        "image_width" to image?.width,
        "image_height" to image?.height,
        "color_mode" to image?.colorMode?.toString(),
        "orientation" to image?.orientation,
        "datetime_original" to image?.datetimeOriginal,
        "latitude" to image?.geoLocation?.latitude,
        "metadata" to file.metadata,
        "tags" to file.tags,
        "has_appdata" to (file.appdata != null),
        "extra" to file.extra.mapValues { json(it.value) },
    )
}

private fun json(value: Any?): JsonElement =
    when (value) {
        null -> JsonNull
        is JsonElement -> value
        is JsonNode -> json(value)
        is String -> JsonPrimitive(value)
        is Number -> JsonPrimitive(value)
        is Boolean -> JsonPrimitive(value)
        is Instant -> JsonPrimitive(moment.format(value))
        is List<*> -> JsonArray(value.map(::json))
        is Map<*, *> -> JsonObject(value.entries.associate { (name, item) -> name.toString() to json(item) })
        else -> checkNotNull(shown(value)) { "$value is not seen by cases" }
    }

private fun json(node: JsonNode): JsonElement =
    when (node) {
        JsonNode.Null -> JsonNull
        is JsonNode.Boolean -> JsonPrimitive(node.value)
        is JsonNode.Integer -> JsonPrimitive(node.value)
        is JsonNode.Number -> JsonPrimitive(node.value)
        is JsonNode.Text -> JsonPrimitive(node.value)
        is JsonNode.Array -> JsonArray(node.items.map { json(it) })
        is JsonNode.Object -> JsonObject(node.members.mapValues { json(it.value) })
    }
