import Foundation
import UploadcareSDK
import XCTest

/// How the emulator misbehaves; its readme says what the members do.
struct Fault: Sendable {
    /// What happens to the answer.
    enum Effect: Sendable {
        case respond(_ status: Int, headers: [String: String] = [:], body: JsonNode = [:])
        case drop
        case lose
        case truncate(Int)
        case close
        case contentLength(Int)
        case foreignNext(String)
    }

    var method: String?
    var route: String?
    var skip = 0
    /// How often; -1 is for ever.
    var times = 1
    var probability: Double?
    var delayMs: Int?
    var bytesPerSecond: Int?
    var effect: Effect?

    /// No answer, as long as the test takes, or until the faults are taken away.
    static func hang(_ route: String? = nil, skip: Int = 0, times: Int = 1) -> Fault {
        Fault(route: route, skip: skip, times: times, delayMs: 600_000)
    }

    /// An answer of the emulator's own.
    static func respond(
        _ status: Int,
        headers: [String: String] = [:],
        route: String? = nil,
        times: Int = 1
    ) -> Fault {
        Fault(route: route, times: times, effect: .respond(status, headers: headers))
    }

    var json: JsonNode {
        var members: [String: JsonNode] = ["skip": skip.observed, "times": times.observed]
        members["method"] = method?.observed
        members["route"] = route?.observed
        members["probability"] = probability?.observed
        members["delay_ms"] = delayMs?.observed
        members["bytes_per_second"] = bytesPerSecond?.observed
        switch effect {
        case .respond(let status, let headers, let body):
            members["respond"] = [
                "status": status.observed, "headers": headers.observed, "body": body,
            ]
        case .drop: members["drop"] = true
        case .lose: members["lose"] = true
        case .truncate(let bytes): members["truncate"] = bytes.observed
        case .close: members["close"] = true
        case .contentLength(let bytes): members["content_length"] = bytes.observed
        case .foreignNext(let origin): members["foreign_next"] = origin.observed
        case nil: break
        }
        return .object(members: members)
    }
}

extension Project {
    /// Adds a fault.
    func add(_ fault: Fault) async throws {
        try await add("faults", fault.json)
    }

    /// Takes the faults away. Requests that one of them delays go on.
    func heal() async throws {
        let path = "projects/\(publicKey)/faults"
        let (status, answer) = try await emulator.control("DELETE", path)
        XCTAssertEqual(status, 204, "\(answer)")
    }

    /// Sets a rate limit.
    func limit(perSecond: Double, burst: Int? = nil) async throws {
        try await add(
            "rate_limit",
            ["per_second": perSecond.observed, "burst": burst.observed]
        )
    }

    /// How many requests the rate limit has let pass, and how many it has refused.
    func limited() async throws -> (allowed: Int64, refused: Int64) {
        let path = "projects/\(publicKey)/rate_limit"
        let counts = try await emulator.control("GET", path).answer
        return try (Int64(given: counts["allowed"]), Int64(given: counts["refused"]))
    }

    /// Takes the rate limit away.
    func unlimit() async throws {
        let path = "projects/\(publicKey)/rate_limit"
        let (status, answer) = try await emulator.control("DELETE", path)
        XCTAssertEqual(status, 204, "\(answer)")
    }

    /// Moves the time of the project, all but the check of its request dates.
    func moveClock(seconds: Int) async throws {
        let path = "projects/\(publicKey)/clock"
        let body: JsonNode = ["offset_seconds": seconds.observed]
        let (status, answer) = try await emulator.control("POST", path, body)
        XCTAssertEqual(status, 200, "\(answer)")
    }

    /// Moves the clock that the dates of the project's requests are checked by.
    func moveDateCheck(seconds: Int) async throws {
        let body: JsonNode = [
            "offset_seconds": seconds.observed, "public_key": publicKey.observed,
        ]
        let (status, answer) = try await emulator.control("POST", "clock", body)
        XCTAssertEqual(status, 200, "\(answer)")
    }
}

extension Emulator {
    /// Milliseconds on the clock of the logged requests.
    func time() async throws -> Double {
        try Double(given: await control("GET", "time").answer["monotonic_ms"])
    }
}
