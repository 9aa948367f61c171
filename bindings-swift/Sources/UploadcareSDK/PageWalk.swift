import UploadcareBindings

/// The native walk over the pages of a list, whatever its items are.
struct PageWalk<Element: Sendable>: Sendable {
    let next: @Sendable (CancelHandle) async throws -> Page<Element>?
    let previous: @Sendable (CancelHandle) async throws -> Page<Element>?
    let cursor: @Sendable (UInt32?) -> String?
    /// Ends the fetching of the page after the current one, which nobody has asked for yet.
    let stop: @Sendable () -> Void
}

extension Result {
    /// Throws if the task is cancelled; then what the walk does in the background ends, too.
    func checkCancellation<Element>() throws where Success == PageWalk<Element> {
        guard Task.isCancelled else { return }
        try? get().stop()
        throw CancellationError()
    }
}

/// Starts a walk. Each iteration of a list is one of its own.
typealias Opening<Element: Sendable> = @Sendable () throws -> PageWalk<Element>
