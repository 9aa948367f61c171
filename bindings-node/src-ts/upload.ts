import { rmSync } from 'node:fs';
import { type NativeClient, NativeFeed, type NativeUpload } from '../native/generated/index.js';
import type { UploadedFile, UploadOptions, UploadProgress } from '../native/generated/models.js';
import {
  type CallOptions,
  checkInteger,
  checkObjects,
  checkOptions,
  checkWholes,
  parsed,
} from './call.js';
import { contentOf, ofMemory, type Pieced, type Pieces, type Whole } from './content.js';
import { UploadLostError } from './errors.js';
import { type CallSite, callSite, expected, publicError } from './failure.js';
import { carryOut, checkedRun, progressOf, type Signals, type Told } from './following.js';
import { isSignal } from './ongoing.js';
import { Pump } from './pump.js';

/** How to run an upload. */
export interface UploadRunOptions extends CallOptions {
  /**
   * Is told how far the upload is, at most ten times per second, and at the end with the `file`. What
   * it throws ends the upload.
   */
  onProgress?: ((progress: UploadProgress) => void) | undefined;
}

/** How to prepare an upload. */
export interface PrepareOptions extends UploadOptions, CallOptions {
  /**
   * How many bytes a stream, an iterable or a `FileHandle` has, if you know it. Without it, content
   * of 10 MiB or more is kept in a temporary file until its end has come.
   */
  size?: number | undefined;
}

/** An upload in the native layer, and what hands its content over. */
interface Work {
  native: NativeUpload;
  pump: Pump | undefined;
}

/** From how many bytes on an upload goes in parts, if nothing else is said. */
const THRESHOLD = 10_485_760;

/**
 * An upload that can be followed, paused, saved as text and taken up again.
 *
 * `for await (const progress of upload)` runs it and tells how far it is; the last progress has the
 * `file`. Leaving the loop stops it.
 *
 * After an error or an abort, running it again goes on with what is left. A stream or an iterable
 * cannot be read on then, it is closed: `resume` what `save` gives, with the content again.
 */
export class Upload implements AsyncIterable<UploadProgress> {
  readonly #client: NativeClient;
  /** Begins anew with content that the native layer cannot read again itself. */
  readonly #anew: (() => Work) | undefined;
  readonly #signal: AbortSignal | undefined;
  #work: Work;
  #isDone = false;

  /** @internal */
  constructor(
    client: NativeClient,
    work: Work,
    signal: AbortSignal | undefined,
    anew?: () => Work,
  ) {
    this.#client = client;
    this.#work = work;
    this.#signal = signal;
    this.#anew = anew;
  }

  /**
   * Uploads until the file is there, or goes on with what is left.
   *
   * @param options `onProgress` is told how far it is; `signal` stops it.
   * @throws {SourceError} If the content cannot be read or changes meanwhile: then there is no file.
   * What a stream or an iterable throws is thrown as it is.
   * @throws {UploadLostError} If the service has forgotten an upload that was to go on.
   * @throws {ContentMismatchError} If the service has something else than was sent.
   */
  run(options: UploadRunOptions = {}): Promise<UploadedFile> {
    return Upload.run(this, callSite(this.run), options);
  }

