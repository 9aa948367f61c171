import Foundation
import UploadcareBindings

/// A file that is downloaded piece by piece, and what the service tells about it.
///
/// A connection that breaks is taken up where it was. Each byte comes once: iterating again goes on
/// where the last iteration stood. The connection is closed at the end, when a task that reads is
/// cancelled, by ``close()``, and when nobody holds the stream or one of its iterators any more.
public struct DownloadStream: AsyncSequence, Sendable {
    /// The next bytes of the file.
    public typealias Element = Data

    /// What the service tells about the file.
    public let info: DownloadInfo

    private let connection: Connection

    init(_ native: NativeDownloadStream) {
        info = native.info()
        connection = Connection(native)
    }

    /// Closes the connection. Whoever reads on gets ``UploadcareError`` of kind `cancelled`, unless
    /// all has been read.
    public func close() {
        connection.close()
    }

    /// Reads the file from where it stands.
    ///
    /// - Returns: The iterator.
    public func makeAsyncIterator() -> Iterator {
        Iterator(connection: connection)
    }

    /// Reads the pieces.
    public struct Iterator: AsyncIteratorProtocol, Sendable {
        fileprivate let connection: Connection

        /// Waits for the next bytes.
        ///
        /// - Returns: At least one byte; nil after the last.
        /// - Throws: ``UploadcareError`` of kind `network` or `timeout` if the connection breaks
        ///   again and again, `contentMismatch` if the file has changed or is shorter than it was
        ///   said to be, `cancelled` if the stream was closed; `CancellationError` if the task is
        ///   cancelled.
        public mutating func next() async throws -> Data? {
            try await connection.next()
        }
    }

    /// What the copies of a stream and its iterators share.
    fileprivate final class Connection: @unchecked Sendable {
        private enum State {
            case open
            case ended
            case closed
        }

        private let native: NativeDownloadStream
        private let lock = NSLock()
        private var state = State.open

        init(_ native: NativeDownloadStream) {
            self.native = native
        }

        deinit {
            native.stop()
        }

        func next() async throws -> Data? {
            do {
                switch lock.withLock({ state }) {
                case .ended:
                    try Task.checkCancellation()
                    return nil
                case .closed:
                    try Task.checkCancellation()
                    throw closed
                case .open: break
                }
                let piece = try await cancellable { [native] in try await native.next(cancel: $0) }
                if piece == nil { lock.withLock { state = .ended } }
                return piece
            } catch is CancellationError {
                // By the task, or by `close` in the middle of the wait.
                let isClosed = lock.withLock { state == .closed }
                close()
                if isClosed, !Task.isCancelled { throw closed }
                throw CancellationError()
            }
        }

        func close() {
            let isOpen = lock.withLock {
                defer { if state == .open { state = .closed } }
                return state == .open
            }
            if isOpen { native.stop() }
        }

        private var closed: UploadcareError {
            UploadcareError(
                kind: .cancelled,
                message: "the stream was closed: begin the download anew"
            )
        }
    }
}

extension DownloadStream: CustomStringConvertible, CustomReflectable {
    /// What the service tells about the file.
    public var description: String {
        "DownloadStream(info: \(info))"
    }

    /// What the service tells about the file.
    public var customMirror: Mirror {
        Mirror(self, children: ["info": info])
    }
}
