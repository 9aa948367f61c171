package com.uploadcare.sdk

import com.uploadcare.sdk.internal.NativeClient
import com.uploadcare.sdk.internal.NativeException
import com.uploadcare.sdk.model.ClientOptions
import com.uploadcare.sdk.model.ErrorKind
import com.uploadcare.sdk.model.ExplainOptions
import com.uploadcare.sdk.model.ExplainedRequest
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import com.uploadcare.sdk.internal.InternalException as NativeDefect

/** The native client behind all parts of an [Uploadcare], an [UploadClient] or an [AccountClient]. */
internal class Connection private constructor(
    private val client: NativeClient,
    private val thrown: Thrown?,
) : AutoCloseable {
    /** One with some settings changed, to be closed by itself. */
    fun withOptions(options: ClientOptions) = Connection(now { it.withOptions(options) }, thrown)

    /** One that sends nothing and keeps its first request. */
    fun explaining(redact: Boolean) = Connection(now { it.explaining(ExplainOptions(redact)) }, thrown)

    /** One for nothing but uploads. */
    fun forUploads() = Connection(now { it.uploadClient() }, thrown)

    /** The request that one which explains has kept. */
    fun explained(): ExplainedRequest = now { it.explained() }

    /** Makes a call that does not wait. */
    inline fun <T> now(call: (NativeClient) -> T): T = translated(thrown) { call(open()) }

    /**
     * Makes a call that waits for the service.
     *
     * Arguments and results are copied by the thread that calls, which may be the main one: hence the worker. It also
     * keeps a coroutine that is cancelled already from sending anything.
     */
    suspend fun <T> call(work: suspend Call.(NativeClient) -> T): T = keeping { step { work(open()) } }

    /** Does work of several steps. It goes on when the client is closed meanwhile. */
    suspend fun <T> steps(work: suspend () -> T): T {
        open()
        return keeping { work() }
    }

    /** Makes one native call of [steps], as [call] does. */
    suspend fun <T> step(work: suspend Call.() -> T): T =
        translated(thrown) { withContext(Dispatchers.Default) { Call.make(work) } }

    /** Keeps what signers throw while [work] may end with it. */
    private inline fun <T> keeping(work: () -> T): T {
        val call = Any()
        thrown?.begin(call)
        try {
            return work()
        } finally {
            thrown?.end(call)
        }
    }

    /** As [keeping], for the pages of a list: what is fetched ahead belongs to no call. */
    fun <T> keeping(pages: NativePages<T>): NativePages<T> {
        val thrown = thrown ?: return pages
        thrown.begin(pages)
        return object : NativePages<T> by pages {
            override fun close() {
                pages.close()
                thrown.end(pages)
            }
        }
    }

    override fun close() {
        client.close()
    }

    fun open(): NativeClient {
        check(!client.uniffiIsDestroyed) { "this Uploadcare client is closed: make a new one" }
        return client
    }

    companion object {
        fun open(
            publicKey: String?,
            secretKey: String?,
            options: ClientOptions,
            signer: RequestSigner?,
            credential: UploadCredentialProvider?,
            listener: EventListener?,
            isForUploads: Boolean = false,
        ): Connection {
            NativeLibrary.load()
            val provider = credential.takeIf { it !is UploadCredential }
            val thrown = if (signer == null && provider == null) null else Thrown()
            val client =
                translated(thrown) {
                    NativeClient(
                        publicKey,
                        secretKey,
                        signer?.let { Signing(it, checkNotNull(thrown)) },
                        (credential as? UploadCredential)?.text,
                        provider?.let { Providing(it, checkNotNull(thrown)) },
                        listener?.let(::Listening),
                        options,
                        runtime,
                        isForUploads,
                    )
                }
            return Connection(client, thrown)
        }

        /** One of an account: it has no keys, not even those of the environment. */
        fun ofAccount(
            token: String?,
            options: ClientOptions,
            listener: EventListener?,
        ): Connection =
            Connection(
                native { NativeClient.forAccount(token, listener?.let(::Listening), options, runtime) },
                thrown = null,
            )

        private val runtime = "Kotlin/${KotlinVersion.CURRENT}"
    }
}

/** Makes a native call that needs no client. */
internal inline fun <T> native(call: () -> T): T {
    NativeLibrary.load()
    return translated(null, call)
}

/** Gives the errors of the native library the form that users catch. */
internal inline fun <T> translated(
    thrown: Thrown?,
    call: () -> T,
): T =
    try {
        call()
    } catch (error: NativeException.Failed) {
        throw exceptionOf(error.info, error.ticket?.let { thrown?.take(it) })
    } catch (defect: NativeDefect) {
        throw ownError(ErrorKind.Internal, "a call broke down: ${defect.message}")
    }
