// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import UploadcareBindings

/// Projects of the account (Project API: Projects).
public struct Projects: Sendable {
    let native: NativeClient

    /// Lists all projects of the account, in one list.
    ///
    /// Reference: Project API, List projects.
    ///
    /// - Parameter options: How it is fetched.
    /// - Returns: All projects of the account.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a limit out of its range,
    ///   `authentication` for a wrong token.
    public func list(
        _ options: ListProjectsOptions = ListProjectsOptions()
    ) async throws -> [AccountProject] {
        try await cancellable { [native] in
            try await native.projectsList(options: options, cancel: $0)
        }
    }

    /// Makes a project.
    ///
    /// Reference: Project API, Create project.
    ///
    /// - Parameters:
    ///   - name: Its name: 1 to 255 characters.
    ///   - options: What it is like.
    /// - Returns: The project.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a bad name or feature,
    ///   `rejected` for what the service does not take.
    @discardableResult
    public func create(
        _ name: String,
        options: CreateProjectOptions = CreateProjectOptions()
    ) async throws -> AccountProject {
        try await cancellable { [native] in
            try await native.projectsCreate(name: name, options: options, cancel: $0)
        }
    }

    /// Gets one project.
    ///
    /// Reference: Project API, Get project.
    ///
    /// - Parameter publicKey: Public key of the project.
    /// - Returns: The project.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no key, `notFound` if
    ///   there is no such project, `forbidden` if it belongs to another account.
    public func get(_ publicKey: String) async throws -> AccountProject {
        try await cancellable { [native] in
            try await native.projectsGet(publicKey: publicKey, cancel: $0)
        }
    }

    /// Changes a project.
    ///
    /// Reference: Project API, Update project.
    ///
    /// - Parameters:
    ///   - publicKey: Public key of the project.
    ///   - options: What to change.
    /// - Returns: The project.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no key, or a bad name
    ///   or feature, `notFound` if there is no such project, `forbidden` if it belongs to another
    ///   account.
    @discardableResult
    public func update(
        _ publicKey: String,
        options: UpdateProjectOptions = UpdateProjectOptions()
    ) async throws -> AccountProject {
        try await cancellable { [native] in
            try await native.projectsUpdate(publicKey: publicKey, options: options, cancel: $0)
        }
    }

    /// Deletes a project.
    ///
    /// Its files are no longer delivered.
    ///
    /// Reference: Project API, Delete project.
    ///
    /// - Parameter publicKey: Public key of the project.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no key, `notFound` if
    ///   there is no such project, `forbidden` if it belongs to another account.
    public func delete(_ publicKey: String) async throws {
        try await cancellable { [native] in
            try await native.projectsDelete(publicKey: publicKey, cancel: $0)
        }
    }
}
