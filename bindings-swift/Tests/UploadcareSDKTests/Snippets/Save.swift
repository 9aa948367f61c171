import Foundation
import UploadcareSDK

func save(_ video: UploadedFile, in folder: URL, by client: Uploadcare) async throws -> String {
    let saved = try await client.delivery.save(video, to: folder) { progress in
        print("\(progress.receivedBytes) of \(progress.totalBytes ?? 0) bytes")
    }
    return saved.path
}
