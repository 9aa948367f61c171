import { AsyncResource } from 'node:async_hooks';
import { CancelHandle, type NativeClient, NativeMailbox } from '../native/generated/index.js';
import type { CallEvent, ErrorInfo, SigningRequest } from '../native/generated/models.js';
import {
  credentialText,
  hasCallbacks,
  type Host,
  hostOf,
  kindOf,
  problem,
  type SigningContext,
  tell,
} from './callbacks.js';
import { at, type CallSite, expected, publicError } from './failure.js';
import { type Abortable, watch } from './watch.js';

type Message = ReturnType<NativeMailbox['take']>[number];

let mailbox: NativeMailbox | undefined;
let lastNumber = 0;
/** Calls of this thread that may still get messages. */
const CALLS = new Map<number, WeakRef<OngoingCall>>();

/** Hands over all messages that are there, in order. */
function deliver(): void {
  for (const message of mailbox?.take() ?? []) CALLS.get(message.call)?.deref()?.receive(message);
}

/** Ends the registrations of a call. */
type Forget = () => void;
const ABANDONED = new FinalizationRegistry<Forget>((forget) => forget());

/**
 * Begins a call that can be cancelled, or that has callbacks; undefined for any other.
 *
 * It throws the reason of a signal that is aborted already.
 */
export function begin(
  client: NativeClient,
  site: CallSite,
  signal: AbortSignal | undefined,
): OngoingCall | undefined {
  const isPlain = (signal ?? undefined) === undefined && hostOf(client) === undefined;
  return isPlain ? undefined : beginWith(client, site, [signal]);
}

/** As `begin`, for a call that has several signals, or ends for other reasons, too. */
export function beginWith(
  client: NativeClient,
  site: CallSite,
  given: ReadonlyArray<AbortSignal | undefined>,
): OngoingCall {
  const host = hostOf(client) ?? {};
  const signals = [...given, host.signal].filter((one) => one !== undefined && one !== null);
  for (const one of signals) {
    if (!isSignal(one)) throw at(expected('signal', 'an AbortSignal'), site);
    one.throwIfAborted();
  }
  return new OngoingCall(host, signals);
}

/** Not `instanceof`: test runners have signals of another realm. */
export function isSignal(value: AbortSignal): boolean {
  return typeof value.throwIfAborted === 'function';
}

/** Runs a native call, as a part of an ongoing one if there is one. */
export async function run<T>(
  ongoing: OngoingCall | undefined,
  site: CallSite,
  start: (cancel?: CancelHandle) => Promise<T>,
): Promise<T> {
  if (ongoing !== undefined) return await ongoing.run(site, start);
  try {
    return await start();
  } catch (thrown) {
    throw publicError(thrown, site);
  }
}

/** What a question is answered with. */
const WANTED = { signature: 'a string', credential: 'a token or a signature' };

const CANCELLED: ErrorInfo = {
  kind: 'cancelled',
  message: 'the call was cancelled',
  parameter: null,
  status: null,
  code: null,
  requestId: null,
  retryAfter: null,
  fieldErrors: {},
  method: null,
  path: null,
  isRetryable: false,
};

/** A call under way, which is more than one native call where a list is walked through. */
export class OngoingCall {
  /** Does what is to be done beside when a signal is aborted. */
  onAbort: ((reason: unknown) => void) | undefined;
  readonly #host: Host;
  readonly #signals: readonly AbortSignal[];
  readonly #handle: CancelHandle;
  readonly #forget: Forget;
  /** Where the caller stands, for what is called on its way. */
  #context: AsyncResource | undefined;
  #isOver = false;
  /** Requests whose end was not told yet: what was told last, and when. */
  readonly #unfinished = new Map<number, { event: CallEvent; moment: number }>();
  /** Questions that are being answered. */
  readonly #asked = new Map<number, AbortController>();
  /** What those that were asked have thrown, by the number of the question. */
  readonly #thrown = new Map<number, unknown>();

  constructor(host: Host, signals: readonly AbortSignal[]) {
    this.#host = host;
    this.#signals = signals;
    const self = new WeakRef(this);
    const abortable = weakly(self);
    let number: number | undefined;
    if (hasCallbacks(host)) {
      mailbox ??= new NativeMailbox(deliver);
      lastNumber += 1;
      number = lastNumber;
      this.#handle = new CancelHandle(mailbox, number);
      CALLS.set(number, self);
    } else {
      this.#handle = new CancelHandle();
    }
    for (const signal of signals) watch(signal).add(abortable);
    this.#forget = forgetter(number, signals, abortable);
  }

