import Foundation

/// ISO 8601 text with microseconds in UTC, as the service writes it.
enum Moment {
    static func text(_ date: Date) -> String {
        let total = Int64((date.timeIntervalSince1970 * 1e6).rounded())
        let (seconds, micros) = total.quotientAndRemainder(dividingBy: 1_000_000)
        let whole = Date(timeIntervalSince1970: TimeInterval(seconds))
        let text = ISO8601DateFormatter().string(from: whole).dropLast()
        return text + "." + String(1_000_000 + micros).dropFirst() + "Z"
    }

    static func date(_ text: String) -> Date? {
        let parts = text.dropLast().split(separator: ".")
        guard text.hasSuffix("Z"), let start = parts.first else { return nil }
        let fraction = parts.count == 2 ? Double("0." + parts[1]) ?? 0 : 0
        return ISO8601DateFormatter().date(from: start + "Z")?.addingTimeInterval(fraction)
    }
}
