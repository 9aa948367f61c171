// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import UploadcareBindings

extension Delivery {
    /// The URL of a file, or of what operations make of it.
    ///
    /// Nothing is sent.
    ///
    /// Reference: URL API.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - options: Operations, and a name.
    /// - Returns: The URL.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no file, no operations
    ///   or no file name.
    public func url(
        _ file: some FileReference,
        options: DeliveryUrlOptions = DeliveryUrlOptions()
    ) throws -> String {
        try translatingErrors {
            try native.deliveryUrl(file: file.fileReference, options: options)
        }
    }

    /// The URL of a group: a page, one of its files or an archive.
    ///
    /// Nothing is sent.
    ///
    /// Reference: URL API, File groups.
    ///
    /// - Parameters:
    ///   - group: The group.
    ///   - options: What of the group.
    /// - Returns: The URL.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no group, a file that
    ///   it does not have, or options that exclude each other.
    public func groupUrl(
        _ group: some GroupReference,
        options: GroupUrlOptions = GroupUrlOptions()
    ) throws -> String {
        try translatingErrors {
            try native.deliveryGroupUrl(group: group.groupReference, options: options)
        }
    }

    /// The URL of an animation as a video.
    ///
    /// Nothing is sent.
    ///
    /// Reference: URL API, GIF to video.
    ///
    /// - Parameters:
    ///   - file: An animated GIF.
    ///   - options: Format, quality and size.
    /// - Returns: The URL.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no file, or an
    ///   operation that a video cannot have.
    public func gifToVideoUrl(
        _ file: some FileReference,
        options: GifToVideoOptions = GifToVideoOptions()
    ) throws -> String {
        try translatingErrors {
            try native.deliveryGifToVideoUrl(file: file.fileReference, options: options)
        }
    }

    /// The URL that tells where there are faces in an image.
    ///
    /// Nothing is sent; see `faces` for what it tells.
    ///
    /// Reference: URL API, Face detection.
    ///
    /// - Parameter file: The image.
    /// - Returns: The URL.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no file.
    public func faceDetectionUrl(_ file: some FileReference) throws -> String {
        try translatingErrors {
            try native.deliveryFaceDetectionUrl(file: file.fileReference)
        }
    }

    /// The URL of an image from elsewhere that the proxy fetches and changes.
    ///
    /// Nothing is sent. The domain of the image must be on the list of the project.
    ///
    /// Reference: Delivery, Proxy.
    ///
    /// - Parameters:
    ///   - sourceUrl: `http` or `https` URL of the image.
    ///   - options: Operations.
    /// - Returns: The URL.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no such URL.
    public func proxyUrl(
        _ sourceUrl: String,
        options: ProxyUrlOptions = ProxyUrlOptions()
    ) throws -> String {
        try translatingErrors {
            try native.deliveryProxyUrl(sourceUrl: sourceUrl, options: options)
        }
    }

    /// The attribute `srcset` of an HTML image: the image in several sizes, of which a browser
    /// takes one.
    ///
    /// Nothing is sent.
    ///
    /// Reference: URL API, Resize, crop: resize.
    ///
    /// - Parameters:
    ///   - file: The image.
    ///   - options: The sizes.
    /// - Returns: The attribute's value.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no file, or a width out
    ///   of its range.
    public func srcset(
        _ file: some FileReference,
        options: SrcsetOptions = SrcsetOptions()
    ) throws -> String {
        try translatingErrors {
            try native.deliverySrcset(file: file.fileReference, options: options)
        }
    }

    /// Takes a delivery URL apart.
    ///
    /// Nothing is sent.
    ///
    /// Reference: URL API.
    ///
    /// - Parameter url: A URL on the CDN base of the client or a host of the service, or the path
    ///   of one.
    /// - Returns: Its parts.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no delivery URL, or on
    ///   another host.
    public func parseUrl(_ url: String) throws -> DeliveryUrl {
        try translatingErrors {
            try native.deliveryParseUrl(url: url)
        }
    }

