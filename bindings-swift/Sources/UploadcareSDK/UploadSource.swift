import Foundation
import UploadcareBindings

/// What can be uploaded: `Data`, the `URL` of a file of this machine, a `FileHandle` from where it
/// stands to its end; and what needs no upload, since it is a file of the project: a `UUID`, or
/// what a list, an upload or another call gave.
///
/// An `AsyncSequence` of `Data` can be uploaded, too: see
/// ``Uploads/upload(_:size:options:isolation:progress:)``.
public protocol UploadSource: Sendable {
    /// What it stands for.
    var uploadContent: UploadContent { get }
}

/// The content of an upload.
public struct UploadContent: Sendable {
    /// Hands over the next bytes.
    typealias Push = @Sendable (Data) async throws -> Bool
    /// Hands over all of a content, until there is no more, or nobody wants more.
    typealias Feeding = @Sendable (Push) async throws -> Void

    enum Way: Sendable {
        /// Rust reads it, as often as need be.
        case whole(@Sendable () throws -> NativeSource)
        /// It is read here, once.
        case fed(size: Int64?, Feeding)
    }

    let way: Way

    /// Bytes in memory.
    ///
    /// - Parameter data: The bytes. They are not copied.
    /// - Returns: The content.
    public static func data(_ data: Data) -> UploadContent {
        UploadContent(way: .whole { nativeSource(of: data) })
    }

    /// A file of this machine, which is read as it is sent.
    ///
    /// - Parameter url: A file URL. The upload throws ``UploadcareError`` of kind `source` for any
    ///   other.
    /// - Returns: The content.
    public static func file(_ url: URL) -> UploadContent {
        UploadContent(
            way: .whole {
                // Rust refuses the text of another URL, and tells what to do with it.
                NativeSource.path(path: url.isFileURL ? url.path : url.absoluteString)
            }
        )
    }

    /// What a file handle has from where it stands to its end, read once.
    ///
    /// - Parameter handle: The handle. Reading moves it; it is not closed.
    /// - Returns: The content. Of a regular file its size is known; of a pipe it is not.
    public static func handle(_ handle: FileHandle) -> UploadContent {
        UploadContent(way: .fed(size: handle.rest) { try await handle.feed($0) })
    }

    /// Content that comes piece by piece, once.
    ///
    /// - Parameters:
    ///   - pieces: The pieces, of any size.
    ///   - size: How many bytes they have together, if you know. Else a content of 10 MiB or more
    ///     is kept in a temporary file until its end has come, for the service wants to know the
    ///     size first.
    /// - Returns: The content.
    public static func stream<Pieces: AsyncSequence & Sendable>(
        _ pieces: Pieces,
        size: Int64? = nil
    ) -> UploadContent where Pieces.Element == Data {
        UploadContent(
            way: .fed(size: size) { push in
                for try await piece in pieces {
                    guard try await push(piece) else { return }
                }
            }
        )
    }

    /// A file of the project: it is looked up, nothing is uploaded.
    ///
    /// - Parameter file: The file.
    /// - Returns: The content.
    public static func existing(_ file: some FileReference) -> UploadContent {
        UploadContent(way: .whole { NativeSource.existing(file: file.fileReference) })
    }
}

extension UploadContent: UploadSource {
    /// This.
    public var uploadContent: UploadContent { self }
}

extension UploadContent: CustomStringConvertible, CustomReflectable {
    /// Whether it can be read again; not what it is.
    public var description: String {
        switch way {
        case .whole: "UploadContent(whole)"
        case .fed(let size, _):
            "UploadContent(stream of \(size.map(String.init) ?? "unknown") bytes)"
        }
    }

    /// Has no children.
    public var customMirror: Mirror {
        Mirror(self, children: [])
    }
}

extension Data: UploadSource {
    /// The bytes.
    public var uploadContent: UploadContent { .data(self) }
}

extension URL: UploadSource {
    /// The file.
    public var uploadContent: UploadContent { .file(self) }
}

extension FileHandle: UploadSource {
    /// From where it stands to its end.
    public var uploadContent: UploadContent { .handle(self) }
}

extension UUID: UploadSource {
    /// The file of the project.
    public var uploadContent: UploadContent { .existing(self) }
}

extension FileInfo: UploadSource {
    /// The file of the project.
    public var uploadContent: UploadContent { .existing(self) }
}

extension UploadedFile: UploadSource {
    /// The file of the project.
    public var uploadContent: UploadContent { .existing(self) }
}

extension UploadInfo: UploadSource {
    /// The file of the project.
    public var uploadContent: UploadContent { .existing(self) }
}

extension FileHandle {
    /// How much is read at once.
    private static let chunk = 256 << 10

    /// How many bytes there are up to the end of a regular file.
    fileprivate var rest: Int64? {
        // A pipe stands nowhere, and neither does a handle that was closed.
        guard let place = try? offset() else { return nil }
        var facts = stat()
        guard fstat(fileDescriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
            return nil
        }
        return Swift.max(0, Int64(facts.st_size) - Int64(clamping: place))
    }

    fileprivate func feed(_ push: UploadContent.Push) async throws {
        // Reads may take their time, so they are done on a thread that no task needs.
        let queue = DispatchQueue(label: "uploadcare.file")
        while true {
            try Task.checkCancellation()
            let piece = try await withCheckedThrowingContinuation { answer in
                queue.async {
                    answer.resume(with: Result { try self.read(upToCount: Self.chunk) })
                }
            }
            guard let piece, !piece.isEmpty, try await push(piece) else { return }
        }
    }
}

func nativeSource(of data: Data) -> NativeSource {
    // A copy of a little is cheaper than a way to keep it; and what is very short is not on the
    // heap.
    data.count < 65_536 ? NativeSource.bytes(bytes: data) : NativeSource.held(owner: HeldData(data))
}

/// Bytes that Rust reads where they are.
private final class HeldData: NativeBytes, @unchecked Sendable {
    #if canImport(Darwin)
        private let data: NSData

        init(_ data: Data) {
            self.data = data as NSData
        }

        func address() -> UInt64 {
            UInt64(UInt(bitPattern: data.bytes))
        }

        func size() -> UInt64 {
            UInt64(data.length)
        }
    #else
        // Elsewhere NSData is a copy. The bytes of a Data are on the heap; as long as this copy
        // holds them, whoever changes another copy changes bytes of their own.
        private let data: Data

        init(_ data: Data) {
            self.data = data
        }

        func address() -> UInt64 {
            data.withUnsafeBytes { UInt64(UInt(bitPattern: $0.baseAddress)) }
        }

        func size() -> UInt64 {
            UInt64(data.count)
        }
    #endif
}
