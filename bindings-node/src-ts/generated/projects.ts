// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import type { NativeClient } from '../../native/generated/index.js';
import type {
  AccountProject,
  CreateProjectOptions,
  ListProjectsOptions,
  UpdateProjectOptions,
} from '../../native/generated/models.js';
import { type CallOptions, call, checkObjects, checkText, checkWholes, parsed } from '../call.js';

/** Projects of the account (Project API: Projects). */
export class Projects {
  readonly #native: NativeClient;

  /** @internal */
  constructor(native: NativeClient) {
    this.#native = native;
  }

  /**
   * Lists all projects of the account, in one list.
   *
   * Reference: Project API, List projects.
   *
   * @param options How it is fetched.
   * @throws {InvalidParameterError} For a limit out of its range.
   * @throws {AuthenticationError} For a wrong token.
   */
  list(options: ListProjectsOptions & CallOptions = {}): Promise<AccountProject[]> {
    return call(this.#native, this.list, options, async (cancel) => {
      checkWholes(options, ['limit']);
      const json = await this.#native.projectsList(options, cancel);
      return parsed<AccountProject[]>(json);
    });
  }

  /**
   * Makes a project.
   *
   * Reference: Project API, Create project.
   *
   * @param name Its name: 1 to 255 characters.
   * @param options What it is like.
   * @throws {InvalidParameterError} For a bad name or feature.
   * @throws {RejectedError} For what the service does not take.
   */
  create(name: string, options: CreateProjectOptions & CallOptions = {}): Promise<AccountProject> {
    return call(this.#native, this.create, options, async (cancel) => {
      checkText('name', name);
      checkObjects(options, ['features']);
      checkWholes(options, [
        'features.teamSize',
        'features.filesizeLimit',
        'features.imageResolutionLimit',
      ]);
      const json = await this.#native.projectsCreate(name, options, cancel);
      return parsed<AccountProject>(json);
    });
  }

  /**
   * Gets one project.
   *
   * Reference: Project API, Get project.
   *
   * @param publicKey Public key of the project.
   * @throws {InvalidParameterError} For what is no key.
   * @throws {NotFoundError} If there is no such project.
   * @throws {ForbiddenError} If it belongs to another account.
   */
  get(publicKey: string, options: CallOptions = {}): Promise<AccountProject> {
    return call(this.#native, this.get, options, async (cancel) => {
      checkText('publicKey', publicKey);
      const json = await this.#native.projectsGet(publicKey, cancel);
      return parsed<AccountProject>(json);
    });
  }

  /**
   * Changes a project.
   *
   * Reference: Project API, Update project.
   *
   * @param publicKey Public key of the project.
   * @param options What to change.
   * @throws {InvalidParameterError} For what is no key, or a bad name or feature.
   * @throws {NotFoundError} If there is no such project.
   * @throws {ForbiddenError} If it belongs to another account.
   */
  update(
    publicKey: string,
    options: UpdateProjectOptions & CallOptions = {},
  ): Promise<AccountProject> {
    return call(this.#native, this.update, options, async (cancel) => {
      checkText('publicKey', publicKey);
      checkObjects(options, ['features']);
      checkWholes(options, [
        'features.teamSize',
        'features.filesizeLimit',
        'features.imageResolutionLimit',
      ]);
      const json = await this.#native.projectsUpdate(publicKey, options, cancel);
      return parsed<AccountProject>(json);
    });
  }

  /**
   * Deletes a project. Its files are no longer delivered.
   *
   * Reference: Project API, Delete project.
   *
   * @param publicKey Public key of the project.
   * @throws {InvalidParameterError} For what is no key.
   * @throws {NotFoundError} If there is no such project.
   * @throws {ForbiddenError} If it belongs to another account.
   */
  delete(publicKey: string, options: CallOptions = {}): Promise<void> {
    return call(this.#native, this.delete, options, async (cancel) => {
      checkText('publicKey', publicKey);
      await this.#native.projectsDelete(publicKey, cancel);
    });
  }
}
