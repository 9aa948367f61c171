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
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("uploadcare-case-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let token = plan["account"] == true ? try await emulator.createAccount() : nil
        let project = try await arrange(of: token)
        var names: [String: JsonNode] = [
            "origin": try emulator.origin.observed,
            "public_key": project.publicKey.observed,
            "secret_key": project.secretKey.observed,
            "fixtures": Emulator.fixtures.path.observed,
            "account_token": token.observed,
        ]
        let settings = try self.settings(of: project, names)
        let recorder = Recorder()
        let clients = Clients(
            project: Result { try client(settings, recorder) },
            account: Result { try account(token, settings) },
            folder: folder
        )
        let claimed = settings["public_key"].text ?? ""
        let secrets = [project.secretKey, settings["secret_key"].text ?? "", token ?? ""]
        for (number, step) in (plan["steps"].items ?? []).enumerated() {
            let step = step.filled(names)
            let isCounted = ["http", "http_count"].contains { step["expect"][$0] != .null }
            let before = isCounted ? try await emulator.requests(of: claimed).count : 0
            let eventsBefore = recorder.events.count
            let outcome: Result<JsonNode, UploadcareError>
            do {
                outcome = .success(try await result(of: step["call"], clients))
            } catch let error as UploadcareError {
                outcome = .failure(error)
            }
            do {
                try check(outcome, step["expect"], secrets)
                try await check(step["expect"], claimed, before)
                let events = recorder.texts(from: eventsBefore).observed
                if step["expect"]["events"] != .null, events != step["expect"]["events"] {
                    throw Mismatch("\(events) instead of \(step["expect"]["events"])")
                }
            } catch let mismatch as Mismatch {
                throw Mismatch("step \(number): \(mismatch)")
            }
            for (name, path) in step["save"].members ?? [:] {
                let path = try String(given: path).split(separator: ".").map(String.init)
                names[name] = try path.reduce(outcome.get()) { $0[$1] }
            }
        }
    }

    /// What the calls of a case are made with.
    private struct Clients {
        let project: Result<Uploadcare, any Error>
        let account: Result<AccountClient, any Error>
        let folder: URL
    }

    private func result(of call: JsonNode, _ clients: Clients) async throws -> JsonNode {
        let op = try String(given: call["op"])
        if op == "control" {
            let (method, path) = try (String(given: call["method"]), String(given: call["path"]))
            let body = call["body"] == .null ? nil : call["body"]
            let (status, answer) = try await emulator.control(method, path, body)
            return ["status": status.observed, "body": answer]
        }
        if ["projects.", "secrets.", "usage."].contains(where: op.hasPrefix) {
            return try await result(of: call, clients.account.get())
        }
        return try await result(of: call, clients.project.get(), clients.folder)
    }

    private func result(
        of call: JsonNode,
        _ client: Uploadcare,
        _ folder: URL
    ) async throws -> JsonNode {
        var client = client
        if call["with"] != .null {
            client = try client.withOptions(ClientOptions(given: call["with"]))
        }
        guard call["explain"] != .null else {
            return try await Call(client: client, call: call, folder: folder).result()
        }
        let redact = try ExplainOptions(given: call["explain"]).redact ?? false
        let request = try await client.explain(redact: redact) {
            try await Call(client: $0, call: call, folder: folder).result()
        }
        return request.observed
    }

    private func result(of call: JsonNode, _ client: AccountClient) async throws -> JsonNode {
        @Sendable func made(with client: AccountClient) async throws -> JsonNode {
            if let result = try await operate(client, call) { return result }
            throw Mismatch("no operation is called \(call["op"])")
        }
        var client = client
        if call["with"] != .null {
            client = try client.withOptions(ClientOptions(given: call["with"]))
        }
        guard call["explain"] != .null else { return try await made(with: client) }
        let redact = try ExplainOptions(given: call["explain"]).redact ?? false
        return try await client.explain(redact: redact, made(with:)).observed
    }

    private func arrange(of account: String?) async throws -> Project {
        var keys = plan["project"]
        var isFresh = true
        if keys == .null {
            let owner: JsonNode = account.map { ["account": $0.observed] } ?? [:]
            keys = try await emulator.control("POST", "projects", owner).answer
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
                    "public_key": project.publicKey.observed,
                    "offset_seconds": plan["clock_offset"],
                ]
            )
        }
        return project
    }

    private func settings(
        of project: Project,
        _ names: [String: JsonNode]
    ) throws -> JsonNode {
        var settings: [String: JsonNode] = [
            "public_key": project.publicKey.observed,
            "api_base": try emulator.base("api").observed,
            "upload_base": try emulator.base("upload").observed,
            "cdn_base": try emulator.base("cdn").observed,
            "max_retries": 0,
        ]
        if plan["client"]["signer"] == .null {
            settings["secret_key"] = project.secretKey.observed
        }
        settings.merge(plan["client"].filled(names).members ?? [:]) { $1 }
        return .object(members: settings)
    }

    private func client(_ settings: JsonNode, _ recorder: Recorder) throws -> Uploadcare {
        var options = settings.members ?? [:]
        let given = ["public_key", "secret_key", "signer"].map {
            options.removeValue(forKey: $0)?.text
        }
        return try Uploadcare(
            publicKey: given[0],
            secretKey: given[1],
            signer: given[2].map { try signer(called: $0, of: given[0] ?? "", on: emulator) },
            listener: recorder,
            options: ClientOptions(given: .object(members: options))
        )
    }

    private func account(_ token: String?, _ settings: JsonNode) throws -> AccountClient {
        guard let token else { throw Mismatch("the case has no account") }
        var options = settings.members ?? [:]
        for name in ["public_key", "secret_key", "signer"] { options[name] = nil }
        let given = try ClientOptions(given: .object(members: options))
        return try AccountClient(token: token, options: given)
    }

    private func check(
        _ outcome: Result<JsonNode, UploadcareError>,
        _ expected: JsonNode,
        _ secrets: [String]
    ) throws {
        switch outcome {
        case .success(let result):
            guard expected["error"] == .null else {
                throw Mismatch("\(result) instead of \(expected)")
            }
            if expected["result"] != .null {
                try result.check(expected["result"], at: "result")
            }
        case .failure(let error):
            guard var facts = expected["error"].members else {
                throw Mismatch("\(error) instead of \(expected)")
            }
            if let part = facts.removeValue(forKey: "message")?.text, !error.message.contains(part)
            {
                throw Mismatch("\(error.message) does not contain \(part)")
            }
            try error.observed.check(.object(members: facts), at: "error")
            if secrets.contains(where: { !$0.isEmpty && error.texts.contains($0) }) {
                throw Mismatch("the error tells a secret")
            }
        }
    }

    private func check(_ expect: JsonNode, _ claimed: String, _ before: Int) async throws {
        let targets = try expect["http"].items?.map(String.init(given:))
        let counts = try expect["http_count"].members?.mapValues(Int64.init(given:))
        guard let count = targets?.count ?? counts.map({ Int($0.values.reduce(0, +)) }) else {
            return
        }
        let deadline = Date().addingTimeInterval(60)
        var sent: [JsonNode] = []
        repeat {
            sent = Array(try await emulator.requests(of: claimed).dropFirst(before))
            // A request is logged when its connection is done, which may be after our error.
        } while sent.count < count && Date() < deadline
        if let targets, sent.map(Emulator.target(of:)) != targets {
            throw Mismatch("sent \(sent.map(Emulator.target(of:))) instead of \(targets)")
        }
        if let counts {
            let routes = sent.map { "\($0["method"].text ?? "") \($0["route"].text ?? "")" }
            let seen = Dictionary(grouping: routes) { $0 }.mapValues { Int64($0.count) }
            if seen != counts {
                throw Mismatch("sent \(seen) instead of \(counts)")
            }
        }
    }
}

