import Foundation
import UploadcareSDK
import XCTest

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

private let sizes = [0, 1, Content.threshold - 1, Content.threshold, Content.threshold + 5]
private let route = "/parts/{uuid}/{number}"

/// What can be uploaded, and what becomes of it.
final class UploadTests: XCTestCase {
    /// Uploads contents of all sizes in one way, and checks that each is there as it was.
    private func check(
        sizes: [Int] = sizes,
        _ upload: (Uploads, Data) async throws -> UploadedFile
    ) async throws {
        let project = try await Project()
        let uploads = try project.client().uploads
        for size in sizes {
            let data = Content.bytes(size)
            let file = try await upload(uploads, data)
            XCTAssertEqual(file.size, Int64(size))
            let served = try await project.served(file.uuid)
            XCTAssertTrue(served == data, "\(size)")
        }
    }

    func testData() async throws {
        try await check { try await $0.upload($1) }
    }

    func testASliceOfData() async throws {
        let data = Content.bytes(200_000)
        try await check(sizes: [100_000]) { uploads, content in
            let slice = (data.prefix(7) + content + data.prefix(9)).dropFirst(7).dropLast(9)
            return try await uploads.upload(slice)
        }
    }

    func testDataThatChangesMeanwhile() async throws {
        let project = try await Project()
        var data = Content.bytes(Content.threshold)
        let upload = try project.client().uploads.prepare(data)
        data.resetBytes(in: 0..<data.count)
        let file = try await upload.run()
        let served = try await project.served(file.uuid)
        XCTAssertTrue(served == Content.bytes(Content.threshold))
    }

    func testAFile() async throws {
        try await check { uploads, data in
            try await Content.withFile(of: data) { try await uploads.upload(file: $0) }
        }
    }

    func testAFileHandleFromWhereItStands() async throws {
        try await check { uploads, data in
            try await Content.withFile(of: Data("before".utf8) + data) { file in
                let handle = try FileHandle(forReadingFrom: file)
                try handle.seek(toOffset: 6)
                return try await uploads.upload(handle)
            }
        }
    }

    func testAPipe() async throws {
        try await check(sizes: [0, 1, 300_000, Content.threshold + 5]) { uploads, data in
            let pipe = Pipe()
            Thread.detachNewThread {
                try? pipe.fileHandleForWriting.write(contentsOf: data)
                try? pipe.fileHandleForWriting.close()
            }
            return try await uploads.upload(pipe.fileHandleForReading)
        }
    }

    func testAStreamOfUnknownSize() async throws {
        try await check { try await $0.upload(Pieces(data: $1)) }
    }

    func testAStreamOfKnownSize() async throws {
        try await check { try await $0.upload(Pieces(data: $1), size: Int64($1.count)) }
    }

    func testAStreamOfBigAndOfSmallPieces() async throws {
        for size in [1, 7 << 20] {
            let bytes = size == 1 ? 2000 : Content.threshold + 5
            try await check(sizes: [bytes]) { uploads, data in
                try await uploads.upload(Pieces(data: data, size: size))
            }
        }
    }

    func testAnAsyncStream() async throws {
        try await check(sizes: [300_000]) { uploads, data in
            let (stream, continuation) = AsyncStream.makeStream(of: Data.self)
            for start in stride(from: 0, to: data.count, by: 50_000) {
                continuation.yield(data[start..<start + 50_000])
            }
            continuation.finish()
            return try await uploads.upload(stream)
        }
    }

    func testAFileOfTheProjectIsLookedUp() async throws {
        let project = try await Project()
        let client = try project.client()
        let options = UploadOptions(filename: "notes.txt")
        let uploaded = try await client.uploads.upload(Data("text".utf8), options: options)
        let uuid = try XCTUnwrap(UUID(uuidString: uploaded.uuid))
        let info = try await client.files.get(uploaded)
        let before = try await project.requests().count
        let sources: [any UploadSource] = [uploaded, uuid, info]
        for source in sources {
            let found = try await client.uploads.upload(source)
            XCTAssertEqual(found, uploaded)
        }
        let sent = try await project.requests().dropFirst(before)
        XCTAssertEqual(sent.count, 3)
        XCTAssertTrue(sent.allSatisfy { $0.hasPrefix("GET /info/") }, "\(sent)")
        let error = try await thrown { try await client.uploads.upload(UUID()) }
        XCTAssertEqual(error.kind, .notFound)
    }

