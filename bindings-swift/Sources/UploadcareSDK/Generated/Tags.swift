// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import UploadcareBindings

/// Tags of files (REST API: File tags).
///
/// Tags are kept in small letters, trimmed, each once, in the order given: up to 50 of 1 to 100
/// characters `A-Z a-z 0-9 - _ .` per file.
public struct Tags: Sendable {
    let native: NativeClient

    /// Gets the tags of a file.
    ///
    /// Reference: REST API, File tags.
    ///
    /// - Parameter file: The file.
    /// - Returns: The tags of a file.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` if it is no file, `notFound` if the
    ///   project has no such file or it is removed.
    public func get(_ file: some FileReference) async throws -> [String] {
        try await cancellable { [native] in
            try await native.tagsGet(file: file.fileReference, cancel: $0)
        }
    }

    /// Gives a file these tags in place of those it has.
    ///
    /// No tags at all clear them.
    ///
    /// Reference: REST API, File tags.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - tags: At most 50 tags of 1 to 100 characters `A-Z a-z 0-9 - _ .`, after empty and
    ///     repeated ones are dropped.
    /// - Returns: All tags of the file now, and what has changed.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no file and for tags
    ///   that the service would refuse, `notFound` if the project has no such file or it is
    ///   removed.
    @discardableResult
    public func replace(_ file: some FileReference, tags: [String]) async throws -> TagsChange {
        try await cancellable { [native] in
            try await native.tagsReplace(file: file.fileReference, tags: tags, cancel: $0)
        }
    }

    /// Deletes some tags from a file and adds others.
    ///
    /// Reference: REST API, File tags.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - options: Which tags.
    /// - Returns: All tags of the file now, and what has changed.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no file and for tags
    ///   that the service would refuse, `notFound` if the project has no such file or it is
    ///   removed, `rejected` if the file would have more than 50.
    @discardableResult
    public func update(
        _ file: some FileReference,
        options: UpdateTagsOptions = UpdateTagsOptions()
    ) async throws -> TagsChange {
        try await cancellable { [native] in
            try await native.tagsUpdate(file: file.fileReference, options: options, cancel: $0)
        }
    }
}
