import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import test from 'node:test';
import { inspect } from 'node:util';
import * as sdk from 'uploadcare-sdk';
import { failure, Project } from './support.mjs';

const required = createRequire(import.meta.url)('uploadcare-sdk');
const UUID = '21975c81-7f57-4c7a-aef9-acfe28779f78';

test('import and require give the same classes', () => {
  const names = (module) =>
    Object.keys(module)
      .filter((name) => name !== '__esModule')
      .sort();
  assert.deepEqual(names(sdk), names(required));
  for (const [name, value] of Object.entries(sdk)) assert.equal(value, required[name]);
});

test('an error is of its class, and says what is known', async () => {
  const project = await Project.create();
  const client = new required.Uploadcare(project.settings);
  const error = await failure(client.files.get(UUID));
  assert.ok(error instanceof sdk.NotFoundError);
  assert.ok(error instanceof sdk.UploadcareError);
  assert.ok(error instanceof Error);
  assert.equal(error.name, 'NotFoundError');
  assert.equal(error.kind, 'not_found');
  assert.equal(error.status, 404);
  assert.equal(error.method, 'GET');
  assert.equal(error.path, `/files/${UUID}/`);
  assert.equal(error.isRetryable, false);
  assert.match(error.requestId, /\w/);
  assert.deepEqual(error.fieldErrors, {});
  assert.equal(error.retryAfter, undefined);
  assert.deepEqual(JSON.parse(JSON.stringify(error)), {
    name: 'NotFoundError',
    kind: 'not_found',
    message: error.message,
    status: 404,
    requestId: error.requestId,
    method: 'GET',
    path: error.path,
    fieldErrors: {},
    isRetryable: false,
  });
});

test('a throttled call says how long to wait', async () => {
  const project = await Project.create();
  const headers = { 'Retry-After': '7' };
  await project.fault({ respond: { status: 429, headers, body: { detail: 'Slow down.' } } });
  const error = await failure(project.client().files.get(UUID));
  assert.ok(error instanceof sdk.ThrottledError);
  assert.equal(error.retryAfter, 7);
  assert.equal(error.isRetryable, true);
});

test('a connection that cannot be made names its cause', async () => {
  const { files } = new sdk.Uploadcare({
    publicKey: 'a',
    secretKey: 'b',
    apiBase: 'http://127.0.0.1:1/',
    maxRetries: 0,
  });
  const error = await failure(files.get(UUID));
  assert.ok(error instanceof sdk.NetworkError);
  assert.ok(error.cause instanceof Error);
});

test('every kind has its class', () => {
  const classes = Object.values(sdk).filter(
    (Class) => Class.prototype instanceof sdk.UploadcareError,
  );
  assert.equal(classes.length, 25);
  assert.equal(new Set(classes.map((Class) => new Class('x').kind)).size, 25);
  for (const Class of classes) assert.equal(new Class('x').name, Class.name);
});

test('the stack begins at the caller', async () => {
  const project = await Project.create();
  const client = project.client();
  function ofTheUser() {
    return client.files.get(UUID).catch((error) => error);
  }
  const { stack } = await ofTheUser();
  const [head, first] = stack.split('\n');
  assert.match(head, /^NotFoundError: /);
  assert.match(first, /ofTheUser.*errors\.test\.mjs/);
  assert.throws(
    () => client.files.list({ limit: 0 }),
    ({ stack }) => /errors\.test\.mjs/.test(stack.split('\n')[1]),
  );
});

test('wrong types are invalid parameters, by name', async () => {
  const { files, uploads } = new Project({ public_key: 'a', secret_key: 'b' }).client();
  const text = Buffer.from('x');
  for (const [parameter, start] of [
    ['options', () => files.get('x', null)],
    ['options', () => uploads.upload(text, 'x')],
    ['options', async () => files.list(5)],
    ['options', async () => new sdk.Uploadcare(null)],
    ['file', () => files.get(5)],
    ['limit', async () => files.list({ limit: 'x' })],
    ['startingFrom', async () => files.list({ startingFrom: 'yesterday' })],
    ['startingFrom', async () => files.list({ startingFrom: new Date() })],
    ['stored', async () => files.list({ stored: 1 })],
    ['source', () => uploads.upload(5)],
    ['source', () => uploads.upload(null)],
    ['metadata', () => uploads.upload(text, { metadata: { key: 5 } })],
    ['metadata', () => uploads.upload(text, { metadata: null })],
    ['tags', () => uploads.upload(text, { tags: 5 })],
    ['publicKey', async () => new sdk.Uploadcare({ publicKey: 5 })],
    ['secretKey', async () => new sdk.Uploadcare({ publicKey: 'a', secretKey: {} })],
    ['timeout', async () => new sdk.Uploadcare({ publicKey: 'a', timeout: '5' })],
    ['maxRetries', async () => new sdk.Uploadcare({ publicKey: 'a', maxRetries: 0.5 })],
  ]) {
    const error = await failure(start());
    assert.ok(error instanceof sdk.InvalidParameterError, inspect(error));
    assert.equal(error.parameter, parameter);
    assert.ok(error.message.startsWith(`\`${parameter}\``), error.message);
  }
});

test('messages name settings as JavaScript does', () => {
  const error = (() => {
    try {
      return new sdk.Uploadcare({ publicKey: 'a', authScheme: 'none' });
    } catch (thrown) {
      return thrown;
    }
  })();
  assert.ok(error instanceof sdk.ConfigurationError);
  assert.equal(error.parameter, 'authScheme');
  assert.match(error.message, /^`authScheme` must be one of signed, simple/);
});
