import type { CancelHandle, NativeClient } from '../native/generated/index.js';
import { type CallOptions, checkOptions, parsed } from './call.js';
import { type CallSite, expected, publicError } from './failure.js';
import { beginWith } from './ongoing.js';

/** Work of the native layer that takes its time. */
interface NativeWork {
  /** Works until there is a result: it as JSON text. */
  run(cancel: CancelHandle): Promise<string>;
  /** How far it is, as JSON text. */
  progress(): string;
}

/** What goes on beside the work. The work is stopped when it fails. */
interface Beside {
  begin(): Promise<never>;
  /** Stops it at once, for a signal is aborted. */
  stop(): void;
}

/** How far work is that ends with a file. */
interface Ending {
  file: unknown;
}

/** Is told how far work is. */
export type Told<P> = ((progress: P) => void) | undefined;

export type Signals = ReadonlyArray<AbortSignal | undefined>;

/** How often is looked how far work is, in milliseconds. */
const REPORT_EVERY = 100;

/** Carries work out. When it fails or is aborted, nothing of it is on its way any more. */
export async function carryOut<R, P extends Ending>(
  client: NativeClient,
  native: NativeWork,
  site: CallSite,
  signals: Signals,
  told: Told<P>,
  beside?: Beside,
): Promise<R> {
  const call = beginWith(client, site, signals);
  const running = call.run(site, (cancel) => native.run(cancel));
  const watched = told === undefined ? undefined : watch(native, told);
  call.onAbort = () => {
    watched?.stop();
    beside?.stop();
  };
  try {
    const ends = [running, beside?.begin(), watched?.failed].filter((end) => end !== undefined);
    return parsed<R>(await Promise.race(ends));
  } finally {
    watched?.stop();
    // What is on its way stops, whatever the reason, before the caller hears of it.
    call.cancel();
    await running.catch(() => undefined);
  }
}

/** Looks how far work is, again and again, until `told` throws. */
function watch<P extends Ending>(
  native: NativeWork,
  told: (progress: P) => void,
): { stop: () => void; failed: Promise<never> } {
  let last = native.progress();
  let timer: NodeJS.Timeout | undefined;
  const failed = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      const now = native.progress();
      if (now === last) return;
      last = now;
      const progress = parsed<P>(now);
      // The caller tells the last one, when what is beside the work has ended, too.
      if (progress.file) return;
      try {
        told(progress);
      } catch (thrown) {
        reject(thrown);
      }
    }, REPORT_EVERY);
  });
  return { stop: () => clearInterval(timer), failed };
}

/**
 * Runs work, and tells how far it is; a slow reader is told the newest. Work that is left stops.
 *
 * `begin`: runs it until the signal is aborted, and tells.
 */
export async function* progressOf<P>(
  begin: (left: AbortSignal, told: (progress: P) => void) => Promise<unknown>,
): AsyncGenerator<P, void, undefined> {
  const left = new AbortController();
  let newest: P | undefined;
  let end: { thrown?: unknown } | undefined;
  let wake = () => undefined as unknown;
  const news = () =>
    new Promise((resolve) => {
      wake = () => resolve(undefined);
    });
  const told = (progress: P) => {
    newest = progress;
    wake();
  };
  const running = begin(left.signal, told).then(
    () => {
      end = {};
      wake();
    },
    (thrown: unknown) => {
      end = { thrown };
      wake();
    },
  );
  try {
    for (;;) {
      if (end !== undefined && 'thrown' in end) throw end.thrown;
      const progress = newest;
      newest = undefined;
      if (progress !== undefined) yield progress;
      else if (end !== undefined) return;
      else await news();
    }
  } finally {
    left.abort();
    await running;
  }
}

/** How to run work that can be followed. */
interface RunOptions<P> extends CallOptions {
  onProgress?: Told<P>;
}

/** The options of a run, checked. */
export function checkedRun<P>(site: CallSite, options: RunOptions<P>): RunOptions<P> {
  try {
    checkOptions(options);
    const onProgress: unknown = options.onProgress ?? undefined;
    if (onProgress !== undefined && typeof onProgress !== 'function') {
      throw expected('onProgress', 'a function');
    }
    return options;
  } catch (thrown) {
    throw publicError(thrown, site);
  }
}
