import assert from 'node:assert/strict';
import test from 'node:test';
import { inspect } from 'node:util';
import { runInNewContext } from 'node:vm';
import {
  ConfigurationError,
  ForbiddenError,
  InvalidParameterError,
  InvalidSignatureError,
  Transformation,
} from 'uploadcare-sdk';
import { bases, failure, fixtures, Project } from './support.mjs';

const limit = { timeout: 300_000 };
const UUID = '21975c81-7f57-4c7a-aef9-acfe28779f78';

/** A client that reaches nothing. */
const offline = (options = {}) =>
  new Project({ public_key: 'demopublickey', secret_key: 'b' }).client(options);

/** Calls that must be refused, by the parameter that the error names and what its message says. */
function refuses(calls) {
  for (const [parameter, message, start] of calls) {
    assert.throws(start, (error) => {
      assert.ok(error instanceof InvalidParameterError, inspect(error));
      assert.equal(error.parameter, parameter, error.message);
      assert.match(error.message, message);
      assert.match(error.stack.split('\n')[1], /delivery\.test\.mjs/);
      return true;
    });
  }
}

test('operations one after the other', () => {
  const chain = new Transformation()
    .preview({ width: 200, height: 200 })
    .crop('50%', '33.5%', { align: 'center' })
    .rotate(90)
    .borderRadius(new Set([10, '40%']), { vertical: ['30%'] })
    .textBox('fill', { color: 'fcba0355', padding: 3 })
    .text('a/b', 100, '20%', { x: 0, y: '5%' })
    .overlay({ uuid: UUID }, { opacity: 20 })
    .autorotate(false)
    .raw('new_one/5');
  assert.equal(
    String(chain),
    '-/preview/200x200/-/crop/50px33.5p/center/-/rotate/90/-/border_radius/10,40p/30p/' +
      '-/text_box/fill/fcba0355/3/-/text/100x20p/0,5p/a~sb/' +
      `-/overlay/${UUID}/100px100p/center/20p/-/autorotate/no/-/new_one/5/`,
  );
});

test('a transformation is a value', () => {
  const empty = new Transformation();
  const flipped = empty.flip();
  assert.equal(empty.chain, '');
  assert.ok(empty.isEmpty && !flipped.isEmpty);
  const same = new Transformation('/-/flip');
  assert.ok(flipped.equals(same) && !flipped.equals(empty));
  assert.deepStrictEqual(flipped, same);
  assert.notDeepStrictEqual(flipped, empty);
  assert.deepStrictEqual(new Transformation(same), same);
  assert.equal(`${flipped}`, '-/flip/');
  assert.equal(JSON.stringify({ flipped }), '{"flipped":"-/flip/"}');
  assert.equal(inspect(flipped), "Transformation '-/flip/'");
  assert.throws(() => {
    flipped.chain = '';
  }, TypeError);
  assert.throws(() => Object.defineProperty(flipped, 'chain', { value: '' }), TypeError);
  assert.equal(flipped.chain, '-/flip/');
  for (const text of ['', '/', '-/', undefined]) assert.ok(new Transformation(text).isEmpty);
});