  /** So that a call that nobody holds any more leaves nothing behind. */
  mayBeAbandoned(): void {
    ABANDONED.register(this, this.#forget, this);
  }

  /** Runs a native call as a part of this one. */
  async run<T>(site: CallSite, start: (cancel: CancelHandle) => Promise<T>): Promise<T> {
    for (const signal of this.#signals) signal.throwIfAborted();
    if (hasCallbacks(this.#host)) {
      this.#context?.emitDestroy();
      this.#context = new AsyncResource('UploadcareCall', { requireManualDestroy: true });
    }
    try {
      const value = await start(this.#handle);
      deliver();
      for (const signal of this.#signals) signal.throwIfAborted();
      return value;
    } catch (thrown) {
      deliver();
      // Whatever came of it: the caller does not wait for that any more.
      for (const signal of this.#signals) signal.throwIfAborted();
      throw publicError(thrown, site, this.#thrown);
    }
  }

  /** Takes a message of the native call. */
  receive({ event, question, asks, request }: Message): void {
    if (event !== undefined) {
      this.#tell(JSON.parse(event) as CallEvent);
    } else if (question !== undefined && asks !== undefined) {
      void this.#answer(question, asks, request);
    } else if (question !== undefined) {
      this.#asked.get(question)?.abort();
    }
  }

  /** Ends the call for a signal. Nothing of it begins from here on. */
  abort(): void {
    const aborted = this.#signals.find((signal) => signal.aborted);
    this.#handle.cancel();
    this.#end(aborted?.reason);
    this.onAbort?.(aborted?.reason);
  }

  /** Ends the call without a signal. */
  cancel(): void {
    this.#handle.cancel();
    this.#end(undefined);
  }

  /** To be called when it has ended, well or not. */
  close(): void {
    this.#end(undefined);
  }

  #end(reason: unknown): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#forget();
    ABANDONED.unregister(this);
    for (const asked of this.#asked.values()) asked.abort(reason);
    // What is given up in its middle ends now, for whoever listens: nothing may come later.
    for (const { event, moment } of this.#unfinished.values()) {
      this.#tell({
        ...event,
        kind: 'finish',
        elapsed: event.elapsed + (performance.now() - moment) / 1000,
        wait: null,
        status: null,
        requestId: null,
        sentBytes: null,
        receivedBytes: null,
        error: { ...CANCELLED },
      });
    }
    this.#context?.emitDestroy();
  }

  #tell(event: CallEvent): void {
    const { onEvent } = this.#host;
    if (onEvent === undefined) return;
    if (event.kind === 'finish') this.#unfinished.delete(event.call);
    else this.#unfinished.set(event.call, { event: { ...event }, moment: performance.now() });
    this.#inContext(() => tell(onEvent, event));
  }

  async #answer(
    question: number,
    asks: NonNullable<Message['asks']>,
    request: string | undefined,
  ): Promise<void> {
    const controller = new AbortController();
    this.#asked.set(question, controller);
    try {
      const context = { signal: controller.signal };
      const given = await this.#inContext(() => this.#ask(asks, request, context));
      const text = asks === 'credential' ? credentialText(given) : given;
      if (typeof text === 'string') mailbox?.answer(question, text);
      else mailbox?.refuse(question, `it gave ${kindOf(given)}, not ${WANTED[asks]}`, false);
    } catch (thrown) {
      this.#thrown.set(question, thrown);
      mailbox?.refuse(question, problem(thrown), true);
    } finally {
      this.#asked.delete(question);
    }
  }

  #ask(
    asks: NonNullable<Message['asks']>,
    request: string | undefined,
    context: SigningContext,
  ): unknown {
    const { signer, credentials } = this.#host;
    if (asks === 'credential') return credentials?.(context);
    return signer?.(JSON.parse(request ?? '') as SigningRequest, context);
  }

  #inContext<T>(work: () => T): T {
    return this.#context === undefined ? work() : this.#context.runInAsyncScope(work);
  }
}

// Apart from the call, so that nothing but the weak reference leads to it.
function weakly(call: WeakRef<OngoingCall>): Abortable {
  return { abort: () => call.deref()?.abort() };
}

function forgetter(
  number: number | undefined,
  signals: readonly AbortSignal[],
  abortable: Abortable,
): Forget {
  return () => {
    if (number !== undefined) CALLS.delete(number);
    for (const signal of signals) watch(signal).remove(abortable);
  };
}
