// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import type { NativeClient } from '../../native/generated/index.js';
import type {
  BatchOptions,
  BatchResult,
  GroupInfo,
  ListGroupsOptions,
} from '../../native/generated/models.js';
import { type CallOptions, call, callNow, checkOptions, checkWholes, parsed } from '../call.js';
import { type ItemList, openList } from '../list.js';
import { type GroupReference, groupText } from '../reference.js';

/** Groups of files (REST API: Groups). */
export class Groups {
  readonly #native: NativeClient;

  /** @internal */
  constructor(native: NativeClient) {
    this.#native = native;
  }

  /**
   * Lists groups, one by one or page by page. Nothing is sent until the first is asked for.
   *
   * Reference: REST API, List of groups.
   *
   * @param options Which groups, in which order. `signal` ends the whole walk.
   * @throws {InvalidParameterError} For an option out of its range or an unreadable cursor.
   */
  list(options: ListGroupsOptions & CallOptions = {}): ItemList<GroupInfo> {
    return callNow(this.list, () => {
      checkOptions(options);
      checkWholes(options, ['limit', 'concurrency']);
      return openList<GroupInfo>(this.#native, options, (given) => this.#native.groupsList(given));
    });
  }

  /**
   * Gets one group with its files; null stands for a file that has been removed.
   *
   * Reference: REST API, Group info.
   *
   * @param group The group.
   * @throws {InvalidParameterError} If it is no group.
   * @throws {NotFoundError} If the project has no such group.
   */
  get(group: GroupReference, options: CallOptions = {}): Promise<GroupInfo> {
    return call(this.#native, this.get, options, async (cancel) => {
      const json = await this.#native.groupsGet(groupText('group', group), cancel);
      return parsed<GroupInfo>(json);
    });
  }

  /**
   * Deletes a group. Its files stay.
   *
   * Reference: REST API, Delete group.
   *
   * @param group The group.
   * @throws {InvalidParameterError} If it is no group.
   * @throws {NotFoundError} If the project has no such group.
   */
  delete(group: GroupReference, options: CallOptions = {}): Promise<void> {
    return call(this.#native, this.delete, options, async (cancel) => {
      await this.#native.groupsDelete(groupText('group', group), cancel);
    });
  }

  /**
   * Deletes the files of a group for good, then the group.
   *
   * If a request for the files fails the group stays, so that the rest can be found and tried
   * again: it is gone when the result has neither `failures` nor `notTried`.
   *
   * Reference: REST API, Batch file delete; Delete group.
   *
   * @param group The group.
   * @param options How to go about it.
   * @returns Every file deleted and every problem, in the order of the group.
   * @throws {InvalidParameterError} For what is no group or an option out of its range.
   * @throws {NotFoundError} If the project has no such group.
   */
  deleteWithFiles(
    group: GroupReference,
    options: BatchOptions & CallOptions = {},
  ): Promise<BatchResult> {
    return call(this.#native, this.deleteWithFiles, options, async (cancel) => {
      checkWholes(options, ['concurrency']);
      const json = await this.#native.groupsDeleteWithFiles(
        groupText('group', group),
        options,
        cancel,
      );
      return parsed<BatchResult>(json);
    });
  }
}
