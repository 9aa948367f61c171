package com.uploadcare.sdk

import com.uploadcare.sdk.internal.NativeClient
import com.uploadcare.sdk.internal.NativeException
import com.uploadcare.sdk.model.ClientOptions
import com.uploadcare.sdk.model.ErrorKind
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import com.uploadcare.sdk.internal.InternalException as NativeDefect

/** The native client behind all parts of an [Uploadcare]. */
internal class Connection(
    publicKey: String?,
    secretKey: String?,
    options: ClientOptions,
) : AutoCloseable {
    private val client: NativeClient

    init {
        NativeLibrary.load()
        client = translated { NativeClient(publicKey, secretKey, options, "Kotlin/${KotlinVersion.CURRENT}") }
    }

    /** Makes a call that does not wait. */
    inline fun <T> now(call: (NativeClient) -> T): T = translated { call(open()) }

    /**
     * Makes a call that waits for the service.
     *
     * Arguments and results are copied by the thread that calls, which may be the main one: hence the worker. It also
     * keeps a coroutine that is cancelled already from sending anything.
     */
    suspend fun <T> call(call: suspend (NativeClient) -> T): T =
        translated { withContext(Dispatchers.Default) { call(open()) } }

    override fun close() {
        client.close()
    }

    fun open(): NativeClient {
        check(!client.uniffiIsDestroyed) { "this Uploadcare client is closed: make a new one" }
        return client
    }
}

/** Gives the errors of the native library the form that users catch. */
internal inline fun <T> translated(call: () -> T): T =
    try {
        call()
    } catch (error: NativeException.Failed) {
        throw exceptionOf(error.info)
    } catch (defect: NativeDefect) {
        throw ownError(ErrorKind.Internal, "a call broke down: ${defect.message}")
    }
