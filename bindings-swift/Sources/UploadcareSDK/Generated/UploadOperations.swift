// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import UploadcareBindings

extension Uploads {
    /// Has the service fetch a file from a URL.
    ///
    /// Reference: Upload API, Upload files from URLs.
    ///
    /// - Parameters:
    ///   - url: An http or https URL that the service can reach.
    ///   - options: Its name, metadata, tags and more.
    /// - Returns: The job, which tells how much has been fetched, and the identifier of the file
    ///   when it is there.
    /// - Throws: ``UploadcareError`` of kind `rejected` for a URL that the service does not want,
    ///   with a code such as `HostnameNotFoundError`; `invalidParameter` for a text that is no URL
    ///   or an option out of its range.
    public func fromUrl(
        _ url: String,
        options: FromUrlOptions = FromUrlOptions()
    ) async throws -> Job {
        let record = try await cancellable { [native] in
            try await native.uploadsFromUrl(url: url, options: options, cancel: $0)
        }
        return Job(native, record)
    }

    /// Shows a file of the project with no more than the public key.
    ///
    /// Reference: Upload API, File info.
    ///
    /// - Parameter file: The file.
    /// - Returns: What the Upload API tells of it.
    /// - Throws: ``UploadcareError`` of kind `notFound` if there is no such file.
    public func info(_ file: some FileReference) async throws -> UploadInfo {
        try await cancellable { [native] in
            try await native.uploadsInfo(file: file.fileReference, cancel: $0)
        }
    }

    /// Waits until a file that was uploaded can be used: its content is known and it can be
    /// delivered.
    ///
    /// Reference: Upload API, File info.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - options: How long to wait, and how often to ask.
    /// - Returns: What the Upload API tells of it.
    /// - Throws: ``UploadcareError`` of kind `waitTimeout` if it is not ready in time; `notFound`
    ///   if there is no such file.
    public func waitUntilReady(
        _ file: some FileReference,
        options: WaitOptions = WaitOptions()
    ) async throws -> UploadInfo {
        try await cancellable { [native] in
            try await native.uploadsWaitUntilReady(
                file: file.fileReference,
                options: options,
                cancel: $0
            )
        }
    }

    /// Makes a group of files that never changes.
    ///
    /// Reference: Upload API, Create group of files.
    ///
    /// - Parameter files: 1 to 1000 files, each with or without transformations.
    /// - Returns: The group.
    /// - Throws: ``UploadcareError`` of kind `rejected` if a file is not of this project, with the
    ///   code `GroupFilesNotFoundError`; `invalidParameter` for too many files or none.
    @discardableResult
    public func createGroup(_ files: [any FileReference]) async throws -> UploadGroupInfo {
        try await cancellable { [native] in
            try await native.uploadsCreateGroup(files: files.map(\.fileReference), cancel: $0)
        }
    }

    /// Shows a group with no more than the public key.
    ///
    /// Reference: Upload API, Group info.
    ///
    /// - Parameter group: The group.
    /// - Returns: What the Upload API tells of it.
    /// - Throws: ``UploadcareError`` of kind `notFound` if there is no such group.
    public func groupInfo(_ group: some GroupReference) async throws -> UploadGroupInfo {
        try await cancellable { [native] in
            try await native.uploadsGroupInfo(group: group.groupReference, cancel: $0)
        }
    }

    /// Starts an upload in parts, for programs that send the parts in their own way; all others use
    /// `upload`.
    ///
    /// Reference: Upload API, Start multipart upload.
    ///
    /// - Parameters:
    ///   - size: Size of the whole file in bytes: 10485760 or more.
    ///   - options: Name, metadata, tags and the size of a part.
    /// - Returns: Where each part is to go.
    /// - Throws: ``UploadcareError`` of kind `rejected` if the service takes no such file, with a
    ///   code such as `MultipartFileSizeLimitExceededError`; `invalidParameter` for a size or an
    ///   option out of its range.
    public func startMultipart(
        _ size: Int64,
        options: UploadOptions = UploadOptions()
    ) async throws -> MultipartUpload {
        try await cancellable { [native] in
            try await native.uploadsStartMultipart(size: size, options: options, cancel: $0)
        }
    }

    /// Has the service put the parts of a file together.
    ///
    /// Reference: Upload API, Complete multipart upload.
    ///
    /// - Parameter uuid: What starting the upload gave.
    /// - Returns: What the Upload API tells of the new file.
    /// - Throws: ``UploadcareError`` of kind `rejected` if parts are missing, with the code
    ///   `MultipartUploadSizeTooSmallError`, or if it is done already, with
    ///   `MultipartFileAlreadyUploadedError`; `notFound` if the service does not know the upload.
    public func completeMultipart(_ uuid: String) async throws -> UploadInfo {
        try await cancellable { [native] in
            try await native.uploadsCompleteMultipart(uuid: uuid, cancel: $0)
        }
    }

    /// Makes a token that others can upload with, without the secret key.
    ///
    /// Nothing is sent.
    ///
    /// Reference: Upload API, Secure uploads.
    ///
    /// - Parameter options: What it allows, and for how long.
    /// - Returns: The token.
    /// - Throws: ``UploadcareError`` of kind `configuration` if the client has no secret key;
    ///   `invalidParameter` for an option out of its range.
    @discardableResult
    public func createToken(
        _ options: CreateUploadTokenOptions = CreateUploadTokenOptions()
    ) throws -> UploadToken {
        try translatingErrors {
            try native.uploadsCreateToken(options: options)
        }
    }

    /// Makes a signature that others can upload with, without the secret key.
    ///
    /// Nothing is sent. Tokens are the newer way.
    ///
    /// Reference: Upload API, Secure uploads.
    ///
    /// - Parameter options: How long it is valid.
    /// - Returns: The signature.
    /// - Throws: ``UploadcareError`` of kind `configuration` if the client has no secret key;
    ///   `invalidParameter` for an option out of its range.
    @discardableResult
    public func createSignature(
        _ options: CreateUploadSignatureOptions = CreateUploadSignatureOptions()
    ) throws -> UploadSignature {
        try translatingErrors {
            try native.uploadsCreateSignature(options: options)
        }
    }
}
