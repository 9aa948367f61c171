import assert from 'node:assert/strict';
import test from 'node:test';
import { inspect } from 'node:util';
import {
  AccountClient,
  AuthenticationError,
  ConfigurationError,
  InvalidParameterError,
  NotFoundError,
} from 'uploadcare-sdk';
import {
  bases,
  control,
  createAccount,
  ended,
  eventually,
  failure,
  HELD_MS,
  Project,
  script,
} from './support.mjs';

const limit = { timeout: 300_000 };
const DAY = 86_400_000;

async function account(options = {}) {
  const token = await createAccount();
  return { token, client: client(token, options) };
}

function client(token, options = {}) {
  return new AccountClient({ token, apiBase: bases.apiBase, maxRetries: 0, ...options });
}

async function requests(token) {
  const path = `requests?account=${encodeURIComponent(token)}&settled=true`;
  return (await control('GET', path)).body.requests;
}

test('projects and their secret keys', limit, async () => {
  const { client } = await account();
  assert.deepEqual(await client.projects.list(), []);
  const features = { autostore: false, filesizeLimit: 10 };
  const { pubKey } = await client.projects.create('Mine', { features });
  const renamed = await client.projects.update(pubKey, { name: 'Yours' });
  assert.equal(renamed.name, 'Yours');
  assert.equal(renamed.features.uploads.filesizeLimit, 10);
  const { id, secret } = await client.secrets.create(pubKey);
  assert.ok((await client.secrets.list(pubKey)).some((other) => other.id === id));
  const project = new Project({ public_key: pubKey, secret_key: secret });
  assert.equal((await project.client().project.get()).name, 'Yours');
  assert.equal(await client.secrets.delete(pubKey, id), undefined);
  assert.ok((await failure(project.client().project.get())) instanceof AuthenticationError);
  await client.projects.delete(pubKey);
  assert.ok((await failure(client.projects.get(pubKey))) instanceof NotFoundError);
});

test('a list whose links lead elsewhere', limit, async () => {
  const { token, client } = await account();
  for (let count = 0; count < 3; count += 1) await client.projects.create(`Project ${count}`);
  const next_base = 'https://app.uploadcare.com/apps/api/project-api/v1/projects/';
  await control('PATCH', `accounts/${token}`, { next_base });
  const names = (await client.projects.list({ limit: 1 })).map(({ name }) => name);
  assert.deepEqual(names, ['Project 0', 'Project 1', 'Project 2']);
  const listed = (await requests(token)).filter(({ method }) => method === 'GET');
  assert.equal(listed.length, 3);
});

test('usage of 200 days', limit, async () => {
  const { token, client } = await account();
  const { publicKey } = await Project.create(undefined, token);
  const to = new Date(Date.now() - 2 * DAY);
  const from = new Date(to.getTime() - 200 * DAY);
  const date = from.toISOString().slice(0, 10);
  const days = [{ date, traffic: 5, storage: 6, operations: 7 }];
  await control('POST', `projects/${publicKey}/usage`, { days });
  const usage = await client.usage.get(publicKey, from, to);
  assert.equal(usage.data.length, 200);
  assert.equal(usage.rows.length, 600);
  assert.deepEqual(usage.data[0], days[0]);
  assert.deepEqual(usage.rows[0], { date, metric: 'traffic', value: 5, unit: 'bytes' });
  const texts = [from, to].map((moment) => moment.toISOString().slice(0, 10));
  assert.deepEqual(await client.usage.get(publicKey, ...texts), usage);
  const { data, unit } = await client.usage.metric(publicKey, 'operations', from, texts[1]);
  assert.deepEqual([data.length, data[0].value, unit], [200, 7, 'operations']);
  const asked = (await requests(token)).filter(({ route }) => route.includes('usage'));
  assert.equal(asked.length, 9);
  for (const [parameter, start] of [
    ['from', () => client.usage.get(publicKey, 5, to)],
    ['to', () => client.usage.get(publicKey, from, new Date(Number.NaN))],
    ['from', () => client.usage.get(publicKey, 'yesterday', to)],
    ['metric', () => client.usage.metric(publicKey, 'files', from, to)],
    ['publicKey', () => client.usage.get(5, from, to)],
    ['publicKey', () => client.usage.get('a/b', from, to)],
    ['limit', () => client.projects.list({ limit: 101 })],
    ['features.autostore', () => client.projects.create('x', { features: { autostore: 5 } })],
    ['features.teamSize', () => client.projects.create('x', { features: { teamSize: 1.5 } })],
  ]) {
    const error = await failure(start());
    assert.ok(error instanceof InvalidParameterError, inspect(error));
    assert.equal(error.parameter, parameter);
    assert.match(error.stack.split('\n')[1], /account\.test\.mjs/);
  }
});

