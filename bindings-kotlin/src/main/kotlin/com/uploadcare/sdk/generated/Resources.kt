// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

package com.uploadcare.sdk

/** The parts of a client: see [Uploadcare]. */
public abstract class Resources internal constructor(
    connection: Connection,
) {
    /** Files of the project: list, search, inspect, store, delete, copy. */
    public val files: Files = Files(connection)

    /** Tags of files. */
    public val tags: Tags = Tags(connection)

    /** Metadata of files. */
    public val metadata: Metadata = Metadata(connection)

    /** Groups of files. */
    public val groups: Groups = Groups(connection)

    /** Webhooks of the project. */
    public val webhooks: Webhooks = Webhooks(connection)

    /** The project itself. */
    public val project: Project = Project(connection)

    /** Conversion of documents and videos. */
    public val conversion: Conversion = Conversion(connection)

    /** Add-ons: what the service can find out about a file, or make of it. */
    public val addons: Addons = Addons(connection)

    /** Jobs that were started before, here or elsewhere. */
    public val jobs: Jobs = Jobs(connection)

    /** Uploads to the project. */
    public val uploads: Uploads = Uploads(connection)

    /** Delivery of files: URLs, transformations, signatures, downloads. */
    public val delivery: Delivery = Delivery(connection)
}
