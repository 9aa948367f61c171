import { inspect } from 'node:util';
import type { CancelHandle, NativeClient } from '../native/generated/index.js';
import { at, type CallSite, callSite, expected, publicError } from './failure.js';
import { begin } from './ongoing.js';

/** Options of every call. */
export interface CallOptions {
  /**
   * Cancels the call: it rejects with the `reason` of the signal, and its connection closes.
   * A signal that is already aborted rejects before anything is sent.
   */
  signal?: AbortSignal | undefined;
}

/**
 * Runs a native call for a public method.
 *
 * `method`: the public method, left out of the stacks of errors.
 */
export function call<T>(
  client: NativeClient,
  method: (...args: never[]) => unknown,
  options: CallOptions,
  start: (cancel?: CancelHandle) => Promise<T>,
): Promise<T> {
  const site = callSite(method);
  if (!isObject(options)) return Promise.reject(at(expected('options', 'an object'), site));
  return settle(client, site, options.signal, start);
}

/** As `call`, for a call whose place was noted before. */
export async function settle<T>(
  client: NativeClient,
  site: CallSite,
  signal: AbortSignal | undefined,
  start: (cancel?: CancelHandle) => Promise<T>,
): Promise<T> {
  const ongoing = begin(client, site, signal);
  // Each function that waits for another costs a small call as much as its JSON.
  if (ongoing === undefined) {
    try {
      return await start();
    } catch (thrown) {
      throw publicError(thrown, site);
    }
  }
  try {
    return await ongoing.run(site, start);
  } finally {
    ongoing.close();
  }
}

/** Runs a native call that answers at once. */
export function callNow<T>(method: (...args: never[]) => unknown, run: () => T): T {
  try {
    return run();
  } catch (thrown) {
    throw publicError(thrown, callSite(method));
  }
}

/** Refuses options that are none, before a member of them is read. */
export function checkOptions(options: unknown): void {
  if (!isObject(options)) throw expected('options', 'an object');
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Refuses what is no string, by the name of the argument, which the native layer cannot know. */
export function checkText(name: string, value: unknown): void {
  if (typeof value !== 'string') throw expected(name, 'a string');
}

/** Refuses what is no boolean. */
export function checkBoolean(name: string, value: unknown): void {
  if (typeof value !== 'boolean') throw expected(name, 'a boolean');
}

/** Refuses what is no whole number. */
export function checkInteger(name: string, value: unknown): void {
  if (!Number.isInteger(value)) throw expected(name, 'a whole number');
}

/**
 * Refuses a fraction where a whole number belongs: the native layer would cut it off. It refuses
 * other types itself.
 *
 * `names`: of options; those of options in options after a dot.
 */
export function checkWholes(options: object, names: readonly string[]): void {
  for (const name of names) {
    const value = valueAt(options, name);
    if (typeof value === 'number') checkInteger(name, value);
  }
}

/** Refuses what is no object where one belongs: the native layer would not name it. */
export function checkObjects(options: object, names: readonly string[]): void {
  for (const name of names) {
    const value = valueAt(options, name);
    if (value !== undefined && (!isObject(value) || Array.isArray(value))) {
      throw expected(name, 'an object');
    }
  }
}

function valueAt(options: object, path: string): unknown {
  return path.split('.').reduce<unknown>(member, options);
}

function member(object: unknown, name: string): unknown {
  return isObject(object) ? (object as Record<string, unknown>)[name] : undefined;
}

/**
 * A result from its text.
 *
 * `secrets`: members that do not show when it is printed.
 */
export function parsed<T>(json: string, secrets: readonly string[] = []): T {
  const reviver = (_: string, value: unknown) => {
    if (isObject(value) && secrets.some((name) => member(value, name))) redact(value, secrets);
    return value;
  };
  return JSON.parse(json, secrets.length === 0 ? undefined : reviver) as T;
}

function redact(object: object, secrets: readonly string[]): void {
  const hidden = (name: string, value: unknown) =>
    secrets.includes(name) && value ? '<redacted>' : value;
  Object.defineProperty(object, inspect.custom, {
    value: (_depth: number, options: object) => {
      const shown = Object.entries(object).map(([name, value]) => [name, hidden(name, value)]);
      return inspect(Object.fromEntries(shown), options);
    },
  });
}
