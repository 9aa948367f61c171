import UploadcareSDK

func report(on uuid: String) async throws -> FileInfo {
    // For every call of the client; the keys come from the environment.
    let client = try Uploadcare(options: ClientOptions(timeout: 30, maxRetries: 4))

    // For one call: it has to answer at once, or not at all.
    let hasty = ClientOptions(timeout: 2, maxRetries: 0)
    print(try await client.withOptions(hasty).project.get().name)

    return try await client.files.get(uuid)
}
