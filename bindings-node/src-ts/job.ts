import type { NativeClient, NativeJobWatch } from '../native/generated/index.js';
import type { JobInfo, JobStatus, Problem, WaitOptions } from '../native/generated/models.js';
import { type CallOptions, call, callNow, checkOptions, parsed, settle } from './call.js';
import { type CallSite, callSite, expected } from './failure.js';
import { run } from './ongoing.js';

/** How to wait for a job. */
export interface JobWaitOptions extends WaitOptions, CallOptions {
  /** Is told of each status on the way, that of the finished job included. */
  progress?: ((status: JobStatus) => void) | undefined;
}

/** What a request to convert several files came to. */
export interface ConversionBatch {
  /** Jobs that have been started, in the order of their paths. */
  jobs: Job[];
  /** What the service said about the other paths, in their order. */
  problems: Problem[];
}

/** A job as it crosses. */
interface JobRecord {
  text: string;
  info: JobInfo;
}

/**
 * A conversion or an add-on at work at the service.
 *
 * It goes on there whether it is waited for or not.
 */
export class Job implements JobInfo {
  /** What the job does: `document`, `video`, or the name of an add-on. */
  readonly kind: string;
  /** What it works on: the path of a conversion, or the identifier of a file. */
  readonly source: string;
  /** Number of a conversion. */
  readonly token: number | null;
  /** Identifier of the run of an add-on. */
  readonly requestId: string | null;
  /** Identifier of the file that a conversion makes; the file is there once the job is finished. */
  readonly uuid: string | null;
  /** Identifier of the group of thumbnails that a video conversion makes. */
  readonly thumbnailsGroupUuid: string | null;
  readonly #native: NativeClient;
  readonly #text: string;

  /** @internal */
  constructor(native: NativeClient, { text, info }: JobRecord) {
    this.kind = info.kind;
    this.source = info.source;
    this.token = info.token;
    this.requestId = info.requestId;
    this.uuid = info.uuid;
    this.thumbnailsGroupUuid = info.thumbnailsGroupUuid;
    this.#native = native;
    this.#text = text;
  }

  /**
   * The job as text, from which `client.jobs.open` makes it again, in any process or language. It
   * holds no secret.
   */
  save(): string {
    return this.#text;
  }

  /**
   * Asks once how far the job is. That it failed is a state, not an error.
   *
   * Reference: REST API, conversion job status; Add-Ons: check execution status.
   *
   * @throws {NotFoundError} If the service does not know the job (any more).
   */
  status(options: CallOptions = {}): Promise<JobStatus> {
    return call(this.#native, this.status, options, async (cancel) =>
      parsed<JobStatus>(await this.#native.jobStatus(this.#text, cancel)),
    );
  }

  /**
   * Waits until the job is finished.
   *
   * @param options How long to wait, how often to ask, and whom to tell. `signal` ends the waiting,
   * not the job.
   * @returns The status of the finished job.
   * @throws {JobFailedError} If the job came to nothing.
   * @throws {JobCancelledError} If the service gave it up.
   * @throws {WaitTimeoutError} If it has not ended in time; it may still do so.
   * @throws {NotFoundError} If the service does not know the job (any more).
   * @throws {InvalidParameterError} For an option out of its range.
   */
  wait(options: JobWaitOptions = {}): Promise<JobStatus> {
    return this.#finished(callSite(this.wait), options);
  }

  /**
   * The status of the job again and again, until it is finished: its last status is the last one.
   * Time runs from the first question on. Leaving the loop ends the waiting, not the job.
   *
   * @param options How long to wait, and how often to ask. `signal` ends the waiting.
   * @throws {InvalidParameterError} At once, for an option out of its range. The loop throws the
   * other errors of `wait`.
   */
  updates(options: WaitOptions & CallOptions = {}): AsyncGenerator<JobStatus, void, undefined> {
    return callNow(this.updates, () => {
      checkOptions(options);
      const watch = this.#native.jobWatch(this.#text, options);
      return statuses(this.#native, watch, options.signal);
    });
  }

  async #finished(site: CallSite, options: JobWaitOptions): Promise<JobStatus> {
    const watch = await run(undefined, site, async () => {
      checkOptions(options);
      const progress: unknown = options.progress ?? undefined;
      if (progress !== undefined && typeof progress !== 'function') {
        throw expected('progress', 'a function');
      }
      return this.#native.jobWatch(this.#text, options);
    });
    let last: JobStatus | null = null;
    for (;;) {
      const status = await next(this.#native, watch, site, options.signal);
      if (status === null && last !== null) return last;
      last = status;
      if (status !== null) options.progress?.(status);
    }
  }
}

async function* statuses(
  client: NativeClient,
  watch: NativeJobWatch,
  signal: AbortSignal | undefined,
): AsyncGenerator<JobStatus, void, undefined> {
  for (;;) {
    const status = await next(client, watch, callSite(statuses), signal);
    if (status === null) return;
    yield status;
  }
}

function next(
  client: NativeClient,
  watch: NativeJobWatch,
  site: CallSite,
  signal: AbortSignal | undefined,
): Promise<JobStatus | null> {
  return settle(client, site, signal, async (cancel) =>
    parsed<JobStatus | null>(await watch.next(cancel)),
  );
}

/** A job from what has crossed. */
export function openJob(native: NativeClient, json: string): Job {
  return new Job(native, parsed<JobRecord>(json));
}

/** Jobs and problems from what has crossed. */
export function openBatch(native: NativeClient, json: string): ConversionBatch {
  const { jobs, problems } = parsed<{ jobs: JobRecord[]; problems: Problem[] }>(json);
  return { jobs: jobs.map((record) => new Job(native, record)), problems };
}
