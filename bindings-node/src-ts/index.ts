export type * from '../native/generated/models.js';
export type { CallOptions } from './call.js';
export { Uploadcare, type UploadcareOptions } from './client.js';
export * from './errors.js';
export type { Files } from './files.js';
export type { ItemList } from './list.js';
export type { Page } from './page.js';
export type { Pages } from './pages.js';
export type { UploadSource, Uploads } from './uploads.js';
