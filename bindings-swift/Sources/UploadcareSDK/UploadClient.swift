import Foundation
import UploadcareBindings

/// A client for nothing but uploads: it has no secret key and no way to hold one. It is what to
/// build into apps, which others can take apart.
///
/// ```swift
/// let client = try UploadClient(publicKey: "demopublickey")
/// let file = try await client.uploads.upload(photo)
/// ```
///
/// It holds the connections, so make one and share it: all its methods may be called from any task
/// at the same time.
public final class UploadClient: Sendable {
    /// Public key of the project.
    public let publicKey: String
    /// Base of the Upload API.
    public let uploadBase: URL
    /// Base of the CDN.
    public let cdnBase: URL

    let native: NativeClient

    /// Makes a client. Nothing is sent.
    ///
    /// - Parameters:
    ///   - publicKey: Public key of the project. Default: `UPLOADCARE_PUBLIC_KEY` of the
    ///     environment. The secret key of the environment is not looked at.
    ///   - uploadCredential: What uploads are sent with where the project demands it: a token or a
    ///     signature, or what gives one. Default: nothing.
    ///   - listener: Is told of each step of each call.
    ///   - options: Other settings; what is not given comes from the environment or is a default.
    /// - Throws: ``UploadcareError`` of kind `configuration`, whose `parameter` names the setting
    ///   that is missing or wrong.
    public convenience init(
        publicKey: String? = nil,
        uploadCredential: (any UploadCredentialProvider)? = nil,
        listener: (any EventListener)? = nil,
        options: ClientOptions = ClientOptions()
    ) throws {
        try self.init(
            native: NativeClient.make(
                publicKey: publicKey,
                uploadCredential: uploadCredential,
                listener: listener,
                options: options,
                forUploads: true
            )
        )
    }

    init(native: NativeClient) throws {
        self.native = native
        publicKey = native.publicKey()
        uploadBase = try url(native.uploadBase(), of: "upload_base")
        cdnBase = try url(native.cdnBase(), of: "cdn_base")
    }

    /// Makes the same client with some settings changed, for one call or for many: see
    /// ``Uploadcare/withOptions(_:)``.
    ///
    /// - Parameter options: What to change; what is not given stays as it is.
    /// - Returns: The other client; this one stays as it is.
    /// - Throws: ``UploadcareError`` of kind `configuration`, whose `parameter` names the setting
    ///   that is wrong.
    public func withOptions(_ options: ClientOptions) throws -> UploadClient {
        try UploadClient(native: translatingErrors { try native.withOptions(options: options) })
    }

    /// Uploads to the project.
    public var uploads: Uploads {
        Uploads(native: native)
    }

    /// Uploads from URLs that were started before, here or elsewhere.
    public var jobs: Jobs {
        Jobs(native: native)
    }
}

extension UploadClient: CustomStringConvertible, CustomReflectable {
    /// Public key and bases, never a credential.
    public var description: String {
        "UploadClient(publicKey: \(publicKey), uploadBase: \(uploadBase), cdnBase: \(cdnBase))"
    }

    /// Public key and bases, never a credential.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "publicKey": publicKey,
                "uploadBase": uploadBase.absoluteString,
                "cdnBase": cdnBase.absoluteString,
            ]
        )
    }
}
