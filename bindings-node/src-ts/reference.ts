import { isDate } from 'node:util/types';
import { expected } from './failure.js';

/**
 * A file: its UUID or its URL on the CDN as text or as `URL`, or what a list, an upload or another
 * call gave of it. Transformations in a URL matter where a file is copied; everywhere else the file
 * itself is meant.
 */
export type FileReference = string | URL | { readonly uuid: string };

/**
 * A group of files: its identifier or its URL on the CDN as text or as `URL`, or what a list or
 * another call gave of it.
 */
export type GroupReference = string | URL | { readonly id: string };

/** A day: a text such as `2026-11-01`, or a moment in it; that of a `Date` counts in UTC. */
export type Day = string | Date;

/** What crosses of a day. */
export function dayText(name: string, value: Day): string {
  if (typeof value === 'string') return value;
  if (!isDate(value) || Number.isNaN(value.getTime())) {
    throw expected(name, 'a day such as 2026-11-01, or a Date');
  }
  const [day] = value.toISOString().split('T');
  return String(day);
}

/** What crosses of a file. */
export function fileText(name: string, value: FileReference): string {
  const text = textOf(value, 'uuid');
  if (text === undefined) throw expected(name, 'a UUID, a CDN URL or a file');
  return text;
}

/** What crosses of several files. */
export function fileTexts(name: string, values: Iterable<FileReference>): string[] {
  const what = 'an iterable of UUIDs, CDN URLs or files';
  return each(name, what, values, (value) => textOf(value, 'uuid'));
}

/** What crosses of a group. */
export function groupText(name: string, value: GroupReference): string {
  const text = textOf(value, 'id');
  if (text === undefined) throw expected(name, 'the identifier of a group, a CDN URL or a group');
  return text;
}

/** What crosses of several texts. */
export function texts(name: string, values: Iterable<string>): string[] {
  return each(name, 'an iterable of strings', values, (value) =>
    typeof value === 'string' ? value : undefined,
  );
}

function each(
  name: string,
  what: string,
  values: unknown,
  text: (value: unknown) => string | undefined,
): string[] {
  // A text would fall apart into its letters.
  if (!isIterable(values)) throw expected(name, what);
  return Array.from(values, (value, index) => {
    const found = text(value);
    if (found === undefined) throw expected(name, `${what}, which item ${index} is not`);
    return found;
  });
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

function textOf(value: unknown, id: 'uuid' | 'id'): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  // Not `instanceof`: test runners have URLs of another realm.
  const { [id]: own, href } = value as Partial<Record<string, unknown>>;
  if (typeof own === 'string') return own;
  return typeof href === 'string' ? href : undefined;
}
