import { inspect } from 'node:util';
import type { NativeClient } from '../native/generated/index.js';
import type {
  CallEvent,
  ClientOptions,
  SigningRequest,
  UploadSignature,
} from '../native/generated/models.js';
import { expected } from './failure.js';

/** What a signer gets beside the request, and what a function gets that gives credentials. */
export interface SigningContext {
  /**
   * Aborted when the call that needs the answer is aborted or runs out of time: it is not used any
   * more then.
   */
  signal: AbortSignal;
}

/**
 * Signs REST requests in the place of a secret key: gives HMAC-SHA1 of `request.stringToSign` with
 * the secret key, as 40 hexadecimal digits. It is asked once for each attempt.
 */
export type Signer = (request: SigningRequest, context: SigningContext) => string | Promise<string>;

/** What uploads are sent with: a token, or the older signature. */
export type UploadCredential = string | UploadSignature;

/**
 * Gives what uploads are sent with. It is asked when the first call of `uploads` needs it, again
 * shortly before what it gave expires, and once more if the service finds that expired; never twice
 * at the same time.
 */
export type UploadCredentialProvider = (
  context: SigningContext,
) => UploadCredential | Promise<UploadCredential>;

/** How uploads prove who sends them, where the project demands it. */
export interface UploadCredentials {
  /**
   * A token or a signature, such as a backend of yours makes with `uploads.createToken`; a promise
   * of it; or a function that gives it. If the function throws or rejects, the call rejects with a
   * `SignerError` whose `cause` is just what it threw; it is not repeated. Its time counts for the
   * timeout of the call.
   */
  uploadCredential?: UploadCredential | Promise<UploadCredential> | UploadCredentialProvider;
}

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
  /** Gives what uploads are sent with. */
  credentials?: UploadCredentialProvider | undefined;
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

/** Whether its calls may need what is in JavaScript on their way. */
export function hasCallbacks({ signer, credentials, onEvent }: Host): boolean {
  return signer !== undefined || credentials !== undefined || onEvent !== undefined;
}

/** The functions in options. */
export function callbacksIn({ signer, onEvent }: ClientOptions & Callbacks): Callbacks {
  for (const [name, value] of Object.entries({ signer, onEvent })) {
    if (value !== undefined && typeof value !== 'function') throw expected(name, 'a function');
  }
  return { signer, onEvent };
}

/** What uploads are sent with, as it crosses, or what will give it. */
export function credentialIn({ uploadCredential: given }: UploadCredentials): {
  text?: string;
  credentials?: UploadCredentialProvider;
} {
  if (given === undefined) return {};
  if (typeof given === 'function') return { credentials: given };
  if (isThenable(given)) {
    const promise = Promise.resolve(given);
    // Whoever asks hears of it, and perhaps nobody ever does.
    promise.catch(() => undefined);
    return { credentials: () => promise };
  }
  const text = credentialText(given);
  if (text === undefined) {
    throw expected('uploadCredential', 'a token, a signature, or a function that gives either');
  }
  return { text };
}

/** What crosses of a credential; undefined for what is none. */
export function credentialText(given: unknown): string | undefined {
  if (typeof given === 'string') return given;
  const { signature, expire } = (given ?? {}) as Partial<Record<string, unknown>>;
  if (typeof signature !== 'string' || !Number.isInteger(expire)) return undefined;
  return JSON.stringify({ signature, expire });
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
