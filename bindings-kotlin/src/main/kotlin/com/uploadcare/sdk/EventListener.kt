package com.uploadcare.sdk

import com.uploadcare.sdk.internal.NativeListener
import com.uploadcare.sdk.model.CallEvent
import java.util.logging.Level
import java.util.logging.Logger

/** Is told of each step of each call of a client: for logs, metrics and debugging. */
public fun interface EventListener {
    /**
     * Takes an event.
     *
     * It is called in the middle of the call, on threads of the library, for several calls at the same time: it must be
     * quick, and must not wait for calls of this library. A call that is cancelled tells nothing more, not even that it
     * is over.
     *
     * What it throws changes nothing for the call: it is logged as a warning by the [Logger] `com.uploadcare.sdk`.
     */
    public fun event(event: CallEvent)
}

internal class Listening(
    private val listener: EventListener,
) : NativeListener {
    override fun event(event: CallEvent) {
        try {
            listener.event(event)
        } catch (error: Throwable) {
            logger.log(Level.WARNING, "an event listener threw, which changes nothing for the call", error)
        }
    }

    private companion object {
        val logger: Logger = Logger.getLogger("com.uploadcare.sdk")
    }
}
