/// One page of a list: a collection of its items.
public struct Page<Element: Sendable>: Sendable {
    /// Items of the page in order. A page may be empty and have a successor.
    public let results: [Element]
    /// What the list answers beside its results.
    public let info: PageInfo

    /// Makes a page, for tests of code that handles one.
    ///
    /// - Parameters:
    ///   - results: Items of the page in order.
    ///   - info: What the list answers beside its results.
    public init(results: [Element], info: PageInfo) {
        self.results = results
        self.info = info
    }

    /// Link to the next page; nil on the last one. Opaque.
    public var next: String? { info.next }

    /// Link to the previous page; nil on the first one. Opaque.
    public var previous: String? { info.previous }

    /// How many items the whole selection has. The service has been seen to send 0 or a stale
    /// number here: show it, but never count on it.
    public var total: Int { Int(clamping: info.total) }

    /// How many items a page holds at most.
    public var perPage: Int { Int(clamping: info.perPage) }

    /// Counts over the whole project; files only.
    public var totals: Totals? { info.totals }
}

extension Page: RandomAccessCollection {
    /// Position of the first item: 0.
    public var startIndex: Int { results.startIndex }

    /// Position after the last item.
    public var endIndex: Int { results.endIndex }

    /// The item at a position.
    public subscript(position: Int) -> Element { results[position] }
}

extension Page: Equatable where Element: Equatable {}
extension Page: Hashable where Element: Hashable {}
