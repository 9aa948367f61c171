import UploadcareSDK

func describe(_ file: FileInfo, with client: Uploadcare) async throws {
    let change = UpdateTagsOptions(add: ["cat"], delete: ["new"])
    print(try await client.tags.update(file, options: change).tags)

    try await client.metadata.set(file, key: "owner", value: "me")
    print(try await client.metadata.all(file))
}
