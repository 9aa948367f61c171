import Foundation
import UploadcareSDK
import XCTest

final class CancellationTests: XCTestCase {
    /// Starts a call that hangs, cancels its task, and checks that the service saw the end of it, and
    /// that nothing was heard of it any more.
    private func check(
        hangingAt route: String,
        requests: Int64 = 1,
        _ call: @escaping @Sendable (Uploadcare) async throws -> some Sendable
    ) async throws {
        let project = try await Project()
        try await project.add(.hang(route, times: -1))
        let recorder = Recorder()
        let client = try project.client(listener: recorder, maxRetries: 2)
        let task = Task { try await call(client) }
        try await project.wait(for: "in_flight", toBe: requests)
        task.cancel()
        try await expectCancellation(of: task)
        let events = recorder.events.count
        try await project.wait(for: "cancelled", toBe: requests)
        try await project.wait(for: "in_flight", toBe: 0)
        let statuses = try await project.statuses()
        XCTAssertEqual(statuses, Array(repeating: 499, count: Int(requests)))
        XCTAssertEqual(recorder.events.count, events, "\(recorder.texts(from: events))")
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

    func testASearch() async throws {
        try await check(hangingAt: "/files/search/") {
            try await $0.files.search(SearchOptions(query: "cats")).collected()
        }
    }

    func testABatchWithAllItsRequests() async throws {
        let files = (0..<1000).map { _ in UUID() }
        try await check(hangingAt: "/files/storage/", requests: 4) {
            try await $0.files.deleteMany(files)
        }
    }

    func testAChange() async throws {
        try await check(hangingAt: "/webhooks/") {
            try await $0.webhooks.create("https://example.com/", event: .fileUploaded)
        }
    }

    func testAJob() async throws {
        let project = try await Project()
        try await project.add("jobs", ["outcome": "stuck"])
        let client = try project.client()
        let document = try await client.uploads.upload(
            Data("text".utf8),
            options: UploadOptions(filename: "notes.txt")
        )
        let job = try await client.addons.scanForViruses(document)
        try await project.add(.hang(times: -1))
        let waits: [@Sendable () async throws -> Void] = [
            { _ = try await job.wait() }, { _ = try await job.status() },
            { _ = try await job.updates().collected() },
        ]
        for wait in waits {
            let before = try await project.statuses()
            let task = Task(operation: wait)
            try await project.wait(for: "in_flight", toBe: 1)
            task.cancel()
            try await expectCancellation(of: task)
            try await project.wait(for: "in_flight", toBe: 0)
            let after = try await project.statuses()
            XCTAssertEqual(after, before + [499])
        }
    }

    func testAWaitBetweenAttempts() async throws {
        let project = try await Project()
        try await project.add(.respond(503, headers: ["Retry-After": "50"], times: -1))
        let (recorder, retried) = (Recorder(), Latch())
        let listener = ClosureListener { event in
            recorder.event(event)
            if event.kind == .retry { Task { await retried.open() } }
        }
        let client = try project.client(listener: listener, maxRetries: 2)
        let task = Task { try await client.project.get() }
        await retried.pass()
        task.cancel()
        try await expectCancellation(of: task)
        XCTAssertEqual(recorder.events.last?.kind, .retry)
        let statuses = try await project.statuses()
        XCTAssertEqual(statuses, [503])
    }

    func testAWaitForATurn() async throws {
        let project = try await Project()
        try await project.add(.hang())
        let client = try project.client().withOptions(ClientOptions(maxConcurrency: 1))
        let first = Task { try await client.project.get() }
        try await project.wait(for: "in_flight", toBe: 1)
        let second = Task { try await client.project.get() }
        second.cancel()
        try await expectCancellation(of: second)
        first.cancel()
        try await expectCancellation(of: first)
        try await project.wait(for: "cancelled", toBe: 1)
        _ = try await client.project.get()
        let statuses = try await project.statuses()
        XCTAssertEqual(statuses, [499, 200])
    }

    func testAPageThatIsFetchedAheadEndsWithItsList() async throws {
        let project = try await Project(files: 9)
        try await project.add(.hang("/files/", skip: 2))
        let recorder = Recorder()
        let client = try project.client(listener: recorder)
        let (reached, cancelled) = (Latch(), Latch())
        let task = Task {
            // Held, not left: the loop that it stands for might go on later.
            var files = client.files.list(ListFilesOptions(limit: 3)).makeAsyncIterator()
            for _ in 0..<4 { _ = try await files.next() }
            await reached.open()
            await cancelled.pass()
            do {
                _ = try await files.next()
            } catch is CancellationError {}
            return files
        }
        await reached.pass()
        try await project.waitForFaults()
        task.cancel()
        await cancelled.open()
        var files = try await task.value
        let events = recorder.events.count
        try await project.wait(for: "cancelled", toBe: 1)
        XCTAssertEqual(recorder.events.count, events, "\(recorder.texts(from: events))")
        var rest: [String] = []
        while let file = try await files.next() { rest.append(file.originalFilename) }
        XCTAssertEqual(rest, (5...9).map { "file-\($0).txt" })
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
        try await project.add(.hang("/files/", times: -1))
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
        try await project.add(.hang("/files/", skip: 1))
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
        try await expectCancellation(of: task)
        let sent = try await project.requests()
        XCTAssertEqual(sent, [])
    }
}
