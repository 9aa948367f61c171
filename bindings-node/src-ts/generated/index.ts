// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

export type { Addons } from './addons.js';
export type { Conversion } from './conversion.js';
export type { DeliveryOperations } from './delivery.js';
export type { Files } from './files.js';
export type { Groups } from './groups.js';
export type { Jobs } from './jobs.js';
export type { Metadata } from './metadata.js';
export type { Project } from './project.js';
export type { ProjectSecrets } from './secrets.js';
export type { ProjectUsage } from './usage.js';
export type { Projects } from './projects.js';
export type { Tags } from './tags.js';
export type { TransformationOperations } from './transformation.js';
export type { UploadOperations } from './uploads.js';
export type { Webhooks } from './webhooks.js';
