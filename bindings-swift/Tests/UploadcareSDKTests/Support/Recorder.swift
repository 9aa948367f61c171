import Foundation
import UploadcareSDK

/// Keeps the events of a client.
final class Recorder: EventListener, @unchecked Sendable {
    private let lock = NSLock()
    private var kept: [CallEvent] = []

    func event(_ event: CallEvent) {
        lock.withLock { kept.append(event) }
    }

    var events: [CallEvent] {
        lock.withLock { kept }
    }

    /// The events from a number on, as shared cases spell them.
    func texts(from first: Int = 0) -> [String] {
        events.dropFirst(first).map(\.text)
    }
}

extension CallEvent {
    /// The event as shared cases spell it.
    fileprivate var text: String {
        let detail: String? =
            switch kind {
            case .response: status.map(String.init)
            case .retry, .finish: error?.kind.description
            default: nil
            }
        return detail.map { "\(kind):\($0)" } ?? "\(kind)"
    }
}
