import Foundation
import UploadcareBindings

/// Has code of the user's answer a question of Rust's.
///
/// - Parameter answer: The code. It runs in a task of its own.
/// - Returns: Its answer.
/// - Throws: `NativeCallbackError` with a ticket for what it throws.
func asked(_ answer: @escaping @Sendable () async throws -> String) async throws -> String {
    do {
        // The call may have ended before this task began.
        try Task.checkCancellation()
        let start = Start()
        let work = Task {
            try start.check()
            return try await answer()
        }
        return try await withTaskCancellationHandler {
            try await work.value
        } onCancel: {
            start.forbid()
            cancelElsewhere(work)
        }
    } catch {
        // Nobody takes the error of a call that is over.
        let ticket = Task.isCancelled ? nil : ThrownErrors.shared.keep(error)
        throw NativeCallbackError.Failed(reason: reason(of: error), ticket: ticket)
    }
}

/// Cancels a task of the user's. What runs then is foreign code, which may never return, as some
/// versions of URLSession do. A queue of its own holds up neither calls nor tasks.
func cancelElsewhere<Value, Failure>(_ task: Task<Value, Failure>) {
    DispatchQueue(label: "uploadcare.cancel").async { task.cancel() }
}

/// Whether code of the user's may still begin.
private final class Start: @unchecked Sendable {
    private let lock = NSLock()
    private var isForbidden = false

    func check() throws {
        if lock.withLock({ isForbidden }) { throw CancellationError() }
    }

    func forbid() {
        lock.withLock { isForbidden = true }
    }
}

/// What an error says.
func reason(of error: any Error) -> String {
    if let text = (error as? any LocalizedError)?.errorDescription {
        return text
    }
    // The description of an NSError has all of its user info, such as the URL that failed.
    if error is any CustomNSError || type(of: error) is NSError.Type {
        return error.localizedDescription
    }
    return String(describing: error)
}

/// What code of the user's has thrown, until the calls throw it: through Rust goes only a number.
final class ThrownErrors: @unchecked Sendable {
    static let shared = ThrownErrors()

    /// Of some errors the number is lost: of a page fetched ahead that nobody asks for, of one
    /// request of several that failed. So the oldest make room.
    private static let most = 256

    private let lock = NSLock()
    private var errors: [UInt64: any Error] = [:]
    private var oldest: UInt64 = 0
    private var next: UInt64 = 0

    /// Keeps an error.
    ///
    /// - Returns: The number by which it can be taken.
    func keep(_ error: any Error) -> UInt64 {
        lock.withLock {
            let ticket = next
            next += 1
            errors[ticket] = error
            while errors.count > Self.most {
                errors[oldest] = nil
                oldest += 1
            }
            return ticket
        }
    }

    /// Gives up an error.
    ///
    /// - Returns: The error; nil if it was taken before, or was too old.
    func take(_ ticket: UInt64) -> (any Error)? {
        lock.withLock { errors.removeValue(forKey: ticket) }
    }
}
