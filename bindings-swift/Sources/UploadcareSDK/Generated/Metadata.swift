// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import UploadcareBindings

/// Metadata of files: texts by key, set by the application (REST API: File metadata).
///
/// A file has up to 50 keys of 1 to 64 characters `A-Z a-z 0-9 _ - . :`, with values of 1 to 512
/// characters.
public struct Metadata: Sendable {
    let native: NativeClient

    /// Gets all metadata of a file.
    ///
    /// Reference: REST API, File's metadata.
    ///
    /// - Parameter file: The file.
    /// - Returns: Values by key.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` if it is no file, `notFound` if the
    ///   project has no such file.
    public func all(_ file: some FileReference) async throws -> [String: String] {
        try await cancellable { [native] in
            try await native.metadataAll(file: file.fileReference, cancel: $0)
        }
    }

    /// Gets the value of one key.
    ///
    /// Reference: REST API, Metadata key's value.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - key: The key: 1 to 64 characters `A-Z a-z 0-9 _ - . :`.
    /// - Returns: The value of one key.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no file or no key,
    ///   `notFound` if there is no such file or key.
    public func get(_ file: some FileReference, key: String) async throws -> String {
        try await cancellable { [native] in
            try await native.metadataGet(file: file.fileReference, key: key, cancel: $0)
        }
    }

    /// Sets the value of one key, new or old.
    ///
    /// Reference: REST API, Update metadata key's value.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - key: The key: 1 to 64 characters `A-Z a-z 0-9 _ - . :`.
    ///   - value: Its value: 1 to 512 characters.
    /// - Returns: The value as it is kept.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no file, no key or no
    ///   value, `notFound` if the project has no such file, `rejected` if it would have more than
    ///   50 keys.
    @discardableResult
    public func set(_ file: some FileReference, key: String, value: String) async throws -> String {
        try await cancellable { [native] in
            try await native.metadataSet(
                file: file.fileReference,
                key: key,
                value: value,
                cancel: $0
            )
        }
    }

    /// Deletes one key with its value.
    ///
    /// Reference: REST API, Delete metadata key.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - key: The key: 1 to 64 characters `A-Z a-z 0-9 _ - . :`.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no file or no key,
    ///   `notFound` if there is no such file or key.
    public func delete(_ file: some FileReference, key: String) async throws {
        try await cancellable { [native] in
            try await native.metadataDelete(file: file.fileReference, key: key, cancel: $0)
        }
    }
}
