import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import test from 'node:test';
import { inspect, promisify } from 'node:util';
import {
  ConfigurationError,
  InvalidParameterError,
  NotFoundError,
  RequestTimeoutError,
  SignerError,
  Uploadcare,
} from 'uploadcare-sdk';
import { collect, eventually, failure, HELD_MS, Project, turns } from './support.mjs';

const UUID = '21975c81-7f57-4c7a-aef9-acfe28779f78';
const limit = { timeout: 300_000 };
const SLOW = { delay_ms: HELD_MS, times: -1 };

test('options of one call', limit, async () => {
  const project = await Project.create();
  const client = project.client({ maxRetries: 1, userAgent: 'app/1' });
  const derived = client.withOptions({ maxRetries: 0 });
  assert.ok(derived instanceof Uploadcare);
  assert.deepEqual(derived.toJSON(), client.toJSON());
  await project.fault({ respond: { status: 503, body: 'busy' }, times: 3 });
  assert.equal((await failure(derived.project.get())).status, 503);
  assert.equal((await project.requests()).length, 1);
  assert.equal((await failure(client.project.get())).status, 503);
  assert.equal((await project.requests()).length, 3);
  // What is not given stays.
  await derived.withOptions({ timeout: 30 }).project.get();
  const last = (await project.requests()).at(-1);
  assert.match(last.user_agent, /app\/1/);
});

test('a timeout of one call', limit, async () => {
  const project = await Project.create();
  await project.fault({ ...SLOW, times: 1 });
  const client = project.client();
  const error = await failure(client.withOptions({ timeout: 2 }).project.get());
  assert.ok(error instanceof RequestTimeoutError);
  assert.match(error.message, /longer than 2 seconds/);
  await eventually(async () => (await project.stats()).cancelled === 1);
  assert.equal((await client.project.get()).pubKey, project.publicKey);
});

test('all parts of a derived client are derived', limit, async () => {
  const project = await Project.create({ count: 2 });
  const saved = await savedJob(project);
  await project.fault({ respond: { status: 503, body: 'busy' }, times: -1 });
  const { files, jobs, uploads } = project.client({ maxRetries: 2 }).withOptions({ maxRetries: 0 });
  const job = jobs.open(saved);
  for (const start of [
    () => files.get(UUID),
    () => collect(files.list()),
    () => uploads.upload(Buffer.from('x')),
    () => job.status(),
  ]) {
    const before = (await project.requests()).length;
    assert.equal((await failure(start())).status, 503);
    assert.equal((await project.requests()).length, before + 1);
  }
});

/** The text of a job that was started before. */
async function savedJob(project) {
  const { conversion, uploads } = project.client();
  const text = await uploads.upload(Buffer.from('text'), { filename: 'notes.txt' });
  return (await conversion.convertDocument(conversion.documentPath(text))).save();
}

test('options that cannot be', limit, () => {
  const client = new Project({ public_key: 'a', secret_key: 'b' }).client();
  for (const [Class, parameter, options] of [
    [InvalidParameterError, 'options', undefined],
    [InvalidParameterError, 'options', 5],
    [InvalidParameterError, 'timeout', { timeout: '5' }],
    [InvalidParameterError, 'maxRetries', { maxRetries: 0.5 }],
    [InvalidParameterError, 'maxConcurrency', { maxConcurrency: 1.5 }],
    [InvalidParameterError, 'publicKey', { publicKey: 'other' }],
    [InvalidParameterError, 'secretKey', { secretKey: 'other' }],
    [InvalidParameterError, 'signer', { signer: () => '' }],
    [InvalidParameterError, 'onEvent', { onEvent: () => undefined }],
    [ConfigurationError, 'timeout', { timeout: 0 }],
    [ConfigurationError, 'maxRetries', { maxRetries: 11 }],
    [ConfigurationError, 'maxRetryWait', { maxRetryWait: -1 }],
    [ConfigurationError, 'maxRate', { maxRate: 0 }],
    [ConfigurationError, 'maxConcurrency', { maxConcurrency: 0 }],
    [ConfigurationError, 'apiBase', { apiBase: 'nowhere' }],
  ]) {
    assert.throws(
      () => client.withOptions(options),
      (error) => {
        assert.ok(error instanceof Class, inspect(error));
        assert.equal(error.parameter, parameter);
        assert.match(error.stack.split('\n')[1], /options\.test\.mjs/);
        return true;
      },
    );
  }
});

test('a request that is explained is signed and complete', limit, async () => {
  const project = await Project.create();
  const client = project.client();
  const { uuid } = await client.uploads.upload(Buffer.from('x'));
  const before = (await project.requests()).length;
  const { method, url, headers, body, curl } = await client.explain(({ metadata }) =>
    metadata.set(uuid, 'pet', "the cat's, naïve"),
  );
  assert.equal((await project.requests()).length, before);
  assert.equal(method, 'PUT');
  assert.equal(url, `${client.apiBase}files/${uuid}/metadata/pet/`);
  assert.equal(body, '"the cat\'s, naïve"');
  const answer = await fetch(url, { method, headers, body });
  assert.equal(answer.status, 201);
  assert.equal(await client.metadata.get(uuid, 'pet'), "the cat's, naïve");
  const run = promisify(execFile);
  const { stdout } = await run('sh', [
    '-c',
    `${curl} --silent --output /dev/null -w '%{http_code}'`,
  ]).catch(({ code }) => ({ stdout: code === 127 ? '200' : String(code) }));
  assert.equal(stdout, '200');
});

