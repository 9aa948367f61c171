import Foundation
import UploadcareBindings

/// A client of one Uploadcare project.
///
/// It holds the connections, so make one and share it: all its methods may be called from any
/// task at the same time. No request is sent until the first call.
///
/// ```swift
/// let client = try Uploadcare()
/// for try await file in client.files.list() {
///     print(file.originalFilename)
/// }
/// ```
public final class Uploadcare: Sendable {
    /// Public key of the project.
    public let publicKey: String
    /// Base of the REST API.
    public let apiBase: URL
    /// Base of the Upload API.
    public let uploadBase: URL
    /// Base of the CDN.
    public let cdnBase: URL

    let native: NativeClient

    /// Makes a client. Nothing is sent.
    ///
    /// - Parameters:
    ///   - publicKey: Public key of the project. Default: `UPLOADCARE_PUBLIC_KEY` of the
    ///     environment.
    ///   - secretKey: Secret key of the project, which everything but uploads needs. Default:
    ///     `UPLOADCARE_SECRET_KEY` of the environment. Never build it into an app.
    ///   - signer: Signs requests in the place of a secret key, which is not read from the
    ///     environment then.
    ///   - uploadCredential: What uploads are sent with where the project demands it: a token or a
    ///     signature, or what gives one. Default: what the secret key can make.
    ///   - listener: Is told of each step of each call.
    ///   - options: Other settings; what is not given comes from the environment or is a default.
    /// - Throws: ``UploadcareError`` of kind `configuration`, whose `parameter` names the setting
    ///   that is missing or wrong; `signer` if it is given beside a secret key.
    public convenience init(
        publicKey: String? = nil,
        secretKey: String? = nil,
        signer: (any RequestSigner)? = nil,
        uploadCredential: (any UploadCredentialProvider)? = nil,
        listener: (any EventListener)? = nil,
        options: ClientOptions = ClientOptions()
    ) throws {
        try self.init(
            native: NativeClient.make(
                publicKey: publicKey,
                secretKey: secretKey,
                signer: signer,
                uploadCredential: uploadCredential,
                listener: listener,
                options: options
            )
        )
    }

    init(native: NativeClient) throws {
        self.native = native
        publicKey = native.publicKey()
        apiBase = try url(native.apiBase(), of: "api_base")
        uploadBase = try url(native.uploadBase(), of: "upload_base")
        cdnBase = try url(native.cdnBase(), of: "cdn_base")
    }

    /// Makes the same client with some settings changed, for one call or for many.
    ///
    /// ```swift
    /// let patient = try client.withOptions(ClientOptions(timeout: 300, maxRetries: 5))
    /// let file = try await patient.files.get(uuid)
    /// ```
    ///
    /// It has the keys, the signer, the credential and the listener of this one. It shares
    /// connections and what was learnt of the limits of the service, unless an option that is
    /// changed is about just these: `connectTimeout`, `proxy`, `rootCertificate`; `maxRate`,
    /// `maxConcurrency`, `maxRetryWait`.
    ///
    /// - Parameter options: What to change; what is not given stays as it is.
    /// - Returns: The other client; this one stays as it is.
    /// - Throws: ``UploadcareError`` of kind `configuration`, whose `parameter` names the setting
    ///   that is wrong.
    public func withOptions(_ options: ClientOptions) throws -> Uploadcare {
        try Uploadcare(native: translatingErrors { try native.withOptions(options: options) })
    }

    /// Makes a client of the part that needs no secret key.
    ///
    /// - Returns: The client. It shares the connections of this one. What it uploads is sent with a
    ///   credential only if one, or what gives one, was given.
    /// - Throws: ``UploadcareError`` of kind `configuration` as when a client is made; none in
    ///   practice.
    public func uploadClient() throws -> UploadClient {
        try UploadClient(native: translatingErrors(native.uploadClient))
    }
}

extension NativeClient {
    /// Makes a client of what a caller gives.
    static func make(
        publicKey: String?,
        secretKey: String? = nil,
        signer: (any RequestSigner)? = nil,
        uploadCredential: (any UploadCredentialProvider)?,
        listener: (any EventListener)?,
        options: ClientOptions,
        forUploads: Bool = false
    ) throws -> NativeClient {
        let credential = uploadCredential.flatMap(UploadCredential.fixed)
        let provider = credential == nil ? uploadCredential : nil
        return try translatingErrors {
            try NativeClient(
                publicKey: publicKey,
                secretKey: secretKey,
                signer: signer.map(SignerBridge.init),
                uploadCredential: credential,
                credentialProvider: provider.map(CredentialBridge.init),
                listener: listener.map(ListenerBridge.init),
                options: options,
                runtime: runtime,
                forUploads: forUploads
            )
        }
    }
}

extension Uploadcare: CustomStringConvertible, CustomReflectable {
    /// Public key and bases, never the secret key.
    public var description: String {
        "Uploadcare(publicKey: \(publicKey), apiBase: \(apiBase), uploadBase: \(uploadBase), "
            + "cdnBase: \(cdnBase))"
    }

    /// Public key and bases, never the secret key.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "publicKey": publicKey,
                "apiBase": apiBase.absoluteString,
                "uploadBase": uploadBase.absoluteString,
                "cdnBase": cdnBase.absoluteString,
            ]
        )
    }
}

func url(_ text: String, of setting: String) throws -> URL {
    guard let url = URL(string: text) else {
        throw UploadcareError(
            kind: .configuration,
            message: "`\(setting)` is a URL that Foundation cannot read",
            parameter: setting
        )
    }
    return url
}
