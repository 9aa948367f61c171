// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

package com.uploadcare.sdk

import com.uploadcare.sdk.model.NewProjectSecret
import com.uploadcare.sdk.model.ProjectSecret

/** Secret keys of the projects of an account (Project API: Secrets). */
public class ProjectSecrets internal constructor(
    private val connection: Connection,
) {
    /**
     * Lists the secret keys of a project, without telling them.
     *
     * Reference: Project API, List secrets.
     *
     * @param publicKey public key of the project.
     * @throws InvalidParameterException for what is no key.
     * @throws NotFoundException if there is no such project.
     * @throws ForbiddenException if it belongs to another account.
     */
    public suspend fun list(publicKey: String): List<ProjectSecret> =
        connection.call { it.secretsList(publicKey, cancel) }

    /**
     * Makes a secret key for a project. Keep it: the service tells it only now.
     *
     * Reference: Project API, Create secret.
     *
     * @param publicKey public key of the project.
     * @throws InvalidParameterException for what is no key.
     * @throws NotFoundException if there is no such project.
     * @throws ForbiddenException if it belongs to another account.
     */
    public suspend fun create(publicKey: String): NewProjectSecret =
        connection.call { it.secretsCreate(publicKey, cancel) }

    /**
     * Deletes a secret key of a project: requests that are signed with it are refused.
     *
     * Reference: Project API, Delete secret.
     *
     * @param publicKey public key of the project.
     * @param id identifier of the secret key.
     * @throws InvalidParameterException for what is no key or identifier.
     * @throws NotFoundException if there is none such.
     * @throws RejectedException for the last one of a project that demands signed uploads.
     * @throws ForbiddenException if it belongs to another account.
     */
    public suspend fun delete(
        publicKey: String,
        id: String,
    ): Unit = connection.call { it.secretsDelete(publicKey, id, cancel) }
}
