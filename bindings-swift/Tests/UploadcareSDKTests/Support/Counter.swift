import Foundation
import XCTest

/// A number that many tasks change.
final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var value = 0

    var count: Int {
        lock.withLock { value }
    }

    func add(_ more: Int = 1) {
        lock.withLock { value += more }
    }
}

/// Waits for what must become true, without a signal of its own.
func waitUntil(
    file: StaticString = #filePath,
    line: UInt = #line,
    _ isSo: () async throws -> Bool
) async throws {
    let deadline = Date().addingTimeInterval(60)
    while try await !isSo() {
        guard Date() < deadline else {
            XCTFail("waited in vain", file: file, line: line)
            return
        }
        await Task.yield()
    }
}

/// Checks that a task that was cancelled ends by Swift's own error.
func expectCancellation(
    of task: Task<some Sendable, any Error>,
    file: StaticString = #filePath,
    line: UInt = #line
) async throws {
    do {
        let result = try await task.value
        XCTFail("\(result) instead of an error", file: file, line: line)
    } catch {
        XCTAssert(error is CancellationError, "\(error)", file: file, line: line)
    }
}
