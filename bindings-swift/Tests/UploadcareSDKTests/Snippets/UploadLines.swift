import Foundation
import UploadcareSDK

func uploadReport(to client: Uploadcare) async throws -> UploadedFile {
    let lines = AsyncStream<Data> { continuation in
        for number in 1...1000 { continuation.yield(Data("line \(number)\n".utf8)) }
        continuation.finish()
    }
    return try await client.uploads.upload(lines, options: UploadOptions(filename: "report.txt"))
}
