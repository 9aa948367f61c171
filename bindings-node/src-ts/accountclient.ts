import { inspect } from 'node:util';
import type { NativeClient } from '../native/generated/index.js';
import type { ClientOptions } from '../native/generated/models.js';
import { callNow } from './call.js';
import { type Callbacks, hostOf } from './callbacks.js';
import { AccountResources } from './generated/account.js';
import { changed, Derived, made } from './making.js';

/** Token, settings and callbacks of a client of an account. */
export interface AccountClientOptions extends ClientOptions, Omit<Callbacks, 'signer'> {
  /** Token of the account, which the support of Uploadcare has. Else `UPLOADCARE_ACCOUNT_TOKEN`. */
  token?: string | undefined;
}

/**
 * A client of an account: its projects, their secret keys and what they use (Project API). It has no
 * key of any project, not even of the environment.
 *
 * It holds no handle that would keep the process alive, and needs no closing.
 */
export class AccountClient extends AccountResources {
  /** Base of the API. */
  readonly apiBase: string;
  readonly #native: NativeClient;

  /**
   * Makes a client. What is not given is read from the environment, then falls back to the
   * default.
   *
   * @throws {ConfigurationError} Naming the setting that is missing or wrong.
   */
  constructor(options: AccountClientOptions = {}) {
    const native = made(AccountClient, options, 'account');
    super(native);
    this.#native = native;
    this.apiBase = native.apiBase;
  }

  /**
   * The same client with some settings changed: for one call or for many. It shares what that of
   * `Uploadcare` shares.
   *
   * @param options What to change; what is not given stays as it is.
   * @throws {ConfigurationError} Naming the setting that is wrong.
   */
  withOptions(options: ClientOptions): AccountClient {
    return callNow(this.withOptions, () => {
      const native = changed(this.#native, options);
      return new AccountClient(new Derived(native, hostOf(this.#native)) as object);
    });
  }

  /** What may be shown of a client: its base. */
  toJSON(): { apiBase: string } {
    const { apiBase } = this;
    return { apiBase };
  }

  /** @internal */
  [inspect.custom](_depth: number, options: object): string {
    return `AccountClient ${inspect(this.toJSON(), options)}`;
  }
}