test('it has nothing of a project, and a project nothing of it', limit, async () => {
  const { token, client } = await account();
  for (const name of ['files', 'uploads', 'delivery', 'publicKey']) {
    assert.equal(client[name], undefined);
  }
  const project = (await Project.create()).client();
  for (const name of ['projects', 'secrets', 'usage']) assert.equal(project[name], undefined);
  const own = { publicKey: 'a', secretKey: 'b', signer: () => '', uploadCredential: 'a' };
  for (const [name, value] of Object.entries(own)) {
    for (const start of [
      () => new AccountClient({ token, [name]: value }),
      () => client.withOptions({ [name]: value }),
    ]) {
      assert.throws(start, (error) => {
        assert.ok(error instanceof InvalidParameterError, inspect(error));
        return error.parameter === name;
      });
    }
  }
  assert.throws(() => project.withOptions({ token }), InvalidParameterError);
  assert.throws(
    () => new AccountClient({ token: 5 }),
    ({ parameter }) => parameter === 'token',
  );
  for (const wrong of ['', 'a b']) {
    assert.throws(() => new AccountClient({ token: wrong }), ConfigurationError);
  }
});

test('its token shows nowhere', limit, async () => {
  const { token, client: right } = await account();
  const planted = 'planted-account-token';
  const events = [];
  const onEvent = (event) => events.push(event);
  const wrong = client(planted, { onEvent });
  const error = await failure(wrong.projects.list());
  assert.ok(error instanceof AuthenticationError, inspect(error));
  const derived = right.withOptions({ timeout: 5 });
  assert.ok(derived instanceof AccountClient);
  assert.deepEqual(derived.toJSON(), { apiBase: bases.apiBase });
  assert.deepEqual(await derived.projects.list(), []);
  assert.match(inspect(right), /^AccountClient \{ apiBase: /);
  assert.equal(events.at(-1).kind, 'finish');
  const made = await failure((async () => client(`${planted} `))());
  const all = { depth: 20, showHidden: true, getters: true };
  for (const value of [right, wrong, derived, error, made, events]) {
    for (const text of [
      inspect(value, all),
      inspect(value, { ...all, customInspect: false }),
      JSON.stringify(value),
      String(value.stack),
    ]) {
      assert.ok(!text.includes(token) && !text.includes(planted), text);
    }
  }
});

test('the token of the environment, and an abort', limit, async () => {
  const { token, client } = await account();
  const source = `import { AccountClient } from 'uploadcare-sdk';
    console.log(await new AccountClient().projects.list());`;
  const env = { UPLOADCARE_ACCOUNT_TOKEN: token, UPLOADCARE_REST_API_BASE: bases.apiBase };
  assert.deepEqual(await ended(script(source, [], { env })), { code: 0, output: '[]\n' });
  await control('POST', `accounts/${token}/faults`, { delay_ms: HELD_MS });
  const stats = async () => (await control('GET', `accounts/${token}/stats`)).body;
  const controller = new AbortController();
  const outcome = failure(client.projects.list({ signal: controller.signal }));
  await eventually(async () => (await stats()).in_flight === 1);
  controller.abort();
  assert.equal(await outcome, controller.signal.reason);
  await eventually(async () => (await stats()).cancelled === 1);
});
