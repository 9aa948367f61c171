import Foundation
import UploadcareSDK
import XCTest

final class ClientTests: XCTestCase {
    private let secretKey = "3ecre7key3ecre7key00"

    private func dumped(_ value: some Any) -> String {
        var text = ""
        dump(value, to: &text)
        return "\(value) \(String(reflecting: value)) \(text)"
    }

    func testNothingTellsTheSecrets() throws {
        let options = ClientOptions(proxy: "http://user:pa55word@proxy.test:3128")
        let client = try Uploadcare(
            publicKey: "demopublickey",
            secretKey: secretKey,
            options: options
        )
        let files = client.files
        for text in [dumped(client), dumped(files), dumped(files.list()), dumped(client.uploads)] {
            XCTAssertFalse(text.contains(secretKey), text)
            XCTAssertFalse(text.contains("pa55word"), text)
        }
        XCTAssertTrue(dumped(client).contains("demopublickey"))
        XCTAssertFalse(dumped(options).contains("pa55word"))
        XCTAssertTrue("\(options)".contains("<redacted>"))
    }

    func testBasesAreURLs() throws {
        let client = try Uploadcare(
            publicKey: "demopublickey",
            options: ClientOptions(
                apiBase: "https://api.test/under",
                uploadBase: "http://[::1]:8080",
                cdnBase: "https://täst.test/"
            )
        )
        XCTAssertEqual(client.publicKey, "demopublickey")
        XCTAssertEqual(client.apiBase, URL(string: "https://api.test/under/"))
        XCTAssertEqual(client.uploadBase, URL(string: "http://[::1]:8080/"))
        XCTAssertEqual(client.cdnBase, URL(string: "https://xn--tst-qla.test/"))
    }

    func testAKeyThatNoKeyIs() async throws {
        let error = try await thrown { try Uploadcare(publicKey: "a b", secretKey: secretKey) }
        XCTAssertEqual(error.kind, .configuration)
        XCTAssertEqual(error.parameter, "publicKey")
        XCTAssertEqual(error.localizedDescription, error.message)
    }

    func testAnErrorTellsAllItKnows() async throws {
        let project = try await Project()
        let answer: JsonNode = [
            "status": 429, "headers": ["Retry-After": "7"], "body": ["detail": "Slow down."],
        ]
        try await project.add("faults", ["respond": answer])
        let client = try project.client()
        let uuid = "21975c81-7f57-4c7a-aef9-acfe28779f78"
        let error = try await thrown { try await client.files.get(uuid) }
        XCTAssertEqual(error.kind, .throttled)
        XCTAssertEqual(error.status, 429)
        XCTAssertEqual(error.retryAfter, 7)
        XCTAssertEqual(error.method, "GET")
        XCTAssertEqual(error.path, "/files/\(uuid)/")
        XCTAssertTrue(error.isRetryable)
        let requestId = try XCTUnwrap(error.requestId)
        let facts = "(GET /files/\(uuid)/, status 429, request \(requestId))"
        XCTAssertEqual("\(error)", "\(error.message) \(facts)")
        XCTAssertEqual(error, UploadcareError(info: error.info))
    }

    func testOnlyAFileURLNamesAFile() async throws {
        let project = try await Project()
        let client = try project.client()
        let page = try XCTUnwrap(URL(string: "https://example.com/photo.jpg"))
        let error = try await thrown { try await client.uploads.upload(file: page) }
        XCTAssertEqual(error.kind, .invalidParameter)
        XCTAssertEqual(error.parameter, "file")
    }

    func testMoreBytesThanTheBridgeCanCount() async throws {
        let client = try Uploadcare(publicKey: "demopublickey")
        // Zeros that are never touched take no memory.
        let data = Data(count: Int(Int32.max) + 1)
        let error = try await thrown { try await client.uploads.upload(data) }
        XCTAssertEqual(error.kind, .invalidParameter)
        XCTAssertEqual(error.parameter, "data")
    }

    func testTheServiceIsToldTheLanguage() async throws {
        let project = try await Project()
        let client = try project.client()
        _ = try await client.files.list().collected()
        let path = "requests?public_key=\(project.publicKey)&language=swift"
        let logged = try await project.emulator.control("GET", path).answer["requests"].items
        let agent = try XCTUnwrap(logged?.first?["user_agent"].text)
        XCTAssertTrue(agent.contains("(Swift/6."), agent)
    }
}
