/** What a signal ends. */
export type Abortable = { abort(): void };

/** What one signal ends: one listener for all, or Node warns of a leak from 11 on. */
class Watch {
  readonly #signal: AbortSignal;
  readonly #watched = new Set<Abortable>();

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  add(watched: Abortable): void {
    if (this.#watched.size === 0) this.#signal.addEventListener('abort', this.#abortAll);
    this.#watched.add(watched);
  }

  remove(watched: Abortable): void {
    this.#watched.delete(watched);
    if (this.#watched.size === 0) this.#signal.removeEventListener('abort', this.#abortAll);
  }

  readonly #abortAll = (): void => {
    for (const watched of this.#watched) watched.abort();
  };
}

const WATCHES = new WeakMap<AbortSignal, Watch>();

/** The watch over a signal. */
export function watch(signal: AbortSignal): Watch {
  const known = WATCHES.get(signal);
  if (known !== undefined) return known;
  const made = new Watch(signal);
  WATCHES.set(signal, made);
  return made;
}

/** What work comes to, or the reason of the signal if that comes first. */
export async function unlessAborted<T>(
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (signal === undefined) return await work();
  signal.throwIfAborted();
  let abort = () => undefined as unknown;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
  });
  const watched = { abort: () => void abort() };
  watch(signal).add(watched);
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    watch(signal).remove(watched);
  }
}
