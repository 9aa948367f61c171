// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import type { NativeClient } from '../../native/generated/index.js';
import type {
  ExecuteAddonOptions,
  JobStatus,
  RemoveBackgroundOptions,
  ScanForVirusesOptions,
} from '../../native/generated/models.js';
import { type CallOptions, call, checkText, parsed } from '../call.js';
import { type Job, openJob } from '../job.js';
import { type FileReference, fileText } from '../reference.js';

/**
 * Add-ons: what the service can find out about a file, or make of it (REST API: Add-Ons).
 *
 * Each call starts a job. What it found out is in the `appdata` of the file once the job is
 * finished.
 */
export class Addons {
  readonly #native: NativeClient;

  /** @internal */
  constructor(native: NativeClient) {
    this.#native = native;
  }

  /**
   * Starts to find out what is to be seen in an image (AWS Rekognition).
   *
   * Reference: REST API, Execute AWS Rekognition.
   *
   * @param file The image.
   * @returns The job. Its result is `appdata.awsRekognitionDetectLabels` of the file.
   * @throws {InvalidParameterError} If it is no file.
   * @throws {ConflictError} While the same runs on the file.
   * @throws {RejectedError} If the service refuses it.
   */
  detectLabels(file: FileReference, options: CallOptions = {}): Promise<Job> {
    return call(this.#native, this.detectLabels, options, async (cancel) => {
      const json = await this.#native.addonsDetectLabels(fileText('file', file), cancel);
      return openJob(this.#native, json);
    });
  }

  /**
   * Starts to find out whether there is something unwanted in an image (AWS Rekognition).
   *
   * Reference: REST API, Execute AWS Rekognition Moderation.
   *
   * @param file The image.
   * @returns The job. Its result is `appdata.awsRekognitionDetectModerationLabels` of the file.
   * @throws {InvalidParameterError} If it is no file.
   * @throws {ConflictError} While the same runs on the file.
   * @throws {RejectedError} If the service refuses it.
   */
  detectModerationLabels(file: FileReference, options: CallOptions = {}): Promise<Job> {
    return call(this.#native, this.detectModerationLabels, options, async (cancel) => {
      const json = await this.#native.addonsDetectModerationLabels(fileText('file', file), cancel);
      return openJob(this.#native, json);
    });
  }

  /**
   * Starts to look for viruses in a file (ClamAV).
   *
   * Reference: REST API, Execute ClamAV.
   *
   * @param file The file.
   * @param options What to do with an infected file.
   * @returns The job. Its result is `appdata.ucClamavVirusScan` of the file.
   * @throws {InvalidParameterError} If it is no file.
   * @throws {ConflictError} While the same runs on the file.
   * @throws {RejectedError} If the service refuses it.
   */
  scanForViruses(
    file: FileReference,
    options: ScanForVirusesOptions & CallOptions = {},
  ): Promise<Job> {
    return call(this.#native, this.scanForViruses, options, async (cancel) => {
      const json = await this.#native.addonsScanForViruses(fileText('file', file), options, cancel);
      return openJob(this.#native, json);
    });
  }

  /**
   * Starts to make a picture without the background of another (remove.bg).
   *
   * Reference: REST API, Execute Remove.bg.
   *
   * @param file The image.
   * @param options What the new picture is to be like.
   * @returns The job. The status of the finished job has the `uuid` of the new picture.
   * @throws {InvalidParameterError} For what is no file or an option out of its range.
   * @throws {ConflictError} While the same runs on the file.
   * @throws {RejectedError} If the service refuses it.
   */
  removeBackground(
    file: FileReference,
    options: RemoveBackgroundOptions & CallOptions = {},
  ): Promise<Job> {
    return call(this.#native, this.removeBackground, options, async (cancel) => {
      const json = await this.#native.addonsRemoveBackground(
        fileText('file', file),
        options,
        cancel,
      );
      return openJob(this.#native, json);
    });
  }

  /**
   * Starts an add-on by its name: one that this version has no method for.
   *
   * Reference: REST API, Add-Ons.
   *
   * @param name Name of the add-on: letters, digits, `_` and `-`.
   * @param file The file.
   * @param options Parameters of the add-on.
   * @returns The job.
   * @throws {InvalidParameterError} For a bad name, what is no file, or parameters that are no JSON
   * object.
   * @throws {NotFoundError} If there is no such add-on.
   * @throws {ConflictError} While the same runs on the file.
   * @throws {RejectedError} If the service refuses it.
   */
  execute(
    name: string,
    file: FileReference,
    options: ExecuteAddonOptions & CallOptions = {},
  ): Promise<Job> {
    return call(this.#native, this.execute, options, async (cancel) => {
      checkText('name', name);
      const json = await this.#native.addonsExecute(name, fileText('file', file), options, cancel);
      return openJob(this.#native, json);
    });
  }

  /**
   * Gets how far an add-on is, by the identifier of its run; a job does so by itself.
   *
   * Reference: REST API, Add-Ons: check execution status.
   *
   * @param name Name of the add-on: letters, digits, `_` and `-`.
   * @param requestId Identifier of the run: a UUID.
   * @throws {InvalidParameterError} For a bad name or identifier.
   * @throws {NotFoundError} If there is no such add-on.
   */
  status(name: string, requestId: string, options: CallOptions = {}): Promise<JobStatus> {
    return call(this.#native, this.status, options, async (cancel) => {
      checkText('name', name);
      checkText('requestId', requestId);
      const json = await this.#native.addonsStatus(name, requestId, cancel);
      return parsed<JobStatus>(json);
    });
  }
}
