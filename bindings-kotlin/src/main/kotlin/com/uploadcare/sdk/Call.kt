package com.uploadcare.sdk

import com.uploadcare.sdk.internal.CancelHandle
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.async
import kotlinx.coroutines.withContext

/** One call of the native library. */
internal class Call private constructor(
    /** Breaks it off. */
    val cancel: CancelHandle,
) {
    companion object {
        /**
         * Makes a call. When the coroutine is cancelled, it ends as soon as nothing of the call is under way any more:
         * the connection is closed, and no signer begins.
         */
        suspend fun <T> make(work: suspend Call.() -> T): T =
            CancelHandle().use { cancel ->
                // Apart from the coroutine, since a native call that is left alone only begins to end.
                val outcome =
                    CoroutineScope(Dispatchers.Default).async(start = CoroutineStart.UNDISPATCHED) {
                        runCatching { Call(cancel).work() }
                    }
                try {
                    outcome.await().getOrThrow()
                } catch (cancellation: CancellationException) {
                    cancel.cancel()
                    withContext(NonCancellable) { outcome.join() }
                    throw cancellation
                }
            }
    }
}
