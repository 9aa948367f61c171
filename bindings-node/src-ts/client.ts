import { inspect } from 'node:util';
import type { NativeClient } from '../native/generated/index.js';
import type {
  ClientOptions,
  ExplainedRequest,
  ExplainOptions,
} from '../native/generated/models.js';
import { type CallOptions, callNow } from './call.js';
import { type Callbacks, type Host, hostOf, type UploadCredentials } from './callbacks.js';
import { explained } from './explain.js';
import { callSite } from './failure.js';
import { Resources } from './generated/resources.js';
import { changed, Derived, made } from './making.js';
import { UploadClient } from './uploadclient.js';

/** Keys, settings and callbacks of a client. */
export interface UploadcareOptions extends ClientOptions, Callbacks, UploadCredentials {
  /** Public key of the project. Else `UPLOADCARE_PUBLIC_KEY`. */
  publicKey?: string;
  /**
   * Secret key of the project. Else `UPLOADCARE_SECRET_KEY`, unless there is a signer. Uploads need
   * none.
   */
  secretKey?: string;
}

/**
 * A client of one project. Make one and share it: it keeps its connections.
 *
 * It holds no handle that would keep the process alive, and needs no closing.
 */
export class Uploadcare extends Resources {
  /** Public key of the project. */
  readonly publicKey: string;
  /** Base of the REST API. */
  readonly apiBase: string;
  /** Base of the Upload API. */
  readonly uploadBase: string;
  /** Base of the CDN. */
  readonly cdnBase: string;
  readonly #native: NativeClient;

  /**
   * Makes a client. What is not given is read from the environment, then falls back to the
   * default.
   *
   * @throws {ConfigurationError} Naming the setting that is missing or wrong.
   */
  constructor(options: UploadcareOptions = {}) {
    const native = made(Uploadcare, options, 'project');
    super(native);
    this.#native = native;
    this.publicKey = native.publicKey;
    this.apiBase = native.apiBase;
    this.uploadBase = native.uploadBase;
    this.cdnBase = native.cdnBase;
  }

  /**
   * The same client with some settings changed: for one call or for many.
   *
   * It shares keys, callbacks, connections and what was learnt of the limits of the service; not
   * the connections if `connectTimeout`, `proxy` or `rootCertificate` change, nor the limits if
   * `maxRate`, `maxConcurrency` or `maxRetryWait` do.
   *
   * @param options What to change; what is not given stays as it is.
   * @throws {ConfigurationError} Naming the setting that is wrong.
   */
  withOptions(options: ClientOptions): Uploadcare {
    return callNow(this.withOptions, () => {
      const native = changed(this.#native, options);
      return derived(native, hostOf(this.#native));
    });
  }

  /**
   * The part of this client that needs no secret key, as a client of its own. What it uploads is
   * signed as before only if this client has an `uploadCredential`.
   */
  uploadClient(): UploadClient {
    return callNow(this.uploadClient, () => {
      const part = new Derived(this.#native.forUploads(), hostOf(this.#native));
      return new UploadClient(part as object);
    });
  }

  /**
   * Shows the request that a call would send, signed and complete, without sending it. Of a call
   * that sends several it is the first; of a list, that for its first page.
   *
   * @param call Makes the call with the client that it is given.
   * @param options `redact` leaves out what is secret; `signal` ends it.
   * @throws {InvalidParameterError} If the call sends nothing.
   * @throws {UploadcareError} That of the call, if it fails before it would send anything.
   */
  explain(
    call: (client: Uploadcare) => unknown,
    options: ExplainOptions & CallOptions = {},
  ): Promise<ExplainedRequest> {
    return explained(this.#native, callSite(this.explain), call, options, derived);
  }

  /** What may be shown of a client: its public key and its bases. */
  toJSON(): { publicKey: string; apiBase: string; uploadBase: string; cdnBase: string } {
    const { publicKey, apiBase, uploadBase, cdnBase } = this;
    return { publicKey, apiBase, uploadBase, cdnBase };
  }

  /** @internal */
  [inspect.custom](_depth: number, options: object): string {
    return `Uploadcare ${inspect(this.toJSON(), options)}`;
  }
}

function derived(native: NativeClient, host: Host | undefined): Uploadcare {
  return new Uploadcare(new Derived(native, host) as object);
}
