package com.uploadcare.sdk.testing

import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.jsonObject
import org.junit.jupiter.api.Assumptions.abort
import org.junit.jupiter.api.fail
import kotlin.io.path.exists
import kotlin.io.path.readText

/** Known answers of this name, which others have published: a test without them is skipped, but on CI it fails. */
fun vectors(name: String): JsonElement {
    val path = Emulator.root.resolve("../shared/spec/vectors.json")
    if (!path.exists()) {
        if (System.getenv("CI") == "true") fail("../shared/spec/vectors.json is absent on CI")
        abort<Unit>("SKIPPED: ../shared/spec/vectors.json is not on this machine")
    }
    return Json.parseToJsonElement(path.readText()).jsonObject.getValue(name)
}
