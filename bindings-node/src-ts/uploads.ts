import type { NativeClient } from '../native/generated/index.js';
import type { UploadedFile, UploadOptions } from '../native/generated/models.js';
import { type CallOptions, call, checkObjects, parsed } from './call.js';
import { InvalidParameterError } from './errors.js';

/** What can be uploaded: the path of a file, or its content (a `Buffer` is a `Uint8Array`). */
export type UploadSource = string | ArrayBufferView | ArrayBuffer;

/** Uploads to the project (Upload API). No secret key is needed. */
export class Uploads {
  readonly #native: NativeClient;

  /** @internal */
  constructor(native: NativeClient) {
    this.#native = native;
  }

  /**
   * Uploads one file of up to 104,857,600 bytes. A file is streamed, not held; content in memory
   * is copied when the call starts.
   *
   * Reference: Upload API, Upload files directly.
   *
   * @param source Path of a file, or its content.
   * @throws {SourceError} If the file cannot be read, is a folder or changes meanwhile.
   * @throws {InvalidParameterError} If it is too large or an option is out of its range; nothing
   * is sent.
   */
  upload(source: UploadSource, options: UploadOptions & CallOptions = {}): Promise<UploadedFile> {
    return call(this.#native, this.upload, options, async (cancel) => {
      checkObjects(options, ['metadata']);
      const json =
        typeof source === 'string'
          ? await this.#native.uploadPath(source, options, cancel)
          : await this.#native.uploadBytes(bytes(source), options, cancel);
      return parsed<UploadedFile>(json);
    });
  }
}

function bytes(source: unknown): Uint8Array {
  if (ArrayBuffer.isView(source)) {
    return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  }
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  throw new InvalidParameterError(
    '`source` must be the path of a file, or its content as a Uint8Array or an ArrayBuffer',
    { parameter: 'source' },
  );
}
