package com.uploadcare.sdk

import com.uploadcare.sdk.internal.NativeClient
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow

/**
 * A list of the service, item by item: a cold [Flow].
 *
 * Every `collect` is a walk of its own from where the list begins. It fetches pages as it goes, ends with the first
 * error, and sends nothing before the first item is asked for, nor after it has ended or was cancelled.
 *
 * The list itself has no position. To save one and go on later, walk by [iterator] or by [pages].
 */
public class ItemList<T> internal constructor(
    private val open: (cursor: String?) -> NativePages<T>,
    private val isBackward: Boolean = false,
) : Flow<T> by items(open, isBackward) {
    /**
     * One walk through the list, item by item, that knows its position.
     *
     * ```
     * val cursor = client.files.list().iterator().use { files ->
     *     for (file in files) if (!handle(file)) break
     *     files.cursor()
     * }
     * ```
     */
    public fun iterator(): ItemIterator<T> = ItemIterator(Walk(open), isBackward)

    /** One walk through the list, page by page, that knows its position. */
    public fun pages(): Pages<T> = Pages(Walk(open), isBackward)

    /**
     * The items before the position where this list begins, nearest first, back to the start of the whole list.
     *
     * There are none unless the list begins at a cursor. Pages come last first as well; items within a page stay in the
     * order of the list.
     */
    public fun backward(): ItemList<T> = ItemList(open, isBackward = true)
}

private fun <T> items(
    open: (cursor: String?) -> NativePages<T>,
    isBackward: Boolean,
): Flow<T> =
    flow {
        ItemIterator(Walk(open), isBackward).use { items ->
            for (item in items) emit(item)
        }
    }

/** A list by what opens it: at its own beginning if there is no cursor. Its options are checked here and now. */
internal fun <T> Connection.list(open: (NativeClient, cursor: String?) -> NativePages<T>): ItemList<T> {
    val opened = { cursor: String? -> now { keeping(open(it, cursor)) } }
    opened(null).close()
    return ItemList(opened)
}
