package com.uploadcare.sdk

import com.uploadcare.sdk.model.ConversionBatchRecord
import com.uploadcare.sdk.model.Problem

/**
 * What a request to convert several files came to.
 *
 * @property jobs jobs that have been started, in the order of their paths.
 * @property problems what the service said about the other paths, in their order.
 */
public data class ConversionBatch(
    val jobs: List<Job>,
    val problems: List<Problem>,
)

internal fun ConversionBatchRecord.opened(connection: Connection) =
    ConversionBatch(jobs.map { Job(connection, it) }, problems)
