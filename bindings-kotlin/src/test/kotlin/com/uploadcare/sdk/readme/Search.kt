package com.uploadcare.sdk.readme

import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.model.SearchOptions
import com.uploadcare.sdk.model.SearchSort
import com.uploadcare.sdk.model.SizeRange
import com.uploadcare.sdk.model.TagFilter

suspend fun search(client: Uploadcare) {
    val large =
        SearchOptions(
            tags = TagFilter(any = listOf("cat", "dog")),
            size = SizeRange(gte = 100_000),
            sort = listOf(SearchSort.SizeDescending),
        )
    client.files.search(large).collect { file ->
        println("${file.originalFilename} ${file.size} ${file.tags}")
    }
}
