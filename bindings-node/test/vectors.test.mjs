import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { InvalidSignatureError, Transformation, Uploadcare, WebhookReceiver } from 'uploadcare-sdk';
import { root } from './support.mjs';

// Signatures and texts that others have published or that the live service accepted.
const path = join(dirname(root), 'shared/spec/vectors.json');
const isThere = existsSync(path);
assert.ok(isThere || process.env.CI !== 'true', `${path} is absent on CI`);
const skip = isThere ? false : `${path} is not on this machine`;
const all = isThere ? JSON.parse(readFileSync(path, 'utf8')) : {};

test('signed URLs', { skip }, () => {
  const { vectors } = all.cdn_signed_url;
  assert.ok(vectors.length >= 7);
  for (const { name, kind, secret_hex, path, exp, url, token, acl } of vectors) {
    const { origin } = new URL(url);
    const { delivery } = new Uploadcare({
      publicKey: 'demopublickey',
      cdnBase: `${origin}/`,
      deliverySecrets: [secret_hex],
    });
    const expiresAt = new Date(exp * 1000).toISOString();
    const now = new Date((exp - 300) * 1000).toISOString();
    const options = kind === 'acl' ? { acl } : { kind };
    const signed = delivery.signedUrl(`${origin}${path}`, { ...options, expiresAt, now });
    assert.equal(signed, url, name);
    assert.ok(signed.endsWith(token), name);
    for (const text of [url, signed]) {
      const found = delivery.verifySignedUrl(text, { now });
      assert.equal(found.kind, kind, name);
      assert.equal(Date.parse(found.expiresAt), exp * 1000, name);
      const late = { now: new Date(exp * 1000 + 1000).toISOString() };
      assert.throws(() => delivery.verifySignedUrl(text, late), InvalidSignatureError);
    }
  }
});

test('hosts of projects', { skip }, () => {
  const { vectors } = all.cname_prefix;
  assert.ok(vectors.length >= 5);
  for (const { public_key, prefix, cdn_base, secure_cdn_base } of vectors) {
    const hosts = new Uploadcare({ publicKey: public_key }).delivery.hosts();
    assert.equal(hosts.prefix, prefix);
    assert.equal(hosts.projectBase, `${cdn_base}/`);
    assert.equal(hosts.signedBase, `${secure_cdn_base}/`);
  }
});

test('signatures of webhooks', { skip }, () => {
  const { vectors } = all.webhook_signature;
  assert.ok(vectors.length >= 4);
  for (const { name, signing_secret, body, header_value } of vectors) {
    const receiver = new WebhookReceiver(['other', signing_secret]);
    const bytes = Buffer.from(body);
    receiver.verify(bytes, header_value);
    if (name !== 'tiny')
      assert.equal(typeof receiver.receive(bytes, header_value).hook.id, 'number');
    bytes[0] ^= 1;
    assert.throws(() => receiver.verify(bytes, header_value), InvalidSignatureError, name);
  }
});

const overlaid = 'b18b5179-b9f6-4fdc-9920-5539f938fc44';
const center = { align: 'center' };
const preview = (transformation, width, height = width) =>
  transformation.preview({ width, height });

/** The operations that a text of the vectors describes, in its order. */
const BUILT = [
  (t) => preview(t.quality('best'), 160).setfill('8d8578').stretch('fill').resize({ width: 220 }),
  (t) => t.smartResize(440, 600).quality('smart'),
  (t) => t.crop(2000, 1325, center),
  (t) => t.crop(640, 424, { x: 2560, y: 830 }),
  (t) => t.scaleCrop(1024, 1024, center),
  (t) => t.borderRadius(['10%']).borderRadius([10, 20, '40%', '80%'], { vertical: ['30%'] }),
  (t) => t.preview().saturation(-80).contrast(80).warmth(50),
  (t) => preview(t, 440, 400).blurRegion('30%', '80%', '50%', '10%', { strength: 20 }),
  (t) => preview(t, 440).blurFaces({ strength: 250 }),
  (t) => t.scaleCrop(880, 600).blur({ strength: 200, amount: -120 }),
  (t) => t.overlay(overlaid, { width: '50%', height: '50%', ...center }).preview(),
  (t) =>
    t
      .scaleCrop(440, 440, center)
      .blur({ strength: 60 })
      .gamma(50)
      .overlaySelf({ width: '100%', height: '100%', ...center }),
  (t) =>
    preview(t, 440)
      .textAlign('right', 'bottom')
      .font({ size: 20, color: 'fff' })
      .textBox('fill', { color: 'fcba0355' })
      .text('Up~load\nca/re 👍', '80%', '80%', center),
  (t) =>
    preview(t, 440)
      .rect('ff000080', '50%', '33%', { x: '50%', y: '50%' })
      .rect('00ff0080', '33%', '50%', center),
];

test('texts of operations', { skip }, () => {
  const { effects, paths } = all.transformation_strings;
  assert.equal(effects.length, BUILT.length);
  for (const [index, { steps, effects: text }] of effects.entries()) {
    const built = BUILT[index](new Transformation());
    assert.equal(String(built), `-/${text}`, steps);
    assert.ok(built.equals(new Transformation(text)), steps);
  }
  const { delivery } = new Uploadcare({ publicKey: 'a', cdnBase: 'https://example.com/' });
  const url = (uuid, kind, operations) => {
    const transformation = operations === '' ? undefined : operations;
    switch (kind) {
      case 'detect_faces':
        return delivery.faceDetectionUrl(uuid);
      case 'gif2video':
        return delivery.gifToVideoUrl(uuid, { format: 'webm', quality: 'lighter' });
      case 'image':
        return delivery.url(uuid, { transformation });
      default:
        return undefined;
    }
  };
  let made = 0;
  for (const { kind, path } of paths) {
    const [uuid, rest] = [path.slice(0, 36), path.slice(37)];
    const text = url(uuid, kind, rest);
    if (text === undefined) continue;
    assert.equal(text, `https://example.com/${path}`);
    made += 1;
  }
  assert.equal(made, 3);
});
