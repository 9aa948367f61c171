import UploadcareSDK

func fetch(_ url: String, by client: Uploadcare) async throws -> UploadInfo? {
    let job = try await client.uploads.fromUrl(url, options: FromUrlOptions(store: true))
    let status = try await job.wait { print("\($0.doneBytes ?? 0) bytes") }
    guard let uuid = status.uuid else { return nil }
    return try await client.uploads.waitUntilReady(uuid)
}
