package com.uploadcare.sdk.readme

import com.uploadcare.sdk.Uploadcare

suspend fun deleteAll(
    client: Uploadcare,
    uuids: List<String>,
) {
    val result = client.files.deleteMany(uuids)
    println("deleted ${result.files.size} files")
    for (problem in result.problems) println("${problem.source}: ${problem.message}")
    for (failure in result.failures) println("${failure.uuids.size} files: ${failure.error.message}")
    if (result.notTried.isNotEmpty()) println("not tried: ${result.notTried}")
}
