import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { UploadcareAuthSchema } from '@uploadcare/rest-client';
import { UploadClient } from '@uploadcare/upload-client';

const here = dirname(fileURLToPath(import.meta.url));
const root = process.env.UPLOADCARE_TEST_ROOT ?? join(here, '../../..');

export const nobody = '00000000-0000-4000-8000-000000000000';

/** The emulator that is told of in the environment, or one that runs as long as this file's tests. */
async function ready() {
  const { UPLOADCARE_EMULATOR: told, UPLOADCARE_EMULATOR_BIN, CARGO_TARGET_DIR } = process.env;
  if (told !== undefined) return JSON.parse(told);
  const built = join(CARGO_TARGET_DIR ?? join(root, 'target'), 'debug/uploadcare-emulator');
  const emulator = spawn(
    UPLOADCARE_EMULATOR_BIN ?? built,
    ['--port', '0', '--until-stdin-closes'],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const ended = once(emulator, 'exit');
  after(async () => {
    emulator.stdin.end();
    await ended;
  });
  const [line] = await once(createInterface(emulator.stdout), 'line');
  return JSON.parse(line);
}

const { api_base, upload_base, cdn_base, control_base } = await ready();

async function ask(method, path, body) {
  const answer = await fetch(`${control_base}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

export function fixture(name) {
  return readFile(join(root, 'tests/fixtures/files', name));
}

/** A project of its own for one test, and what the clients need to use it. */
export class Project {
  static async create() {
    const project = new Project(await ask('POST', 'projects', {}));
    // Jobs end by looks at them, not by time.
    await project.control('PATCH', '', { job_ms: 1_000_000_000 });
    return project;
  }

  constructor({ public_key, secret_key }) {
    this.publicKey = public_key;
    this.secretKey = secret_key;
    this.cdnBase = cdn_base;
    this.settings = {
      authSchema: new UploadcareAuthSchema({ publicKey: public_key, secretKey: secret_key }),
      apiBaseURL: api_base,
    };
    this.uploads = new UploadClient({
      publicKey: public_key,
      baseURL: upload_base.replace(/\/$/, ''),
      baseCDN: cdn_base,
      store: true,
    });
  }

  control(method, what, body) {
    const path = what === '' ? '' : `/${what}`;
    return ask(method, `projects/${this.publicKey}${path}`, body);
  }

  /** Uploads a text; gives its UUID. */
  async upload(text = 'text', options = {}) {
    const settings = { fileName: 'text.txt', contentType: 'text/plain', ...options };
    const { file } = await this.uploads.base(Buffer.from(text), settings);
    return file;
  }
}
