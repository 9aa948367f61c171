import Foundation
import UploadcareSDK

func showFiles(afterUploading photo: URL) async throws {
    // The keys come from UPLOADCARE_PUBLIC_KEY and UPLOADCARE_SECRET_KEY.
    let client = try Uploadcare()

    let uploaded = try await client.uploads.upload(file: photo)

    let newestFirst = ListFilesOptions(ordering: .datetimeUploadedDescending)
    for try await file in client.files.list(newestFirst) {
        print(file.originalFilename, file.size)
    }

    for try await page in client.files.list(ListFilesOptions(limit: 100)).pages() {
        print("\(page.count) of \(page.total)")
    }

    do {
        let file = try await client.files.get(uploaded.uuid)
        print(file.mimeType ?? "unknown", file.datetimeUploaded)
    } catch let error as UploadcareError where error.kind == .notFound {
        print("somebody was faster: \(error.message)")
    }
}