    func testWhatAStreamThrowsIsThrown() async throws {
        let project = try await Project()
        let uploads = try project.client().uploads
        for (after, size) in [
            (0, nil), (300_000, nil), (Content.threshold, nil), (9_000_000, 20_000_000),
        ]
            as [(Int, Int64?)]
        {
            let thrown = Thrown()
            let alive = Counter()
            let pieces = Pieces(
                data: Content.bytes(Content.threshold + 5),
                failure: (after, thrown),
                alive: alive
            )
            do {
                let file = try await uploads.upload(pieces, size: size)
                XCTFail("\(file) instead of an error")
            } catch {
                XCTAssertTrue(error as? Thrown === thrown, "\(error)")
            }
            try await waitUntil { alive.count == 0 }
        }
        let files = try await project.client().files.list().collected()
        XCTAssertEqual(files, [])
    }

    func testAStreamThatHasThrownIsOver() async throws {
        let project = try await Project()
        let thrown = Thrown()
        let pieces = Pieces(data: Content.bytes(300_000), failure: (200_000, thrown))
        let upload = try project.client().uploads.prepare(pieces)
        for _ in 0..<2 {
            do {
                let file = try await upload.run()
                XCTFail("\(file) instead of an error")
            } catch {
                XCTAssertTrue(error as? Thrown === thrown, "\(error)")
            }
        }
        let sent = try await project.requests()
        XCTAssertEqual(sent, [])
    }

    func testAStreamOfAnotherSizeThanItWasSaidToHave() async throws {
        let project = try await Project()
        let uploads = try project.client().uploads
        for (has, said) in [(10, 11), (11, 10), (Content.threshold + 5, Content.threshold)] {
            let error = try await thrown {
                try await uploads.upload(Pieces(data: Content.bytes(has)), size: Int64(said))
            }
            XCTAssertEqual(error.kind, .source, error.message)
        }
        let error = try await thrown { try await uploads.upload(Pieces(data: Data()), size: -1) }
        XCTAssertEqual(error.parameter, "size")
        let files = try await project.client().files.list().collected()
        XCTAssertEqual(files, [])
    }

    func testAFileThatCannotBeRead() async throws {
        let project = try await Project()
        let uploads = try project.client().uploads
        let missing = URL(fileURLWithPath: "/nowhere/photo.jpg")
        let error = try await thrown { try await uploads.upload(missing) }
        XCTAssertEqual(error.kind, .source)
        try await Content.withFile(of: Data("text".utf8)) { file in
            let handle = try FileHandle(forReadingFrom: file)
            try handle.close()
            do {
                let file = try await uploads.upload(handle)
                XCTFail("\(file) instead of an error")
            } catch {
                XCTAssertFalse(error is UploadcareError, "\(error)")
            }
        }
        let sent = try await project.requests()
        XCTAssertEqual(sent, [])
    }

    func testAStreamIsLeftWhenItsUploadFails() async throws {
        let project = try await Project()
        try await project.add(.respond(400, route: "/multipart/start/"))
        let alive = Counter()
        let pieces = Pieces(data: Content.bytes(Content.threshold + 5), alive: alive)
        let uploads = try project.client().uploads
        let error = try await thrown {
            try await uploads.upload(pieces, size: Int64(Content.threshold + 5))
        }
        XCTAssertEqual(error.kind, .rejected)
        try await waitUntil { alive.count == 0 }
    }

    func testAConnectionThatClosesWhileContentIsSent() async throws {
        let project = try await Project()
        try await project.add(Fault(times: -1, effect: .drop))
        let uploads = try project.client().uploads
        let data = Content.bytes(Content.threshold - 1)
        for _ in 0..<5 {
            let error = try await thrown { try await uploads.upload(data) }
            XCTAssertEqual(error.kind, .network)
        }
    }

