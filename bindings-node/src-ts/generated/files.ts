// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import type { NativeClient } from '../../native/generated/index.js';
import type {
  BatchOptions,
  BatchResult,
  CopyLocalOptions,
  CopyRemoteOptions,
  FileInfo,
  GetFileOptions,
  ListFilesOptions,
  RemoteCopy,
  SearchOptions,
} from '../../native/generated/models.js';
import {
  type CallOptions,
  call,
  callNow,
  checkObjects,
  checkOptions,
  checkText,
  checkWholes,
  parsed,
} from '../call.js';
import { type ItemList, openList } from '../list.js';
import { type FileReference, fileText, fileTexts } from '../reference.js';

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
   * @throws {InvalidParameterError} For an option out of its range or an unreadable cursor.
   */
  list(options: ListFilesOptions & CallOptions = {}): ItemList<FileInfo> {
    return callNow(this.list, () => {
      checkOptions(options);
      checkWholes(options, ['limit', 'concurrency']);
      return openList<FileInfo>(this.#native, options, (given) => this.#native.filesList(given));
    });
  }

  /**
   * Finds files by their names, types, metadata, tags, sizes and dates, one by one or page by page.
   * Nothing is sent until the first is asked for.
   *
   * New files are found after some seconds. Without `sort` the best matches come first, and pages
   * may overlap: give a `sort` to walk through many.
   *
   * Reference: REST API, File search.
   *
   * @param options What to find; at least one condition. `signal` ends the whole walk.
   * @throws {InvalidParameterError} For an option out of its range, or without any condition.
   * @throws {SearchWindowError} On the way past the first 999 results, which is as far as the
   * service goes.
   * @throws {RejectedError} With `fieldErrors` for what the service refuses.
   */
  search(options: SearchOptions & CallOptions = {}): ItemList<FileInfo> {
    return callNow(this.search, () => {
      checkOptions(options);
      checkObjects(options, [
        'phrase',
        'exact',
        'exact.metadata',
        'datetimeUploaded',
        'size',
        'tags',
      ]);
      checkWholes(options, ['size.gt', 'size.gte', 'size.lt', 'size.lte', 'limit', 'offset']);
      return openList<FileInfo>(this.#native, options, (given) => this.#native.filesSearch(given));
    });
  }

  /**
   * Gets one file. A removed file is still found, with `datetimeRemoved` set.
   *
   * Reference: REST API, File info.
   *
   * @param file The file.
   * @param options What to fetch of it.
   * @throws {InvalidParameterError} If it is no file.
   * @throws {NotFoundError} If the project has no such file.
   */
  get(file: FileReference, options: GetFileOptions & CallOptions = {}): Promise<FileInfo> {
    return call(this.#native, this.get, options, async (cancel) => {
      const json = await this.#native.filesGet(fileText('file', file), options, cancel);
      return parsed<FileInfo>(json);
    });
  }

  /**
   * Stores one file, so that it is kept. A temporary file is removed after 24 hours.
   *
   * Reference: REST API, Store file.
   *
   * @param file The file.
   * @throws {InvalidParameterError} If it is no file.
   * @throws {NotFoundError} If the project has no such file.
   */
  store(file: FileReference, options: CallOptions = {}): Promise<FileInfo> {
    return call(this.#native, this.store, options, async (cancel) => {
      const json = await this.#native.filesStore(fileText('file', file), cancel);
      return parsed<FileInfo>(json);
    });
  }

  /**
   * Deletes one file for good. Copies in the caches of the CDN stay a while.
   *
   * Reference: REST API, Delete file.
   *
   * @param file The file.
   * @returns The file with `datetimeRemoved` set.
   * @throws {InvalidParameterError} If it is no file.
   * @throws {NotFoundError} If the project has no such file.
   */
  delete(file: FileReference, options: CallOptions = {}): Promise<FileInfo> {
    return call(this.#native, this.delete, options, async (cancel) => {
      const json = await this.#native.filesDelete(fileText('file', file), cancel);
      return parsed<FileInfo>(json);
    });
  }

  /**
   * Stores any number of files, 100 per request, several requests at a time.
   *
   * A failed request costs nothing of the others: what it was about comes back in the result.
   *
   * Reference: REST API, Batch file storing.
   *
   * @param files The files. None are no error: nothing is sent then.
   * @param options How to go about it.
   * @returns Every file stored and every problem, each in the order given.
   * @throws {InvalidParameterError} For an option out of its range.
   * @throws {UploadcareError} If all requests fail, the error of the first.
   */
  storeMany(
    files: Iterable<FileReference> & object,
    options: BatchOptions & CallOptions = {},
  ): Promise<BatchResult> {
    return call(this.#native, this.storeMany, options, async (cancel) => {
      checkWholes(options, ['concurrency']);
      const json = await this.#native.filesStoreMany(fileTexts('files', files), options, cancel);
      return parsed<BatchResult>(json);
    });
  }

  /**
   * Deletes any number of files for good, 100 per request, several requests at a time.
   *
   * A failed request costs nothing of the others: what it was about comes back in the result.
   *
   * Reference: REST API, Batch file delete.
   *
   * @param files The files. None are no error: nothing is sent then.
   * @param options How to go about it.
   * @returns Every file deleted and every problem, each in the order given.
   * @throws {InvalidParameterError} For an option out of its range.
   * @throws {UploadcareError} If all requests fail, the error of the first.
   */
  deleteMany(
    files: Iterable<FileReference> & object,
    options: BatchOptions & CallOptions = {},
  ): Promise<BatchResult> {
    return call(this.#native, this.deleteMany, options, async (cancel) => {
      checkWholes(options, ['concurrency']);
      const json = await this.#native.filesDeleteMany(fileTexts('files', files), options, cancel);
      return parsed<BatchResult>(json);
    });
  }

  /**
   * Copies a file within the project, with the transformations of its URL if it has any.
   *
   * The service answers before the copy is made: until then it has the size 0 and no `contentInfo`.
   * Set `wait` to get it settled. Up to 5 GB, with transformations 100 MB.
   *
   * Reference: REST API, Copy file to local storage.
   *
   * @param file The file, or its CDN URL with transformations.
   * @param options Whether to store the copy, its metadata, and whether to wait.
   * @returns The copy.
   * @throws {InvalidParameterError} For what is no file or an option out of its range.
   * @throws {RejectedError} For a file that cannot be copied.
   * @throws {WaitTimeoutError} If the copy has not settled in time.
   */
  copyLocal(file: FileReference, options: CopyLocalOptions & CallOptions = {}): Promise<FileInfo> {
    return call(this.#native, this.copyLocal, options, async (cancel) => {
      checkObjects(options, ['metadata']);
      const json = await this.#native.filesCopyLocal(fileText('file', file), options, cancel);
      return parsed<FileInfo>(json);
    });
  }

  /**
   * Copies a file, with the transformations of its URL if it has any, to a storage of your own that
   * is connected to the project. Up to 5 GB.
   *
   * Reference: REST API, Copy file to remote storage.
   *
   * @param file The file, or its CDN URL with transformations.
   * @param target Name of the storage, as the project has it.
   * @param options Name and visibility of the copy.
   * @returns Where the copy is, and whether it was there already.
   * @throws {InvalidParameterError} For what is no file or an empty name.
   * @throws {RejectedError} For an unknown storage or a bad pattern.
   */
  copyRemote(
    file: FileReference,
    target: string,
    options: CopyRemoteOptions & CallOptions = {},
  ): Promise<RemoteCopy> {
    return call(this.#native, this.copyRemote, options, async (cancel) => {
      checkText('target', target);
      const json = await this.#native.filesCopyRemote(
        fileText('file', file),
        target,
        options,
        cancel,
      );
      return parsed<RemoteCopy>(json);
    });
  }
}
