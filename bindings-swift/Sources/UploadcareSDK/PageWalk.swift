import UploadcareBindings

/// The native walk over the pages of a list, whatever its items are.
struct PageWalk<Element: Sendable>: Sendable {
    let next: @Sendable (CancelHandle) async throws -> Page<Element>?
    let previous: @Sendable (CancelHandle) async throws -> Page<Element>?
    let cursor: @Sendable (UInt32?) -> String?
}

/// Starts a walk. Each iteration of a list is one of its own.
typealias Opening<Element: Sendable> = @Sendable () throws -> PageWalk<Element>