    func testMany() async throws {
        let project = try await Project()
        let uploads = try project.client().uploads
        try await Content.withFile(of: Data("in a file".utf8)) { file in
            let first = try await uploads.upload(Data("first".utf8))
            let sources: [any UploadSource] = [
                Data("in memory".utf8), file, URL(fileURLWithPath: "/nowhere"), first,
                Content.bytes(Content.threshold),
            ]
            let result = try await uploads.uploadMany(
                sources,
                options: UploadOptions(fileConcurrency: 2)
            )
            XCTAssertEqual(
                result.files.map { $0?.size },
                [9, 9, nil, 5, Int64(Content.threshold)]
            )
            XCTAssertEqual(result.failures.map(\.index), [2])
            XCTAssertEqual(result.failures.first?.source, "/nowhere")
            XCTAssertEqual(result.failures.first?.error.kind, .source)
            XCTAssertEqual(result.notTried, [])
            let before = try await project.requests().count
            let handle = try FileHandle(forReadingFrom: file)
            let error = try await thrown { try await uploads.uploadMany([file, handle]) }
            XCTAssertEqual(error.kind, .invalidParameter)
            XCTAssertEqual(error.parameter, "sources")
            let after = try await project.requests().count
            XCTAssertEqual(after, before)
        }
    }

    func testPartsByHand() async throws {
        let project = try await Project()
        let uploads = try project.uploadClient().uploads
        let size = 5 << 20
        // Parts that are held where they are, and one so short that it is copied.
        let data = Content.bytes(Content.threshold + 5)
        let started = try await uploads.startMultipart(
            Int64(data.count),
            options: UploadOptions(partSize: Int64(size))
        )
        XCTAssertEqual(started.parts.count, 3)
        for (part, url) in started.parts.enumerated().reversed() {
            let end = min(data.count, (part + 1) * size)
            try await uploads.uploadPart(url, content: data[part * size..<end])
        }
        let info = try await uploads.completeMultipart(started.uuid)
        let served = try await project.served(info.uuid)
        XCTAssertTrue(served == data)

        let late = try await thrown {
            try await uploads.uploadPart(started.parts[0], content: data.prefix(size))
        }
        XCTAssertEqual(late.kind, .uploadLost)
        let before = try await project.requests().count
        let error = try await thrown { try await uploads.uploadPart("a.bin", content: data) }
        XCTAssertEqual(error.kind, .invalidParameter)
        XCTAssertEqual(error.parameter, "url")
        let after = try await project.requests().count
        XCTAssertEqual(after, before)
    }

    func testFromAURL() async throws {
        let project = try await Project()
        let client = try project.uploadClient()
        let file = try await client.uploads.upload(Data("from afar".utf8))
        let url = try project.emulator.base("cdn") + "\(file.uuid)/"
        let job = try await client.uploads.fromUrl(
            url,
            options: FromUrlOptions(filename: "far.txt")
        )
        XCTAssertEqual(job.kind, "from_url")
        let again = try client.jobs.open(job.save())
        let status = try await again.wait(WaitOptions(interval: 0.1))
        let uuid = try XCTUnwrap(status.uuid)
        let info = try await client.uploads.waitUntilReady(uuid)
        XCTAssertEqual(info.size, 9)
        let group = try await client.uploads.createGroup([info, file])
        let found = try await client.uploads.groupInfo(group)
        XCTAssertEqual(found.filesCount, 2)
    }
}

/// Uploads as things that can be followed, left and taken up.
final class UploadProgressTests: XCTestCase {
    private let size = Content.threshold + 5

    private func check(
        _ steps: [UploadProgress],
        file: StaticString = #filePath,
        line: UInt = #line
    ) {
        XCTAssertEqual(
            steps.map(\.sentBytes),
            steps.map(\.sentBytes).sorted(),
            file: file,
            line: line
        )
        XCTAssertEqual(
            steps.map(\.sentParts),
            steps.map(\.sentParts).sorted(),
            file: file,
            line: line
        )
        XCTAssertTrue(steps.dropLast().allSatisfy { $0.file == nil }, file: file, line: line)
        XCTAssertEqual(steps.last?.file?.size, Int64(size), file: file, line: line)
        XCTAssertEqual(steps.last?.sentBytes, Int64(size), file: file, line: line)
        XCTAssertEqual(steps.last?.totalBytes, Int64(size), file: file, line: line)
        XCTAssertEqual(steps.last?.sentParts, 3, file: file, line: line)
        XCTAssertEqual(steps.last?.totalParts, 3, file: file, line: line)
    }

