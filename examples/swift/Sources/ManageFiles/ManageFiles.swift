import Foundation
import UploadcareSDK

/// Uploads files, tags and searches them, copies, converts and scans some, makes a webhook, and
/// deletes what it made.
///
/// `swift run manage-files FILE…`, with `UPLOADCARE_PUBLIC_KEY` and `UPLOADCARE_SECRET_KEY` set.
@main
struct ManageFiles {
    static let often = WaitOptions(interval: 0.1)

    static func main() async {
        do {
            try await manage(CommandLine.arguments.dropFirst(), by: Uploadcare())
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(1)
        }
    }

    static func manage(_ paths: some Sequence<String>, by client: Uploadcare) async throws {
        print("project \(client.publicKey): \(try await client.project.get().name)")
        // Of this run only: what it finds it may convert.
        let tag = "example-\(ProcessInfo.processInfo.processIdentifier)"
        let uploaded = try await upload(paths, to: client, tag: tag)
        guard let first = uploaded.first else { return print("name a file") }
        var made: [any FileReference] = uploaded

        // The service finds new files after some seconds.
        let search = SearchOptions(tags: TagFilter(any: [tag]), sort: [.sizeDescending])
        for try await file in client.files.search(search) {
            print("found \(file.originalFilename) of \(file.size) bytes")
            if let image = try await firstPage(of: file, by: client) { made.append(image) }
        }

        let copy = try await client.files.copyLocal(first, options: CopyLocalOptions(wait: true))
        print("copied \(copy.originalFilename) as \(copy.uuid)")
        made.append(copy)

        let scan = try await client.addons.scanForViruses(first)
        // The text could be opened by another process, to wait there.
        try await client.jobs.open(scan.save()).wait(often)
        let withResults = GetFileOptions(includeAppdata: true)
        let scanned = try await client.files.get(first, options: withResults).appdata
        let isInfected = scanned?.ucClamavVirusScan?.data.infected
        print("infected: \(isInfected.map(String.init) ?? "unknown")")

        let target = "https://example.com/hook"
        let webhook = try await client.webhooks.create(target, event: .fileDeleted)
        try await client.webhooks.delete(webhook.id)
        print("made and deleted webhook \(webhook.id) on \(webhook.event)")

        let result = try await client.files.deleteMany(made + ["nonsense"])
        print("deleted \(result.files.count) of \(made.count) files")
        for problem in result.problems {
            print("did not delete \(problem.source): \(problem.message)")
        }
    }

    static func upload(
        _ paths: some Sequence<String>,
        to client: Uploadcare,
        tag: String
    ) async throws -> [UploadedFile] {
        var uploaded: [UploadedFile] = []
        for path in paths {
            let file = try await client.uploads.upload(file: URL(fileURLWithPath: path))
            try await client.tags.update(file, options: UpdateTagsOptions(add: [tag]))
            try await client.metadata.set(file, key: "made-by", value: "manage-files")
            print("uploaded \(file.originalFilename) as \(file.uuid)")
            uploaded.append(file)
        }
        return uploaded
    }

    /// The first page as an image, if the file is a document.
    static func firstPage(of file: FileInfo, by client: Uploadcare) async throws -> String? {
        let image = DocumentPathOptions(format: "png", page: 1)
        let path = try client.conversion.documentPath(file, options: image)
        do {
            let job = try await client.conversion.convertDocument(path)
            let status = try await job.wait(often) { print("  \($0.state)") }
            print("converted \(file.originalFilename) to \(status.uuid ?? "nothing")")
            return status.uuid
        } catch let error as UploadcareError where error.kind == .rejected {
            print("did not convert \(file.originalFilename): \(error.message)")
            return nil
        }
    }
}
