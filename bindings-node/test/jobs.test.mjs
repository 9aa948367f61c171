import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import test from 'node:test';
import { inspect } from 'node:util';
import {
  InvalidParameterError,
  JobCancelledError,
  JobFailedError,
  NotFoundError,
  Uploadcare,
  WaitTimeoutError,
} from 'uploadcare-sdk';
import { collect, control, eventually, failure, HELD_MS, Project } from './support.mjs';

const FAST = { interval: 0.01 };
const states = (statuses) => statuses.map(({ state }) => state);

/** A job of a fresh project, which ends as `plan` says, else after two questions. */
async function started(plan) {
  const project = await Project.create();
  await control('PATCH', `projects/${project.publicKey}`, { job_ms: 3_600_000 });
  if (plan) await control('POST', `projects/${project.publicKey}/jobs`, plan);
  const client = project.client();
  const text = await client.uploads.upload(Buffer.from('text'), { filename: 'notes.txt' });
  const job = await client.conversion.convertDocument(client.conversion.documentPath(text));
  return { project, client, job, text };
}

/** How often the job has been asked after. */
async function questions(project) {
  const requests = await project.requests();
  return requests.filter(({ path }) => path.includes('/status/')).length;
}

test('a job tells what it is, and shows nothing else', async () => {
  const { client, job, text, project } = await started();
  assert.equal(job.kind, 'document');
  assert.equal(job.source, `${text.uuid}/document/-/format/pdf/`);
  assert.equal(typeof job.token, 'number');
  assert.equal(job.requestId, null);
  assert.match(job.uuid, /^[0-9a-f-]{36}$/);
  assert.equal(job.thumbnailsGroupUuid, null);
  const { kind, source, token, requestId, uuid, thumbnailsGroupUuid } = job;
  const info = { kind, source, token, requestId, uuid, thumbnailsGroupUuid };
  assert.deepEqual(JSON.parse(JSON.stringify(job)), info);
  assert.equal(inspect(job), `Job ${inspect(info)}`);
  const again = new Uploadcare(project.settings).jobs.open(job.save());
  assert.deepEqual(JSON.stringify(again), JSON.stringify(job));
  assert.equal((await again.status()).state, 'pending');
  assert.ok(!inspect([job, client], { depth: 9, showHidden: true }).includes(project.secretKey));
});

test('waiting tells of each status and gives the last', async () => {
  const { client, job } = await started();
  const told = [];
  const last = await job.wait({ ...FAST, progress: (status) => told.push(status) });
  assert.deepEqual(states(told), ['pending', 'processing', 'finished']);
  assert.deepEqual(last, told.at(-1));
  assert.equal((await client.files.get(last)).uuid, job.uuid);
});

test('updates end with the last status, and may be left', async () => {
  const { project, job } = await started();
  assert.deepEqual(states(await collect(job.updates(FAST))), ['pending', 'processing', 'finished']);
  assert.deepEqual(states(await collect(job.updates())), ['finished']);
  const asked = await questions(project);
  for await (const { state } of job.updates(FAST)) {
    assert.equal(state, 'finished');
    break;
  }
  job.updates(FAST);
  assert.equal(await questions(project), asked + 1);
});

test('how a job ends badly', async () => {
  for (const [outcome, Class, message] of [
    ['failed', JobFailedError, 'The document is locked.'],
    ['cancelled', JobCancelledError, 'cancelled'],
    ['stuck', WaitTimeoutError, 'within 0.05 seconds'],
  ]) {
    const error = outcome === 'failed' ? { error: message } : {};
    const { job } = await started({ outcome, ...error });
    for (const wait of [
      (options) => job.wait(options),
      (options) => collect(job.updates(options)),
    ]) {
      // Short only where it must run out: the others end by themselves.
      const limit = outcome === 'stuck' ? { timeout: 0.05 } : {};
      const error = await failure(wait({ ...FAST, ...limit }));
      assert.ok(error instanceof Class, inspect(error));
      assert.ok(error.message.includes(message), error.message);
      assert.equal(error.isRetryable, Class === WaitTimeoutError);
    }
    const expected = outcome === 'stuck' ? 'processing' : outcome;
    assert.equal((await job.status()).state, expected);
  }
});

test('a job that is gone', async () => {
  const { job, client } = await started();
  const text = job.save().replace(/"token":\d+/, '"token":7');
  const error = await failure(client.jobs.open(text).wait());
  assert.ok(error instanceof NotFoundError);
  assert.match(error.stack.split('\n')[1], /jobs\.test\.mjs/);
});

test('options of waiting are refused at once', async () => {
  const { project, job } = await started();
  for (const [parameter, options] of [
    ['timeout', { timeout: -1 }],
    ['timeout', { timeout: '5' }],
    ['interval', { interval: 0 }],
    ['options', 5],
    ['options', null],
  ]) {
    const error = await failure(job.wait(options));
    assert.ok(error instanceof InvalidParameterError, inspect(error));
    assert.equal(error.parameter, parameter);
    assert.match(error.stack.split('\n')[1], /jobs\.test\.mjs/);
    assert.throws(() => job.updates(options), { name: 'InvalidParameterError', parameter });
  }
  assert.equal((await failure(job.wait({ progress: 5 }))).parameter, 'progress');
  assert.equal((await failure(job.wait({ signal: 5 }))).parameter, 'signal');
  assert.equal(await questions(project), 0);
});

test('what a progress function throws ends the waiting as it is', async () => {
  const { project, job } = await started();
  const thrown = Object.assign(new Error('enough'), { code: 'InvalidArg' });
  const progress = () => {
    throw thrown;
  };
  assert.equal(await failure(job.wait({ ...FAST, progress })), thrown);
  assert.equal(await questions(project), 1);
});

for (const [name, wait] of [
  ['wait', (job, options) => job.wait(options)],
  ['updates', (job, options) => collect(job.updates(options))],
]) {
  test(`${name}: aborting ends a pause at once`, async () => {
    const { project, job } = await started({ outcome: 'stuck' });
    const { signal, ...controller } = abortable();
    const outcome = failure(wait(job, { interval: 60, signal }));
    await eventually(async () => (await questions(project)) === 1);
    controller.abort();
    assert.equal(await outcome, signal.reason);
    assert.equal(getEventListeners(signal, 'abort').length, 0);
  });

  test(`${name}: aborting ends a question and its connection`, async () => {
    const { project, job } = await started();
    await project.fault({ delay_ms: HELD_MS, times: -1 });
    const { signal, ...controller } = abortable();
    const outcome = failure(wait(job, { signal }));
    await eventually(async () => (await project.stats()).in_flight === 1);
    controller.abort();
    assert.equal(await outcome, signal.reason);
    await eventually(async () => (await project.stats()).cancelled === 1);
  });

  test(`${name}: an aborted signal asks nothing`, async () => {
    const { project, job } = await started();
    const reason = new Error('not today');
    assert.equal(await failure(wait(job, { signal: AbortSignal.abort(reason) })), reason);
    assert.equal(await questions(project), 0);
  });
}

function abortable() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

test('several conversions: jobs and problems', async () => {
  const { client, text } = await started();
  const paths = new Set([`${text.uuid}/document/-/format/pdf/`, 'nonsense']);
  const { jobs, problems } = await client.conversion.convertDocuments(paths);
  assert.equal(jobs.length, 1);
  assert.equal((await jobs[0].wait(FAST)).state, 'finished');
  assert.deepEqual(
    problems.map(({ source }) => source),
    ['nonsense'],
  );
});
