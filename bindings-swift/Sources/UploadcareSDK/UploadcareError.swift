import Foundation

/// The error of every call. A cancelled call throws `CancellationError` instead.
///
/// It never holds a key, a signature or a token.
///
/// ```swift
/// do {
///     print(try await client.files.get(uuid).originalFilename)
/// } catch let error as UploadcareError where error.kind == .notFound {
///     print("no such file")
/// }
/// ```
public struct UploadcareError: Error, Sendable {
    /// Everything known about the error, as one record.
    public let info: ErrorInfo
    /// What the signer or the credential provider of the client threw, in an error of kind
    /// `signer`. Two errors that differ in nothing else are equal, for not every error can be
    /// compared.
    public let underlyingError: (any Error)?

    /// Makes an error, for tests of code that handles one.
    ///
    /// - Parameters:
    ///   - info: Everything known about the error.
    ///   - underlyingError: What the signer or the provider threw, if that is the cause.
    public init(info: ErrorInfo, underlyingError: (any Error)? = nil) {
        self.info = info
        self.underlyingError = underlyingError
    }

    init(kind: ErrorKind, message: String, parameter: String? = nil) {
        let info = ErrorInfo(
            kind: kind,
            message: message,
            parameter: parameter,
            status: nil,
            code: nil,
            requestId: nil,
            retryAfter: nil,
            fieldErrors: [:],
            method: nil,
            path: nil,
            isRetryable: false
        )
        self.init(info: info)
    }

    /// What went wrong, in one word.
    public var kind: ErrorKind { info.kind }

    /// What went wrong, for a person, with the way out where there is one.
    public var message: String { info.message }

    /// Name of the argument or setting that is wrong.
    public var parameter: String? { info.parameter }

    /// HTTP status of the answer.
    public var status: Int? { info.status.map(Int.init(clamping:)) }

    /// Error code of the service, such as `FileNotFoundError` (Upload API).
    public var code: ErrorCode? { info.code }

    /// Identifier of the request at the service, for its support.
    public var requestId: String? { info.requestId }

    /// Seconds to wait before the next attempt, as the service asked.
    public var retryAfter: TimeInterval? { info.retryAfter }

    /// Messages of the service by field name.
    public var fieldErrors: [String: [String]] { info.fieldErrors }

    /// HTTP method of the call.
    public var method: String? { info.method }

    /// Path of the call, without its query.
    public var path: String? { info.path }

    /// Whether the same call may succeed later without a change.
    public var isRetryable: Bool { info.isRetryable }
}

extension UploadcareError: Hashable {
    /// Whether all that is known about both is the same, but for `underlyingError`.
    public static func == (left: UploadcareError, right: UploadcareError) -> Bool {
        left.info == right.info
    }

    /// Hashes all that is known, but for `underlyingError`.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(info)
    }
}

extension UploadcareError: CustomNSError {
    /// The message, and `underlyingError` if there is one.
    public var errorUserInfo: [String: Any] {
        var info: [String: Any] = [NSLocalizedDescriptionKey: message]
        info[NSUnderlyingErrorKey] = underlyingError
        return info
    }
}

extension UploadcareError: LocalizedError, CustomStringConvertible {
    /// The message: what `localizedDescription` says.
    public var errorDescription: String? { message }

    /// The message, followed by method, path, status, code and request.
    public var description: String {
        var facts: [String] = []
        if let method, let path {
            facts.append("\(method) \(path)")
        }
        if let status {
            facts.append("status \(status)")
        }
        if let code {
            facts.append(code.description)
        }
        if let requestId {
            facts.append("request \(requestId)")
        }
        return facts.isEmpty ? message : "\(message) (\(facts.joined(separator: ", ")))"
    }
}
