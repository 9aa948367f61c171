package com.uploadcare.sdk

import com.uploadcare.sdk.model.ClientOptions

/**
 * A client for nothing but uploads: it has no secret key and no way to hold one. It is what programs use that others can
 * take apart, such as mobile apps. Where the project demands signed uploads, it sends a credential that somebody else
 * made.
 *
 * Make one and share it, as with [Uploadcare]. What is not given is read from the environment: `UPLOADCARE_PUBLIC_KEY`,
 * `UPLOADCARE_UPLOAD_API_BASE`, `UPLOADCARE_CDN_BASE`; never a secret key.
 */
public class UploadClient internal constructor(
    private val connection: Connection,
) : AutoCloseable {
    /**
     * @param publicKey public key of the project. Default: `UPLOADCARE_PUBLIC_KEY`.
     * @param uploadCredential what uploads are sent with: an [UploadCredential], or what gives one when it is needed.
     *   Default: nothing.
     * @param options bases, timeouts, retries, proxy and the like.
     * @param listener what is told of each step of each call.
     * @throws ConfigurationException if the key is missing, empty or cannot be one, if an option is out of its range, or
     *   if the native library cannot be loaded.
     */
    public constructor(
        publicKey: String? = null,
        uploadCredential: UploadCredentialProvider? = null,
        options: ClientOptions = ClientOptions(),
        listener: EventListener? = null,
    ) : this(Connection.open(publicKey, null, options, null, uploadCredential, listener, isForUploads = true))

    /** Public key of the project. */
    public val publicKey: String = connection.now { it.publicKey() }

    /** Base of the Upload API. */
    public val uploadBase: String = connection.now { it.uploadBase() }

    /** Base of the CDN. */
    public val cdnBase: String = connection.now { it.cdnBase() }

    /** Uploads to the project. */
    public val uploads: Uploads = Uploads(connection)

    /** Jobs that were started before, here or elsewhere: those of [Uploads.fromUrl]. Others need a secret key. */
    public val jobs: Jobs = Jobs(connection)

    /**
     * The same client with some settings changed, as [Uploadcare.withOptions].
     *
     * @param options what to change; what is not given stays as it is.
     * @throws ConfigurationException if an option is out of its range.
     */
    public fun withOptions(options: ClientOptions): UploadClient = UploadClient(connection.withOptions(options))

    /**
     * Gives the connections back. Calls under way go on; new ones throw [IllegalStateException].
     *
     * Closing twice does nothing.
     */
    override fun close() {
        connection.close()
    }

    /** The public key and the base of the Upload API. */
    override fun toString(): String = "UploadClient(publicKey=$publicKey, uploadBase=$uploadBase)"
}
