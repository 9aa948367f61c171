package com.uploadcare.sdk

import com.uploadcare.sdk.model.ClientOptions

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
 * Cancelling the coroutine of a call breaks the request off.
 */
public class Uploadcare private constructor(
    private val connection: Connection,
) : Resources(connection),
    AutoCloseable {
    /**
     * @param publicKey public key of the project. Default: `UPLOADCARE_PUBLIC_KEY`.
     * @param secretKey secret key of the project. Default: `UPLOADCARE_SECRET_KEY`. Uploads need none.
     * @param options bases, timeouts, retries, proxy and the like.
     * @throws ConfigurationException if a key is missing, empty or cannot be one, if an option is out of its range, or if
     *   the native library cannot be loaded.
     */
    public constructor(
        publicKey: String? = null,
        secretKey: String? = null,
        options: ClientOptions = ClientOptions(),
    ) : this(Connection(publicKey, secretKey, options))

    /** Public key of the project. */
    public val publicKey: String = connection.now { it.publicKey() }

    /** Base of the REST API. */
    public val apiBase: String = connection.now { it.apiBase() }

    /** Base of the Upload API. */
    public val uploadBase: String = connection.now { it.uploadBase() }

    /** Base of the CDN. */
    public val cdnBase: String = connection.now { it.cdnBase() }

    /** Uploads to the project (Upload API). No secret key is needed. */
    public val uploads: Uploads = Uploads(connection)

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
