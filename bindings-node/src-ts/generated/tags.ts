// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import type { NativeClient } from '../../native/generated/index.js';
import type { TagsChange, UpdateTagsOptions } from '../../native/generated/models.js';
import { type CallOptions, call, parsed } from '../call.js';
import { type FileReference, fileText, texts } from '../reference.js';

/**
 * Tags of files (REST API: File tags).
 *
 * Tags are kept in small letters, trimmed, each once, in the order given: up to 50 of 1 to 100
 * characters `A-Z a-z 0-9 - _ .` per file.
 */
export class Tags {
  readonly #native: NativeClient;

  /** @internal */
  constructor(native: NativeClient) {
    this.#native = native;
  }

  /**
   * Gets the tags of a file.
   *
   * Reference: REST API, File tags.
   *
   * @param file The file.
   * @throws {InvalidParameterError} If it is no file.
   * @throws {NotFoundError} If the project has no such file or it is removed.
   */
  get(file: FileReference, options: CallOptions = {}): Promise<string[]> {
    return call(this.#native, this.get, options, async (cancel) => {
      const json = await this.#native.tagsGet(fileText('file', file), cancel);
      return parsed<string[]>(json);
    });
  }

  /**
   * Gives a file these tags in place of those it has. No tags at all clear them.
   *
   * Reference: REST API, File tags.
   *
   * @param file The file.
   * @param tags At most 50 tags of 1 to 100 characters `A-Z a-z 0-9 - _ .`, after empty and
   * repeated ones are dropped.
   * @returns All tags of the file now, and what has changed.
   * @throws {InvalidParameterError} For what is no file and for tags that the service would refuse.
   * @throws {NotFoundError} If the project has no such file or it is removed.
   */
  replace(
    file: FileReference,
    tags: Iterable<string> & object,
    options: CallOptions = {},
  ): Promise<TagsChange> {
    return call(this.#native, this.replace, options, async (cancel) => {
      const json = await this.#native.tagsReplace(
        fileText('file', file),
        texts('tags', tags),
        cancel,
      );
      return parsed<TagsChange>(json);
    });
  }

  /**
   * Deletes some tags from a file and adds others.
   *
   * Reference: REST API, File tags.
   *
   * @param file The file.
   * @param options Which tags.
   * @returns All tags of the file now, and what has changed.
   * @throws {InvalidParameterError} For what is no file and for tags that the service would refuse.
   * @throws {NotFoundError} If the project has no such file or it is removed.
   * @throws {RejectedError} If the file would have more than 50.
   */
  update(file: FileReference, options: UpdateTagsOptions & CallOptions = {}): Promise<TagsChange> {
    return call(this.#native, this.update, options, async (cancel) => {
      const json = await this.#native.tagsUpdate(fileText('file', file), options, cancel);
      return parsed<TagsChange>(json);
    });
  }
}
