import Foundation
import UploadcareSDK
import XCTest

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A local stand-in for the service: the one whose ready line the environment holds, else one
/// that this process starts.
struct Emulator: Sendable {
    let ready: JsonNode

    private static let running = Result { try Emulator() }

    /// The one for all tests of this process.
    static func shared() throws -> Emulator {
        try running.get()
    }

    /// The folder of the repository.
    static let root: URL = {
        if let root = ProcessInfo.processInfo.environment["UPLOADCARE_TEST_ROOT"] {
            return URL(fileURLWithPath: root, isDirectory: true)
        }
        return (0..<5).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
            url.deletingLastPathComponent()
        }
    }()

    static let fixtures = root.appendingPathComponent("tests/fixtures/files")

    private init() throws {
        let environment = ProcessInfo.processInfo.environment
        let line = try environment["UPLOADCARE_EMULATOR"] ?? Self.start(environment)
        ready = try JSONDecoder().decode(JsonNode.self, from: Data(line.utf8))
    }

    private static func start(_ environment: [String: String]) throws -> String {
        let process = Process()
        process.executableURL =
            environment["UPLOADCARE_EMULATOR_BIN"].map { URL(fileURLWithPath: $0) }
            ?? root.appendingPathComponent("target/debug/uploadcare-emulator")
        process.arguments = ["--port", "0", "--until-stdin-closes"]
        let output = Pipe()
        process.standardInput = lifeline
        process.standardOutput = output
        try process.run()
        var line = Data()
        while let byte = try output.fileHandleForReading.read(upToCount: 1), !byte.isEmpty {
            if byte == Data("\n".utf8) { break }
            line += byte
        }
        return String(decoding: line, as: UTF8.self)
    }

    /// Open as long as this process lives; the emulator ends when it closes.
    private static let lifeline = Pipe()

    func base(_ name: String) throws -> String {
        try XCTUnwrap(ready["\(name)_base"].text)
    }

    var origin: String {
        get throws {
            var base = try base("api")
            while base.hasSuffix("/") { base.removeLast() }
            return base
        }
    }

    /// Calls the control API.
    @discardableResult
    func control(
        _ method: String,
        _ path: String,
        _ body: JsonNode? = nil
    ) async throws -> (status: Int, answer: JsonNode) {
        var request = URLRequest(url: try XCTUnwrap(URL(string: try base("control") + path)))
        request.httpMethod = method
        request.httpBody = try body.map { try JSONEncoder().encode($0) }
        let (data, response) = try await URLSession.shared.data(for: request)
        let status = try XCTUnwrap(response as? HTTPURLResponse).statusCode
        let answer = data.isEmpty ? .null : try JSONDecoder().decode(JsonNode.self, from: data)
        return (status, answer)
    }

    /// Makes an account.
    ///
    /// - Returns: Its token.
    func createAccount() async throws -> String {
        let (status, answer) = try await control("POST", "accounts", [:])
        XCTAssertEqual(status, 201, "\(answer)")
        return try XCTUnwrap(answer["token"].text)
    }

    /// A client of an account.
    func accountClient(
        _ token: String,
        listener: (any EventListener)? = nil
    ) throws -> AccountClient {
        let options = ClientOptions(apiBase: try base("api"), maxRetries: 0)
        return try AccountClient(token: token, listener: listener, options: options)
    }

    /// What the emulator logged for a public key.
    func requests(of publicKey: String) async throws -> [JsonNode] {
        let (_, answer) = try await control("GET", "requests?public_key=\(publicKey)&settled=true")
        return answer["requests"].items ?? []
    }

    /// Method and target of a request.
    static func target(of request: JsonNode) -> String {
        let query = request["query"].text.map { "?" + $0 } ?? ""
        return "\(request["method"].text ?? "") \(request["path"].text ?? "")\(query)"
    }
}

/// A project of one test.
struct Project: Sendable {
    let emulator: Emulator
    let publicKey: String
    let secretKey: String

    /// Seconds of a client's patience: no test holds a request so long, however busy the machine.
    private static let limit = 300.0

    /// Makes a project, which belongs to the account of a token if one is given.
    init(files count: Int64 = 0, account: String? = nil) async throws {
        let emulator = try Emulator.shared()
        let owner: JsonNode = account.map { ["account": $0.observed] } ?? [:]
        try await self.init(emulator.control("POST", "projects", owner).answer, on: emulator)
        if count > 0 {
            try await add("files", ["count": .integer(value: count)])
        }
    }

