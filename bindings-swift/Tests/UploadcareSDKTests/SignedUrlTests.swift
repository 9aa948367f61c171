import Foundation
import UploadcareSDK
import XCTest

final class SignedUrlTests: XCTestCase {
    private let secret = "73636b61519adede42191efe1e73f02a67c7b692e3765f90c250c230be095211"

    func testAProjectThatDemandsTokens() async throws {
        let project = try await Project()
        try await project.set(["delivery_secrets": [.text(value: secret)]])
        let open = try project.client()
        let client = try project.client(deliverySecrets: [secret, "0123456789abcdef"])
        let file = try await client.uploads.upload(Data("text".utf8))
        let refused = try await thrown { try await open.delivery.download(file) }
        XCTAssertEqual(refused.kind, .forbidden)

        let signed = try await client.delivery.download(file)
        XCTAssertEqual(signed, Data("text".utf8))
        let url = try client.delivery.signedUrl(client.delivery.url(file))
        let given = try await open.delivery.download(url)
        XCTAssertEqual(given, signed)

        let facts = try client.delivery.verifySignedUrl(url)
        XCTAssertEqual(facts.kind, .acl)
        XCTAssertEqual(facts.acl, "/\(file.uuid)/")
        XCTAssertEqual(facts.secretIndex, 0)
        XCTAssertEqual(facts.expiresAt.timeIntervalSinceNow, 300, accuracy: 30)
        let later = VerifyUrlOptions(now: Date(timeIntervalSinceNow: 301))
        let late = try await thrown { try client.delivery.verifySignedUrl(url, options: later) }
        XCTAssertEqual(late.kind, .invalidSignature)

        let then = SignUrlOptions(lifetime: 300, now: Date(timeIntervalSinceNow: -301))
        let past = try client.delivery.signedUrl(client.delivery.url(file), options: then)
        let over = try await thrown { try await open.delivery.download(past) }
        XCTAssertEqual(over.kind, .forbidden)
    }

    func testTheSecretDoesNotShow() async throws {
        let project = try await Project()
        let client = try project.client(deliverySecrets: [secret])
        let options = ClientOptions(deliverySecrets: [secret])
        let texts = [
            logged(client), logged(client.delivery), logged(options),
            try await thrown { try client.delivery.verifySignedUrl(client.delivery.url(UUID())) }
                .texts,
        ]
        for text in texts { XCTAssertFalse(text.contains(secret), text) }
        let wrong = secret.dropLast() + "g"
        let error = try await thrown { try project.client(deliverySecrets: [String(wrong)]) }
        XCTAssertEqual(error.kind, .configuration)
        XCTAssertEqual(error.parameter, "deliverySecrets")
        XCTAssertFalse(error.texts.contains(wrong))
        let none = try await thrown {
            try project.client().delivery.signedUrl(client.delivery.url(UUID()))
        }
        XCTAssertEqual(none.parameter, "deliverySecrets")
    }
}
