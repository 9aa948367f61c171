import Foundation
import UploadcareBindings

/// An upload that can be followed, paused, saved as text and taken up again. Nothing is sent until
/// it is run or iterated.
///
/// ```swift
/// let upload = try client.uploads.prepare(video)
/// for try await progress in upload {
///     print(progress.sentBytes, progress.totalBytes ?? 0)
///     if let file = progress.file { print(file.uuid) }
/// }
/// ```
///
/// After an error, and after its task was cancelled, it can be run or iterated again: it goes on
/// with what is left. Of a stream, what was read is kept, and the stream waits, until the upload is
/// done or nobody holds it any more; a stream that has thrown is over, and so is its upload.
///
/// One task at a time runs it; others wait.
public final class Upload: AsyncSequence, Sendable {
    /// How far it is.
    public typealias Element = UploadProgress

    private let native: NativeUpload
    private let pump: Pump?

    init(_ native: NativeUpload, _ feeding: UploadContent.Feeding? = nil) {
        self.native = native
        pump = feeding.map { Pump(native, $0) }
    }

    deinit {
        pump?.stop()
    }

    /// Uploads until the file is there, or goes on with what is left.
    ///
    /// - Returns: The new file. It may still be processed: see
    ///   ``Uploads/waitUntilReady(_:options:)``.
    /// - Throws: ``UploadcareError`` of kind `source` if the content cannot be read or changes
    ///   meanwhile, `uploadLost` if the service has forgotten an upload that was to go on,
    ///   `contentMismatch` if it has something else than was sent; what a stream or a file handle
    ///   throws; `CancellationError` if the task is cancelled.
    @discardableResult
    public func run() async throws -> UploadedFile {
        let file = try await work { try await $0.run(cancel: $1) }
        pump?.stop()
        return file
    }

    /// How far it is.
    public var progress: UploadProgress {
        native.progress()
    }

    /// Gives the upload as text, from which ``Uploads/resume(_:source:options:)`` goes on, in any
    /// process and any language; parts that are on their way are sent again then. An upload that
    /// goes in one request begins anew.
    ///
    /// - Returns: The text. It holds addresses to upload to: keep it secret.
    public func save() -> String {
        native.save()
    }

    /// Stops what is on its way. Whoever waits for the upload goes on waiting until it is resumed.
    public func pause() {
        native.pause()
    }

    /// Goes on after a pause.
    public func resume() {
        native.resume()
    }

    /// Begins to upload, or goes on with what is left, with the first call of the iterator's
    /// `next()`.
    ///
    /// - Returns: The iterator. What is on its way stops when the iterator goes: a loop that is
    ///   left in its middle leaves nothing behind.
    public func makeAsyncIterator() -> Iterator {
        Iterator(upload: self)
    }

    /// Tells the progress of an upload, which goes on only while it is asked.
    public struct Iterator: AsyncIteratorProtocol, Sendable {
        private let upload: Upload
        private let end: End

        fileprivate init(upload: Upload) {
            self.upload = upload
            end = End(native: upload.native)
        }

        /// Uploads until there is progress to tell, at most ten times per second.
        ///
        /// - Returns: How far it is; the last one has the `file`. Then nil.
        /// - Throws: As ``Upload/run()`` does. Asking again goes on.
        public mutating func next() async throws -> UploadProgress? {
            let progress = try await upload.work { try await $0.next(cancel: $1) }
            if progress?.file != nil { upload.pump?.stop() }
            return progress
        }
    }

    /// What the copies of an iterator share.
    private final class End: Sendable {
        let native: NativeUpload

        init(native: NativeUpload) {
            self.native = native
        }

        deinit {
            native.stop()
        }
    }

    /// Makes a call that needs the content.
    private func work<Value: Sendable>(
        _ call: @Sendable (NativeUpload, CancelHandle) async throws -> Value
    ) async throws -> Value {
        if Task.isCancelled {
            native.stop()
            throw CancellationError()
        }
        try pump?.start()
        do {
            return try await cancellable { try await call(native, $0) }
        } catch let error as CancellationError {
            throw error
        } catch {
            throw pump?.failure ?? error
        }
    }

    /// Lets go of a stream, for nobody will go on with it.
    func close() {
        native.stop()
        pump?.stop()
    }
}

extension Upload: CustomStringConvertible, CustomReflectable {
    /// How far it is.
    public var description: String {
        "Upload(progress: \(progress))"
    }

    /// How far it is.
    public var customMirror: Mirror {
        Mirror(self, children: ["progress": progress])
    }
}

/// Hands content that is read here to an upload, in a task of its own, piece by piece as the upload
/// takes them.
private final class Pump: @unchecked Sendable {
    /// The most that is handed over at once.
    private static let most = 1 << 20

    private let native: NativeUpload
    private let feeding: UploadContent.Feeding
    private let lock = NSLock()
    private var task: Task<Void, Never>?
    private var thrown: (any Error)?
    private var isStopped = false

    init(_ native: NativeUpload, _ feeding: @escaping UploadContent.Feeding) {
        self.native = native
        self.feeding = feeding
    }

    /// What the content's own code has thrown.
    var failure: (any Error)? {
        lock.withLock { thrown }
    }

    /// Begins, unless it has begun.
    ///
    /// - Throws: What the content's own code has thrown before: there is no more to be had.
    func start() throws {
        try lock.withLock {
            if let thrown { throw thrown }
            if task == nil, !isStopped { task = Task { await self.work() } }
        }
    }

    /// Ends the reading at once.
    func stop() {
        let task = lock.withLock {
            isStopped = true
            return self.task
        }
        guard let task else { return }
        cancelElsewhere(task)
    }

    private func work() async {
        do {
            try await feeding { [native] piece in
                var rest = piece[...]
                while !rest.isEmpty {
                    let part = Data(rest.prefix(Self.most))
                    rest = rest.dropFirst(Self.most)
                    let isWanted = try await cancellable {
                        try await native.push(bytes: part, cancel: $0)
                    }
                    guard isWanted else { return false }
                }
                return true
            }
            try await cancellable { try await native.end(cancel: $0) }
        } catch {
            // Nobody listens any more.
            if Task.isCancelled { return }
            lock.withLock { thrown = error }
            let reason = reason(of: error)
            try? await cancellable { try await native.fail(message: reason, cancel: $0) }
        }
    }
}
