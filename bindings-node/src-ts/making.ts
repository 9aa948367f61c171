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
}

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
  isForUploads: boolean,
): NativeClient {
  if (options instanceof Derived) return options.native;
  return callNow(Class as unknown as () => void, () => {
    checkOptions(options);
    if (isForUploads) refuse(options, ['secretKey', 'signer'], 'nothing: it is for uploads only');
    const { publicKey, secretKey } = options;
    if (publicKey !== undefined) checkText('publicKey', publicKey);
    if (secretKey !== undefined) checkText('secretKey', secretKey);
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
      isForUploads,
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
  const own = ['publicKey', 'secretKey', 'uploadCredential', 'signer', 'onEvent'] as const;
  refuse(options, own, 'nothing: it needs a client of its own');
  return native.withOptions(options);
}

function refuse(options: AllOptions, names: ReadonlyArray<keyof AllOptions>, what: string): void {
  for (const name of names) if (options[name] !== undefined) throw expected(name, what);
}
