import type { NativeClient, NativePages } from '../native/generated/index.js';
import { type CallSite, callSite, expected } from './failure.js';
import { begin, type OngoingCall, run } from './ongoing.js';
import { type Page, page } from './page.js';

/** Opens a list: where its options say, or at a cursor. */
export type Open = (cursor?: string) => NativePages;

type Method = (...args: never[]) => unknown;

/** Where a list stands. The list and its pages share it. */
export class Walk<T> {
  readonly isBackward: boolean;
  readonly signal: AbortSignal | undefined;
  readonly #client: NativeClient;
  readonly #open: Open;
  #native: NativePages | undefined;
  /**
   * Positions, in place of the native walk while that is let go of or busy: by how many items of
   * the page given last lie before them, or one alone. Only the two ends while it is busy.
   */
  #known: ReadonlyArray<string | undefined> = [];
  /** The page given last, if it is taken item by item. */
  #items: readonly T[] | undefined;
  /** How many items the page given last has, and how many of them lie before the position. */
  #count = 0;
  #before = 0;
  #last: Promise<unknown> = Promise.resolve();
  /** Goes on after a page was given: the next one may be fetched ahead. */
  #ongoing: OngoingCall | undefined;

  /** `cursor`: where it begins; absent: where the options of the list say. */
  constructor(
    client: NativeClient,
    open: Open,
    signal: AbortSignal | undefined,
    isBackward = false,
    cursor?: string,
  ) {
    this.isBackward = isBackward;
    this.signal = signal;
    this.#client = client;
    this.#open = open;
    if (cursor === undefined) this.#native = open();
    else this.#known = [cursor];
  }

  /** Another walk, from the position of this one back to the start of the list. */
  backward(): Walk<T> {
    return new Walk(this.#client, this.#open, this.signal, true, this.cursor());
  }

  /**
   * The position. With `taken`: after so many items of the page given last, if it was given as a
   * whole.
   */
  cursor(taken?: number): string {
    // Callers without types may give anything.
    const wanted: unknown = taken ?? 0;
    if (!Number.isInteger(wanted) || Number(wanted) < 0) {
      throw expected('taken', 'a whole number from 0 on');
    }
    if (this.#native !== undefined) {
      const before = this.#items === undefined ? (taken ?? this.#before) : this.#before;
      return this.#native.cursor(Math.min(before, this.#count));
    }
    const last = this.#known.length - 1;
    const position = this.#known[Math.min(taken ?? (this.isBackward ? 0 : last), last)];
    if (position === undefined) {
      throw expected('taken', 'none, or all items of the page, while a page is being fetched');
    }
    return position;
  }

  /** Whether an item is at hand for `take()`; none is while a page is fetched. */
  get hasItem(): boolean {
    const isAtHand = this.#native !== undefined && this.#items !== undefined;
    return isAtHand && this.#before !== (this.isBackward ? 0 : this.#count);
  }

  take(): T {
    if (this.isBackward) this.#before -= 1;
    const item = this.#items?.[this.#before] as T;
    if (!this.isBackward) this.#before += 1;
    return item;
  }

  /**
   * Fetches a page to take items from; false at the end. Loops that run at the same time share a
   * page.
   */
  fill(method: Method): Promise<boolean> {
    const site = callSite(method);
    return this.#turn(
      async () => this.hasItem || (await this.#fetch(site, this.isBackward, true)) !== null,
    );
  }

  /** Fetches a page as a whole; null at the end. */
  step(method: Method, isBack: boolean): Promise<Page<T> | null> {
    const site = callSite(method);
    return this.#turn(() => this.#fetch(site, isBack, false));
  }

  /** To be called when a loop is left: drops a page that is fetched ahead. Backward, none is. */
  leave(): void {
    if (!this.isBackward) this.#release();
    // Unless another loop is waiting for a page.
    else if (this.#native !== undefined) this.#endCall();
  }

  #release(): void {
    const native = this.#native;
    if (native === undefined) return;
    this.#known =
      this.#items === undefined ? this.#places(native, () => true) : [native.cursor(this.#before)];
    this.#items = undefined;
    this.#native = undefined;
    native.close();
    this.#endCall();
  }

  #call(site: CallSite): OngoingCall | undefined {
    if (this.#ongoing === undefined) {
      this.#ongoing = begin(this.#client, site, this.signal);
      if (this.#ongoing !== undefined) Walk.#watchOver(this.#ongoing, new WeakRef(this));
    }
    return this.#ongoing;
  }

  // Not from the walk itself: the call must not hold it, for a walk may be left where it is.
  static #watchOver<T>(ongoing: OngoingCall, walk: WeakRef<Walk<T>>): void {
    ongoing.onAbort = () => {
      const left = walk.deref();
      if (left !== undefined) left.#release();
    };
    ongoing.mayBeAbandoned();
  }

  #endCall(): void {
    this.#ongoing?.close();
    this.#ongoing = undefined;
  }

  #places(native: NativePages, isWanted: (taken: number) => boolean): Array<string | undefined> {
    return Array.from({ length: this.#count + 1 }, (_, taken) =>
      isWanted(taken) ? native.cursor(taken) : undefined,
    );
  }

  /** What is asked for at the same time comes one after the other, in the order it was asked. */
  #turn<R>(run: () => Promise<R>): Promise<R> {
    const turn = this.#last.then(run);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #fetch(site: CallSite, isBack: boolean, isForItems: boolean): Promise<Page<T> | null> {
    const edge = isBack ? 0 : this.#count;
    // A native walk stands at one edge of a page or the other, never within.
    if (this.#items !== undefined && this.#before !== edge) this.#release();
    const before = this.#native;
    let native = before;
    let kept = before;
    if (before !== undefined) {
      // All positions of a page would be dear, and hardly anybody asks for one now.
      this.#known =
        this.#items === undefined
          ? this.#places(before, (taken) => taken === 0 || taken === this.#count)
          : [before.cursor(this.#before)];
      this.#native = undefined;
    }
    let given: Page<T> | null = null;
    try {
      const answer = await run(this.#call(site), site, async (cancel) => {
        native ??= this.#open(isBack ? this.#known[0] : this.#known.at(-1));
        const texts = await native.turn(isBack, cancel);
        // It stands elsewhere now, even if nobody waits for the page any more.
        kept = undefined;
        return texts;
      });
      if (!answer) {
        kept = before;
        return null;
      }
      given = page<T>(answer);
      kept = native;
      this.#items = isForItems ? given.results : undefined;
      this.#count = given.results.length;
      this.#before = isForItems === this.isBackward ? this.#count : 0;
      return given;
    } finally {
      // Without a page the walk stands where it was.
      this.#native = kept;
      if (kept === undefined) native?.close();
      if (given === null) this.#endCall();
    }
  }
}
