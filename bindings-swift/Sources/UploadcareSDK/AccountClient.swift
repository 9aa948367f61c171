import Foundation
import UploadcareBindings

/// A client of an account: its projects, their secret keys and what they use (Project API).
///
/// ```swift
/// let account = try AccountClient()
/// for project in try await account.projects.list() { print(project.name) }
/// ```
///
/// It holds the connections, so make one and share it: all its methods may be called from any task
/// at the same time.
public final class AccountClient: Sendable {
    /// Base of the API.
    public let apiBase: URL

    let native: NativeClient

    /// Makes a client. Nothing is sent.
    ///
    /// - Parameters:
    ///   - token: Token of the account; the support of Uploadcare has it. Default:
    ///     `UPLOADCARE_ACCOUNT_TOKEN` of the environment. Never build it into an app.
    ///   - listener: Is told of each step of each call.
    ///   - options: Other settings; what is not given comes from the environment or is a default.
    ///     Those about uploads and delivery have no meaning here.
    /// - Throws: ``UploadcareError`` of kind `configuration`, whose `parameter` names the setting
    ///   that is missing or wrong.
    public convenience init(
        token: String? = nil,
        listener: (any EventListener)? = nil,
        options: ClientOptions = ClientOptions()
    ) throws {
        try self.init(
            native: translatingErrors {
                try NativeClient.forAccount(
                    token: token,
                    listener: listener.map(ListenerBridge.init),
                    options: options,
                    runtime: runtime
                )
            }
        )
    }

    init(native: NativeClient) throws {
        self.native = native
        apiBase = try url(native.apiBase(), of: "api_base")
    }

    /// Makes the same client with some settings changed, for one call or for many: see
    /// ``Uploadcare/withOptions(_:)``.
    ///
    /// - Parameter options: What to change; what is not given stays as it is.
    /// - Returns: The other client; this one stays as it is.
    /// - Throws: ``UploadcareError`` of kind `configuration`, whose `parameter` names the setting
    ///   that is wrong.
    public func withOptions(_ options: ClientOptions) throws -> AccountClient {
        try AccountClient(native: translatingErrors { try native.withOptions(options: options) })
    }
}

extension AccountClient: CustomStringConvertible, CustomReflectable {
    /// The base, never the token.
    public var description: String {
        "AccountClient(apiBase: \(apiBase))"
    }

    /// The base, never the token.
    public var customMirror: Mirror {
        Mirror(self, children: ["apiBase": apiBase.absoluteString])
    }
}

extension ProjectUsage {
    /// Tells what a project used, day by day. Of each moment its day in UTC counts.
    ///
    /// - Parameters:
    ///   - publicKey: Public key of the project.
    ///   - from: The first day.
    ///   - to: The day after the last: later than `from`, at most twenty years, and before today.
    /// - Returns: What a project used.
    /// - Throws: As ``get(_:from:to:)`` with texts does.
    public func get(_ publicKey: String, from: Date, to: Date) async throws -> Usage {
        try await get(publicKey, from: day(of: from), to: day(of: to))
    }

    /// Tells one metric of what a project used, day by day. Of each moment its day in UTC counts.
    ///
    /// - Parameters:
    ///   - publicKey: Public key of the project.
    ///   - metric: What to tell.
    ///   - from: The first day.
    ///   - to: The day after the last: later than `from`, at most twenty years, and before today.
    /// - Returns: The metric of what a project used.
    /// - Throws: As ``metric(_:metric:from:to:)`` with texts does.
    public func metric(
        _ publicKey: String,
        metric: UsageMetric,
        from: Date,
        to: Date
    ) async throws -> MetricUsage {
        try await self.metric(publicKey, metric: metric, from: day(of: from), to: day(of: to))
    }

    private func day(of date: Date) -> String {
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions = .withFullDate
        return formatter.string(from: date)
    }
}
