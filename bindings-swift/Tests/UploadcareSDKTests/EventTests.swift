import Foundation
import UploadcareSDK
import XCTest

private let uuid = "21975c81-7f57-4c7a-aef9-acfe28779f78"

final class EventTests: XCTestCase {
    func testTheStepsOfACall() async throws {
        let project = try await Project(files: 1)
        try await project.add(.respond(503))
        let recorder = Recorder()
        let client = try project.client(listener: recorder, maxRetries: 2)
        let files = try await client.files.list(ListFilesOptions(limit: 7)).collected()
        XCTAssertEqual(files.count, 1)
        XCTAssertEqual(
            recorder.texts(),
            [
                "request", "attempt", "response:503", "retry:server", "attempt", "response:200",
                "finish",
            ]
        )
        let events = recorder.events
        XCTAssertEqual(events.map(\.attempt), [0, 1, 1, 1, 2, 2, 2])
        XCTAssertEqual(Set(events.map(\.call)).count, 1)
        XCTAssertEqual(Set(events.map(\.method)), ["GET"])
        XCTAssertEqual(Set(events.map(\.path)), ["/files/"])
        XCTAssertEqual(Set(events.map { "http://\($0.host)" }), [try project.emulator.origin])
        XCTAssertEqual(events.map(\.elapsed), events.map(\.elapsed).sorted())
        let wait = try XCTUnwrap(events[3].wait)
        XCTAssertGreaterThanOrEqual(events[4].elapsed - events[3].elapsed, wait)
        XCTAssertEqual(events[1].sentBytes, 0)
        XCTAssertGreaterThan(try XCTUnwrap(events[5].receivedBytes), 0)
        XCTAssertNotNil(events[5].requestId)
        XCTAssertEqual(events[3].error?.status, 503)
        XCTAssertNil(events[6].error)
    }

    func testACallThatFails() async throws {
        let project = try await Project()
        let recorder = Recorder()
        let client = try project.client(listener: recorder)
        let error = try await thrown { try await client.files.get(uuid) }
        XCTAssertEqual(
            recorder.texts(),
            ["request", "attempt", "response:404", "finish:not_found"]
        )
        XCTAssertEqual(recorder.events.last?.error, error.info)
    }

    func testCallsAtTheSameTimeAreToldApart() async throws {
        let project = try await Project()
        let recorder = Recorder()
        let client = try project.client(listener: recorder)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 { group.addTask { _ = try await client.project.get() } }
            try await group.waitForAll()
        }
        let calls = Dictionary(grouping: recorder.events, by: \.call)
        XCTAssertEqual(calls.count, 20)
        for steps in calls.values {
            XCTAssertEqual(steps.map(\.kind), [.request, .attempt, .response, .finish])
        }
    }

    func testADerivedClientHasTheSameListener() async throws {
        let project = try await Project()
        let kinds = Counter()
        let listener = ClosureListener { if $0.kind == .finish { kinds.add() } }
        let client = try project.client(listener: listener)
        _ = try await client.project.get()
        _ = try await client.withOptions(ClientOptions(timeout: 50)).project.get()
        XCTAssertEqual(kinds.count, 2)
    }

    func testNoEventFollowsACancellation() async throws {
        let project = try await Project()
        try await project.add(.hang(times: -1))
        let recorder = Recorder()
        let client = try project.client(listener: recorder, maxRetries: 2)
        let task = Task { try await client.files.get(uuid) }
        try await project.wait(for: "in_flight", toBe: 1)
        task.cancel()
        try await expectCancellation(of: task)
        try await project.wait(for: "cancelled", toBe: 1)
        XCTAssertEqual(recorder.texts(), ["request", "attempt"])
    }

    func testNoEventFollowsACancellationAtAnyMoment() async throws {
        let project = try await Project(files: 1000)
        for number in 0..<40 {
            // So that the list does not end before it is cancelled.
            try await project.heal()
            try await project.add(.hang("/files/", skip: 50, times: -1))
            let recorder = Recorder()
            let (reached, listener) = (Latch(), AsyncStream<Void>.makeStream())
            let client = try project.client(
                listener: ClosureListener { event in
                    recorder.event(event)
                    if recorder.events.count == number { listener.continuation.yield() }
                }
            )
            let task = Task {
                await reached.open()
                return try await client.files.list(ListFilesOptions(limit: 1)).collected()
            }
            await reached.pass()
            if number > 0 { for await _ in listener.stream { break } }
            task.cancel()
            try await expectCancellation(of: task)
            let count = recorder.events.count
            try await project.wait(for: "in_flight", toBe: 0)
            XCTAssertEqual(recorder.events.count, count, "\(recorder.texts(from: count))")
        }
    }

    func testAListenerMayCancelItsCall() async throws {
        let project = try await Project()
        try await project.add(.respond(503, times: -1))
        for kind in [CallEventKind.request, .attempt, .retry] {
            let recorder = Recorder()
            let task = Holder<Task<ProjectInfo, any Error>>()
            let client = try project.client(
                listener: ClosureListener { event in
                    recorder.event(event)
                    if event.kind == kind { task.value?.cancel() }
                },
                maxRetries: 2
            )
            let begin = Latch()
            let call = Task {
                await begin.pass()
                return try await client.project.get()
            }
            task.value = call
            await begin.open()
            try await expectCancellation(of: call)
            XCTAssertEqual(recorder.events.last?.kind, kind)
        }
    }
}

/// A value that comes later than what needs it.
private final class Holder<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var held: Value?

    var value: Value? {
        get { lock.withLock { held } }
        set { lock.withLock { held = newValue } }
    }
}
