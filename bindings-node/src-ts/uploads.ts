import { CancelHandle, type NativeClient, NativeFeed } from '../native/generated/index.js';
import type { UploadedFile, UploadManyResult, UploadOptions } from '../native/generated/models.js';
import { type CallOptions, call, callNow, checkText, parsed } from './call.js';
import {
  type Bytes,
  bytesOf,
  ofMemory,
  type UploadSource,
  type WholeSource,
  wholeOf,
} from './content.js';
import { callSite, expected, publicError } from './failure.js';
import { UploadOperations } from './generated/uploads.js';
import { Pump } from './pump.js';
import {
  checkUpload,
  isLarge,
  type PrepareOptions,
  prepared,
  Upload,
  type UploadRunOptions,
} from './upload.js';

/** Uploads to the project (Upload API). No secret key is needed. */
export class Uploads extends UploadOperations {
  readonly #native: NativeClient;

  /** @internal */
  constructor(native: NativeClient) {
    super(native);
    this.#native = native;
  }

  /**
   * Uploads one file of any size, in one request or in parts, as its size demands.
   *
   * Memory does not grow with the file: a file is read as it is sent; of a stream a few parts are
   * held. Content in memory that goes in one request is copied when the call starts; of what is
   * larger, parts are copied as they are sent: it is not to be changed meanwhile, and if its memory
   * is transferred or resized, the upload fails.
   *
   * A `File` brings its name, a `Blob` its MIME type. A stream or an iterable is closed when the
   * upload fails; a `FileHandle` stays open.
   *
   * Reference: Upload API, Upload files directly; Multipart uploads.
   *
   * @param source A file by its path or `file:` URL, content in memory, a `Blob`, a `FileHandle`, a
   * stream or iterable of bytes, or a file of the project, which is looked up.
   * @param options Name, metadata, tags and more. `onProgress` is told how far the upload is; `signal`
   * stops it.
   * @throws {SourceError} If the content cannot be read or changes meanwhile: then there is no file.
   * What a stream or an iterable throws is thrown as it is.
   * @throws {InvalidParameterError} If an option is out of its range: then nothing is sent.
   * @throws {UploadLostError} If the service has forgotten an upload that was to go on.
   * @throws {ContentMismatchError} If the service has something else than was sent.
   */
  upload(
    source: UploadSource,
    options: PrepareOptions & UploadRunOptions = {},
  ): Promise<UploadedFile> {
    return this.#uploaded(callSite(this.upload), source, options);
  }

