import Foundation
import UploadcareSDK
import XCTest

final class CancellationTests: XCTestCase {
    /// Starts a call that hangs, cancels its task, and checks that the service saw the end of it.
    private func check(
        hangingAt route: String,
        _ call: @escaping @Sendable (Uploadcare) async throws -> some Sendable
    ) async throws {
        let project = try await Project()
        try await project.add("faults", ["route": .text(value: route), "delay_ms": 600_000])
        let client = try project.client(maxRetries: 2)
        let task = Task { try await call(client) }
        try await project.waitForFaults()
        task.cancel()
        do {
            let result = try await task.value
            XCTFail("\(result) instead of an error")
        } catch {
            XCTAssert(error is CancellationError, "\(error)")
        }
        try await project.wait(for: "cancelled", toBe: 1)
        try await project.wait(for: "in_flight", toBe: 0)
    }

    func testGet() async throws {
        try await check(hangingAt: "/files/{uuid}/") {
            try await $0.files.get("21975c81-7f57-4c7a-aef9-acfe28779f78")
        }
    }

    func testItems() async throws {
        try await check(hangingAt: "/files/") { try await $0.files.list().collected() }
    }

    func testPages() async throws {
        try await check(hangingAt: "/files/") { try await $0.files.list().pages().collected() }
    }

    func testUploadOfBytes() async throws {
        try await check(hangingAt: "/base/") { try await $0.uploads.upload(Data("text".utf8)) }
    }

    func testUploadOfAFile() async throws {
        try await check(hangingAt: "/base/") {
            let photo = Emulator.fixtures.appendingPathComponent("photo.jpg")
            return try await $0.uploads.upload(file: photo)
        }
    }

    func testAGroupThatFailsCancelsItsOthers() async throws {
        let project = try await Project()
        try await project.add("faults", ["route": "/files/", "delay_ms": 600_000, "times": -1])
        let client = try project.client()
        let error = try await thrown {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask { _ = try await client.files.list().collected() }
                }
                group.addTask {
                    try await project.wait(for: "in_flight", toBe: 8)
                    _ = try await client.files.get("no uuid")
                }
                for try await _ in group {}
            }
        }
        XCTAssertEqual(error.parameter, "file")
        try await project.wait(for: "cancelled", toBe: 8)
    }

    func testAListGoesOnAfterItsTaskWasCancelled() async throws {
        let project = try await Project()
        try await project.add("files", ["count": 25])
        try await project.add("faults", ["route": "/files/", "skip": 1, "delay_ms": 600_000])
        let client = try project.client()
        let task = Task {
            let options = ListFilesOptions(limit: 10, prefetch: false)
            var files = client.files.list(options).makeAsyncIterator()
            var taken = 0
            do {
                while try await files.next() != nil { taken += 1 }
            } catch is CancellationError {}
            return (taken, files.cursor())
        }
        try await project.waitForFaults()
        task.cancel()
        let (taken, cursor) = try await task.value
        XCTAssertEqual(taken, 10)
        XCTAssertNotNil(cursor)
        let rest = try await client.files.list(ListFilesOptions(cursor: cursor)).collected()
        XCTAssertEqual(rest.count, 15)
    }

    func testCancellingAnywhereLosesNothing() async throws {
        let project = try await Project(files: 40)
        let client = try project.client()
        let options = ListFilesOptions(limit: 1, startingFrom: Date(timeIntervalSinceNow: 1e6))
        for pauses in 0..<12 {
            let task = Task {
                var files = client.files.list(ListFilesOptions(limit: 3)).makeAsyncIterator()
                var taken: [FileInfo] = []
                do {
                    while let file = try await files.next() { taken.append(file) }
                } catch is CancellationError {}
                return (taken, files.cursor())
            }
            // Passes a little more time in each round.
            for _ in 0..<pauses { _ = try await client.files.list(options).collected() }
            task.cancel()
            let (taken, cursor) = try await task.value
            let list = client.files.list(ListFilesOptions(cursor: cursor))
            let all = try await taken + list.collected()
            XCTAssertEqual(all.map(\.originalFilename), (1...40).map { "file-\($0).txt" })
        }
    }

    func testACancelledTaskSendsNothing() async throws {
        let project = try await Project()
        let client = try project.client()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            _ = try await client.files.list().collected()
        }
        do {
            try await task.value
            XCTFail("the list came to its end")
        } catch {
            XCTAssert(error is CancellationError, "\(error)")
        }
        let sent = try await project.requests()
        XCTAssertEqual(sent, [])
    }
}
