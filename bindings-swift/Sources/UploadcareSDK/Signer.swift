import UploadcareBindings

/// Signs REST requests in the place of a secret key, so that a program without one can use the REST
/// API through a backend of its own, which decides what it signs.
///
/// ```swift
/// struct BackendSigner: RequestSigner {
///     func sign(_ request: SigningRequest) async throws -> String {
///         try await myBackend.signature(of: request.stringToSign)
///     }
/// }
/// let client = try Uploadcare(publicKey: "demopublickey", signer: BackendSigner())
/// ```
///
/// It is asked once for each attempt, in a task of its own. Its time counts for the `timeout` of the
/// call, and its task is cancelled when the call is cancelled or out of time. The client holds it.
public protocol RequestSigner: Sendable {
    /// Gives the signature of a request.
    ///
    /// - Parameter request: What is to be signed.
    /// - Returns: HMAC-SHA1 of `request.stringToSign` with the secret key: 40 hexadecimal digits.
    /// - Throws: What keeps it from signing. It ends the call, which throws ``UploadcareError`` of
    ///   kind `signer` with this as its `underlyingError`; nothing is repeated.
    func sign(_ request: SigningRequest) async throws -> String
}

/// A signer made of a closure.
public struct ClosureSigner: RequestSigner {
    private let closure: @Sendable (SigningRequest) async throws -> String

    /// Makes a signer.
    ///
    /// - Parameter sign: Gives the signature: see ``RequestSigner/sign(_:)``.
    public init(_ sign: @escaping @Sendable (SigningRequest) async throws -> String) {
        closure = sign
    }

    /// Gives the signature of a request.
    public func sign(_ request: SigningRequest) async throws -> String {
        try await closure(request)
    }
}

/// A signer as Rust calls it.
final class SignerBridge: NativeSigner {
    private let signer: any RequestSigner

    init(_ signer: any RequestSigner) {
        self.signer = signer
    }

    func sign(request: SigningRequest) async throws -> String {
        try await asked { [signer] in try await signer.sign(request) }
    }
}
