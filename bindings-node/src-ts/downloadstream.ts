// Imported when the first download of this kind begins: loading `node:stream` takes longer than most of this package.

import { Readable } from 'node:stream';
import type { NativeDownloadStream } from '../native/generated/index.js';
import type { DownloadInfo } from '../native/generated/models.js';
import type { CallSite } from './failure.js';
import type { OngoingCall } from './ongoing.js';

/**
 * A download piece by piece: a `Readable` of bytes, with what the service tells about the file.
 *
 * It reads no further ahead than its buffer. `destroy`, and leaving a `for await` loop over it, close
 * the connection. A connection that breaks is taken up where it was. As with every `Readable`, an
 * error that nobody listens to ends the process: iterate it, or hand it to `pipeline`.
 */
export class DownloadStream extends Readable {
  /** What the service tells about the file. */
  readonly info: DownloadInfo;
  readonly #native: NativeDownloadStream;
  readonly #call: OngoingCall;
  readonly #site: CallSite;
  #reading: Promise<unknown> | undefined;

  /** @internal */
  constructor(native: NativeDownloadStream, info: DownloadInfo, call: OngoingCall, site: CallSite) {
    super();
    this.info = info;
    this.#native = native;
    this.#call = call;
    this.#site = site;
    // The call must not hold the stream: it may be left where it is.
    const self = new WeakRef(this);
    call.onAbort = (reason) => self.deref()?.destroy(reason as Error);
    call.mayBeAbandoned();
  }

  /** @internal */
  override _read(): void {
    this.#reading = this.#call
      .run(this.#site, (cancel) => this.#native.next(cancel))
      .then(
        (piece) => this.push(piece),
        (thrown: unknown) => this.destroy(thrown as Error),
      );
  }

  /** @internal */
  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    this.#call.cancel();
    void this.#closed().then(() => callback(error));
  }

  async #closed(): Promise<void> {
    // While a piece is waited for, the connection is in use.
    await this.#reading;
    this.#native.stop();
  }
}