test('what is secret can be left out', limit, async () => {
  const project = await Project.create();
  for (const authScheme of ['signed', 'simple']) {
    const client = project.client({ authScheme });
    const shown = await client.explain(({ project: api }) => api.get(), { redact: true });
    assert.ok(shown.headers.authorization.endsWith(':<redacted>'));
    assert.ok(!JSON.stringify(shown).includes(project.secretKey));
    const whole = await client.explain(({ project: api }) => api.get());
    assert.ok(!whole.curl.includes('redacted'));
  }
});

test('of what sends several requests, the first is explained', limit, async () => {
  const project = await Project.create({ count: 3 });
  const saved = await savedJob(project);
  const before = (await project.requests()).length;
  const client = project.client();
  for (const [path, call] of [
    ['files/?limit=5', ({ files }) => files.list({ limit: 5 })],
    ['files/?limit=5', ({ files }) => files.list({ limit: 5 }).pages()],
    ['files/?limit=5', ({ files }) => collect(files.list({ limit: 5 }))],
    ['files/search/', ({ files }) => files.search({ query: 'word' })],
    ['groups/', async ({ groups }) => groups.list()],
    ['files/storage/', ({ files }) => files.deleteMany([UUID])],
    ['webhooks/7/', ({ webhooks }) => webhooks.get(7)],
    ['base/', ({ uploads }) => uploads.upload(Buffer.from('x'))],
    [`files/${UUID}/`, (inner) => inner.withOptions({ timeout: 5 }).files.get(UUID)],
    ['convert/document/status/', ({ jobs }) => jobs.open(saved).updates()],
    ['convert/document/status/', ({ jobs }) => jobs.open(saved).wait()],
  ]) {
    const { url } = await client.explain(call);
    assert.ok(url.startsWith(client.apiBase + path), `${url} is not for ${path}`);
  }
  assert.equal((await project.requests()).length, before);
});

test('what a call does with the explained request is its own affair', limit, async () => {
  const project = await Project.create();
  const { url } = await project.client().explain(async ({ files, project: api }) => {
    await api.get().catch(() => undefined);
    await files.get(UUID).catch(() => undefined);
  });
  assert.match(url, /\/project\/$/);
  assert.deepEqual(await project.requests(), []);
});

test('calls that cannot be explained', limit, async () => {
  const project = await Project.create();
  const client = project.client();
  for (const [parameter, call, options] of [
    ['call', () => undefined],
    ['call', async ({ files }) => files.list],
    ['call', ({ files }) => files.deleteMany([])],
    ['call', undefined],
    ['call', 5],
    ['file', ({ files }) => files.get('cat.jpg')],
    ['limit', ({ files }) => files.list({ limit: 0 })],
    ['options', ({ files }) => files.list(), null],
    ['redact', ({ files }) => files.list(), { redact: 5 }],
    ['signal', ({ files }) => files.list(), { signal: 5 }],
  ]) {
    const error = await failure(client.explain(call, options));
    assert.ok(error instanceof InvalidParameterError, inspect(error));
    assert.equal(error.parameter, parameter);
    assert.match(error.stack.split('\n')[1], /options\.test\.mjs/);
  }
  const own = new Error('of the user');
  const throwing = () => {
    throw own;
  };
  assert.equal(await failure(client.explain(throwing)), own);
  assert.equal(await failure(client.explain(async () => throwing())), own);
  // A client that explains is no other client.
  assert.ok((await failure(client.files.get(UUID))) instanceof NotFoundError);
});

test('explaining asks the signer', limit, async () => {
  const project = await Project.create();
  const client = project.signedClient(async (request) => project.sign(request));
  const { url, headers } = await client.explain(({ project: api }) => api.get());
  assert.equal((await fetch(url, { headers })).status, 200);
  const thrown = new Error('no signature today');
  const failing = project.signedClient(() => {
    throw thrown;
  });
  const error = await failure(failing.explain(({ project: api }) => api.get()));
  assert.ok(error instanceof SignerError, inspect(error));
  assert.equal(error.cause, thrown);
});

test('a signal ends the explaining', limit, async () => {
  const project = await Project.create();
  const signals = [];
  const client = project.signedClient((_, { signal }) => {
    signals.push(signal);
    return new Promise(() => undefined);
  });
  const reason = new Error('not today');
  let called = 0;
  const call = async ({ project: api }) => {
    called += 1;
    return await api.get();
  };
  const aborted = { signal: AbortSignal.abort(reason) };
  assert.equal(await failure(client.explain(call, aborted)), reason);
  assert.equal(called, 0);
  const controller = new AbortController();
  const outcome = failure(client.explain(call, { signal: controller.signal }));
  await eventually(() => signals.length === 1);
  controller.abort(reason);
  assert.ok(signals[0].aborted);
  assert.equal(await outcome, reason);
  // Even one that hangs in the user's own code.
  const other = new AbortController();
  const hanging = failure(
    client.explain(() => new Promise(() => undefined), { signal: other.signal }),
  );
  await turns();
  other.abort(reason);
  assert.equal(await hanging, reason);
  assert.deepEqual(await project.requests(), []);
});
