import { NativeClient } from '../native/generated/index.js';
import type { ClientOptions } from '../native/generated/models.js';
import { callNow, checkOptions, checkText, checkWholes } from './call.js';
import {
  type Callbacks,
  callbacksIn,
  credentialIn,
  hasCallbacks,
  type Host,
  setHost,
  type UploadCredentials,
} from './callbacks.js';
import { expected } from './failure.js';

/** All that a client can be made from. */
export interface AllOptions extends ClientOptions, Callbacks, UploadCredentials {
  publicKey?: string;
  secretKey?: string;
  /** Of an account. */
  token?: string | undefined;
}

/** What a client is for, and what it cannot be made from. */
const PURPOSES = {
  project: { unfit: ['token'], why: 'nothing: it is for an `AccountClient`' },
  uploads: { unfit: ['secretKey', 'signer', 'token'], why: 'nothing: it is for uploads only' },
  account: {
    unfit: ['publicKey', 'secretKey', 'signer', 'uploadCredential'],
    why: 'nothing: it is for an account, not for a project',
  },
} as const;

/** Stands in for options where a client is made from another one. */
export class Derived {
  readonly native: NativeClient;

  constructor(native: NativeClient, host: Host | undefined) {
    this.native = native;
    setHost(native, host);
  }
}

const WHOLES = ['maxRetries', 'maxConcurrency'];

/** The native client for a public one. */
export function made(
  Class: abstract new (...args: never[]) => unknown,
  options: AllOptions | Derived,
  purpose: keyof typeof PURPOSES,
): NativeClient {
  if (options instanceof Derived) return options.native;
  return callNow(Class as unknown as () => void, () => {
    checkOptions(options);
    refuse(options, PURPOSES[purpose].unfit, PURPOSES[purpose].why);
    const { publicKey, secretKey, token } = options;
    for (const [name, value] of Object.entries({ publicKey, secretKey, token })) {
      if (value !== undefined) checkText(name, value);
    }
    checkWholes(options, WHOLES);
    const { text, credentials } = credentialIn(options);
    const host: Host = { ...callbacksIn(options), credentials };
    const settings = {
      ...(publicKey === undefined ? {} : { publicKey }),
      ...(secretKey === undefined ? {} : { secretKey }),
      ...(text === undefined ? {} : { uploadCredential: text }),
      runtime: `Node/${process.versions.node}`,
      hasSigner: host.signer !== undefined,
      hasCredentials: credentials !== undefined,
      hasListener: host.onEvent !== undefined,
      isForUploads: purpose === 'uploads',
      isForAccount: purpose === 'account',
      ...(token === undefined ? {} : { accountToken: token }),
    };
    const native = new NativeClient(settings, options);
    if (hasCallbacks(host)) setHost(native, host);
    return native;
  });
}

/** The native client with some settings changed. */
export function changed(native: NativeClient, options: ClientOptions): NativeClient {
  checkOptions(options);
  checkWholes(options, WHOLES);
  const own = ['publicKey', 'secretKey', 'token', 'uploadCredential', 'signer', 'onEvent'] as const;
  refuse(options, own, 'nothing: it needs a client of its own');
  return native.withOptions(options);
}

function refuse(options: AllOptions, names: ReadonlyArray<keyof AllOptions>, what: string): void {
  for (const name of names) if (options[name] !== undefined) throw expected(name, what);
}
