// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

package com.uploadcare.sdk

/** Jobs that were started before, here or elsewhere. */
public class Jobs internal constructor(
    private val connection: Connection,
) {
    /**
     * Opens a job again from its text, in any process or language. Nothing is sent.
     *
     * @param text what saving the job gave.
     * @return the job.
     * @throws InvalidParameterException if the text cannot be read or is of another project.
     */
    public fun open(text: String): Job = connection.now { Job(connection, it.jobsOpen(text)) }
}
