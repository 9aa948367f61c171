// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import type { NativeClient } from '../../native/generated/index.js';
import type { NewProjectSecret, ProjectSecret } from '../../native/generated/models.js';
import { type CallOptions, call, checkText, parsed } from '../call.js';

/** Secret keys of the projects of an account (Project API: Secrets). */
export class ProjectSecrets {
  readonly #native: NativeClient;

  /** @internal */
  constructor(native: NativeClient) {
    this.#native = native;
  }

  /**
   * Lists the secret keys of a project, without telling them.
   *
   * Reference: Project API, List secrets.
   *
   * @param publicKey Public key of the project.
   * @throws {InvalidParameterError} For what is no key.
   * @throws {NotFoundError} If there is no such project.
   * @throws {ForbiddenError} If it belongs to another account.
   */
  list(publicKey: string, options: CallOptions = {}): Promise<ProjectSecret[]> {
    return call(this.#native, this.list, options, async (cancel) => {
      checkText('publicKey', publicKey);
      const json = await this.#native.secretsList(publicKey, cancel);
      return parsed<ProjectSecret[]>(json);
    });
  }

  /**
   * Makes a secret key for a project. Keep it: the service tells it only now.
   *
   * Reference: Project API, Create secret.
   *
   * @param publicKey Public key of the project.
   * @throws {InvalidParameterError} For what is no key.
   * @throws {NotFoundError} If there is no such project.
   * @throws {ForbiddenError} If it belongs to another account.
   */
  create(publicKey: string, options: CallOptions = {}): Promise<NewProjectSecret> {
    return call(this.#native, this.create, options, async (cancel) => {
      checkText('publicKey', publicKey);
      const json = await this.#native.secretsCreate(publicKey, cancel);
      return parsed<NewProjectSecret>(json, ['secret']);
    });
  }

  /**
   * Deletes a secret key of a project: requests that are signed with it are refused.
   *
   * Reference: Project API, Delete secret.
   *
   * @param publicKey Public key of the project.
   * @param id Identifier of the secret key.
   * @throws {InvalidParameterError} For what is no key or identifier.
   * @throws {NotFoundError} If there is none such.
   * @throws {RejectedError} For the last one of a project that demands signed uploads.
   * @throws {ForbiddenError} If it belongs to another account.
   */
  delete(publicKey: string, id: string, options: CallOptions = {}): Promise<void> {
    return call(this.#native, this.delete, options, async (cancel) => {
      checkText('publicKey', publicKey);
      checkText('id', id);
      await this.#native.secretsDelete(publicKey, id, cancel);
    });
  }
}
