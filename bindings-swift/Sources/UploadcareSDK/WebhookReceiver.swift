import Foundation
import UploadcareBindings

/// Receives what webhooks deliver: it finds out whether a delivery is genuine, and reads it. No
/// client is needed, and nothing is sent.
///
/// ```swift
/// let receiver = try WebhookReceiver(secret: "webhook's signing secret")
/// let signature = request.headers[WebhookReceiver.signatureHeader]
/// let delivery = try receiver.receive(request.body, signature: signature)
/// print(delivery.hook.event, delivery.data?.uuid ?? "")
/// ```
public struct WebhookReceiver: Sendable {
    /// Name of the header that the signature comes in: `X-Uc-Signature`.
    public static let signatureHeader = webhookSignatureHeader()

    private let native: NativeWebhookReceiver
    private let count: Int

    /// Makes a receiver of deliveries that are signed with one of several secrets: while one takes
    /// the place of another.
    ///
    /// - Parameter secrets: Signing secrets of webhooks, at least one, each of 1 to 32 characters.
    /// - Throws: ``UploadcareError`` of kind `configuration` for no secret, or one that cannot be
    ///   one.
    public init(secrets: [String]) throws {
        native = try translatingErrors { try NativeWebhookReceiver(secrets: secrets) }
        count = secrets.count
    }

    /// Makes a receiver of deliveries that are signed with this secret.
    ///
    /// - Parameter secret: Signing secret of the webhooks: 1 to 32 characters.
    /// - Throws: ``UploadcareError`` of kind `configuration` for what cannot be one.
    public init(secret: String) throws {
        try self.init(secrets: [secret])
    }

    /// Reads a delivery, if it is genuine.
    ///
    /// Reference: REST API, Webhooks: signed webhooks, Webhook payload.
    ///
    /// - Parameters:
    ///   - body: The bytes of the request as they came; not JSON that was read and written again.
    ///   - signature: The text of the header ``signatureHeader``; nil if there was none.
    /// - Returns: The event, and the file that it is about.
    /// - Throws: ``UploadcareError`` of kind `invalidSignature`, saying why, if it is not genuine;
    ///   `decode` if it is, but is no delivery.
    public func receive(_ body: Data, signature: String?) throws -> WebhookDelivery {
        try translatingErrors { try native.receive(body: body, signature: signature) }
    }

    /// Finds out whether a delivery is genuine, in the same time whatever comes out.
    ///
    /// Reference: REST API, Webhooks: signed webhooks.
    ///
    /// - Parameters:
    ///   - body: The bytes of the request as they came.
    ///   - signature: The text of the header ``signatureHeader``; nil if there was none.
    /// - Throws: ``UploadcareError`` of kind `invalidSignature`, saying why, if it is not.
    public func verify(_ body: Data, signature: String?) throws {
        try translatingErrors { try native.verify(body: body, signature: signature) }
    }
}

extension WebhookReceiver: CustomStringConvertible, CustomReflectable {
    /// How many secrets it has, never one of them.
    public var description: String {
        "WebhookReceiver(secrets: \(count))"
    }

    /// How many secrets it has, never one of them.
    public var customMirror: Mirror {
        Mirror(self, children: ["secrets": count])
    }
}
