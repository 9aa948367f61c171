import { callNow } from './call.js';
import type { Page } from './page.js';
import type { Walk } from './walk.js';

/**
 * A list page by page, forward and backward.
 *
 * After an error the walk stands where it was: asking again repeats the page. After leaving a
 * `for await` loop over it, the page that the loop was given last is still the current one.
 */
export class Pages<T> implements AsyncIterable<Page<T>> {
  readonly #walk: Walk<T>;

  /** @internal */
  constructor(walk: Walk<T>) {
    this.#walk = walk;
  }

  /**
   * Fetches the next page; null at the end of the list. A page may be empty and have a successor.
   */
  nextPage(): Promise<Page<T> | null> {
    return this.#walk.step(this.nextPage, false);
  }

  /**
   * Fetches the page before the current one, or before the position of the cursor; null at the
   * start of the list.
   */
  previousPage(): Promise<Page<T> | null> {
    return this.#walk.step(this.previousPage, true);
  }

  /**
   * The position in the list as text: a later list with this text as its `cursor` goes on there,
   * in any process and any language, with no gap and no repeat.
   *
   * While a page is being fetched it is the position before that page.
   *
   * @param taken How many items of the current page, in the order of the list, lie before the
   * position. Default: all of them, or none in a backward list. While a page is being fetched,
   * only all or none can be told.
   * @throws {InvalidParameterError} If `taken` is no whole number from 0 on, or cannot be told.
   */
  cursor(taken?: number): string {
    return callNow(this.cursor, () => this.#walk.cursor(taken));
  }

  /**
   * The pages from here to the end of the list. Those of a backward list come last first, back to
   * the start of the list; the items of a page stay in the order of the list. Leaving the loop
   * stops fetching ahead.
   */
  async *[Symbol.asyncIterator](): AsyncGenerator<Page<T>, void, undefined> {
    let inLoop = false;
    try {
      for (;;) {
        const next = await (this.#walk.isBackward ? this.previousPage() : this.nextPage());
        if (next === null) return;
        inLoop = true;
        yield next;
        inLoop = false;
      }
    } finally {
      if (inLoop) this.#walk.leave();
    }
  }
}