    func testProgress() async throws {
        let project = try await Project()
        // The rest goes on when the first part was told.
        try await project.add(.hang(route, skip: 1))
        let uploads = try project.client().uploads
        let data = Content.bytes(size)
        var told: [UploadProgress] = []
        let options = UploadOptions(concurrency: 1)
        try await uploads.upload(data, options: options) {
            told.append($0)
            if $0.sentParts == 1 { Task { try await project.heal() } }
        }
        XCTAssertGreaterThan(told.count, 1)
        check(told)
        told = []
        try await uploads.upload(Pieces(data: data), options: options) { told.append($0) }
        check(told)
        let upload = try uploads.prepare(Pieces(data: data), size: Int64(size), options: options)
        XCTAssertEqual(upload.progress.sentBytes, 0)
        check(try await upload.collected())
        XCTAssertEqual(upload.progress.sentBytes, Int64(size))
        XCTAssertNotNil(upload.progress.file)
        XCTAssertTrue("\(upload)".contains("\(size)"), "\(upload)")
    }

    @MainActor
    func testProgressIsToldWhereTheCallerIs() async throws {
        let project = try await Project()
        let uploads = try project.client().uploads
        var told = 0
        try await uploads.upload(Data("text".utf8)) { _ in
            MainActor.assertIsolated()
            told += 1
        }
        XCTAssertGreaterThan(told, 0)
        let thrown = Thrown()
        do {
            try await uploads.upload(Data("text".utf8)) { _ in throw thrown }
            XCTFail("no error")
        } catch {
            XCTAssertTrue(error as? Thrown === thrown)
        }
    }

    func testCancelling() async throws {
        let ways: [@Sendable (Uploads, Data) async throws -> Void] = [
            { try await $0.upload($1) }, { _ = try await $0.prepare($1).collected() },
            { try await $0.upload(Pieces(data: $1)) },
            { try await $0.upload(Pieces(data: $1), size: Int64($1.count)) { _ in } },
            { uploads, data in
                try await Content.withFile(of: data) {
                    _ = try await uploads.upload(FileHandle(forReadingFrom: $0))
                }
            },
        ]
        let data = Content.bytes(size)
        for way in ways {
            let project = try await Project()
            try await project.add(.hang(route, times: -1))
            let uploads = try project.client().uploads
            let task = Task { try await way(uploads, data) }
            try await project.wait(for: "in_flight", toBe: 3)
            task.cancel()
            try await expectCancellation(of: task)
            try await project.wait(for: "cancelled", toBe: 3)
            try await project.wait(for: "in_flight", toBe: 0)
        }
    }

    func testCancellingAStreamThatWaits() async throws {
        let project = try await Project()
        let (turns, waits, ended) = (Counter(), Latch(), Latch())
        let stream = AsyncStream<Data>(
            unfolding: {
                turns.add()
                if turns.count == 1 { return Data("text".utf8) }
                await waits.open()
                try? await Task.sleep(nanoseconds: 86_400_000_000_000)
                return nil
            },
            onCancel: { Task { await ended.open() } }
        )
        let uploads = try project.client().uploads
        let task = Task { try await uploads.upload(stream) }
        let pipe = Pipe()
        let other = Task { try await uploads.upload(pipe.fileHandleForReading) }
        await waits.pass()
        // Nothing tells that the pipe is being read.
        try await Task.sleep(nanoseconds: 50_000_000)
        task.cancel()
        other.cancel()
        try await expectCancellation(of: task)
        try await expectCancellation(of: other)
        await ended.pass()
        try pipe.fileHandleForWriting.close()
        let sent = try await project.requests()
        XCTAssertEqual(sent, [])
    }

    func testALoopThatIsLeftLeavesNothingBehind() async throws {
        let project = try await Project()
        // One part is answered when the others have got there, which never are.
        try await project.add(.hang(route))
        let never = Fault(route: route, times: 2, bytesPerSecond: 0, effect: .respond(200))
        try await project.add(never)
        let data = Content.bytes(size)
        let upload = try project.client().uploads.prepare(data)
        let release = Task {
            try await project.waitForFaults()
            try await project.heal()
        }
        for try await progress in upload where progress.sentParts == 1 { break }
        try await release.value
        try await project.wait(for: "cancelled", toBe: 2)
        let file = try await upload.run()
        let parts = try await project.parts()
        XCTAssertEqual(parts, 3)
        let served = try await project.served(file.uuid)
        XCTAssertTrue(served == data)
    }

