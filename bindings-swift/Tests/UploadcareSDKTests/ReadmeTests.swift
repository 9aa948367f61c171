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

    /// The only test that takes its settings from the environment; the others give theirs.
    func testTheQuickStartRuns() async throws {
        let project = try await Project()
        let settings = [
            "UPLOADCARE_PUBLIC_KEY": project.publicKey,
            "UPLOADCARE_SECRET_KEY": project.secretKey,
            "UPLOADCARE_REST_API_BASE": try project.emulator.base("api"),
            "UPLOADCARE_UPLOAD_API_BASE": try project.emulator.base("upload"),
        ]
        settings.forEach { setenv($0, $1, 1) }
        defer { settings.keys.forEach { unsetenv($0) } }
        try await showFiles(afterUploading: Emulator.fixtures.appendingPathComponent("photo.jpg"))
        let sent = try await project.requests()
        XCTAssertEqual(
            sent.map { $0.components(separatedBy: "?")[0] }.prefix(3),
            ["POST /base/", "GET /files/", "GET /files/"]
        )
        XCTAssertEqual(sent.count, 4)
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
}
