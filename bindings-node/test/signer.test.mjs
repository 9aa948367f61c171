import assert from 'node:assert/strict';
import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { inspect } from 'node:util';
import {
  ConfigurationError,
  InvalidParameterError,
  RequestTimeoutError,
  SignerError,
  Uploadcare,
  UploadcareError,
} from 'uploadcare-sdk';
import {
  bases,
  block,
  collect,
  eventually,
  failure,
  microtasks,
  Project,
  turns,
} from './support.mjs';

const UUID = '21975c81-7f57-4c7a-aef9-acfe28779f78';
const limit = { timeout: 300_000 };

test('a signer takes the place of the secret key', limit, async () => {
  const project = await Project.create({ count: 3 });
  const seen = [];
  const signers = {
    'at once': (request) => {
      seen.push(request);
      return project.sign(request);
    },
    later: async (request) => {
      await new Promise(setImmediate);
      return project.sign(request);
    },
    'a thenable': (request) => ({
      // biome-ignore lint/suspicious/noThenProperty: that is what is tested
      then: (resolve) => resolve(project.sign(request)),
    }),
  };
  for (const signer of Object.values(signers)) {
    const { files, metadata, uploads } = project.signedClient(signer);
    assert.ok((await collect(files.list({ limit: 1 }))).length >= 3);
    const { uuid } = await uploads.upload(Buffer.from('x'));
    assert.equal(await metadata.set(uuid, 'pet', 'naïve café'), 'naïve café');
  }
  const { method, target, contentType, date, bodyMd5, stringToSign } = seen.at(-1);
  const md5 = createHash('md5').update('"naïve café"').digest('hex');
  assert.equal(method, 'PUT');
  assert.match(target, /^\/files\/[\w-]+\/metadata\/pet\/$/);
  assert.equal(contentType, 'application/json');
  assert.ok(Math.abs(new Date(date) - Date.now()) < 60_000, date);
  assert.equal(bodyMd5, md5);
  assert.equal(stringToSign, [method, bodyMd5, contentType, date, target].join('\n'));
  assert.ok(seen.length >= 4);
});

const hostile = {
  get message() {
    throw new Error('not this one');
  },
};

test('what a signer throws is the cause, itself', limit, async () => {
  const project = await Project.create();
  for (const thrown of [
    new TypeError('no signature today'),
    new DOMException('not aborted by us', 'AbortError'),
    new UploadcareError('of an inner client'),
    new Error(''),
    Object.freeze({ reason: 7 }),
    hostile,
    'no signature today',
    undefined,
    null,
    0,
    Symbol('none'),
  ]) {
    let asked = 0;
    const throwing = () => {
      asked += 1;
      throw thrown;
    };
    const rejecting = async () => throwing();
    for (const signer of [throwing, rejecting]) {
      const error = await failure(project.signedClient(signer, { maxRetries: 2 }).project.get());
      assert.ok(error instanceof SignerError, inspect(error));
      assert.equal(error.kind, 'signer');
      assert.equal(error.isRetryable, false);
      assert.ok(Object.hasOwn(error, 'cause'));
      assert.ok(Object.is(error.cause, thrown), inspect(error.cause));
      assert.match(error.message, /^the signer failed: ./);
      assert.match(error.stack.split('\n')[1], /signer\.test\.mjs/);
    }
    assert.equal(asked, 2);
  }
  assert.deepEqual(await project.requests(), []);
});

test('calls at the same time keep their own causes', limit, async () => {
  const project = await Project.create();
  const errors = new Map();
  const client = project.signedClient(async ({ target }) => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
    const error = new Error(target);
    errors.set(target, error);
    throw error;
  });
  const ids = Array.from({ length: 50 }, (_, index) => index);
  const found = await Promise.all(ids.map((id) => failure(client.webhooks.get(id))));
  for (const id of ids) assert.equal(found[id].cause, errors.get(`/webhooks/${id}/`));
});

test('what is no signature is an error that does not show it', limit, async () => {
  const project = await Project.create();
  for (const [given, message] of [
    [5, /gave a number, not a string/],
    [undefined, /gave undefined, not a string/],
    [null, /gave null, not a string/],
    [Buffer.from('planted-secret'), /gave an object, not a string/],
    [{ signature: 'planted-secret' }, /gave an object, not a string/],
    ['planted-secret', /must be 40 hexadecimal digits/],
    ['', /must be 40 hexadecimal digits/],
  ]) {
    const error = await failure(project.signedClient(() => given).project.get());
    assert.ok(error instanceof SignerError, inspect(error));
    assert.match(error.message, message);
    assert.ok(!Object.hasOwn(error, 'cause'));
    assert.ok(!inspect(error, { depth: 9, showHidden: true }).includes('planted-secret'));
  }
  assert.deepEqual(await project.requests(), []);
});

