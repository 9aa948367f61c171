import type { CancelHandle } from '../native/generated/index.js';
import { callNow, settle } from './call.js';
import { type CallSite, callSite } from './failure.js';
import { type Page, page } from './page.js';

/** What the native layer offers for every list. A page comes as JSON text. */
export interface NativePages {
  nextPage(cancel?: CancelHandle): Promise<string | null | undefined>;
  previousPage(cancel?: CancelHandle): Promise<string | null | undefined>;
  cursor(taken?: number): string;
  close(): void;
}

type Step = (native: NativePages, cancel?: CancelHandle) => Promise<string | null | undefined>;

/** Opens a list: where its options say, or at a cursor. */
export type Open = (cursor?: string) => NativePages;

/**
 * A list page by page, forward and backward.
 *
 * After an error the walk stands where it was: asking again repeats the page. After leaving a
 * `for await` loop over it, it stands behind the last page that the loop was given.
 */
export class Pages<T> implements AsyncIterable<Page<T>> {
  readonly #open: Open;
  readonly #signal: AbortSignal | undefined;
  #native: NativePages | undefined;
  /** The position while there is no native walk. */
  #parked: string | undefined;
  /** The position while a page is being fetched. */
  #resting: string | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** @internal */
  constructor(open: Open, signal: AbortSignal | undefined) {
    this.#open = open;
    this.#signal = signal;
    this.#native = open();
  }

  /**
   * Fetches the next page; null at the end of the list. A page may be empty and have a successor.
   */
  nextPage(): Promise<Page<T> | null> {
    return this.#step(this.nextPage, undefined, (native, cancel) => native.nextPage(cancel));
  }

  /**
   * Fetches the page before the current one, or before the position of the cursor; null at the
   * start of the list.
   */
  previousPage(): Promise<Page<T> | null> {
    return this.#step(this.previousPage, 0, (native, cancel) => native.previousPage(cancel));
  }

  /**
   * The position in the list as text: a later list with this text as its `cursor` goes on there,
   * in any process and any language, with no gap and no repeat.
   *
   * @param taken How many items of the current page are behind. Default: all of them.
   */
  cursor(taken?: number): string {
    const known = this.#parked ?? this.#resting;
    return known ?? callNow(this.cursor, () => this.#walk().cursor(taken));
  }

  /** The pages from here to the end of the list. Leaving the loop stops fetching ahead. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Page<T>, void, undefined> {
    let inLoop = false;
    try {
      for (let next = await this.nextPage(); next !== null; next = await this.nextPage()) {
        inLoop = true;
        yield next;
        inLoop = false;
      }
    } finally {
      if (inLoop) this.park();
    }
  }

  /**
   * Lets go of the native walk, and with it of a page that is fetched ahead.
   *
   * @internal
   */
  park(taken?: number): void {
    if (this.#resting !== undefined || this.#native === undefined) return;
    this.#parked = this.#native.cursor(taken);
    this.#native.close();
    this.#native = undefined;
  }

  #walk(): NativePages {
    this.#native ??= this.#open(this.#parked);
    this.#parked = undefined;
    return this.#native;
  }

  /** Steps asked for at the same time come one after the other, in the order they were asked. */
  #step(
    method: (...args: never[]) => unknown,
    behind: number | undefined,
    start: Step,
  ): Promise<Page<T> | null> {
    const site = callSite(method);
    const turn = this.#last.then(() => this.#fetch(site, behind, start));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #fetch(site: CallSite, behind: number | undefined, start: Step): Promise<Page<T> | null> {
    const native = this.#walk();
    this.#resting = native.cursor(behind);
    try {
      const answer = await settle(site, this.#signal, (cancel) => start(native, cancel));
      return answer ? page<T>(answer) : null;
    } finally {
      this.#resting = undefined;
    }
  }
}
