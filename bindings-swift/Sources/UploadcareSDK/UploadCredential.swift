import Foundation
import UploadcareBindings

/// What an upload is sent with where the project demands signed uploads.
public enum UploadCredential: Sendable, Hashable {
    /// A token, such as ``Uploads/createToken(_:)`` makes.
    case token(String)
    /// The older signature, such as ``Uploads/createSignature(_:)`` makes.
    case signature(UploadSignature)
}

extension UploadCredential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
    /// Which of the two it is; never its secret.
    public var description: String {
        switch self {
        case .token: "token(<redacted>)"
        case .signature: "signature(<redacted>)"
        }
    }

    /// Which of the two it is; never its secret.
    public var debugDescription: String { description }

    /// Has no children: `dump` would show what is secret.
    public var customMirror: Mirror {
        Mirror(self, children: [])
    }
}

/// Gives what uploads are sent with, so that a program without the secret key can upload to a
/// project that demands signed uploads: it asks a backend of its own.
///
/// ```swift
/// struct BackendTokens: UploadCredentialProvider {
///     func uploadCredential() async throws -> UploadCredential {
///         .token(try await myBackend.uploadToken())
///     }
/// }
/// let client = try UploadClient(publicKey: "demopublickey", uploadCredential: BackendTokens())
/// ```
///
/// A `String` is one, too: a token; so are an ``UploadToken`` and an ``UploadSignature``.
///
/// It is asked when the first upload needs it, again shortly before what it gave expires, and once
/// if the service finds that expired; never twice at the same time. Its time counts for the
/// `timeout` of the call, and its task is cancelled when the call is cancelled or out of time. The
/// client holds it.
public protocol UploadCredentialProvider: Sendable {
    /// Gives a token or a signature.
    ///
    /// - Returns: What to send.
    /// - Throws: What keeps it from that. It ends the call, which throws ``UploadcareError`` of
    ///   kind `signer` with this as its `underlyingError`; nothing is repeated.
    func uploadCredential() async throws -> UploadCredential
}

extension UploadCredential: UploadCredentialProvider {
    /// This.
    public func uploadCredential() -> UploadCredential { self }
}

extension String: UploadCredentialProvider {
    /// The token.
    public func uploadCredential() -> UploadCredential { .token(self) }
}

extension UploadToken: UploadCredentialProvider {
    /// The token.
    public func uploadCredential() -> UploadCredential { .token(token) }
}

extension UploadSignature: UploadCredentialProvider {
    /// The signature.
    public func uploadCredential() -> UploadCredential { .signature(self) }
}

/// A provider made of a closure.
public struct ClosureCredentialProvider: UploadCredentialProvider {
    private let closure: @Sendable () async throws -> UploadCredential

    /// Makes a provider.
    ///
    /// - Parameter credential: Gives a token or a signature: see
    ///   ``UploadCredentialProvider/uploadCredential()``.
    public init(_ credential: @escaping @Sendable () async throws -> UploadCredential) {
        closure = credential
    }

    /// Gives a token or a signature.
    public func uploadCredential() async throws -> UploadCredential {
        try await closure()
    }
}

extension UploadCredential {
    /// As it goes to Rust.
    fileprivate var text: String {
        switch self {
        case .token(let token): token
        case .signature(let signature):
            // Quotes and the like make it a signature that Rust refuses, not another text.
            String(
                decoding: (try? JSONEncoder().encode(Written(signature))) ?? Data(),
                as: UTF8.self
            )
        }
    }

    private struct Written: Encodable {
        let signature: String
        let expire: Int64

        init(_ signature: UploadSignature) {
            self.signature = signature.signature
            expire = signature.expire
        }
    }

    /// The credential of a provider that has only one, as it goes to Rust.
    static func fixed(of provider: any UploadCredentialProvider) -> String? {
        switch provider {
        case let credential as UploadCredential: credential.text
        case let token as String: token
        case let token as UploadToken: token.token
        case let signature as UploadSignature: signature.uploadCredential().text
        default: nil
        }
    }
}

/// A provider as Rust calls it.
final class CredentialBridge: NativeCredentialProvider {
    private let provider: any UploadCredentialProvider

    init(_ provider: any UploadCredentialProvider) {
        self.provider = provider
    }

    func credential() async throws -> String {
        try await asked { [provider] in try await provider.uploadCredential().text }
    }
}
