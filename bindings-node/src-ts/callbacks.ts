import { inspect } from 'node:util';
import type { NativeClient } from '../native/generated/index.js';
import type { CallEvent, ClientOptions, SigningRequest } from '../native/generated/models.js';
import { expected } from './failure.js';

/** What a signer gets beside the request. */
export interface SigningContext {
  /**
   * Aborted when the call that needs the signature is aborted or runs out of time: what is signed
   * then is not used any more.
   */
  signal: AbortSignal;
}

/**
 * Signs REST requests in the place of a secret key: gives HMAC-SHA1 of `request.stringToSign` with
 * the secret key, as 40 hexadecimal digits. It is asked once for each attempt.
 */
export type Signer = (request: SigningRequest, context: SigningContext) => string | Promise<string>;

/** Functions of the user that calls of a client call. */
export interface Callbacks {
  /**
   * Signs REST requests, so that the client needs no secret key; give one of the two. Its time
   * counts for the timeout of the call. If it throws or rejects, the call rejects with a
   * `SignerError` whose `cause` is just what it threw; it is not repeated.
   */
  signer?: Signer | undefined;
  /**
   * Is told of each step of each call, in order; the last one before the call settles. It should be
   * quick. The first time that it throws or rejects there is a process warning with the code
   * `UPLOADCARE_LISTENER`; the call goes on.
   */
  onEvent?: ((event: CallEvent) => void) | undefined;
}

/** What a client has in JavaScript for its calls. */
export interface Host extends Callbacks {
  /** Aborts all its calls. */
  signal?: AbortSignal | undefined;
}

// Not in the native client: what they refer to often refers to the client, and a circle through
// native code would never be collected.
const HOSTS = new WeakMap<NativeClient, Host>();

/** What a client has; undefined if that is nothing. */
export function hostOf(client: NativeClient): Host | undefined {
  return HOSTS.get(client);
}

/** Gives a client what its calls need. */
export function setHost(client: NativeClient, host: Host | undefined): void {
  if (host !== undefined) HOSTS.set(client, host);
}

/** The functions in options, if there are any. */
export function callbacksIn({ signer, onEvent }: ClientOptions & Callbacks): Callbacks | undefined {
  for (const [name, value] of Object.entries({ signer, onEvent })) {
    if (value !== undefined && typeof value !== 'function') throw expected(name, 'a function');
  }
  return signer === undefined && onEvent === undefined ? undefined : { signer, onEvent };
}

/** Tells a listener of an event, and never throws. */
export function tell(onEvent: (event: CallEvent) => unknown, event: CallEvent): void {
  const warn = (thrown: unknown) => warnOnce(onEvent, thrown);
  try {
    const outcome = onEvent(event);
    if (isThenable(outcome)) Promise.resolve(outcome).catch(warn);
  } catch (thrown) {
    warn(thrown);
  }
}

function isThenable(value: unknown): boolean {
  const { then } = (value ?? {}) as { then?: unknown };
  return typeof then === 'function';
}

const DEFECTIVE = new WeakSet<object>();

/** One that fails does so at each event, and would flood the log. */
function warnOnce(onEvent: object, thrown: unknown): void {
  if (DEFECTIVE.has(onEvent)) return;
  DEFECTIVE.add(onEvent);
  process.emitWarning('an event listener (onEvent) failed', {
    type: 'UploadcareWarning',
    code: 'UPLOADCARE_LISTENER',
    detail: shown(thrown),
  });
}

/** What went wrong in a signer, as text for a message. */
export function problem(thrown: unknown): string {
  if (typeof thrown === 'string') return thrown;
  try {
    const { message } = (thrown ?? {}) as { message?: unknown };
    if (typeof message === 'string' && message !== '') return message;
  } catch {
    // A getter of the user's own.
  }
  return `it threw ${kindOf(thrown)}`;
}

/** What a value is, without showing it. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  return `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    return inspect(value);
  } catch {
    return kindOf(value);
  }
}
