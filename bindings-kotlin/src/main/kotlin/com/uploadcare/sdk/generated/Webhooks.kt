// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

package com.uploadcare.sdk

import com.uploadcare.sdk.model.CreateWebhookOptions
import com.uploadcare.sdk.model.UpdateWebhookOptions
import com.uploadcare.sdk.model.Webhook
import com.uploadcare.sdk.model.WebhookEvent

/** Webhooks of the project: who is told when something happens to a file (REST API: Webhooks). */
public class Webhooks internal constructor(
    private val connection: Connection,
) {
    /**
     * Lists all webhooks of the project.
     *
     * Reference: REST API, List of webhooks.
     *
     * @throws ForbiddenException if the project's plan has no webhooks.
     * @throws RejectedException if the project's plan has no webhooks.
     */
    public suspend fun list(): List<Webhook> = connection.call { it.webhooksList(cancel) }

    /**
     * Gets one webhook.
     *
     * Reference: REST API, Webhooks.
     *
     * @param id identifier of the webhook.
     * @throws InvalidParameterException for a negative number.
     * @throws NotFoundException if the project has no such webhook.
     */
    public suspend fun get(id: Long): Webhook = connection.call { it.webhooksGet(id, cancel) }

    /**
     * Makes a webhook: an event of the project is then told to a URL of yours.
     *
     * Reference: REST API, Create webhook.
     *
     * @param targetUrl where deliveries go: an `http` or `https` URL of up to 255 characters.
     * @param event what the webhook is told of.
     * @param options whether it is active, and its signing secret.
     * @throws InvalidParameterException for a bad URL or secret.
     * @throws RejectedException if there is such a webhook already or the project's plan has no webhooks.
     * @throws ForbiddenException if the plan has none.
     */
    public suspend fun create(
        targetUrl: String,
        event: WebhookEvent,
        options: CreateWebhookOptions = CreateWebhookOptions(),
    ): Webhook = connection.call { it.webhooksCreate(targetUrl, event, options, cancel) }

    /**
     * Changes a webhook.
     *
     * Reference: REST API, Update webhook.
     *
     * @param id identifier of the webhook.
     * @param options what to change.
     * @throws InvalidParameterException for a bad number, URL or secret.
     * @throws NotFoundException if the project has no such webhook.
     * @throws RejectedException if there is another one like that.
     */
    public suspend fun update(
        id: Long,
        options: UpdateWebhookOptions = UpdateWebhookOptions(),
    ): Webhook = connection.call { it.webhooksUpdate(id, options, cancel) }

    /**
     * Deletes a webhook.
     *
     * Reference: REST API, Webhooks.
     *
     * @param id identifier of the webhook.
     * @throws InvalidParameterException for a negative number.
     * @throws NotFoundException if the project has no such webhook.
     */
    public suspend fun delete(id: Long): Unit = connection.call { it.webhooksDelete(id, cancel) }

    /**
     * Deletes the webhooks of a URL.
     *
     * Reference: REST API, Delete webhook.
     *
     * @param targetUrl where their deliveries go: a URL of up to 255 characters.
     * @throws InvalidParameterException for a bad URL.
     * @throws NotFoundException perhaps, if nothing is sent there.
     */
    public suspend fun deleteByUrl(targetUrl: String): Unit =
        connection.call { it.webhooksDeleteByUrl(targetUrl, cancel) }
}
