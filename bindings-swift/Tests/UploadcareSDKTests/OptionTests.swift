import Foundation
import UploadcareSDK
import XCTest

final class OptionTests: XCTestCase {
    func testTimeoutsOfOneCall() async throws {
        let project = try await Project()
        try await project.add(.hang("/project/", times: 1))
        let client = try project.client()
        let hasty = try client.withOptions(ClientOptions(timeout: 2))
        let error = try await thrown { try await hasty.project.get() }
        XCTAssertEqual(error.kind, .timeout)
        try await project.wait(for: "cancelled", toBe: 1)
        let statuses = try await project.statuses()
        XCTAssertEqual(statuses, [499])
        _ = try await client.project.get()
    }

    func testRetriesOfOneCall() async throws {
        let project = try await Project()
        let client = try project.client(maxRetries: 0)
        let stubborn = try client.withOptions(ClientOptions(maxRetries: 2))
        try await project.add(.respond(503, times: 2))
        _ = try await stubborn.project.get()
        try await project.add(.respond(503))
        let error = try await thrown { try await client.project.get() }
        XCTAssertEqual(error.kind, .server)
        let statuses = try await project.statuses()
        XCTAssertEqual(statuses, [503, 503, 200, 503])
    }

    func testOptionsAddUp() throws {
        let client = try Uploadcare(
            publicKey: "demopublickey",
            options: ClientOptions(apiBase: "https://api.test/", uploadBase: "https://up.test/")
        )
        let other = try client.withOptions(ClientOptions(apiBase: "https://other.test/"))
        XCTAssertEqual(other.publicKey, "demopublickey")
        XCTAssertEqual(other.apiBase.absoluteString, "https://other.test/")
        XCTAssertEqual(other.uploadBase.absoluteString, "https://up.test/")
        XCTAssertEqual(client.apiBase.absoluteString, "https://api.test/")
    }

    func testOptionsThatAreWrong() async throws {
        let client = try Uploadcare(publicKey: "demopublickey")
        let wrong = [
            "timeout": ClientOptions(timeout: 0), "maxRetries": ClientOptions(maxRetries: 11),
            "maxRetryWait": ClientOptions(maxRetryWait: -1),
            "maxRate": ClientOptions(maxRate: 0),
            "maxConcurrency": ClientOptions(maxConcurrency: 0),
            "connectTimeout": ClientOptions(connectTimeout: .infinity),
        ]
        for (name, options) in wrong {
            let error = try await thrown { try client.withOptions(options) }
            XCTAssertEqual(error.kind, .configuration)
            XCTAssertEqual(error.parameter, name)
            XCTAssertTrue(error.message.contains("`\(name)`"), error.message)
        }
    }

    func testARateOfTheCallersOwn() async throws {
        let project = try await Project()
        let client = try project.client().withOptions(ClientOptions(maxRate: 20))
        let begin = try await project.emulator.time()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<10 { group.addTask { _ = try await client.project.get() } }
            try await group.waitForAll()
        }
        let took = try await project.emulator.time() - begin
        XCTAssertGreaterThan(took, 400)
    }

    func testSoManyRequestsAtATime() async throws {
        let project = try await Project()
        try await project.add(.hang(times: -1))
        let client = try project.client().withOptions(ClientOptions(maxConcurrency: 3))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<12 { group.addTask { _ = try await client.project.get() } }
            try await project.wait(for: "in_flight", toBe: 3)
            // Time for one more than there may be.
            try await Task.sleep(nanoseconds: 100_000_000)
            try await project.heal()
            try await group.waitForAll()
        }
        let requests = try await project.emulator.requests(of: project.publicKey)
        let times = try requests.map {
            try (start: Double(given: $0["started_ms"]), end: Double(given: $0["ended_ms"]))
        }
        XCTAssertEqual(times.count, 12)
        let atOnce = times.map { one in
            times.filter { $0.start <= one.start && one.start < $0.end }.count
        }
        XCTAssertEqual(atOnce.max(), 3)
    }
}
