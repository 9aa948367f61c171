import Foundation
import UploadcareSDK
import XCTest

final class WebhookReceiverTests: XCTestCase {
    /// What the emulator delivers to this machine.
    private func delivered(_ secret: String) async throws -> (body: Data, signature: String) {
        let project = try await Project()
        let client = try project.client()
        let server = try HookServer()
        try await client.webhooks.create(
            "http://127.0.0.1:\(server.port)/told",
            event: .fileUploaded,
            options: CreateWebhookOptions(signingSecret: secret)
        )
        let file = try await client.uploads.upload(Data("text".utf8))
        let (head, body) = await server.request()
        XCTAssertTrue(String(decoding: body, as: UTF8.self).contains(file.uuid))
        let line = try XCTUnwrap(
            head.components(separatedBy: "\r\n").first {
                $0.lowercased().hasPrefix(WebhookReceiver.signatureHeader.lowercased() + ":")
            }
        )
        return (body, String(line.dropFirst(WebhookReceiver.signatureHeader.count + 1)))
    }

    func testADeliveryOfTheService() async throws {
        let (body, signature) = try await delivered("s3same")
        for receiver in [
            try WebhookReceiver(secret: "s3same"),
            try WebhookReceiver(secrets: ["new", "s3same"]),
        ] {
            let delivery = try receiver.receive(body, signature: signature)
            XCTAssertEqual(delivery.hook.event, .fileUploaded)
            XCTAssertEqual(delivery.data?.size, 4)
            XCTAssertNoThrow(try receiver.verify(body, signature: signature))
        }
    }

    func testOneBitMakesTheDifference() async throws {
        let (body, signature) = try await delivered("s3same")
        let receiver = try WebhookReceiver(secret: "s3same")
        for place in stride(from: 0, to: body.count, by: 7) {
            var changed = body
            changed[place] ^= 1
            let error = try await thrown { try receiver.receive(changed, signature: signature) }
            XCTAssertEqual(error.kind, .invalidSignature)
        }
        for wrong in [nil, "", "v1=", "v2=aa", String(signature.dropLast())] {
            let error = try await thrown { try receiver.verify(body, signature: wrong) }
            XCTAssertEqual(error.kind, .invalidSignature)
            XCTAssertEqual(error.parameter, "signature")
        }
        // A part of a larger buffer is what it is, wherever it begins.
        let slice = (Data("before".utf8) + body).dropFirst(6)
        XCTAssertNoThrow(try receiver.verify(slice, signature: signature))
    }

    func testWhatIsNoDelivery() async throws {
        let receiver = try WebhookReceiver(secret: "secret")
        let signature = "v1=aa9e2e3575f5d7098b6caccd790888c36d5fdb63342a73bada2d6a51747a8494"
        let body = Data("{\"a\":1}".utf8)
        XCTAssertNoThrow(try receiver.verify(body, signature: signature))
        let error = try await thrown { try receiver.receive(body, signature: signature) }
        XCTAssertEqual(error.kind, .decode)
    }

    func testSecrets() async throws {
        XCTAssertEqual(WebhookReceiver.signatureHeader, "X-Uc-Signature")
        for wrong in [[], [""], ["good", String(repeating: "x", count: 33)]] {
            let error = try await thrown { try WebhookReceiver(secrets: wrong) }
            XCTAssertEqual(error.kind, .configuration)
            XCTAssertEqual(error.parameter, "secrets")
        }
        let receiver = try WebhookReceiver(secrets: ["s3same", "0ther"])
        for text in [logged(receiver), logged(Optional(receiver) as Any), logged([receiver])] {
            XCTAssertFalse(text.contains("s3same") || text.contains("0ther"), text)
        }
    }
}
