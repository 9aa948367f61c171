package com.uploadcare.sdk.readme

import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.model.JobState

suspend fun waitElsewhere(
    client: Uploadcare,
    saved: String,
) {
    val job = client.jobs.open(saved)
    if (job.status().state != JobState.Finished) {
        job.updates().collect { println("${job.source}: ${it.state}") }
    }
}
