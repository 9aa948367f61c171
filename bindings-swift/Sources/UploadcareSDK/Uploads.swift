import Foundation
import UploadcareBindings

/// Uploads to the project (Upload API). No secret key is needed.
public struct Uploads: Sendable {
    let native: NativeClient

    /// Uploads bytes as one file of up to 104,857,600 bytes.
    ///
    /// Reference: Upload API, Upload files directly.
    ///
    /// - Parameters:
    ///   - data: Content of the file.
    ///   - options: How to upload it. Without a name in them it is called `file`.
    /// - Returns: The new file. It may still be processed: see `isReady` of its `FileInfo`.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` if the content is too large or an
    ///   option is out of its range; nothing is sent then.
    public func upload(
        _ data: Data,
        options: UploadOptions = UploadOptions()
    ) async throws -> UploadedFile {
        // The bridge to Rust counts in 32 bits and would end the process.
        guard data.count <= Int32.max else {
            throw UploadcareError(
                kind: .invalidParameter,
                message: "`data` has \(data.count) bytes: upload so many from a file",
                parameter: "data"
            )
        }
        return try await cancellable { [native] in
            try await native.uploadBytes(bytes: data, options: options, cancel: $0)
        }
    }

    /// Uploads a file of this machine of up to 104,857,600 bytes. The content is streamed, not
    /// held.
    ///
    /// Reference: Upload API, Upload files directly.
    ///
    /// - Parameters:
    ///   - file: A file URL.
    ///   - options: How to upload it. Without a name in them it keeps its own.
    /// - Returns: The new file. It may still be processed: see `isReady` of its `FileInfo`.
    /// - Throws: ``UploadcareError`` of kind `source` if the file cannot be read, is a folder or
    ///   changes meanwhile; `invalidParameter` if it is too large, `file` is no file URL or an
    ///   option is out of its range.
    public func upload(
        file: URL,
        options: UploadOptions = UploadOptions()
    ) async throws -> UploadedFile {
        guard file.isFileURL else {
            throw UploadcareError(
                kind: .invalidParameter,
                message: "`file` must be a file URL, such as URL(fileURLWithPath: \"photo.jpg\")",
                parameter: "file"
            )
        }
        return try await cancellable { [native] in
            try await native.uploadPath(path: file.path, options: options, cancel: $0)
        }
    }
}
