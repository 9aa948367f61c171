import assert from 'node:assert/strict';
import { AsyncLocalStorage } from 'node:async_hooks';
import test from 'node:test';
import { inspect } from 'node:util';
import {
  InvalidParameterError,
  RequestTimeoutError,
  SignerError,
  Uploadcare,
  UploadClient,
  UploadcareError,
} from 'uploadcare-sdk';
import { bases, control, eventually, failure, Project, turns } from './support.mjs';

const limit = { timeout: 300_000 };
const TEXT = Buffer.from('x');

/** A project that takes no upload without a credential. */
async function strict(settings = {}) {
  const project = await Project.create();
  const changes = { signed_uploads: true, ...settings };
  await control('PATCH', `projects/${project.publicKey}`, changes);
  return project;
}

function uploader({ publicKey }, uploadCredential, options = {}) {
  return new UploadClient({ publicKey, ...bases, maxRetries: 0, uploadCredential, ...options });
}

async function refused(project) {
  const error = await failure(uploader(project).uploads.upload(TEXT));
  assert.equal(error.code, 'SignatureRequiredError', inspect(error));
}

test('credentials in every form', limit, async () => {
  const project = await strict();
  await refused(project);
  const { uploads } = project.client();
  const token = () => uploads.createToken().token;
  const signature = () => uploads.createSignature();
  for (const given of [
    token(),
    signature(),
    { ...signature(), more: 1 },
    Promise.resolve(token()),
    Promise.resolve(signature()),
    token,
    signature,
    async () => token(),
    async () => {
      await new Promise(setImmediate);
      return signature();
    },
    // biome-ignore lint/suspicious/noThenProperty: that is what is tested
    () => ({ then: (resolve) => resolve(token()) }),
  ]) {
    const client = uploader(project, given);
    await client.uploads.upload(TEXT);
    await client.withOptions({ timeout: 5 }).uploads.upload(pieces(TEXT));
  }
  const full = new Uploadcare({ ...project.settings, uploadCredential: token });
  await full.uploads.upload(TEXT);
  await full.uploadClient().uploads.upload(TEXT);
  // Without one that was given, the secret key makes it.
  await project.client().uploads.upload(TEXT);
  const error = await failure(project.client().uploadClient().uploads.upload(TEXT));
  assert.ok(error instanceof UploadcareError);
});

function* pieces(bytes) {
  yield bytes;
}

test('what gives credentials is asked once, while what it gave is good', limit, async () => {
  const project = await strict();
  const { uploads } = project.client();
  let asked = 0;
  const client = uploader(project, async () => {
    asked += 1;
    return uploads.createToken().token;
  });
  await failure(client.uploads.upload('nothing'));
  assert.equal(asked, 0);
  await Promise.all(Array.from({ length: 5 }, () => client.uploads.upload(TEXT)));
  await client.uploads.uploadMany([TEXT, TEXT]);
  assert.equal(asked, 1);

  const wrong = ['a.b.c', uploads.createToken().token];
  const second = uploader(project, () => wrong.shift());
  assert.ok((await failure(second.uploads.upload(TEXT))) instanceof UploadcareError);
});

test('what the function throws is the cause, itself', limit, async () => {
  const project = await strict();
  for (const thrown of [new TypeError('no token today'), Object.freeze({ a: 1 }), undefined, 'x']) {
    const throwing = () => {
      throw thrown;
    };
    for (const given of [throwing, async () => throwing()]) {
      const client = uploader(project, given, { maxRetries: 2 });
      const error = await failure(client.uploads.upload(TEXT));
      assert.ok(error instanceof SignerError, inspect(error));
      assert.ok(Object.hasOwn(error, 'cause'));
      assert.ok(Object.is(error.cause, thrown));
      assert.match(error.message, /^no credential for the upload: ./);
      assert.match(error.stack.split('\n')[1], /credential\.test\.mjs/);
    }
  }
  const rejected = Promise.reject(new Error('of the promise'));
  const client = uploader(project, rejected);
  await turns();
  for (let time = 0; time < 2; time += 1) {
    assert.equal((await failure(client.uploads.upload(TEXT))).cause.message, 'of the promise');
  }
  assert.deepEqual(await project.requests(), []);
});

