import Foundation
import XCTest

@testable import UploadcareSDK

final class UploadCredentialTests: XCTestCase {
    private let text = Data("text".utf8)

    /// A project that takes nothing without a credential.
    private func strict() async throws -> Project {
        let project = try await Project()
        try await project.set(["signed_uploads": true])
        return project
    }

    func testEveryKind() async throws {
        let project = try await strict()
        let backend = try project.client().uploads
        let token = try backend.createToken()
        let signature = try backend.createSignature()
        let providers: [any UploadCredentialProvider] = [
            token.token, token, signature, UploadCredential.token(token.token),
            UploadCredential.signature(signature),
            ClosureCredentialProvider { .signature(signature) },
            ClosureCredentialProvider {
                try await Task.sleep(nanoseconds: 1_000_000)
                return try await Task { .token(try backend.createToken().token) }.value
            },
        ]
        for provider in providers {
            let file = try await project.uploadClient(provider).uploads.upload(text)
            XCTAssertEqual(file.size, 4)
            let full = try Uploadcare(
                publicKey: project.publicKey,
                secretKey: project.secretKey,
                uploadCredential: provider,
                options: ClientOptions(uploadBase: project.emulator.base("upload"), maxRetries: 0)
            )
            let large = try await full.uploads.upload(Content.bytes(Content.threshold))
            XCTAssertEqual(large.size, Int64(Content.threshold))
            let other = try await full.uploadClient().uploads.upload(text)
            XCTAssertEqual(other.size, 4)
        }
        let error = try await thrown { try await project.uploadClient().uploads.upload(text) }
        XCTAssertEqual(error.code, .signatureRequired, "\(error)")
        let bare = try project.client().uploadClient()
        let refused = try await thrown { try await bare.uploads.upload(text) }
        XCTAssertEqual(refused.code, error.code)
        // The secret key can make tokens.
        _ = try await project.client().uploads.upload(text)
    }

    func testItIsAskedOnce() async throws {
        let project = try await strict()
        let backend = try project.client().uploads
        let asked = Counter()
        let client = try project.uploadClient(
            ClosureCredentialProvider {
                asked.add()
                return .token(try backend.createToken().token)
            }
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { _ = try await client.uploads.upload(Data()) } }
            try await group.waitForAll()
        }
        _ = try await client.withOptions(ClientOptions(maxRetries: 1)).uploads.upload(text)
        XCTAssertEqual(asked.count, 1)
    }

    func testAnActorMayGiveIt() async throws {
        let project = try await strict()
        let giver = Giver(try project.client().uploads.createToken().token)
        _ = try await project.uploadClient(giver).uploads.upload(text)
        let count = await giver.count
        XCTAssertEqual(count, 1)
    }

    func testWhatItThrowsIsTheCause() async throws {
        let project = try await Project()
        let refusal = Refusal()
        let client = try project.uploadClient(ClosureCredentialProvider { throw refusal })
        let error = try await thrown { try await client.uploads.upload(self.text) }
        XCTAssertEqual(error.kind, .signer)
        XCTAssertTrue(error.underlyingError as? Refusal === refusal)
        XCTAssertTrue(error.message.contains("nothing today"), error.message)
        let large = try client.uploads.prepare(Content.bytes(Content.threshold))
        let second = try await thrown { try await large.collected() }
        XCTAssertTrue(second.underlyingError as? Refusal === refusal)
        let sent = try await project.requests()
        XCTAssertEqual(sent, [])
    }

    func testWhatIsNoCredential() async throws {
        let project = try await Project()
        for wrong in ["", "two words", "{}"] {
            let provider = ClosureCredentialProvider { .token(wrong) }
            let client = try project.uploadClient(provider)
            let error = try await thrown { try await client.uploads.upload(self.text) }
            XCTAssertEqual(error.kind, .signer)
            XCTAssertThrowsError(try project.uploadClient(wrong))
        }
        let short = UploadSignature(signature: "\"quoted\"", expire: 1)
        XCTAssertThrowsError(try project.uploadClient(short))
    }

    func testCancellingACallCancelsIt() async throws {
        let project = try await Project()
        let (asked, stopped) = (Latch(), Latch())
        let client = try project.uploadClient(
            ClosureCredentialProvider {
                await asked.open()
                do {
                    try await Task.sleep(nanoseconds: 86_400_000_000_000)
                } catch {
                    await stopped.open()
                    throw error
                }
                return .token("")
            }
        )
        let task = Task { try await client.uploads.upload(Data()) }
        await asked.pass()
        task.cancel()
        try await expectCancellation(of: task)
        await stopped.pass()
        let sent = try await project.requests()
        XCTAssertEqual(sent, [])
    }

    func testNothingTellsIt() async throws {
        let project = try await strict()
        let backend = try project.client().uploads
        let (token, signature) = (try backend.createToken(), try backend.createSignature())
        let wrong = "wr0ng.t0ken.text"
        let client = try project.uploadClient(wrong)
        let error = try await thrown { try await client.uploads.upload(self.text) }
        let texts = [
            logged(token), logged(signature), logged(UploadCredential.token(token.token)),
            logged(UploadCredential.signature(signature)), logged(try project.uploadClient(token)),
            logged(try project.uploadClient(signature).uploads), logged(client), error.texts,
        ]
        for text in texts {
            for secret in [token.token, signature.signature, wrong, project.secretKey] {
                XCTAssertFalse(text.contains(secret), text)
            }
        }
        let upload = try client.uploads.prepare(Content.bytes(Content.threshold))
        XCTAssertFalse(logged(upload).contains(wrong))
    }

    func testAClientForUploadsKnowsNoSecret() async throws {
        let project = try await Project(files: 1)
        setenv("UPLOADCARE_SECRET_KEY", project.secretKey, 1)
        defer { unsetenv("UPLOADCARE_SECRET_KEY") }
        for client in [try project.uploadClient(), try project.client().uploadClient()] {
            XCTAssertEqual(client.publicKey, project.publicKey)
            // There is no public way to ask.
            let files = Files(native: client.native)
            let error = try await thrown { try await files.list().collected() }
            XCTAssertEqual(error.kind, .configuration)
            XCTAssertEqual(error.parameter, "secretKey")
            let token = try await thrown { try client.uploads.createToken() }
            XCTAssertEqual(token.kind, .configuration)
        }
        let sent = try await project.requests()
        XCTAssertEqual(sent, [])
    }
}

private final class Refusal: Error, CustomStringConvertible {
    let description = "nothing today"
}

private actor Giver: UploadCredentialProvider {
    private let token: String
    private(set) var count = 0

    init(_ token: String) {
        self.token = token
    }

    func uploadCredential() async throws -> UploadCredential {
        count += 1
        return .token(token)
    }
}
