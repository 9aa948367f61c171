import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { AccountClient, type AccountClientOptions } from './accountclient.js';
import { Uploadcare, type UploadcareOptions } from './client.js';
import { type Fault, faultText, type RateLimit, rateText } from './troubles.js';

export type { Fault, FaultResponse, RateLimit } from './troubles.js';

/** Keys of a project of the emulator. */
export interface EmulatorProject {
  /** Public key of the project. */
  publicKey: string;
  /** Secret key of the project. */
  secretKey: string;
}

/** An account of the emulator. */
export interface EmulatorAccount {
  /** Its token. */
  token: string;
}

/** What a project of the emulator is made with. */
export interface EmulatorProjectOptions {
  /** The account that it belongs to. Default: none that anybody knows of. */
  account?: EmulatorAccount | undefined;
}

/** How to start an emulator. */
export interface EmulatorOptions {
  /**
   * Path of the program `uploadcare-emulator`. Else `UPLOADCARE_EMULATOR_BIN`, else the one on
   * the `PATH`.
   */
  binary?: string;
  /** Faults for the requests of every project, also of those added later; each counts for itself. */
  faults?: Iterable<Fault>;
  /** Limits the requests of every project, each for itself. */
  rateLimit?: RateLimit;
  /** Seconds that the clock of the service is ahead, or behind if negative. Default 0. */
  clockOffset?: number;
}

/** How long an emulator may take, in milliseconds. */
const TO_START = 30_000;
const TO_STOP = 5_000;

type Child = ChildProcessByStdio<Writable, Readable, null>;

interface Ready {
  api_base: string;
  upload_base: string;
  cdn_base: string;
  control_base: string;
  projects: WireProject[];
}

interface WireProject {
  public_key: string;
  secret_key: string;
}

/**
 * Starts a local emulator of the service, on a free port, with a demo project.
 *
 * It ends with `stop()`, with `await using`, and with this process at the latest. It does not
 * keep this process alive.
 *
 * @throws {Error} If the program is not found or is not ready within 30 seconds.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const binary =
    options.binary ?? (process.env['UPLOADCARE_EMULATOR_BIN'] || 'uploadcare-emulator');
  const child = spawn(binary, programArguments(options), {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  // A program that has ended reads no more; its `exit` says so.
  child.stdin.on('error', () => undefined);
  try {
    const emulator = introduced(child, await firstLine(child, binary), binary);
    child.unref();
    // Child pipes are sockets, whatever their declared type.
    (child.stdin as Socket).unref();
    (child.stdout as Socket).unref();
    return emulator;
  } catch (error) {
    child.kill('SIGKILL');
    // What it has started may hold its end open.
    child.stdout.destroy();
    throw error;
  }
}

function programArguments({ faults = [], rateLimit, clockOffset }: EmulatorOptions): string[] {
  const given = ['--port', '0', '--until-stdin-closes'];
  for (const fault of faults) given.push('--fault', faultText(fault));
  if (rateLimit !== undefined) given.push('--rate-limit', rateText(rateLimit));
  if (clockOffset !== undefined) given.push('--clock-offset', String(clockOffset));
  return given;
}

async function firstLine(child: Child, binary: string): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<string>((resolve, reject) => {
      createInterface(child.stdout).once('line', resolve);
      child.once('error', (cause) => {
        const hint = 'give its path as `binary` or in UPLOADCARE_EMULATOR_BIN';
        reject(new Error(`cannot start the emulator ${binary}: ${hint}`, { cause }));
      });
      child.once('exit', (code, signal) => {
        reject(new Error(`the emulator ${binary} ended before it was ready: ${signal ?? code}`));
      });
      timer = setTimeout(() => {
        const limit = `${TO_START / 1000} seconds`;
        reject(new Error(`the emulator ${binary} was not ready within ${limit}`));
      }, TO_START);
    });
  } finally {
    clearTimeout(timer);
  }
}

function introduced(child: Child, line: string, binary: string): Emulator {
  try {
    return new Emulator(child, JSON.parse(line) as Ready);
  } catch (cause) {
    throw new Error(`${binary} is no emulator: its first line is ${line}`, { cause });
  }
}

/** A running emulator of the service. */
export class Emulator {
  /** Base of the REST API. */
  readonly apiBase: string;
  /** Base of the Upload API. */
  readonly uploadBase: string;
  /** Base of the CDN. */
  readonly cdnBase: string;
  /** Base of the control API, by which tests arrange and observe. */
  readonly controlBase: string;
  /** The projects it began with. The first has the keys `demopublickey` and `demosecretkey`. */
  readonly projects: readonly EmulatorProject[];
  readonly #child: Child;

