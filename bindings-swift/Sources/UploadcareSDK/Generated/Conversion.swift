// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import UploadcareBindings

/// Conversion of documents and videos (REST API: Conversion).
public struct Conversion: Sendable {
    let native: NativeClient

    /// The path that asks for a document in another format.
    ///
    /// Nothing is sent.
    ///
    /// Reference: REST API, Convert document.
    ///
    /// - Parameters:
    ///   - file: The document.
    ///   - options: The format, and what of the document.
    /// - Returns: The path.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no file or an option
    ///   out of its range.
    public func documentPath(
        _ file: some FileReference,
        options: DocumentPathOptions = DocumentPathOptions()
    ) throws -> String {
        try translatingErrors {
            try native.conversionDocumentPath(file: file.fileReference, options: options)
        }
    }

    /// The path that asks for a video in another format, size, quality or length.
    ///
    /// Nothing is sent.
    ///
    /// Reference: REST API, Convert video.
    ///
    /// - Parameters:
    ///   - file: The video.
    ///   - options: What to make of it.
    /// - Returns: The path.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no file or an option
    ///   out of its range.
    public func videoPath(
        _ file: some FileReference,
        options: VideoPathOptions = VideoPathOptions()
    ) throws -> String {
        try translatingErrors {
            try native.conversionVideoPath(file: file.fileReference, options: options)
        }
    }

    /// Starts the conversion of a document.
    ///
    /// Reference: REST API, Convert document.
    ///
    /// - Parameters:
    ///   - path: What `documentPath` gave.
    ///   - options: What to do with the result.
    /// - Returns: The job.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for an empty path, `rejected` for
    ///   one that the service cannot convert or if the project has no conversion.
    public func convertDocument(
        _ path: String,
        options: ConvertDocumentsOptions = ConvertDocumentsOptions()
    ) async throws -> Job {
        let record = try await cancellable { [native] in
            try await native.conversionConvertDocument(path: path, options: options, cancel: $0)
        }
        return Job(native, record)
    }

    /// Starts the conversion of several documents at once.
    ///
    /// Reference: REST API, Convert document.
    ///
    /// - Parameters:
    ///   - paths: What `documentPath` gave, at least one.
    ///   - options: What to do with the results.
    /// - Returns: A job for each path that the service took, and a problem for each other one.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for an empty path or none,
    ///   `rejected` if the project has no conversion.
    public func convertDocuments(
        _ paths: [String],
        options: ConvertDocumentsOptions = ConvertDocumentsOptions()
    ) async throws -> ConversionBatch {
        let record = try await cancellable { [native] in
            try await native.conversionConvertDocuments(paths: paths, options: options, cancel: $0)
        }
        return ConversionBatch(native, record)
    }

    /// Starts the conversion of a video.
    ///
    /// Reference: REST API, Convert video.
    ///
    /// - Parameters:
    ///   - path: What `videoPath` gave.
    ///   - options: What to do with the result.
    /// - Returns: The job.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for an empty path, `rejected` for
    ///   one that the service cannot convert or if the project has no conversion.
    public func convertVideo(
        _ path: String,
        options: ConvertVideosOptions = ConvertVideosOptions()
    ) async throws -> Job {
        let record = try await cancellable { [native] in
            try await native.conversionConvertVideo(path: path, options: options, cancel: $0)
        }
        return Job(native, record)
    }

    /// Starts the conversion of several videos at once.
    ///
    /// Reference: REST API, Convert video.
    ///
    /// - Parameters:
    ///   - paths: What `videoPath` gave, at least one.
    ///   - options: What to do with the results.
    /// - Returns: A job for each path that the service took, and a problem for each other one.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for an empty path or none,
    ///   `rejected` if the project has no conversion.
    public func convertVideos(
        _ paths: [String],
        options: ConvertVideosOptions = ConvertVideosOptions()
    ) async throws -> ConversionBatch {
        let record = try await cancellable { [native] in
            try await native.conversionConvertVideos(paths: paths, options: options, cancel: $0)
        }
        return ConversionBatch(native, record)
    }

    /// Gets what a document can be converted to, and the groups that conversions have made of it.
    ///
    /// Reference: REST API, Document info.
    ///
    /// - Parameter file: The document.
    /// - Returns: What a document can be converted to.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` if it is no file, `notFound` if the
    ///   project has no such file.
    public func documentInfo(_ file: some FileReference) async throws -> DocumentInfo {
        try await cancellable { [native] in
            try await native.conversionDocumentInfo(file: file.fileReference, cancel: $0)
        }
    }

    /// Gets how far the conversion of a document is, by its number; a job does so by itself.
    ///
    /// Reference: REST API, Document conversion job status.
    ///
    /// - Parameter token: Number of the conversion, 0 or more.
    /// - Returns: How far the conversion of a document is.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a negative number, `notFound`
    ///   if the project has no such conversion.
    public func documentStatus(_ token: Int64) async throws -> JobStatus {
        try await cancellable { [native] in
            try await native.conversionDocumentStatus(token: token, cancel: $0)
        }
    }

    /// Gets how far the conversion of a video is, by its number; a job does so by itself.
    ///
    /// Reference: REST API, Video conversion job status.
    ///
    /// - Parameter token: Number of the conversion, 0 or more.
    /// - Returns: How far the conversion of a video is.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a negative number, `notFound`
    ///   if the project has no such conversion.
    public func videoStatus(_ token: Int64) async throws -> JobStatus {
        try await cancellable { [native] in
            try await native.conversionVideoStatus(token: token, cancel: $0)
        }
    }
}
