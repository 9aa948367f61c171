import Foundation
import UploadcareSDK
import XCTest

private let often = WaitOptions(interval: 0.01)

/// A conversion that is finished at the third question, no sooner, however long the test takes.
private func converting(_ outcome: String = "finished") async throws -> (Project, Job) {
    let project = try await Project()
    try await project.set(["job_polls": 2, "job_ms": 3_600_000])
    try await project.add("jobs", ["outcome": .text(value: outcome)])
    let client = try project.client()
    let document = try await client.uploads.upload(
        Data("text".utf8),
        options: UploadOptions(filename: "notes.txt")
    )
    let path = try client.conversion.documentPath(document)
    return (project, try await client.conversion.convertDocument(path))
}

final class JobTests: XCTestCase {
    func testAJobTellsWhatItIs() async throws {
        let (project, job) = try await converting()
        XCTAssertEqual(job.kind, "document")
        XCTAssertTrue(job.source.hasSuffix("/document/-/format/pdf/"), job.source)
        XCTAssertNotNil(job.token)
        XCTAssertNotNil(job.uuid)
        XCTAssertNil(job.requestId)
        XCTAssertNil(job.thumbnailsGroupUuid)
        XCTAssertEqual("\(job)", "Job(kind: document, source: \(job.source))")
        var texts = job.save()
        dump(job, to: &texts)
        XCTAssertFalse(texts.contains(project.secretKey), texts)

        let again = try project.client().jobs.open(job.save())
        XCTAssertEqual(again.info, job.info)
        XCTAssertEqual(again.save(), job.save())
    }

    func testUpdatesEndWithTheFinishedJob() async throws {
        let (project, job) = try await converting()
        let before = try await project.requests().count
        let updates = job.updates(often)
        let states = try await updates.collected().map(\.state)
        XCTAssertEqual(states.count, 3)
        XCTAssertEqual(states.last, .finished)
        let after = try await project.requests().count
        XCTAssertEqual(after, before + 3)

        var again = updates.makeAsyncIterator()
        let first = try await again.next()
        XCTAssertEqual(first?.state, .finished)
        for _ in 0..<2 {
            let second = try await again.next()
            XCTAssertNil(second)
        }
    }

    func testLeavingTheLoopAsksNoMore() async throws {
        let (project, job) = try await converting()
        let before = try await project.requests().count
        for try await status in job.updates(often) {
            XCTAssertNotEqual(status.state, .finished)
            break
        }
        let after = try await project.requests().count
        XCTAssertEqual(after, before + 1)
    }

    func testWaitingTellsOfProgress() async throws {
        let (project, job) = try await converting()
        var seen: [JobStatus] = []
        let last = try await job.wait(often) { seen.append($0) }
        XCTAssertEqual(seen.count, 3)
        XCTAssertEqual(seen.last, last)
        XCTAssertEqual(last.state, .finished)
        XCTAssertEqual(last.uuid, job.uuid)
        let made = try await project.client().files.get(XCTUnwrap(last.uuid))
        XCTAssertTrue(made.isReady)
        let again = try await job.wait()
        XCTAssertEqual(again, last)
    }

    func testProgressRunsWhereTheCallerDoes() async throws {
        let (_, job) = try await converting()
        let count = try await Task { @MainActor in
            let screen = Screen()
            try await job.wait(often) { screen.show($0) }
            return screen.shown.count
        }.value
        XCTAssertEqual(count, 3)
    }

    func testProgressMayThrow() async throws {
        let (project, job) = try await converting()
        let before = try await project.requests().count
        do {
            try await job.wait(often) { _ in throw Mismatch("enough") }
            XCTFail("the job came to its end")
        } catch is Mismatch {}
        let after = try await project.requests().count
        XCTAssertEqual(after, before + 1)
    }

