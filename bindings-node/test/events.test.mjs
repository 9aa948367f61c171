import assert from 'node:assert/strict';
import { AsyncLocalStorage } from 'node:async_hooks';
import { getEventListeners } from 'node:events';
import test from 'node:test';
import { InvalidParameterError, Uploadcare } from 'uploadcare-sdk';
import {
  block,
  collect,
  ended,
  eventually,
  failure,
  HELD_MS,
  Project,
  script,
  turns,
} from './support.mjs';

const UUID = '21975c81-7f57-4c7a-aef9-acfe28779f78';
const limit = { timeout: 300_000 };
const HANGING = { delay_ms: HELD_MS, times: -1 };

/** A client that keeps its events. */
function listening(project, options = {}) {
  const events = [];
  const client = project.client({ onEvent: (event) => events.push(event), ...options });
  return { client, events };
}

const kinds = (events) => events.map(({ kind }) => kind);

test('the story of a call that is repeated', limit, async () => {
  const project = await Project.create();
  await project.fault({ respond: { status: 503, body: 'busy' } });
  const { client, events } = listening(project, { maxRetries: 1 });
  await client.project.get();
  // Without waiting: all was told before the call was over.
  assert.deepEqual(kinds(events), [
    'request',
    'attempt',
    'response',
    'retry',
    'attempt',
    'response',
    'finish',
  ]);
  const [request, attempt, response, retry, , second, finish] = events;
  assert.deepEqual(Object.keys(request).sort(), [
    'attempt',
    'call',
    'elapsed',
    'error',
    'host',
    'kind',
    'method',
    'path',
    'receivedBytes',
    'requestId',
    'sentBytes',
    'status',
    'wait',
  ]);
  assert.equal(new Set(events.map(({ call }) => call)).size, 1);
  assert.deepEqual(
    events.map((event) => event.attempt),
    [0, 1, 1, 1, 2, 2, 2],
  );
  assert.ok(events.every((event, at) => at === 0 || event.elapsed >= events[at - 1].elapsed));
  assert.equal(request.method, 'GET');
  assert.equal(request.path, '/project/');
  assert.equal(request.host, new URL(client.apiBase).host);
  assert.equal(attempt.sentBytes, 0);
  assert.equal(response.status, 503);
  assert.equal(response.receivedBytes, 4);
  assert.ok(retry.wait >= 0 && retry.error.kind === 'server' && retry.error.isRetryable);
  assert.match(second.requestId, /\w/);
  assert.equal(finish.error, null);
});

test('a call that fails tells why', limit, async () => {
  const project = await Project.create();
  const { client, events } = listening(project);
  const error = await failure(client.files.get(UUID));
  assert.deepEqual(kinds(events), ['request', 'attempt', 'response', 'finish']);
  assert.equal(events[3].error.kind, 'not_found');
  assert.equal(events[3].error.requestId, error.requestId);
});

test('calls at the same time have stories of their own', limit, async () => {
  const project = await Project.create();
  const { client, events } = listening(project);
  await Promise.all(Array.from({ length: 20 }, () => client.project.get()));
  const stories = Map.groupBy?.(events, ({ call }) => call) ?? grouped(events);
  assert.equal(stories.size, 20);
  for (const story of stories.values()) {
    assert.deepEqual(kinds(story), ['request', 'attempt', 'response', 'finish']);
  }
});

function grouped(events) {
  const stories = new Map();
  for (const event of events) {
    stories.set(event.call, [...(stories.get(event.call) ?? []), event]);
  }
  return stories;
}

test('derived clients have the listener of their origin', limit, async () => {
  const project = await Project.create();
  const { client, events } = listening(project);
  await client.withOptions({ timeout: 30 }).withOptions({ maxRetries: 1 }).project.get();
  assert.deepEqual(kinds(events), ['request', 'attempt', 'response', 'finish']);
});

test('a listener that fails costs a warning, not the call', limit, async () => {
  const warnings = [];
  const unhandled = [];
  const details = [];
  const listen = (warning) => warnings.push(warning);
  const reject = (reason) => unhandled.push(reason);
  process.on('warning', listen);
  process.on('unhandledRejection', reject);
  const project = await Project.create();
  const failing = () => {
    throw new Error('a defect in a listener');
  };
  const listeners = {
    throws: failing,
    rejects: async () => failing(),
    'throws no error': () => {
      throw null;
    },
    'throws what cannot be shown': () => {
      throw { [Symbol.for('nodejs.util.inspect.custom')]: failing };
    },
    'gives what cannot be looked at': () => ({
      // biome-ignore lint/suspicious/noThenProperty: that is what is tested
      get then() {
        return failing();
      },
    }),
  };
  for (const onEvent of Object.values(listeners)) {
    warnings.length = 0;
    assert.equal((await project.client({ onEvent }).project.get()).pubKey, project.publicKey);
    await turns();
    // One for all four events.
    assert.equal(warnings.length, 1);
    const [{ name, code, detail }] = warnings;
    assert.equal(name, 'UploadcareWarning');
    assert.equal(code, 'UPLOADCARE_LISTENER');
    details.push(detail);
  }
  assert.match(details[0], /a defect in a listener(.|\n)*events\.test\.mjs/);
  process.off('warning', listen);
  process.off('unhandledRejection', reject);
  assert.deepEqual(unhandled, []);
});

