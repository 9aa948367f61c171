import type { NativeClient, NativePages } from '../native/generated/index.js';
import { type CallOptions, callNow } from './call.js';
import { Pages } from './pages.js';
import { Walk } from './walk.js';

/**
 * A list, item by item: `for await (const item of list)`. Nothing is sent before the first item
 * is asked for; further pages are fetched as the loop goes on.
 *
 * It is one walk: a second loop goes on where the first was left.
 */
export class ItemList<T> implements AsyncIterable<T> {
  readonly #walk: Walk<T>;

  /** @internal */
  constructor(walk: Walk<T>) {
    this.#walk = walk;
  }

  /**
   * The same list page by page, from the position on. After items of a page were taken, its rest
   * is fetched again and comes first. List and pages share the position: each goes on where the
   * other was left.
   */
  pages(): Pages<T> {
    return new Pages(this.#walk);
  }

  /**
   * The items before the position, nearest first, back to the start of the list: another list,
   * with a position of its own. Of a backward list it is another one from the same position.
   */
  backward(): ItemList<T> {
    return callNow(this.backward, () => new ItemList(this.#walk.backward()));
  }

  /**
   * The position at the last item taken, as text: a later list with this text as its `cursor`
   * goes on there, in any process and any language, with no gap and no repeat.
   *
   * While a page is being fetched it is the position before that page.
   */
  cursor(): string {
    return callNow(this.cursor, () => this.#walk.cursor());
  }

  /** The items from here to the end of the list. Leaving the loop stops fetching ahead. */
  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    const walk = this.#walk;
    let inLoop = false;
    try {
      for (;;) {
        if (walk.hasItem) {
          inLoop = true;
          walk.signal?.throwIfAborted();
          yield walk.take();
          inLoop = false;
        } else if (!(await walk.fill(this[Symbol.asyncIterator]))) {
          return;
        }
      }
    } finally {
      if (inLoop) walk.leave();
    }
  }
}

/** Options of every list. */
interface ListOptions extends CallOptions {
  prefetch?: boolean;
  concurrency?: number;
  cursor?: string;
}

/** A list whose options are checked. */
export function openList<T>(
  client: NativeClient,
  options: ListOptions,
  open: (options: ListOptions) => NativePages,
): ItemList<T> {
  const { prefetch, concurrency, signal } = options;
  // A cursor brings its own selection.
  const beside = {
    ...(prefetch === undefined ? {} : { prefetch }),
    ...(concurrency === undefined ? {} : { concurrency }),
  };
  const at = (cursor?: string) => open(cursor === undefined ? options : { ...beside, cursor });
  return new ItemList(new Walk<T>(client, at, signal));
}
