// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

package com.uploadcare.sdk

import com.uploadcare.sdk.model.MetricUsage
import com.uploadcare.sdk.model.Usage
import com.uploadcare.sdk.model.UsageMetric
import java.time.LocalDate

/** What projects of an account use (Project API: Usage). */
public class ProjectUsage internal constructor(
    private val connection: Connection,
) {
    /**
     * Tells what a project used, day by day. A range of more than 90 days is asked for in several requests.
     *
     * Reference: Project API, Usage.
     *
     * @param publicKey public key of the project.
     * @param from the first day, as `2026-11-01`, in UTC.
     * @param to the day after the last, in UTC: later than `from`, at most twenty years, and before today.
     * @throws InvalidParameterException for what is no key or no date, or a range that is backwards, empty, too long or
     *   not over.
     * @throws NotFoundException if there is no such project.
     * @throws ForbiddenException if it belongs to another account.
     */
    public suspend fun get(
        publicKey: String,
        from: String,
        to: String,
    ): Usage = connection.call { it.usageGet(publicKey, from, to, cancel) }

    /** As [get], by [LocalDate]s. */
    public suspend fun get(
        publicKey: String,
        from: LocalDate,
        to: LocalDate,
    ): Usage = get(publicKey, from.toString(), to.toString())

    /**
     * Tells one metric of what a project used, day by day. A range of more than 90 days is asked for in several
     * requests.
     *
     * Reference: Project API, Usage by metric.
     *
     * @param publicKey public key of the project.
     * @param metric what to tell.
     * @param from the first day, as `2026-11-01`, in UTC.
     * @param to the day after the last, in UTC: later than `from`, at most twenty years, and before today.
     * @throws InvalidParameterException for what is no key, no metric or no date, or a range that is backwards, empty,
     *   too long or not over.
     * @throws NotFoundException if there is no such project.
     * @throws ForbiddenException if it belongs to another account.
     */
    public suspend fun metric(
        publicKey: String,
        metric: UsageMetric,
        from: String,
        to: String,
    ): MetricUsage = connection.call { it.usageMetric(publicKey, metric, from, to, cancel) }

    /** As [metric], by [LocalDate]s. */
    public suspend fun metric(
        publicKey: String,
        metric: UsageMetric,
        from: LocalDate,
        to: LocalDate,
    ): MetricUsage = metric(publicKey, metric, from.toString(), to.toString())
}
