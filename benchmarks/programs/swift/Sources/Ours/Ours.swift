import Foundation
import UploadcareSDK

/// What our client for Swift costs: `ours WHAT …`.
@main
struct Ours {
    static func main() async {
        do {
            let words = Array(CommandLine.arguments.dropFirst())
            guard let what = words.first else { throw Wrong("what is to be measured?") }
            try await measure(what, Array(words.dropFirst()))
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(1)
        }
    }

    static func measure(_ what: String, _ words: [String]) async throws {
        switch what {
        case "listing": try await listing(words)
        case "calls": try await calls(words)
        case "upload": try await upload(words)
        case "many": try await many(words)
        case "start": try await start(words[0])
        case "memory": try await kept()
        default: throw Wrong("no measurement \(what)")
        }
    }

    static func client() throws -> Uploadcare {
        let options = ClientOptions(
            apiBase: try variable("API_BASE"),
            uploadBase: try variable("UPLOAD_BASE")
        )
        return try Uploadcare(
            publicKey: variable("PUBLIC_KEY"),
            secretKey: variable("SECRET_KEY"),
            options: options
        )
    }

    static func listing(_ words: [String]) async throws {
        let atOnce = try number(words, 0)
        let options = ListFilesOptions(
            limit: 1000,
            concurrency: atOnce > 1 ? atOnce : nil,
            unordered: words[1] == "unordered" ? true : nil
        )
        let files = try client().files.list(options)
        let measure = Measure()
        var (count, check): (Int64, Int64) = (0, 0)
        for try await file in files {
            count += 1
            check += size(of: file)
        }
        try show(measure.end(), ["count": count, "check": check])
    }

    static func calls(_ words: [String]) async throws {
        let (uuid, count, atOnce) = (words[0], try number(words, 1), try number(words, 2))
        let client = try client()
        let measure = Measure()
        let check = try await withThrowingTaskGroup(of: Int64.self) { group in
            for worker in 0..<atOnce {
                group.addTask {
                    var check: Int64 = 0
                    for _ in stride(from: worker, to: count, by: Int(atOnce)) {
                        check += size(of: try await client.files.get(uuid))
                    }
                    return check
                }
            }
            return try await group.reduce(0, +)
        }
        try show(measure.end(), ["count": count, "check": check])
    }

    static func upload(_ words: [String]) async throws {
        let (isPath, file) = (words[0] == "path", URL(fileURLWithPath: words[1]))
        let client = try client()
        let measure = Measure()
        if isPath {
            _ = try await client.uploads.upload(file: file)
        } else {
            let size = try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
            let pieces = Pieces(file: try FileHandle(forReadingFrom: file))
            let options = UploadOptions(filename: "large.bin")
            _ = try await client.uploads.upload(pieces, size: Int64(size), options: options)
        }
        try show(measure.end(), ["count": 1])
    }

    static func many(_ paths: [String]) async throws {
        let client = try client()
        let measure = Measure()
        let files = paths.map { URL(fileURLWithPath: $0) }
        let result = try await client.uploads.uploadMany(files)
        if let failure = result.failures.first { throw Wrong("\(failure)") }
        try show(measure.end(), ["count": paths.count])
    }

    static func start(_ uuid: String) async throws {
        var measure = Measure()
        let client = try client()
        let ofClient = measure.end()
        measure = Measure()
        _ = try await client.files.get(uuid)
        let nothing = ["wall_s": 0.0, "cpu_s": 0.0]
        try show(["import": nothing, "made": ofClient, "first": measure.end()])
    }

    static func kept() async throws {
        let client = try client()
        let before = memory("VmRSS")
        let measure = Measure()
        var files: [FileInfo] = []
        for try await file in client.files.list(ListFilesOptions(limit: 1000)) {
            files.append(file)
        }
        var done: [String: Any] = ["count": files.count]
        if let before, let after = memory("VmRSS") {
            done["bytes_per_file"] = (after - before) * 1_048_576 / Double(max(files.count, 1))
        }
        try show(measure.end(), done)
        withExtendedLifetime(files) {}
    }
}

/// What is read of a file.
private func size(of file: FileInfo) -> Int64 {
    Int64(file.originalFilename.utf8.count) + file.size
}

private func variable(_ name: String) throws -> String {
    guard let value = ProcessInfo.processInfo.environment[name] else {
        throw Wrong("\(name) is not set")
    }
    return value
}

private func number(_ words: [String], _ at: Int) throws -> Int64 {
    guard words.indices.contains(at), let number = Int64(words[at]) else {
        throw Wrong("word \(at) is no number")
    }
    return number
}

private struct Wrong: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// A file, piece by piece.
private struct Pieces: AsyncSequence, Sendable {
    let file: FileHandle

    func makeAsyncIterator() -> Iterator {
        Iterator(file: file)
    }

    struct Iterator: AsyncIteratorProtocol {
        let file: FileHandle

        func next() async throws -> Data? {
            let piece = try file.read(upToCount: 256 << 10)
            return piece?.isEmpty == false ? piece : nil
        }
    }
}
