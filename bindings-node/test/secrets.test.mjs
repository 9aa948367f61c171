import assert from 'node:assert/strict';
import test from 'node:test';
import { inspect } from 'node:util';
import { UploadClient, Uploadcare } from 'uploadcare-sdk';
import { bases, collect, control, failure, HELD_MS, Project } from './support.mjs';

const UUID = '21975c81-7f57-4c7a-aef9-acfe28779f78';
const PASSWORD = 'planted-proxy-password';
const KEY = 'planted-secret-key';
const NO_SIGNATURE = 'planted-signer-output';

/** Every text that a value may become. */
function* texts(value, depth = 0) {
  const all = { depth: 20, showHidden: true, getters: true, maxStringLength: null };
  yield inspect(value, all);
  yield inspect(value, { ...all, customInspect: false });
  yield JSON.stringify(value) ?? '';
  yield String(value?.stack ?? value?.constructor?.name);
  if (value instanceof Error) {
    yield String(value);
    yield `${value.name} ${value.message}`;
    yield inspect(structuredClone(value), all);
    if (depth < 10) yield* texts(value.cause, depth + 1);
  }
}

function checkAll(values, secrets) {
  let checked = 0;
  for (const [name, value] of Object.entries(values)) {
    for (const text of texts(value)) {
      checked += 1;
      for (const secret of secrets) assert.ok(!text.includes(secret), `${name}: ${text}`);
    }
  }
  return checked;
}

test('secrets show nowhere', { timeout: 300_000 }, async () => {
  const project = await Project.create({ count: 3 });
  const events = [];
  const onEvent = (event) => events.push(event);
  const client = project.client({ onEvent });
  const signatures = [];
  const signed = project.signedClient(
    (request) => {
      signatures.push(project.sign(request));
      return signatures.at(-1);
    },
    { onEvent },
  );
  const proxy = `http://user:${PASSWORD}@127.0.0.1:1/`;
  const wrong = new Uploadcare({ ...project.settings, secretKey: KEY, onEvent });
  const simple = wrong.withOptions({ authScheme: 'simple' });
  const proxied = project.client({ proxy, onEvent });
  const broken = project.signedClient(() => NO_SIGNATURE, { onEvent });
  const made = (options) => failure((async () => new Uploadcare({ ...bases, ...options }))());
  const strict = await Project.create();
  await control('PATCH', `projects/${strict.publicKey}`, { signed_uploads: true });
  const { token } = strict.client().uploads.createToken();
  const signature = strict.client().uploads.createSignature();
  const uploader = (uploadCredential) =>
    new UploadClient({ ...bases, publicKey: strict.publicKey, uploadCredential, onEvent });
  const good = { token, signature, function: async () => token };
  const uploaders = Object.values(good).map(uploader);
  for (const { uploads } of uploaders) await uploads.upload(Buffer.from('x'));
  const large = uploaders[0].uploads.prepare(Buffer.alloc(11 << 20));
  await strict.fault({ route: '/multipart/complete/', times: -1, respond: { status: 503 } });
  const unfinished = await failure(large.run());
  const [, address] = /X-Amz-Signature=(\w+)/.exec(large.save());
  const publicKey = 'demopublickey';

  const errors = {
    'not found': await failure(client.files.get(UUID)),
    'wrong key': await failure(wrong.files.get(UUID)),
    'wrong key, simple': await failure(simple.files.get(UUID)),
    proxied: await failure(proxied.files.get(UUID)),
    'proxied upload': await failure(proxied.uploads.upload(Buffer.from('x'))),
    'no signature': await failure(broken.files.get(UUID)),
    'not found, signed elsewhere': await failure(signed.files.get(UUID)),
    'a key that is none': await made({ publicKey, secretKey: `${KEY}/` }),
    'a proxy that is none': await made({ publicKey, proxy: `${PASSWORD}:://` }),
    'a proxy without a host': await made({ publicKey, proxy: `http://user:${PASSWORD}@` }),
    'a base with a password': await made({ publicKey, apiBase: `https://user:${PASSWORD}@host/` }),
    unfinished,
    'a token that is none': await failure(uploader(() => `${KEY} x`).uploads.upload('README.md')),
    'a token that is wrong': await failure(uploader(`${KEY}.x.y`).uploads.upload('README.md')),
    'a signature that is wrong': await failure(
      uploader(() => ({ signature: KEY, expire: 5 })).uploads.upload('README.md'),
    ),
    'a key and a signer': await made({ publicKey, secretKey: KEY, signer: () => '' }),
    'other options': await failure(
      (async () => client.withOptions({ proxy: `http://user:${PASSWORD}@` }))(),
    ),
  };
  await project.fault({ drop: true });
  errors.dropped = await failure(signed.files.get(UUID));
  await project.fault({ respond: { status: 429, headers: { 'Retry-After': '90' } } });
  errors.throttled = await failure(signed.withOptions({ maxRetries: 1 }).files.get(UUID));
  const timely = project.signedClient(
    (request) => {
      signatures.push(project.sign(request));
      return signatures.at(-1);
    },
    { onEvent, timeout: 3 },
  );
  await project.fault({ delay_ms: HELD_MS });
  errors['out of time'] = await failure(timely.files.get(UUID));
  for (const [name, error] of Object.entries(errors)) assert.ok(error instanceof Error, name);

  const list = signed.files.list({ limit: 1 });
  await collect(timely.files.list({ limit: 1 }));
  const explained = {};
  for (const [name, one] of Object.entries({ client, wrong, simple, signed, proxied })) {
    explained[name] = await one.explain(({ project: api }) => api.get(), { redact: true });
    assert.match(explained[name].curl, /<redacted>/);
  }
  let explaining;
  await wrong.explain(async (inner) => {
    explaining = inner;
    await inner.project.get();
  });
  const objects = {
    client,
    wrong,
    simple,
    signed,
    proxied,
    explaining,
    uploaders,
    large,
    progress: large.progress,
    parts: Object.values(proxied),
    list,
    pages: list.pages(),
    error: await failure(explaining.project.get()),
  };
  assert.ok(events.length > 30);
  assert.ok(signatures.length > 3);
  const secrets = [project.secretKey, KEY, PASSWORD, NO_SIGNATURE, ...signatures];
  secrets.push(address, token, signature.signature);
  const checked = checkAll({ ...errors, ...objects, ...explained, events }, secrets);
  assert.ok(checked > 100);
  // It would be seen.
  const whole = await simple.explain(({ project: api }) => api.get());
  assert.throws(() => checkAll({ whole }, secrets));
  for (const text of texts(client)) assert.ok(!/authorization/i.test(text), text);
  for (const text of texts(events)) assert.ok(!/authorization/i.test(text), text);
  assert.ok(inspect(client).includes(project.publicKey));
});
