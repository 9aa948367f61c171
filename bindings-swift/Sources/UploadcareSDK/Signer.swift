import Foundation
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
        do {
            // The call may have ended before this task began.
            try Task.checkCancellation()
            let start = Start()
            let work = Task { [signer] in
                try start.check()
                return try await signer.sign(request)
            }
            return try await withTaskCancellationHandler {
                try await work.value
            } onCancel: {
                start.forbid()
                // What runs then is foreign code, which may never return, as some versions of
                // URLSession do. A queue of its own holds up neither calls nor tasks.
                DispatchQueue(label: "uploadcare.signer").async { work.cancel() }
            }
        } catch {
            // Nobody takes the error of a call that is over.
            let ticket = Task.isCancelled ? nil : ThrownErrors.shared.keep(error)
            throw NativeSignerError.Failed(reason: reason(of: error), ticket: ticket)
        }
    }
}

/// Whether a signer may still begin.
private final class Start: @unchecked Sendable {
    private let lock = NSLock()
    private var isForbidden = false

    func check() throws {
        if lock.withLock({ isForbidden }) { throw CancellationError() }
    }

    func forbid() {
        lock.withLock { isForbidden = true }
    }
}

/// What an error says.
private func reason(of error: any Error) -> String {
    if let text = (error as? any LocalizedError)?.errorDescription {
        return text
    }
    // The description of an NSError has all of its user info, such as the URL that failed.
    if error is any CustomNSError || type(of: error) is NSError.Type {
        return error.localizedDescription
    }
    return String(describing: error)
}

/// What signers have thrown, until the calls throw it: through Rust goes only a number.
final class ThrownErrors: @unchecked Sendable {
    static let shared = ThrownErrors()

    /// Of some errors the number is lost: of a page fetched ahead that nobody asks for, of one request
    /// of several that failed. So the oldest make room.
    private static let most = 256

    private let lock = NSLock()
    private var errors: [UInt64: any Error] = [:]
    private var oldest: UInt64 = 0
    private var next: UInt64 = 0

    /// Keeps an error.
    ///
    /// - Returns: The number by which it can be taken.
    func keep(_ error: any Error) -> UInt64 {
        lock.withLock {
            let ticket = next
            next += 1
            errors[ticket] = error
            while errors.count > Self.most {
                errors[oldest] = nil
                oldest += 1
            }
            return ticket
        }
    }

    /// Gives up an error.
    ///
    /// - Returns: The error; nil if it was taken before, or was too old.
    func take(_ ticket: UInt64) -> (any Error)? {
        lock.withLock { errors.removeValue(forKey: ticket) }
    }
}
