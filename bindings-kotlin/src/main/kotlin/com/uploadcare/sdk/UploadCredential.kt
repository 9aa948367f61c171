package com.uploadcare.sdk

import com.uploadcare.sdk.internal.NativeCredentialProvider
import com.uploadcare.sdk.model.UploadSignature
import com.uploadcare.sdk.model.UploadToken

/**
 * What uploads are sent with where the project demands that they be signed: a token, or the older signature. Where a
 * provider is wanted it stands for one that always gives this.
 *
 * Those who have the secret key make them by [UploadOperations.createToken] and [UploadOperations.createSignature].
 */
public class UploadCredential private constructor(
    /** As it crosses to the native library. */
    internal val text: String,
    private val kind: String,
) : UploadCredentialProvider {
    /** A token: a JWT as text. */
    public constructor(token: String) : this(token, "token")

    /** A token. */
    public constructor(token: UploadToken) : this(token.token)

    /** A signature. */
    public constructor(signature: UploadSignature) : this(json(signature), "signature")

    /** Itself. */
    override suspend fun credential(): UploadCredential = this

    /** Whether it is a token or a signature, and nothing of either. */
    override fun toString(): String = "UploadCredential($kind)"
}

/**
 * Gives what uploads are sent with, so that a program without the secret key can upload to a project that demands
 * signed uploads: it asks a backend of its own.
 */
public fun interface UploadCredentialProvider {
    /**
     * Gives a token or a signature.
     *
     * It is asked when the first upload needs it, again shortly before what it gave expires, and once if the service
     * finds that expired; never twice at the same time. It runs in a coroutine of its own on
     * [kotlinx.coroutines.Dispatchers.IO], where it may block, and which is cancelled with the call that needs it.
     *
     * What it throws ends the call, without a repetition, as the cause of a [SignerException].
     */
    public suspend fun credential(): UploadCredential
}

internal class Providing(
    private val provider: UploadCredentialProvider,
    private val thrown: Thrown,
) : NativeCredentialProvider {
    override suspend fun credential(): String = thrown.ask { provider.credential().text }
}

private fun json(signature: UploadSignature): String {
    val text = signature.signature
    // Not shown: it may be a key that was given by mistake. What is no signature is refused as none.
    val plain = if (text.all { it.isLetterOrDigit() }) text else ""
    return """{"signature": "$plain", "expire": ${signature.expire}}"""
}
