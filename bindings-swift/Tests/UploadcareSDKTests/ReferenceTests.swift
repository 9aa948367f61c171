import Foundation
import UploadcareSDK
import XCTest

final class ReferenceTests: XCTestCase {
    func testAFileInAnyForm() async throws {
        let project = try await Project()
        let client = try project.client()
        let uploaded = try await client.uploads.upload(Data("text".utf8))
        let uuid = uploaded.uuid
        let file = try await client.files.get(uploaded)
        let id = try XCTUnwrap(UUID(uuidString: uuid))
        let link = try XCTUnwrap(URL(string: "https://ucarecdn.com/\(uuid)/-/resize/100x/"))
        let forms: [any FileReference] = [uuid, id, link, link.absoluteString, file, uploaded]
        for form in forms {
            let again = try await client.files.get(form)
            XCTAssertEqual(again, file, "\(form)")
        }
        let sent = try await project.requests().dropFirst()
        XCTAssertEqual(Set(sent), ["GET /files/\(uuid)/"])

        let tags = try await client.tags.replace(file, tags: [" A ", "a"]).tags
        XCTAssertEqual(tags, ["a"])
        let value = try await client.metadata.set(uploaded, key: "k", value: "v")
        XCTAssertEqual(value, "v")
        let path = try client.conversion.documentPath(file)
        XCTAssertEqual(path, "\(uuid)/document/-/format/pdf/")
        let scan = try await client.addons.scanForViruses(id)
        XCTAssertEqual(scan.source, uuid)
    }

    func testManyFilesInAnyForm() async throws {
        let project = try await Project()
        let client = try project.client()
        func seeded() async throws -> [FileInfo] {
            try await project.add("files", ["count": 3])
            return try await client.files.list().collected()
        }
        func check(_ result: BatchResult, line: UInt = #line) {
            XCTAssertEqual(result.files.count, 3, line: line)
            XCTAssertEqual(result.problems, [], line: line)
        }
        check(try await client.files.deleteMany(seeded()))
        check(try await client.files.deleteMany(seeded().map(\.uuid)))
        check(try await client.files.deleteMany(seeded().compactMap { UUID(uuidString: $0.uuid) }))
        var uploaded: [UploadedFile] = []
        for text in ["a", "b", "c"] {
            uploaded.append(try await client.uploads.upload(Data(text.utf8)))
        }
        check(try await client.files.storeMany(uploaded))
        let second = try await client.files.get(uploaded[1])
        check(try await client.files.deleteMany([uploaded[0].uuid, second, uploaded[2]]))
        let before = try await project.requests().count
        let nothing = try await client.files.deleteMany([])
        XCTAssertEqual(nothing.files, [])
        let after = try await project.requests().count
        XCTAssertEqual(before, after)
    }

    func testAGroupInAnyForm() async throws {
        let project = try await Project()
        let client = try project.client()
        let file = try await client.uploads.upload(Data("text".utf8))
        try await project.add("groups", ["files": [.text(value: file.uuid)]])
        let groups = try await client.groups.list(ListGroupsOptions(limit: 1)).collected()
        let info = try XCTUnwrap(groups.first)
        let group = try await client.groups.get(info)
        XCTAssertEqual(group.files.map { $0?.uuid }, [file.uuid])
        let link = try XCTUnwrap(URL(string: info.cdnUrl))
        let forms: [any GroupReference] = [group, info.id, info.cdnUrl, link]
        for form in forms {
            let again = try await client.groups.get(form)
            XCTAssertEqual(again, group, "\(form)")
        }
        try await client.groups.delete(group)
        let error = try await thrown { try await client.groups.get(group) }
        XCTAssertEqual(error.kind, .notFound)
    }

    func testWhatIsNoFileOrGroup() async throws {
        let project = try await Project()
        let client = try project.client()
        var error = try await thrown { try await client.files.store("no file") }
        XCTAssertEqual(error.kind, .invalidParameter)
        XCTAssertEqual(error.parameter, "file")
        error = try await thrown { try await client.groups.get("no group") }
        XCTAssertEqual(error.parameter, "group")
        error = try await thrown { try client.conversion.videoPath("no file") }
        XCTAssertEqual(error.parameter, "file")
        let sent = try await project.requests()
        XCTAssertEqual(sent, [])
    }

    func testOptionsThatAreWrong() async throws {
        let project = try await Project()
        let client = try project.client()
        var error = try await thrown { try await client.files.search().collected() }
        XCTAssertEqual(error.kind, .invalidParameter)
        let upside = SearchOptions(size: SizeRange(gte: -1))
        error = try await thrown { try await client.files.search(upside).collected() }
        XCTAssertEqual(error.parameter, "size.gte")
        error = try await thrown {
            try await client.files.deleteMany(["a"], options: BatchOptions(concurrency: 0))
        }
        XCTAssertEqual(error.parameter, "concurrency")
        error = try await thrown {
            let options = CopyLocalOptions(wait: true, waitTimeout: -1)
            return try await client.files.copyLocal(UUID(), options: options)
        }
        XCTAssertEqual(error.parameter, "waitTimeout")
        let sent = try await project.requests()
        XCTAssertEqual(sent, [])
    }

    func testTheSecretOfAWebhookDoesNotShow() async throws {
        let client = try await Project().client()
        let options = CreateWebhookOptions(signingSecret: "s3same")
        let webhook = try await client.webhooks.create(
            "https://example.com/told",
            event: .fileStored,
            options: options
        )
        XCTAssertEqual(webhook.signingSecret, "s3same")
        let all = try await client.webhooks.list()
        XCTAssertEqual(all, [webhook])
        let change = UpdateWebhookOptions(signingSecret: "s3same")
        let values: [Any] = [options, webhook, all, change, Optional(webhook) as Any]
        for value in values {
            var dumped = ""
            dump(value, to: &dumped)
            let texts = "\(value) \(String(reflecting: value)) \(dumped)"
            XCTAssertFalse(texts.contains("s3same"), texts)
        }
        try await client.webhooks.delete(webhook.id)
    }
}
