import Foundation
import UploadcareSDK
import XCTest

final class ModelTests: XCTestCase {
    func testFacesOfAPhoto() async throws {
        let client = try await Project().client()
        let photo = Emulator.fixtures.appendingPathComponent("photo.jpg")
        let start = Date()
        let uploaded = try await client.uploads.upload(
            file: photo,
            options: UploadOptions(store: true, metadata: ["album": "été"], tags: ["Sea", "sun"])
        )
        XCTAssertEqual(uploaded.originalFilename, "photo.jpg")
        XCTAssertEqual(uploaded.size, Int64(try Data(contentsOf: photo).count))

        let file = try await client.files.get(uploaded.uuid)
        XCTAssertEqual(file.mimeType, "image/jpeg")
        XCTAssertEqual(file.metadata, ["album": "été"])
        XCTAssertEqual(file.tags, ["sea", "sun"])
        XCTAssertEqual(file.datetimeUploaded.timeIntervalSince(start), 0, accuracy: 60)
        XCTAssertNotNil(file.datetimeStored)
        XCTAssertNil(file.datetimeRemoved)
        XCTAssertEqual(file.contentInfo?.image?.colorMode, .rgb)
        XCTAssertEqual(file.extra, [:])
        let again = try await client.files.get(uploaded.uuid)
        XCTAssertEqual(Set([file, again]).count, 1)
    }

    func testWhatThisVersionDoesNotKnow() async throws {
        let project = try await Project()
        let client = try project.client()
        let uploaded = try await client.uploads.upload(Data("text".utf8))
        let extra: JsonNode = [
            "content_info": [
                "image": ["format": "HOLO", "width": 1, "height": 2, "color_mode": "HOLOGRAM"]
            ],
            "scent": [
                "notes": ["pine", .null, 7], "strength": .number(value: 0.5), "fresh": true,
            ],
        ]
        let path = "projects/\(project.publicKey)/files/\(uploaded.uuid)"
        let (status, answer) = try await project.emulator.control("PATCH", path, ["extra": extra])
        XCTAssertEqual(status, 200, "\(answer)")

        let file = try await client.files.get(uploaded.uuid)
        XCTAssertEqual(file.contentInfo?.image?.colorMode, .unknown(value: "HOLOGRAM"))
        XCTAssertEqual(file.contentInfo?.image?.colorMode?.description, "HOLOGRAM")
        XCTAssertEqual(file.extra, ["scent": extra["scent"]])
    }

    func testNamesThatAreNotASCII() async throws {
        let client = try await Project().client()
        let files = try FileManager.default.contentsOfDirectory(
            at: Emulator.fixtures,
            includingPropertiesForKeys: nil
        )
        for file in files {
            let uploaded = try await client.uploads.upload(file: file)
            XCTAssertEqual(uploaded.originalFilename, file.lastPathComponent)
        }
        let listed = try await client.files.list().collected().map(\.originalFilename)
        XCTAssertEqual(listed.sorted(), files.map(\.lastPathComponent).sorted())
    }

    func testTextsOfEnumerations() {
        XCTAssertEqual("\(ErrorKind.notFound)", "not_found")
        XCTAssertEqual("\(ColorMode.yCbCr)", "YCbCr")
        XCTAssertEqual("\(FileOrdering.datetimeUploadedDescending)", "-datetime_uploaded")
        XCTAssertEqual("\(AuthScheme.unknown(value: "new"))", "new")
    }
}
