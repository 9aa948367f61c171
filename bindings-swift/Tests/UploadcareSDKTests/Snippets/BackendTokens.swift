import Foundation
import UploadcareSDK

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Asks the backend of the application, which makes tokens by `client.uploads.createToken()`.
struct BackendTokens: UploadCredentialProvider {
    let backend: URL

    func uploadCredential() async throws -> UploadCredential {
        let (data, _) = try await URLSession.shared.data(for: URLRequest(url: backend))
        return .token(String(decoding: data, as: UTF8.self))
    }
}

func upload(_ photo: URL, of publicKey: String, by backend: URL) async throws -> UploadedFile {
    let tokens = BackendTokens(backend: backend)
    let client = try UploadClient(publicKey: publicKey, uploadCredential: tokens)
    return try await client.uploads.upload(photo)
}
