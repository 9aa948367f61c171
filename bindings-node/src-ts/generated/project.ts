// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import type { NativeClient } from '../../native/generated/index.js';
import type { ProjectInfo } from '../../native/generated/models.js';
import { type CallOptions, call, parsed } from '../call.js';

/** The project of the keys (REST API: Project). */
export class Project {
  readonly #native: NativeClient;

  /** @internal */
  constructor(native: NativeClient) {
    this.#native = native;
  }

  /**
   * Gets what is known of the project: its name, its people, and whether files are stored at once.
   *
   * Reference: REST API, Project info.
   *
   * @throws {AuthenticationError} If the keys are wrong.
   */
  get(options: CallOptions = {}): Promise<ProjectInfo> {
    return call(this.#native, this.get, options, async (cancel) => {
      const json = await this.#native.projectGet(cancel);
      return parsed<ProjectInfo>(json);
    });
  }
}
