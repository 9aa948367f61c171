import Foundation
import UploadcareSDK
import XCTest

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

private let uuid = "21975c81-7f57-4c7a-aef9-acfe28779f78"

final class ExplainTests: XCTestCase {
    /// Explains a call, and checks that it was not sent, and that no listener was told of it.
    private func explained<Value: Sendable>(
        redact: Bool = false,
        _ project: Project,
        _ call: @Sendable (Uploadcare) async throws -> Value
    ) async throws -> ExplainedRequest {
        let before = try await project.requests()
        let recorder = Recorder()
        let client = try project.client(listener: recorder)
        let request = try await client.explain(redact: redact, call)
        XCTAssertEqual(recorder.texts(), [])
        let after = try await project.requests()
        XCTAssertEqual(after, before)
        return request
    }

    func testWhatIsShownWouldBeAccepted() async throws {
        let project = try await Project(files: 1)
        let request = try await explained(project) { $0.files.list(ListFilesOptions(limit: 1)) }
        var real = URLRequest(url: try XCTUnwrap(URL(string: request.url)))
        real.httpMethod = request.method
        request.headers.forEach { real.setValue($1, forHTTPHeaderField: $0) }
        let (data, response) = try await URLSession.shared.data(for: real)
        XCTAssertEqual((response as? HTTPURLResponse)?.statusCode, 200)
        let page = try JSONDecoder().decode(JsonNode.self, from: data)
        XCTAssertEqual(page["results"].items?.count, 1)
    }

    func testRequestsAreShownWhole() async throws {
        let project = try await Project()
        let request = try await explained(project) {
            try await $0.metadata.set(uuid, key: "owner", value: "a cat's ü")
        }
        XCTAssertEqual(request.method, "PUT")
        let origin = try project.emulator.origin
        XCTAssertEqual(request.url, "\(origin)/files/\(uuid)/metadata/owner/")
        XCTAssertEqual(request.body, "\"a cat's ü\"")
        XCTAssertEqual(request.headers["content-type"], "application/json")
        XCTAssertTrue(request.curl.hasPrefix("curl -X PUT '\(request.url)'"), request.curl)
        XCTAssertTrue(request.curl.contains(#"a cat'\''s"#), request.curl)
    }

    func testOnlyTheSecretIsLeftOut() async throws {
        let project = try await Project()
        let open = try await explained(project) { try await $0.files.get(uuid) }
        let redacted = try await explained(redact: true, project) { try await $0.files.get(uuid) }
        XCTAssertEqual(redacted.url, open.url)
        let start = "Uploadcare \(project.publicKey):"
        XCTAssertEqual(redacted.headers["authorization"], start + "<redacted>")
        let signature = try XCTUnwrap(open.headers["authorization"]?.dropFirst(start.count))
        XCTAssertEqual(signature.count, 40)
        XCTAssertTrue(open.curl.contains(signature))
        XCTAssertFalse(redacted.curl.contains(signature))
    }

    func testWhatSendsNothingByItselfIsAskedForItsFirst() async throws {
        let project = try await Project()
        let list = try await explained(project) { $0.files.list() }
        XCTAssertTrue(list.url.hasSuffix("/files/"), list.url)
        let groups = try await explained(project) { $0.groups.list().pages() }
        XCTAssertTrue(groups.url.hasSuffix("/groups/"), groups.url)
        let begun = try await explained(project) { try await $0.files.list().collected() }
        XCTAssertEqual(begun.url, list.url)
        let search = SearchOptions(query: "cats")
        let found = try await explained(project) { $0.files.search(search) }
        XCTAssertEqual(found.method, "POST")
        let document = try await project.client().uploads.upload(
            Data("text".utf8),
            options: UploadOptions(filename: "notes.txt")
        )
        let job = try await project.client().addons.scanForViruses(document).save()
        let updates = try await explained(project) { try $0.jobs.open(job).updates() }
        XCTAssertTrue(updates.url.contains("/addons/uc_clamav_virus_scan/"), updates.url)
    }

    func testOfSeveralRequestsTheFirstIsShown() async throws {
        let project = try await Project()
        let files = (0..<250).map { _ in UUID() }
        let request = try await explained(project) { client in
            try await client.files.deleteMany(files)
        }
        let body = try XCTUnwrap(request.body)
        let decoded = try JSONDecoder().decode([String].self, from: Data(body.utf8))
        XCTAssertEqual(decoded, files[..<100].map(\.fileReference))
        let caught = try await explained(project) { client in
            _ = try? await client.files.get(uuid)
            _ = try? await client.project.get()
        }
        XCTAssertTrue(caught.url.hasSuffix("/files/\(uuid)/"), caught.url)
    }

    func testAnUpload() async throws {
        let project = try await Project()
        let request = try await explained(project) { try await $0.uploads.upload(Data([0, 255])) }
        XCTAssertEqual(request.url, try project.emulator.base("upload") + "base/?jsonerrors=1")
        XCTAssertNil(request.body)
        XCTAssertTrue(request.headers["authorization"]?.hasPrefix("Bearer ") ?? false)
        let redacted = try await project.client().explain(redact: true) {
            try $0.uploads.prepare(Data([0, 255]))
        }
        XCTAssertEqual(redacted.headers["authorization"], "Bearer <redacted>")
    }

    func testErrorsBeforeAnythingIsSent() async throws {
        let project = try await Project()
        let client = try project.client()
        var error = try await thrown {
            try await client.explain { try await $0.files.get("no uuid") }
        }
        XCTAssertEqual(error.parameter, "file")
        error = try await thrown {
            try await client.explain { $0.files.list(ListFilesOptions(limit: 0)) }
        }
        XCTAssertEqual(error.parameter, "limit")
        error = try await thrown { try await client.explain { $0.publicKey } }
        XCTAssertEqual(error.kind, .invalidParameter)
        XCTAssertEqual(error.parameter, "call")
        do {
            _ = try await client.explain { _ in throw Mismatch("the caller's own") }
            XCTFail("no error")
        } catch is Mismatch {}
        let sent = try await project.requests()
        XCTAssertEqual(sent, [])
    }

    func testWhereTheCallRuns() async throws {
        let client = try await Project().client()
        let count = try await Task { @MainActor in
            let screen = Screen()
            let request = try await client.explain {
                screen.count += 1
                return try await $0.project.get()
            }
            XCTAssertTrue(request.url.hasSuffix("/project/"), request.url)
            return screen.count
        }.value
        XCTAssertEqual(count, 1)
    }

    func testACancelledTask() async throws {
        let client = try await Project().client()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await client.explain { try await $0.project.get() }
        }
        try await expectCancellation(of: task)
    }
}

@MainActor
private final class Screen {
    var count = 0
}
