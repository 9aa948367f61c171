import { inspect } from 'node:util';
import { NativeClient } from '../native/generated/index.js';
import type { ClientOptions } from '../native/generated/models.js';
import { callNow, checkOptions, checkText, checkWholes } from './call.js';
import { Resources } from './generated/resources.js';
import { Uploads } from './uploads.js';

/** Keys and settings of a client. */
export interface UploadcareOptions extends ClientOptions {
  /** Public key of the project. Else `UPLOADCARE_PUBLIC_KEY`. */
  publicKey?: string;
  /** Secret key of the project. Else `UPLOADCARE_SECRET_KEY`. Uploads need none. */
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
  /** Uploads to the project. */
  readonly uploads: Uploads;

  /**
   * Makes a client. What is not given is read from the environment, then falls back to the
   * default.
   *
   * @throws {ConfigurationError} Naming the setting that is missing or wrong.
   */
  constructor(options: UploadcareOptions = {}) {
    const native = callNow(Uploadcare as unknown as () => void, () => {
      checkOptions(options);
      const { publicKey, secretKey } = options;
      if (publicKey !== undefined) checkText('publicKey', publicKey);
      if (secretKey !== undefined) checkText('secretKey', secretKey);
      checkWholes(options, ['maxRetries']);
      const runtime = `Node/${process.versions.node}`;
      return new NativeClient(publicKey, secretKey, options, runtime);
    });
    super(native);
    this.publicKey = native.publicKey;
    this.apiBase = native.apiBase;
    this.uploadBase = native.uploadBase;
    this.cdnBase = native.cdnBase;
    this.uploads = new Uploads(native);
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
