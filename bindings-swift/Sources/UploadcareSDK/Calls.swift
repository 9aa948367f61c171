import UploadcareBindings

/// Makes a call that stops when the task is cancelled, which does not reach Rust by itself.
func cancellable<Value: Sendable>(
    _ call: @Sendable (CancelHandle) async throws -> Value
) async throws -> Value {
    try Task.checkCancellation()
    let handle = CancelHandle()
    do {
        return try await withTaskCancellationHandler {
            try await call(handle)
        } onCancel: {
            handle.cancel()
        }
    } catch {
        throw translated(error)
    }
}

func translatingErrors<Value>(_ call: () throws -> Value) throws -> Value {
    do {
        return try call()
    } catch {
        throw translated(error)
    }
}

private func translated(_ error: any Error) -> any Error {
    guard case NativeError.Failed(let info, let ticket) = error else {
        return UploadcareError(kind: .internal, message: "a call broke down: \(error)")
    }
    let cause = ticket.flatMap(ThrownErrors.shared.take)
    return info.kind == .cancelled
        ? CancellationError() : UploadcareError(info: info, underlyingError: cause)
}
