import type { NativeClient, NativeDownloadStream } from '../native/generated/index.js';
import type {
  DownloadedFile,
  DownloadInfo,
  DownloadOptions,
  SaveOptions,
} from '../native/generated/models.js';
import { type CallOptions, call, callNow, checkOptions, checkWholes, parsed } from './call.js';
import { Download, type DownloadRunOptions, pathText } from './download.js';
import type { DownloadStream } from './downloadstream.js';
import { type CallSite, callSite, expected, publicError } from './failure.js';
import { DeliveryOperations } from './generated/delivery.js';
import { beginWith, isSignal } from './ongoing.js';
import { type FileReference, fileText } from './reference.js';

/** Delivery of files: URLs, operations on images, signatures, downloads (URL API). */
export class Delivery extends DeliveryOperations {
  readonly #native: NativeClient;

  /** @internal */
  constructor(native: NativeClient) {
    super(native);
    this.#native = native;
  }

  /**
   * Downloads a file, or what operations make of it, into memory.
   *
   * Reference: Delivery, CDN; URL API.
   *
   * @param file The file, or a delivery URL of a file, a group's file or an archive.
   * @param options Operations on the image. `signal` stops the download.
   * @returns All of its bytes.
   * @throws {InvalidParameterError} For what is neither, or a URL on another host.
   * @throws {NotFoundError} If there is no such file.
   * @throws {RejectedError} For operations that the service does not know.
   * @throws {ForbiddenError} If the project demands signed URLs and the client has no secret for
   * them.
   * @throws {ContentMismatchError} If the file changes meanwhile.
   */
  download(file: FileReference, options: DownloadOptions & CallOptions = {}): Promise<Buffer> {
    return call(this.#native, this.download, options, (cancel) =>
      this.#native.download(fileText('file', file), options, cancel),
    );
  }

  /**
   * Begins to download a file, or what operations make of it, as a stream. A connection that breaks
   * is taken up where it was.
   *
   * Reference: Delivery, CDN; URL API.
   *
   * @param file The file, or a delivery URL of a file, a group's file or an archive.
   * @param options Operations on the image. `signal` ends the stream, too.
   * @returns A `Readable` of bytes that has the `info` of the file. Destroying it closes the
   * connection.
   * @throws {InvalidParameterError} For what is neither, or a URL on another host.
   * @throws {NotFoundError} If there is no such file.
   * @throws {RejectedError} For operations that the service does not know.
   * @throws {ForbiddenError} If the project demands signed URLs and the client has no secret for
   * them.
   */
  downloadStream(
    file: FileReference,
    options: DownloadOptions & CallOptions = {},
  ): Promise<DownloadStream> {
    return this.#opened(callSite(this.downloadStream), file, options);
  }

  /**
   * Downloads a file, or what operations make of it, to the disk.
   *
   * Large files come in several parts at a time. What has come is kept beside the file, so that the
   * same call after an error or a crash goes on with what is left; the file itself is there only
   * when it is complete.
   *
   * Reference: Delivery, CDN; URL API.
   *
   * @param file The file, or a delivery URL of a file, a group's file or an archive.
   * @param path Where it goes: a folder that is there, or a file; as text or as `file:` URL. In a
   * folder it gets the name that the service tells, unless `filename` says otherwise.
   * @param options Operations on the image, and how it is downloaded. `onProgress` is told how far
   * the download is; `signal` stops it.
   * @throws {DestinationError} If the file cannot be written, or is there already and `overwrite` is
   * not given.
   * @throws {InvalidParameterError} For what is no file, a URL on another host, a name with a folder,
   * or a number out of its range.
   * @throws {NotFoundError} If there is no such file.
   * @throws {ContentMismatchError} If the file changes meanwhile.
   */
  save(
    file: FileReference,
    path: string | URL,
    options: SaveOptions & DownloadRunOptions = {},
  ): Promise<DownloadedFile> {
    return this.#saved(callSite(this.save), file, path, options);
  }

  /**
   * A download to the disk that can be followed. Nothing is sent until it is run.
   *
   * @param file As for `save`.
   * @param path As for `save`.
   * @param options Operations on the image, and how it is downloaded. `signal` stops the download
   * whenever it runs.
   * @throws {InvalidParameterError} For what is no file, a URL on another host, a name with a folder,
   * or a number out of its range.
   */
  prepareSave(
    file: FileReference,
    path: string | URL,
    options: SaveOptions & CallOptions = {},
  ): Download {
    return callNow(this.prepareSave, () => this.#prepared(file, path, options));
  }

  async #opened(
    site: CallSite,
    file: FileReference,
    options: DownloadOptions & CallOptions,
  ): Promise<DownloadStream> {
    let text: string;
    try {
      checkOptions(options);
      text = fileText('file', file);
    } catch (thrown) {
      throw publicError(thrown, site);
    }
    const call = beginWith(this.#native, site, [options.signal]);
    let native: NativeDownloadStream | undefined;
    const loading = import('./downloadstream.js');
    try {
      await call.run(site, async (cancel) => {
        native = await this.#native.downloadStream(text, options, cancel);
      });
      const { DownloadStream } = await loading;
      const begun = native as unknown as NativeDownloadStream;
      return new DownloadStream(begun, parsed<DownloadInfo>(begun.info()), call, site);
    } catch (thrown) {
      native?.stop();
      call.close();
      throw thrown;
    }
  }

  async #saved(
    site: CallSite,
    file: FileReference,
    path: string | URL,
    options: SaveOptions & DownloadRunOptions,
  ): Promise<DownloadedFile> {
    let download: Download;
    try {
      download = this.#prepared(file, path, options);
    } catch (thrown) {
      throw publicError(thrown, site);
    }
    const { onProgress } = options;
    return await Download.run(download, site, { onProgress });
  }

  #prepared(file: FileReference, path: string | URL, options: SaveOptions & CallOptions): Download {
    checkOptions(options);
    checkWholes(options, ['partSize', 'maxConcurrency']);
    const signal = options.signal ?? undefined;
    if (signal !== undefined && !isSignal(signal)) throw expected('signal', 'an AbortSignal');
    const native = this.#native.prepareSave(
      fileText('file', file),
      pathText('path', path),
      options,
    );
    return new Download(this.#native, native, signal);
  }
}
