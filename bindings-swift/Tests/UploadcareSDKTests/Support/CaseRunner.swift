import Foundation
import UploadcareSDK

/// Why a shared case failed.
struct Mismatch: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// Runs one shared case; tests/cases/README.md describes them.
struct CaseRunner: Sendable {
    let plan: JsonNode
    let emulator: Emulator

    func run() async throws {
        let project = try await arrange()
        var names = [
            "origin": try emulator.origin,
            "public_key": project.publicKey,
            "secret_key": project.secretKey,
            "fixtures": Emulator.fixtures.path,
        ]
        let settings = try self.settings(of: project, names)
        let made = Result { try Self.client(settings) }
        let claimed = settings["public_key"].text ?? ""
        for (number, step) in (plan["steps"].items ?? []).enumerated() {
            let step = Self.filled(step, names)
            let before = try await emulator.requests(of: claimed).count
            let outcome: Result<JsonNode, UploadcareError>
            do {
                outcome = .success(try await Call(made.get(), step["call"]).result())
            } catch let error as UploadcareError {
                outcome = .failure(error)
            }
            do {
                try check(outcome, step["expect"], secret: settings["secret_key"].text)
                if let expected = step["expect"]["http"].items {
                    try await check(expected, claimed, before)
                }
            } catch let mismatch as Mismatch {
                throw Mismatch("step \(number): \(mismatch)")
            }
            for (name, member) in step["save"].members ?? [:] {
                names[name] = try outcome.get()[member.text ?? ""].text
            }
        }
    }

    private func arrange() async throws -> Project {
        var keys = plan["project"]
        var isFresh = true
        if keys == .null {
            keys = try await emulator.control("POST", "projects", [:]).answer
        } else {
            isFresh = try await emulator.control("POST", "projects", keys).status == 201
        }
        let project = try Project(keys, on: emulator)
        if isFresh {
            for seed in plan["seed"].listed { try await project.add("files", seed) }
        }
        for fault in plan["faults"].listed { try await project.add("faults", fault) }
        if plan["clock_offset"] != .null {
            try await emulator.control(
                "POST",
                "clock",
                [
                    "public_key": JsonNode(project.publicKey),
                    "offset_seconds": plan["clock_offset"],
                ]
            )
        }
        return project
    }

    private func settings(of project: Project, _ names: [String: String]) throws -> JsonNode {
        var settings: [String: JsonNode] = [
            "public_key": JsonNode(project.publicKey),
            "secret_key": JsonNode(project.secretKey),
            "api_base": JsonNode(try emulator.base("api")),
            "upload_base": JsonNode(try emulator.base("upload")),
            "cdn_base": JsonNode(try emulator.base("cdn")),
            "max_retries": 0,
        ]
        settings.merge(Self.filled(plan["client"], names).members ?? [:]) { $1 }
        return .object(members: settings)
    }

    private static func client(_ settings: JsonNode) throws -> Uploadcare {
        let reader = try OptionReader(
            settings,
            names: [
                "public_key", "secret_key", "api_base", "upload_base", "cdn_base", "auth_scheme",
                "connect_timeout", "read_timeout", "timeout", "max_retries", "user_agent", "proxy",
                "root_certificate",
            ]
        )
        return try Uploadcare(
            publicKey: reader.text("public_key"),
            secretKey: reader.text("secret_key"),
            options: ClientOptions(
                apiBase: reader.text("api_base"),
                uploadBase: reader.text("upload_base"),
                cdnBase: reader.text("cdn_base"),
                authScheme: reader.choice("auth_scheme", [.signed, .simple]) {
                    .unknown(value: $0)
                },
                connectTimeout: reader.number("connect_timeout"),
                readTimeout: reader.number("read_timeout"),
                timeout: reader.number("timeout"),
                maxRetries: reader.integer("max_retries"),
                userAgent: reader.text("user_agent"),
                proxy: reader.text("proxy"),
                rootCertificate: reader.text("root_certificate")
            )
        )
    }

    private static func filled(_ node: JsonNode, _ names: [String: String]) -> JsonNode {
        node.mappingTexts { text in
            names.reduce(text) { $0.replacingOccurrences(of: "${\($1.key)}", with: $1.value) }
        }
    }

    private func check(
        _ outcome: Result<JsonNode, UploadcareError>,
        _ expected: JsonNode,
        secret: String?
    ) throws {
        switch outcome {
        case .success(let result):
            guard expected["error"] == .null else {
                throw Mismatch("\(result) instead of \(expected)")
            }
            try check(result, expected["result"])
        case .failure(let error):
            guard var facts = expected["error"].members else {
                throw Mismatch("\(error) instead of \(expected)")
            }
            if let part = facts.removeValue(forKey: "message")?.text, !error.message.contains(part)
            {
                throw Mismatch("\(error.message) does not contain \(part)")
            }
            try check(Observation.of(error), .object(members: facts))
            if let secret, !secret.isEmpty, Observation.texts(of: error).contains(secret) {
                throw Mismatch("the error tells the secret key")
            }
        }
    }

    private func check(_ found: JsonNode, _ expected: JsonNode) throws {
        for (name, value) in expected.members ?? [:] where !found[name].means(value) {
            throw Mismatch("\(name) is \(found[name]), not \(value)")
        }
    }

    private func check(_ expected: [JsonNode], _ claimed: String, _ before: Int) async throws {
        let expected = expected.compactMap(\.text)
        let deadline = Date().addingTimeInterval(5)
        var sent: [String] = []
        repeat {
            sent = Array(try await emulator.requests(of: claimed).dropFirst(before))
            // A request is logged when its connection is done, which may be after our error.
        } while sent.count < expected.count && Date() < deadline
        if sent != expected {
            throw Mismatch("sent \(sent) instead of \(expected)")
        }
    }
}
