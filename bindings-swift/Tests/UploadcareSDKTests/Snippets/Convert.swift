import UploadcareSDK

func firstPage(of document: UploadedFile, by client: Uploadcare) async throws -> String? {
    let image = DocumentPathOptions(format: "png", page: 1)
    let path = try client.conversion.documentPath(document, options: image)
    let job = try await client.conversion.convertDocument(path)
    do {
        return try await job.wait(WaitOptions(timeout: 120)) { print($0.state) }.uuid
    } catch let error as UploadcareError where error.kind == .jobFailed {
        print(error.message)
        return nil
    }
}