  /**
   * Uploads several files side by side. One that fails does not stop the others, unless they would
   * fail, too.
   *
   * @param sources Paths, `file:` URLs and content in memory, of which the same holds as for `upload`.
   * @param options Metadata, tags and more, for all of them. `signal` stops them all.
   * @returns The files, and what went wrong with the others.
   * @throws {InvalidParameterError} If an option is out of its range, or a source is something else:
   * then nothing is sent.
   */
  uploadMany(
    sources: Iterable<WholeSource> & object,
    options: UploadOptions & CallOptions = {},
  ): Promise<UploadManyResult> {
    return call(this.#native, this.uploadMany, options, async (cancel) => {
      checkUpload(options);
      const several = new Several(sources, options);
      try {
        several.feed();
        const json = await this.#native.uploadMany(several.native, options, cancel);
        return several.named(parsed<UploadManyResult>(json));
      } finally {
        several.leave();
      }
    });
  }

  /**
   * Sends a part of a file, for programs that send the parts in their own way; all others use
   * `upload`. It may be sent again; what came last counts.
   *
   * Reference: Upload API, Upload individual file parts.
   *
   * @param url The URL of the part, one of those that `startMultipart` gave. No credential goes there.
   * @param bytes The part: as many as were asked for as the size of a part, in the last part the
   * rest. They are copied when the call starts.
   * @throws {UploadLostError} If the URL is too old or the upload is over.
   * @throws {InvalidParameterError} For a text that is no URL.
   */
  uploadPart(url: string, bytes: Bytes, options: CallOptions = {}): Promise<void> {
    return call(this.#native, this.uploadPart, options, async (cancel) => {
      checkText('url', url);
      const content = bytesOf(bytes);
      if (content === undefined) throw expected('bytes', 'a Buffer, or other bytes in memory');
      await this.#native.uploadPart(url, content, cancel);
    });
  }

  /**
   * An upload that can be followed, paused and saved. Nothing is sent until it is run.
   *
   * @param source As for `upload`.
   * @param options Name, metadata, tags and more. `signal` stops the upload whenever it runs.
   * @throws {InvalidParameterError} If an option is out of its range.
   */
  prepare(source: UploadSource, options: PrepareOptions = {}): Upload {
    return callNow(this.prepare, () => prepared(this.#native, source, options));
  }

  /**
   * An upload that was saved before, in any process or language. Nothing is sent until it is run.
   *
   * @param text What `save` gave.
   * @param source The same content again. If it is not, running the upload throws a `SourceError`;
   * bytes of 10 MiB or more and a `Blob` are uploaded anew if the service has forgotten the upload.
   * @param options As for `prepare`.
   * @throws {InvalidParameterError} If the text cannot be read or is of another project, or an option
   * is out of its range.
   */
  resume(text: string, source: UploadSource, options: PrepareOptions = {}): Upload {
    return callNow(this.resume, () => {
      checkText('text', text);
      return prepared(this.#native, source, options, text);
    });
  }

  async #uploaded(
    site: ReturnType<typeof callSite>,
    source: UploadSource,
    options: PrepareOptions & UploadRunOptions,
  ): Promise<UploadedFile> {
    let upload: Upload;
    try {
      upload = prepared(this.#native, source, options);
    } catch (thrown) {
      throw publicError(thrown, site);
    }
    const { onProgress } = options;
    return await Upload.run(upload, site, { onProgress });
  }
}

/** Several sources, as they cross, and what hands over those that do not cross at once. */
class Several {
  readonly native: Array<string | Uint8Array | NativeFeed>;
  readonly #pumps: Array<{ feed: NativeFeed; pump: Pump }> = [];
  readonly #names = new Map<number, string>();
  readonly #cancel = new CancelHandle();

  constructor(sources: unknown, options: UploadOptions) {
    const what = 'an iterable of paths and bytes';
    // Bytes are iterable, too, and a text would fall apart into its letters.
    if (typeof sources !== 'object' || sources === null || ArrayBuffer.isView(sources)) {
      throw expected('sources', what);
    }
    if (!(Symbol.iterator in sources)) throw expected('sources', what);
    this.native = Array.from(sources as Iterable<unknown>, (source, index) => {
      const whole = wholeOf('sources', source);
      if (whole?.kind === 'path') return whole.path;
      if (whole?.kind !== 'bytes') {
        throw expected('sources', `${what}, which item ${index} is not`);
      }
      if (!isLarge(whole.bytes, options)) return whole.bytes;
      const feed = new NativeFeed(whole.bytes.length);
      this.#pumps.push({ feed, pump: new Pump(feed, ofMemory(whole).pieces) });
      this.#names.set(index, `${whole.bytes.length} bytes`);
      return feed;
    });
  }

  /** Hands over. A source that cannot be read on fails alone. */
  feed(): void {
    for (const { feed, pump } of this.#pumps) {
      pump.join();
      pump
        .feed()
        .catch(({ message }) => feed.fail(message, this.#cancel))
        .catch(() => undefined);
    }
  }

  leave(): void {
    this.#cancel.cancel();
    for (const { pump } of this.#pumps) void pump.leave(true);
  }

  /** To the core, what is handed over is a stream. */
  named(result: UploadManyResult): UploadManyResult {
    for (const failure of result.failures) {
      failure.source = this.#names.get(failure.index) ?? failure.source;
    }
    return result;
  }
}
