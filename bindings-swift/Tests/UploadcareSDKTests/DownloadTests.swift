import Foundation
import UploadcareSDK
import XCTest

private let mib = 1 << 20
private let route = "/{uuid}/"

/// Files that are downloaded: into memory, and to the disk.
final class DownloadTests: XCTestCase {
    /// Requests of a size that makes several of a small file.
    private let inParts = SaveOptions(partSize: Int64(mib), maxConcurrency: 1)

    /// Content of which no part of 8 MiB looks like another.
    private func content(_ size: Int) -> Data {
        var data = Data(capacity: size)
        while data.count < size {
            data += Content.bytes(min(size - data.count, Content.threshold + 5))
        }
        return data
    }

    func testEveryByteArrives() async throws {
        let project = try await Project()
        let client = try project.client()
        for size in [0, 1, 9 * mib, 40 * mib] {
            let data = content(size)
            let file = try await client.uploads.upload(
                data,
                options: UploadOptions(filename: "a.bin")
            )
            let whole = try await client.delivery.download(file)
            XCTAssertTrue(whole == data, "\(size) bytes in memory are others")

            let stream = try await client.delivery.downloadStream(file)
            XCTAssertEqual(stream.info.size, Int64(size))
            XCTAssertEqual(stream.info.filename, "a.bin")
            let streamed = try await stream.reduce(into: Data()) { $0 += $1 }
            XCTAssertTrue(streamed == data, "\(size) bytes of a stream are others")

            try await Folder.fresh { folder in
                let before = try await project.ranges()
                let saved = try await client.delivery.save(file, to: folder.url)
                XCTAssertEqual(saved.size, Int64(size))
                XCTAssertEqual(saved.path, folder.url.appendingPathComponent("a.bin").path)
                XCTAssertNotNil(saved.contentType)
                let bytes = try folder.bytes("a.bin")
                XCTAssertTrue(bytes == data, "\(size) bytes on the disk are others")
                XCTAssertEqual(try folder.names(), ["a.bin"])
                let parts = try await project.ranges() - before
                // Of nothing there is no first byte: it is asked for twice.
                XCTAssertEqual(parts, size == 0 ? 2 : (size + 8 * mib - 1) / (8 * mib))
            }
        }
    }

    func testProgress() async throws {
        let project = try await Project()
        let client = try project.client()
        let data = content(6 * mib)
        let file = try await client.uploads.upload(data)
        // The rest comes when the beginning was told.
        let held = Fault.hang(route, skip: 2, times: -1)
        let begun = Int64(2 * mib)
        func check(_ steps: [DownloadProgress], _ saved: DownloadedFile?) throws {
            let last = try XCTUnwrap(steps.last)
            XCTAssertGreaterThan(steps.count, 1)
            let received = steps.map(\.receivedBytes)
            XCTAssertEqual(received, received.sorted())
            XCTAssertEqual(last.receivedBytes, Int64(data.count))
            XCTAssertEqual(last.totalBytes, Int64(data.count))
            XCTAssertEqual(last.file, saved)
            XCTAssertTrue(steps.dropLast().allSatisfy { $0.file == nil })
        }
        try await Folder.fresh { folder in
            var steps: [DownloadProgress] = []
            let target = folder.url.appendingPathComponent("told.bin")
            try await project.add(held)
            let saved = try await client.delivery.save(file, to: target, options: inParts) {
                steps.append($0)
                if $0.receivedBytes == begun { Task { try await project.heal() } }
            }
            try check(steps, saved)

            let options = SaveOptions(filename: "asked.bin", partSize: Int64(mib))
            let download = try client.delivery.prepareSave(file, to: folder.url, options: options)
            XCTAssertEqual(download.progress.receivedBytes, 0)
            try await project.add(held)
            var all: [DownloadProgress] = []
            for try await progress in download {
                all.append(progress)
                if progress.receivedBytes == begun { try await project.heal() }
            }
            let file = try await download.run()
            try check(all, file)
            XCTAssertEqual(download.progress.receivedBytes, Int64(data.count))
            XCTAssertTrue("\(download)".contains("receivedBytes"), "\(download)")
            XCTAssertEqual(try folder.names(), ["asked.bin", "told.bin"])
        }
    }

