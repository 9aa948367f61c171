import Foundation
import UploadcareBindings

/// Delivery of files: URLs, operations on images, signatures, downloads (URL API).
public struct Delivery: Sendable {
    let native: NativeClient

    /// Downloads a file into memory.
    ///
    /// A connection that breaks is taken up where it was.
    ///
    /// Reference: Delivery, CDN.
    ///
    /// - Parameters:
    ///   - file: The file, or a delivery URL of a file, a group's file or an archive.
    ///   - options: What of it.
    /// - Returns: The bytes.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is neither, or a URL on
    ///   another host; `notFound` if there is no such file, `rejected` for operations that the
    ///   service does not know, `forbidden` if the project demands signed URLs and the client has
    ///   no `deliverySecrets`; `contentMismatch` if the file changes meanwhile; `CancellationError`
    ///   if the task is cancelled.
    public func download(
        _ file: some FileReference,
        options: DownloadOptions = DownloadOptions()
    ) async throws -> Data {
        try await cancellable { [native] in
            try await native.download(file: file.fileReference, options: options, cancel: $0)
        }
    }

    /// Begins to download a file piece by piece.
    ///
    /// ```swift
    /// let stream = try await client.delivery.downloadStream(file)
    /// print(stream.info.contentType ?? "unknown")
    /// for try await piece in stream { print(piece.count) }
    /// ```
    ///
    /// Reference: Delivery, CDN.
    ///
    /// - Parameters:
    ///   - file: The file, or a delivery URL of a file, a group's file or an archive.
    ///   - options: What of it.
    /// - Returns: The pieces, and what the service tells about the file.
    /// - Throws: As ``download(_:options:)`` does.
    public func downloadStream(
        _ file: some FileReference,
        options: DownloadOptions = DownloadOptions()
    ) async throws -> DownloadStream {
        let stream = try await cancellable { [native] in
            try await native.downloadStream(file: file.fileReference, options: options, cancel: $0)
        }
        return DownloadStream(stream)
    }

    /// Downloads a file of any size to the disk.
    ///
    /// Large files come in several parts at a time. What has come is kept beside the file, so that
    /// a download that failed, or was killed, goes on with what is left when it is made again; the
    /// file itself is there only when it is complete.
    ///
    /// Reference: Delivery, CDN.
    ///
    /// - Parameters:
    ///   - file: The file, or a delivery URL of a file, a group's file or an archive.
    ///   - destination: Where it goes: the file URL of a folder that is there, or of a file.
    ///   - options: What of it, and how. In a folder it gets the name that the service tells,
    ///     unless there is one in the options.
    ///   - isolation: Where `progress` runs: where the caller does.
    ///   - progress: Is told how far it is, at most ten times per second, and of the last, which
    ///     has the file. The download waits for it.
    /// - Returns: The file, and where it is.
    /// - Throws: ``UploadcareError`` of kind `destination` if the file cannot be written, or is
    ///   there already and `overwrite` does not say otherwise; else as ``download(_:options:)``
    ///   does; what `progress` throws.
    @discardableResult
    public func save(
        _ file: some FileReference,
        to destination: URL,
        options: SaveOptions = SaveOptions(),
        isolation: isolated (any Actor)? = #isolation,
        progress: ((DownloadProgress) throws -> Void)? = nil
    ) async throws -> DownloadedFile {
        let path = try path(of: destination)
        return try await save(file, to: path, options: options, progress: progress)
    }

    /// Downloads a file of any size to the disk.
    ///
    /// As ``save(_:to:options:isolation:progress:)`` with the URL of the path.
    ///
    /// - Parameters:
    ///   - file: The file, or a delivery URL of a file, a group's file or an archive.
    ///   - path: Where it goes: a folder that is there, or the path of a file.
    ///   - options: What of it, and how.
    ///   - isolation: Where `progress` runs: where the caller does.
    ///   - progress: Is told how far it is.
    /// - Returns: The file, and where it is.
    /// - Throws: As ``save(_:to:options:isolation:progress:)`` with a URL does.
    @discardableResult
    public func save(
        _ file: some FileReference,
        to path: String,
        options: SaveOptions = SaveOptions(),
        isolation: isolated (any Actor)? = #isolation,
        progress: ((DownloadProgress) throws -> Void)? = nil
    ) async throws -> DownloadedFile {
        let download = try prepareSave(file, to: path, options: options)
        defer { download.close() }
        guard let progress else { return try await download.run() }
        var saved: DownloadedFile?
        for try await step in download {
            try progress(step)
            saved = step.file
        }
        guard let saved else {
            throw UploadcareError(kind: .internal, message: "a download ended without a file")
        }
        return saved
    }

    /// Makes a download to the disk that can be followed. Nothing is sent until it is run.
    ///
    /// - Parameters:
    ///   - file: The file, or a delivery URL of a file, a group's file or an archive.
    ///   - destination: Where it goes: the file URL of a folder that is there, or of a file.
    ///   - options: What of it, and how.
    /// - Returns: The download.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no file, a URL on
    ///   another host, a name with a folder, or a number out of its range.
    public func prepareSave(
        _ file: some FileReference,
        to destination: URL,
        options: SaveOptions = SaveOptions()
    ) throws -> Download {
        try prepareSave(file, to: path(of: destination), options: options)
    }

    /// Makes a download to the disk that can be followed. Nothing is sent until it is run.
    ///
    /// - Parameters:
    ///   - file: The file, or a delivery URL of a file, a group's file or an archive.
    ///   - path: Where it goes: a folder that is there, or the path of a file.
    ///   - options: What of it, and how.
    /// - Returns: The download.
    /// - Throws: As ``prepareSave(_:to:options:)`` with a URL does.
    public func prepareSave(
        _ file: some FileReference,
        to path: String,
        options: SaveOptions = SaveOptions()
    ) throws -> Download {
        try translatingErrors {
            let file = file.fileReference
            return Download(try native.prepareSave(file: file, path: path, options: options))
        }
    }

    private func path(of destination: URL) throws -> String {
        guard destination.isFileURL else {
            throw UploadcareError(
                kind: .invalidParameter,
                message: "`destination` must be a file URL, or a path as text",
                parameter: "destination"
            )
        }
        let path = destination.path
        // Foundation leaves out what says that it must be a folder.
        return destination.hasDirectoryPath && !path.hasSuffix("/") ? path + "/" : path
    }
}
