// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import type { NativeClient } from '../../native/generated/index.js';
import type { MetricUsage, Usage, UsageMetric } from '../../native/generated/models.js';
import { type CallOptions, call, checkText, parsed } from '../call.js';
import { type Day, dayText } from '../reference.js';

/** What projects of an account use (Project API: Usage). */
export class ProjectUsage {
  readonly #native: NativeClient;

  /** @internal */
  constructor(native: NativeClient) {
    this.#native = native;
  }

  /**
   * Tells what a project used, day by day. A range of more than 90 days is asked for in several
   * requests.
   *
   * Reference: Project API, Usage.
   *
   * @param publicKey Public key of the project.
   * @param from The first day, as `2026-11-01`, in UTC.
   * @param to The day after the last, in UTC: later than `from`, at most twenty years, and before
   * today.
   * @throws {InvalidParameterError} For what is no key or no date, or a range that is backwards,
   * empty, too long or not over.
   * @throws {NotFoundError} If there is no such project.
   * @throws {ForbiddenError} If it belongs to another account.
   */
  get(publicKey: string, from: Day, to: Day, options: CallOptions = {}): Promise<Usage> {
    return call(this.#native, this.get, options, async (cancel) => {
      checkText('publicKey', publicKey);
      const json = await this.#native.usageGet(
        publicKey,
        dayText('from', from),
        dayText('to', to),
        cancel,
      );
      return parsed<Usage>(json);
    });
  }

  /**
   * Tells one metric of what a project used, day by day. A range of more than 90 days is asked for
   * in several requests.
   *
   * Reference: Project API, Usage by metric.
   *
   * @param publicKey Public key of the project.
   * @param metric What to tell.
   * @param from The first day, as `2026-11-01`, in UTC.
   * @param to The day after the last, in UTC: later than `from`, at most twenty years, and before
   * today.
   * @throws {InvalidParameterError} For what is no key, no metric or no date, or a range that is
   * backwards, empty, too long or not over.
   * @throws {NotFoundError} If there is no such project.
   * @throws {ForbiddenError} If it belongs to another account.
   */
  metric(
    publicKey: string,
    metric: UsageMetric,
    from: Day,
    to: Day,
    options: CallOptions = {},
  ): Promise<MetricUsage> {
    return call(this.#native, this.metric, options, async (cancel) => {
      checkText('publicKey', publicKey);
      checkText('metric', metric);
      const json = await this.#native.usageMetric(
        publicKey,
        metric,
        dayText('from', from),
        dayText('to', to),
        cancel,
      );
      return parsed<MetricUsage>(json);
    });
  }
}
