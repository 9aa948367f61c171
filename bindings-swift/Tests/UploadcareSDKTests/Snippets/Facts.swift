import UploadcareSDK

func describeImage(_ photo: UploadedFile, by client: Uploadcare) async throws {
    let facts = try await client.delivery.info(photo)
    print(facts.format ?? "no image", facts.width ?? 0, facts.height ?? 0)
    let colors = try await client.delivery.mainColors(photo)
    print(colors, try await client.delivery.faces(photo))
}
