import Foundation
import UploadcareSDK

/// Uploads as much as there is time for.
func begin(_ video: URL, by client: Uploadcare, until deadline: Date) async throws -> String? {
    let upload = try client.uploads.prepare(video)
    for try await progress in upload where progress.file == nil && Date() > deadline {
        return upload.save()
    }
    return nil
}

/// Uploads the rest, in any process and any language.
func goOn(_ saved: String, with video: URL, by client: Uploadcare) async throws -> UploadedFile {
    try await client.uploads.resume(saved, source: video).run()
}
