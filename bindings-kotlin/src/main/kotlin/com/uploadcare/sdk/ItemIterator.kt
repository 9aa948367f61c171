package com.uploadcare.sdk

/**
 * One walk through a list, item by item, that knows its position. `for` takes it as it is.
 *
 * It is for one coroutine at a time. Close it when done with it, or the page fetched ahead is fetched in vain. After an
 * error or a cancellation the walk stands where it was, and asking again repeats the request.
 */
public class ItemIterator<T> internal constructor(
    private val walk: Walk<T>,
    private val isBackward: Boolean,
) : AutoCloseable {
    private var page = emptyList<T>()

    /** Items of the page that lie before the position, in the order of the list. */
    private var before = 0

    /** The position at closing. */
    private var last: String? = null

    /** Itself, for `for`. */
    public operator fun iterator(): ItemIterator<T> = this

    /**
     * Whether there is another item. Fetches a page if all items of the current one are taken.
     *
     * @throws UploadcareException if the page cannot be fetched.
     * @throws IllegalStateException if the iterator or the client is closed.
     */
    public suspend operator fun hasNext(): Boolean {
        // A page may be empty and have a successor.
        while (before == if (isBackward) 0 else page.size) {
            page = (if (isBackward) walk.previous() else walk.next())?.results ?: return false
            before = if (isBackward) page.size else 0
        }
        return true
    }

    /**
     * Takes the next item. [hasNext] must have found one.
     *
     * @throws NoSuchElementException if it has not.
     */
    public operator fun next(): T {
        val index = if (isBackward) before - 1 else before
        if (index !in page.indices) throw NoSuchElementException("hasNext() has found no further item")
        before = if (isBackward) index else index + 1
        return page[index]
    }

    /**
     * The position after the item taken last, as text: a later list with this text as its `cursor` goes on there, in
     * any process and any language, with no gap and no repeat. Stays readable after [close].
     */
    public fun cursor(): String = last ?: walk.cursor(before)

    /** Ends the walk. Closing twice does nothing. */
    override fun close() {
        if (last != null) return
        last = cursor()
        walk.close()
    }
}
