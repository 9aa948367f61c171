export type * from '../native/generated/models.js';
export { AccountClient, type AccountClientOptions } from './accountclient.js';
export type { CallOptions } from './call.js';
export type {
  Callbacks,
  Signer,
  SigningContext,
  UploadCredential,
  UploadCredentialProvider,
  UploadCredentials,
} from './callbacks.js';
export { Uploadcare, type UploadcareOptions } from './client.js';
export type { Bytes, UploadSource, WholeSource } from './content.js';
export type { Delivery } from './delivery.js';
export type { Download, DownloadRunOptions } from './download.js';
export type { DownloadStream } from './downloadstream.js';
export * from './errors.js';
export type * from './generated/index.js';
export type { ConversionBatch, Job, JobWaitOptions } from './job.js';
export type { ItemList } from './list.js';
export type { Page } from './page.js';
export type { Pages } from './pages.js';
export { WebhookReceiver } from './receiver.js';
export type { Day, FileReference, GroupReference } from './reference.js';
export { Transformation } from './transformation.js';
export type { PrepareOptions, Upload, UploadRunOptions } from './upload.js';
export { UploadClient, type UploadClientOptions } from './uploadclient.js';
export type { Uploads } from './uploads.js';
