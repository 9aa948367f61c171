import Foundation
import UploadcareSDK

func upload(_ video: URL, to client: Uploadcare) async throws -> UploadedFile {
    let options = UploadOptions(store: true, tags: ["holiday"])
    return try await client.uploads.upload(video, options: options) { progress in
        print("\(progress.sentBytes) of \(progress.totalBytes ?? 0) bytes")
    }
}
