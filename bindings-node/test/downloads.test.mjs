import assert from 'node:assert/strict';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import test, { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import {
  ContentMismatchError,
  DestinationError,
  InvalidParameterError,
  NetworkError,
  NotFoundError,
} from 'uploadcare-sdk';
import { bases, ended, eventually, failure, HELD_MS, Project, script } from './support.mjs';

const limit = { timeout: 300_000 };
const MIB = 1 << 20;
const ROUTE = '/{uuid}/';
/** An answer whose body never comes, for all downloads after the first. */
const HELD = { method: 'GET', route: ROUTE, skip: 1, times: -1, bytes_per_second: 0 };
const UUID = '21975c81-7f57-4c7a-aef9-acfe28779f78';

const place = mkdtempSync(join(tmpdir(), 'uploadcare-downloads-'));
after(() => rmSync(place, { recursive: true, force: true }));

let folders = 0;

function folder() {
  folders += 1;
  const path = join(place, String(folders));
  mkdirSync(path);
  return path;
}

/** Content whose every part differs from every other. */
function content(size) {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at < size; at += 1) bytes[at] = Math.imul(at, at) + (at >> 8) + (at >> 16);
  return bytes;
}

/** A file of a project of its own. */
async function uploaded(size, options = {}) {
  const project = await Project.create();
  const client = project.client(options);
  const bytes = content(size);
  const file = await client.uploads.upload(bytes, { filename: 'file.bin' });
  return { project, client, delivery: client.delivery, bytes, file };
}

/** How many parts were asked for. */
async function parts(project) {
  return (await project.requests()).filter(({ route, status }) => route === ROUTE && status === 206)
    .length;
}

function isSame(path, bytes) {
  // Not `deepEqual`: it would show megabytes.
  assert.ok(readFileSync(path).equals(bytes), `other content: ${path}`);
}

async function gone(project, count) {
  await eventually(async () => (await project.stats()).cancelled === count);
  await idle(project);
}

/** For downloads of which is not certain how many requests have arrived. */
async function idle(project) {
  await eventually(async () => (await project.stats()).in_flight === 0);
}

for (const size of [0, 1, 9 * MIB, 40 * MIB]) {
  test(`${size} bytes arrive, wherever they go`, limit, async () => {
    const { project, delivery, bytes, file } = await uploaded(size);
    const whole = await delivery.download(file);
    assert.ok(Buffer.isBuffer(whole) && whole.equals(bytes));

    const stream = await delivery.downloadStream(file.uuid);
    assert.ok(stream instanceof Readable);
    assert.equal(stream.info.size, size);
    assert.equal(stream.info.filename, 'file.bin');
    assert.ok((await buffer(stream)).equals(bytes));
    const web = Readable.toWeb(await delivery.downloadStream(file));
    assert.ok((await buffer(web)).equals(bytes));
    const piped = join(folder(), 'piped');
    await pipeline(await delivery.downloadStream(file), createWriteStream(piped));
    isSame(piped, bytes);

    const target = folder();
    const before = await parts(project);
    const told = [];
    const saved = await delivery.save(file, target, { onProgress: (now) => told.push(now) });
    assert.equal(saved.path, join(target, 'file.bin'));
    assert.equal(saved.size, size);
    isSame(saved.path, bytes);
    assert.deepEqual(readdirSync(target), ['file.bin']);
    assert.equal((await parts(project)) - before, Math.ceil(size / (8 * MIB)));
    assert.deepEqual(told.at(-1), { receivedBytes: size, totalBytes: size, file: saved });
    for (const [index, { receivedBytes, file }] of told.entries()) {
      assert.ok(receivedBytes >= (told[index - 1]?.receivedBytes ?? 0));
      assert.equal(file === null, index < told.length - 1);
    }
    const named = join(folder(), 'named.bin');
    await delivery.save(file, pathToFileURL(named), { partSize: MIB, maxConcurrency: 32 });
    isSame(named, bytes);
  });
}

