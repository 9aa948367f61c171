// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

package com.uploadcare.sdk

import com.uploadcare.sdk.model.ProjectInfo

/** The project of the keys (REST API: Project). */
public class Project internal constructor(
    private val connection: Connection,
) {
    /**
     * Gets what is known of the project: its name, its people, and whether files are stored at once.
     *
     * Reference: REST API, Project info.
     *
     * @throws AuthenticationException if the keys are wrong.
     */
    public suspend fun get(): ProjectInfo = connection.call { it.projectGet(cancel) }
}
