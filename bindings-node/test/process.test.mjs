import assert from 'node:assert/strict';
import { once } from 'node:events';
import test from 'node:test';
import { Worker } from 'node:worker_threads';
import { ended, eventually, failure, HELD_MS, Project, script } from './support.mjs';

const limit = { timeout: 300_000 };
const HANGING = { delay_ms: HELD_MS, times: -1 };
const UUID = '21975c81-7f57-4c7a-aef9-acfe28779f78';

/** Runs a script with the settings of a client in `settings`, and `Uploadcare` at hand. */
function run(source, settings, flags = []) {
  const head = `import { Uploadcare } from 'uploadcare-sdk';
    const settings = JSON.parse(process.argv[1]);`;
  return script(`${head}${source}`, [JSON.stringify(settings)], { flags });
}

/** Likewise for a thread. `work` may give what is sent back. */
function worker(work, settings) {
  const source = `const { parentPort, workerData: settings } = require('node:worker_threads');
    const { createHmac } = require('node:crypto');
    const { NotFoundError, Uploadcare } = require('uploadcare-sdk');
    const sign = ({ stringToSign }) =>
      createHmac('sha1', settings.secretKey).update(stringToSign).digest('hex');
    const { secretKey, ...unsigned } = settings;
    (async () => { ${work} })().then((value) => parentPort.postMessage(value ?? null));`;
  return new Worker(source, { eval: true, workerData: settings });
}

function answer(thread) {
  return new Promise((resolve, reject) => {
    thread.once('error', reject);
    thread.once('message', (value) => thread.once('exit', () => resolve(value)));
  });
}

test('several threads use the package at the same time', limit, async () => {
  const project = await Project.create({ count: 20 });
  const work = `
    let events = 0;
    let signed = 0;
    const signer = async (request) => {
      signed += 1;
      return sign(request);
    };
    const { files } = new Uploadcare({ ...unsigned, signer, onEvent: () => { events += 1; } });
    let count = 0;
    for await (const _ of files.list({ limit: 3 })) count += 1;
    const error = await files.get('${UUID}').catch((error) => error);
    return { count, events, signed, isNotFound: error instanceof NotFoundError };`;
  const answers = Array.from({ length: 4 }, () => answer(worker(work, project.settings)));
  for (const found of await Promise.all(answers)) {
    const { signed, events, ...rest } = found;
    assert.deepEqual(rest, { count: 20, isNotFound: true });
    assert.ok(signed >= 8, `${signed} signatures`);
    assert.equal(events, signed * 4);
  }
});

/** What threads may be in the middle of, by how many requests the service has under way then. */
const MIDDLES = {
  'a call': [1, `await new Uploadcare(settings).files.get('${UUID}');`],
  'calls with a signal and a listener': [
    2,
    `const { signal } = new AbortController();
    const { files } = new Uploadcare({ ...settings, onEvent: () => undefined });
    await Promise.all([files.get('${UUID}', { signal }), files.get('${UUID}')]);`,
  ],
  'an upload of a stream': [
    1,
    `async function* pieces() { yield Buffer.from('x'); }
    await new Uploadcare(settings).uploads.upload(pieces());`,
  ],
  'signed calls': [
    1,
    `const { files } = new Uploadcare({ ...unsigned, signer: async (request) => sign(request) });
    await files.get('${UUID}');`,
  ],
};

for (const [name, [requests, work]] of Object.entries(MIDDLES)) {
  test(`a thread that is ended in the middle of ${name} ends it`, limit, async () => {
    const project = await Project.create();
    await project.fault(HANGING);
    const threads = Array.from({ length: 3 }, () => worker(work, project.settings));
    const controller = new AbortController();
    const { signal } = controller;
    const other = failure(project.client().files.get(UUID, { signal }));
    await eventually(async () => (await project.stats()).in_flight === 3 * requests + 1);
    await Promise.all(threads.map((thread) => thread.terminate()));
    await eventually(async () => (await project.stats()).cancelled === 3 * requests);
    // The others go on.
    assert.equal((await project.stats()).in_flight, 1);
    controller.abort();
    assert.equal(await other, signal.reason);
    const statuses = (await project.requests()).map(({ status }) => status);
    assert.deepEqual(statuses, new Array(3 * requests + 1).fill(499));
  });
}

