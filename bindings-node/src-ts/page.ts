import type { PageInfo } from '../native/generated/models.js';

/** One page of a list. Iterating it gives its items. */
export interface Page<T> extends PageInfo, Iterable<T> {
  /** Items of the page in order. */
  results: T[];
}

class PageOf<T> {
  declare results: T[];

  *[Symbol.iterator](): Generator<T, void, undefined> {
    yield* this.results;
  }
}

// What a user sees when a page is printed.
Object.defineProperty(PageOf, 'name', { value: 'Page' });

/** A page from the text of the native layer, whose names are those of the models. */
export function page<T>(text: string): Page<T> {
  const { results, info } = JSON.parse(text) as { results: T[]; info: PageInfo };
  return Object.assign(new PageOf<T>(), info, { results });
}
