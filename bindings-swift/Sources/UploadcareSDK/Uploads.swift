import Foundation
import UploadcareBindings

/// Uploads to the project (Upload API). No secret key is needed.
public struct Uploads: Sendable {
    let native: NativeClient

    /// Uploads one file of any size, in one request or in parts, as its size demands.
    ///
    /// Memory does not grow with the file: a file is read as it is sent; of a file handle a few
    /// parts are held.
    ///
    /// Reference: Upload API, Upload files directly; Multipart uploads.
    ///
    /// - Parameters:
    ///   - source: `Data`, the `URL` of a file, or a `FileHandle`; a `UUID`, a `FileInfo` or
    ///     another object that stands for a file of the project is looked up, and nothing is
    ///     uploaded.
    ///   - options: How to upload it. Without a name in them a file keeps its own, and anything
    ///     else is called `file`.
    ///   - isolation: Where `progress` runs: where the caller does.
    ///   - progress: Is told how far it is, at most ten times per second, and of the last, which
    ///     has the file. The upload waits for it.
    /// - Returns: The new file. It may still be processed: see ``waitUntilReady(_:options:)``.
    /// - Throws: ``UploadcareError`` of kind `source` if the content cannot be read, or changes
    ///   meanwhile: then there is no file; `invalidParameter` if an option is out of its range:
    ///   then nothing is sent; `uploadLost` if the service has forgotten an upload that was to go
    ///   on; `contentMismatch` if it has something else than was sent; what reading a file handle,
    ///   or `progress`, throws; `CancellationError` if the task is cancelled.
    @discardableResult
    public func upload(
        _ source: some UploadSource,
        options: UploadOptions = UploadOptions(),
        isolation: isolated (any Actor)? = #isolation,
        progress: ((UploadProgress) throws -> Void)? = nil
    ) async throws -> UploadedFile {
        let upload = try prepare(source, options: options)
        defer { upload.close() }
        guard let progress else { return try await upload.run() }
        var file: UploadedFile?
        for try await step in upload {
            try progress(step)
            file = step.file
        }
        guard let file else {
            throw UploadcareError(kind: .internal, message: "an upload ended without a file")
        }
        return file
    }

    /// Uploads a file of this machine of any size. It is read as it is sent, not held.
    ///
    /// As ``upload(_:options:isolation:progress:)`` with the same URL.
    ///
    /// - Parameters:
    ///   - file: A file URL.
    ///   - options: How to upload it. Without a name in them it keeps its own.
    ///   - isolation: Where `progress` runs: where the caller does.
    ///   - progress: Is told how far it is.
    /// - Returns: The new file.
    /// - Throws: As ``upload(_:options:isolation:progress:)`` does.
    @discardableResult
    public func upload(
        file: URL,
        options: UploadOptions = UploadOptions(),
        isolation: isolated (any Actor)? = #isolation,
        progress: ((UploadProgress) throws -> Void)? = nil
    ) async throws -> UploadedFile {
        try await upload(file, options: options, progress: progress)
    }

    /// Uploads content of any size that comes piece by piece. A few parts of it are held in memory.
    ///
    /// Reference: Upload API, Upload files directly; Multipart uploads.
    ///
    /// - Parameters:
    ///   - stream: The pieces, of any size. They are taken in a task of their own, which is
    ///     cancelled when the upload fails or is cancelled.
    ///   - size: How many bytes they have together, if you know. Else a content of 10 MiB or more
    ///     is kept in a temporary file until its end has come, for the service wants to know the
    ///     size first.
    ///   - options: How to upload it. Without a name in them it is called `file`.
    ///   - isolation: Where `progress` runs: where the caller does.
    ///   - progress: Is told how far it is.
    /// - Returns: The new file.
    /// - Throws: As ``upload(_:options:isolation:progress:)`` does; what the stream throws, as it
    ///   is: then there is no file; ``UploadcareError`` of kind `source` if there are more or fewer
    ///   bytes than `size`.
    @discardableResult
    public func upload<Stream: AsyncSequence & Sendable>(
        _ stream: Stream,
        size: Int64? = nil,
        options: UploadOptions = UploadOptions(),
        isolation: isolated (any Actor)? = #isolation,
        progress: ((UploadProgress) throws -> Void)? = nil
    ) async throws -> UploadedFile where Stream.Element == Data {
        let content = UploadContent.stream(stream, size: size)
        return try await upload(content, options: options, progress: progress)
    }

