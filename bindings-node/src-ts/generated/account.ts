// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import type { NativeClient } from '../../native/generated/index.js';
import { Projects } from './projects.js';
import { ProjectSecrets } from './secrets.js';
import { ProjectUsage } from './usage.js';

/** The parts of a client of an account. */
export abstract class AccountResources {
  /** Projects of the account. */
  readonly projects: Projects;
  /** Secret keys of projects. */
  readonly secrets: ProjectSecrets;
  /** What projects use. */
  readonly usage: ProjectUsage;

  /** @internal */
  constructor(native: NativeClient) {
    this.projects = new Projects(native);
    this.secrets = new ProjectSecrets(native);
    this.usage = new ProjectUsage(native);
  }
}
