import UploadcareSDK

func showRequest(of client: Uploadcare, for uuid: String) async throws {
    let request = try await client.explain { try await $0.files.get(uuid) }
    print(request.method, request.url)
    print(request.headers["date"] ?? "")
    print(request.curl)

    // Without the signature, to be shown to others.
    print(try await client.explain(redact: true) { $0.files.list() }.curl)
}
