import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { Worker } from 'node:worker_threads';
import { startEmulator } from 'uploadcare-sdk/testing';
import { ended, eventually, folder, Project, program } from './support.mjs';

function run(script, ...args) {
  return spawn(process.execPath, ['--input-type=module', '-e', script, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

test('several threads use the package at the same time', async () => {
  const project = await Project.create({ count: 20 });
  const script = `
    const { parentPort, workerData } = require('node:worker_threads');
    const { NotFoundError, Uploadcare } = require('uploadcare-sdk');
    (async () => {
      const { files } = new Uploadcare(workerData);
      let count = 0;
      for await (const _ of files.list({ limit: 3 })) count += 1;
      const uuid = '21975c81-7f57-4c7a-aef9-acfe28779f78';
      const error = await files.get(uuid).catch((error) => error);
      parentPort.postMessage({ count, isNotFound: error instanceof NotFoundError });
    })();`;
  const answers = Array.from({ length: 4 }, () => {
    const worker = new Worker(script, { eval: true, workerData: project.settings });
    return new Promise((resolve, reject) => {
      worker.once('error', reject);
      worker.once('message', (answer) => worker.once('exit', () => resolve(answer)));
    });
  });
  for (const answer of await Promise.all(answers)) {
    assert.deepEqual(answer, { count: 20, isNotFound: true });
  }
});

test('a thread may be ended in the middle of a call', async () => {
  const project = await Project.create();
  await project.fault({ delay_ms: 60_000, times: -1 });
  const script = `
    const { Uploadcare } = require('uploadcare-sdk');
    const { workerData } = require('node:worker_threads');
    new Uploadcare(workerData).files.get('21975c81-7f57-4c7a-aef9-acfe28779f78');`;
  const worker = new Worker(script, { eval: true, workerData: project.settings });
  await eventually(async () => (await project.stats()).in_flight === 1);
  await worker.terminate();
});

test('a process may exit in the middle of a call', async () => {
  const project = await Project.create();
  await project.fault({ delay_ms: 60_000, times: -1 });
  const child = run(
    `import { Uploadcare } from 'uploadcare-sdk';
    const client = new Uploadcare(JSON.parse(process.argv[1]));
    client.files.get('21975c81-7f57-4c7a-aef9-acfe28779f78');
    process.stdin.resume();
    console.log('waiting');
    setTimeout(() => process.exit(7), 50);`,
    JSON.stringify(project.settings),
  );
  assert.deepEqual(await ended(child), { code: 7, output: 'waiting\n' });
});

test('a pending call keeps the process alive, an idle client does not', async () => {
  const project = await Project.create({ count: 1 });
  await project.fault({ delay_ms: 30 });
  const child = run(
    `import { Uploadcare } from 'uploadcare-sdk';
    const client = new Uploadcare(JSON.parse(process.argv[1]));
    (async () => {
      for await (const file of client.files.list()) console.log(file.originalFilename);
    })();`,
    JSON.stringify(project.settings),
  );
  assert.deepEqual(await ended(child), { code: 0, output: 'file-1.txt\n' });
});

test('keys and bases come from the environment', async () => {
  const project = await Project.create({ count: 2 });
  const { publicKey, secretKey, apiBase, uploadBase, cdnBase } = project.settings;
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { Uploadcare } from 'uploadcare-sdk';
      const client = new Uploadcare();
      let count = 0;
      for await (const _ of client.files.list()) count += 1;
      console.log(count, JSON.stringify(client));`,
    ],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        UPLOADCARE_PUBLIC_KEY: publicKey,
        UPLOADCARE_SECRET_KEY: secretKey,
        UPLOADCARE_REST_API_BASE: apiBase,
        UPLOADCARE_UPLOAD_API_BASE: uploadBase,
        UPLOADCARE_CDN_BASE: cdnBase,
      },
    },
  );
  const shown = JSON.stringify({ publicKey, apiBase, uploadBase, cdnBase });
  assert.deepEqual(await ended(child), { code: 0, output: `2 ${shown}\n` });
});

const binary = program();

test('the testing entry starts an emulator and ends it', { skip: !binary }, async () => {
  const emulator = await startEmulator({ binary });
  const client = emulator.client();
  assert.equal(client.publicKey, emulator.projects[0].publicKey);
  const { uuid } = await client.uploads.upload(Buffer.from('x'));
  assert.equal((await client.files.get(uuid)).size, 1);
  const project = await emulator.createProject();
  for await (const _ of emulator.client(project).files.list()) assert.fail('not empty');
  await emulator.stop();
  await emulator.stop();
  await assert.rejects(fetch(emulator.controlBase));
  const other = await startEmulator({ binary });
  await other[Symbol.asyncDispose]();
  await assert.rejects(fetch(other.controlBase));
});

test('an emulator does not keep its process alive, and ends with it', {
  skip: !binary,
}, async () => {
  const child = run(
    `import { startEmulator } from 'uploadcare-sdk/testing';
    const { controlBase } = await startEmulator({ binary: process.argv[1] });
    console.log(controlBase);`,
    binary,
  );
  const { code, output } = await ended(child);
  assert.equal(code, 0);
  await eventually(() =>
    fetch(output.trim()).then(
      () => false,
      () => true,
    ),
  );
});

test('an emulator that is not there is an error that says what to do', async () => {
  await assert.rejects(startEmulator({ binary: '/no/such/program' }), /UPLOADCARE_EMULATOR_BIN/);
});

const ready = {
  api_base: 'http://127.0.0.1:1/',
  upload_base: 'http://127.0.0.1:1/',
  cdn_base: 'http://127.0.0.1:1/',
  control_base: 'http://127.0.0.1:1/',
  projects: [],
};

/** A program that prints its process id and perhaps a line, and never ends by itself. */
function stubborn(t, line) {
  const place = mkdtempSync(join(tmpdir(), 'uploadcare-stubborn-'));
  t.after(() => rmSync(place, { recursive: true, force: true }));
  const path = join(place, 'stubborn');
  const id = join(place, 'id');
  writeFileSync(
    path,
    `#!${process.execPath}
    require('node:fs').writeFileSync(${JSON.stringify(id)}, String(process.pid));
    process.on('SIGTERM', () => undefined);
    setInterval(() => undefined, 1000);
    ${line === undefined ? '' : `console.log(${JSON.stringify(line)});`}`,
    { mode: 0o755 },
  );
  const pid = () => (existsSync(id) ? Number(readFileSync(id, 'utf8')) : 0);
  t.after(() => {
    if (pid() > 0 && isAlive(pid())) process.kill(pid(), 'SIGKILL');
  });
  return { path, pid };
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** What a promise comes to, or undefined if it has not by now. */
const soon = (promise) =>
  Promise.race([
    promise.then(
      (value) => ({ value }),
      (error) => ({ error }),
    ),
    // Not `setTimeout`, which stands still here.
    new Promise((resolve) => {
      const end = performance.now() + 3000;
      const look = () => (performance.now() > end ? resolve(undefined) : setImmediate(look));
      look();
    }),
  ]);

const scripts = { skip: process.platform === 'win32' };

test('an emulator that does not get ready is given up, by name', scripts, async (t) => {
  const { path, pid } = stubborn(t);
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const starting = startEmulator({ binary: path });
  while (pid() === 0) await new Promise(setImmediate);
  t.mock.timers.tick(30_000);
  const outcome = await soon(starting);
  assert.ok(outcome, 'it waits on');
  assert.ok(outcome.error.message.includes(path), outcome.error.message);
  assert.match(outcome.error.message, /not ready within 30 seconds/);
  while (isAlive(pid())) await new Promise(setImmediate);
});

test('what is no emulator is told so, and ended', scripts, async (t) => {
  for (const line of ['hello', '5']) {
    const { path, pid } = stubborn(t, line);
    await assert.rejects(startEmulator({ binary: path }), (error) => error.message.includes(path));
    await eventually(() => !isAlive(pid()));
  }
});

test('an emulator that does not stop is killed', scripts, async (t) => {
  const { path, pid } = stubborn(t, JSON.stringify(ready));
  const emulator = await startEmulator({ binary: path });
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const stopping = emulator.stop();
  t.mock.timers.tick(4_999);
  assert.ok(isAlive(pid()));
  t.mock.timers.tick(1);
  assert.ok(await soon(stopping), 'it waits on');
  assert.ok(!isAlive(pid()));
});
