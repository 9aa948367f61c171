import { type Open, Pages } from './pages.js';

/**
 * A list, item by item: `for await (const item of list)`. Nothing is sent before the first item
 * is asked for; further pages are fetched as the loop goes on.
 *
 * It is one walk: a second loop goes on where the first was left.
 */
export class ItemList<T> implements AsyncIterable<T> {
  readonly #pages: Pages<T>;
  readonly #signal: AbortSignal | undefined;
  #items: readonly T[] = [];
  /** Items of the page that lie before the position. */
  #before = 0;
  #isBackward = false;
  #filling: Promise<boolean> | undefined;

  /** @internal */
  constructor(open: Open, signal: AbortSignal | undefined) {
    this.#pages = new Pages(open, signal);
    this.#signal = signal;
  }

  /**
   * The same list page by page. After items were taken, it starts with the page that follows the
   * current one.
   */
  pages(): Pages<T> {
    this.#drop();
    return this.#pages;
  }

  /** The items before the position, nearest first, back to the start of the list. */
  backward(): this {
    this.#isBackward = true;
    return this;
  }

  /**
   * The position after the items taken, as text: a later list with this text as its `cursor`
   * goes on there, in any process and any language, with no gap and no repeat.
   */
  cursor(): string {
    return this.#pages.cursor(this.#taken);
  }

  /** The items from here to the end of the list. Leaving the loop stops fetching ahead. */
  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    let inLoop = false;
    try {
      for (;;) {
        this.#signal?.throwIfAborted();
        if (!this.#isAtEdge) {
          const item = this.#take();
          inLoop = true;
          yield item;
          inLoop = false;
        } else if (!(await this.#fill())) {
          return;
        }
      }
    } finally {
      if (inLoop) this.#park();
    }
  }

  get #isAtEdge(): boolean {
    return this.#before === (this.#isBackward ? 0 : this.#items.length);
  }

  #take(): T {
    if (this.#isBackward) this.#before -= 1;
    const item = this.#items[this.#before] as T;
    if (!this.#isBackward) this.#before += 1;
    return item;
  }

  /** Loops that run at the same time share a page, so they wait for the same one. */
  #fill(): Promise<boolean> {
    this.#filling ??= this.#fetch().finally(() => {
      this.#filling = undefined;
    });
    return this.#filling;
  }

  async #fetch(): Promise<boolean> {
    const page = await (this.#isBackward ? this.#pages.previousPage() : this.#pages.nextPage());
    if (page === null) return false;
    this.#items = page.results;
    this.#before = this.#isBackward ? page.results.length : 0;
    return true;
  }

  /** How many items of the page lie before the position; undefined if no page is at hand. */
  get #taken(): number | undefined {
    return this.#items.length === 0 ? undefined : this.#before;
  }

  #park(): void {
    this.#pages.park(this.#taken);
    this.#drop();
  }

  #drop(): void {
    this.#items = [];
    this.#before = 0;
  }
}