test('an aborted call is finished at once, and nothing is told later', limit, async () => {
  const project = await Project.create();
  await project.fault(HANGING);
  const { client, events } = listening(project);
  const controller = new AbortController();
  const outcome = failure(client.project.get({ signal: controller.signal }));
  await eventually(() => kinds(events).includes('attempt'));
  await eventually(async () => (await project.stats()).in_flight === 1);
  controller.abort();
  assert.deepEqual(kinds(events), ['request', 'attempt', 'finish']);
  const { call, attempt, elapsed, error, wait, sentBytes } = events[2];
  assert.equal(call, events[0].call);
  assert.equal(attempt, 1);
  assert.ok(elapsed >= events[1].elapsed);
  assert.equal(error.kind, 'cancelled');
  assert.deepEqual([wait, sentBytes], [null, null]);
  assert.equal(await outcome, controller.signal.reason);
  await eventually(async () => (await project.stats()).cancelled === 1);
  await turns();
  assert.equal(events.length, 3);
});

test('what was on its way when the call was aborted is not told', limit, async () => {
  const project = await Project.create();
  const { client, events } = listening(project);
  const controller = new AbortController();
  const outcome = failure(client.project.get({ signal: controller.signal }));
  // Meanwhile the whole story is there, but nobody looks at it.
  block(100);
  controller.abort();
  assert.equal(await outcome, controller.signal.reason);
  await turns();
  assert.deepEqual(events, []);
});

test('a listener may abort its own call', limit, async () => {
  const project = await Project.create();
  const seen = [];
  const controller = new AbortController();
  const onEvent = ({ kind }) => {
    seen.push(kind);
    controller.abort();
  };
  const { signal } = controller;
  assert.equal(await failure(project.client({ onEvent }).project.get({ signal })), signal.reason);
  await turns();
  assert.deepEqual(seen, ['request', 'finish']);
});

/** A walk that fetches a page ahead, which never comes. */
async function ahead(signal) {
  const project = await Project.create({ count: 6 });
  await project.fault({ ...HANGING, route: '/files/', skip: 2 });
  const { client, events } = listening(project);
  const list = client.files.list({ limit: 1, signal });
  const isAhead = async () => (await project.stats()).in_flight === 1;
  const balance = () =>
    kinds(events).filter((kind) => kind === 'request').length -
    kinds(events).filter((kind) => kind === 'finish').length;
  return { project, client, events, list, isAhead, balance };
}

test('leaving a loop finishes the page that is fetched ahead', limit, async () => {
  const { project, events, list, isAhead, balance } = await ahead();
  let count = 0;
  for await (const _ of list) {
    count += 1;
    if (count < 2) continue;
    await eventually(isAhead);
    await eventually(() => balance() === 1);
    break;
  }
  assert.equal(balance(), 0);
  const told = events.length;
  await eventually(async () => (await project.stats()).cancelled === 1);
  await turns();
  assert.equal(events.length, told);
});

test('aborting between two pages ends the page that is fetched ahead', limit, async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const { project, client, events, list, isAhead, balance } = await ahead(signal);
  const pages = list.pages();
  const given = [await pages.nextPage(), await pages.nextPage()];
  await eventually(isAhead);
  await eventually(() => balance() === 1);
  controller.abort();
  assert.equal(balance(), 0);
  assert.equal(events.at(-1).error.kind, 'cancelled');
  const told = events.length;
  assert.equal(getEventListeners(signal, 'abort').length, 0);
  await eventually(async () => (await project.stats()).cancelled === 1);
  assert.equal(await failure(pages.nextPage()), signal.reason);
  await turns();
  assert.equal(events.length, told);
  // It still knows where it stands.
  await project.clearFaults();
  const page = (cursor) => client.files.list({ cursor }).pages();
  const before = await page(pages.cursor(0)).previousPage();
  assert.equal(before.results.at(-1).uuid, given[0].results[0].uuid);
  const same = await page(pages.cursor(1)).previousPage();
  assert.equal(same.results[0].uuid, given[1].results[0].uuid);
});

test('listeners run in the context of their call', limit, async () => {
  const project = await Project.create({ count: 2 });
  const storage = new AsyncLocalStorage();
  const seen = new Map();
  const onEvent = ({ call, kind }) => seen.set(`${call} ${kind}`, storage.getStore());
  const client = project.client({ onEvent });
  await storage.run('one', () => client.project.get());
  assert.deepEqual([...new Set(seen.values())], ['one']);
  seen.clear();
  await storage.run('other', () => collect(client.files.list({ limit: 1 })));
  assert.deepEqual([...new Set(seen.values())], ['other']);
});

test('what is no function is refused', limit, () => {
  for (const onEvent of [5, 'x', {}, null]) {
    assert.throws(
      () => new Uploadcare({ publicKey: 'a', secretKey: 'b', onEvent }),
      (error) => {
        assert.ok(error instanceof InvalidParameterError);
        assert.equal(error.parameter, 'onEvent');
        return true;
      },
    );
  }
});

test('without a listener nothing is set up for one; with any number, once', limit, async () => {
  const project = await Project.create();
  const child = script(
    `import { createHook } from 'node:async_hooks';
    import { Uploadcare } from 'uploadcare-sdk';
    let count = 0;
    createHook({
      init(_, type) {
        if (type === 'napi_rs_threadsafe_function') count += 1;
      },
    }).enable();
    const settings = JSON.parse(process.argv[1]);
    const make = (options) => Array.from({ length: 100 }, () => new Uploadcare({ ...settings, ...options }));
    const results = [];
    for (const options of [{}, { onEvent: () => undefined }]) {
      const clients = make(options);
      await Promise.all(clients.slice(0, 5).map((client) => client.project.get()));
      results.push(count);
    }
    console.log(JSON.stringify(results));`,
    [JSON.stringify(project.settings)],
  );
  // The one that is always there hands over the outcomes of calls.
  assert.deepEqual(await ended(child), { code: 0, output: '[1,2]\n' });
});
