import Foundation
import UploadcareSDK

func uploadAll(_ photos: [URL], to client: Uploadcare) async throws -> [UploadedFile] {
    let result = try await client.uploads.uploadMany(photos)
    for failure in result.failures {
        print("\(failure.source): \(failure.error.message)")
    }
    return result.files.compactMap { $0 }
}
