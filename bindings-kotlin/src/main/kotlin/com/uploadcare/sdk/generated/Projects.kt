// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

package com.uploadcare.sdk

import com.uploadcare.sdk.model.AccountProject
import com.uploadcare.sdk.model.CreateProjectOptions
import com.uploadcare.sdk.model.ListProjectsOptions
import com.uploadcare.sdk.model.UpdateProjectOptions

/** Projects of the account (Project API: Projects). */
public class Projects internal constructor(
    private val connection: Connection,
) {
    /**
     * Lists all projects of the account, in one list.
     *
     * Reference: Project API, List projects.
     *
     * @param options how it is fetched.
     * @throws InvalidParameterException for a limit out of its range.
     * @throws AuthenticationException for a wrong token.
     */
    public suspend fun list(options: ListProjectsOptions = ListProjectsOptions()): List<AccountProject> =
        connection.call { it.projectsList(options, cancel) }

    /**
     * Makes a project.
     *
     * Reference: Project API, Create project.
     *
     * @param name its name: 1 to 255 characters.
     * @param options what it is like.
     * @throws InvalidParameterException for a bad name or feature.
     * @throws RejectedException for what the service does not take.
     */
    public suspend fun create(
        name: String,
        options: CreateProjectOptions = CreateProjectOptions(),
    ): AccountProject = connection.call { it.projectsCreate(name, options, cancel) }

    /**
     * Gets one project.
     *
     * Reference: Project API, Get project.
     *
     * @param publicKey public key of the project.
     * @throws InvalidParameterException for what is no key.
     * @throws NotFoundException if there is no such project.
     * @throws ForbiddenException if it belongs to another account.
     */
    public suspend fun get(publicKey: String): AccountProject = connection.call { it.projectsGet(publicKey, cancel) }

    /**
     * Changes a project.
     *
     * Reference: Project API, Update project.
     *
     * @param publicKey public key of the project.
     * @param options what to change.
     * @throws InvalidParameterException for what is no key, or a bad name or feature.
     * @throws NotFoundException if there is no such project.
     * @throws ForbiddenException if it belongs to another account.
     */
    public suspend fun update(
        publicKey: String,
        options: UpdateProjectOptions = UpdateProjectOptions(),
    ): AccountProject = connection.call { it.projectsUpdate(publicKey, options, cancel) }

    /**
     * Deletes a project. Its files are no longer delivered.
     *
     * Reference: Project API, Delete project.
     *
     * @param publicKey public key of the project.
     * @throws InvalidParameterException for what is no key.
     * @throws NotFoundException if there is no such project.
     * @throws ForbiddenException if it belongs to another account.
     */
    public suspend fun delete(publicKey: String): Unit = connection.call { it.projectsDelete(publicKey, cancel) }
}
