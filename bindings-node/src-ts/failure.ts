import type { ErrorInfo } from '../native/generated/models.js';
import * as errors from './errors.js';

/** What native calls throw and reject with: an `Error` with these members. */
interface NativeFailure {
  error: ErrorInfo;
  /** What caused it, the nearest first. */
  causes: string[];
  /** Number of what whoever was asked has thrown, which is the cause then. */
  thrown?: number | null;
}

type ErrorClass = new (message: string, details?: errors.ErrorDetails) => errors.UploadcareError;

const CLASSES: ReadonlyMap<string, ErrorClass> = new Map<string, ErrorClass>([
  ['configuration', errors.ConfigurationError],
  ['invalid_parameter', errors.InvalidParameterError],
  ['source', errors.SourceError],
  ['signer', errors.SignerError],
  ['authentication', errors.AuthenticationError],
  ['forbidden', errors.ForbiddenError],
  ['not_found', errors.NotFoundError],
  ['conflict', errors.ConflictError],
  ['too_large', errors.TooLargeError],
  ['rejected', errors.RejectedError],
  ['throttled', errors.ThrottledError],
  ['server', errors.ServerError],
  ['network', errors.NetworkError],
  ['timeout', errors.RequestTimeoutError],
  ['decode', errors.DecodeError],
  ['foreign_origin', errors.ForeignOriginError],
  ['job_failed', errors.JobFailedError],
  ['job_cancelled', errors.JobCancelledError],
  ['wait_timeout', errors.WaitTimeoutError],
  ['search_window', errors.SearchWindowError],
  ['upload_lost', errors.UploadLostError],
  ['content_mismatch', errors.ContentMismatchError],
  ['invalid_signature', errors.InvalidSignatureError],
  ['destination', errors.DestinationError],
  ['internal', errors.InternalError],
]);

/** Where the caller stands: an error of a later moment gets the stack of this one. */
export interface CallSite {
  stack: string;
}

/** `method`: the innermost function of this library that the stack leaves out. */
export function callSite(method: (...args: never[]) => unknown): CallSite {
  const site = { stack: '' };
  Error.captureStackTrace(site, method);
  return site;
}

/**
 * The public error for what the native layer threw.
 *
 * `asked`: what those whom the call has asked have thrown, by number.
 */
export function publicError(
  thrown: unknown,
  site: CallSite,
  asked?: ReadonlyMap<number, unknown>,
): unknown {
  let error: unknown = thrown;
  if (isFailure(thrown)) {
    error = fromFailure(thrown, asked);
  } else if (isConversion(thrown)) {
    error = fromConversion(thrown);
  }
  return error instanceof errors.UploadcareError ? at(error, site) : error;
}

/** Gives an error the stack of its call. */
export function at<E extends errors.UploadcareError>(error: E, site: CallSite): E {
  const frames = site.stack.indexOf('\n    at ');
  const head = `${error.name}: ${error.message}`;
  // `configurable` and hidden, as V8 makes it.
  Object.defineProperty(error, 'stack', {
    value: frames < 0 ? head : head + site.stack.slice(frames),
    configurable: true,
    writable: true,
  });
  return error;
}

function isFailure(thrown: unknown): thrown is NativeFailure {
  const error = (thrown as Partial<NativeFailure> | null)?.error;
  return typeof error === 'object' && typeof error.kind === 'string';
}

function fromFailure(
  { error, causes, thrown }: NativeFailure,
  asked: ReadonlyMap<number, unknown> = new Map(),
): errors.UploadcareError {
  const { kind, message, parameter, ...rest } = error;
  const known = Object.entries(rest).filter(([, value]) => value !== null);
  const details = Object.fromEntries(known) as errors.ErrorDetails;
  const cause = chain(causes);
  if (thrown !== undefined && thrown !== null) details.cause = asked.get(thrown);
  else if (cause !== undefined) details.cause = cause;
  if (parameter !== null) details.parameter = camelCase(parameter);
  const Class = CLASSES.get(kind);
  const text = inCamelCase(message, error);
  if (Class !== undefined) return new Class(text, details);
  return Object.assign(new errors.UploadcareError(text, details), { kind });
}

/** Messages begin with the name of what is wrong, as the core spells it; one ends with advice. */
function inCamelCase(message: string, { kind, parameter }: ErrorInfo): string {
  const name = `\`${parameter}\` `;
  if (kind === 'source') return message.replace(/ use from_url$/, ' use `fromUrl`');
  if (parameter === null || !message.startsWith(name)) return message;
  const rest = message.slice(name.length);
  // What stands between quotes is the caller's.
  const others = rest.includes('"') ? rest : rest.replace(/`[a-z]+(?:_[a-z]+)+`/g, camelCase);
  return `\`${camelCase(parameter)}\` ${others}`;
}

function camelCase(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function chain(causes: readonly string[]): Error | undefined {
  return causes.reduceRight<Error | undefined>((cause, message) => {
    const error = new Error(message, cause === undefined ? undefined : { cause });
    // Made here and now, it would point into this library.
    error.stack = `Error: ${message}`;
    return error;
  }, undefined);
}

/** The error for an argument of the wrong type. */
export function expected(parameter: string, what: string): errors.InvalidParameterError {
  return new errors.InvalidParameterError(`\`${parameter}\`: expected ${what}`, { parameter });
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ['StringExpected', 'a string'],
  ['NumberExpected', 'a number'],
  ['BooleanExpected', 'a boolean'],
  ['ArrayExpected', 'an array'],
  ['ObjectExpected', 'an object'],
]);

/** How napi names the member of an object whose type is wrong, the innermost first. */
const MEMBER = / on \w+\.(\w+)/g;

function isConversion(thrown: unknown): thrown is Error & { code: string } {
  if (!(thrown instanceof Error)) return false;
  const code: unknown = Object.getOwnPropertyDescriptor(thrown, 'code')?.value;
  return typeof code === 'string' && /^(InvalidArg|GenericFailure|\w+Expected)$/.test(code);
}

function fromConversion({ code, message }: Error & { code: string }): errors.UploadcareError {
  if (code === 'GenericFailure') return new errors.InternalError(message);
  const what = TYPES.get(code);
  const members = Array.from(message.matchAll(MEMBER), ([, name]) => camelCase(name ?? ''));
  if (members.length === 0) {
    return new errors.InvalidParameterError(what === undefined ? message : `expected ${what}`);
  }
  const parameter = members.reverse().join('.');
  if (what !== undefined) return expected(parameter, what);
  const problem = message.replace(MEMBER, '').trim();
  return new errors.InvalidParameterError(`\`${parameter}\`: ${problem}`, { parameter });
}