    /// The same URL on the CDN base of this client: for URLs of answers, which name a host of their
    /// own.
    ///
    /// Nothing is sent.
    ///
    /// Reference: Delivery, CDN.
    ///
    /// - Parameter url: A URL on the CDN base of the client or a host of the service.
    /// - Returns: The URL.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no URL, or on another
    ///   host.
    public func rewriteUrl(_ url: String) throws -> String {
        try translatingErrors {
            try native.deliveryRewriteUrl(url: url)
        }
    }

    /// The hosts that files of the project are delivered from.
    ///
    /// Nothing is sent.
    ///
    /// Reference: Delivery, CDN.
    ///
    /// - Returns: The hosts, and what they begin with.
    /// - Throws: ``UploadcareError`` if the call fails.
    public func hosts() throws -> DeliveryHosts {
        try translatingErrors {
            try native.deliveryHosts()
        }
    }

    /// A URL with a token that opens it for a while, made with the first of the client's
    /// `deliverySecrets`.
    ///
    /// A URL on the project's own host gets the host for signed URLs. Nothing is sent.
    ///
    /// Reference: Secure delivery, Signed URLs.
    ///
    /// - Parameters:
    ///   - url: A URL on the CDN base of the client or a host of the service; a token that it has
    ///     is left out.
    ///   - options: What the token opens, and for how long.
    /// - Returns: The URL.
    /// - Throws: ``UploadcareError`` of kind `configuration` without a secret, `invalidParameter`
    ///   for a URL on another host, a time that is over, or paths that do not cover the URL.
    public func signedUrl(
        _ url: String,
        options: SignUrlOptions = SignUrlOptions()
    ) throws -> String {
        try translatingErrors {
            try native.deliverySignedUrl(url: url, options: options)
        }
    }

    /// Finds out whether the token of a signed URL is genuine and still opens it, with each of the
    /// client's `deliverySecrets`.
    ///
    /// Nothing is sent.
    ///
    /// Reference: Secure delivery, Signed URLs.
    ///
    /// - Parameters:
    ///   - url: The URL.
    ///   - options: How to look at it.
    /// - Returns: What its token opens, and until when.
    /// - Throws: ``UploadcareError`` of kind `invalidSignature`, saying why, if it is not;
    ///   `configuration` without a secret, `invalidParameter` for a URL on another host.
    public func verifySignedUrl(
        _ url: String,
        options: VerifyUrlOptions = VerifyUrlOptions()
    ) throws -> SignedUrl {
        try translatingErrors {
            try native.deliveryVerifySignedUrl(url: url, options: options)
        }
    }

    /// Gets facts of an image from the CDN: its size, format, colours and what the camera has told.
    ///
    /// Reference: URL API, File information.
    ///
    /// - Parameters:
    ///   - file: The image; of a file that is none there is little to tell.
    ///   - options: Operations before it is looked at.
    /// - Returns: Facts of an image from the CDN.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no file or no
    ///   operations, `notFound` if there is no such file, `forbidden` if the project demands signed
    ///   URLs and the client has no secret for them.
    public func info(
        _ file: some FileReference,
        options: DeliveryInfoOptions = DeliveryInfoOptions()
    ) async throws -> DeliveryInfo {
        try await cancellable { [native] in
            try await native.deliveryInfo(file: file.fileReference, options: options, cancel: $0)
        }
    }

    /// Finds faces in an image.
    ///
    /// Reference: URL API, Face detection.
    ///
    /// - Parameter file: The image.
    /// - Returns: A box around each face, in pixels of the original.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no file, `rejected` if
    ///   it is no image, `notFound` if there is no such file.
    public func faces(_ file: some FileReference) async throws -> [Face] {
        try await cancellable { [native] in
            try await native.deliveryFaces(file: file.fileReference, cancel: $0)
        }
    }

    /// Finds the colours of which there is most in an image.
    ///
    /// Reference: URL API, Color recognition.
    ///
    /// - Parameters:
    ///   - file: The image.
    ///   - options: How many, and operations before it is looked at.
    /// - Returns: The colours, most first.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no file, or a number
    ///   out of its range, `rejected` if it is no image, `notFound` if there is no such file.
    public func mainColors(
        _ file: some FileReference,
        options: MainColorsOptions = MainColorsOptions()
    ) async throws -> [Color] {
        try await cancellable { [native] in
            try await native.deliveryMainColors(
                file: file.fileReference,
                options: options,
                cancel: $0
            )
        }
    }
}
