import type { NativeClient } from '../native/generated/index.js';
import type { FileInfo, GetFileOptions, ListFilesOptions } from '../native/generated/models.js';
import { type CallOptions, call, callNow, checkOptions, checkText, checkWhole } from './call.js';
import { ItemList } from './list.js';
import { Walk } from './walk.js';

/** Files of the project (REST API: Files). */
export class Files {
  readonly #native: NativeClient;

  /** @internal */
  constructor(native: NativeClient) {
    this.#native = native;
  }

  /**
   * Lists files, one by one or page by page. Nothing is sent until the first is asked for.
   *
   * Reference: REST API, List of files.
   *
   * @param options Which files, in which order. `signal` ends the whole walk.
   * @throws {InvalidParameterError} At once, if an option is out of its range or the cursor is
   * unreadable.
   */
  list(options: ListFilesOptions & CallOptions = {}): ItemList<FileInfo> {
    return callNow(this.list, () => {
      checkOptions(options);
      checkWhole('limit', options.limit);
      const { prefetch, signal } = options;
      const beside = prefetch === undefined ? {} : { prefetch };
      const open = (cursor?: string) =>
        this.#native.filesList(cursor === undefined ? options : { ...beside, cursor });
      return new ItemList(new Walk<FileInfo>(open, signal));
    });
  }

  /**
   * Gets one file. A removed file is still found, with `datetimeRemoved` set.
   *
   * Reference: REST API, File info.
   *
   * @param uuid Identifier of the file.
   * @throws {InvalidParameterError} If it is no UUID; nothing is sent.
   * @throws {NotFoundError} If the project has no such file.
   */
  get(uuid: string, options: GetFileOptions & CallOptions = {}): Promise<FileInfo> {
    return call(this.get, options, async (cancel) => {
      checkText('uuid', uuid);
      return await this.#native.filesGet(uuid, options, cancel);
    });
  }
}
