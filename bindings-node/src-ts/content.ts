import { Blob } from 'node:buffer';
import { fstatSync, readFileSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { isAnyArrayBuffer } from 'node:util/types';
import { release } from '../native/generated/index.js';
import { kindOf } from './callbacks.js';
import { SourceError } from './errors.js';
import { expected } from './failure.js';

/** Bytes in memory; a `Buffer` is a `Uint8Array`. */
export type Bytes = ArrayBufferView | ArrayBuffer;

/** A file on this machine by its path or `file:` URL, or content in memory. */
export type WholeSource = string | URL | Bytes;

/** What is needed of a `Blob`; a `File` has a name, too. */
interface BlobLike {
  readonly size: number;
  readonly type: string;
  slice(start?: number, end?: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** What is needed of the reader of a `ReadableStream`. */
interface WebReader {
  read(): Promise<{ done: boolean; value?: unknown }>;
  cancel(reason?: unknown): Promise<void>;
  releaseLock(): void;
}

/** What is needed of a `ReadableStream`, of Node or of another library. */
interface WebStream {
  getReader(): WebReader;
}

/**
 * What can be uploaded: a file by its path or `file:` URL; content in memory; a `Blob` or `File`; a
 * `FileHandle`, from its position to its end; a `Readable`, a `ReadableStream` or any iterable of
 * bytes; or a file of the project, which is looked up.
 */
export type UploadSource =
  | WholeSource
  | BlobLike
  | FileHandle
  | WebStream
  | AsyncIterable<Bytes>
  | (Iterable<Bytes> & object)
  | { readonly uuid: string };

/** What crosses at once. */
export type Whole =
  | { kind: 'path'; path: string }
  | { kind: 'bytes'; bytes: Uint8Array; memory: Bytes }
  | { kind: 'existing'; uuid: string };

/** What is read piece by piece. */
export interface Pieced {
  kind: 'pieces';
  pieces: Pieces;
  /** Reads it again from its start, if that can be done. */
  again?: () => Pieces;
  /** How many bytes there are, if that is known. */
  size: number | undefined;
  /** What it is called, and its MIME type, if it says so. */
  facts: { filename?: string; contentType?: string };
}

/** Content that is read piece by piece. */
export interface Pieces {
  /** The next bytes; undefined after the last ones. Those before are not used any more. */
  next(): Promise<Uint8Array | undefined>;
  /** Whether it can be read on after the upload has stopped. Else it is closed then. */
  readonly isLasting: boolean;
  /** Lets go of it before its end. What comes of that is nobody's business. */
  close(): Promise<void>;
}

/** The most bytes that cross at once. */
export const PIECE = 1 << 20;
const FILE_PIECE = 256 << 10;

const WANTED =
  'the path of a file, its content, a Blob, a FileHandle, a stream or iterable of bytes, or a file';

/** What is to be uploaded. */
export function contentOf(source: unknown): Whole | Pieced {
  const whole = wholeOf('source', source);
  if (whole !== undefined) return whole;
  if (typeof source !== 'object' || source === null) throw expected('source', WANTED);
  const has = source as Partial<Record<PropertyKey, unknown>>;
  const can = (name: PropertyKey) => typeof has[name] === 'function';
  if (typeof has['size'] === 'number' && can('slice') && can('arrayBuffer')) {
    return ofBlob(source as BlobLike);
  }
  if (can('getReader')) return ofStream(new WebPieces(source as WebStream));
  if (can(Symbol.asyncIterator)) return ofStream(new Iterated(source as AsyncIterable<unknown>));
  if (typeof has['fd'] === 'number' && can('read')) return ofHandle(source as FileHandle);
  if (typeof has['uuid'] === 'string') return { kind: 'existing', uuid: has['uuid'] };
  if (can(Symbol.iterator)) return ofStream(new Iterated(source as Iterable<unknown>));
  throw expected('source', WANTED);
}

/** A path or bytes; undefined for all else. */
export function wholeOf(name: string, source: unknown): Whole | undefined {
  if (typeof source === 'string') return { kind: 'path', path: source };
  const bytes = bytesOf(source);
  if (bytes !== undefined) return { kind: 'bytes', bytes, memory: source as Bytes };
  // Not `instanceof`: test runners have URLs of another realm.
  const { href, protocol } = (source ?? {}) as Partial<Record<string, unknown>>;
  if (typeof href !== 'string' || typeof protocol !== 'string') return undefined;
  if (protocol === 'file:') return { kind: 'path', path: fileURLToPath(href) };
  throw expected(name, 'a URL of a file (file:); to upload from another URL use `fromUrl`');
}

/** Bytes that are cut as the upload takes them, for a copy of them all could be large. */
export function ofMemory({ bytes, memory }: Whole & { kind: 'bytes' }): Pieced {
  const again = () => new MemoryPieces(bytes, memory);
  return { kind: 'pieces', pieces: again(), again, size: bytes.length, facts: {} };
}

export function bytesOf(value: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(value)) {
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  }
  return isAnyArrayBuffer(value) ? new Uint8Array(value) : undefined;
}

function ofStream(pieces: Pieces): Pieced {
  return { kind: 'pieces', pieces, size: undefined, facts: {} };
}

function ofBlob(blob: BlobLike): Pieced {
  const { name } = blob as { name?: unknown };
  const again = () => (blob instanceof Blob ? new BlobPieces(blob) : new ForeignBlobPieces(blob));
  return {
    kind: 'pieces',
    pieces: again(),
    again,
    size: blob.size,
    facts: {
      ...(typeof name === 'string' && name !== '' ? { filename: name } : {}),
      ...(typeof blob.type === 'string' && blob.type !== '' ? { contentType: blob.type } : {}),
    },
  };
}

function ofHandle(handle: FileHandle): Pieced {
  return { kind: 'pieces', pieces: new HandlePieces(handle), size: restOf(handle.fd), facts: {} };
}

/**
 * How many bytes a file has from its position on; undefined where that cannot be known: Node does
 * not tell the position of a file, and only Linux does.
 */
function restOf(fd: number): number | undefined {
  try {
    const facts = fstatSync(fd);
    if (!facts.isFile()) return undefined;
    const position = /^pos:\s*(\d+)$/m.exec(readFileSync(`/proc/self/fdinfo/${fd}`, 'latin1'));
    return position === null ? undefined : Math.max(0, facts.size - Number(position[1]));
  } catch {
    // If it is closed, reading it says so.
    return undefined;
  }
}

/** That memory of the caller's is not any more what it was. */
export function memoryGone(): SourceError {
  const message = 'the memory of the content was transferred or resized while it was uploaded';
  return new SourceError(message, { parameter: 'source' });
}

class MemoryPieces implements Pieces {
  readonly isLasting = true;
  readonly #bytes: Uint8Array;
  readonly #memory: Bytes;
  readonly #size: number;
  #from = 0;

  constructor(bytes: Uint8Array, memory: Bytes) {
    this.#bytes = bytes;
    this.#memory = memory;
    this.#size = bytes.length;
  }

  async next(): Promise<Uint8Array | undefined> {
    if (lengthNow(this.#memory) !== this.#size || this.#bytes.length !== this.#size) {
      throw memoryGone();
    }
    if (this.#from >= this.#size) return undefined;
    // An upload that has not begun takes two pieces at most: nothing is to be copied for it yet.
    const size = this.#from < 2 ? 1 : PIECE;
    const piece = this.#bytes.subarray(this.#from, this.#from + size);
    this.#from += piece.length;
    return piece;
  }

  async close(): Promise<void> {}
}

/** How many bytes memory has; a `DataView` of memory that is gone does not tell. */
function lengthNow(memory: Bytes): number {
  try {
    return memory.byteLength;
  } catch {
    return 0;
  }
}

/**
 * Read in slices: Node's stream of a `Blob` reads on without being asked. Their memory is freed
 * here, for garbage may pile up to many times of what an upload holds.
 */
class BlobPieces implements Pieces {
  readonly isLasting = true;
  readonly #blob: Blob;
  #from = 0;
  #reader: WebReader | undefined;
  #piece: Uint8Array | undefined;

  constructor(blob: Blob) {
    this.#blob = blob;
  }

  async next(): Promise<Uint8Array | undefined> {
    // `stream` copies what it gives, once; `arrayBuffer` leaves a second copy behind.
    if (this.#piece !== undefined) release(this.#piece.buffer as ArrayBuffer);
    this.#piece = undefined;
    while (this.#from < this.#blob.size) {
      const begin = this.#from;
      this.#reader ??= this.#blob
        .slice(begin, begin + PIECE)
        .stream()
        .getReader();
      const piece = await this.#read(this.#reader);
      if (piece !== undefined) return piece;
      this.#reader = undefined;
    }
    return undefined;
  }

  async #read(reader: WebReader): Promise<Uint8Array | undefined> {
    try {
      const { done, value } = await reader.read();
      if (done) return undefined;
      this.#piece = value as Uint8Array;
      this.#from += this.#piece.length;
      return this.#piece;
    } catch (thrown) {
      this.#reader = undefined;
      throw thrown;
    }
  }

  async close(): Promise<void> {}
}

/** A `Blob` of another library: whose memory it gives is not known. */
class ForeignBlobPieces implements Pieces {
  readonly isLasting = true;
  readonly #blob: BlobLike;
  #from = 0;

  constructor(blob: BlobLike) {
    this.#blob = blob;
  }

  async next(): Promise<Uint8Array | undefined> {
    if (this.#from >= this.#blob.size) return undefined;
    const end = Math.min(this.#from + PIECE, this.#blob.size);
    const bytes = new Uint8Array(await this.#blob.slice(this.#from, end).arrayBuffer());
    this.#from = end;
    return bytes;
  }

  async close(): Promise<void> {}
}

/** The handle stays open: it is the caller's. */
class HandlePieces implements Pieces {
  readonly isLasting = true;
  readonly #handle: FileHandle;
  #buffer: Uint8Array | undefined;

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  async next(): Promise<Uint8Array | undefined> {
    this.#buffer ??= new Uint8Array(FILE_PIECE);
    const { bytesRead } = await this.#handle.read(this.#buffer, 0, FILE_PIECE, null);
    return bytesRead === 0 ? undefined : this.#buffer.subarray(0, bytesRead);
  }

  async close(): Promise<void> {}
}

class Iterated implements Pieces {
  readonly isLasting = false;
  readonly #source: AsyncIterable<unknown> | Iterable<unknown>;
  #iterator: AsyncIterator<unknown> | Iterator<unknown> | undefined;
  #isReading = false;
  #isOver = false;
  #count = 0;

  constructor(source: AsyncIterable<unknown> | Iterable<unknown>) {
    this.#source = source;
  }

  async next(): Promise<Uint8Array | undefined> {
    this.#isReading = true;
    try {
      const { done, value } = await this.#step();
      this.#isOver = done === true;
      // As in a `for await` loop, an iterable may give promises.
      return done ? undefined : checked(await value, this.#count++);
    } finally {
      this.#isReading = false;
    }
  }

  async #step(): Promise<IteratorResult<unknown>> {
    try {
      this.#iterator ??= iterator(this.#source);
      return await this.#iterator.next();
    } catch (thrown) {
      this.#isOver = true;
      throw thrown;
    }
  }

  async close(): Promise<void> {
    if (this.#isOver) return;
    this.#isOver = true;
    const { next, destroy } = this.#source as { next?: unknown; destroy?: unknown };
    if (typeof next === 'function') this.#iterator ??= iterator(this.#source);
    const wasReading = this.#isReading;
    let closing: unknown;
    try {
      closing = this.#iterator?.return?.();
    } finally {
      // The iterator of a `Readable` does not do so while it waits for a piece.
      if (typeof destroy === 'function') destroy.call(this.#source);
    }
    // One that is at work ends when it gets so far, which may be never.
    if (wasReading) Promise.resolve(closing).catch(() => undefined);
    else await closing;
  }
}

function iterator(
  source: AsyncIterable<unknown> | Iterable<unknown>,
): AsyncIterator<unknown> | Iterator<unknown> {
  return Symbol.asyncIterator in source
    ? source[Symbol.asyncIterator]()
    : source[Symbol.iterator]();
}

class WebPieces implements Pieces {
  readonly isLasting = false;
  readonly #stream: WebStream;
  #reader: WebReader | undefined;
  #count = 0;

  constructor(stream: WebStream) {
    this.#stream = stream;
  }

  async next(): Promise<Uint8Array | undefined> {
    this.#reader ??= this.#stream.getReader();
    const { done, value } = await this.#reader.read();
    if (done) this.#reader.releaseLock();
    return done ? undefined : checked(value, this.#count++);
  }

  async close(): Promise<void> {
    this.#reader ??= this.#stream.getReader();
    await this.#reader.cancel();
    this.#reader.releaseLock();
  }
}

function checked(piece: unknown, index: number): Uint8Array {
  const bytes = bytesOf(piece);
  if (bytes === undefined) {
    throw expected('source', `pieces of bytes, and piece ${index} is ${kindOf(piece)}`);
  }
  return bytes;
}
