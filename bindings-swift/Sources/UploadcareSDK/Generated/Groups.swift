// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import UploadcareBindings

/// Groups of files (REST API: Groups).
public struct Groups: Sendable {
    let native: NativeClient

    /// Lists groups, one by one or page by page.
    ///
    /// Nothing is sent until the first is asked for.
    ///
    /// Reference: REST API, List of groups.
    ///
    /// - Parameter options: Which groups, in which order.
    /// - Returns: The list. Its iteration throws ``UploadcareError`` of kind `invalidParameter` for
    ///   an option out of its range or an unreadable cursor.
    public func list(_ options: ListGroupsOptions = ListGroupsOptions()) -> ItemList<GroupInfo> {
        ItemList { [native] in
            let pages = try translatingErrors {
                try native.groupsList(options: options)
            }
            return PageWalk(pages)
        }
    }

    /// Divides a list among several processes or machines: parts of about the same size, each as
    /// text to be given as the `cursor` of a list of its own, wherever that runs.
    ///
    /// Together they have every one of the groups once.
    ///
    /// Sizes are estimated by looking at some places: some ten requests for each part. A list that
    /// is short has fewer parts. What comes while they are read is in the last part, or not at all.
    ///
    /// Reference: REST API, List of groups.
    ///
    /// - Parameters:
    ///   - count: Parts, 1 to 1000, at most. A few for each reader even out what was estimated
    ///     badly.
    ///   - options: Which groups. How they are read is said when a part is read.
    /// - Returns: The parts, oldest first; the groups of a part come in any order.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for an option out of its range, or
    ///   a `cursor`.
    public func listSlices(
        _ count: Int64,
        options: ListGroupsOptions = ListGroupsOptions()
    ) async throws -> [String] {
        try await cancellable { [native] in
            try await native.groupsListSlices(count: count, options: options, cancel: $0)
        }
    }

    /// Gets one group with its files; nil stands for a file that has been removed.
    ///
    /// Reference: REST API, Group info.
    ///
    /// - Parameter group: The group.
    /// - Returns: The group with its files.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` if it is no group, `notFound` if
    ///   the project has no such group.
    public func get(_ group: some GroupReference) async throws -> GroupInfo {
        try await cancellable { [native] in
            try await native.groupsGet(group: group.groupReference, cancel: $0)
        }
    }

    /// Deletes a group.
    ///
    /// Its files stay.
    ///
    /// Reference: REST API, Delete group.
    ///
    /// - Parameter group: The group.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` if it is no group, `notFound` if
    ///   the project has no such group.
    public func delete(_ group: some GroupReference) async throws {
        try await cancellable { [native] in
            try await native.groupsDelete(group: group.groupReference, cancel: $0)
        }
    }

    /// Deletes the files of a group for good, then the group.
    ///
    /// If a request for the files fails the group stays, so that the rest can be found and tried
    /// again: it is gone when the result has neither `failures` nor `notTried`.
    ///
    /// Reference: REST API, Batch file delete; Delete group.
    ///
    /// - Parameters:
    ///   - group: The group.
    ///   - options: How to go about it.
    /// - Returns: Every file deleted and every problem, in the order of the group.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no group or an option
    ///   out of its range, `notFound` if the project has no such group.
    public func deleteWithFiles(
        _ group: some GroupReference,
        options: BatchOptions = BatchOptions()
    ) async throws -> BatchResult {
        try await cancellable { [native] in
            try await native.groupsDeleteWithFiles(
                group: group.groupReference,
                options: options,
                cancel: $0
            )
        }
    }
}
