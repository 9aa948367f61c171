package com.uploadcare.sdk

import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.withContext

/**
 * One walk through a list, page by page, forward and backward, that knows its position.
 *
 * It is a [Flow] as well: collecting it walks on from where it stands to the end of the list, so that [cursor] tells
 * how far a collector came. For a walk from the beginning, ask the list for its pages again.
 *
 * Close it after walking by [nextPage] and [previousPage], or the page fetched ahead is fetched in vain; collecting
 * needs no closing. After an error or a cancellation the walk stands where it was, and asking again repeats the
 * request.
 */
public class Pages<T> private constructor(
    private val walk: Walk<T>,
    private val isBackward: Boolean,
    flow: Flow<Page<T>>,
) : Flow<Page<T>> by flow,
    AutoCloseable {
    internal constructor(walk: Walk<T>, isBackward: Boolean) : this(walk, isBackward, pages(walk, isBackward))

    /**
     * Fetches the next page; null at the end of the list. A page may be empty and have a successor.
     *
     * @throws UploadcareException if the page cannot be fetched.
     * @throws IllegalStateException if this object or the client is closed.
     */
    public suspend fun nextPage(): Page<T>? = walk.next()

    /**
     * Fetches the page before the one fetched last, or before the position where the list begins; null at the start of
     * the list.
     *
     * @throws UploadcareException if the page cannot be fetched.
     * @throws IllegalStateException if this object or the client is closed.
     */
    public suspend fun previousPage(): Page<T>? = walk.previous()

    /**
     * The position in the list as text: a later list with this text as its `cursor` goes on there, in any process and any
     * language, with no gap and no repeat.
     *
     * Stays readable after [close], but for positions inside of a page.
     *
     * @param taken how many items of the page fetched last lie before the position. Default: all, or none in a backward
     *   list.
     * @throws IllegalStateException if the position is inside of a page that is no longer at hand: after closing,
     *   collecting or a cancellation, and while a page is being fetched.
     */
    public fun cursor(taken: Int? = null): String = walk.cursor(taken ?: if (isBackward) 0 else Int.MAX_VALUE)

    /** Ends the walk. Closing twice does nothing. */
    override fun close() {
        walk.close()
    }
}

private fun <T> pages(
    walk: Walk<T>,
    isBackward: Boolean,
): Flow<Page<T>> =
    flow {
        try {
            while (true) emit((if (isBackward) walk.previous() else walk.next()) ?: break)
        } finally {
            withContext(NonCancellable) { walk.pause() }
        }
    }
