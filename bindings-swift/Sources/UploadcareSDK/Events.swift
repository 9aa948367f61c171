import UploadcareBindings

/// Is told of each step of each call of a client, for logs and measurements.
///
/// ```swift
/// struct Log: EventListener {
///     func event(_ event: CallEvent) {
///         print(event.call, event.kind, event.method, event.path, event.status ?? "")
///     }
/// }
/// let client = try Uploadcare(listener: Log())
/// ```
///
/// It is called in the middle of the calls, on threads of the client: it must be quick, and it must
/// not wait for anything. The events of one call come in order, those of others between them. Once a
/// call is cancelled it says nothing more. The client holds its listener.
public protocol EventListener: Sendable {
    /// Takes an event.
    ///
    /// - Parameter event: What has happened. It never holds a key, a signature or a query.
    func event(_ event: CallEvent)
}

/// A listener made of a closure.
public struct ClosureListener: EventListener {
    private let closure: @Sendable (CallEvent) -> Void

    /// Makes a listener.
    ///
    /// - Parameter event: Takes an event: see ``EventListener/event(_:)``.
    public init(_ event: @escaping @Sendable (CallEvent) -> Void) {
        closure = event
    }

    /// Takes an event.
    public func event(_ event: CallEvent) {
        closure(event)
    }
}

/// A listener as Rust calls it.
final class ListenerBridge: NativeListener {
    private let listener: any EventListener

    init(_ listener: any EventListener) {
        self.listener = listener
    }

    func event(event: CallEvent) {
        listener.event(event)
    }
}
