import Foundation
import UploadcareSDK

/// One call of a shared case.
struct Call: Sendable {
    let client: Uploadcare
    let call: JsonNode
    /// Where the files go that it saves.
    let folder: URL

    func result() async throws -> JsonNode {
        if call["args"] != .null, let result = try await operate(client, call) {
            return result
        }
        let options = call["options"]
        switch call["op"].text {
        case "client":
            return client.observed
        case "files.list":
            return try await list()
        case "files.pages":
            return try await pages()
        case "files.get":
            let uuid = try String(given: call["uuid"])
            return try await client.files.get(uuid, options: GetFileOptions(given: options)).summary
        case "files.delete_listed":
            return try await deleteListed()
        case "job.status":
            return try await job().status().observed
        case "job.wait":
            var states: [JobState] = []
            let last = try await job().wait(WaitOptions(given: options)) { states.append($0.state) }
            return ["status": last.observed, "states": states.observed]
        case "uploads.upload":
            return try await upload(UploadOptions(given: options)).observed
        case "delivery.download":
            let file = try String(given: call["args"]["file"])
            let options = try DownloadOptions(given: options)
            return try await client.delivery.download(file, options: options).summary
        case "delivery.save":
            return try await save(SaveOptions(given: options))
        case "receiver.receive", "receiver.verify":
            return try received()
        case "transformation.build":
            return ["value": try built().text.observed]
        default:
            throw Mismatch("no operation is called \(call["op"])")
        }
    }

    private func job() throws -> Job {
        try client.jobs.open(String(given: call["job"]))
    }

    private func files() throws -> ItemList<FileInfo> {
        client.files.list(try ListFilesOptions(given: call["options"]))
    }

    private func list() async throws -> JsonNode {
        let (files, cursor) = try await walked(files(), call)
        return [
            "count": files.count.observed,
            "distinct": Set(files.map(\.uuid)).count.observed,
            "first": (files.first?.originalFilename).observed,
            "last": (files.last?.originalFilename).observed,
            "cursor": cursor.observed,
        ]
    }

    private func pages() async throws -> JsonNode {
        var iterator = try turned(files(), call).pages().makeAsyncIterator()
        let take = call["take"].integer.map(Int.init) ?? .max
        var seen: [Page<FileInfo>?] = []
        if let moves = call["moves"].items {
            for move in moves {
                let page =
                    move.text == "previous"
                    ? try await iterator.previousPage() : try await iterator.nextPage()
                seen.append(page)
            }
        } else {
            while seen.count < take, let page = try await iterator.next() {
                seen.append(page)
            }
        }
        return ["pages": seen.observed, "cursor": iterator.cursor().observed]
    }

    private func upload(_ options: UploadOptions) async throws -> UploadedFile {
        let source = call["source"]
        if let path = source["path"].text {
            let url = path.hasPrefix("http") ? URL(string: path) : URL(fileURLWithPath: path)
            guard let url else { throw Mismatch("\(path) is no URL") }
            return try await client.uploads.upload(file: url, options: options)
        }
        let data =
            source["text"].text.map { Data($0.utf8) }
            ?? Data(count: Int(source["size"].integer ?? 0))
        return try await client.uploads.upload(data, options: options)
    }

    private func save(_ options: SaveOptions) async throws -> JsonNode {
        let file = try String(given: call["args"]["file"])
        let place = call["args"]["path"].text.map(folder.appendingPathComponent) ?? folder
        let saved = try await client.delivery.save(file, to: place, options: options)
        let url = URL(fileURLWithPath: saved.path)
        guard try Data(contentsOf: url).count == saved.size else {
            throw Mismatch("\(url.path) has another size than \(saved.size)")
        }
        return [
            "size": saved.size.observed, "content_type": saved.contentType.observed,
            "name": url.lastPathComponent.observed,
        ]
    }

    private func received() throws -> JsonNode {
        let args = call["args"]
        let receiver = try WebhookReceiver(secrets: [String](given: args["secrets"]))
        let (body, signature) = (Data(try String(given: args["body"]).utf8), args["signature"].text)
        if call["op"].text == "receiver.receive" {
            return try receiver.receive(body, signature: signature).observed
        }
        try receiver.verify(body, signature: signature)
        return [:]
    }

    private func built() throws -> Transformation {
        try (call["args"]["steps"].items ?? []).reduce(Transformation()) { built, step in
            guard let built = try apply(step, to: built) else {
                throw Mismatch("no operation is called \(step["op"])")
            }
            return built
        }
    }

    private func deleteListed() async throws -> JsonNode {
        var given = try await client.files.list().collected().map(\.uuid)
        let bad = try [String: String](given: call["bad"]).map { (Int($0) ?? 0, $1) }
        for (place, text) in bad.sorted(by: { $0.0 < $1.0 }) {
            given.insert(text, at: place)
        }
        let result = try await client.files.deleteMany(given)
        let isInOrder = [result.files.map(\.uuid), result.problems.map(\.source)].allSatisfy {
            let places = $0.map { given.firstIndex(of: $0) ?? -1 }
            return places == places.sorted() && !places.contains(-1)
        }
        return [
            "given": given.count.observed,
            "deleted": result.files.count.observed,
            "problems": result.problems.observed,
            "failures": result.failures.count.observed,
            "not_tried": result.notTried.count.observed,
            "is_in_order": isInOrder.observed,
        ]
    }
}

extension Data {
    /// How many bytes there are, and which, if they are a short text.
    fileprivate var summary: JsonNode {
        var seen: [String: JsonNode] = ["size": count.observed]
        if count <= 200 { seen["text"] = String(data: self, encoding: .utf8)?.observed }
        return .object(members: seen)
    }
}

/// A list in the direction that a case wants.
private func turned<Item>(_ list: ItemList<Item>, _ call: JsonNode) -> ItemList<Item> {
    call["backward"].flag == true ? list.backward() : list
}

/// The items that a case takes of a list, and the cursor after them.
private func walked<Item>(
    _ list: ItemList<Item>,
    _ call: JsonNode
) async throws -> ([Item], String?) {
    var iterator = turned(list, call).makeAsyncIterator()
    var taken: [Item] = []
    let wanted = call["take"].integer.map(Int.init) ?? .max
    while taken.count < wanted, let item = try await iterator.next() {
        taken.append(item)
    }
    return (taken, iterator.cursor())
}

/// A list, as far as a case walks through it.
func listed<Item: Observed>(
    _ list: ItemList<Item>,
    _ call: JsonNode,
    _ id: KeyPath<Item, String>
) async throws -> JsonNode {
    let (items, cursor) = try await walked(list, call)
    return [
        "count": items.count.observed,
        "ids": items.map { $0[keyPath: id] }.observed,
        "items": items.observed,
        "cursor": cursor.observed,
    ]
}