    func testWhatProgressThrowsEndsIt() async throws {
        let project = try await Project()
        let client = try project.client()
        let file = try await client.uploads.upload(content(4 * mib))
        try await project.add(.hang(route, skip: 2, times: -1))
        try await Folder.fresh { folder in
            let target = folder.url.appendingPathComponent("a.bin")
            do {
                try await client.delivery.save(file, to: target, options: inParts) { _ in
                    throw Mismatch("enough")
                }
                XCTFail("nothing was thrown")
            } catch let error as Mismatch {
                XCTAssertEqual(error.description, "enough")
            }
            try await project.wait(for: "in_flight", toBe: 0)
            XCTAssertFalse(try folder.names().contains("a.bin"))
        }
    }

    func testACancelledDownloadGoesOn() async throws {
        let project = try await Project()
        let client = try project.client()
        let data = content(8 * mib)
        let file = try await client.uploads.upload(data)
        try await Folder.fresh { folder in
            let target = folder.url.appendingPathComponent("a.bin")
            let download = try client.delivery.prepareSave(file, to: target, options: inParts)
            for runs in [true, false] {
                try await project.add(.hang(route, skip: 2))
                let task = Task {
                    if runs { try await download.run() } else { _ = try await download.collected() }
                }
                try await project.waitForFaults()
                task.cancel()
                try await expectCancellation(of: task)
                try await project.wait(for: "in_flight", toBe: 0)
                XCTAssertEqual(
                    try folder.names(),
                    ["a.bin.uploadcare-part", "a.bin.uploadcare-state"]
                )
            }
            let before = try await project.ranges()
            // Another one, as after a crash.
            let again = try client.delivery.prepareSave(file, to: target.path, options: inParts)
            let saved = try await again.run()
            XCTAssertEqual(saved.path, target.path)
            let bytes = try folder.bytes("a.bin")
            XCTAssertTrue(bytes == data)
            let parts = try await project.ranges() - before
            XCTAssertEqual(parts, 4)
            XCTAssertEqual(try folder.names(), ["a.bin"])
        }
    }

    func testALoopThatIsLeftClosesItsSockets() async throws {
        let project = try await Project()
        let client = try project.client()
        let file = try await client.uploads.upload(content(6 * mib))
        // The second part comes when those after it have been asked for, which never end.
        try await project.add(.hang(route, skip: 1))
        try await project.add(Fault(route: route, skip: 1, times: 2, bytesPerSecond: 0))
        try await Folder.fresh { folder in
            let options = SaveOptions(partSize: Int64(mib), maxConcurrency: 3)
            let download = try client.delivery.prepareSave(file, to: folder.url, options: options)
            let release = Task {
                try await project.waitForFaults()
                try await project.heal()
            }
            for try await progress in download where progress.receivedBytes >= 2 * mib { break }
            try await release.value
            try await project.wait(for: "in_flight", toBe: 0)
            let left = try await project.statuses().filter { $0 == 499 }
            XCTAssertGreaterThanOrEqual(left.count, 2)
            XCTAssertNil(download.progress.file)
        }
    }

    #if os(Linux)
        func testAnotherProcessGoesOn() async throws {
            let project = try await Project()
            let client = try project.client()
            let data = content(8 * mib)
            let file = try await client.uploads.upload(data)
            try await project.add(.hang(route, skip: 5))
            try await Folder.fresh { folder in
                let target = folder.url.appendingPathComponent("a.bin")
                let child = try Child.start(
                    "ProgramThatDownloads/test_save",
                    project,
                    ["UUID": file.uuid, "TARGET": target.path]
                )
                try await project.waitForFaults()
                kill(child.processIdentifier, SIGKILL)
                try await waitUntil { !child.isRunning }
                XCTAssertEqual(child.terminationReason, .uncaughtSignal)
                try await project.wait(for: "in_flight", toBe: 0)
                XCTAssertFalse(try folder.names().contains("a.bin"))
                let before = try await project.ranges()
                let saved = try await client.delivery.save(file, to: target, options: inParts)
                XCTAssertEqual(saved.size, Int64(data.count))
                let bytes = try folder.bytes("a.bin")
                XCTAssertTrue(bytes == data)
                let parts = try await project.ranges() - before
                XCTAssertEqual(parts, 3)
            }
        }
    #endif

