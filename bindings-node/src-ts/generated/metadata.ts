// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import type { NativeClient } from '../../native/generated/index.js';
import { type CallOptions, call, checkText, parsed } from '../call.js';
import { type FileReference, fileText } from '../reference.js';

/**
 * Metadata of files: texts by key, set by the application (REST API: File metadata).
 *
 * A file has up to 50 keys of 1 to 64 characters `A-Z a-z 0-9 _ - . :`, with values of 1 to 512
 * characters.
 */
export class Metadata {
  readonly #native: NativeClient;

  /** @internal */
  constructor(native: NativeClient) {
    this.#native = native;
  }

  /**
   * Gets all metadata of a file.
   *
   * Reference: REST API, File's metadata.
   *
   * @param file The file.
   * @returns Values by key.
   * @throws {InvalidParameterError} If it is no file.
   * @throws {NotFoundError} If the project has no such file.
   */
  all(file: FileReference, options: CallOptions = {}): Promise<Record<string, string>> {
    return call(this.#native, this.all, options, async (cancel) => {
      const json = await this.#native.metadataAll(fileText('file', file), cancel);
      return parsed<Record<string, string>>(json);
    });
  }

  /**
   * Gets the value of one key.
   *
   * Reference: REST API, Metadata key's value.
   *
   * @param file The file.
   * @param key The key: 1 to 64 characters `A-Z a-z 0-9 _ - . :`.
   * @throws {InvalidParameterError} For what is no file or no key.
   * @throws {NotFoundError} If there is no such file or key.
   */
  get(file: FileReference, key: string, options: CallOptions = {}): Promise<string> {
    return call(this.#native, this.get, options, async (cancel) => {
      checkText('key', key);
      const json = await this.#native.metadataGet(fileText('file', file), key, cancel);
      return parsed<string>(json);
    });
  }

  /**
   * Sets the value of one key, new or old.
   *
   * Reference: REST API, Update metadata key's value.
   *
   * @param file The file.
   * @param key The key: 1 to 64 characters `A-Z a-z 0-9 _ - . :`.
   * @param value Its value: 1 to 512 characters.
   * @returns The value as it is kept.
   * @throws {InvalidParameterError} For what is no file, no key or no value.
   * @throws {NotFoundError} If the project has no such file.
   * @throws {RejectedError} If it would have more than 50 keys.
   */
  set(file: FileReference, key: string, value: string, options: CallOptions = {}): Promise<string> {
    return call(this.#native, this.set, options, async (cancel) => {
      checkText('key', key);
      checkText('value', value);
      const json = await this.#native.metadataSet(fileText('file', file), key, value, cancel);
      return parsed<string>(json);
    });
  }

  /**
   * Deletes one key with its value.
   *
   * Reference: REST API, Delete metadata key.
   *
   * @param file The file.
   * @param key The key: 1 to 64 characters `A-Z a-z 0-9 _ - . :`.
   * @throws {InvalidParameterError} For what is no file or no key.
   * @throws {NotFoundError} If there is no such file or key.
   */
  delete(file: FileReference, key: string, options: CallOptions = {}): Promise<void> {
    return call(this.#native, this.delete, options, async (cancel) => {
      checkText('key', key);
      await this.#native.metadataDelete(fileText('file', file), key, cancel);
    });
  }
}
