import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import test from 'node:test';
import { InvalidParameterError } from 'uploadcare-sdk';
import { block, collect, eventually, failure, HELD_MS, microtasks, Project } from './support.mjs';

const UUID = '21975c81-7f57-4c7a-aef9-acfe28779f78';
const SLOW = { delay_ms: HELD_MS, times: -1 };

/** A project whose answers never come, and a call that waits for one. */
async function waiting(start) {
  const project = await Project.create();
  await project.fault(SLOW);
  const controller = new AbortController();
  const outcome = failure(start(project.client(), controller.signal));
  await eventually(async () => (await project.stats()).in_flight === 1);
  return { project, controller, outcome };
}

const calls = {
  'files.get': (client, signal) => client.files.get(UUID, { signal }),
  'uploads.upload': (client, signal) => client.uploads.upload(Buffer.from('x'), { signal }),
  'files.list, items': (client, signal) => collect(client.files.list({ signal })),
  'tags.replace': (client, signal) => client.tags.replace(UUID, ['a'], { signal }),
  'webhooks.delete': (client, signal) => client.webhooks.delete(5, { signal }),
  'groups.list': (client, signal) => collect(client.groups.list({ signal })),
  'addons.detectLabels': (client, signal) => client.addons.detectLabels(UUID, { signal }),
  'files.list, pages': (client, signal) => client.files.list({ signal }).pages().nextPage(),
};

for (const [name, start] of Object.entries(calls)) {
  test(`${name}: aborting ends the call and its connection`, async () => {
    const { project, controller, outcome } = await waiting(start);
    controller.abort();
    const error = await outcome;
    assert.equal(error.name, 'AbortError');
    assert.equal(error, controller.signal.reason);
    await eventually(async () => (await project.stats()).cancelled === 1);
    assert.deepEqual(
      (await project.requests()).map(({ status }) => status),
      [499],
    );
    assert.equal(getEventListeners(controller.signal, 'abort').length, 0);
  });

  test(`${name}: an aborted signal sends nothing`, async () => {
    const project = await Project.create();
    const reason = new Error('not today');
    const error = await failure(start(project.client(), AbortSignal.abort(reason)));
    assert.equal(error, reason);
    assert.deepEqual(await project.requests(), []);
  });
}

test('the reason of the signal is what the call rejects with', async () => {
  const { controller, outcome } = await waiting(calls['files.get']);
  controller.abort('closing time');
  assert.equal(await outcome, 'closing time');
});

test('AbortSignal.timeout', async () => {
  const project = await Project.create();
  await project.fault(SLOW);
  const error = await failure(
    project.client().files.get(UUID, { signal: AbortSignal.timeout(50) }),
  );
  assert.equal(error.name, 'TimeoutError');
});

test('AbortSignal.any', async () => {
  const { controller, outcome } = await waiting((client, signal) =>
    calls['files.get'](client, AbortSignal.any([signal, AbortSignal.timeout(600_000)])),
  );
  controller.abort();
  assert.equal(await outcome, controller.signal.reason);
});

for (const [name, start] of Object.entries({
  'files.deleteMany': (files, ids, options) => files.deleteMany(ids, options),
  'files.storeMany': (files, ids, options) => files.storeMany(ids, options),
})) {
  test(`${name}: aborting ends all its requests, and no other begins`, async () => {
    const project = await Project.create();
    await project.fault(SLOW);
    const controller = new AbortController();
    const { signal } = controller;
    const ids = Array.from({ length: 1000 }, () => crypto.randomUUID());
    const outcome = failure(start(project.client().files, ids, { concurrency: 3, signal }));
    await eventually(async () => (await project.stats()).in_flight === 3);
    controller.abort();
    assert.equal(await outcome, signal.reason);
    await eventually(async () => (await project.stats()).cancelled === 3);
    const { in_flight, requests } = await project.stats();
    assert.deepEqual({ in_flight, requests }, { in_flight: 0, requests: 3 });
    const statuses = (await project.requests()).map(({ status }) => status);
    assert.deepEqual(statuses, [499, 499, 499]);
  });
}

test('aborting ends the wait before the next attempt', async () => {
  const project = await Project.create();
  await project.fault({ respond: { status: 503, headers: { 'Retry-After': '30' } }, times: -1 });
  const controller = new AbortController();
  const { signal } = controller;
  const waits = [];
  const client = project.client({
    maxRetries: 2,
    onEvent: ({ kind }) => {
      if (kind === 'retry') waits.push(setImmediate(() => controller.abort()));
    },
  });
  assert.equal(await failure(client.files.get(UUID, { signal })), signal.reason);
  assert.equal(waits.length, 1);
  assert.equal((await project.requests()).length, 1);
});

test('a call whose answer came too late for its signal is aborted', async () => {
  const project = await Project.create({ count: 3 });
  const client = project.client();
  const controller = new AbortController();
  const { signal } = controller;
  const pages = client.files.list({ limit: 1, signal }).pages();
  const [first] = (await pages.nextPage()).results;
  const outcomes = [client.project.get({ signal }), pages.nextPage()].map(failure);
  await microtasks();
  // Meanwhile the answers are there, but nobody looks at them.
  block(300);
  controller.abort();
  for (const outcome of outcomes) assert.equal(await outcome, signal.reason);
  // The walk stands where it was.
  const rest = await collect(client.files.list({ cursor: pages.cursor() }));
  assert.equal(rest.length, 2);
  assert.ok(rest.every(({ uuid }) => uuid !== first.uuid));
});

test("the user's own onabort stays", async () => {
  const { controller, outcome } = await waiting((client, signal) => {
    signal.onabort = () => {
      heard += 1;
    };
    return calls['files.get'](client, signal);
  });
  controller.abort();
  await outcome;
  assert.equal(heard, 1);
});
let heard = 0;

test('one signal ends many calls, without a warning', async () => {
  const warnings = [];
  const listen = (warning) => warnings.push(warning);
  process.on('warning', listen);
  const project = await Project.create();
  await project.fault(SLOW);
  const controller = new AbortController();
  const client = project.client();
  const outcomes = Array.from({ length: 20 }, () =>
    failure(client.files.get(UUID, { signal: controller.signal })),
  );
  await eventually(async () => (await project.stats()).in_flight === 20);
  controller.abort();
  for (const error of await Promise.all(outcomes)) assert.equal(error, controller.signal.reason);
  await new Promise(setImmediate);
  process.off('warning', listen);
  assert.deepEqual(warnings, []);
});

test('a call that ends leaves no listener behind', async () => {
  const project = await Project.create({ count: 3 });
  const { signal } = new AbortController();
  const files = await collect(project.client().files.list({ limit: 1, signal }));
  await project.client().files.get(files[0].uuid, { signal });
  await failure(project.client().files.get(UUID, { signal }));
  assert.equal(getEventListeners(signal, 'abort').length, 0);
});

test('aborting inside a loop ends it at the next item', async () => {
  const project = await Project.create({ count: 5 });
  const controller = new AbortController();
  let seen = 0;
  const error = await failure(
    (async () => {
      for await (const _ of project.client().files.list({ signal: controller.signal })) {
        seen += 1;
        controller.abort();
      }
    })(),
  );
  assert.equal(error, controller.signal.reason);
  assert.equal(seen, 1);
});

test('what is no signal is refused', async () => {
  const { files } = new Project({ public_key: 'a', secret_key: 'b' }).client();
  const error = await failure(files.get(UUID, { signal: 5 }));
  assert.ok(error instanceof InvalidParameterError);
  assert.equal(error.parameter, 'signal');
});
