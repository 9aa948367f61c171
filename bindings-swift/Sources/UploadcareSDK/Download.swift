import UploadcareBindings

/// A download to the disk that can be followed and taken up again. Nothing is sent until it is run
/// or iterated.
///
/// ```swift
/// let download = try client.delivery.prepareSave(file, to: folder)
/// for try await progress in download {
///     print(progress.receivedBytes, progress.totalBytes ?? 0)
///     if let file = progress.file { print(file.path) }
/// }
/// ```
///
/// What has come is kept beside the file, under its name and `.uploadcare-part`. Running a download
/// of the same file to the same place goes on with it: after an error, after its task was
/// cancelled, and in another process, too.
///
/// One task at a time runs it; others wait.
public final class Download: AsyncSequence, Sendable {
    /// How far it is.
    public typealias Element = DownloadProgress

    private let native: NativeDownload

    init(_ native: NativeDownload) {
        self.native = native
    }

    /// Downloads until the file is there, or goes on with what is left.
    ///
    /// - Returns: The file, and where it is.
    /// - Throws: ``UploadcareError`` of kind `destination` if the file cannot be written, or is
    ///   there already; `contentMismatch` if it changes meanwhile; else as
    ///   ``Delivery/download(_:options:)`` does; `CancellationError` if the task is cancelled. What
    ///   has come is kept.
    @discardableResult
    public func run() async throws -> DownloadedFile {
        try await work { try await $0.run(cancel: $1) }
    }

    /// How far it is.
    public var progress: DownloadProgress {
        native.progress()
    }

    /// Begins to download, or goes on with what is left, with the first call of the iterator's
    /// `next()`.
    ///
    /// - Returns: The iterator. What is on its way stops when the iterator goes: a loop that is
    ///   left in its middle leaves nothing behind.
    public func makeAsyncIterator() -> Iterator {
        Iterator(download: self)
    }

    /// Tells the progress of a download, which goes on only while it is asked.
    public struct Iterator: AsyncIteratorProtocol, Sendable {
        private let download: Download
        private let end: End

        fileprivate init(download: Download) {
            self.download = download
            end = End(native: download.native)
        }

        /// Downloads until there is progress to tell, at most ten times per second.
        ///
        /// - Returns: How far it is; the last one has the `file`. Then nil.
        /// - Throws: As ``Download/run()`` does. Asking again goes on.
        public mutating func next() async throws -> DownloadProgress? {
            try await download.work { try await $0.next(cancel: $1) }
        }
    }

    /// What the copies of an iterator share.
    private final class End: Sendable {
        let native: NativeDownload

        init(native: NativeDownload) {
            self.native = native
        }

        deinit {
            native.stop()
        }
    }

    private func work<Value: Sendable>(
        _ call: @Sendable (NativeDownload, CancelHandle) async throws -> Value
    ) async throws -> Value {
        if Task.isCancelled {
            native.stop()
            throw CancellationError()
        }
        return try await cancellable { try await call(native, $0) }
    }

    /// Stops what is on its way, for nobody will go on with it.
    func close() {
        native.stop()
    }
}

extension Download: CustomStringConvertible, CustomReflectable {
    /// How far it is.
    public var description: String {
        "Download(progress: \(progress))"
    }

    /// How far it is.
    public var customMirror: Mirror {
        Mirror(self, children: ["progress": progress])
    }
}
