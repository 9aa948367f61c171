import { inspect } from 'node:util';
import type { NativeClient } from '../native/generated/index.js';
import type { ClientOptions } from '../native/generated/models.js';
import { callNow } from './call.js';
import { type Callbacks, hostOf, type UploadCredentials } from './callbacks.js';
import { Jobs } from './generated/jobs.js';
import { changed, Derived, made } from './making.js';
import { Uploads } from './uploads.js';

/** Public key, settings and callbacks of a client for nothing but uploads. */
export interface UploadClientOptions
  extends ClientOptions,
    Omit<Callbacks, 'signer'>,
    UploadCredentials {
  /** Public key of the project. Else `UPLOADCARE_PUBLIC_KEY`. */
  publicKey?: string;
}

/**
 * A client for nothing but uploads: it has no secret key, not even one of the environment, and no
 * way to hold one. Where the project demands signed uploads, it sends an `uploadCredential` that
 * somebody else made.
 *
 * It holds no handle that would keep the process alive, and needs no closing.
 */
export class UploadClient {
  /** Public key of the project. */
  readonly publicKey: string;
  /** Base of the Upload API. */
  readonly uploadBase: string;
  /** Base of the CDN. */
  readonly cdnBase: string;
  /** Uploads to the project. */
  readonly uploads: Uploads;
  /** Jobs that were started before, here or elsewhere: those that fetch a file from a URL. */
  readonly jobs: Jobs;
  readonly #native: NativeClient;

  /**
   * Makes a client. What is not given is read from the environment, then falls back to the
   * default.
   *
   * @throws {ConfigurationError} Naming the setting that is missing or wrong.
   */
  constructor(options: UploadClientOptions = {}) {
    const native = made(UploadClient, options, 'uploads');
    this.#native = native;
    this.publicKey = native.publicKey;
    this.uploadBase = native.uploadBase;
    this.cdnBase = native.cdnBase;
    this.uploads = new Uploads(native);
    this.jobs = new Jobs(native);
  }

  /**
   * The same client with some settings changed: for one call or for many. It shares what that of
   * `Uploadcare` shares.
   *
   * @param options What to change; what is not given stays as it is.
   * @throws {ConfigurationError} Naming the setting that is wrong.
   */
  withOptions(options: ClientOptions): UploadClient {
    return callNow(this.withOptions, () => {
      const native = changed(this.#native, options);
      return new UploadClient(new Derived(native, hostOf(this.#native)) as object);
    });
  }

  /** What may be shown of a client: its public key and its bases. */
  toJSON(): { publicKey: string; uploadBase: string; cdnBase: string } {
    const { publicKey, uploadBase, cdnBase } = this;
    return { publicKey, uploadBase, cdnBase };
  }

  /** @internal */
  [inspect.custom](_depth: number, options: object): string {
    return `UploadClient ${inspect(this.toJSON(), options)}`;
  }
}