    func testACancelledStreamGoesOn() async throws {
        let data = Content.bytes(size)
        for size in [nil, Int64(size)] {
            let project = try await Project()
            try await project.add(.hang(route, skip: 1, times: 2))
            let alive = Counter()
            let pieces = Pieces(data: data, alive: alive)
            let upload = try project.client().uploads.prepare(pieces, size: size)
            let task = Task { try await upload.run() }
            try await project.waitForFaults()
            try await project.wait(for: "in_flight", toBe: 2)
            try await waitUntil { upload.progress.sentParts == 1 }
            task.cancel()
            try await expectCancellation(of: task)
            try await project.wait(for: "in_flight", toBe: 0)
            let file = try await upload.run()
            let parts = try await project.parts()
            XCTAssertEqual(parts, 3)
            let served = try await project.served(file.uuid)
            XCTAssertTrue(served == data)
            try await waitUntil { alive.count == 0 }
        }
    }

    func testAStreamIsLeftWithItsUpload() async throws {
        let project = try await Project()
        try await project.add(.hang(route, times: -1))
        let alive = Counter()
        do {
            let data = Content.bytes(size)
            let pieces = Pieces(data: data, size: 1000, alive: alive)
            let options = UploadOptions(concurrency: 1)
            let upload = try project.client().uploads
                .prepare(pieces, size: Int64(size), options: options)
            let task = Task { try await upload.run() }
            try await project.wait(for: "in_flight", toBe: 1)
            task.cancel()
            try await expectCancellation(of: task)
            XCTAssertEqual(alive.count, 1)
        }
        try await waitUntil { alive.count == 0 }
    }

    func testRunningAgainGoesOn() async throws {
        let project = try await Project()
        let data = Content.bytes(size)
        try await Content.withFile(of: data) { file in
            let uploads = try project.client().uploads
            let options = UploadOptions(concurrency: 1)
            let known = Int64(size)
            let all = [
                try uploads.prepare(data, options: options),
                try uploads.prepare(file, options: options),
                try uploads.prepare(Pieces(data: data), options: options),
                try uploads.prepare(Pieces(data: data), size: known, options: options),
                try uploads.prepare(FileHandle(forReadingFrom: file), options: options),
            ]
            for upload in all {
                let before = try await project.parts()
                try await project.add(Fault(route: route, skip: 1, effect: .respond(403)))
                let error = try await thrown { try await upload.run() }
                XCTAssertEqual(error.kind, .forbidden)
                let uploaded = try await upload.run()
                let again = try await upload.run()
                XCTAssertEqual(again, uploaded)
                let served = try await project.served(uploaded.uuid)
                XCTAssertTrue(served == data)
                let parts = try await project.parts() - before
                XCTAssertEqual(parts, 3)
            }
        }
    }

    func testPausing() async throws {
        let project = try await Project()
        try await project.add(.hang(route, skip: 1, times: 2))
        let data = Content.bytes(size)
        let upload = try project.client().uploads.prepare(data)
        let task = Task { try await upload.run() }
        try await project.waitForFaults()
        try await waitUntil { upload.progress.sentParts == 1 }
        upload.pause()
        try await project.wait(for: "cancelled", toBe: 2)
        try await project.wait(for: "in_flight", toBe: 0)
        try await Task.sleep(nanoseconds: 100_000_000)
        let paused = try await project.parts()
        XCTAssertEqual(paused, 1)
        upload.resume()
        let file = try await task.value
        let parts = try await project.parts()
        XCTAssertEqual(parts, 3)
        let served = try await project.served(file.uuid)
        XCTAssertTrue(served == data)
    }

    func testWhatWasSavedIsOfItsProject() async throws {
        let client = try await Project().client()
        let text = try client.uploads.prepare(Data()).save()
        let other = try await Project().client()
        let error = try await thrown { try other.uploads.resume(text, source: Data()) }
        XCTAssertEqual(error.parameter, "text")
    }