test('an abort closes the sockets, and the rest comes later', limit, async () => {
  const { project, delivery, bytes, file } = await uploaded(40 * MIB);
  await project.fault(HELD);
  const path = join(folder(), 'large.bin');
  const download = delivery.prepareSave(file, path);
  assert.deepEqual(await project.stats(), { ...(await project.stats()), in_flight: 0 });
  const controller = new AbortController();
  const outcome = failure(download.run({ signal: controller.signal }));
  await eventually(async () => {
    const { receivedBytes } = download.progress;
    return receivedBytes === 8 * MIB && (await project.stats()).in_flight === 4;
  });
  controller.abort();
  assert.equal(await outcome, controller.signal.reason);
  await gone(project, 4);
  assert.ok(!existsSync(path));
  assert.ok(existsSync(`${path}.uploadcare-part`));
  await project.clearFaults();
  const before = await parts(project);
  const saved = await download.run();
  assert.equal((await parts(project)) - before, 4);
  isSame(path, bytes);
  assert.deepEqual(await download.run(), saved);
  assert.deepEqual(download.progress, {
    receivedBytes: bytes.length,
    totalBytes: bytes.length,
    file: saved,
  });
  assert.equal(readdirSync(join(path, '..')).length, 1);
});

test('a download as a loop', limit, async () => {
  // Parts of one size: which two of them come is not certain.
  const { project, delivery, bytes, file } = await uploaded(24 * MIB);
  const target = folder();
  await project.fault({ ...HELD, skip: 2 });
  const download = delivery.prepareSave(file, target);
  for await (const { receivedBytes, totalBytes } of download) {
    assert.equal(totalBytes, bytes.length);
    if (receivedBytes === 16 * MIB) break;
  }
  await idle(project);
  await project.clearFaults();
  const before = await parts(project);
  const told = [];
  for await (const progress of download) told.push(progress);
  // A part counts as done once it is on the disk, and the loop may have been left before.
  const again = (await parts(project)) - before;
  assert.ok(again >= 1 && again <= 3, `${again} parts`);
  assert.ok(told[0].receivedBytes >= (3 - again) * 8 * MIB);
  isSame(told.at(-1).file.path, bytes);
  const failing = async () => {
    for await (const _ of delivery.prepareSave(UUID, target)) assert.fail('no progress');
  };
  assert.ok((await failure(failing())) instanceof NotFoundError);
});

test('what is told may throw, and a signal may be aborted before', limit, async () => {
  const { project, delivery, file } = await uploaded(20 * MIB);
  const target = folder();
  await project.fault(HELD);
  const mine = new RangeError('mine');
  const onProgress = () => {
    throw mine;
  };
  assert.equal(await failure(delivery.save(file, target, { onProgress })), mine);
  await idle(project);
  const before = (await project.requests()).length;
  const signal = AbortSignal.abort();
  for (const start of [
    () => delivery.download(file, { signal }),
    () => delivery.downloadStream(file, { signal }),
    () => delivery.save(file, target, { signal }),
    () => delivery.prepareSave(file, target, { signal }).run(),
    () => delivery.prepareSave(file, target).run({ signal }),
  ]) {
    assert.equal(await failure(start()), signal.reason);
  }
  assert.equal((await project.requests()).length, before);
});

test('a process that was killed leaves what has come', limit, async () => {
  const { project, delivery, bytes, file } = await uploaded(40 * MIB);
  const path = join(folder(), 'large.bin');
  await project.fault({ ...HELD, skip: 3 });
  const source = `
    import { Uploadcare } from 'uploadcare-sdk';
    const [settings, file, path] = process.argv.slice(1);
    const { delivery } = new Uploadcare(JSON.parse(settings));
    const download = delivery.prepareSave(file, path);
    for await (const { receivedBytes } of download) console.log(receivedBytes);`;
  const child = script(source, [JSON.stringify(project.settings), file.uuid, path]);
  const exit = ended(child);
  await eventually(() => {
    const state = `${path}.uploadcare-state`;
    // A line that says what it is of, and one for each part.
    return existsSync(state) && readFileSync(state, 'latin1').split('\n').length === 5;
  });
  child.kill('SIGKILL');
  await exit;
  assert.ok(!existsSync(path));
  await project.clearFaults();
  const before = await parts(project);
  await delivery.save(file, path);
  assert.equal((await parts(project)) - before, 2);
  isSame(path, bytes);
});

