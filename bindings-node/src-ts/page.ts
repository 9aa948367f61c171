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

/** A page from the texts of the native layer, whose names are those of the models. */
export function page<T>([first = '', ...others]: readonly string[]): Page<T> {
  const { results, info } = JSON.parse(first) as { results: T[]; info: PageInfo };
  for (const text of others) {
    for (const item of JSON.parse(text) as T[]) results.push(item);
  }
  return Object.assign(new PageOf<T>(), info, { results });
}
