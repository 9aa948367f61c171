// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import UploadcareBindings

/// Webhooks of the project: who is told when something happens to a file (REST API: Webhooks).
public struct Webhooks: Sendable {
    let native: NativeClient

    /// Lists all webhooks of the project.
    ///
    /// Reference: REST API, List of webhooks.
    ///
    /// - Returns: All webhooks of the project.
    /// - Throws: ``UploadcareError`` of kind `forbidden` or `rejected` if the project's plan has no
    ///   webhooks.
    public func list() async throws -> [Webhook] {
        try await cancellable { [native] in
            try await native.webhooksList(cancel: $0)
        }
    }

    /// Gets one webhook.
    ///
    /// Reference: REST API, Webhooks.
    ///
    /// - Parameter id: Identifier of the webhook.
    /// - Returns: The webhook.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a negative number, `notFound`
    ///   if the project has no such webhook.
    public func get(_ id: Int64) async throws -> Webhook {
        try await cancellable { [native] in
            try await native.webhooksGet(id: id, cancel: $0)
        }
    }

    /// Makes a webhook: an event of the project is then told to a URL of yours.
    ///
    /// Reference: REST API, Create webhook.
    ///
    /// - Parameters:
    ///   - targetUrl: Where deliveries go: an `http` or `https` URL of up to 255 characters.
    ///   - event: What the webhook is told of.
    ///   - options: Whether it is active, and its signing secret.
    /// - Returns: The webhook.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a bad URL or secret, `rejected`
    ///   if there is such a webhook already or the project's plan has no webhooks, `forbidden` if
    ///   the plan has none.
    @discardableResult
    public func create(
        _ targetUrl: String,
        event: WebhookEvent,
        options: CreateWebhookOptions = CreateWebhookOptions()
    ) async throws -> Webhook {
        try await cancellable { [native] in
            try await native.webhooksCreate(
                targetUrl: targetUrl,
                event: event,
                options: options,
                cancel: $0
            )
        }
    }

    /// Changes a webhook.
    ///
    /// Reference: REST API, Update webhook.
    ///
    /// - Parameters:
    ///   - id: Identifier of the webhook.
    ///   - options: What to change.
    /// - Returns: The webhook.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a bad number, URL or secret,
    ///   `notFound` if the project has no such webhook, `rejected` if there is another one like
    ///   that.
    @discardableResult
    public func update(
        _ id: Int64,
        options: UpdateWebhookOptions = UpdateWebhookOptions()
    ) async throws -> Webhook {
        try await cancellable { [native] in
            try await native.webhooksUpdate(id: id, options: options, cancel: $0)
        }
    }

    /// Deletes a webhook.
    ///
    /// Reference: REST API, Webhooks.
    ///
    /// - Parameter id: Identifier of the webhook.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a negative number, `notFound`
    ///   if the project has no such webhook.
    public func delete(_ id: Int64) async throws {
        try await cancellable { [native] in
            try await native.webhooksDelete(id: id, cancel: $0)
        }
    }

    /// Deletes the webhooks of a URL.
    ///
    /// Reference: REST API, Delete webhook.
    ///
    /// - Parameter targetUrl: Where their deliveries go: a URL of up to 255 characters.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a bad URL, `notFound` perhaps,
    ///   if nothing is sent there.
    public func deleteByUrl(_ targetUrl: String) async throws {
        try await cancellable { [native] in
            try await native.webhooksDeleteByUrl(targetUrl: targetUrl, cancel: $0)
        }
    }
}
