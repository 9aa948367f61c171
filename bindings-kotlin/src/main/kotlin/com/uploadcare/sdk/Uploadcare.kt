package com.uploadcare.sdk

import com.uploadcare.sdk.model.ClientOptions
import com.uploadcare.sdk.model.ExplainedRequest
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.firstOrNull

/**
 * A client of one Uploadcare project.
 *
 * Make one and share it: it may be used by many coroutines and threads at once, and its connections are used again.
 * What is not given is read from the environment: `UPLOADCARE_PUBLIC_KEY`, `UPLOADCARE_SECRET_KEY`,
 * `UPLOADCARE_REST_API_BASE`, `UPLOADCARE_UPLOAD_API_BASE`, `UPLOADCARE_CDN_BASE`.
 *
 * All calls may be made from the main thread: they wait without blocking, and copying and decoding is done on
 * [kotlinx.coroutines.Dispatchers.Default]. Only the first client of a process takes long enough to be noticed
 * (some tenths of a second), since it loads the native library.
 *
 * Cancelling the coroutine of a call breaks the request off: when the call is over, so is everything it had begun.
 */
public class Uploadcare private constructor(
    private val connection: Connection,
) : Resources(connection),
    AutoCloseable {
    /**
     * @param publicKey public key of the project. Default: `UPLOADCARE_PUBLIC_KEY`.
     * @param secretKey secret key of the project. Default: `UPLOADCARE_SECRET_KEY`. Uploads need none.
     * @param options bases, timeouts, retries, proxy and the like.
     * @param signer what signs requests in the place of a secret key, where there shall be none. The one of the
     *   environment is left alone then.
     * @param uploadCredential what uploads are sent with, instead of what the secret key can make: an [UploadCredential],
     *   or what gives one when it is needed.
     * @param listener what is told of each step of each call.
     * @throws ConfigurationException if a key is missing, empty or cannot be one, if there are a secret key and a signer,
     *   if an option is out of its range, or if the native library cannot be loaded.
     */
    public constructor(
        publicKey: String? = null,
        secretKey: String? = null,
        options: ClientOptions = ClientOptions(),
        signer: RequestSigner? = null,
        uploadCredential: UploadCredentialProvider? = null,
        listener: EventListener? = null,
    ) : this(Connection.open(publicKey, secretKey, options, signer, uploadCredential, listener))

    /** Public key of the project. */
    public val publicKey: String = connection.now { it.publicKey() }

    /** Base of the REST API. */
    public val apiBase: String = connection.now { it.apiBase() }

    /** Base of the Upload API. */
    public val uploadBase: String = connection.now { it.uploadBase() }

    /** Base of the CDN. */
    public val cdnBase: String = connection.now { it.cdnBase() }

    /**
     * The same client with some settings changed, for one call or for many:
     * `client.withOptions(ClientOptions(timeout = 5.0)).files.get(uuid)`.
     *
     * It shares connections and what was learnt of the limits of the service, unless an option that is changed is about
     * just these: the connect timeout, the proxy, the certificate; the rate and the number of requests at the same time.
     *
     * Each of the two is closed by itself. One for a single call needs no closing: it is small, and goes with its object.
     *
     * @param options what to change; what is not given stays as it is.
     * @throws ConfigurationException if an option is out of its range.
     */
    public fun withOptions(options: ClientOptions): Uploadcare = Uploadcare(connection.withOptions(options))

    /**
     * The part of this client that needs no secret key, as a client of its own that shares its connections. What it
     * uploads is signed as before only if an `uploadCredential` was given. Each of the two is closed by itself.
     */
    public fun uploadClient(): UploadClient = UploadClient(connection.forUploads())

    /**
     * Shows the request that a call would send, signed and complete, without sending it:
     * `client.explain { it.files.get(uuid) }`. Of a call that sends several it is the first.
     *
     * @param redact whether to leave out what is secret: the signature or the keys.
     * @param call makes the call with the client that it is given. If it gives a list or another [Flow], that is asked
     *   for its first item.
     * @throws InvalidParameterException if the call sends nothing.
     * @throws UploadcareException what the call throws before it sends anything.
     */
    public suspend fun explain(
        redact: Boolean = false,
        call: suspend (Uploadcare) -> Any?,
    ): ExplainedRequest =
        connection.explaining(redact).use { explaining ->
            val failure =
                try {
                    (call(Uploadcare(explaining)) as? Flow<*>)?.firstOrNull()
                    null
                } catch (cancellation: CancellationException) {
                    throw cancellation
                } catch (error: Exception) {
                    error
                }
            try {
                explaining.explained()
            } catch (nothing: InvalidParameterException) {
                throw failure ?: nothing
            }
        }

    /**
     * Gives the connections back. Calls under way go on; new ones throw [IllegalStateException].
     *
     * Closing twice does nothing.
     */
    override fun close() {
        connection.close()
    }

    /** The public key and the base of the REST API; never the secret key. */
    override fun toString(): String = "Uploadcare(publicKey=$publicKey, apiBase=$apiBase)"
}
