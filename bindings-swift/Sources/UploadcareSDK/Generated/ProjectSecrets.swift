// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import UploadcareBindings

/// Secret keys of the projects of an account (Project API: Secrets).
public struct ProjectSecrets: Sendable {
    let native: NativeClient

    /// Lists the secret keys of a project, without telling them.
    ///
    /// Reference: Project API, List secrets.
    ///
    /// - Parameter publicKey: Public key of the project.
    /// - Returns: The secret keys of a project.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no key, `notFound` if
    ///   there is no such project, `forbidden` if it belongs to another account.
    public func list(_ publicKey: String) async throws -> [ProjectSecret] {
        try await cancellable { [native] in
            try await native.secretsList(publicKey: publicKey, cancel: $0)
        }
    }

    /// Makes a secret key for a project.
    ///
    /// Keep it: the service tells it only now.
    ///
    /// Reference: Project API, Create secret.
    ///
    /// - Parameter publicKey: Public key of the project.
    /// - Returns: The secret key for a project.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no key, `notFound` if
    ///   there is no such project, `forbidden` if it belongs to another account.
    @discardableResult
    public func create(_ publicKey: String) async throws -> NewProjectSecret {
        try await cancellable { [native] in
            try await native.secretsCreate(publicKey: publicKey, cancel: $0)
        }
    }

    /// Deletes a secret key of a project: requests that are signed with it are refused.
    ///
    /// Reference: Project API, Delete secret.
    ///
    /// - Parameters:
    ///   - publicKey: Public key of the project.
    ///   - id: Identifier of the secret key.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no key or identifier,
    ///   `notFound` if there is none such, `rejected` for the last one of a project that demands
    ///   signed uploads, `forbidden` if it belongs to another account.
    public func delete(_ publicKey: String, id: String) async throws {
        try await cancellable { [native] in
            try await native.secretsDelete(publicKey: publicKey, id: id, cancel: $0)
        }
    }
}
