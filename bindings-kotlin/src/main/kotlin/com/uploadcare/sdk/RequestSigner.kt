package com.uploadcare.sdk

import com.uploadcare.sdk.internal.NativeCallbackException
import com.uploadcare.sdk.internal.NativeSigner
import com.uploadcare.sdk.model.SigningRequest
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.withContext
import java.util.Collections
import java.util.WeakHashMap
import java.util.concurrent.ConcurrentSkipListMap
import java.util.concurrent.atomic.AtomicLong

/**
 * Signs requests of the REST API in the place of a secret key, so that a program without one can use the REST API
 * through a backend of its own, which decides what it signs.
 */
public fun interface RequestSigner {
    /**
     * Signs a request: gives HMAC-SHA1 of [SigningRequest.stringToSign] with the secret key, as 40 hexadecimal digits.
     *
     * It is asked once for each attempt, for several at the same time, in a coroutine of its own on
     * [kotlinx.coroutines.Dispatchers.IO], where it may block. Its time counts for the `timeout` of the call; when that
     * is over, or the call is cancelled, the coroutine is cancelled.
     *
     * What it throws ends the call, without a repetition, as the cause of a [SignerException].
     */
    public suspend fun sign(request: SigningRequest): String
}

internal class Signing(
    private val signer: RequestSigner,
    private val thrown: Thrown,
) : NativeSigner {
    override suspend fun sign(request: SigningRequest): String = thrown.ask { signer.sign(request) }
}

/**
 * What signers and providers of credentials threw, by a number that crosses the native library.
 *
 * An exception is kept until it is taken, or until no call is under way that began before it: some calls end in
 * another way than with what their signer threw.
 */
internal class Thrown {
    private val numbers = AtomicLong()

    /** When each call began. A list that nobody closes counts as long as its object is there. */
    private val calls = Collections.synchronizedMap(WeakHashMap<Any, Long>())

    private val kept = ConcurrentSkipListMap<Long, Throwable>()

    val size: Int get() = kept.size

    fun begin(call: Any) {
        calls[call] = numbers.incrementAndGet()
    }

    fun end(call: Any) {
        calls.remove(call)
        if (kept.isEmpty()) return
        val now = numbers.get()
        val oldest = synchronized(calls) { calls.values.minOrNull() }
        kept.headMap(oldest ?: now, true).clear()
    }

    /** Asks the user's code in the name of the native library, and keeps what it throws. */
    suspend fun <T> ask(code: suspend () -> T): T {
        // Caught in there: debugging coroutines copy exceptions on their way from one to another.
        val outcome = withContext(Dispatchers.IO) { runCatching { code() } }
        return outcome.getOrElse { error ->
            // Of a call that is over nobody asks.
            currentCoroutineContext().ensureActive()
            throw NativeCallbackException.Failed(error.message ?: error.javaClass.simpleName, keep(error))
        }
    }

    private fun keep(error: Throwable): ULong = numbers.incrementAndGet().also { kept[it] = error }.toULong()

    fun take(ticket: ULong): Throwable? = kept.remove(ticket.toLong())
}
