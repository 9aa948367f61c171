import Foundation
import UploadcareSDK

/// Uploads a large file and shows how far it is. After an interrupt, a crash or a lost connection
/// the same command goes on where it was.
///
/// `swift run upload-large FILE`, with `UPLOADCARE_PUBLIC_KEY` set. Where the project demands
/// signed uploads, `UPLOAD_TOKEN` has a token.
@main
struct UploadLarge {
    static func main() async {
        guard CommandLine.arguments.count == 2 else {
            fail("name a file")
        }
        let path = CommandLine.arguments[1]
        do {
            let token = ProcessInfo.processInfo.environment["UPLOAD_TOKEN"]
            let client = try UploadClient(uploadCredential: token)
            let options = UploadOptions(stateFile: "\(path).upload")
            let upload = try client.uploads.prepare(URL(fileURLWithPath: path), options: options)
            for try await progress in upload {
                print(bar(progress))
                if let file = progress.file {
                    print("uploaded as \(file.uuid)")
                }
            }
        } catch {
            fail("\(error)")
        }
    }

    static func bar(_ progress: UploadProgress) -> String {
        let width = 30
        guard let total = progress.totalBytes, total > 0 else {
            return "\(progress.sentBytes) bytes"
        }
        let full = Int(progress.sentBytes * Int64(width) / total)
        let drawn = String(repeating: "#", count: full)
        let rest = String(repeating: ".", count: width - full)
        let percent = progress.sentBytes * 100 / total
        return "[\(drawn)\(rest)] \(percent) %, \(progress.sentParts) parts"
    }
}

func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("\(message)\n".utf8))
    exit(1)
}
