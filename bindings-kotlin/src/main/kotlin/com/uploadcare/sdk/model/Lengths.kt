package com.uploadcare.sdk.model

/** So many pixels. */
public val Int.px: Length get() = Length.Pixels(toLong())

/** So many pixels. */
public val Long.px: Length get() = Length.Pixels(this)

/** So many per cent of the whole. */
public val Int.percent: Length get() = Length.Percent(toDouble())

/** So many per cent of the whole. */
public val Double.percent: Length get() = Length.Percent(this)
