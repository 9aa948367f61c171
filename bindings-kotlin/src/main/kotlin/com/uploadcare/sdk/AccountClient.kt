package com.uploadcare.sdk

import com.uploadcare.sdk.model.ClientOptions

/**
 * A client of an account: its projects, their secret keys and what they use (Project API). It has no keys of a project,
 * and does not look for them.
 *
 * Make one and share it, as with [Uploadcare]. What is not given is read from the environment:
 * `UPLOADCARE_ACCOUNT_TOKEN`, `UPLOADCARE_REST_API_BASE`.
 */
public class AccountClient private constructor(
    private val connection: Connection,
) : AccountResources(connection),
    AutoCloseable {
    /**
     * @param token token of the account, which the support of Uploadcare gives. Default: `UPLOADCARE_ACCOUNT_TOKEN`.
     * @param options base, timeouts, retries, proxy and the like.
     * @param listener what is told of each step of each call.
     * @throws ConfigurationException if the token is missing, empty or cannot be one, if an option is out of its range, or
     *   if the native library cannot be loaded.
     */
    public constructor(
        token: String? = null,
        options: ClientOptions = ClientOptions(),
        listener: EventListener? = null,
    ) : this(Connection.ofAccount(token, options, listener))

    /** Base of the API. */
    public val apiBase: String = connection.now { it.apiBase() }

    /**
     * The same client with some settings changed, as [Uploadcare.withOptions].
     *
     * @param options what to change; what is not given stays as it is.
     * @throws ConfigurationException if an option is out of its range.
     */
    public fun withOptions(options: ClientOptions): AccountClient = AccountClient(connection.withOptions(options))

    /**
     * Gives the connections back. Calls under way go on; new ones throw [IllegalStateException].
     *
     * Closing twice does nothing.
     */
    override fun close() {
        connection.close()
    }

    /** The base of the API; never the token. */
    override fun toString(): String = "AccountClient(apiBase=$apiBase)"
}
