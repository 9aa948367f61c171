import { CancelHandle, type NativeFeed } from '../native/generated/index.js';
import { memoryGone, PIECE, type Pieces } from './content.js';
import { SourceError } from './errors.js';

/** One stretch of handing over, until the upload stops. */
class Stretch {
  readonly cancel = new CancelHandle();
  isOver = false;

  end(): void {
    this.isOver = true;
    this.cancel.cancel();
  }
}

/** Hands the content of an upload over, piece by piece, while the upload is at work. */
export class Pump {
  readonly #native: NativeFeed;
  readonly #pieces: Pieces;
  /** Bytes that were read, how many they were then, and how many of them are handed over. */
  #piece: Uint8Array = new Uint8Array(0);
  #size = 0;
  #from = 0;
  #isRead = false;
  #isClosed = false;
  #isDone = false;
  #failure: { thrown: unknown } | undefined;
  #stretch: Stretch | undefined;
  #last: Promise<void> = Promise.resolve();
  /** How many wait for the upload. */
  #waiting = 0;

  constructor(native: NativeFeed, pieces: Pieces) {
    this.#native = native;
    this.#pieces = pieces;
  }

  /** Throws if the content cannot be read any more, and was not read to its end. */
  check(): void {
    if (this.#failure !== undefined) throw this.#failure.thrown;
    if (!this.#isClosed || this.#isDone) return;
    const message =
      'the content was closed when the upload stopped: `resume` what `save` gives, with the content again';
    throw new SourceError(message, { parameter: 'source' });
  }

  /** To be called by whoever is about to wait for the upload. */
  join(): void {
    this.#waiting += 1;
  }

  /**
   * Hands over, or goes on. The promise rejects with what is wrong with the content, and is never
   * fulfilled.
   */
  feed(): Promise<never> {
    if (this.#stretch === undefined || this.#stretch.isOver) {
      const before = this.#last.catch(() => undefined);
      const stretch = new Stretch();
      this.#stretch = stretch;
      this.#last = before.then(() => this.#feed(stretch));
    }
    return this.#last.then(() => new Promise<never>(() => undefined));
  }

  /** Reads nothing more, unless somebody else waits for the upload. */
  stop(): void {
    if (this.#waiting === 1) this.#stretch?.end();
  }

  /**
   * To be called by whoever does not wait for the upload any more. When nobody does, what cannot be
   * read on later is closed; a caller `inHaste` does not wait for that.
   */
  async leave(inHaste: boolean): Promise<void> {
    this.#waiting -= 1;
    if (this.#waiting > 0) return;
    this.#stretch?.end();
    if (this.#pieces.isLasting || this.#isRead || this.#isClosed) return;
    this.#isClosed = true;
    const closed = this.#pieces.close().catch(() => undefined);
    if (!inHaste) await closed;
  }

  async #feed(stretch: Stretch): Promise<void> {
    try {
      while (!stretch.isOver && !this.#isDone) this.#isDone = await this.#step(stretch);
    } catch (thrown) {
      if (!stretch.isOver) throw thrown;
    }
  }

  /** Reads or hands over what is next; gives whether nothing is left to do. */
  async #step({ cancel }: Stretch): Promise<boolean> {
    if (this.#from < this.#size) {
      this.#checkPiece();
      const end = Math.min(this.#from + PIECE, this.#size);
      const isWanted = await this.#native.push(this.#piece.subarray(this.#from, end), cancel);
      this.#from = end;
      return !isWanted;
    }
    if (!this.#isRead) {
      await this.#read();
      return false;
    }
    await this.#native.end(cancel);
    return true;
  }

  /** The caller has had time to give its memory away. */
  #checkPiece(): void {
    if (this.#piece.length === this.#size) return;
    const thrown = memoryGone();
    if (!this.#pieces.isLasting) this.#failure = { thrown };
    throw thrown;
  }

  async #read(): Promise<void> {
    try {
      const piece = await this.#pieces.next();
      this.#piece = piece ?? new Uint8Array(0);
      this.#size = this.#piece.length;
      this.#from = 0;
      this.#isRead = piece === undefined;
    } catch (thrown) {
      // What comes of being closed is no fault of the content.
      if (!this.#pieces.isLasting && !this.#isClosed) this.#failure = { thrown };
      throw thrown;
    }
  }
}