/** A signer that never settles, and what it was given. */
function endless() {
  const signals = [];
  const signer = (_, { signal }) => {
    signals.push(signal);
    return new Promise(() => undefined);
  };
  return { signer, signals };
}

test('the timeout of the call ends a signer that never settles', limit, async () => {
  const project = await Project.create();
  const { signer, signals } = endless();
  const { project: api } = project.signedClient(signer, { timeout: 2 });
  const error = await failure(api.get());
  assert.ok(error instanceof RequestTimeoutError, inspect(error));
  assert.equal(signals.length, 1);
  assert.ok(signals[0].aborted);
  assert.equal(signals[0].reason.name, 'AbortError');
  assert.deepEqual(await project.requests(), []);
});

test('a signature that no page needs any more is given up', limit, async () => {
  const project = await Project.create({ count: 5 });
  const signals = [];
  const client = project.signedClient(async (request, { signal }) => {
    signals.push(signal);
    // That of the page which is fetched ahead.
    if (signals.length === 3) await new Promise(() => undefined);
    return project.sign(request);
  });
  const pages = client.files.list({ limit: 1 }).pages();
  const [first] = (await pages.nextPage()).results;
  await pages.nextPage();
  await eventually(() => signals.length === 3);
  assert.ok(!signals[2].aborted);
  assert.equal((await pages.previousPage()).results[0].uuid, first.uuid);
  assert.deepEqual(
    signals.map(({ aborted }) => aborted),
    [false, false, true, false],
  );
});

test('aborting the call aborts its signer at once', limit, async () => {
  const project = await Project.create();
  const { signer, signals } = endless();
  const controller = new AbortController();
  const outcome = failure(project.signedClient(signer).project.get({ signal: controller.signal }));
  await eventually(() => signals.length === 1);
  assert.ok(!signals[0].aborted);
  controller.abort(new Error('closing time'));
  assert.ok(signals[0].aborted);
  assert.equal(signals[0].reason, controller.signal.reason);
  assert.equal(await outcome, controller.signal.reason);
});

test('what an aborted signer comes to counts for nothing', limit, async () => {
  const unhandled = [];
  const listen = (reason) => unhandled.push(reason);
  process.on('unhandledRejection', listen);
  const project = await Project.create();
  const begun = deferred();
  let asked = 0;
  let aborted = 0;
  const client = project.signedClient((request, { signal }) => {
    const { promise, resolve, reject } = deferred();
    asked += 1;
    signal.addEventListener('abort', () => {
      aborted += 1;
      if (aborted % 2) reject(signal.reason);
      else resolve(project.sign(request));
    });
    begun.resolve();
    return promise;
  });
  const controller = new AbortController();
  const { signal } = controller;
  const outcomes = [1, 2, 3, 4].map(() => failure(client.project.get({ signal })));
  await begun.promise;
  await turns();
  controller.abort();
  for (const error of await Promise.all(outcomes)) assert.equal(error, signal.reason);
  const brief = client.withOptions({ timeout: 1 });
  const late = await Promise.all([1, 2, 3].map(() => failure(brief.project.get())));
  for (const error of late) assert.ok(error instanceof RequestTimeoutError);
  await turns();
  process.off('unhandledRejection', listen);
  assert.ok(aborted > 0);
  assert.equal(aborted, asked);
  assert.deepEqual(unhandled, []);
  assert.deepEqual(await project.requests(), []);
});

function deferred() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}

test('no signer begins once the call was aborted', limit, async () => {
  const project = await Project.create();
  let asked = 0;
  const client = project.signedClient(() => {
    asked += 1;
    return '0'.repeat(40);
  });
  for (let time = 0; time < 10; time += 1) {
    const controller = new AbortController();
    const outcome = failure(client.project.get({ signal: controller.signal }));
    // Meanwhile the question is there, but nobody looks at it.
    block(10);
    controller.abort();
    assert.equal(await outcome, controller.signal.reason);
    await turns();
  }
  assert.equal(asked, 0);
});