    #if os(Linux)
        /// Uploads in a process of its own what was begun here.
        func testAnotherProcessGoesOn() async throws {
            for way in ["text", "stream", "state"] {
                let project = try await Project()
                try await project.add(.hang(route, skip: 1, times: 2))
                let data = Content.bytes(size)
                let saved = FileManager.default.temporaryDirectory
                    .appendingPathComponent("uploadcare-\(UUID().uuidString)")
                defer { try? FileManager.default.removeItem(at: saved) }
                try await Content.withFile(of: data) { file in
                    let options = UploadOptions(stateFile: way == "state" ? saved.path : nil)
                    let upload = try project.client().uploads.prepare(file, options: options)
                    let task = Task { try await upload.run() }
                    try await project.waitForFaults()
                    try await waitUntil { upload.progress.sentParts == 1 }
                    if way != "state" { try Data(upload.save().utf8).write(to: saved) }
                    task.cancel()
                    try await expectCancellation(of: task)
                    try await project.wait(for: "in_flight", toBe: 0)
                    try await Child.run(
                        "ProgramThatGoesOn/test_\(way)",
                        project,
                        ["SAVED": saved.path, "FILE": file.path]
                    )
                }
                let parts = try await project.parts()
                XCTAssertEqual(parts, 3)
                let files = try await project.client().files.list().collected()
                XCTAssertEqual(files.map(\.size), [Int64(size)])
                let served = try await project.served(XCTUnwrap(files.first).uuid)
                XCTAssertTrue(served == data)
                XCTAssertTrue(way != "state" || !FileManager.default.fileExists(atPath: saved.path))
            }
        }

        func testMemoryDoesNotGrowWithTheContent() async throws {
            let project = try await Project()
            for way in ["stream", "file", "data"] {
                try await Child.run("ProgramThatMeasures/test_\(way)", project)
            }
        }
    #endif
}

#if os(Linux)
    final class ProgramThatGoesOn: XCTestCase {
        private func file() throws -> (file: URL, saved: URL) {
            let environment = ProcessInfo.processInfo.environment
            return (
                URL(fileURLWithPath: try XCTUnwrap(environment["FILE"])),
                URL(fileURLWithPath: try XCTUnwrap(environment["SAVED"]))
            )
        }

        func test_text() async throws {
            let uploads = try Child.project().client().uploads
            let (file, saved) = try file()
            let text = try String(contentsOf: saved, encoding: .utf8)
            let uploaded = try await uploads.resume(text, source: file).run()
            XCTAssertEqual(uploaded.size, 10_485_765)
        }

        func test_stream() async throws {
            let uploads = try Child.project().client().uploads
            let (file, saved) = try file()
            let text = try String(contentsOf: saved, encoding: .utf8)
            let pieces = Pieces(data: try Data(contentsOf: file))
            let uploaded = try await uploads.resume(text, source: pieces).run()
            XCTAssertEqual(uploaded.size, 10_485_765)
        }

        func test_state() async throws {
            let uploads = try Child.project().client().uploads
            let (file, saved) = try file()
            let options = UploadOptions(stateFile: saved.path)
            let uploaded = try await uploads.upload(file, options: options)
            XCTAssertEqual(uploaded.size, 10_485_765)
        }
    }

    final class ProgramThatMeasures: XCTestCase {
        private let size = 200 << 20
        private let part = 5 << 20

        private func check(_ upload: (Uploads) async throws -> UploadedFile) async throws {
            let uploads = try Child.project().client().uploads
            try await uploads.upload(Data("warm".utf8))
            try await uploads.upload(Pieces(data: Content.bytes(Content.threshold)))
            let before = try peak()
            let file = try await upload(uploads)
            XCTAssertEqual(file.size, Int64(size))
            let growth = try peak() - before
            print("\(name) grew by \(growth >> 10) KiB")
            XCTAssertLessThan(growth, 4 * part + (16 << 20))
        }

        /// The most memory that this process has held, in bytes.
        private func peak() throws -> Int {
            let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
            let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
            let words = try XCTUnwrap(line).split(separator: " ")
            return try XCTUnwrap(Int(words[1])) << 10
        }

        func test_stream() async throws {
            let size = size
            let turns = Counter()
            let stream = AsyncStream<Data> {
                turns.add()
                return turns.count <= 200 ? Data(repeating: 7, count: 1 << 20) : nil
            }
            try await check { try await $0.upload(stream, size: Int64(size)) }
        }

        func test_file() async throws {
            let file = FileManager.default.temporaryDirectory
                .appendingPathComponent("uploadcare-\(UUID().uuidString)")
            XCTAssertTrue(FileManager.default.createFile(atPath: file.path, contents: nil))
            defer { try? FileManager.default.removeItem(at: file) }
            try FileHandle(forWritingTo: file).truncate(atOffset: UInt64(size))
            try await check { try await $0.upload(file) }
            try await check { try await $0.upload(FileHandle(forReadingFrom: file)) }
        }

        func test_data() async throws {
            let data = Data(repeating: 7, count: size)
            try await check { try await $0.upload(data) }
        }
    }
#endif

/// An error that is told from all others by its identity.
private final class Thrown: Error {}