test('what is there already, and what stands in the way', limit, async () => {
  const { delivery, bytes, file } = await uploaded(5);
  const target = folder();
  const path = join(target, 'file.bin');
  const text = Buffer.from('mine');
  writeFileSync(path, text);
  for (const place of [target, path]) {
    const error = await failure(delivery.save(file, place));
    assert.ok(error instanceof DestinationError, inspect(error));
    assert.equal(error.kind, 'destination');
    assert.match(error.message, /is there already: see `overwrite`/);
    isSame(path, text);
  }
  await delivery.save(file, target, { overwrite: true });
  isSame(path, bytes);
  const { path: renamed } = await delivery.save(file, target, { filename: 'other.bin' });
  assert.equal(renamed, join(target, 'other.bin'));
  for (const filename of ['../mine.bin', 'a/b', '', '.', 'nul', 'a\0b']) {
    const error = await failure(delivery.save(file, target, { filename }));
    assert.ok(error instanceof InvalidParameterError, inspect(error));
    assert.equal(error.parameter, 'filename');
  }
  const victim = join(folder(), 'victim');
  writeFileSync(victim, text);
  for (const end of ['.uploadcare-part', '.uploadcare-state']) {
    const planted = join(folder(), 'x');
    symlinkSync(victim, planted + end);
    const error = await failure(delivery.save(file, planted));
    assert.ok(error instanceof DestinationError, inspect(error));
    isSame(victim, text);
  }
  const nowhere = join(target, 'no', 'such');
  for (const place of [nowhere, nowhere + sep]) {
    assert.ok((await failure(delivery.save(file, place))) instanceof DestinationError);
  }
});

test('the name is that of the service, and stays in its folder', limit, async () => {
  const { project, delivery, file } = await uploaded(5);
  for (const [header, name] of [
    ['attachment; filename="../../evil.txt"', 'evil.txt'],
    ["attachment; filename=x; filename*=UTF-8''na%C3%AFve.txt", 'naïve.txt'],
    ['attachment; filename=".."', file.uuid],
  ]) {
    const headers = { 'Content-Disposition': header };
    await project.fault({ route: ROUTE, respond: { status: 200, headers, body: 'hello' } });
    const target = folder();
    const saved = await delivery.save(file, target);
    assert.equal(saved.path, join(target, name));
    assert.deepEqual(readdirSync(target), [name]);
  }
});

test('a stream that is left closes its socket', limit, async () => {
  const { project, delivery, file } = await uploaded(20 * MIB);
  await project.fault({ ...HELD, skip: 0, bytes_per_second: 2 * MIB });
  const controller = new AbortController();
  const { signal } = controller;
  const reason = new Error('enough');
  const ways = {
    'a loop that is left': async (stream) => {
      for await (const piece of stream) if (piece.length > 0) break;
    },
    'a loop that throws': async (stream) => {
      const reading = async () => {
        for await (const _ of stream) throw reason;
      };
      assert.equal(await failure(reading()), reason);
    },
    destroy: async (stream) => {
      await new Promise((resolve) => stream.once('data', resolve));
      stream.destroy();
    },
    'destroy before the first piece': async (stream) => stream.destroy(),
    'an end of the pipeline': async (stream) => {
      async function* broken(pieces) {
        for await (const _ of pieces) throw reason;
        yield '';
      }
      assert.equal(await failure(pipeline(stream, broken, buffer)), reason);
    },
    disposal: async (stream) => await stream[Symbol.asyncDispose](),
    // Last, for the signal is aborted then.
    abort: async (stream) => {
      setTimeout(() => controller.abort(), 50);
      assert.equal(await failure(buffer(stream)), signal.reason);
    },
  };
  let left = 0;
  for (const [name, leave] of Object.entries(ways)) {
    const stream = await delivery.downloadStream(file, { signal });
    await leave(stream);
    left += 1;
    await gone(project, left);
    assert.ok(stream.destroyed, name);
  }
  await project.clearFaults();
  assert.equal((await delivery.download(file)).length, 20 * MIB);
});