extension JsonNode {
    /// With `${name}` replaced in every text; a text that is nothing else becomes what it names.
    fileprivate func filled(_ names: [String: JsonNode]) -> JsonNode {
        switch self {
        case .text(let text):
            let name = text.hasPrefix("${") ? String(text.dropFirst(2).dropLast()) : ""
            if text.hasSuffix("}"), let whole = names[name] {
                return whole
            }
            return names.reduce(text) { text, named in
                text.replacingOccurrences(of: "${\(named.key)}", with: named.value.text ?? "")
            }.observed
        case .array(let items):
            return .array(items: items.map { $0.filled(names) })
        case .object(let members):
            return .object(members: members.mapValues { $0.filled(names) })
        default:
            return self
        }
    }

    /// Checks that it is what is expected, which may leave members of objects out.
    fileprivate func check(_ expected: JsonNode, at place: String) throws {
        if let members = expected.members, self.members != nil {
            for (name, value) in members {
                try self[name].check(value, at: "\(place).\(name)")
            }
        } else if let mine = items, let theirs = expected.items, mine.count == theirs.count {
            for (number, (value, other)) in zip(mine, theirs).enumerated() {
                try value.check(other, at: "\(place).\(number)")
            }
        } else if let mine = double, let theirs = expected.double {
            // 7 and 7.0 are the same number.
            guard mine == theirs else { throw Mismatch("\(place) is \(self), not \(expected)") }
        } else if self != expected {
            throw Mismatch("\(place) is \(self), not \(expected)")
        }
    }
}
