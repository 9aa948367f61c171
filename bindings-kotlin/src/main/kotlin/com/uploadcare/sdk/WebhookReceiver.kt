package com.uploadcare.sdk

import com.uploadcare.sdk.internal.NativeWebhookReceiver
import com.uploadcare.sdk.model.WebhookDelivery

/**
 * Receives what webhooks deliver: it finds out whether a delivery is genuine, and reads it. It needs no client, and sends
 * nothing. It may be used by many threads at once.
 *
 * Reference: REST API, Webhooks: signed webhooks.
 *
 * @param secrets signing secrets of webhooks, at least one, each of 1 to 32 characters: several while one takes the place
 *   of another.
 * @throws ConfigurationException for no secret, or one that cannot be one, or if the native library cannot be loaded.
 */
public class WebhookReceiver(
    secrets: Iterable<String>,
) {
    /** One for deliveries that are signed with this secret. */
    public constructor(secret: String) : this(listOf(secret))

    private val receiver = native { NativeWebhookReceiver(secrets.toList()) }

    /**
     * Reads a delivery, if it is genuine.
     *
     * @param body the bytes of the request as they came; not JSON that was read and written again.
     * @param signature the text of the header [SIGNATURE_HEADER]; null if there was none.
     * @return the event, and the file that it is about.
     * @throws InvalidSignatureException saying why, if it is not genuine.
     * @throws DecodeException if it is genuine, but is no delivery.
     */
    public fun receive(
        body: ByteArray,
        signature: String?,
    ): WebhookDelivery = native { receiver.receive(body, signature) }

    /**
     * Finds out whether a delivery is genuine, in the same time whatever comes out.
     *
     * @param body the bytes of the request as they came.
     * @param signature the text of the header [SIGNATURE_HEADER]; null if there was none.
     * @throws InvalidSignatureException saying why, if it is not.
     */
    public fun verify(
        body: ByteArray,
        signature: String?,
    ): Unit = native { receiver.verify(body, signature) }

    /** Its name, and none of the secrets. */
    override fun toString(): String = "WebhookReceiver"

    public companion object {
        /** Name of the header that the signature comes in. */
        public const val SIGNATURE_HEADER: String = "X-Uc-Signature"
    }
}
