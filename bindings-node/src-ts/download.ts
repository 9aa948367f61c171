import { fileURLToPath } from 'node:url';
import type { NativeClient, NativeDownload } from '../native/generated/index.js';
import type { DownloadedFile, DownloadProgress } from '../native/generated/models.js';
import { type CallOptions, parsed } from './call.js';
import { type CallSite, callSite, expected } from './failure.js';
import { carryOut, checkedRun, progressOf, type Signals, type Told } from './following.js';

/** How to run a download. */
export interface DownloadRunOptions extends CallOptions {
  /**
   * Is told how far the download is, at most ten times per second, and at the end with the `file`.
   * What it throws ends the download.
   */
  onProgress?: ((progress: DownloadProgress) => void) | undefined;
}

/**
 * A download to the disk that can be followed, left and taken up again.
 *
 * `for await (const progress of download)` runs it and tells how far it is; the last progress has
 * the `file`. Leaving the loop stops it.
 *
 * What has come is kept beside the file, under its name and `.uploadcare-part`. After an error or an
 * abort, running it again goes on with what is left, and so does a download of the same file to the
 * same place in another process.
 */
export class Download implements AsyncIterable<DownloadProgress> {
  readonly #client: NativeClient;
  readonly #native: NativeDownload;
  readonly #signal: AbortSignal | undefined;
  #file: DownloadedFile | null = null;

  /** @internal */
  constructor(client: NativeClient, native: NativeDownload, signal: AbortSignal | undefined) {
    this.#client = client;
    this.#native = native;
    this.#signal = signal;
  }

  /**
   * Downloads until the file is there, or goes on with what is left.
   *
   * @param options `onProgress` is told how far it is; `signal` stops it.
   * @throws {DestinationError} If the file cannot be written, or is there already.
   * @throws {NotFoundError} If there is no such file.
   * @throws {ContentMismatchError} If the file changes meanwhile.
   */
  run(options: DownloadRunOptions = {}): Promise<DownloadedFile> {
    return Download.run(this, callSite(this.run), options);
  }

  /** How far it is. */
  get progress(): DownloadProgress {
    return { ...parsed<DownloadProgress>(this.#native.progress()), file: this.#file };
  }

  /**
   * Runs the download, and tells how far it is, at most ten times per second; the last progress has
   * the `file`. A slow loop does not hold the download up: it is told the newest. Leaving the loop
   * stops the download.
   */
  [Symbol.asyncIterator](): AsyncGenerator<DownloadProgress, void, undefined> {
    const site = callSite(this[Symbol.asyncIterator]);
    return progressOf((left, told) => this.#carryOut(site, [this.#signal, left], told));
  }

  /** @internal Runs a download for a public method. */
  static async run(
    download: Download,
    site: CallSite,
    options: DownloadRunOptions,
  ): Promise<DownloadedFile> {
    const { onProgress, signal } = checkedRun(site, options);
    return await download.#carryOut(site, [download.#signal, signal], onProgress);
  }

  async #carryOut(
    site: CallSite,
    signals: Signals,
    told: Told<DownloadProgress>,
  ): Promise<DownloadedFile> {
    const file: DownloadedFile = await carryOut(this.#client, this.#native, site, signals, told);
    this.#file = file;
    told?.(this.progress);
    return file;
  }
}

/** What crosses of the place of a file. */
export function pathText(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  // Not `instanceof`: test runners have URLs of another realm.
  const { href, protocol } = (value ?? {}) as Partial<Record<string, unknown>>;
  if (typeof href === 'string' && protocol === 'file:') return fileURLToPath(href);
  throw expected(name, 'the path of a folder or a file, as text or as a file: URL');
}
