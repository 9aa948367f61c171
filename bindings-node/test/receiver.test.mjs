import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import test from 'node:test';
import { inspect } from 'node:util';
import {
  ConfigurationError,
  DecodeError,
  InvalidParameterError,
  InvalidSignatureError,
  WebhookReceiver,
} from 'uploadcare-sdk';
import { Project } from './support.mjs';

const SECRET = 'planted-signing-secret';

const signed = (body, secret = SECRET) =>
  `v1=${createHmac('sha256', secret).update(body).digest('hex')}`;

const BODY = Buffer.from(
  JSON.stringify({
    initiator: { type: 'api', detail: { request_id: 'x', addon_name: null } },
    hook: { id: 5, event: 'file.moved', project_id: 1, new_fact: 1 },
    file: 'https://ucarecdn.com/x/',
  }),
);

test('what is genuine is read', () => {
  const receiver = new WebhookReceiver(SECRET);
  const signature = signed(BODY);
  const view = new DataView(BODY.buffer, BODY.byteOffset, BODY.length);
  const memory = new Uint8Array(BODY).buffer;
  for (const body of [BODY, new Uint8Array(BODY), view, memory]) {
    const { hook, initiator, data, ...rest } = receiver.receive(body, signature);
    assert.deepEqual([hook.id, hook.event, hook.extra], [5, 'file.moved', { new_fact: 1 }]);
    assert.deepEqual([initiator.type, initiator.detail.requestId, data], ['api', 'x', null]);
    assert.equal('extra' in rest, false);
  }
  assert.equal(receiver.verify(BODY, [signature]), undefined);
  for (const secrets of [['other', SECRET], new Set([SECRET, 'other'])]) {
    new WebhookReceiver(secrets).verify(BODY, ` ${signature} `);
  }
  assert.equal(WebhookReceiver.SIGNATURE_HEADER, 'X-Uc-Signature');
});

test('what is not genuine is refused, with the reason', () => {
  const receiver = new WebhookReceiver([SECRET]);
  const changed = Buffer.from(BODY);
  changed[10] ^= 1;
  for (const [body, signature, message] of [
    [BODY, undefined, /no signature/],
    [BODY, null, /no signature/],
    [BODY, '', /no signature/],
    [BODY, [], /no signature/],
    [BODY, 'v2=aa', /version/],
    [BODY, 'v1=aa', /64 hexadecimal digits/],
    [BODY, [signed(BODY), signed(BODY)], /64 hexadecimal digits/],
    [BODY, signed(BODY, 'other'), /does not fit the body/],
    [changed, signed(BODY), /does not fit the body/],
  ]) {
    for (const method of ['receive', 'verify']) {
      assert.throws(
        () => receiver[method](body, signature),
        (error) => {
          assert.ok(error instanceof InvalidSignatureError, inspect(error));
          assert.equal(error.kind, 'invalid_signature');
          assert.match(error.message, message);
          assert.match(error.stack.split('\n')[1], /receiver\.test\.mjs/);
          return true;
        },
      );
    }
  }
  const other = Buffer.from('{"a":1}');
  assert.throws(() => receiver.receive(other, signed(other)), DecodeError);
  receiver.verify(other, signed(other));
});

test('a body that has lost its bytes is no body', () => {
  const receiver = new WebhookReceiver(SECRET);
  for (const [body, kind] of [
    [BODY.toString(), 'a string'],
    [JSON.parse(BODY), 'an object'],
    [undefined, 'undefined'],
    [[1, 2], 'an object'],
  ]) {
    for (const method of ['receive', 'verify']) {
      assert.throws(
        () => receiver[method](body, signed(BODY)),
        (error) => {
          assert.ok(error instanceof InvalidParameterError, inspect(error));
          assert.equal(error.parameter, 'body');
          assert.match(error.message, new RegExp(`not ${kind}: .* bytes that were sent`));
          return true;
        },
      );
    }
  }
  assert.throws(
    () => receiver.verify(BODY, 5),
    ({ parameter }) => parameter === 'signature',
  );
});

test('secrets that cannot be, and that do not show', () => {
  for (const secrets of [[], [''], '', ['x'.repeat(33)]]) {
    assert.throws(() => new WebhookReceiver(secrets), ConfigurationError);
  }
  for (const secrets of [undefined, 5, [5], null]) {
    assert.throws(
      () => new WebhookReceiver(secrets),
      (error) => error instanceof InvalidParameterError && error.parameter === 'secrets',
    );
  }
  const receiver = new WebhookReceiver([SECRET]);
  const all = { depth: 9, showHidden: true, getters: true };
  for (const text of [
    inspect(receiver, all),
    inspect(receiver, { ...all, customInspect: false }),
    JSON.stringify(receiver),
    String(receiver),
  ]) {
    assert.ok(!text.includes(SECRET), text);
  }
});

test('a delivery of a real webhook', { timeout: 300_000 }, async (t) => {
  const project = await Project.create();
  const { uploads, webhooks } = project.client();
  const receiver = new WebhookReceiver(SECRET);
  let received;
  const delivery = new Promise((resolve, reject) => {
    received = { resolve, reject };
  });
  const server = createServer(async (request, answer) => {
    try {
      const signature = request.headers[WebhookReceiver.SIGNATURE_HEADER.toLowerCase()];
      received.resolve(receiver.receive(await buffer(request), signature));
    } catch (error) {
      received.reject(error);
    }
    answer.end();
  });
  server.listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  const target = `http://127.0.0.1:${server.address().port}/hook`;
  await webhooks.create(target, 'file.uploaded', { signingSecret: SECRET });
  const { uuid } = await uploads.upload(Buffer.from('x'), { filename: 'x.txt' });
  const { hook, data } = await delivery;
  assert.equal(hook.target, target);
  assert.equal(data.uuid, uuid);
  assert.equal(data.originalFilename, 'x.txt');
});
