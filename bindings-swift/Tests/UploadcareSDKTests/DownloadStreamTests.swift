import Foundation
import UploadcareSDK
import XCTest

private let route = "/{uuid}/"

/// Files that are downloaded piece by piece.
final class DownloadStreamTests: XCTestCase {
    private let data = Content.bytes(3 << 20)

    /// A file that comes so slowly that it is never complete.
    private func slow() async throws -> (Project, Delivery, UploadedFile) {
        let project = try await Project()
        let client = try project.client()
        let file = try await client.uploads.upload(data)
        try await project.add(Fault(route: route, times: -1, bytesPerSecond: 10_000))
        return (project, client.delivery, file)
    }

    private func checkClosed(_ project: Project) async throws {
        try await project.wait(for: "in_flight", toBe: 0)
        let statuses = try await project.statuses()
        XCTAssertEqual(statuses.last, 499)
    }

    func testAStreamThatIsLeftClosesItsSocket() async throws {
        let (project, delivery, file) = try await slow()
        do {
            for try await piece in try await delivery.downloadStream(file) {
                XCTAssertFalse(piece.isEmpty)
                break
            }
        }
        try await checkClosed(project)
    }

    func testAStreamThatNobodyReadsClosesItsSocket() async throws {
        let (project, delivery, file) = try await slow()
        do {
            let stream = try await delivery.downloadStream(file)
            XCTAssertEqual(stream.info.size, Int64(data.count))
        }
        try await checkClosed(project)
    }

    func testCancellingClosesTheSocket() async throws {
        let (project, delivery, file) = try await slow()
        let stream = try await delivery.downloadStream(file)
        let begun = Latch()
        let task = Task {
            for try await _ in stream { await begun.open() }
        }
        await begun.pass()
        task.cancel()
        try await expectCancellation(of: task)
        try await checkClosed(project)
        let error = try await thrown { try await stream.collected() }
        XCTAssertEqual(error.kind, .cancelled)
        XCTAssertTrue(error.message.contains("anew"), error.message)
    }

    func testClosingEndsAWait() async throws {
        let project = try await Project()
        let client = try project.client()
        let file = try await client.uploads.upload(data)
        try await project.add(Fault(route: route, bytesPerSecond: 0))
        let stream = try await client.delivery.downloadStream(file)
        let task = Task { try await thrown { try await stream.collected() } }
        try await project.wait(for: "in_flight", toBe: 1)
        stream.close()
        let error = try await task.value
        XCTAssertEqual(error.kind, .cancelled)
        try await checkClosed(project)
        stream.close()
    }

    func testReadingGoesOnWhereItStood() async throws {
        let project = try await Project()
        let client = try project.client()
        let file = try await client.uploads.upload(data)
        let stream = try await client.delivery.downloadStream(file)
        var seen = Data()
        for try await piece in stream {
            seen += piece
            break
        }
        for try await piece in stream { seen += piece }
        XCTAssertTrue(seen == data)
        var iterator = stream.makeAsyncIterator()
        let after = try await iterator.next()
        XCTAssertNil(after)
        stream.close()
        let later = try await iterator.next()
        XCTAssertNil(later)
        XCTAssertTrue("\(stream)".contains("\(data.count)"), "\(stream)")
    }

    func testAConnectionThatBreaksIsTakenUp() async throws {
        let project = try await Project()
        let client = try project.client(maxRetries: 2)
        let file = try await client.uploads.upload(data)
        try await project.add(Fault(route: route, times: 2, effect: .truncate(700_000)))
        let seen = try await client.delivery.downloadStream(file).reduce(into: Data()) { $0 += $1 }
        XCTAssertTrue(seen == data)
    }

    func testACancelledTaskBeginsNothing() async throws {
        let project = try await Project()
        let delivery = try project.client().delivery
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            _ = try await delivery.downloadStream(UUID())
        }
        try await expectCancellation(of: task)
        let sent = try await project.requests()
        XCTAssertEqual(sent, [])
    }
}
