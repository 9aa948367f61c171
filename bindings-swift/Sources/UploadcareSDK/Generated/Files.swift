// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import UploadcareBindings

/// Files of the project (REST API: Files).
public struct Files: Sendable {
    let native: NativeClient

    /// Lists files, one by one or page by page.
    ///
    /// Nothing is sent until the first is asked for.
    ///
    /// Reference: REST API, List of files.
    ///
    /// - Parameter options: Which files, in which order.
    /// - Returns: The list. Its iteration throws ``UploadcareError`` of kind `invalidParameter` for
    ///   an option out of its range or an unreadable cursor.
    public func list(_ options: ListFilesOptions = ListFilesOptions()) -> ItemList<FileInfo> {
        ItemList { [native] in
            let pages = try translatingErrors {
                try native.filesList(options: options)
            }
            return PageWalk(pages)
        }
    }

    /// Divides a list among several processes or machines: parts of about the same size, each as
    /// text to be given as the `cursor` of a list of its own, wherever that runs.
    ///
    /// Together they have every one of the files once.
    ///
    /// Sizes are estimated by looking at some places: some ten requests for each part. A list that
    /// is short has fewer parts. What comes while they are read is in the last part, or not at all.
    ///
    /// Reference: REST API, List of files.
    ///
    /// - Parameters:
    ///   - count: Parts, 1 to 1000, at most. A few for each reader even out what was estimated
    ///     badly.
    ///   - options: Which files. How they are read is said when a part is read.
    /// - Returns: The parts, oldest first; the files of a part come in any order.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for an option out of its range, or
    ///   a `cursor`.
    public func listSlices(
        _ count: Int64,
        options: ListFilesOptions = ListFilesOptions()
    ) async throws -> [String] {
        try await cancellable { [native] in
            try await native.filesListSlices(count: count, options: options, cancel: $0)
        }
    }

    /// Finds files by their names, types, metadata, tags, sizes and dates, one by one or page by
    /// page.
    ///
    /// Nothing is sent until the first is asked for.
    ///
    /// New files are found after some seconds. Without `sort` the best matches come first, and
    /// pages may overlap: give a `sort` to walk through many.
    ///
    /// Reference: REST API, File search.
    ///
    /// - Parameter options: What to find; at least one condition.
    /// - Returns: The list. Its iteration throws ``UploadcareError`` of kind `invalidParameter` for
    ///   an option out of its range, or without any condition; `searchWindow` on the way past the
    ///   first 999 results, which is as far as the service goes; `rejected` with `fieldErrors` for
    ///   what the service refuses.
    public func search(_ options: SearchOptions = SearchOptions()) -> ItemList<FileInfo> {
        ItemList { [native] in
            let pages = try translatingErrors {
                try native.filesSearch(options: options)
            }
            return PageWalk(pages)
        }
    }

    /// Gets one file.
    ///
    /// A removed file is still found, with `datetimeRemoved` set.
    ///
    /// Reference: REST API, File info.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - options: What to fetch of it.
    /// - Returns: The file.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` if it is no file, `notFound` if the
    ///   project has no such file.
    public func get(
        _ file: some FileReference,
        options: GetFileOptions = GetFileOptions()
    ) async throws -> FileInfo {
        try await cancellable { [native] in
            try await native.filesGet(file: file.fileReference, options: options, cancel: $0)
        }
    }

    /// Stores one file, so that it is kept.
    ///
    /// A temporary file is removed after 24 hours.
    ///
    /// Reference: REST API, Store file.
    ///
    /// - Parameter file: The file.
    /// - Returns: The file.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` if it is no file, `notFound` if the
    ///   project has no such file.
    @discardableResult
    public func store(_ file: some FileReference) async throws -> FileInfo {
        try await cancellable { [native] in
            try await native.filesStore(file: file.fileReference, cancel: $0)
        }
    }

