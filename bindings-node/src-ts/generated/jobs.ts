// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import type { NativeClient } from '../../native/generated/index.js';
import { callNow, checkText } from '../call.js';
import { type Job, openJob } from '../job.js';

/** Jobs that were started before, here or elsewhere. */
export class Jobs {
  readonly #native: NativeClient;

  /** @internal */
  constructor(native: NativeClient) {
    this.#native = native;
  }

  /**
   * Opens a job again from its text, in any process or language. Nothing is sent.
   *
   * @param text What saving the job gave.
   * @returns The job.
   * @throws {InvalidParameterError} If the text cannot be read or is of another project.
   */
  open(text: string): Job {
    return callNow(this.open, () => {
      checkText('text', text);
      const json = this.#native.jobsOpen(text);
      return openJob(this.#native, json);
    });
  }
}
