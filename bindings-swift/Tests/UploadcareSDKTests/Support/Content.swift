import Foundation

/// What tests upload.
enum Content {
    /// From so many bytes on a file goes in parts.
    static let threshold = 10_485_760

    /// So many bytes, of which no part looks like another.
    static func bytes(_ size: Int) -> Data {
        size <= all.count ? all.prefix(size) : made(size)
    }

    private static let all = made(threshold + 5)

    private static func made(_ size: Int) -> Data {
        var data = Data(count: size)
        data.withUnsafeMutableBytes { bytes in
            var state: UInt64 = 88_172_645_463_325_252
            var place = 0
            while place < size {
                state ^= state << 13
                state ^= state >> 7
                state ^= state << 17
                let rest = min(8, size - place)
                withUnsafeBytes(of: state) { word in
                    bytes[place..<place + rest].copyBytes(from: word[..<rest])
                }
                place += rest
            }
        }
        return data
    }

    /// A file with some content, as long as the test runs.
    static func withFile<Value>(
        of data: Data,
        _ use: (URL) async throws -> Value
    ) async throws -> Value {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("uploadcare-\(UUID().uuidString)")
        try data.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try await use(file)
    }
}

/// Content piece by piece.
struct Pieces: AsyncSequence, Sendable {
    typealias Element = Data

    let data: Data
    var size = 100_000
    /// What is thrown after so many bytes.
    var failure: (after: Int, error: any Error)?
    /// Counts the iterations that are under way.
    var alive = Counter()

    func makeAsyncIterator() -> Iterator {
        Iterator(pieces: self)
    }

    final class Iterator: AsyncIteratorProtocol {
        private let pieces: Pieces
        private var place = 0

        init(pieces: Pieces) {
            self.pieces = pieces
            pieces.alive.add()
        }

        deinit {
            pieces.alive.add(-1)
        }

        func next() async throws -> Data? {
            await Task.yield()
            if let failure = pieces.failure, place >= failure.after { throw failure.error }
            guard place < pieces.data.count else { return nil }
            let end = Swift.min(place + pieces.size, pieces.data.count)
            defer { place = end }
            return pieces.data[pieces.data.startIndex + place..<pieces.data.startIndex + end]
        }
    }
}