  /** @internal */
  constructor(child: Child, ready: Ready) {
    this.#child = child;
    this.apiBase = ready.api_base;
    this.uploadBase = ready.upload_base;
    this.cdnBase = ready.cdn_base;
    this.controlBase = ready.control_base;
    this.projects = ready.projects.map(project);
  }

  /** A client of the first project, or of the project whose keys are given. */
  client(options: UploadcareOptions = {}): Uploadcare {
    const { apiBase, uploadBase, cdnBase } = this;
    return new Uploadcare({ ...this.projects[0], apiBase, uploadBase, cdnBase, ...options });
  }

  /** Adds an empty project, apart from all others, with fresh keys. */
  async createProject({ account }: EmulatorProjectOptions = {}): Promise<EmulatorProject> {
    const body = { account: account?.token };
    return project(await this.control<WireProject>('POST', 'projects', body));
  }

  /** Adds an account without projects, whose token is fresh. */
  async createAccount(): Promise<EmulatorAccount> {
    return await this.control<EmulatorAccount>('POST', 'accounts', {});
  }

  /** A client of an account. */
  accountClient(account: EmulatorAccount, options: AccountClientOptions = {}): AccountClient {
    return new AccountClient({ token: account.token, apiBase: this.apiBase, ...options });
  }

  /** Adds a fault to the first project, or to the project given, after those it has. */
  async addFault(fault: Fault, project?: EmulatorProject): Promise<void> {
    await this.#of(project, 'POST', 'faults', faultText(fault));
  }

  /**
   * Removes all faults of the first project, or of the project given. Requests that one of them
   * delays go on.
   */
  async clearFaults(project?: EmulatorProject): Promise<void> {
    await this.#of(project, 'DELETE', 'faults');
  }

  /**
   * Limits the rate of requests to the first project, or to the project given: more are refused
   * with status 429. `null` takes the limit away.
   */
  async limitRate(limit: RateLimit | null, project?: EmulatorProject): Promise<void> {
    if (limit === null) return await this.#of(project, 'DELETE', 'rate_limit');
    const { perSecond, burst } = limit;
    await this.#of(project, 'POST', 'rate_limit', { per_second: perSecond, burst });
  }

  /**
   * Sets the clock of the service ahead by so many seconds, or back if negative. For a project that
   * is given, it is only the clock by which the dates of its requests are checked.
   */
  async skewClock(seconds: number, project?: EmulatorProject): Promise<void> {
    const public_key = project?.publicKey;
    await this.control('POST', 'clock', { offset_seconds: seconds, public_key });
  }

  /**
   * Signs for the first project, or for the project given, as the backend of an application would
   * for a client that has a `signer` and no secret key.
   */
  async sign(stringToSign: string, project?: EmulatorProject): Promise<string> {
    const body = { string_to_sign: stringToSign };
    return (await this.#of<{ signature: string }>(project, 'POST', 'sign', body)).signature;
  }

  /**
   * Calls the control API.
   *
   * @param path Path below `controlBase`, with its query.
   * @param body Is sent as JSON; a string is JSON already.
   * @returns The decoded answer; undefined for an empty one.
   * @throws {Error} If the answer is no success.
   */
  async control<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${this.controlBase}${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`the emulator answered ${answer.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  async #of<T = void>(
    project: EmulatorProject = this.projects[0] as EmulatorProject,
    method: string,
    what: string,
    body?: unknown,
  ): Promise<T> {
    const key = encodeURIComponent(project.publicKey);
    return await this.control<T>(method, `projects/${key}/${what}`, body);
  }

  /** Stops the emulator and waits until it has ended. After 5 seconds it is killed. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.ref();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.stdin.end();
    const timer = setTimeout(() => child.kill('SIGKILL'), TO_STOP);
    await ended;
    clearTimeout(timer);
  }

  /** As `stop()`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}

function project({ public_key, secret_key }: WireProject): EmulatorProject {
  return { publicKey: public_key, secretKey: secret_key };
}
