import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Uploadcare } from 'uploadcare-sdk';
import { startEmulator } from 'uploadcare-sdk/testing';

export const folder = dirname(dirname(fileURLToPath(import.meta.url)));
export const root = process.env.UPLOADCARE_TEST_ROOT ?? dirname(folder);
export const fixtures = join(root, 'tests/fixtures/files');

/** The emulator's program: as told, else the one that cargo has built. */
export function program() {
  const { UPLOADCARE_EMULATOR_BIN: told, CARGO_TARGET_DIR } = process.env;
  if (told !== undefined) return told;
  const built = join(CARGO_TARGET_DIR ?? join(root, 'target'), 'debug/uploadcare-emulator');
  return existsSync(built) ? built : undefined;
}

/** Where the emulator is: the one that is told, shared with others, or one of this file's own. */
async function place() {
  const told = process.env.UPLOADCARE_EMULATOR;
  if (told !== undefined) {
    const { api_base, upload_base, cdn_base, control_base } = JSON.parse(told);
    return {
      apiBase: api_base,
      uploadBase: upload_base,
      cdnBase: cdn_base,
      controlBase: control_base,
    };
  }
  const binary = program();
  const emulator = await startEmulator(binary === undefined ? {} : { binary });
  after(() => emulator.stop());
  const { apiBase, uploadBase, cdnBase, controlBase } = emulator;
  return { apiBase, uploadBase, cdnBase, controlBase };
}

const { controlBase, ...bases } = await place();

export { bases };
export const origin = new URL(bases.apiBase).origin;

/** Asks the control API; `accepted` names statuses beside success that are right. */
export async function control(method, path, body, accepted = []) {
  const answer = await fetch(`${controlBase}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok && !accepted.includes(answer.status)) {
    throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  }
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
}

/** A project of its own for one test, with what the test needs of it. */
export class Project {
  constructor({ public_key, secret_key }) {
    this.publicKey = public_key;
    this.secretKey = secret_key;
  }

  /** `account`: the token of the one that it belongs to. */
  static async create(seed, account) {
    const project = new Project((await control('POST', 'projects', { account })).body);
    if (seed !== undefined) await project.seed(seed);
    return project;
  }

  /** Changes what the emulator does with the project. */
  async set(settings) {
    await control('PATCH', `projects/${this.publicKey}`, settings);
  }

  get settings() {
    const { publicKey, secretKey } = this;
    return { publicKey, secretKey, ...bases, maxRetries: 0 };
  }

  client(options = {}) {
    return new Uploadcare({ ...this.settings, ...options });
  }

  #control(method, what, body) {
    return control(method, `projects/${this.publicKey}/${what}`, body);
  }

  async seed(seed) {
    return (await this.#control('POST', 'files', seed)).body;
  }

  async fault(fault) {
    await this.#control('POST', 'faults', fault);
  }

  async clearFaults() {
    await this.#control('DELETE', 'faults');
  }

  async change(uuid, patch) {
    await this.#control('PATCH', `files/${uuid}`, patch);
  }

  async group(files) {
    await this.#control('POST', 'groups', { files });
  }

  /** The signature that the secret key makes. */
  sign({ stringToSign }) {
    return createHmac('sha1', this.secretKey).update(stringToSign).digest('hex');
  }

  /** A client that has a signer in the place of the secret key. */
  signedClient(signer, options = {}) {
    const { secretKey: _, ...settings } = this.settings;
    return new Uploadcare({ ...settings, signer, ...options });
  }

  async stats() {
    return (await this.#control('GET', 'stats')).body;
  }

  async requests() {
    const path = `requests?public_key=${this.publicKey}&settled=true`;
    return (await control('GET', path)).body.requests;
  }
}

/** The token of a new account. */
export async function createAccount() {
  return (await control('POST', 'accounts', {})).body.token;
}

/** Milliseconds that no test waits for: it aborts the request, or clears the faults. */
export const HELD_MS = 600_000;

/** Waits until a condition holds, and fails if it never does. */
export async function eventually(condition) {
  // A client gives up after 30 seconds by itself, which must not pass for what a test waits for.
  const deadline = Date.now() + 20_000;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`never true: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** What a call rejects with. */
export async function failure(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('it did not fail');
}

/** Runs a script in a process of its own, which is killed if it does not end in time. */
export function script(source, args = [], { flags = [], env = {} } = {}) {
  return spawn(process.execPath, [...flags, '--input-type=module', '-e', source, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
    timeout: 300_000,
    killSignal: 'SIGKILL',
  });
}

/** The end of a child process, with what it printed. */
export async function ended(child) {
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  const [code] = await once(child, 'close');
  return { code, output };
}

/** Keeps the thread that runs JavaScript busy, as heavy work would. */
export function block(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** Lets promises settle, but nothing come in from native calls. */
export async function microtasks(count = 20) {
  for (let task = 0; task < count; task += 1) await null;
}

/** Lets pass what is due: messages of native calls, if there are any. */
export async function turns(count = 20) {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
}

export async function collect(iterable, limit = Number.POSITIVE_INFINITY) {
  const items = [];
  if (limit === 0) return items;
  for await (const item of iterable) {
    items.push(item);
    if (items.length >= limit) break;
  }
  return items;
}
