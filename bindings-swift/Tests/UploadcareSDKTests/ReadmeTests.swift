import Foundation
import UploadcareSDK
import XCTest

/// The samples of the readme are the files of `Snippets`, so they compile, and run.
final class ReadmeTests: XCTestCase {
    func testTheSamplesAreTheSnippets() throws {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let readme = tests.appendingPathComponent("../../README.md")
        let blocks = try String(contentsOf: readme, encoding: .utf8)
            .components(separatedBy: "```swift\n")
            .dropFirst()
            .map { $0.components(separatedBy: "```")[0] }
        let snippets = try FileManager.default
            .contentsOfDirectory(
                at: tests.appendingPathComponent("Snippets"),
                includingPropertiesForKeys: nil
            )
            .map { try String(contentsOf: $0, encoding: .utf8) }
        XCTAssertEqual(blocks.sorted(), snippets.sorted())
    }

    /// Runs samples that take their settings from the environment; other tests give theirs.
    private func inEnvironment(
        of project: Project,
        _ run: () async throws -> Void
    ) async throws {
        let settings = [
            "UPLOADCARE_PUBLIC_KEY": project.publicKey,
            "UPLOADCARE_SECRET_KEY": project.secretKey,
            "UPLOADCARE_REST_API_BASE": try project.emulator.base("api"),
            "UPLOADCARE_UPLOAD_API_BASE": try project.emulator.base("upload"),
        ]
        settings.forEach { setenv($0, $1, 1) }
        defer { settings.keys.forEach { unsetenv($0) } }
        try await run()
    }

    func testTheQuickStartRuns() async throws {
        let project = try await Project()
        let photo = Emulator.fixtures.appendingPathComponent("photo.jpg")
        try await inEnvironment(of: project) { try await showFiles(afterUploading: photo) }
        let sent = try await project.requests()
        XCTAssertEqual(
            sent.map { $0.components(separatedBy: "?")[0] }.prefix(3),
            ["POST /base/", "GET /files/", "GET /files/"]
        )
        XCTAssertEqual(sent.count, 4)
    }

    func testOptionsAndEventsRun() async throws {
        let project = try await Project(files: 1)
        let all = try await project.client().files.list().collected()
        let file = try XCTUnwrap(all.first)
        try await project.add(.respond(503, route: "/files/{uuid}/", times: 2))
        try await inEnvironment(of: project) {
            var found: FileInfo?
            // Its two seconds may be too few for a busy machine.
            for _ in 0..<20 where found == nil {
                do {
                    found = try await report(on: file.uuid)
                } catch let error as UploadcareError where error.kind == .timeout {}
            }
            XCTAssertEqual(found?.uuid, file.uuid)
            try await storeLoudly(file.uuid)
        }
        let stored = try await project.client().files.get(file)
        XCTAssertNotNil(stored.datetimeStored)
    }

    func testSigningRuns() async throws {
        let project = try await Project(files: 1)
        let backend = try project.backend()
        // The emulator's address is not a default.
        let base = try project.emulator.base("api")
        setenv("UPLOADCARE_REST_API_BASE", base, 1)
        defer { unsetenv("UPLOADCARE_REST_API_BASE") }
        let file = try await newestFile(of: project.publicKey, signedBy: backend)
        XCTAssertNotNil(file)
        let nobody = try XCTUnwrap(URL(string: base + "nobody"))
        let none = try await newestFile(of: project.publicKey, signedBy: nobody)
        XCTAssertNil(none)
    }

    func testExplainingRuns() async throws {
        let project = try await Project()
        try await showRequest(of: project.client(), for: UUID().uuidString)
        let sent = try await project.requests()
        XCTAssertEqual(sent, [])
    }

    func testManagingFilesRuns() async throws {
        let project = try await Project()
        try await project.set(["job_polls": 0])
        let client = try project.client()
        let photo = try await client.uploads.upload(
            file: Emulator.fixtures.appendingPathComponent("photo.jpg")
        )
        try await describe(client.files.get(photo), with: client)
        let tags = try await client.tags.get(photo)
        XCTAssertEqual(tags, ["cat"])
        try await showLarge(of: client)

        let document = try await client.uploads.upload(
            file: Emulator.fixtures.appendingPathComponent("document.pdf")
        )
        let page = try await firstPage(of: document, by: client)
        let image = try XCTUnwrap(page)
        let found = try await labels(of: XCTUnwrap(UUID(uuidString: photo.uuid)), by: client)
        XCTAssertFalse(found.isEmpty)
        let scan = try await client.addons.scanForViruses(document)
        try await goOnWaiting(for: scan.save(), by: client)

        try await deleteAll([photo.uuid, document.uuid, image, "nonsense"], of: client)
        let left = try await client.files.list().collected()
        XCTAssertEqual(left, [])
    }

