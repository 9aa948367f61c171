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
    ///   - options: Other settings; what is not given comes from the environment or is a default.
    /// - Throws: ``UploadcareError`` of kind `configuration`, whose `parameter` names the setting
    ///   that is missing or wrong.
    public init(
        publicKey: String? = nil,
        secretKey: String? = nil,
        options: ClientOptions = ClientOptions()
    ) throws {
        native = try translatingErrors {
            try NativeClient(
                publicKey: publicKey,
                secretKey: secretKey,
                options: options,
                runtime: runtime
            )
        }
        self.publicKey = native.publicKey()
        apiBase = try url(native.apiBase(), of: "api_base")
        uploadBase = try url(native.uploadBase(), of: "upload_base")
        cdnBase = try url(native.cdnBase(), of: "cdn_base")
    }

    /// Uploads to the project.
    public var uploads: Uploads {
        Uploads(native: native)
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

private func url(_ text: String, of setting: String) throws -> URL {
    guard let url = URL(string: text) else {
        throw UploadcareError(
            kind: .configuration,
            message: "`\(setting)` is a URL that Foundation cannot read",
            parameter: setting
        )
    }
    return url
}