test('what is no credential', limit, async () => {
  const project = await strict();
  for (const given of [5, undefined, null, {}, TEXT, { signature: 'planted', expire: '1' }]) {
    const error = await failure(uploader(project, () => given).uploads.upload(TEXT));
    assert.ok(error instanceof SignerError, inspect(error));
    assert.match(error.message, /it gave .*, not a token or a signature/);
    assert.ok(!inspect(error, { depth: 9, showHidden: true }).includes('planted'));
    if (given === undefined) continue;
    assert.throws(
      () => uploader(project, given),
      (error) => error instanceof InvalidParameterError && error.parameter === 'uploadCredential',
    );
  }
  for (const given of ['', 'planted secret', { signature: 'planted', expire: 1 }]) {
    const error = await failure(uploader(project, () => given).uploads.upload(TEXT));
    assert.ok(error instanceof SignerError, inspect(error));
    const made = await failure((async () => uploader(project, given))());
    for (const each of [error, made]) {
      assert.ok(each instanceof UploadcareError);
      assert.ok(!inspect(each, { depth: 9, showHidden: true }).includes('planted'));
    }
  }
  assert.throws(
    () => project.client().withOptions({ uploadCredential: 'a.b.c' }),
    ({ parameter }) => parameter === 'uploadCredential',
  );
});

test('aborting and the timeout end the function', limit, async () => {
  const project = await strict();
  const signals = [];
  const client = uploader(project, ({ signal }) => {
    signals.push(signal);
    return new Promise(() => undefined);
  });
  const controller = new AbortController();
  const outcome = failure(client.uploads.upload(TEXT, { signal: controller.signal }));
  await eventually(() => signals.length === 1);
  controller.abort(new Error('closing time'));
  assert.ok(signals[0].aborted);
  assert.equal(signals[0].reason, controller.signal.reason);
  assert.equal(await outcome, controller.signal.reason);
  const brief = client.withOptions({ timeout: 2 });
  const late = await failure(brief.uploads.upload(TEXT));
  assert.ok(late instanceof RequestTimeoutError, inspect(late));
  await eventually(() => signals[1].aborted);
  assert.deepEqual(await project.requests(), []);
});

test('an upload whose credential is given up leaves it to the next one', limit, async () => {
  const project = await strict();
  const { uploads } = project.client();
  let asked = 0;
  const client = uploader(project, () => {
    asked += 1;
    return asked === 1 ? new Promise(() => undefined) : uploads.createToken().token;
  });
  const controller = new AbortController();
  const first = failure(client.uploads.upload(TEXT, { signal: controller.signal }));
  await eventually(() => asked === 1);
  const second = client.uploads.upload(TEXT);
  await turns();
  controller.abort();
  assert.equal(await first, controller.signal.reason);
  assert.equal((await second).size, 1);
  assert.equal(asked, 2);
});

test('the function runs in the async context of the call', limit, async () => {
  const project = await strict();
  const { uploads } = project.client();
  const storage = new AsyncLocalStorage();
  let found;
  const client = uploader(project, () => {
    found = storage.getStore();
    return uploads.createToken().token;
  });
  await storage.run('here', () => client.uploads.upload(TEXT));
  assert.equal(found, 'here');
});

test('a signer and credentials serve one client', limit, async () => {
  const project = await strict();
  const { uploads } = project.client();
  const events = [];
  const client = project.signedClient((request) => project.sign(request), {
    uploadCredential: async () => uploads.createToken().token,
    onEvent: ({ kind }) => events.push(kind),
  });
  const { uuid } = await client.uploads.upload(TEXT);
  assert.equal((await client.files.get(uuid)).size, 1);
  assert.equal(events.filter((kind) => kind === 'finish').length, 2);
});
