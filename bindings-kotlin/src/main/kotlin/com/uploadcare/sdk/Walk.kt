package com.uploadcare.sdk

import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock

/** The native pages of a list of any kind. */
internal interface NativePages<T> : AutoCloseable {
    suspend fun next(): Page<T>?

    suspend fun previous(): Page<T>?

    /** The position after so many items of the current page, all if null; null while a page is being fetched. */
    fun cursor(taken: Int?): String?
}

/**
 * One walk through a list.
 *
 * A page that arrives at the very moment of a cancellation is lost on its way here, while the native pages have moved
 * on. So native pages that were cancelled are given up, and others go on from the cursors kept before the call.
 */
internal class Walk<T>(
    private val open: (cursor: String?) -> NativePages<T>,
) : AutoCloseable {
    /** Cursors before and after the current page, and how many items it has. */
    private class Place(
        val before: String,
        val after: String,
        val size: Int,
    )

    private val turn = Mutex()

    @Volatile private var pages: NativePages<T>? = open(null)

    @Volatile private var place = placeOf(pages!!, 0)

    @Volatile private var isClosed = false

    private var isAtEnd = false

    suspend fun next(): Page<T>? =
        turn.withLock {
            if (isAtEnd && !isClosed) return null
            move(place.after) { it.next() }.also { isAtEnd = it == null }
        }

    suspend fun previous(): Page<T>? =
        turn.withLock {
            move(place.before) { it.previous() }.also { if (it != null) isAtEnd = false }
        }

    private suspend fun move(
        from: String,
        step: suspend (NativePages<T>) -> Page<T>?,
    ): Page<T>? {
        check(!isClosed) { "this walk through a list is closed: start another one at its cursor" }
        val pages = pages ?: open(from)
        this.pages = null
        var isIntact = false
        try {
            return step(pages).also {
                isIntact = true
                place = placeOf(pages, it?.results?.size ?: place.size)
            }
        } catch (error: UploadcareException) {
            isIntact = true
            throw error
        } finally {
            if (isIntact && !isClosed) this.pages = pages else pages.close()
        }
    }

    /** The position after [taken] items of the current page, or after all if it has fewer. */
    fun cursor(taken: Int): String {
        if (taken <= 0) return place.before
        if (taken >= place.size) return place.after
        return checkNotNull(pages?.cursor(taken)) {
            "the position inside of a page is no longer known: the walk was closed, collected or cancelled, or fetches"
        }
    }

    /** Stops fetching ahead. The walk may go on later. */
    suspend fun pause() {
        turn.withLock {
            pages?.close()
            pages = null
        }
    }

    override fun close() {
        isClosed = true
        pages?.close()
        pages = null
    }

    private fun placeOf(
        pages: NativePages<T>,
        size: Int,
    ) = Place(checkNotNull(pages.cursor(0)), checkNotNull(pages.cursor(null)), size)
}