test('what no operation can have is refused at the very call', () => {
  const empty = new Transformation();
  const strange = runInNewContext('({})');
  refuses([
    ['width', /from 1 to 16384, not 0/, () => empty.preview({ width: 0, height: 1 })],
    ['height', /given beside `width`/, () => empty.preview({ width: 5 })],
    ['width', /a whole number/, () => empty.preview({ width: 1.5, height: 1 })],
    ['width', /a number/, () => empty.resize({ width: '5' })],
    ['width', /whole number of pixels or per cent/, () => empty.crop('wide', 5)],
    ['height', /whole number of pixels or per cent/, () => empty.crop(5, 1.5)],
    ['height', /whole number of pixels or per cent/, () => empty.crop(5, Number.NaN)],
    ['width', /whole number of pixels, or per cent/, () => empty.crop(undefined, 5)],
    ['width', /from 1% to 100%/, () => empty.crop('101%', 5)],
    ['x', /whole number of pixels or per cent/, () => empty.crop(1, 1, { x: 0.5, y: 1 })],
    ['x', /whole number of pixels or per cent/, () => empty.crop(1, 1, { x: 'left', y: 1 })],
    ['align', /beside `x` and `y`/, () => empty.crop(1, 1, { x: 1, y: 1, align: 'top' })],
    ['ratioWidth', /beside `ratioHeight`/, () => empty.cropObject('face', { ratioWidth: 5 })],
    ['align', /must be one of center, top/, () => empty.crop(1, 1, { align: 'middle' })],
    ['radii', /an iterable/, () => empty.borderRadius(5)],
    ['radii', /an iterable/, () => empty.borderRadius('10%')],
    ['radii', /whole number of pixels/, () => empty.borderRadius([5, 'wide'])],
    ['vertical', /whole number/, () => empty.borderRadius([5], { vertical: ['wide'] })],
    ['enabled', /a boolean/, () => empty.autorotate('no')],
    ['enabled', /a boolean/, () => empty.progressive()],
    ['angle', /multiple of 90/, () => empty.rotate(45)],
    ['angle', /a whole number/, () => empty.rotate('90')],
    ['color', /hexadecimal/, () => empty.setfill('red')],
    ['format', /jpeg, png, webp/, () => empty.format('avif')],
    ['format', /a string/, () => empty.format(5)],
    ['text', /must not be empty|must have/, () => empty.text('', 5, 5)],
    ['image', /a UUID, a CDN URL or a file/, () => empty.overlay(5)],
    ['options', /an object/, () => empty.blur(5)],
    ['operation', /operations/, () => empty.raw('a b')],
    ['transformation', /ends with json/, () => empty.json().flip()],
    ['transformation', /operations as in a URL/, () => new Transformation('a b')],
    ['transformation', /such as -\/resize/, () => new Transformation('../x')],
    ['operations', /a Transformation, or a string/, () => new Transformation(5)],
    ['operations', /a Transformation, or a string/, () => new Transformation(strange)],
    ['operations', /a Transformation, or a string/, () => new Transformation(null)],
  ]);
});

test('URLs take operations in every dress', () => {
  const { delivery } = offline({ cdnBase: 'https://example.com/' });
  const flipped = `https://example.com/${UUID}/-/flip/`;
  for (const transformation of [new Transformation().flip(), '-/flip/', 'flip', '/-/flip']) {
    assert.equal(delivery.url(UUID, { transformation }), flipped);
  }
  assert.equal(delivery.url(UUID, { transformation: new Transformation() }), flipped.slice(0, -7));
  const srcset = delivery.srcset(UUID, { width: 100, transformation: new Transformation().flip() });
  assert.equal(srcset.split(', ').length, 3);
  assert.ok(srcset.startsWith(`${flipped}-/resize/100x/ 1x, `));
  const proxied = delivery.proxyUrl('https://example.org/a.jpg', { transformation: 'flip' });
  assert.equal(proxied, 'https://demopublickey.ucr.io/-/flip/https://example.org/a.jpg');
  const { operations, transformation, query } = delivery.parseUrl(`${flipped}?token=x`);
  assert.deepEqual([operations[0].name, transformation, query], ['flip', '-/flip/', 'token=x']);
  assert.ok(!inspect(delivery.parseUrl(`${flipped}?token=planted`)).includes('planted'));
  refuses([
    ['file', /a UUID/, () => delivery.url(5)],
    ['transformation', /a Transformation/, () => delivery.url(UUID, { transformation: 5 })],
    ['transformation', /a Transformation/, () => delivery.url(UUID, { transformation: ['flip'] })],
    ['transformation', /operations/, () => delivery.url(UUID, { transformation: 'a b' })],
    ['index', /a whole number/, () => delivery.groupUrl(`${UUID}~2`, { index: 0.5 })],
    ['widths', /from 1 to 16384/, () => delivery.srcset(UUID, { widths: [0] })],
    ['url', /another host|elsewhere/, () => delivery.rewriteUrl('https://elsewhere.test/x/')],
    ['options', /an object/, () => delivery.url(UUID, null)],
  ]);
});

test('a picture is made of another', limit, async () => {
  const { delivery, uploads } = (await Project.create()).client();
  const photo = await uploads.upload(`${fixtures}/photo.jpg`);
  const small = new Transformation().preview({ width: 40, height: 40 }).format('png');
  const png = await delivery.download(photo, { transformation: small });
  assert.equal(png.subarray(1, 4).toString(), 'PNG');
  assert.equal(Math.max(png.readUInt32BE(16), png.readUInt32BE(20)), 40);
  const { width, height, format } = await delivery.info(photo, { transformation: small });
  assert.deepEqual([Math.max(width, height), format], [40, 'PNG']);
  const colors = await delivery.mainColors(photo, { count: 3 });
  assert.equal(colors.length, 3);
  assert.match(colors[0].hex, /^[0-9a-f]{6}$/);
  assert.deepEqual(await delivery.faces(photo), []);
});

