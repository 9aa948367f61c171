import UploadcareBindings

/// Files of the project (REST API: Files). Needs the secret key.
public struct Files: Sendable {
    let native: NativeClient

    /// Lists files, one by one or page by page.
    ///
    /// Nothing is sent until the first file is asked for, and wrong options throw only then.
    /// Reference: REST API, List of files.
    ///
    /// ```swift
    /// for try await file in client.files.list(ListFilesOptions(stored: true)) {
    ///     print(file.originalFilename)
    /// }
    /// ```
    ///
    /// - Parameter options: Which files, in which order. Default: all, oldest first.
    /// - Returns: The list. It throws ``UploadcareError`` of kind `invalidParameter` for an option
    ///   out of its range or an unreadable cursor.
    public func list(_ options: ListFilesOptions = ListFilesOptions()) -> ItemList<FileInfo> {
        ItemList { [native] in
            PageWalk(try translatingErrors { try native.filesList(options: options) })
        }
    }

    /// Gets one file. A removed file is still found, with `datetimeRemoved` set.
    ///
    /// Reference: REST API, File info.
    ///
    /// - Parameters:
    ///   - uuid: Identifier of the file.
    ///   - options: What to fetch of it.
    /// - Returns: The file.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` if `uuid` is no UUID, `notFound` if
    ///   the project has no such file.
    public func get(
        _ uuid: String,
        options: GetFileOptions = GetFileOptions()
    ) async throws -> FileInfo {
        try await cancellable { [native] in
            try await native.filesGet(uuid: uuid, options: options, cancel: $0)
        }
    }
}

extension PageWalk<FileInfo> {
    init(_ native: NativeFilePages) {
        next = { try await native.nextPage(cancel: $0).map(Page.init) }
        previous = { try await native.previousPage(cancel: $0).map(Page.init) }
        cursor = native.cursor(taken:)
    }
}

extension Page<FileInfo> {
    init(_ native: NativeFilePage) {
        self.init(results: native.results, info: native.info)
    }
}
