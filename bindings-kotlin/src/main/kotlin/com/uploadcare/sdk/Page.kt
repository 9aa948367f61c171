package com.uploadcare.sdk

import com.uploadcare.sdk.model.PageInfo
import com.uploadcare.sdk.model.Totals

/**
 * One page of a list. It is [Iterable] by its results.
 *
 * @property results items of the page in order.
 * @property info what the list answers beside its results.
 */
public data class Page<T>(
    val results: List<T>,
    val info: PageInfo,
) : Iterable<T> by results {
    /** Link to the next page; null on the last one. Opaque. */
    val next: String? get() = info.next

    /** Link to the previous page; null on the first one. Opaque. */
    val previous: String? get() = info.previous

    /**
     * How many items the whole selection has. The service has been seen to send 0 or a stale number here: show it, but
     * never count on it.
     */
    val total: Long get() = info.total

    /** How many items a page holds at most. */
    val perPage: Long get() = info.perPage

    /** Counts over the whole project; files only. */
    val totals: Totals? get() = info.totals
}
