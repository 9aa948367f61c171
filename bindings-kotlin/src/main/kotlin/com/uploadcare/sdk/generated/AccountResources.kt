// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

package com.uploadcare.sdk

/** The parts of a client: see [AccountClient]. */
public abstract class AccountResources internal constructor(
    connection: Connection,
) {
    /** Projects of the account. */
    public val projects: Projects = Projects(connection)

    /** Secret keys of projects. */
    public val secrets: ProjectSecrets = ProjectSecrets(connection)

    /** What projects use. */
    public val usage: ProjectUsage = ProjectUsage(connection)
}