test('no signer begins once the call ran out of time', limit, async () => {
  const project = await Project.create();
  let asked = 0;
  const client = project.signedClient(
    () => {
      asked += 1;
      return '0'.repeat(40);
    },
    { timeout: 0.02 },
  );
  const outcome = failure(client.project.get());
  block(300);
  assert.ok((await outcome) instanceof RequestTimeoutError);
  await turns();
  assert.equal(asked, 0);
});

test('each attempt is signed anew', limit, async () => {
  const project = await Project.create();
  await project.fault({ respond: { status: 503, body: 'busy' }, times: 2 });
  let asked = 0;
  const client = project.signedClient(
    (request) => {
      asked += 1;
      return project.sign(request);
    },
    { maxRetries: 2 },
  );
  assert.equal((await client.project.get()).pubKey, project.publicKey);
  assert.equal(asked, 3);
});

test('many requests of one call are signed at the same time', limit, async () => {
  const project = await Project.create({ count: 350 });
  let now = 0;
  let most = 0;
  const client = project.signedClient(async (request) => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
    now -= 1;
    return project.sign(request);
  });
  const files = await collect(client.files.list({ limit: 1000 }));
  const { files: deleted } = await client.files.deleteMany(files, { concurrency: 4 });
  assert.equal(deleted.length, 350);
  assert.ok(most > 1);
});

test('an error that all requests of a call share has its cause', limit, async () => {
  const project = await Project.create();
  const thrown = new Error('no signature today');
  const client = project.signedClient(async () => {
    throw thrown;
  });
  const ids = Array.from({ length: 250 }, () => crypto.randomUUID());
  const error = await failure(client.files.deleteMany(ids, { concurrency: 3 }));
  assert.ok(error instanceof SignerError, inspect(error));
  assert.equal(error.cause, thrown);
});

test('signers run in the context of their call', limit, async () => {
  const project = await Project.create();
  const storage = new AsyncLocalStorage();
  const seen = new Map();
  const client = project.signedClient(async (request) => {
    await new Promise(setImmediate);
    seen.set(request.target, storage.getStore());
    return project.sign(request);
  });
  const ids = [1, 2, 3];
  await Promise.all(ids.map((id) => storage.run(id, () => failure(client.webhooks.get(id)))));
  for (const id of ids) assert.equal(seen.get(`/webhooks/${id}/`), id);
});

test('a signer may use another client, and this one', limit, async () => {
  const project = await Project.create();
  const inner = project.client();
  let depth = 0;
  const client = project.signedClient(async (request) => {
    await inner.project.get();
    depth += 1;
    if (depth === 1) await client.project.get();
    return project.sign(request);
  });
  await client.project.get();
  assert.equal(depth, 2);
});

test('leaving a loop does not take the signer from another one', limit, async () => {
  const project = await Project.create({ count: 4 });
  for (const backward of [false, true]) {
    const client = project.signedClient((request) => project.sign(request), { timeout: 60 });
    const whole = client.files.list({ limit: 2, prefetch: false });
    if (backward) await collect(whole);
    const list = backward ? whole.backward() : whole;
    const [one, other] = [list[Symbol.asyncIterator](), list[Symbol.asyncIterator]()];
    await one.next();
    await one.next();
    const waiting = other.next();
    // The page is asked for, but the signer is not yet.
    await microtasks();
    await one.return();
    assert.equal((await waiting).done, false);
  }
});

test('settings that do not go with a signer', limit, () => {
  const publicKey = 'a';
  const signer = () => '';
  const make = (options) => () => new Uploadcare({ publicKey, ...bases, ...options });
  assert.throws(make({ signer, secretKey: 'b' }), (error) => {
    assert.ok(error instanceof ConfigurationError);
    assert.equal(error.parameter, 'signer');
    return true;
  });
  for (const wrong of [5, 'x', {}, null]) {
    assert.throws(make({ signer: wrong }), (error) => {
      assert.ok(error instanceof InvalidParameterError);
      assert.equal(error.parameter, 'signer');
      return true;
    });
  }
  const plain = make({ signer: undefined, onEvent: undefined, secretKey: 'b' });
  assert.equal(plain().publicKey, publicKey);
});

test('a signer that failed leaves the client as it was', limit, async () => {
  const project = await Project.create();
  let works = false;
  const client = project.signedClient((request) => {
    if (!works) throw new Error('not yet');
    return project.sign(request);
  });
  assert.ok((await failure(client.files.get(UUID))) instanceof SignerError);
  works = true;
  assert.equal((await failure(client.files.get(UUID))).kind, 'not_found');
});