    func testNothingIsReplacedUnlessItIsSaid() async throws {
        let project = try await Project()
        let client = try project.client()
        let file = try await client.uploads.upload(Data("new".utf8))
        try await Folder.fresh { folder in
            let target = folder.url.appendingPathComponent("a.txt")
            try Data("old".utf8).write(to: target)
            let error = try await thrown { try await client.delivery.save(file, to: target) }
            XCTAssertEqual(error.kind, .destination)
            XCTAssertTrue(error.message.contains("overwrite"), error.message)
            XCTAssertEqual(try folder.bytes("a.txt"), Data("old".utf8))
            let options = SaveOptions(overwrite: true)
            try await client.delivery.save(file, to: target, options: options)
            XCTAssertEqual(try folder.bytes("a.txt"), Data("new".utf8))
        }
    }

    func testPlacesThatAreNone() async throws {
        let project = try await Project()
        let client = try project.client()
        let file = try await client.uploads.upload(Data("text".utf8))
        try await Folder.fresh { folder in
            let nowhere = folder.url.appendingPathComponent("none/a.txt")
            var error = try await thrown { try await client.delivery.save(file, to: nowhere) }
            XCTAssertEqual(error.kind, .destination)
            let missing = folder.url.appendingPathComponent("none", isDirectory: true)
            error = try await thrown { try await client.delivery.save(file, to: missing) }
            XCTAssertEqual(error.kind, .destination)
            XCTAssertTrue(error.message.contains("does not exist"), error.message)
            let page = try XCTUnwrap(URL(string: "https://example.com/a.txt"))
            error = try await thrown { try client.delivery.prepareSave(file, to: page) }
            XCTAssertEqual(error.kind, .invalidParameter)
            XCTAssertEqual(error.parameter, "destination")
            let inside = SaveOptions(filename: "../a.txt")
            error = try await thrown {
                try client.delivery.prepareSave(file, to: folder.url, options: inside)
            }
            XCTAssertEqual(error.parameter, "filename")
            error = try await thrown {
                let options = SaveOptions(partSize: 1)
                return try client.delivery.prepareSave(file, to: folder.url, options: options)
            }
            XCTAssertEqual(error.parameter, "partSize")
            XCTAssertTrue(error.message.contains("1048576"), error.message)
            XCTAssertEqual(try folder.names(), [])
        }
    }

    func testTheNameOfTheServiceIsOneOfTheFolder() async throws {
        let project = try await Project()
        let client = try project.client()
        let file = try await client.uploads.upload(Data("text".utf8))
        for (name, expected) in [("../../evil.txt", "evil.txt"), ("/etc/passwd", "passwd")] {
            let headers = ["Content-Disposition": "attachment; filename=\"\(name)\""]
            try await project.add(.respond(200, headers: headers, route: route))
            try await Folder.fresh { folder in
                let saved = try await client.delivery.save(file, to: folder.url)
                XCTAssertEqual(saved.path, folder.url.appendingPathComponent(expected).path)
                XCTAssertEqual(try folder.names(), [expected])
            }
        }
    }