    func testUploadsRun() async throws {
        let project = try await Project()
        let client = try project.client()
        let photo = Emulator.fixtures.appendingPathComponent("photo.jpg")
        let video = try await upload(photo, to: client)
        let report = try await uploadReport(to: client)
        let served = try await project.served(report.uuid)
        XCTAssertTrue(served.starts(with: Data("line 1\nline 2\n".utf8)))
        let all = try await uploadAll([photo, URL(fileURLWithPath: "/nowhere"), photo], to: client)
        XCTAssertEqual(all.map(\.size), [video.size, video.size])
        try await Content.withFile(of: Content.bytes(Content.threshold)) { file in
            try await project.add(.hang("/parts/{uuid}/{number}", skip: 1))
            let text = try await begin(file, by: client, until: Date.distantPast)
            try await project.wait(for: "in_flight", toBe: 0)
            try await project.heal()
            let rest = try await goOn(XCTUnwrap(text), with: file, by: client)
            XCTAssertEqual(rest.size, Int64(Content.threshold))
        }
        let url = try project.emulator.base("cdn") + "\(report.uuid)/"
        let fetched = try await fetch(url, by: client)
        XCTAssertEqual(fetched?.size, report.size)
    }

    func testTokensOfABackendRun() async throws {
        let project = try await Project()
        try await project.set(["signed_uploads": true])
        let token = try project.client().uploads.createToken().token
        try await Content.withFile(of: Data(token.utf8)) { file in
            let base = try project.emulator.base("upload")
            setenv("UPLOADCARE_UPLOAD_API_BASE", base, 1)
            defer { unsetenv("UPLOADCARE_UPLOAD_API_BASE") }
            // The file with the token stands for a backend: it is one more file of the project.
            let stored = try await project.client().uploads.upload(file)
            let path = try project.emulator.base("cdn") + "\(stored.uuid)/"
            let backend = try XCTUnwrap(URL(string: path))
            let photo = Emulator.fixtures.appendingPathComponent("photo.jpg")
            let uploaded = try await upload(photo, of: project.publicKey, by: backend)
            XCTAssertEqual(uploaded.originalFilename, "photo.jpg")
        }
    }

    func testDeliveryRuns() async throws {
        let project = try await Project()
        let client = try project.client()
        let photo = Emulator.fixtures.appendingPathComponent("photo.jpg")
        let file = try await client.uploads.upload(file: photo)
        try showUrls(of: file, by: client)
        try await describeImage(file, by: client)
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("uploadcare-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = try await save(file, in: folder, by: client)
        XCTAssertEqual(path, folder.appendingPathComponent("photo.jpg").path)
        let report = try await uploadReport(to: client)
        let lines = try await countLines(of: report, by: client)
        XCTAssertEqual(lines, 1000)

        try await project.set(["delivery_secrets": ["0123456789abcdef"]])
        let url = try link(to: report, with: "0123456789abcdef", by: client)
        let opened = try await client.delivery.download(url)
        XCTAssertEqual(Int64(opened.count), report.size)
    }

    func testReceivingRuns() throws {
        let receiver = try WebhookReceiver(secret: "secret")
        let body = Data(#"{"hook": {"id": 1, "event": "file.uploaded"}}"#.utf8)
        let signature = "v1=7d45adf06e6d49c47f5faa5d94cfe796c0d0b1143c894b6abc7b8b4be3492969"
        let headers = [WebhookReceiver.signatureHeader: signature]
        XCTAssertEqual(answer(body, headers, by: receiver), 200)
        XCTAssertEqual(answer(body + Data(" ".utf8), headers, by: receiver), 403)
        XCTAssertEqual(answer(body, [:], by: receiver), 403)
    }

    func testAccountsRun() async throws {
        let emulator = try Emulator.shared()
        let token = try await emulator.createAccount()
        _ = try await Project(account: token)
        let settings = [
            "UPLOADCARE_ACCOUNT_TOKEN": token,
            "UPLOADCARE_REST_API_BASE": try emulator.base("api"),
        ]
        settings.forEach { setenv($0, $1, 1) }
        defer { settings.keys.forEach { unsetenv($0) } }
        try await showUsage()
    }
}
