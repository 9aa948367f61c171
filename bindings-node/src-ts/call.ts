import { CancelHandle } from '../native/generated/index.js';
import { at, type CallSite, callSite, expected, isCancelled, publicError } from './failure.js';

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
export async function call<T>(
  method: (...args: never[]) => unknown,
  options: CallOptions,
  start: (cancel?: CancelHandle) => Promise<T>,
): Promise<T> {
  const site = callSite(method);
  if (!isObject(options)) throw at(expected('options', 'an object'), site);
  return await settle(site, options.signal, start);
}

/** As `call`, for a call whose place was noted before. */
export async function settle<T>(
  site: CallSite,
  signal: AbortSignal | undefined,
  start: (cancel?: CancelHandle) => Promise<T>,
): Promise<T> {
  if (signal === undefined || signal === null) {
    try {
      return await start();
    } catch (thrown) {
      throw publicError(thrown, site);
    }
  }
  // Not `instanceof`: test runners have signals of another realm.
  if (typeof signal.throwIfAborted !== 'function') {
    throw at(expected('signal', 'an AbortSignal'), site);
  }
  signal.throwIfAborted();
  const cancel = new CancelHandle();
  const watch = watched(signal);
  watch.add(cancel);
  try {
    return await start(cancel);
  } catch (thrown) {
    throw isCancelled(thrown) ? signal.reason : publicError(thrown, site);
  } finally {
    watch.remove(cancel);
  }
}

/** The calls that one signal ends: one listener for all, or Node warns of a leak from 11 on. */
class Watch {
  readonly #signal: AbortSignal;
  readonly #calls = new Set<CancelHandle>();

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  add(call: CancelHandle): void {
    if (this.#calls.size === 0) this.#signal.addEventListener('abort', this.#cancelAll);
    this.#calls.add(call);
  }

  remove(call: CancelHandle): void {
    this.#calls.delete(call);
    if (this.#calls.size === 0) this.#signal.removeEventListener('abort', this.#cancelAll);
  }

  readonly #cancelAll = (): void => {
    for (const call of this.#calls) call.cancel();
  };
}

const WATCHES = new WeakMap<AbortSignal, Watch>();

function watched(signal: AbortSignal): Watch {
  const known = WATCHES.get(signal);
  if (known !== undefined) return known;
  const watch = new Watch(signal);
  WATCHES.set(signal, watch);
  return watch;
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

/** Refuses a fraction where a whole number belongs: the native layer would cut it off. */
export function checkWhole(name: string, value: unknown): void {
  if (typeof value === 'number' && !Number.isInteger(value)) throw expected(name, 'a whole number');
}