    /// Deletes one file for good.
    ///
    /// Copies in the caches of the CDN stay a while.
    ///
    /// Reference: REST API, Delete file.
    ///
    /// - Parameter file: The file.
    /// - Returns: The file with `datetimeRemoved` set.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` if it is no file, `notFound` if the
    ///   project has no such file.
    @discardableResult
    public func delete(_ file: some FileReference) async throws -> FileInfo {
        try await cancellable { [native] in
            try await native.filesDelete(file: file.fileReference, cancel: $0)
        }
    }

    /// Stores any number of files, 100 per request, several requests at a time.
    ///
    /// A failed request costs nothing of the others: what it was about comes back in the result.
    ///
    /// Reference: REST API, Batch file storing.
    ///
    /// - Parameters:
    ///   - files: The files. None are no error: nothing is sent then.
    ///   - options: How to go about it.
    /// - Returns: Every file stored and every problem, each in the order given.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for an option out of its range. If
    ///   all requests fail, the error of the first.
    public func storeMany(
        _ files: [any FileReference],
        options: BatchOptions = BatchOptions()
    ) async throws -> BatchResult {
        try await cancellable { [native] in
            try await native.filesStoreMany(
                files: files.map(\.fileReference),
                options: options,
                cancel: $0
            )
        }
    }

    /// Deletes any number of files for good, 100 per request, several requests at a time.
    ///
    /// A failed request costs nothing of the others: what it was about comes back in the result.
    ///
    /// Reference: REST API, Batch file delete.
    ///
    /// - Parameters:
    ///   - files: The files. None are no error: nothing is sent then.
    ///   - options: How to go about it.
    /// - Returns: Every file deleted and every problem, each in the order given.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for an option out of its range. If
    ///   all requests fail, the error of the first.
    public func deleteMany(
        _ files: [any FileReference],
        options: BatchOptions = BatchOptions()
    ) async throws -> BatchResult {
        try await cancellable { [native] in
            try await native.filesDeleteMany(
                files: files.map(\.fileReference),
                options: options,
                cancel: $0
            )
        }
    }

    /// Copies a file within the project, with the transformations of its URL if it has any.
    ///
    /// The service answers before the copy is made: until then it has the size 0 and no
    /// `contentInfo`. Set `wait` to get it settled. Up to 5 GB, with transformations 100 MB.
    ///
    /// Reference: REST API, Copy file to local storage.
    ///
    /// - Parameters:
    ///   - file: The file, or its CDN URL with transformations.
    ///   - options: Whether to store the copy, its metadata, and whether to wait.
    /// - Returns: The copy.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no file or an option
    ///   out of its range, `rejected` for a file that cannot be copied, `waitTimeout` if the copy
    ///   has not settled in time.
    public func copyLocal(
        _ file: some FileReference,
        options: CopyLocalOptions = CopyLocalOptions()
    ) async throws -> FileInfo {
        try await cancellable { [native] in
            try await native.filesCopyLocal(file: file.fileReference, options: options, cancel: $0)
        }
    }

    /// Copies a file, with the transformations of its URL if it has any, to a storage of your own
    /// that is connected to the project.
    ///
    /// Up to 5 GB.
    ///
    /// Reference: REST API, Copy file to remote storage.
    ///
    /// - Parameters:
    ///   - file: The file, or its CDN URL with transformations.
    ///   - target: Name of the storage, as the project has it.
    ///   - options: Name and visibility of the copy.
    /// - Returns: Where the copy is, and whether it was there already.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no file or an empty
    ///   name, `rejected` for an unknown storage or a bad pattern.
    public func copyRemote(
        _ file: some FileReference,
        target: String,
        options: CopyRemoteOptions = CopyRemoteOptions()
    ) async throws -> RemoteCopy {
        try await cancellable { [native] in
            try await native.filesCopyRemote(
                file: file.fileReference,
                target: target,
                options: options,
                cancel: $0
            )
        }
    }
}
