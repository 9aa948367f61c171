import Foundation
import UploadcareSDK
import XCTest

/// Secrets that must not be told, wherever they were planted.
private struct Secrets {
    private(set) var planted: [String]
    private(set) var searched = 0

    mutating func plant(_ secret: String) {
        planted.append(secret)
    }

    /// Looks for them in a text that may end up in a log.
    mutating func search(_ text: String, file: StaticString = #filePath, line: UInt = #line) {
        searched += 1
        for secret in planted where text.contains(secret) {
            XCTFail("\(secret) is in \(text)", file: file, line: line)
        }
    }
}

final class SecretTests: XCTestCase {
    private let password = "pa55word"

    func testClientsAndTheirParts() async throws {
        let project = try await Project()
        var secrets = Secrets(planted: [project.secretKey, password])
        let options = ClientOptions(proxy: "http://user:\(password)@proxy.test:3128")
        secrets.search(logged(options))
        XCTAssertTrue("\(options)".contains("<redacted>"))
        let signer = ClosureSigner { [secretKey = project.secretKey] _ in secretKey }
        let clients = [
            try project.client(), try project.client().withOptions(options),
            try project.client(signer: signer, listener: Recorder()),
            try Uploadcare(
                publicKey: project.publicKey,
                secretKey: project.secretKey,
                options: options
            ),
        ]
        for client in clients {
            XCTAssertTrue(logged(client).contains(project.publicKey))
            secrets.search(logged(client))
            secrets.search(logged(client.files))
            secrets.search(logged(client.uploads))
            secrets.search(logged(client.files.list()))
            secrets.search(logged(client.files.list().makeAsyncIterator()))
            secrets.search(logged(client.groups.list().pages()))
        }
    }

    func testErrors() async throws {
        let project = try await Project()
        let wrong = "3ecre7key3ecre7key00"
        var secrets = Secrets(planted: [project.secretKey, wrong, password])
        let uuid = UUID()

        for status in [400, 401, 403, 404, 429, 500] {
            try await project.add(.respond(status))
            let error = try await thrown { try await project.client().files.get(uuid) }
            XCTAssertEqual(error.status, status)
            secrets.search(error.texts)
        }
        for effect in [Fault.Effect.drop, .truncate(3), .contentLength(3)] {
            try await project.add(Fault(effect: effect))
            secrets.search(try await thrown { try await project.client().files.get(uuid) }.texts)
        }
        let client = try project.client()
        try await project.add(.hang())
        let hasty = try client.withOptions(ClientOptions(timeout: 0.1))
        let late = try await thrown { try await hasty.files.get(uuid) }
        XCTAssertEqual(late.kind, .timeout)
        // Where the time was over before the request was there, the next one would hang.
        try await project.heal()
        secrets.search(late.texts)
        let liar = try Uploadcare(
            publicKey: project.publicKey,
            secretKey: wrong,
            options: ClientOptions(apiBase: project.emulator.base("api"))
        )
        let refused = try await thrown { try await liar.files.get(uuid) }
        XCTAssertEqual(refused.kind, .authentication)
        secrets.search(refused.texts)
        let options = ClientOptions(maxRetries: 0, proxy: "http://user:\(password)@127.0.0.1:1")
        let proxied = try client.withOptions(options)
        let unreached = try await thrown { try await proxied.files.get(uuid) }
        XCTAssertEqual(unreached.kind, .network)
        secrets.search(unreached.texts)
        for proxy in ["no proxy:\(password)", "ftp://user:\(password)@host:1"] {
            let options = ClientOptions(proxy: proxy)
            do {
                secrets.search(logged(try client.withOptions(options)))
            } catch let error as UploadcareError {
                secrets.search(error.texts)
            }
        }
        for key in [wrong + ":", wrong + "é"] {
            let error = try await thrown { try Uploadcare(publicKey: "key", secretKey: key) }
            secrets.search(error.texts)
        }
        XCTAssertGreaterThan(secrets.searched, 14)
    }

    func testSignersAndEvents() async throws {
        let project = try await Project(files: 3)
        let recorder = Recorder()
        let given = Recorded()
        let backend = try BackendSigner(backend: project.backend())
        let signer = ClosureSigner { request in
            let signature = try await backend.sign(request)
            given.add(signature)
            return signature
        }
        let client = try project.client(signer: signer, listener: recorder, maxRetries: 1)
        try await project.add(.respond(503))
        _ = try await client.files.list(ListFilesOptions(limit: 2)).collected()
        let error = try await thrown { try await client.files.get(UUID()) }
        let hook = CreateWebhookOptions(signingSecret: "hook5ecret")
        let created = try await client.webhooks.create(
            "https://example.com/hook?token=t0ken",
            event: .fileUploaded,
            options: hook
        )
        let explained = try await client.explain(redact: true) { $0.files.list() }

        var secrets = Secrets(planted: [project.secretKey, "hook5ecret"] + given.texts)
        XCTAssertEqual(secrets.planted.count, 2 + 6)
        XCTAssertTrue(given.texts.allSatisfy { $0.count == 40 })
        secrets.search(error.texts)
        secrets.search(logged(client))
        secrets.search(logged(created))
        secrets.search(logged(hook))
        secrets.search(logged(explained) + shown(explained))
        secrets.plant("t0ken")
        secrets.plant("limit=2")
        XCTAssertGreaterThan(recorder.events.count, 15)
        for event in recorder.events { secrets.search(logged(event)) }

        let mistaken = ClosureSigner { _ in "5ecret output" }
        let wrong = try await thrown { try await project.client(signer: mistaken).project.get() }
        secrets.plant("5ecret output")
        secrets.search(wrong.texts)
    }

    func testExplainedRequests() async throws {
        let project = try await Project()
        let client = try project.client()
        let signed = try await client.explain { try await $0.project.get() }
        let signature = try XCTUnwrap(signed.headers["authorization"]?.suffix(40))
        var secrets = Secrets(planted: [project.secretKey, String(signature)])
        let simple = try client.withOptions(ClientOptions(authScheme: .simple))
        // As a whole it may be printed, redacted or not.
        secrets.search(logged(signed))
        secrets.search(logged(try await simple.explain { $0.files.list() }))
        for client in [client, simple] {
            secrets.search(shown(try await client.explain(redact: true) { $0.files.list() }))
            let upload = try await client.explain(redact: true) {
                try await $0.uploads.upload(Data("text".utf8))
            }
            secrets.search(shown(upload))
        }
        XCTAssertEqual(secrets.searched, 6)
    }

    private func shown(_ request: ExplainedRequest) -> String {
        "\(request.url) \(request.headers) \(request.body ?? "") \(request.curl)"
    }
}

/// Texts that many tasks add to.
private final class Recorded: @unchecked Sendable {
    private let lock = NSLock()
    private var kept: [String] = []

    var texts: [String] {
        lock.withLock { kept }
    }

    func add(_ text: String) {
        lock.withLock { kept.append(text) }
    }
}