test('an abort while the head is waited for', limit, async () => {
  const { project, delivery, file } = await uploaded(5);
  await project.fault({ route: ROUTE, delay_ms: HELD_MS, times: -1 });
  let count = 0;
  for (const start of [
    (options) => delivery.download(file, options),
    (options) => delivery.downloadStream(file, options),
    (options) => delivery.save(file, place, options),
  ]) {
    const controller = new AbortController();
    const outcome = failure(start({ signal: controller.signal }));
    await eventually(async () => (await project.stats()).in_flight === 1);
    controller.abort();
    assert.equal(await outcome, controller.signal.reason);
    count += 1;
    await gone(project, count);
  }
});

test('a stream that nobody holds any more closes its socket', limit, async () => {
  const { project, file } = await uploaded(20 * MIB);
  await project.fault({ ...HELD, skip: 0 });
  const source = `
    import { Uploadcare } from 'uploadcare-sdk';
    const [settings, file] = process.argv.slice(1);
    const { delivery } = new Uploadcare({ ...JSON.parse(settings), onEvent: () => undefined });
    const { signal } = new AbortController();
    (await delivery.downloadStream(file, { signal })).info;
    for (;;) {
      globalThis.gc();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }`;
  const flags = ['--expose-gc'];
  const child = script(source, [JSON.stringify(project.settings), file.uuid], { flags });
  const exit = ended(child);
  await gone(project, 1);
  assert.equal(child.exitCode, null);
  child.kill('SIGKILL');
  await exit;
});

test('a connection that breaks is taken up where it was', limit, async () => {
  const { project, delivery, bytes, file } = await uploaded(3 * MIB, { maxRetries: 2 });
  await project.fault({ route: ROUTE, truncate: MIB, times: 2 });
  assert.ok((await delivery.download(file)).equals(bytes));
  await project.fault({ route: ROUTE, truncate: MIB, times: 2 });
  assert.ok((await buffer(await delivery.downloadStream(file))).equals(bytes));
  await project.fault({ route: ROUTE, truncate: MIB, times: -1 });
  const { delivery: impatient } = project.client();
  const error = await failure(buffer(await impatient.downloadStream(file)));
  assert.ok(error instanceof NetworkError, inspect(error));
  assert.match(error.stack, /downloads\.test\.mjs/);
  const headers = { ETag: '"other"' };
  await project.clearFaults();
  await project.fault({ route: ROUTE, truncate: MIB });
  await project.fault({ route: ROUTE, respond: { status: 200, headers, body: 'other' } });
  const changed = await failure(delivery.download(file));
  assert.ok(changed instanceof ContentMismatchError, inspect(changed));
});

test('URLs, groups and operations', limit, async () => {
  const { client, delivery, bytes, file } = await uploaded(100);
  const { cdnUrl, id } = await client.uploads.createGroup([file]);
  for (const same of [
    delivery.url(file, { filename: 'x.bin' }),
    new URL(delivery.url(file)),
    `https://ucarecdn.com/${file.uuid}/`,
    delivery.groupUrl(id, { index: 0 }),
    `${cdnUrl}nth/0/`,
  ]) {
    const asked = delivery.rewriteUrl(String(same));
    assert.ok((await delivery.download(asked)).equals(bytes), String(same));
  }
  const target = folder();
  const archive = await delivery.save(delivery.groupUrl(id, { archive: 'zip' }), target);
  assert.equal(readFileSync(archive.path).subarray(0, 2).toString(), 'PK');
});

