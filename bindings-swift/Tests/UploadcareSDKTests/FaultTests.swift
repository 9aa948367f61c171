import Foundation
import UploadcareSDK
import XCTest

/// What the service, or what lies between, may do to an answer.
final class FaultTests: XCTestCase {
    func testAConnectionThatClosesBetweenTwoCalls() async throws {
        let project = try await Project()
        try await project.add(Fault(effect: .close))
        let client = try project.client(maxRetries: 1)
        for _ in 0..<3 { _ = try await client.project.get() }
    }

    func testAnAnswerThatNeverEnds() async throws {
        let project = try await Project()
        try await project.add(Fault(bytesPerSecond: 1))
        let client = try project.client().withOptions(ClientOptions(timeout: 2))
        let error = try await thrown { try await client.project.get() }
        XCTAssertEqual(error.kind, .timeout)
        XCTAssertTrue(error.isRetryable)
        try await project.wait(for: "cancelled", toBe: 1)
    }

    func testAnAnswerOfTheWrongLength() async throws {
        let project = try await Project()
        let client = try project.client()
        for length in [1, 100_000] {
            try await project.add(Fault(effect: .contentLength(length)))
            let error = try await thrown { try await client.project.get() }
            XCTAssertTrue([.decode, .network].contains(error.kind), "\(error)")
            // What was left over of the answer is not taken for the next one.
            let next = try await thrown {
                try await client.withOptions(ClientOptions(maxRetries: 1)).files.get(UUID())
            }
            XCTAssertEqual(next.kind, .notFound)
        }
    }

    func testAnAnswerThatIsCutOrLost() async throws {
        let project = try await Project()
        let client = try project.client()
        for effect in [Fault.Effect.truncate(7), .lose, .drop] {
            try await project.add(Fault(effect: effect))
            let error = try await thrown { try await client.project.get() }
            XCTAssertEqual(error.kind, .network)
            try await project.add(Fault(effect: effect))
            _ = try await client.withOptions(ClientOptions(maxRetries: 1)).project.get()
        }
    }

    func testALinkThatLeadsElsewhere() async throws {
        let project = try await Project(files: 5)
        try await project.add(Fault(effect: .foreignNext("http://127.0.0.1:9")))
        let list = try project.client().files.list(ListFilesOptions(limit: 2))
        var taken = 0
        let error = try await thrown { for try await _ in list { taken += 1 } }
        XCTAssertEqual(error.kind, .foreignOrigin)
        XCTAssertEqual(taken, 2)
    }

    func testEveryThirdRequestFails() async throws {
        let project = try await Project()
        let failure = Fault.Effect.respond(503, headers: ["Retry-After": "0"])
        try await project.add(Fault(times: -1, probability: 0.3, effect: failure))
        let client = try project.client(maxRetries: 10)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<30 { group.addTask { _ = try await client.project.get() } }
            try await group.waitForAll()
        }
        let statuses = try await project.statuses()
        XCTAssertEqual(statuses.filter { $0 == 200 }.count, 30)
        XCTAssertTrue(statuses.contains(503))
    }

    func testARateLimitLosesNothing() async throws {
        let project = try await Project(files: 1)
        let client = try project.client(maxRetries: 5)
        var refused: Int64 = 0
        // A busy machine may be slower than the limit.
        for _ in 0..<20 where refused == 0 {
            try await project.limit(perSecond: 2, burst: 10)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<12 { group.addTask { _ = try await client.project.get() } }
                try await group.waitForAll()
            }
            let counts = try await project.limited()
            XCTAssertEqual(counts.allowed, 12)
            refused = counts.refused
        }
        XCTAssertGreaterThan(refused, 0)

        try await project.limit(perSecond: 0.001, burst: 1)
        _ = try await client.project.get()
        let error = try await thrown { try await client.project.get() }
        XCTAssertEqual(error.kind, .throttled)
        XCTAssertGreaterThan(try XCTUnwrap(error.retryAfter), 60)
        try await project.unlimit()
    }

    func testAClockThatIsWrong() async throws {
        let project = try await Project()
        let client = try project.client()
        try await project.moveDateCheck(seconds: 3600)
        let error = try await thrown { try await client.project.get() }
        XCTAssertEqual(error.kind, .authentication)
        try await project.moveDateCheck(seconds: 0)
        _ = try await client.project.get()
    }

    func testTimeGoesBy() async throws {
        let project = try await Project()
        let client = try project.client()
        let options = UploadOptions(store: false)
        let uuid = try await client.uploads.upload(Data("text".utf8), options: options).uuid
        let fresh = try await client.files.get(uuid)
        XCTAssertNil(fresh.datetimeRemoved)
        // What is not stored is kept for a day.
        try await project.moveClock(seconds: 25 * 3600)
        let old = try await client.files.get(uuid)
        XCTAssertNotNil(old.datetimeRemoved)
    }
}