    func testJobsThatFail() async throws {
        var (_, job) = try await converting("failed")
        var error = try await thrown { try await job.wait(often) }
        XCTAssertEqual(error.kind, .jobFailed)
        XCTAssertTrue(error.message.contains(job.source), error.message)
        let status = try await job.status()
        XCTAssertEqual(status.state, .failed)
        XCTAssertNotNil(status.error)

        (_, job) = try await converting("cancelled")
        var updates = job.updates(often).makeAsyncIterator()
        error = try await thrown { while try await updates.next() != nil {} }
        XCTAssertEqual(error.kind, .jobCancelled)
        let afterwards = try await updates.next()
        XCTAssertNil(afterwards)
    }

    func testAJobThatTakesTooLongMayStillEnd() async throws {
        let (_, job) = try await converting()
        let error = try await thrown {
            try await job.wait(WaitOptions(timeout: 0, interval: 0.01))
        }
        XCTAssertEqual(error.kind, .waitTimeout)
        XCTAssertTrue(error.isRetryable)
        let last = try await job.wait(often)
        XCTAssertEqual(last.state, .finished)
    }

    func testCancellingStopsTheWaiting() async throws {
        let (project, job) = try await converting("stuck")
        let (asked, continuation) = AsyncStream<JobStatus>.makeStream()
        let task = Task {
            try await job.wait(WaitOptions(interval: 10)) { continuation.yield($0) }
        }
        for await _ in asked { break }
        task.cancel()
        do {
            let status = try await task.value
            XCTFail("\(status) instead of an error")
        } catch {
            XCTAssert(error is CancellationError, "\(error)")
        }
        let before = try await project.requests().count
        let status = try await job.status()
        XCTAssertNotEqual(status.state, .finished)
        let after = try await project.requests().count
        XCTAssertEqual(after, before + 1)
    }

    func testCancellingStopsAQuestion() async throws {
        let (project, job) = try await converting()
        try await project.add(.hang())
        let task = Task { try await job.updates().collected() }
        try await project.waitForFaults()
        task.cancel()
        try await expectCancellation(of: task)
        try await project.wait(for: "cancelled", toBe: 1)
    }

    func testWrongOptionsAndTexts() async throws {
        let (project, job) = try await converting()
        let before = try await project.requests().count
        let wrong = ["timeout": WaitOptions(timeout: -1), "interval": WaitOptions(interval: 0)]
        for (name, options) in wrong {
            var error = try await thrown { try await job.wait(options) }
            XCTAssertEqual(error.kind, .invalidParameter)
            XCTAssertEqual(error.parameter, name)
            error = try await thrown { try await job.updates(options).collected() }
            XCTAssertEqual(error.parameter, name)
        }
        let error = try await thrown { try project.client().jobs.open("nonsense") }
        XCTAssertEqual(error.parameter, "text")
        let after = try await project.requests().count
        XCTAssertEqual(after, before)
    }

    func testABatchHasJobsAndProblems() async throws {
        let (project, job) = try await converting()
        let missing = "00000000-0000-4000-8000-000000000001/document/-/format/pdf/"
        let conversion = try project.client().conversion
        let batch = try await conversion.convertDocuments([job.source, missing])
        XCTAssertEqual(batch.jobs.map(\.source), [job.source])
        XCTAssertEqual(batch.problems.map(\.source), [missing])
    }

    func testLabelsAreTyped() async throws {
        let project = try await Project()
        try await project.set(["job_polls": 0])
        let client = try project.client()
        let photo = try await client.uploads.upload(
            file: Emulator.fixtures.appendingPathComponent("photo.jpg")
        )
        try await client.addons.detectLabels(photo).wait()
        let options = GetFileOptions(includeAppdata: true)
        let found = try await client.files.get(photo, options: options).appdata
        let result = try XCTUnwrap(found?.awsRekognitionDetectLabels)
        let label = try XCTUnwrap(result.data.labels.first)
        XCTAssertFalse(label.name.isEmpty)
        XCTAssertTrue((0...100).contains(try XCTUnwrap(label.confidence)))
        XCTAssertNotNil(result.datetimeCreated)
        XCTAssertNil(found?.ucClamavVirusScan)
    }
}

@MainActor
private final class Screen {
    private(set) var shown: [JobStatus] = []

    func show(_ status: JobStatus) {
        shown.append(status)
    }
}