test('a thread may be ended while its signer and its listener are at work', limit, async () => {
  const project = await Project.create({ count: 5 });
  const work = `
    const signer = (request) => new Promise((resolve) => setTimeout(() => resolve(sign(request)), 1));
    const onEvent = () => parentPort.postMessage('event');
    const client = new Uploadcare({ ...unsigned, signer, onEvent });
    for (;;) await Promise.all(Array.from({ length: 10 }, () => client.project.get()));`;
  for (let round = 0; round < 3; round += 1) {
    const threads = Array.from({ length: 3 }, () => worker(work, project.settings));
    await Promise.all(threads.map((thread) => once(thread, 'message')));
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
  assert.equal((await project.client().project.get()).pubKey, project.publicKey);
});

test('a process may exit in the middle of a call', limit, async () => {
  const project = await Project.create();
  await project.fault({ ...HANGING, route: '/files/{uuid}/' });
  const bodies = {
    'a call': `const { files } = new Uploadcare(settings);`,
    'signers and listeners at work': `
      const { createHmac } = await import('node:crypto');
      const { secretKey, ...unsigned } = settings;
      const signer = async ({ stringToSign }) =>
        createHmac('sha1', secretKey).update(stringToSign).digest('hex');
      let told = 0;
      const client = new Uploadcare({ ...unsigned, signer, onEvent: () => { told += 1; } });
      const { files } = client;
      (async () => {
        for (;;) await Promise.all([client.project.get(), client.project.get()]);
      })();`,
    'an exit within a listener': `
      const onEvent = ({ kind }) => { if (kind === 'attempt') process.exit(7); };
      const { files } = new Uploadcare({ ...settings, onEvent });`,
    'an exit within a signer': `
      const { secretKey, ...unsigned } = settings;
      const { files } = new Uploadcare({ ...unsigned, signer: () => process.exit(7) });`,
  };
  const ends = Object.entries(bodies).flatMap(([name, body]) =>
    Array.from({ length: 4 }, async () => {
      const child = run(
        `${body}
        files.get('${UUID}').catch(() => undefined);
        setTimeout(() => process.exit(7), 100);`,
        project.settings,
      );
      assert.deepEqual(await ended(child), { code: 7, output: '' }, name);
    }),
  );
  await Promise.all(ends);
});

test('a pending call keeps the process alive, an idle client does not', limit, async () => {
  const project = await Project.create({ count: 1 });
  await project.fault({ delay_ms: 30 });
  const child = run(
    `const idle = new Uploadcare({ ...settings, onEvent: () => undefined });
    await idle.project.get();
    const { secretKey, ...unsigned } = settings;
    new Uploadcare({ ...unsigned, signer: () => '' });
    const kinds = [];
    const client = new Uploadcare({ ...settings, onEvent: ({ kind }) => kinds.push(kind) });
    (async () => {
      for await (const file of client.files.list()) console.log(file.originalFilename);
      console.log(kinds.join());
    })();`,
    project.settings,
  );
  const story = 'request,attempt,response,finish';
  assert.deepEqual(await ended(child), { code: 0, output: `file-1.txt\n${story}\n` });
});

test('a signer that never settles does not keep the process for ever', limit, async () => {
  const project = await Project.create();
  const child = run(
    `const { secretKey, ...unsigned } = settings;
    const signer = () => new Promise(() => undefined);
    const client = new Uploadcare({ ...unsigned, signer, timeout: 0.1 });
    client.project.get().catch(({ kind }) => console.log(kind));`,
    project.settings,
  );
  assert.deepEqual(await ended(child), { code: 0, output: 'timeout\n' });
});

test('a signer that fails kills no process', limit, async () => {
  const project = await Project.create();
  const child = run(
    `const { secretKey, ...unsigned } = settings;
    for (const signer of [
      () => { throw new Error('at once'); },
      async () => { throw new Error('later'); },
      () => Promise.reject(undefined),
      () => ({ then() { throw new Error('no promise'); } }),
    ]) {
      const client = new Uploadcare({ ...unsigned, signer });
      const { kind, cause } = await client.project.get().catch((error) => error);
      console.log(kind, cause?.message);
    }`,
    project.settings,
    ['--unhandled-rejections=strict'],
  );
  const output = 'signer at once\nsigner later\nsigner undefined\nsigner no promise\n';
  assert.deepEqual(await ended(child), { code: 0, output });
});

test('a thousand clients are cheap and share their threads', limit, async () => {
  const project = await Project.create();
  const child = run(
    `import { readFileSync } from 'node:fs';
    const threads = () => {
      try {
        return Number(/Threads:\\t(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
      } catch {
        return 0;
      }
    };
    const options = { ...settings, onEvent: () => undefined };
    await new Uploadcare(options).project.get();
    const before = { threads: threads(), rss: process.memoryUsage().rss };
    const began = performance.now();
    const clients = Array.from({ length: 1000 }, () => new Uploadcare(options));
    const took = performance.now() - began;
    await Promise.all(clients.filter((_, at) => at % 100 === 0).map((client) => client.project.get()));
    const grown = (process.memoryUsage().rss - before.rss) / clients.length;
    console.log(JSON.stringify({ threads: threads() - before.threads, took, grown }));`,
    project.settings,
  );
  const { code, output } = await ended(child);
  assert.equal(code, 0);
  const { threads, took, grown } = JSON.parse(output);
  // A blocking thread for the names of hosts may come and go.
  assert.ok(threads <= 4, `${threads} threads more`);
  assert.ok(took < 60_000, `${took} ms`);
  assert.ok(grown < 200_000, `${grown} bytes each`);
});

test('a call that nobody holds goes on while garbage is collected', limit, async () => {
  const project = await Project.create({ count: 3 });
  await project.fault({ delay_ms: 100, times: -1 });
  const child = run(
    `const { createHmac } = await import('node:crypto');
    const { secretKey, ...unsigned } = settings;
    const kinds = [];
    (() => {
      const client = new Uploadcare({
        ...unsigned,
        signer: async ({ stringToSign }) => {
          gc();
          return createHmac('sha1', secretKey).update(stringToSign).digest('hex');
        },
        onEvent: ({ kind }) => kinds.push(kind),
      });
      const { signal } = new AbortController();
      client.project.get({ signal }).then(() => console.log('got'));
      (async () => {
        let count = 0;
        for await (const _ of client.files.list({ limit: 1 })) count += 1;
        console.log('listed', count);
      })();
    })();
    const timer = setInterval(gc, 5);
    process.once('beforeExit', () => console.log(kinds.filter((kind) => kind === 'finish').length));
    setTimeout(() => timer.unref(), 50);`,
    project.settings,
    ['--expose-gc'],
  );
  assert.deepEqual(await ended(child), { code: 0, output: 'got\nlisted 3\n4\n' });
});

test('what nobody holds any more is collected', limit, async () => {
  const project = await Project.create({ count: 5 });
  const child = run(
    `import { getEventListeners } from 'node:events';
    const { signal } = new AbortController();
    const gone = new Set();
    const registry = new FinalizationRegistry((name) => gone.add(name));
    for (const walk of [false, true]) {
      // The listener refers to its client and to the list, as methods of a class do.
      const own = {};
      own.client = new Uploadcare({ ...settings, onEvent: () => own });
      own.list = own.client.files.list({ limit: 1, signal });
      if (walk) await own.list.pages().nextPage();
      registry.register(own.client, walk ? 'client of a walk' : 'client');
    }
    console.log(getEventListeners(signal, 'abort').length);
    const deadline = Date.now() + 120_000;
    while (gone.size < 2 && Date.now() < deadline) {
      gc();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await new Promise(setImmediate);
    console.log([...gone].sort().join(), getEventListeners(signal, 'abort').length);`,
    project.settings,
    ['--expose-gc'],
  );
  assert.deepEqual(await ended(child), { code: 0, output: '1\nclient,client of a walk 0\n' });
});

test('keys and bases come from the environment', limit, async () => {
  const project = await Project.create({ count: 2 });
  const { publicKey, secretKey, apiBase, uploadBase, cdnBase } = project.settings;
  const env = {
    UPLOADCARE_PUBLIC_KEY: publicKey,
    UPLOADCARE_SECRET_KEY: secretKey,
    UPLOADCARE_REST_API_BASE: apiBase,
    UPLOADCARE_UPLOAD_API_BASE: uploadBase,
    UPLOADCARE_CDN_BASE: cdnBase,
  };
  const child = script(
    `import { Uploadcare } from 'uploadcare-sdk';
    const client = new Uploadcare();
    let count = 0;
    for await (const _ of client.files.list()) count += 1;
    // A signer is asked even where the environment has a secret key.
    const signer = () => { throw new Error('asked'); };
    const { cause } = await new Uploadcare({ signer }).project.get().catch((error) => error);
    console.log(count, JSON.stringify(client), cause.message);`,
    [],
    { env },
  );
  const shown = JSON.stringify({ publicKey, apiBase, uploadBase, cdnBase });
  assert.deepEqual(await ended(child), { code: 0, output: `2 ${shown} asked\n` });
});
