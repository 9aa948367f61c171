/// A list, item by item. It fetches pages as it goes.
///
/// Each iteration starts anew. To keep the position while iterating, hold the iterator:
///
/// ```swift
/// var files = client.files.list().makeAsyncIterator()
/// while let file = try await files.next() {
///     print(file.originalFilename, files.cursor() ?? "")
/// }
/// ```
public struct ItemList<Element: Sendable>: AsyncSequence, Sendable {
    let open: Opening<Element>
    let isBackward: Bool

    init(isBackward: Bool = false, open: @escaping Opening<Element>) {
        self.open = open
        self.isBackward = isBackward
    }

    /// The same list page by page.
    ///
    /// - Returns: The pages, in the direction of this list.
    public func pages() -> Pages<Element> {
        Pages(open: open, isBackward: isBackward)
    }

    /// The items before the position, nearest first, back to the start of the list.
    ///
    /// - Returns: The list in the other direction. From the start of a list there is nothing
    ///   before: give the options a `cursor`.
    public func backward() -> ItemList {
        ItemList(isBackward: true, open: open)
    }

    /// Starts an iteration. Nothing is sent.
    ///
    /// - Returns: The iterator.
    public func makeAsyncIterator() -> Iterator {
        Iterator(walk: Result(catching: open), isBackward: isBackward)
    }

    /// Takes items one after the other.
    public struct Iterator: AsyncIteratorProtocol, Sendable {
        private let walk: Result<PageWalk<Element>, any Error>
        private let isBackward: Bool
        private var items: [Element] = []
        /// Items before the position within the current page, in the order of the list.
        private var before = 0
        private var isOver = false

        init(walk: Result<PageWalk<Element>, any Error>, isBackward: Bool) {
            self.walk = walk
            self.isBackward = isBackward
        }

        /// Takes the next item. Fetches a page when the current one is used up.
        ///
        /// - Returns: The item; nil at the end of the list and after an error.
        /// - Throws: ``UploadcareError`` if a page cannot be fetched, `CancellationError` if the
        ///   task is cancelled.
        public mutating func next() async throws -> Element? {
            try walk.checkCancellation()
            while !isOver {
                if isBackward, before > 0 {
                    before -= 1
                    return items[before]
                }
                if !isBackward, before < items.count {
                    before += 1
                    return items[before - 1]
                }
                // An error ends the iteration; the position stays where it was.
                isOver = true
                let walk = try walk.get()
                let fetch = isBackward ? walk.previous : walk.next
                guard let page = try await cancellable(fetch) else { return nil }
                items = page.results
                before = isBackward ? items.count : 0
                isOver = false
            }
            return nil
        }

        /// Tells the position after the items taken, as text: a later list with this text as its
        /// `cursor` option goes on there, in any process and any language, with no gap and no
        /// repeat.
        ///
        /// - Returns: The cursor; nil if the options of the list were refused.
        public func cursor() -> String? {
            try? walk.get().cursor(UInt32(clamping: before))
        }
    }
}
