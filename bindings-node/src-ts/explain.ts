import type { NativeClient } from '../native/generated/index.js';
import type { ExplainedRequest, ExplainOptions } from '../native/generated/models.js';
import { type CallOptions, checkOptions, parsed } from './call.js';
import { type Host, hostOf } from './callbacks.js';
import { type CallSite, expected, publicError } from './failure.js';
import { unlessAborted } from './watch.js';

/** The request that a call would send; `derived` makes the client that the call is given. */
export async function explained<C>(
  client: NativeClient,
  site: CallSite,
  call: (client: C) => unknown,
  options: ExplainOptions & CallOptions,
  derived: (native: NativeClient, host: Host | undefined) => C,
): Promise<ExplainedRequest> {
  const { native, signal } = prepared(client, site, call, options);
  const host = signal === undefined ? hostOf(client) : { ...hostOf(client), signal };
  let failure: { thrown: unknown } | undefined;
  await unlessAborted(signal, async () => {
    try {
      await first(await call(derived(native, host)));
    } catch (thrown) {
      failure = { thrown };
    }
  });
  try {
    return parsed<ExplainedRequest>(native.explained());
  } catch (thrown) {
    throw failure === undefined ? publicError(thrown, site) : failure.thrown;
  }
}

function prepared(
  client: NativeClient,
  site: CallSite,
  call: unknown,
  options: ExplainOptions & CallOptions,
): { native: NativeClient; signal: AbortSignal | undefined } {
  try {
    checkOptions(options);
    if (typeof call !== 'function') throw expected('call', 'a function');
    const signal = options.signal ?? undefined;
    if (signal !== undefined && typeof signal.throwIfAborted !== 'function') {
      throw expected('signal', 'an AbortSignal');
    }
    return { native: client.explaining(options), signal };
  } catch (thrown) {
    throw publicError(thrown, site);
  }
}

/** A list has sent nothing before its first page is asked for. */
async function first(result: unknown): Promise<void> {
  if (typeof result !== 'object' || result === null || !(Symbol.asyncIterator in result)) return;
  await (result as AsyncIterable<unknown>)[Symbol.asyncIterator]().next();
}