    func testNothingIsWrittenThroughALink() async throws {
        let project = try await Project()
        let client = try project.client()
        let file = try await client.uploads.upload(Data("new".utf8))
        try await Folder.fresh { folder in
            try Data("mine".utf8).write(to: folder.url.appendingPathComponent("victim"))
            for name in ["a.txt", "b.txt.uploadcare-part", "c.txt.uploadcare-state"] {
                try FileManager.default.createSymbolicLink(
                    atPath: folder.url.appendingPathComponent(name).path,
                    withDestinationPath: "victim"
                )
            }
            for name in ["a.txt", "b.txt", "c.txt"] {
                let target = folder.url.appendingPathComponent(name)
                let error = try await thrown { try await client.delivery.save(file, to: target) }
                XCTAssertEqual(error.kind, .destination, "\(error)")
            }
            // The link itself may be replaced.
            let target = folder.url.appendingPathComponent("a.txt")
            let options = SaveOptions(overwrite: true)
            try await client.delivery.save(file, to: target, options: options)
            XCTAssertEqual(try folder.bytes("a.txt"), Data("new".utf8))
            XCTAssertEqual(try folder.bytes("victim"), Data("mine".utf8))
        }
    }

    func testFilesThatAreNone() async throws {
        let project = try await Project()
        let delivery = try project.client().delivery
        var error = try await thrown { try await delivery.download(UUID()) }
        XCTAssertEqual(error.kind, .notFound)
        XCTAssertEqual(error.status, 404)
        error = try await thrown { try await delivery.downloadStream("no file") }
        XCTAssertEqual(error.parameter, "file")
        error = try await thrown { try await delivery.download("https://example.com/\(UUID())/") }
        XCTAssertEqual(error.kind, .invalidParameter)
        XCTAssertEqual(error.parameter, "file")
    }

    func testARenderedImage() async throws {
        let project = try await Project()
        let client = try project.client()
        let photo = Emulator.fixtures.appendingPathComponent("photo.jpg")
        let file = try await client.uploads.upload(file: photo)
        let small = try Transformation().preview(width: 40, height: 40).format(.png)
        let options = DownloadOptions(transformation: small)
        let image = try await client.delivery.download(file, options: options)
        XCTAssertEqual(image.prefix(4), Data([0x89, 0x50, 0x4E, 0x47]))
        let url = try client.delivery.url(file, options: DeliveryUrlOptions(transformation: small))
        let again = try await client.delivery.download(url)
        XCTAssertEqual(again, image)
        let info = try await client.delivery.info(
            file,
            options: DeliveryInfoOptions(transformation: small)
        )
        XCTAssertLessThanOrEqual(try XCTUnwrap(info.width), 40)
        let colors = try await client.delivery.mainColors(
            file,
            options: MainColorsOptions(count: 3)
        )
        XCTAssertEqual(colors.count, 3)
    }

    func testExplaining() async throws {
        let project = try await Project()
        let client = try project.client()
        let uuid = UUID()
        let request = try await client.explain { try await $0.delivery.download(uuid) }
        XCTAssertTrue(request.url.hasSuffix("/\(uuid.uuidString.lowercased())/"), request.url)
        try await Folder.fresh { folder in
            let saving = try await client.explain {
                try $0.delivery.prepareSave(uuid, to: folder.url)
            }
            XCTAssertEqual(saving.headers["range"], "bytes=0-8388607")
        }
        let sent = try await project.requests()
        XCTAssertEqual(sent, [])
    }
}

#if os(Linux)
    final class ProgramThatDownloads: XCTestCase {
        func test_save() async throws {
            let project = try Child.project()
            let environment = ProcessInfo.processInfo.environment
            let options = SaveOptions(partSize: Int64(mib), maxConcurrency: 1)
            let uuid = try XCTUnwrap(environment["UUID"])
            let target = try XCTUnwrap(environment["TARGET"])
            try await project.client().delivery.save(uuid, to: target, options: options)
        }
    }
#endif

/// A folder of one test.
private struct Folder: Sendable {
    let url: URL

    static func fresh(_ use: (Folder) async throws -> Void) async throws {
        let url = FileManager.default.temporaryDirectory
            .appendingPathComponent("uploadcare-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: url) }
        try await use(Folder(url: url))
    }

    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    }

    func bytes(_ name: String) throws -> Data {
        try Data(contentsOf: url.appendingPathComponent(name))
    }
}

extension Project {
    /// How often originals were asked for.
    fileprivate func ranges() async throws -> Int {
        try await emulator.requests(of: publicKey).filter { $0["route"].text == route }.count
    }
}
