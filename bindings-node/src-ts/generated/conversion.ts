// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import type { NativeClient } from '../../native/generated/index.js';
import type {
  ConvertDocumentsOptions,
  ConvertVideosOptions,
  DocumentInfo,
  DocumentPathOptions,
  JobStatus,
  VideoPathOptions,
} from '../../native/generated/models.js';
import {
  type CallOptions,
  call,
  callNow,
  checkInteger,
  checkOptions,
  checkText,
  checkWholes,
  parsed,
} from '../call.js';
import { type ConversionBatch, type Job, openBatch, openJob } from '../job.js';
import { type FileReference, fileText, texts } from '../reference.js';

/** Conversion of documents and videos (REST API: Conversion). */
export class Conversion {
  readonly #native: NativeClient;

  /** @internal */
  constructor(native: NativeClient) {
    this.#native = native;
  }

  /**
   * The path that asks for a document in another format. Nothing is sent.
   *
   * Reference: REST API, Convert document.
   *
   * @param file The document.
   * @param options The format, and what of the document.
   * @returns The path.
   * @throws {InvalidParameterError} For what is no file or an option out of its range.
   */
  documentPath(file: FileReference, options: DocumentPathOptions = {}): string {
    return callNow(this.documentPath, () => {
      checkOptions(options);
      checkWholes(options, ['page', 'dpi', 'quality']);
      const json = this.#native.conversionDocumentPath(fileText('file', file), options);
      return parsed<string>(json);
    });
  }

  /**
   * The path that asks for a video in another format, size, quality or length. Nothing is sent.
   *
   * Reference: REST API, Convert video.
   *
   * @param file The video.
   * @param options What to make of it.
   * @returns The path.
   * @throws {InvalidParameterError} For what is no file or an option out of its range.
   */
  videoPath(file: FileReference, options: VideoPathOptions = {}): string {
    return callNow(this.videoPath, () => {
      checkOptions(options);
      checkWholes(options, ['width', 'height', 'thumbnailCount', 'thumbnailIndex']);
      const json = this.#native.conversionVideoPath(fileText('file', file), options);
      return parsed<string>(json);
    });
  }

  /**
   * Starts the conversion of a document.
   *
   * Reference: REST API, Convert document.
   *
   * @param path What `documentPath` gave.
   * @param options What to do with the result.
   * @returns The job.
   * @throws {InvalidParameterError} For an empty path.
   * @throws {RejectedError} For one that the service cannot convert or if the project has no
   * conversion.
   */
  convertDocument(path: string, options: ConvertDocumentsOptions & CallOptions = {}): Promise<Job> {
    return call(this.#native, this.convertDocument, options, async (cancel) => {
      checkText('path', path);
      const json = await this.#native.conversionConvertDocument(path, options, cancel);
      return openJob(this.#native, json);
    });
  }

  /**
   * Starts the conversion of several documents at once.
   *
   * Reference: REST API, Convert document.
   *
   * @param paths What `documentPath` gave, at least one.
   * @param options What to do with the results.
   * @returns A job for each path that the service took, and a problem for each other one.
   * @throws {InvalidParameterError} For an empty path or none.
   * @throws {RejectedError} If the project has no conversion.
   */
  convertDocuments(
    paths: Iterable<string> & object,
    options: ConvertDocumentsOptions & CallOptions = {},
  ): Promise<ConversionBatch> {
    return call(this.#native, this.convertDocuments, options, async (cancel) => {
      const json = await this.#native.conversionConvertDocuments(
        texts('paths', paths),
        options,
        cancel,
      );
      return openBatch(this.#native, json);
    });
  }

  /**
   * Starts the conversion of a video.
   *
   * Reference: REST API, Convert video.
   *
   * @param path What `videoPath` gave.
   * @param options What to do with the result.
   * @returns The job.
   * @throws {InvalidParameterError} For an empty path.
   * @throws {RejectedError} For one that the service cannot convert or if the project has no
   * conversion.
   */
  convertVideo(path: string, options: ConvertVideosOptions & CallOptions = {}): Promise<Job> {
    return call(this.#native, this.convertVideo, options, async (cancel) => {
      checkText('path', path);
      const json = await this.#native.conversionConvertVideo(path, options, cancel);
      return openJob(this.#native, json);
    });
  }

  /**
   * Starts the conversion of several videos at once.
   *
   * Reference: REST API, Convert video.
   *
   * @param paths What `videoPath` gave, at least one.
   * @param options What to do with the results.
   * @returns A job for each path that the service took, and a problem for each other one.
   * @throws {InvalidParameterError} For an empty path or none.
   * @throws {RejectedError} If the project has no conversion.
   */
  convertVideos(
    paths: Iterable<string> & object,
    options: ConvertVideosOptions & CallOptions = {},
  ): Promise<ConversionBatch> {
    return call(this.#native, this.convertVideos, options, async (cancel) => {
      const json = await this.#native.conversionConvertVideos(
        texts('paths', paths),
        options,
        cancel,
      );
      return openBatch(this.#native, json);
    });
  }

  /**
   * Gets what a document can be converted to, and the groups that conversions have made of it.
   *
   * Reference: REST API, Document info.
   *
   * @param file The document.
   * @throws {InvalidParameterError} If it is no file.
   * @throws {NotFoundError} If the project has no such file.
   */
  documentInfo(file: FileReference, options: CallOptions = {}): Promise<DocumentInfo> {
    return call(this.#native, this.documentInfo, options, async (cancel) => {
      const json = await this.#native.conversionDocumentInfo(fileText('file', file), cancel);
      return parsed<DocumentInfo>(json);
    });
  }

  /**
   * Gets how far the conversion of a document is, by its number; a job does so by itself.
   *
   * Reference: REST API, Document conversion job status.
   *
   * @param token Number of the conversion, 0 or more.
   * @throws {InvalidParameterError} For a negative number.
   * @throws {NotFoundError} If the project has no such conversion.
   */
  documentStatus(token: number, options: CallOptions = {}): Promise<JobStatus> {
    return call(this.#native, this.documentStatus, options, async (cancel) => {
      checkInteger('token', token);
      const json = await this.#native.conversionDocumentStatus(token, cancel);
      return parsed<JobStatus>(json);
    });
  }

  /**
   * Gets how far the conversion of a video is, by its number; a job does so by itself.
   *
   * Reference: REST API, Video conversion job status.
   *
   * @param token Number of the conversion, 0 or more.
   * @throws {InvalidParameterError} For a negative number.
   * @throws {NotFoundError} If the project has no such conversion.
   */
  videoStatus(token: number, options: CallOptions = {}): Promise<JobStatus> {
    return call(this.#native, this.videoStatus, options, async (cancel) => {
      checkInteger('token', token);
      const json = await this.#native.conversionVideoStatus(token, cancel);
      return parsed<JobStatus>(json);
    });
  }
}
