import Foundation
import UploadcareSDK

/// Reads the options of a case; one that nobody reads is an error of the case or of the runner.
struct OptionReader {
    private let options: JsonNode

    init(_ options: JsonNode, names: Set<String>) throws {
        self.options = options
        if let unknown = options.members?.keys.first(where: { !names.contains($0) }) {
            throw Mismatch("no option is called \(unknown)")
        }
    }

    func text(_ name: String) -> String? { options[name].text }
    func flag(_ name: String) -> Bool? { options[name].flag }
    func integer(_ name: String) -> Int64? { options[name].integer }
    func number(_ name: String) -> Double? { options[name].double }
    func texts(_ name: String) -> [String]? { options[name].items?.compactMap(\.text) }
    func date(_ name: String) -> Date? { options[name].text.flatMap(Moment.date) }

    func entries(_ name: String) -> [String: String]? {
        options[name].members?.compactMapValues(\.text)
    }

    func choice<Choice: CustomStringConvertible>(
        _ name: String,
        _ known: [Choice],
        unknown: (String) -> Choice
    ) -> Choice? {
        text(name).map { text in known.first { $0.description == text } ?? unknown(text) }
    }
}

/// One call of a shared case.
struct Call: Sendable {
    let client: Uploadcare
    let call: JsonNode

    init(_ client: Uploadcare, _ call: JsonNode) {
        self.client = client
        self.call = call
    }

    func result() async throws -> JsonNode {
        switch call["op"].text {
        case "client": Observation.of(client)
        case "files.list": try await list()
        case "files.pages": try await pages()
        case "files.get": try await get()
        case "uploads.upload": try await upload()
        default: throw Mismatch("no operation is called \(call["op"])")
        }
    }

    private func options(_ names: String...) throws -> OptionReader {
        try OptionReader(call["options"], names: Set(names))
    }

    private func files() throws -> ItemList<FileInfo> {
        let reader = try options(
            "limit",
            "ordering",
            "stored",
            "removed",
            "starting_from",
            "include_appdata",
            "prefetch",
            "cursor"
        )
        return client.files.list(
            ListFilesOptions(
                limit: reader.integer("limit"),
                ordering: reader.choice(
                    "ordering",
                    [.datetimeUploaded, .datetimeUploadedDescending]
                ) { .unknown(value: $0) },
                stored: reader.flag("stored"),
                removed: reader.flag("removed"),
                startingFrom: reader.date("starting_from"),
                includeAppdata: reader.flag("include_appdata"),
                prefetch: reader.flag("prefetch"),
                cursor: reader.text("cursor")
            )
        )
    }

    private func list() async throws -> JsonNode {
        let list = call["backward"].flag == true ? try files().backward() : try files()
        var iterator = list.makeAsyncIterator()
        var taken: [FileInfo] = []
        let wanted = call["take"].integer.map(Int.init) ?? .max
        while taken.count < wanted, let file = try await iterator.next() {
            taken.append(file)
        }
        return Observation.of(taken, cursor: iterator.cursor())
    }

    private func pages() async throws -> JsonNode {
        let list = try files()
        let pages = call["backward"].flag == true ? list.backward().pages() : list.pages()
        var iterator = pages.makeAsyncIterator()
        let take = call["take"].integer.map(Int.init) ?? .max
        var seen: [JsonNode] = []
        if let moves = call["moves"].items {
            for move in moves {
                let page =
                    move.text == "previous"
                    ? try await iterator.previousPage() : try await iterator.nextPage()
                seen.append(Observation.of(page))
            }
        } else {
            while seen.count < take, let page = try await iterator.next() {
                seen.append(Observation.of(page))
            }
        }
        return ["pages": .array(items: seen), "cursor": JsonNode(iterator.cursor())]
    }

    private func get() async throws -> JsonNode {
        let options = GetFileOptions(
            includeAppdata: try options("include_appdata").flag("include_appdata")
        )
        return Observation.of(try await client.files.get(call["uuid"].text ?? "", options: options))
    }

    private func upload() async throws -> JsonNode {
        let reader = try options("filename", "content_type", "store", "metadata", "tags")
        let options = UploadOptions(
            filename: reader.text("filename"),
            contentType: reader.text("content_type"),
            store: reader.flag("store"),
            metadata: reader.entries("metadata"),
            tags: reader.texts("tags")
        )
        let source = call["source"]
        if let path = source["path"].text {
            let file = URL(fileURLWithPath: path)
            return Observation.of(try await client.uploads.upload(file: file, options: options))
        }
        let data =
            source["text"].text.map { Data($0.utf8) }
            ?? Data(count: Int(source["size"].integer ?? 0))
        return Observation.of(try await client.uploads.upload(data, options: options))
    }
}
