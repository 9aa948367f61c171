// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import type { NativeClient } from '../../native/generated/index.js';
import { Delivery } from '../delivery.js';
import { Uploads } from '../uploads.js';
import { Addons } from './addons.js';
import { Conversion } from './conversion.js';
import { Files } from './files.js';
import { Groups } from './groups.js';
import { Jobs } from './jobs.js';
import { Metadata } from './metadata.js';
import { Project } from './project.js';
import { Tags } from './tags.js';
import { Webhooks } from './webhooks.js';

/** The parts of a client. */
export abstract class Resources {
  /** Files of the project: list, search, inspect, store, delete, copy. */
  readonly files: Files;
  /** Tags of files. */
  readonly tags: Tags;
  /** Metadata of files. */
  readonly metadata: Metadata;
  /** Groups of files. */
  readonly groups: Groups;
  /** Webhooks of the project. */
  readonly webhooks: Webhooks;
  /** The project itself. */
  readonly project: Project;
  /** Conversion of documents and videos. */
  readonly conversion: Conversion;
  /** Add-ons: what the service can find out about a file, or make of it. */
  readonly addons: Addons;
  /** Jobs that were started before, here or elsewhere. */
  readonly jobs: Jobs;
  /** Uploads to the project. */
  readonly uploads: Uploads;
  /** Delivery of files: URLs, transformations, signatures, downloads. */
  readonly delivery: Delivery;

  /** @internal */
  constructor(native: NativeClient) {
    this.files = new Files(native);
    this.tags = new Tags(native);
    this.metadata = new Metadata(native);
    this.groups = new Groups(native);
    this.webhooks = new Webhooks(native);
    this.project = new Project(native);
    this.conversion = new Conversion(native);
    this.addons = new Addons(native);
    this.jobs = new Jobs(native);
    this.uploads = new Uploads(native);
    this.delivery = new Delivery(native);
  }
}
