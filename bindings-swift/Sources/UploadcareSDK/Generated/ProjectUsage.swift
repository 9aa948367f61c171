// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import UploadcareBindings

/// What projects of an account use (Project API: Usage).
public struct ProjectUsage: Sendable {
    let native: NativeClient

    /// Tells what a project used, day by day.
    ///
    /// A range of more than 90 days is asked for in several requests.
    ///
    /// Reference: Project API, Usage.
    ///
    /// - Parameters:
    ///   - publicKey: Public key of the project.
    ///   - from: The first day, as `2026-11-01`, in UTC.
    ///   - to: The day after the last, in UTC: later than `from`, at most twenty years, and before
    ///     today.
    /// - Returns: What a project used.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no key or no date, or a
    ///   range that is backwards, empty, too long or not over, `notFound` if there is no such
    ///   project, `forbidden` if it belongs to another account.
    public func get(_ publicKey: String, from: String, to: String) async throws -> Usage {
        try await cancellable { [native] in
            try await native.usageGet(publicKey: publicKey, from: from, to: to, cancel: $0)
        }
    }

    /// Tells one metric of what a project used, day by day.
    ///
    /// A range of more than 90 days is asked for in several requests.
    ///
    /// Reference: Project API, Usage by metric.
    ///
    /// - Parameters:
    ///   - publicKey: Public key of the project.
    ///   - metric: What to tell.
    ///   - from: The first day, as `2026-11-01`, in UTC.
    ///   - to: The day after the last, in UTC: later than `from`, at most twenty years, and before
    ///     today.
    /// - Returns: The metric of what a project used.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no key, no metric or no
    ///   date, or a range that is backwards, empty, too long or not over, `notFound` if there is no
    ///   such project, `forbidden` if it belongs to another account.
    public func metric(
        _ publicKey: String,
        metric: UsageMetric,
        from: String,
        to: String
    ) async throws -> MetricUsage {
        try await cancellable { [native] in
            try await native.usageMetric(
                publicKey: publicKey,
                metric: metric,
                from: from,
                to: to,
                cancel: $0
            )
        }
    }
}
