package com.uploadcare.sdk.testing

import com.uploadcare.sdk.model.AuthScheme
import com.uploadcare.sdk.model.ClientOptions
import com.uploadcare.sdk.model.FileOrdering
import com.uploadcare.sdk.model.GetFileOptions
import com.uploadcare.sdk.model.ListFilesOptions
import com.uploadcare.sdk.model.UploadOptions
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

/** The options of a case. One that nobody asks for is a mistake of the case or of this file. */
class Given(
    private val members: JsonObject,
) {
    private val unused = members.keys.toMutableSet()

    private fun <T> value(
        name: String,
        read: (JsonElement) -> T,
    ): T? {
        unused -= name
        return members[name]?.takeIf { it !is JsonNull }?.let(read)
    }

    private fun <T> done(options: T): T = options.also { check(unused.isEmpty()) { "unknown options: $unused" } }

    fun text(name: String) = value(name) { it.jsonPrimitive.content }

    private fun flag(name: String) = value(name) { it.jsonPrimitive.boolean }

    private fun whole(name: String) = value(name) { it.jsonPrimitive.long }

    private fun number(name: String) = value(name) { it.jsonPrimitive.double }

    fun clientOptions() =
        done(
            ClientOptions(
                apiBase = text("api_base"),
                uploadBase = text("upload_base"),
                cdnBase = text("cdn_base"),
                authScheme =
                    text("auth_scheme")?.let {
                        when (it) {
                            "signed" -> AuthScheme.Signed
                            "simple" -> AuthScheme.Simple
                            else -> AuthScheme.Unknown(it)
                        }
                    },
                connectTimeout = number("connect_timeout"),
                readTimeout = number("read_timeout"),
                timeout = number("timeout"),
                maxRetries = whole("max_retries"),
                userAgent = text("user_agent"),
                proxy = text("proxy"),
                rootCertificate = text("root_certificate"),
            ),
        )

    fun listFilesOptions() =
        done(
            ListFilesOptions(
                limit = whole("limit"),
                ordering =
                    text("ordering")?.let {
                        when (it) {
                            "datetime_uploaded" -> FileOrdering.DatetimeUploaded
                            "-datetime_uploaded" -> FileOrdering.DatetimeUploadedDescending
                            else -> FileOrdering.Unknown(it)
                        }
                    },
                stored = flag("stored"),
                removed = flag("removed"),
                startingFrom = value("starting_from") { Instant.parse(it.jsonPrimitive.content) },
                includeAppdata = flag("include_appdata"),
                prefetch = flag("prefetch"),
                cursor = text("cursor"),
            ),
        )

    fun getFileOptions() = done(GetFileOptions(includeAppdata = flag("include_appdata")))

    fun uploadOptions() =
        done(
            UploadOptions(
                filename = text("filename"),
                contentType = text("content_type"),
                store = flag("store"),
                metadata = value("metadata") { map -> map.jsonObject.mapValues { it.value.jsonPrimitive.content } },
                tags = value("tags") { list -> list.jsonArray.map { it.jsonPrimitive.content } },
            ),
        )
}
