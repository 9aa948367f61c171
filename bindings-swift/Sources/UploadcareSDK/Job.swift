import UploadcareBindings

/// A conversion or an add-on at work at the service.
///
/// Only this side waits: cancelling the task stops the waiting, not the job.
///
/// ```swift
/// let job = try await client.addons.detectLabels(photo)
/// try await job.wait { status in print(status.state) }
/// ```
public struct Job: Sendable {
    /// What tells the job from all others.
    public let info: JobInfo

    private let native: NativeClient
    private let text: String

    init(_ native: NativeClient, _ record: JobRecord) {
        self.native = native
        info = record.info
        text = record.text
    }

    /// What the job does: `document`, `video`, or the name of an add-on.
    public var kind: String { info.kind }

    /// What it works on: the path of a conversion, or the identifier of a file.
    public var source: String { info.source }

    /// Number of a conversion.
    public var token: Int64? { info.token }

    /// Identifier of the run of an add-on.
    public var requestId: String? { info.requestId }

    /// Identifier of the file that a conversion makes; the file is there once the job is finished.
    public var uuid: String? { info.uuid }

    /// Identifier of the group of thumbnails that a video conversion makes.
    public var thumbnailsGroupUuid: String? { info.thumbnailsGroupUuid }

    /// Gives the job as text, from which `client.jobs.open(_:)` makes it again, in any process and
    /// any language.
    ///
    /// - Returns: The text. It holds no secret.
    public func save() -> String {
        text
    }

    /// Asks once how far the job is. That it failed is a state, not an error.
    ///
    /// Reference: REST API, conversion job status; Add-Ons: check execution status.
    ///
    /// - Returns: How far it is.
    /// - Throws: ``UploadcareError`` of kind `notFound` if the service does not know the job (any
    ///   more).
    public func status() async throws -> JobStatus {
        try await cancellable { [native, text] in
            try await native.jobStatus(job: text, cancel: $0)
        }
    }

    /// Waits until the job is finished.
    ///
    /// - Parameters:
    ///   - options: How long to wait (600 seconds by default), and how often to ask.
    ///   - isolation: Where `progress` runs: where the caller does.
    ///   - progress: Is told of each status on the way, and of the last.
    /// - Returns: The status of the finished job.
    /// - Throws: ``UploadcareError`` of kind `jobFailed` if the job came to nothing, `jobCancelled`
    ///   if the service gave it up, `waitTimeout` if it has not ended in time, `notFound` if the
    ///   service does not know it (any more), `invalidParameter` for an option out of its range;
    ///   what `progress` throws; `CancellationError` if the task is cancelled.
    @discardableResult
    public func wait(
        _ options: WaitOptions = WaitOptions(),
        isolation: isolated (any Actor)? = #isolation,
        progress: (JobStatus) throws -> Void = { _ in }
    ) async throws -> JobStatus {
        var last: JobStatus?
        for try await status in updates(options) {
            try progress(status)
            last = status
        }
        guard let last else {
            throw UploadcareError(kind: .internal, message: "a job ended without a status")
        }
        return last
    }

    /// Watches the job: status after status, until it is finished.
    ///
    /// - Parameter options: How long to wait (600 seconds by default), and how often to ask.
    /// - Returns: The statuses; the last is that of the finished job. Each iteration begins to wait
    ///   anew, and throws as ``wait(_:isolation:progress:)`` does.
    public func updates(_ options: WaitOptions = WaitOptions()) -> JobUpdates {
        JobUpdates { [native, text] in
            try translatingErrors { try native.jobWatch(job: text, options: options) }
        }
    }
}

extension Job: CustomStringConvertible, CustomReflectable {
    /// What the job does, and on what.
    public var description: String {
        "Job(kind: \(kind), source: \(source))"
    }

    /// What tells the job from all others.
    public var customMirror: Mirror {
        Mirror(self, children: ["info": info])
    }
}

/// The statuses of a job, until it is finished: see ``Job/updates(_:)``.
public struct JobUpdates: AsyncSequence, Sendable {
    /// How far the job is.
    public typealias Element = JobStatus

    let watch: @Sendable () throws -> NativeJobWatch

    /// Starts an iteration. Nothing is sent; the time to wait begins with the first question.
    ///
    /// - Returns: The iterator.
    public func makeAsyncIterator() -> Iterator {
        Iterator(watch: Result(catching: watch))
    }

    /// Asks again and again, with pauses.
    public struct Iterator: AsyncIteratorProtocol, Sendable {
        private let watch: Result<NativeJobWatch, any Error>
        private var isOver = false

        init(watch: Result<NativeJobWatch, any Error>) {
            self.watch = watch
        }

        /// Waits a while, except for the first time, and asks how far the job is.
        ///
        /// - Returns: The status; nil after that of the finished job and after an error.
        /// - Throws: ``UploadcareError`` if the job fails, takes too long or cannot be asked for,
        ///   `CancellationError` if the task is cancelled.
        public mutating func next() async throws -> JobStatus? {
            if isOver { return nil }
            isOver = true
            let status = try await cancellable(watch.get().next(cancel:))
            isOver = status == nil
            return status
        }
    }
}

/// What a request to convert several files came to: a job for each path that the service took, and
/// a problem for each other one.
public struct ConversionBatch: Sendable {
    /// Jobs that have been started, in the order of their paths.
    public let jobs: [Job]
    /// What the service said about the other paths, in their order.
    public let problems: [Problem]

    init(_ native: NativeClient, _ record: ConversionBatchRecord) {
        jobs = record.jobs.map { Job(native, $0) }
        problems = record.problems
    }
}
