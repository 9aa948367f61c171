import UploadcareSDK

func showLarge(of client: Uploadcare) async throws {
    let large = SearchOptions(
        size: SizeRange(gte: 10_000),
        tags: TagFilter(any: ["cat", "dog"]),
        sort: [.sizeDescending]
    )
    for try await file in client.files.search(large) {
        print(file.originalFilename, file.size, file.tags ?? [])
    }
}
