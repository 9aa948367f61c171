import Foundation
import UploadcareSDK

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Asks the backend of the application, which holds the secret key and decides what it signs.
struct BackendSigner: RequestSigner {
    let backend: URL

    func sign(_ request: SigningRequest) async throws -> String {
        var question = URLRequest(url: backend)
        question.httpMethod = "POST"
        question.httpBody = try JSONEncoder().encode(["string_to_sign": request.stringToSign])
        let (data, _) = try await URLSession.shared.data(for: question)
        let answer = try JSONDecoder().decode([String: String].self, from: data)
        return answer["signature"] ?? ""
    }
}

func newestFile(of publicKey: String, signedBy backend: URL) async throws -> FileInfo? {
    let client = try Uploadcare(publicKey: publicKey, signer: BackendSigner(backend: backend))
    let newestFirst = ListFilesOptions(limit: 1, ordering: .datetimeUploadedDescending)
    do {
        return try await client.files.list(newestFirst).first { _ in true }
    } catch let error as UploadcareError where error.kind == .signer {
        print("the backend did not sign: \(error.underlyingError ?? error)")
        return nil
    }
}
