import Foundation
import UploadcareSDK

/// Uploads the files of a folder, lists the project page by page and file by file, looks at one.
///
/// `swift run list-files FOLDER`, with `UPLOADCARE_PUBLIC_KEY` and `UPLOADCARE_SECRET_KEY` set.
@main
struct ListFiles {
    static func main() async {
        guard CommandLine.arguments.count == 2 else {
            fail("name a folder of files")
        }
        do {
            let client = try Uploadcare()
            try await upload(filesOf: CommandLine.arguments[1], to: client)
            try await listPages(of: client)
            if let newest = try await listFiles(of: client) {
                try await look(at: newest, of: client)
            }
        } catch {
            fail("\(error)")
        }
    }

    static func upload(filesOf folder: String, to client: Uploadcare) async throws {
        let files = try FileManager.default.contentsOfDirectory(
            at: URL(fileURLWithPath: folder, isDirectory: true),
            includingPropertiesForKeys: [.isRegularFileKey]
        )
        for file in files.sorted(by: { $0.path < $1.path }) {
            guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
                continue
            }
            let uploaded = try await client.uploads.upload(file: file)
            print("uploaded \(uploaded.originalFilename) as \(uploaded.uuid)")
        }
    }

    static func listPages(of client: Uploadcare) async throws {
        print("\nPage by page, oldest first:")
        for try await page in client.files.list(ListFilesOptions(limit: 4)).pages() {
            let names = page.map(\.originalFilename).joined(separator: ", ")
            print("  \(page.count) of \(page.total): \(names)")
        }
    }

    static func listFiles(of client: Uploadcare) async throws -> FileInfo? {
        print("\nFile by file, newest first:")
        var newest: FileInfo?
        let options = ListFilesOptions(ordering: .datetimeUploadedDescending)
        for try await file in client.files.list(options) {
            let size = padded(String(file.size), to: -9)
            let kind = padded(file.mimeType ?? "unknown", to: 18)
            print("  \(size) B  \(kind) \(file.originalFilename)")
            newest = newest ?? file
        }
        return newest
    }

    static func look(at listed: FileInfo, of client: Uploadcare) async throws {
        let file = try await client.files.get(listed.uuid)
        print("\nThe newest, \(file.originalFilename):")
        print("  uploaded \(file.datetimeUploaded), ready: \(file.isReady)")
        if let image = file.contentInfo?.image {
            print("  \(image.format) of \(image.width) x \(image.height) pixels")
        }
        print("  \(file.originalFileUrl ?? "removed")")
    }

    /// The text with spaces after it, or before it for a negative width.
    static func padded(_ text: String, to width: Int) -> String {
        let spaces = String(repeating: " ", count: max(0, abs(width) - text.count))
        return width < 0 ? spaces + text : text + spaces
    }

    static func fail(_ problem: String) -> Never {
        FileHandle.standardError.write(Data("\(problem)\n".utf8))
        exit(1)
    }
}
