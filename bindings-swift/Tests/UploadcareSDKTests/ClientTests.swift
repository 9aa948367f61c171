import Foundation
import UploadcareSDK
import XCTest

final class ClientTests: XCTestCase {
    private let secretKey = "3ecre7key3ecre7key00"

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
        try await project.add(.respond(429, headers: ["Retry-After": "7"]))
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
        XCTAssertEqual(error.kind, .source)
        XCTAssertEqual(error.parameter, "source")
        XCTAssertTrue(error.message.contains("from_url"), error.message)
        let sent = try await project.requests()
        XCTAssertEqual(sent, [])
    }

    func testMoreBytesThanTheBridgeCanCount() async throws {
        let project = try await Project()
        // Zeros that are never touched take no memory.
        let data = Data(count: Int(Int32.max) + 1)
        let request = try await project.client().explain { try await $0.uploads.upload(data) }
        XCTAssertTrue(request.url.contains("/multipart/start/"), request.url)
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
