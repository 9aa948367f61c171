import assert from 'node:assert/strict';
import test from 'node:test';
import { ThrottledError, Uploadcare } from 'uploadcare-sdk';
import { startEmulator } from 'uploadcare-sdk/testing';
import { collect, ended, eventually, failure, HELD_MS, program, script } from './support.mjs';

const binary = program();

test('the testing entry starts an emulator and ends it', { skip: !binary }, async () => {
  const emulator = await startEmulator({ binary });
  const client = emulator.client();
  assert.ok(client instanceof Uploadcare);
  assert.equal(client.publicKey, emulator.projects[0].publicKey);
  const { uuid } = await client.uploads.upload(Buffer.from('x'));
  assert.equal((await client.files.get(uuid)).size, 1);
  const project = await emulator.createProject();
  for await (const _ of emulator.client(project).files.list()) assert.fail('not empty');
  const account = await emulator.createAccount();
  const { publicKey } = await emulator.createProject({ account });
  const owned = await emulator.accountClient(account).projects.list();
  assert.deepEqual(
    owned.map(({ pubKey }) => pubKey),
    [publicKey],
  );
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
  const child = script(
    `import { startEmulator } from 'uploadcare-sdk/testing';
    const { controlBase } = await startEmulator({ binary: process.argv[1] });
    console.log(controlBase);`,
    [binary],
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

/** An emulator for one test. */
async function started(t, options) {
  const emulator = await startEmulator({ binary, ...options });
  t.after(() => emulator.stop());
  return emulator;
}

const UUID = '21975c81-7f57-4c7a-aef9-acfe28779f78';
const once = { maxRetries: 0 };

/** What each fault does to a list of files, by what the call comes to. */
const FAULTS = {
  respond: [
    { respond: { status: 418, headers: { 'X-Tea': 'pot' }, body: { detail: 'Tea.' } } },
    'rejected',
  ],
  'respond with text': [{ respond: { status: 503, body: 'busy' } }, 'server'],
  'respond with nothing': [{ respond: { status: 500 } }, 'server'],
  drop: [{ drop: true }, 'network'],
  lose: [{ lose: true }, 'network'],
  truncate: [{ truncate: 10 }, 'network'],
  'contentLength, too small': [{ contentLength: 10 }, 'decode'],
  'contentLength, too large': [{ contentLength: 1_000_000 }, 'network'],
  foreignNext: [{ foreignNext: 'http://127.0.0.1:9' }, 'foreign_origin'],
  delayMs: [{ delayMs: HELD_MS }, 'timeout'],
  bytesPerSecond: [{ bytesPerSecond: 20 }, 'timeout'],
  'bytesPerSecond with respond': [
    { bytesPerSecond: 1000, respond: { status: 503, body: 'busy' } },
    'server',
  ],
  'another method': [{ drop: true, method: 'POST' }, undefined],
  'another route': [{ drop: true, route: '/project/' }, undefined],
  'not yet': [{ drop: true, skip: 100 }, undefined],
  'no more': [{ drop: true, times: 0 }, undefined],
};

test('faults of every kind', { skip: !binary }, async (t) => {
  const emulator = await started(t);
  await emulator.control('POST', 'projects/demopublickey/files', { count: 3 });
  const client = emulator.client(once);
  const { files } = client;
  // Only what must run into it is given a short limit.
  const { files: hurried } = client.withOptions({ timeout: 0.5 });
  for (const [name, [fault, kind]] of Object.entries(FAULTS)) {
    await emulator.addFault({ route: '/files/', times: -1, ...fault });
    const walk = collect((kind === 'timeout' ? hurried : files).list({ limit: 2 })).then(
      () => undefined,
      (error) => error.kind,
    );
    assert.equal(await walk, kind, name);
    await emulator.clearFaults();
    assert.equal((await collect(files.list())).length, 3, name);
  }
  // The answer is right; what fails is a request that is quick to use the connection again.
  const { files: patient } = client.withOptions({ maxRetries: 3 });
  await emulator.addFault({ close: true, times: 5 });
  for (let call = 0; call < 6; call += 1) await collect(patient.list());
  assert.deepEqual((await emulator.control('GET', 'projects/demopublickey/faults')).faults, []);
  await assert.rejects(emulator.addFault({ drop: true, lose: true }), /only one of/);
  await emulator.addFault({ drop: true, probability: 0.5, times: -1 });
  const kinds = new Set();
  for (let call = 0; call < 60; call += 1) {
    kinds.add(await failure(files.get(UUID)).then(({ kind }) => kind));
  }
  assert.deepEqual([...kinds].sort(), ['network', 'not_found']);
});

test('faults of one project, and of all', { skip: !binary }, async (t) => {
  const emulator = await started(t, { faults: [{ route: '/project/', drop: true }] });
  const project = await emulator.createProject();
  const clients = [emulator.client(once), emulator.client({ ...project, ...once })];
  for (const client of clients) {
    assert.equal((await failure(client.project.get())).kind, 'network');
    await client.project.get();
  }
  await emulator.addFault({ drop: true }, project);
  await clients[0].project.get();
  assert.equal((await failure(clients[1].project.get())).kind, 'network');
  await emulator.addFault({ drop: true }, project);
  await emulator.clearFaults(project);
  await clients[1].project.get();
});

test('rate limits', { skip: !binary }, async (t) => {
  const emulator = await started(t, { rateLimit: { perSecond: 0.01, burst: 2 } });
  const project = await emulator.createProject();
  const calls = async (keys) => {
    const kinds = [];
    for (let call = 0; call < 3; call += 1) {
      const client = emulator.client({ ...keys, ...once, maxRetryWait: 0 });
      const outcome = await client.project.get().catch((error) => error);
      kinds.push(outcome instanceof ThrottledError);
    }
    return kinds;
  };
  assert.deepEqual(await calls(), [false, false, true]);
  assert.deepEqual(await calls(project), [false, false, true]);
  await emulator.limitRate(null);
  assert.deepEqual(await calls(), [false, false, false]);
  await emulator.limitRate({ perSecond: 0.01 }, project);
  assert.deepEqual(await calls(project), [false, true, true]);
  await assert.rejects(emulator.limitRate({ perSecond: 0 }), /answered 400/);
});

test('a clock that is wrong', { skip: !binary }, async (t) => {
  const emulator = await started(t, { clockOffset: 3600 });
  const project = await emulator.createProject();
  const kind = (keys) =>
    emulator
      .client({ ...keys, ...once })
      .project.get()
      .then(
        () => undefined,
        (error) => error.kind,
      );
  assert.equal(await kind(), 'authentication');
  await emulator.skewClock(0);
  assert.equal(await kind(), undefined);
  await emulator.skewClock(-3600, project);
  assert.equal(await kind(), undefined);
  assert.equal(await kind(project), 'authentication');
});

test('the emulator signs as a backend would', { skip: !binary }, async (t) => {
  const emulator = await started(t);
  const project = await emulator.createProject();
  const { apiBase } = emulator;
  for (const keys of [project, emulator.projects[0]]) {
    const signer = ({ stringToSign }) => emulator.sign(stringToSign, keys);
    const { publicKey } = keys;
    const client = new Uploadcare({ publicKey, apiBase, signer, ...once });
    assert.equal((await client.project.get()).pubKey, publicKey);
  }
});

test('an emulator that is not there is an error that says what to do', async () => {
  await assert.rejects(startEmulator({ binary: '/no/such/program' }), /UPLOADCARE_EMULATOR_BIN/);
});
