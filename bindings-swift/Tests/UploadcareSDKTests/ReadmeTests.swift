import Foundation
import UploadcareSDK
import XCTest

final class ReadmeTests: XCTestCase {
    func testTheQuickStartIsTheSnippet() throws {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let readme = tests.appendingPathComponent("../../README.md")
        let snippet = tests.appendingPathComponent("Snippets/QuickStart.swift")
        let blocks = try String(contentsOf: readme, encoding: .utf8).components(
            separatedBy: "```swift\n"
        )
        let code = try XCTUnwrap(blocks.dropFirst().first { $0.contains("func showFiles") })
        XCTAssertEqual(
            code.components(separatedBy: "```")[0],
            try String(contentsOf: snippet, encoding: .utf8)
        )
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
}
