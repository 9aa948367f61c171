package com.uploadcare.sdk.model

import com.uploadcare.sdk.InvalidParameterException
import com.uploadcare.sdk.ownError

/** Whether there is no operation. */
public val Transformation.isEmpty: Boolean get() = text.isEmpty()

/**
 * Operations from their text, such as `-/preview/200x200/-/grayscale/`, as it stands in a URL, with or without the
 * slashes around it. Its form is checked, not whether the service knows the operations.
 *
 * @param text the text; an empty one has no operation.
 * @throws InvalidParameterException for what has not the form of operations, or a character that a URL cannot have.
 */
public fun Transformation.Companion.parse(text: String): Transformation {
    val inner = text.trim('/')
    if (inner.isEmpty() || inner == "-") return Transformation()
    return try {
        Transformation().raw(text)
    } catch (error: InvalidParameterException) {
        throw ownError(error.kind, error.message.replaceFirst("`operation`", "`text`"), "text")
    }
}