test('what cannot be downloaded', limit, async () => {
  const project = await Project.create();
  const { delivery } = project.client();
  for (const [parameter, start] of [
    ['file', () => delivery.download(5)],
    ['file', () => delivery.download('cat.jpg')],
    ['file', () => delivery.download(`https://elsewhere.test/${UUID}/`)],
    ['file', () => delivery.downloadStream(null)],
    ['file', () => delivery.downloadStream('cat.jpg')],
    ['file', () => delivery.save('cat.jpg', place)],
    ['path', () => delivery.save(UUID, 5)],
    ['path', () => delivery.save(UUID, '')],
    ['path', () => delivery.save(UUID, new URL('https://example.com/'))],
    ['path', () => delivery.prepareSave(UUID)],
    ['options', () => delivery.download(UUID, null)],
    ['options', () => delivery.downloadStream(UUID, 5)],
    ['options', () => delivery.save(UUID, place, null)],
    ['transformation', () => delivery.download(UUID, { transformation: 5 })],
    ['transformation', () => delivery.downloadStream(UUID, { transformation: 'a b' })],
    ['transformation', () => delivery.save(UUID, place, { transformation: {} })],
    ['overwrite', () => delivery.save(UUID, place, { overwrite: 'yes' })],
    ['partSize', () => delivery.save(UUID, place, { partSize: MIB - 1 })],
    ['partSize', () => delivery.save(UUID, place, { partSize: MIB + 0.5 })],
    ['maxConcurrency', () => delivery.save(UUID, place, { maxConcurrency: 33 })],
    ['onProgress', () => delivery.save(UUID, place, { onProgress: 5 })],
    ['signal', () => delivery.save(UUID, place, { signal: 5 })],
    ['signal', () => delivery.downloadStream(UUID, { signal: 5 })],
  ]) {
    const error = await failure((async () => await start())());
    assert.ok(error instanceof InvalidParameterError, inspect(error));
    assert.equal(error.parameter, parameter, inspect(error));
    assert.match(error.stack.split('\n')[1], /downloads\.test\.mjs/);
  }
  assert.deepEqual(await project.requests(), []);
  for (const start of [
    () => delivery.download(UUID),
    () => delivery.downloadStream(UUID),
    () => delivery.save(UUID, place),
  ]) {
    const error = await failure(start());
    assert.ok(error instanceof NotFoundError, inspect(error));
    assert.match(error.stack, /downloads\.test\.mjs/);
  }
  const unheard = '-/unheard_of/1/';
  const { uuid } = await project.client().uploads.upload(Buffer.from('x'));
  const error = await failure(delivery.download(uuid, { transformation: unheard }));
  assert.equal(error.kind, 'rejected');
});

const MEMORY = `
  import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
  import { pipeline } from 'node:stream/promises';
  import { Uploadcare } from 'uploadcare-sdk';
  const most = () => Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'latin1'))[1]);
  const [settings, file, way, path] = process.argv.slice(1);
  const { delivery, project } = new Uploadcare(JSON.parse(settings));
  await project.get();
  // Not maxRSS: that begins with what the parent had.
  writeFileSync('/proc/self/clear_refs', '5');
  const before = most();
  if (way === 'save') await delivery.save(file, path);
  else await pipeline(await delivery.downloadStream(file), createWriteStream(path));
  console.log((most() - before) / 1024);`;

// Only Linux tells how much it was at most.
const measured = { ...limit, skip: process.platform !== 'linux' };

test('memory does not grow with the file', measured, async () => {
  const project = await Project.create();
  const source = join(place, 'large.bin');
  writeFileSync(source, Buffer.alloc(200 * MIB, 7));
  const { uuid } = await project.client().uploads.upload(source);
  // V8 collects what was read late, however large the file is.
  const bounds = { stream: 64 + 36, save: 36 };
  for (const [way, bound] of Object.entries(bounds)) {
    const path = join(folder(), way);
    const child = script(MEMORY, [JSON.stringify(project.settings), uuid, way, path]);
    const { code, output } = await ended(child);
    assert.equal(code, 0);
    if (process.env.UPLOADCARE_SHOW_MEMORY) console.log(`${way}: ${Number(output)} MiB`);
    assert.ok(Number(output) <= bound, `${way}: ${output} MiB`);
    assert.ok(readFileSync(path).equals(readFileSync(source)));
    rmSync(path);
  }
});

test('events of a stream', limit, async () => {
  const { project, file } = await uploaded(MIB);
  const events = [];
  const { delivery } = project.client({ onEvent: ({ kind }) => events.push(kind) });
  await buffer(await delivery.downloadStream(file));
  assert.deepEqual(events, ['request', 'attempt', 'response', 'finish']);
  assert.equal(bases.cdnBase, project.client().cdnBase);
});
