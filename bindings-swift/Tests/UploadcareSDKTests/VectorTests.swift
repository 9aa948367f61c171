import Foundation
import UploadcareSDK
import XCTest

/// What others have published, or the live service has accepted.
final class VectorTests: XCTestCase {
    /// The vectors of one kind.
    private func vectors(_ name: String, _ list: String = "vectors") throws -> [JsonNode] {
        let file = Emulator.root.deletingLastPathComponent()
            .appendingPathComponent("shared/spec/vectors.json")
        guard FileManager.default.fileExists(atPath: file.path) else {
            if ProcessInfo.processInfo.environment["CI"] == "true" {
                throw Mismatch("../shared/spec/vectors.json is absent on CI")
            }
            throw XCTSkip("../shared/spec/vectors.json is not on this machine")
        }
        let all = try JSONDecoder().decode(JsonNode.self, from: Data(contentsOf: file))
        return try XCTUnwrap(all[name][list].items)
    }

    func testSignedUrls() async throws {
        let vectors = try vectors("cdn_signed_url")
        XCTAssertGreaterThanOrEqual(vectors.count, 12)
        for vector in vectors {
            let name = vector["name"].text ?? ""
            let url = try String(given: vector["url"])
            let plain = url.components(separatedBy: "?")[0]
            let base = plain.components(separatedBy: "/").prefix(3).joined(separator: "/") + "/"
            let expires = Date(timeIntervalSince1970: try Double(given: vector["exp"]))
            let client = try Uploadcare(
                publicKey: "demopublickey",
                options: ClientOptions(
                    cdnBase: base,
                    deliverySecrets: [String(given: vector["secret_hex"])]
                )
            )
            let before = expires.addingTimeInterval(-1)
            let sign = SignUrlOptions(
                kind: vector["kind"] == "acl" ? .acl : .url,
                acl: vector["acl"].text,
                expiresAt: expires,
                now: before
            )
            XCTAssertEqual(try client.delivery.signedUrl(plain, options: sign), url, name)
            let signed = try client.delivery
                .verifySignedUrl(url, options: VerifyUrlOptions(now: before))
            XCTAssertEqual(signed.expiresAt, expires, name)
            let late = try await thrown {
                try client.delivery.verifySignedUrl(url, options: VerifyUrlOptions(now: expires))
            }
            XCTAssertEqual(late.kind, .invalidSignature, name)
        }
    }

    func testHosts() throws {
        let vectors = try vectors("cname_prefix")
        XCTAssertGreaterThanOrEqual(vectors.count, 5)
        for vector in vectors {
            let key = try String(given: vector["public_key"])
            let client = try Uploadcare(publicKey: key)
            let hosts = try client.delivery.hosts()
            XCTAssertEqual(hosts.prefix, vector["prefix"].text)
            XCTAssertEqual(hosts.projectBase, try String(given: vector["cdn_base"]) + "/")
            XCTAssertEqual(hosts.signedBase, try String(given: vector["secure_cdn_base"]) + "/")
            XCTAssertEqual(client.cdnBase.absoluteString, hosts.projectBase)
        }
    }

    func testWebhookSignatures() async throws {
        let vectors = try vectors("webhook_signature")
        XCTAssertGreaterThanOrEqual(vectors.count, 4)
        for vector in vectors {
            let receiver = try WebhookReceiver(secret: String(given: vector["signing_secret"]))
            XCTAssertEqual(vector["header_name"].text, WebhookReceiver.signatureHeader)
            let body = Data(try String(given: vector["body"]).utf8)
            let signature = try String(given: vector["header_value"])
            XCTAssertNoThrow(try receiver.verify(body, signature: signature))
            let other = Data(body.dropLast())
            let error = try await thrown { try receiver.verify(other, signature: signature) }
            XCTAssertEqual(error.kind, .invalidSignature)
        }
    }

    func testTransformations() throws {
        let t = Transformation()
        let other = "b18b5179-b9f6-4fdc-9920-5539f938fc44"
        // In the order of the vectors, which tell in words how each is made.
        let made: [Transformation] = [
            try t.quality(.best).preview(width: 160, height: 160).setfill("8d8578")
                .stretch(.fill).resize(width: 220),
            try t.smartResize(440, 600).quality(.smart),
            try t.crop(2000, 1325, align: .center),
            try t.crop(640, 424, x: 2560, y: 830),
            try t.scaleCrop(1024, 1024, align: .center),
            try t.borderRadius([.percent(10)])
                .borderRadius(
                    [10, 20, .percent(40), .percent(80)],
                    vertical: [.percent(30)]
                ),
            try t.preview().saturation(-80).contrast(80).warmth(50),
            try t.preview(width: 440, height: 400)
                .blurRegion(
                    .percent(30),
                    .percent(80),
                    x: .percent(50),
                    y: .percent(10),
                    strength: 20
                ),
            try t.preview(width: 440, height: 440).blurFaces(strength: 250),
            try t.scaleCrop(880, 600).blur(strength: 200, amount: -120),
            try t.overlay(other, width: .percent(50), height: .percent(50), align: .center)
                .preview(),
            try t.scaleCrop(440, 440, align: .center).blur(strength: 60).gamma(50)
                .overlaySelf(width: .percent(100), height: .percent(100), align: .center),
            try t.preview(width: 440, height: 440).textAlign(.right, vertical: .bottom)
                .font(size: 20, color: "fff").textBox(.fill, color: "fcba0355")
                .text(
                    "Up~load\nca/re 👍",
                    width: .percent(80),
                    height: .percent(80),
                    align: .center
                ),
            try t.preview(width: 440, height: 440)
                .rect(
                    "ff000080",
                    width: .percent(50),
                    height: .percent(33),
                    x: .percent(50),
                    y: .percent(50)
                )
                .rect("00ff0080", width: .percent(33), height: .percent(50), align: .center),
        ]
        let effects = try vectors("transformation_strings", "effects")
        XCTAssertEqual(made.count, effects.count)
        for (made, vector) in zip(made, effects) {
            let steps = vector["steps"].text ?? ""
            let text = try "-/" + String(given: vector["effects"])
            XCTAssertEqual(made.text, text, steps)
            XCTAssertEqual(try Transformation(text), made, steps)
        }
    }
}