    init(_ keys: JsonNode, on emulator: Emulator) throws {
        self.emulator = emulator
        publicKey = try XCTUnwrap(keys["public_key"].text)
        secretKey = try XCTUnwrap(keys["secret_key"].text)
    }

    /// A client of the project, with its secret key unless something else signs.
    func client(
        signer: (any RequestSigner)? = nil,
        listener: (any EventListener)? = nil,
        deliverySecrets: [String]? = nil,
        maxRetries: Int64 = 0
    ) throws -> Uploadcare {
        try Uploadcare(
            publicKey: publicKey,
            secretKey: signer == nil ? secretKey : nil,
            signer: signer,
            listener: listener,
            options: ClientOptions(
                apiBase: emulator.base("api"),
                uploadBase: emulator.base("upload"),
                cdnBase: emulator.base("cdn"),
                deliverySecrets: deliverySecrets,
                readTimeout: Self.limit,
                timeout: Self.limit,
                maxRetries: maxRetries
            )
        )
    }

    /// A client of the project for nothing but uploads.
    func uploadClient(
        _ credential: (any UploadCredentialProvider)? = nil
    ) throws -> UploadClient {
        try UploadClient(
            publicKey: publicKey,
            uploadCredential: credential,
            options: ClientOptions(
                uploadBase: emulator.base("upload"),
                cdnBase: emulator.base("cdn"),
                readTimeout: Self.limit,
                timeout: Self.limit,
                maxRetries: 0
            )
        )
    }

    /// The backend that signs for clients without a secret key.
    func backend() throws -> URL {
        let path = try emulator.base("control") + "projects/\(publicKey)/sign"
        return try XCTUnwrap(URL(string: path))
    }

    /// Puts `files`, `faults`, a `rate_limit`, `groups` or plans for `jobs` into the project.
    func add(_ what: String, _ body: JsonNode) async throws {
        let path = "projects/\(publicKey)/\(what)"
        let (status, answer) = try await emulator.control("POST", path, body)
        XCTAssertEqual(status, 201, "\(answer)")
    }

    /// Changes settings of the project.
    func set(_ settings: JsonNode) async throws {
        let path = "projects/\(publicKey)"
        let (status, answer) = try await emulator.control("PATCH", path, settings)
        XCTAssertEqual(status, 200, "\(answer)")
    }

    func requests() async throws -> [String] {
        try await emulator.requests(of: publicKey).map(Emulator.target(of:))
    }

    /// The statuses of the requests that are over; 499 is that of one whose client left.
    func statuses() async throws -> [Int64] {
        try await emulator.requests(of: publicKey).compactMap(\.["status"].integer)
    }

    /// How many parts of uploads have come to their end.
    func parts() async throws -> Int {
        try await emulator.requests(of: publicKey)
            .filter { $0["route"] == "/parts/{uuid}/{number}" && $0["status"] == 200 }.count
    }

    /// What the CDN has of a file.
    func served(_ uuid: String) async throws -> Data {
        let url = try XCTUnwrap(URL(string: try emulator.base("cdn") + "\(uuid)/"))
        return try await URLSession.shared.data(from: url).0
    }

    /// Waits until a number of the project's statistics is what it should be.
    func wait(for name: String, toBe expected: Int64) async throws {
        try await wait(for: "stats") { $0[name] == .integer(value: expected) }
    }

    /// Waits until every fault has hit a request.
    func waitForFaults() async throws {
        try await wait(for: "faults") { $0["faults"] == [] }
    }

    private func wait(for what: String, until isFine: (JsonNode) -> Bool) async throws {
        let deadline = Date().addingTimeInterval(60)
        var seen = JsonNode.null
        repeat {
            seen = try await emulator.control("GET", "projects/\(publicKey)/\(what)").answer
            if isFine(seen) { return }
            await Task.yield()
        } while Date() < deadline
        XCTFail("\(what): \(seen)")
    }
}

extension AsyncSequence {
    func collected() async throws -> [Element] {
        try await reduce(into: []) { $0.append($1) }
    }
}

/// The error that an expression throws, which must be one of ours.
func thrown(
    file: StaticString = #filePath,
    line: UInt = #line,
    _ expression: () async throws -> some Any
) async throws -> UploadcareError {
    do {
        let result = try await expression()
        XCTFail("\(result) instead of an error", file: file, line: line)
    } catch let error as UploadcareError {
        return error
    }
    throw CancellationError()
}
