// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import UploadcareBindings

/// The project of the keys (REST API: Project).
public struct Project: Sendable {
    let native: NativeClient

    /// Gets what is known of the project: its name, its people, and whether files are stored at
    /// once.
    ///
    /// Reference: REST API, Project info.
    ///
    /// - Returns: What is known of the project.
    /// - Throws: ``UploadcareError`` of kind `authentication` if the keys are wrong.
    public func get() async throws -> ProjectInfo {
        try await cancellable { [native] in
            try await native.projectGet(cancel: $0)
        }
    }
}
