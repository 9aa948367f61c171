import Foundation
import UploadcareSDK
import XCTest

final class AccountTests: XCTestCase {
    private func day(_ offset: Double) -> Date {
        Date(timeIntervalSinceNow: offset * 86_400)
    }

    func testAProjectFromItsBeginningToItsEnd() async throws {
        let emulator = try Emulator.shared()
        let account = try emulator.accountClient(await emulator.createAccount())
        let none = try await account.projects.list()
        XCTAssertEqual(none, [])

        let made = try await account.projects.create("cats")
        let all = try await account.projects.list()
        XCTAssertEqual(all.map(\.pubKey), [made.pubKey])
        let change = UpdateProjectOptions(
            name: "dogs",
            features: ProjectFeatureOptions(filesizeLimit: 1000)
        )
        try await account.projects.update(made.pubKey, options: change)
        let found = try await account.projects.get(made.pubKey)
        XCTAssertEqual(found.name, "dogs")

        let secret = try await account.secrets.create(made.pubKey)
        let keys: JsonNode = [
            "public_key": made.pubKey.observed, "secret_key": secret.secret.observed,
        ]
        let client = try Project(keys, on: emulator).client()
        let file = try await client.uploads.upload(Data("text".utf8))
        let name = try await client.project.get().name
        XCTAssertEqual(name, "dogs")
        let large = try await thrown { try await client.uploads.upload(Data(count: 1001)) }
        XCTAssertNotNil(large.status, "\(large)")
        XCTAssertEqual(file.size, 4)

        let secrets = try await account.secrets.list(made.pubKey)
        XCTAssertEqual(secrets.count, 2)
        try await account.secrets.delete(made.pubKey, id: secret.id)
        let refused = try await thrown { try await client.project.get() }
        XCTAssertEqual(refused.kind, .authentication)
        try await account.projects.delete(made.pubKey)
        let gone = try await thrown { try await account.projects.get(made.pubKey) }
        XCTAssertEqual(gone.kind, .notFound)
    }

    func testTwoHundredDays() async throws {
        let emulator = try Emulator.shared()
        let token = try await emulator.createAccount()
        let project = try await Project(account: token)
        let account = try emulator.accountClient(token)
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions = .withFullDate
        let days: [JsonNode] = (2...201).map { ago in
            [
                "date": formatter.string(from: day(Double(-ago))).observed,
                "traffic": (1000 * ago).observed, "storage": 5, "operations": ago.observed,
            ]
        }
        try await project.add("usage", ["days": .array(items: days)])
        let usage = try await account.usage.get(project.publicKey, from: day(-201), to: day(-1))
        XCTAssertEqual(usage.data.count, 200)
        XCTAssertEqual(usage.data.map(\.traffic), (2...201).reversed().map { 1000 * $0 })
        XCTAssertEqual(usage.data.map(\.date), usage.data.map(\.date).sorted())
        XCTAssertEqual(usage.rows.count, 600)
        let (from, to) = (formatter.string(from: day(-201)), formatter.string(from: day(-1)))
        let texts = try await account.usage.get(project.publicKey, from: from, to: to)
        XCTAssertEqual(texts, usage)
        let operations = try await account.usage.metric(
            project.publicKey,
            metric: .operations,
            from: day(-4),
            to: day(-1)
        )
        XCTAssertEqual(operations.data.map(\.value), [4, 3, 2])
        let error = try await thrown {
            try await account.usage.get(project.publicKey, from: day(-1), to: day(-2))
        }
        XCTAssertEqual(error.kind, .invalidParameter)
    }

    func testPagesThatNameAnotherHost() async throws {
        let emulator = try Emulator.shared()
        let token = try await emulator.createAccount()
        let base = "https://app.uploadcare.com/apps/api/project-api/v1/projects/"
        let (status, answer) = try await emulator.control(
            "PATCH",
            "accounts/\(token)",
            ["next_base": base.observed]
        )
        XCTAssertEqual(status, 200, "\(answer)")
        for _ in 0..<5 { _ = try await Project(account: token) }
        let account = try emulator.accountClient(token)
        let all = try await account.projects.list(ListProjectsOptions(limit: 2))
        XCTAssertEqual(Set(all.map(\.pubKey)).count, 5)
    }

    func testNothingTellsTheToken() async throws {
        let emulator = try Emulator.shared()
        let token = try await emulator.createAccount()
        let wrong = "wr0ng-t0ken"
        let recorder = Recorder()
        let account = try emulator.accountClient(token, listener: recorder)
        _ = try await account.projects.list()
        let liar = try emulator.accountClient(wrong)
        let error = try await thrown { try await liar.projects.list() }
        XCTAssertEqual(error.kind, .authentication)
        let unreadable = try await thrown { try AccountClient(token: "\(wrong) é") }
        XCTAssertEqual(unreadable.kind, .configuration)
        XCTAssertEqual(unreadable.parameter, "token")
        let explained = try await account.explain(redact: true) { try await $0.projects.list() }
        XCTAssertEqual(recorder.events.last?.kind, .finish)
        let texts =
            [
                logged(account), logged(account.projects), logged(account.usage), logged(liar),
                logged(try account.withOptions(ClientOptions(timeout: 5))), error.texts,
                unreadable.texts, logged(explained), "\(explained.headers) \(explained.curl)",
            ] + recorder.events.map { logged($0) }
        for text in texts {
            XCTAssertFalse(text.contains(token) || text.contains(wrong), text)
        }
        XCTAssertTrue(logged(account).contains(try emulator.origin))
    }

    func testTheTokenOfTheEnvironment() async throws {
        let emulator = try Emulator.shared()
        let token = try await emulator.createAccount()
        let options = ClientOptions(apiBase: try emulator.base("api"), maxRetries: 0)
        setenv("UPLOADCARE_ACCOUNT_TOKEN", token, 1)
        let account = try AccountClient(options: options)
        unsetenv("UPLOADCARE_ACCOUNT_TOKEN")
        let all = try await account.projects.list()
        XCTAssertEqual(all, [])
        let error = try await thrown { try AccountClient(options: options) }
        XCTAssertEqual(error.kind, .configuration)
        XCTAssertTrue(error.message.contains("UPLOADCARE_ACCOUNT_TOKEN"), error.message)
    }

    func testAnotherAccountsProject() async throws {
        let emulator = try Emulator.shared()
        let project = try await Project(account: emulator.createAccount())
        let account = try emulator.accountClient(await emulator.createAccount())
        let error = try await thrown { try await account.projects.get(project.publicKey) }
        XCTAssertEqual(error.kind, .forbidden)
    }
}
