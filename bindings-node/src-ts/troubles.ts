import type { ErrorCode, Json } from '../native/generated/models.js';

/**
 * Something that goes wrong on purpose for requests to the emulator.
 *
 * At most one of `respond`, `uploadError`, `drop`, `lose`, `truncate`, `close`, `contentLength` and
 * `foreignNext`; `delayMs` goes with any of them, `bytesPerSecond` with `respond`. Alone, each of
 * these two makes a slow but right answer.
 */
export interface Fault {
  /** Only requests with this HTTP method. Default: any. */
  method?: string;
  /** Only requests to this route, such as `/files/{uuid}/`. Default: any. */
  route?: string;
  /**
   * How likely a matching request is hit: more than 0, at most 1. Default 1. One that is spared
   * counts neither for `skip` nor for `times`.
   */
  probability?: number;
  /** How many matching requests pass unharmed first. Default 0. */
  skip?: number;
  /** How many requests are hit; -1 for all. Default 1. */
  times?: number;
  /** Milliseconds to wait before anything else happens; less if faults are cleared meanwhile. */
  delayMs?: number;
  /** Answers this, and does not carry the request out. */
  respond?: FaultResponse;
  /** Answers the error of the Upload API with this code, and does not carry the request out. */
  uploadError?: ErrorCode;
  /** Closes the connection without a byte of an answer; the request is not carried out. */
  drop?: boolean;
  /** Carries the request out, but closes the connection without a byte of the answer. */
  lose?: boolean;
  /** Announces the whole answer, but closes the connection after so many bytes of its body. */
  truncate?: number;
  /** Answers as if the connection were kept, and then closes it. */
  close?: boolean;
  /** Sends the body of the answer in small pieces at this pace; with 0 it never comes. */
  bytesPerSecond?: number;
  /**
   * Announces so many bytes, however many the body has. Those beyond follow on the connection; if
   * some are missing, it closes after the body.
   */
  contentLength?: number;
  /** Puts this origin, such as `http://127.0.0.1:9999`, into the `next` and `previous` of a page. */
  foreignNext?: string;
}

/** An answer in place of the right one. `{origin}` in its texts is the origin of the emulator. */
export interface FaultResponse {
  /** HTTP status, 200 to 599. */
  status: number;
  /** Headers beside those that the service always sends. */
  headers?: Record<string, string>;
  /** A string is sent as it is, anything else as JSON. Default: nothing. */
  body?: Json;
}

/** A limit on requests: a bucket of tokens that fills all the time; each request takes one. */
export interface RateLimit {
  /** Tokens per second: more than 0, at most 1,000,000. */
  perSecond: number;
  /** Size of the bucket, which is full at first: 1 or more. Default: `perSecond`, rounded up. */
  burst?: number;
}

/** A fault as the emulator reads it. */
export function faultText(fault: Fault): string {
  const members = Object.entries(fault).map(([name, value]: [string, unknown]) => [
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    value,
  ]);
  return JSON.stringify(Object.fromEntries(members));
}

/** A rate limit as the emulator reads it. */
export function rateText({ perSecond, burst }: RateLimit): string {
  return burst === undefined ? String(perSecond) : `${perSecond}/${burst}`;
}