test('a project that demands signed URLs', limit, async () => {
  const [old, secret] = ['0a1b2c', '73636b61519adede'];
  const project = await Project.create();
  await project.set({ delivery_secrets: [old, secret] });
  const deliverySecrets = [secret, old];
  const open = project.client();
  const { delivery, uploads } = project.client({ deliverySecrets });
  const file = await uploads.upload(Buffer.from('hello'));
  assert.ok((await failure(open.delivery.download(file))) instanceof ForbiddenError);
  assert.equal(String(await delivery.download(file)), 'hello');
  const plain = delivery.url(file);
  const get = async (url) => (await fetch(url)).status;
  for (const options of [
    {},
    { wildcard: true },
    { acl: '/*' },
    { kind: 'url' },
    { lifetime: 5 },
    { expiresAt: new Date(Date.now() + 60_000).toISOString() },
  ]) {
    const url = delivery.signedUrl(plain, options);
    assert.equal(await get(url), 200, inspect(options));
    const token = delivery.verifySignedUrl(url);
    assert.equal(token.kind, options.kind ?? 'acl');
    assert.equal(token.secretIndex, 0);
    // It is genuine, and so nobody needs to sign it again.
    assert.equal(String(await open.delivery.download(url)), 'hello');
    const changed = url.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    assert.equal(await get(changed), 403);
    assert.throws(() => delivery.verifySignedUrl(changed), InvalidSignatureError);
  }
  const replaced = project.client({ deliverySecrets: [old] });
  assert.equal(delivery.verifySignedUrl(replaced.delivery.signedUrl(plain)).secretIndex, 1);
  const later = new Date(Date.now() + 600_000).toISOString();
  assert.throws(
    () => delivery.verifySignedUrl(delivery.signedUrl(plain), { now: later }),
    (error) => error instanceof InvalidSignatureError && error.kind === 'invalid_signature',
  );
  assert.throws(() => open.delivery.signedUrl(plain), ConfigurationError);
  refuses([
    ['lifetime', /from 1 to 315360000/, () => delivery.signedUrl(plain, { lifetime: 0 })],
    ['lifetime', /a whole number/, () => delivery.signedUrl(plain, { lifetime: 1.5 })],
    [
      'lifetime',
      /beside `expiresAt`/,
      () => delivery.signedUrl(plain, { lifetime: 5, expiresAt: later }),
    ],
    ['kind', /must be one of acl, url/, () => delivery.signedUrl(plain, { kind: 'all' })],
    ['url', /a string/, () => delivery.signedUrl(5)],
  ]);
  const shown = [inspect(delivery, { showHidden: true, depth: 9 }), JSON.stringify(delivery)];
  for (const text of shown) assert.ok(!text.includes(secret) && !text.includes(old));
});

test('secrets of delivery that cannot be, which no error shows', () => {
  for (const deliverySecrets of [['planted'], ['abc'], [''], ['ab', 'cd', 'ef']]) {
    assert.throws(
      () => offline({ deliverySecrets }),
      (error) => {
        assert.ok(error instanceof ConfigurationError, inspect(error));
        assert.equal(error.parameter, 'deliverySecrets');
        return !inspect(error).includes('planted');
      },
    );
  }
  for (const deliverySecrets of ['ab', [5], 5]) {
    assert.throws(
      () => offline({ deliverySecrets }),
      (error) => {
        assert.ok(error instanceof InvalidParameterError, inspect(error));
        return error.parameter === 'deliverySecrets';
      },
    );
  }
});

test('URLs of answers are put on the base of the client', limit, async () => {
  const project = await Project.create();
  const { uploads } = project.client();
  const { uuid } = await uploads.upload(Buffer.from('x'), { filename: 'x.txt' });
  const other = { cdnBase: 'https://media.example.com/' };
  const { files } = project.client({ ...other, rewriteUrls: true });
  const { originalFileUrl } = await files.get(uuid);
  assert.equal(originalFileUrl, `https://media.example.com/${uuid}/x.txt`);
  const kept = await project.client(other).files.get(uuid);
  assert.ok(!kept.originalFileUrl.startsWith('https://media.example.com/'));
  const settings = { publicKey: 'demopublickey', apiBase: bases.apiBase };
  const { base, prefix } = offline({ ...settings, cdnBase: undefined }).delivery.hosts();
  assert.equal(base, `https://${prefix}.ucarecd.net/`);
});