    /// Uploads several files side by side. One that fails does not stop the others, unless they
    /// would fail, too.
    ///
    /// Reference: Upload API, Upload files directly; Multipart uploads.
    ///
    /// - Parameters:
    ///   - sources: What to upload; nothing that can be read only once.
    ///   - options: How to upload them; `fileConcurrency` says how many at a time.
    /// - Returns: What it came to: the file of each source, or why there is none.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` if an option is out of its range,
    ///   or a source is a file handle or a stream: then nothing is sent. What goes wrong with a
    ///   file is in the result. `CancellationError` if the task is cancelled.
    public func uploadMany(
        _ sources: [any UploadSource],
        options: UploadOptions = UploadOptions()
    ) async throws -> UploadManyResult {
        let sources = try sources.map { source in
            guard case .whole(let open) = source.uploadContent.way else {
                throw UploadcareError(
                    kind: .invalidParameter,
                    message: "`sources` has a stream: upload it on its own",
                    parameter: "sources"
                )
            }
            return try open()
        }
        return try await cancellable { [native] in
            try await native.uploadMany(sources: sources, options: options, cancel: $0)
        }
    }

    /// Sends a part of a file, for programs that send the parts in their own way; all others use
    /// ``upload(_:options:isolation:progress:)``. It may be sent again; what came last counts.
    ///
    /// Reference: Upload API, Upload individual file parts.
    ///
    /// - Parameters:
    ///   - url: The URL of the part, one of those that ``startMultipart(_:options:)`` gave. No
    ///     credential goes there.
    ///   - content: The bytes of the part: as many as were asked for as the size of a part, in the
    ///     last part the rest.
    /// - Throws: ``UploadcareError`` of kind `uploadLost` if the URL is too old or the upload is
    ///   over; `invalidParameter` for a text that is no URL: then nothing is sent;
    ///   `CancellationError` if the task is cancelled.
    public func uploadPart(_ url: String, content: Data) async throws {
        try await cancellable { [native] in
            try await native.uploadPart(url: url, content: nativeSource(of: content), cancel: $0)
        }
    }

    /// Makes an upload that can be followed, paused and saved. Nothing is sent until it is run.
    ///
    /// - Parameters:
    ///   - source: What to upload: see ``upload(_:options:isolation:progress:)``.
    ///   - options: How to upload it.
    /// - Returns: The upload.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` if an option is out of its range.
    public func prepare(
        _ source: some UploadSource,
        options: UploadOptions = UploadOptions()
    ) throws -> Upload {
        try make(source.uploadContent, options, nil)
    }

    /// Makes an upload of content that comes piece by piece. Nothing is sent until it is run.
    ///
    /// - Parameters:
    ///   - stream: The pieces, of any size.
    ///   - size: How many bytes they have together, if you know.
    ///   - options: How to upload it.
    /// - Returns: The upload.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` if an option is out of its range.
    public func prepare<Stream: AsyncSequence & Sendable>(
        _ stream: Stream,
        size: Int64? = nil,
        options: UploadOptions = UploadOptions()
    ) throws -> Upload where Stream.Element == Data {
        try make(.stream(stream, size: size), options, nil)
    }

    /// Makes an upload of what ``Upload/save()`` gave, in any process or language. Nothing is sent
    /// until it is run.
    ///
    /// - Parameters:
    ///   - text: What saving the upload gave.
    ///   - source: The same content again.
    ///   - options: How to go on.
    /// - Returns: The upload. Once it runs it throws ``UploadcareError`` of kind `source` if the
    ///   content is not the same, and `uploadLost` if `onLost` says so.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` if the text cannot be read or is of
    ///   another project, or an option is out of its range.
    public func resume(
        _ text: String,
        source: some UploadSource,
        options: UploadOptions = UploadOptions()
    ) throws -> Upload {
        try make(source.uploadContent, options, text)
    }

    /// Makes an upload of what ``Upload/save()`` gave, with content that comes piece by piece.
    /// Nothing is sent until it is run.
    ///
    /// - Parameters:
    ///   - text: What saving the upload gave.
    ///   - source: The same content again, from its beginning.
    ///   - size: How many bytes it has, if you know.
    ///   - options: How to go on.
    /// - Returns: The upload.
    /// - Throws: As ``resume(_:source:options:)`` does.
    public func resume<Stream: AsyncSequence & Sendable>(
        _ text: String,
        source: Stream,
        size: Int64? = nil,
        options: UploadOptions = UploadOptions()
    ) throws -> Upload where Stream.Element == Data {
        try make(.stream(source, size: size), options, text)
    }

    private func make(
        _ content: UploadContent,
        _ options: UploadOptions,
        _ saved: String?
    ) throws -> Upload {
        switch content.way {
        case .whole(let open):
            let source = try open()
            return try translatingErrors {
                Upload(try native.prepare(source: source, options: options, saved: saved))
            }
        case .fed(let size, let feeding):
            if let size, size < 0 {
                throw UploadcareError(
                    kind: .invalidParameter,
                    message: "`size` must not be negative, and \(size) is",
                    parameter: "size"
                )
            }
            return try translatingErrors {
                let size = size.map(UInt64.init)
                let upload = try native.prepareFeed(size: size, options: options, saved: saved)
                return Upload(upload, feeding)
            }
        }
    }
}
