package com.uploadcare.sdk.readme

import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.model.FileInfo
import com.uploadcare.sdk.model.UpdateTagsOptions

suspend fun describe(
    client: Uploadcare,
    file: FileInfo,
) {
    val change = client.tags.update(file, UpdateTagsOptions(add = listOf("cat"), delete = listOf("new")))
    println("added ${change.added}, deleted ${change.deleted}, now ${change.tags}")

    client.metadata.set(file, "owner", "me")
    println(client.metadata.all(file))
}
