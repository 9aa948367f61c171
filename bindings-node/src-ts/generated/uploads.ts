// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import type { NativeClient } from '../../native/generated/index.js';
import type {
  CreateUploadSignatureOptions,
  CreateUploadTokenOptions,
  FromUrlOptions,
  MultipartUpload,
  UploadGroupInfo,
  UploadInfo,
  UploadOptions,
  UploadSignature,
  UploadToken,
  WaitOptions,
} from '../../native/generated/models.js';
import {
  type CallOptions,
  call,
  callNow,
  checkInteger,
  checkObjects,
  checkOptions,
  checkText,
  checkWholes,
  parsed,
} from '../call.js';
import { type Job, openJob } from '../job.js';
import {
  type FileReference,
  fileText,
  fileTexts,
  type GroupReference,
  groupText,
} from '../reference.js';

/** Uploads to the project (Upload API). No secret key is needed. */
export class UploadOperations {
  readonly #native: NativeClient;

  /** @internal */
  constructor(native: NativeClient) {
    this.#native = native;
  }

  /**
   * Has the service fetch a file from a URL.
   *
   * Reference: Upload API, Upload files from URLs.
   *
   * @param url An http or https URL that the service can reach.
   * @param options Its name, metadata, tags and more.
   * @returns The job, which tells how much has been fetched, and the identifier of the file when it
   * is there.
   * @throws {RejectedError} For a URL that the service does not want, with a code such as
   * `HostnameNotFoundError`.
   * @throws {InvalidParameterError} For a text that is no URL or an option out of its range.
   */
  fromUrl(url: string, options: FromUrlOptions & CallOptions = {}): Promise<Job> {
    return call(this.#native, this.fromUrl, options, async (cancel) => {
      checkText('url', url);
      checkObjects(options, ['metadata']);
      const json = await this.#native.uploadsFromUrl(url, options, cancel);
      return openJob(this.#native, json);
    });
  }

  /**
   * Shows a file of the project with no more than the public key.
   *
   * Reference: Upload API, File info.
   *
   * @param file The file.
   * @returns What the Upload API tells of it.
   * @throws {NotFoundError} If there is no such file.
   */
  info(file: FileReference, options: CallOptions = {}): Promise<UploadInfo> {
    return call(this.#native, this.info, options, async (cancel) => {
      const json = await this.#native.uploadsInfo(fileText('file', file), cancel);
      return parsed<UploadInfo>(json);
    });
  }

  /**
   * Waits until a file that was uploaded can be used: its content is known and it can be delivered.
   *
   * Reference: Upload API, File info.
   *
   * @param file The file.
   * @param options How long to wait, and how often to ask.
   * @returns What the Upload API tells of it.
   * @throws {WaitTimeoutError} If it is not ready in time.
   * @throws {NotFoundError} If there is no such file.
   */
  waitUntilReady(
    file: FileReference,
    options: WaitOptions & CallOptions = {},
  ): Promise<UploadInfo> {
    return call(this.#native, this.waitUntilReady, options, async (cancel) => {
      const json = await this.#native.uploadsWaitUntilReady(
        fileText('file', file),
        options,
        cancel,
      );
      return parsed<UploadInfo>(json);
    });
  }

  /**
   * Makes a group of files that never changes.
   *
   * Reference: Upload API, Create group of files.
   *
   * @param files 1 to 1000 files, each with or without transformations.
   * @returns The group.
   * @throws {RejectedError} If a file is not of this project, with the code
   * `GroupFilesNotFoundError`.
   * @throws {InvalidParameterError} For too many files or none.
   */
  createGroup(
    files: Iterable<FileReference> & object,
    options: CallOptions = {},
  ): Promise<UploadGroupInfo> {
    return call(this.#native, this.createGroup, options, async (cancel) => {
      const json = await this.#native.uploadsCreateGroup(fileTexts('files', files), cancel);
      return parsed<UploadGroupInfo>(json);
    });
  }

  /**
   * Shows a group with no more than the public key.
   *
   * Reference: Upload API, Group info.
   *
   * @param group The group.
   * @returns What the Upload API tells of it.
   * @throws {NotFoundError} If there is no such group.
   */
  groupInfo(group: GroupReference, options: CallOptions = {}): Promise<UploadGroupInfo> {
    return call(this.#native, this.groupInfo, options, async (cancel) => {
      const json = await this.#native.uploadsGroupInfo(groupText('group', group), cancel);
      return parsed<UploadGroupInfo>(json);
    });
  }

  /**
   * Starts an upload in parts, for programs that send the parts in their own way; all others use
   * `upload`.
   *
   * Reference: Upload API, Start multipart upload.
   *
   * @param size Size of the whole file in bytes: 10485760 or more.
   * @param options Name, metadata, tags and the size of a part.
   * @returns Where each part is to go.
   * @throws {RejectedError} If the service takes no such file, with a code such as
   * `MultipartFileSizeLimitExceededError`.
   * @throws {InvalidParameterError} For a size or an option out of its range.
   */
  startMultipart(
    size: number,
    options: UploadOptions & CallOptions = {},
  ): Promise<MultipartUpload> {
    return call(this.#native, this.startMultipart, options, async (cancel) => {
      checkInteger('size', size);
      checkObjects(options, ['metadata']);
      checkWholes(options, ['multipartThreshold', 'partSize', 'concurrency', 'fileConcurrency']);
      const json = await this.#native.uploadsStartMultipart(size, options, cancel);
      return parsed<MultipartUpload>(json, ['parts']);
    });
  }

  /**
   * Has the service put the parts of a file together.
   *
   * Reference: Upload API, Complete multipart upload.
   *
   * @param uuid What starting the upload gave.
   * @returns What the Upload API tells of the new file.
   * @throws {RejectedError} If parts are missing, with the code `MultipartUploadSizeTooSmallError`,
   * or if it is done already, with `MultipartFileAlreadyUploadedError`.
   * @throws {NotFoundError} If the service does not know the upload.
   */
  completeMultipart(uuid: string, options: CallOptions = {}): Promise<UploadInfo> {
    return call(this.#native, this.completeMultipart, options, async (cancel) => {
      checkText('uuid', uuid);
      const json = await this.#native.uploadsCompleteMultipart(uuid, cancel);
      return parsed<UploadInfo>(json);
    });
  }

  /**
   * Makes a token that others can upload with, without the secret key. Nothing is sent.
   *
   * Reference: Upload API, Secure uploads.
   *
   * @param options What it allows, and for how long.
   * @returns The token.
   * @throws {ConfigurationError} If the client has no secret key.
   * @throws {InvalidParameterError} For an option out of its range.
   */
  createToken(options: CreateUploadTokenOptions = {}): UploadToken {
    return callNow(this.createToken, () => {
      checkOptions(options);
      checkWholes(options, ['lifetime', 'operations']);
      const json = this.#native.uploadsCreateToken(options);
      return parsed<UploadToken>(json, ['token']);
    });
  }

  /**
   * Makes a signature that others can upload with, without the secret key. Nothing is sent. Tokens
   * are the newer way.
   *
   * Reference: Upload API, Secure uploads.
   *
   * @param options How long it is valid.
   * @returns The signature.
   * @throws {ConfigurationError} If the client has no secret key.
   * @throws {InvalidParameterError} For an option out of its range.
   */
  createSignature(options: CreateUploadSignatureOptions = {}): UploadSignature {
    return callNow(this.createSignature, () => {
      checkOptions(options);
      checkWholes(options, ['lifetime']);
      const json = this.#native.uploadsCreateSignature(options);
      return parsed<UploadSignature>(json, ['signature']);
    });
  }
}