  /** How far it is. */
  get progress(): UploadProgress {
    return parsed<UploadProgress>(this.#work.native.progress());
  }

  /**
   * The upload as text, from which `uploads.resume` goes on, in any process or language; parts that
   * are on their way are sent again then. An upload that goes in one request begins anew.
   *
   * The text holds addresses to upload to: keep it secret.
   */
  save(): string {
    return this.#work.native.save();
  }

  /** Stops what is on its way. Whoever waits for the upload goes on waiting until it is resumed. */
  pause(): void {
    this.#work.native.pause();
  }

  /** Goes on after a pause. */
  resume(): void {
    this.#work.native.resume();
  }

  /**
   * Runs the upload, and tells how far it is, at most ten times per second; the last progress has
   * the `file`. A slow loop does not hold the upload up: it is told the newest. Leaving the loop
   * stops the upload.
   */
  [Symbol.asyncIterator](): AsyncGenerator<UploadProgress, void, undefined> {
    const site = callSite(this[Symbol.asyncIterator]);
    return progressOf((left, told) => this.#carryOut(site, [this.#signal, left], told));
  }

  /** @internal Runs an upload for a public method. */
  static async run(
    upload: Upload,
    site: CallSite,
    options: UploadRunOptions,
  ): Promise<UploadedFile> {
    const { onProgress, signal } = checkedRun(site, options);
    return await upload.#carryOut(site, [upload.#signal, signal], onProgress);
  }

  /** Runs the upload, and has its content read meanwhile. */
  async #carryOut(
    site: CallSite,
    signals: Signals,
    told: Told<UploadProgress>,
  ): Promise<UploadedFile> {
    let anew = this.#anew;
    for (;;) {
      const work = this.#work;
      try {
        return await this.#attempt(work, site, signals, told);
      } catch (thrown) {
        if (anew === undefined || !(thrown instanceof UploadLostError)) throw thrown;
        // Unless another run has done so.
        if (this.#work === work) this.#work = anew();
        anew = undefined;
      }
    }
  }

  async #attempt(
    { native, pump: given }: Work,
    site: CallSite,
    signals: Signals,
    told: Told<UploadProgress>,
  ): Promise<UploadedFile> {
    const pump = this.#isDone ? undefined : given;
    try {
      pump?.check();
    } catch (thrown) {
      throw publicError(thrown, site);
    }
    pump?.join();
    try {
      return await this.#finished({ native, pump }, site, signals, told);
    } catch (thrown) {
      throw publicError(thrown, site);
    } finally {
      await pump?.leave(signals.some((signal) => signal?.aborted));
    }
  }

  async #finished(
    { native, pump }: Work,
    site: CallSite,
    signals: Signals,
    told: Told<UploadProgress>,
  ): Promise<UploadedFile> {
    const file = await carryOut<UploadedFile, UploadProgress>(
      this.#client,
      native,
      site,
      signals,
      told,
      pump && { begin: () => pump.feed(), stop: () => pump.stop() },
    );
    this.#isDone = true;
    told?.({ ...this.progress, file });
    return file;
  }
}

/**
 * Prepares an upload.
 *
 * `saved`: the text of one that goes on.
 */
export function prepared(
  client: NativeClient,
  source: unknown,
  options: PrepareOptions,
  saved?: string,
): Upload {
  checkOptions(options);
  checkUpload(options);
  const size = options.size ?? undefined;
  if (size !== undefined) {
    checkInteger('size', size);
    if (size < 0) throw expected('size', 'a whole number from 0 on');
  }
  const signal = options.signal ?? undefined;
  if (signal !== undefined && !isSignal(signal)) throw expected('signal', 'an AbortSignal');
  const content = contentOf(source);
  if (content.kind === 'pieces') return fed(client, content, options, saved);
  if (size !== undefined) throw expected('size', 'none: it is known of this source');
  if (content.kind === 'bytes' && isLarge(content.bytes, options)) {
    return fed(client, ofMemory(content), options, saved);
  }
  const native = whole(client, content, options, saved);
  return new Upload(client, { native, pump: undefined }, signal);
}

/** Whether bytes go in parts, and so are not copied whole. */
export function isLarge(bytes: Uint8Array, { multipartThreshold }: UploadOptions): boolean {
  return bytes.length >= (multipartThreshold ?? THRESHOLD);
}

/** Refuses options of an upload that the native layer would not refuse by their names. */
export function checkUpload(options: UploadOptions): void {
  checkObjects(options, ['metadata']);
  checkWholes(options, ['multipartThreshold', 'partSize', 'concurrency', 'fileConcurrency']);
}

function whole(
  client: NativeClient,
  content: Whole,
  options: UploadOptions,
  saved: string | undefined,
): NativeUpload {
  switch (content.kind) {
    case 'path':
      return client.preparePath(saved, content.path, options);
    case 'bytes':
      return client.prepareBytes(saved, content.bytes, options);
    case 'existing':
      return client.prepareExisting(saved, content.uuid, options);
  }
}

function fed(
  client: NativeClient,
  { pieces, again, size, facts }: Pieced,
  options: PrepareOptions,
  saved: string | undefined,
): Upload {
  const { filename = facts.filename, contentType = facts.contentType } = options;
  const described = {
    ...options,
    ...(filename === undefined ? {} : { filename }),
    ...(contentType === undefined ? {} : { contentType }),
  };
  const work = (content: Pieces, text?: string): Work => {
    const feed = new NativeFeed(options.size ?? size);
    const native = client.prepareFeed(text, feed, described);
    return { native, pump: new Pump(feed, content) };
  };
  const anew = (again: () => Pieces) => () => {
    // To the native layer the lost upload may still go on with the same content.
    if (typeof options.stateFile === 'string') rmSync(options.stateFile, { force: true });
    return work(again());
  };
  const signal = options.signal ?? undefined;
  const mayRestart = again !== undefined && options.onLost !== 'fail';
  return new Upload(client, work(pieces, saved), signal, mayRestart ? anew(again) : undefined);
}
