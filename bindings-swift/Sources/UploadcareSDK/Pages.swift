/// A list page by page.
///
/// Each iteration starts anew. To walk in both directions or to keep the position, hold the
/// iterator:
///
/// ```swift
/// var pages = client.files.list().pages().makeAsyncIterator()
/// let first = try await pages.nextPage()
/// let second = try await pages.nextPage()
/// let firstAgain = try await pages.previousPage()
/// ```
public struct Pages<Item: Sendable>: AsyncSequence, Sendable {
    /// One page of the list.
    public typealias Element = Page<Item>

    let open: Opening<Item>
    let isBackward: Bool

    /// Starts an iteration. Nothing is sent.
    ///
    /// - Returns: The iterator.
    public func makeAsyncIterator() -> Iterator {
        Iterator(walk: Result(catching: open), isBackward: isBackward)
    }

    /// Fetches pages, forward and backward.
    ///
    /// After an error the walk stands where it was: asking again repeats the page.
    public struct Iterator: AsyncIteratorProtocol, Sendable {
        private let walk: Result<PageWalk<Item>, any Error>
        private let isBackward: Bool

        init(walk: Result<PageWalk<Item>, any Error>, isBackward: Bool) {
            self.walk = walk
            self.isBackward = isBackward
        }

        /// Fetches the next page in the direction of the list.
        ///
        /// - Returns: The page; nil where the list ends.
        /// - Throws: ``UploadcareError`` if the page cannot be fetched, `CancellationError` if the
        ///   task is cancelled.
        public mutating func next() async throws -> Page<Item>? {
            isBackward ? try await previousPage() : try await nextPage()
        }

        /// Fetches the next page.
        ///
        /// - Returns: The page, which may be empty and have a successor; nil at the end of the
        ///   list.
        /// - Throws: ``UploadcareError`` if the page cannot be fetched, `CancellationError` if the
        ///   task is cancelled.
        public mutating func nextPage() async throws -> Page<Item>? {
            try walk.checkCancellation()
            return try await cancellable(walk.get().next)
        }

        /// Fetches the page before the current one, or before the position of the cursor.
        ///
        /// - Returns: The page; nil at the start of the list.
        /// - Throws: ``UploadcareError`` if the page cannot be fetched, `CancellationError` if the
        ///   task is cancelled.
        public mutating func previousPage() async throws -> Page<Item>? {
            try walk.checkCancellation()
            return try await cancellable(walk.get().previous)
        }

        /// Tells the position in the list as text: a later list with this text as its `cursor`
        /// option goes on there, in any process and any language, with no gap and no repeat.
        ///
        /// - Parameter taken: How many items of the current page lie before the position. Default:
        ///   all, or none in a backward list.
        /// - Returns: The cursor; nil if the options of the list were refused.
        public func cursor(taken: Int? = nil) -> String? {
            let taken = taken ?? (isBackward ? 0 : nil)
            return try? walk.get().cursor(taken.map(UInt32.init(clamping:)))
        }
    }
}
