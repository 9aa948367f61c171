import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, openAsBlob, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import test, { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import {
  ConfigurationError,
  InvalidParameterError,
  NotFoundError,
  ServerError,
  SourceError,
  UploadClient,
  UploadLostError,
} from 'uploadcare-sdk';
import { bases, ended, eventually, failure, HELD_MS, Project, script } from './support.mjs';

const limit = { timeout: 300_000 };
const MIB = 1 << 20;
const THRESHOLD = 10 * MIB;
const PART = 5 * MIB;
const PARTS = '/parts/{uuid}/{number}';
const HELD = { method: 'PUT', route: PARTS, delay_ms: HELD_MS, times: -1 };

const place = mkdtempSync(join(tmpdir(), 'uploadcare-uploads-'));
after(() => rmSync(place, { recursive: true, force: true }));

/** Content whose every part differs from every other. */
function content(size) {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at < size; at += 1) bytes[at] = Math.imul(at, at) + (at >> 8) + (at >> 16);
  return bytes;
}

let paths = 0;

function kept(bytes) {
  paths += 1;
  const path = join(place, `${paths}.bin`);
  writeFileSync(path, bytes);
  return path;
}

async function* cut(bytes, size) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function served({ uuid }) {
  const answer = await fetch(`${bases.cdnBase}${uuid}/`);
  return Buffer.from(await answer.arrayBuffer());
}

/** That a file has just this content. */
async function has(file, bytes) {
  assert.equal(file.size, bytes.length);
  // Not `deepEqual`: it would show megabytes.
  assert.ok((await served(file)).equals(bytes), 'other content');
}

async function count(project, what) {
  const requests = await project.requests();
  return requests.filter(({ method, route }) => `${method} ${route}` === what).length;
}

const KINDS = {
  'a path': (bytes) => kept(bytes),
  'a file: URL': (bytes) => pathToFileURL(kept(bytes)),
  'a Buffer': (bytes) => bytes,
  'an ArrayBuffer': (bytes) => new Uint8Array(bytes).buffer,
  'a Blob': (bytes) => new Blob([bytes]),
  'a Blob of a file': (bytes) => openAsBlob(kept(bytes)),
  'a FileHandle': (bytes) => open(kept(bytes)),
  'a Readable': (bytes) => Readable.from(cut(bytes, 70_001)),
  'a ReadableStream': (bytes) => new Blob([bytes]).stream(),
  'an async generator': (bytes) => cut(bytes, 3 * MIB),
  'an array of pieces': (bytes) => [
    bytes.subarray(0, 5),
    new DataView(bytes.buffer, 0, 0),
    bytes.subarray(5),
  ],
};

for (const [name, make] of Object.entries(KINDS)) {
  test(`the content of ${name} arrives`, limit, async () => {
    const project = await Project.create();
    const { uploads } = project.client();
    for (const size of [0, 1, THRESHOLD - 1, THRESHOLD, THRESHOLD + 1]) {
      const bytes = content(size);
      const source = await make(bytes);
      const told = [];
      const file = await uploads.upload(source, { onProgress: (now) => told.push(now) });
      await has(file, bytes);
      const last = told.at(-1);
      assert.deepEqual(last.file, file);
      assert.equal(last.sentBytes, size);
      assert.equal(last.totalBytes, size);
      const parts = size < THRESHOLD ? 1 : Math.ceil(size / PART);
      assert.equal(last.totalParts, parts);
      assert.equal(last.sentParts, parts);
      for (const [index, { sentBytes }] of told.slice(1).entries()) {
        assert.ok(sentBytes >= told[index].sentBytes);
      }
      if (typeof source.close === 'function') {
        // It is the caller's, and was read to its end.
        assert.equal((await source.read(Buffer.alloc(1), 0, 1, null)).bytesRead, 0);
        await source.close();
      }
    }
    assert.equal(await count(project, `PUT ${PARTS}`), 2 + 3);
  });
}

test('a FileHandle is read from its position on', limit, async () => {
  const { uploads } = (await Project.create()).client();
  for (const size of [100, 11 * MIB]) {
    const bytes = content(size);
    const handle = await open(kept(bytes));
    await handle.read(Buffer.alloc(7), 0, 7, null);
    await has(await uploads.upload(handle), bytes.subarray(7));
    await handle.close();
    const error = await failure(uploads.upload(handle));
    assert.equal(error.code, 'EBADF');
  }
});

test('names and types that a source has', limit, async () => {
  const client = (await Project.create()).client();
  const { files, uploads } = client;
  const named = await uploads.upload(new File(['<p>x</p>'], 'page.html', { type: 'text/html' }));
  assert.equal(named.originalFilename, 'page.html');
  const renamed = await uploads.upload(new File(['x'], 'a.txt'), { filename: 'b.txt' });
  assert.equal(renamed.originalFilename, 'b.txt');
  assert.equal((await uploads.upload(new Blob(['x']))).originalFilename, 'file');
  assert.equal((await uploads.upload(kept(Buffer.from('x')))).originalFilename, `${paths}.bin`);
  assert.equal((await files.get(named)).size, 8);
});

test('a file of the project is looked up', limit, async () => {
  const project = await Project.create();
  const { files, uploads } = project.client();
  const file = await uploads.upload(Buffer.from('x'), { filename: 'x.txt' });
  const before = (await project.requests()).length;
  for (const source of [file, await files.get(file), { uuid: file.uuid }]) {
    const told = [];
    assert.deepEqual(await uploads.upload(source, { onProgress: (now) => told.push(now) }), file);
    assert.deepEqual(told.at(-1).file, file);
  }
  assert.equal((await project.requests()).length, before + 3 + 1);
  const uuid = '21975c81-7f57-4c7a-aef9-acfe28779f78';
  assert.ok((await failure(uploads.upload({ uuid }))) instanceof NotFoundError);
  assert.ok((await failure(uploads.upload({ uuid: 'x' }))) instanceof InvalidParameterError);
});

test('what cannot be uploaded', limit, async () => {
  const project = await Project.create();
  const { uploads } = project.client();
  const text = Buffer.from('x');
  for (const [parameter, message, source, options] of [
    ['source', /expected the path of a file, its content/, 5],
    ['source', /expected the path/, null],
    ['source', /expected the path/, {}],
    ['source', /expected the path/, { uuid: null }],
    ['source', /use `fromUrl`/, new URL('https://example.com/a.jpg')],
    ['source', /piece 0 is a string/, ['text']],
    ['source', /piece 1 is a number/, [text, 5]],
    ['source', /piece 0 is a string/, Readable.from(['text'])],
    ['source', /piece 0 is null/, [null]],
    ['size', /a whole number/, [text], { size: 1.5 }],
    ['size', /a whole number from 0 on/, [text], { size: -1 }],
    ['size', /it is known/, text, { size: 1 }],
    ['onProgress', /a function/, text, { onProgress: 5 }],
    ['signal', /an AbortSignal/, text, { signal: 5 }],
    ['partSize', /a whole number/, text, { partSize: 5_242_880.5 }],
    ['partSize', /from 5242880 to/, text, { partSize: 1 }],
    ['onLost', /must be one of/, text, { onLost: 'never' }],
  ]) {
    const error = await failure(uploads.upload(source, options));
    assert.ok(error instanceof InvalidParameterError, inspect(error));
    assert.equal(error.parameter, parameter);
    assert.match(error.message, message);
    assert.match(error.stack.split('\n')[1], /uploads\.test\.mjs/);
  }
  const error = await failure(uploads.upload('https://example.com/a.jpg'));
  assert.ok(error instanceof SourceError);
  assert.match(error.message, /use `fromUrl`/);
  for (const [start, parameter] of [
    [() => uploads.prepare(5), 'source'],
    [() => uploads.prepare(text, 5), 'options'],
    [() => uploads.resume(5, text), 'text'],
    [() => uploads.resume(undefined, text), 'text'],
    [() => uploads.resume('ucjob1.x', text), 'text'],
  ]) {
    assert.throws(start, (error) => {
      assert.ok(error instanceof InvalidParameterError);
      assert.equal(error.parameter, parameter);
      return true;
    });
  }
  assert.deepEqual(await project.requests(), []);
});

test('a stream of unknown length, in pieces of any size', limit, async () => {
  const project = await Project.create();
  const { uploads } = project.client();
  const bytes = content(23 * MIB + 3);
  async function* short() {
    let at = 0;
    for (let size = 1; at < bytes.length; size = (size * 7) % 300_007) {
      yield bytes.subarray(at, at + size);
      at += size;
    }
  }
  await has(await uploads.upload(short()), bytes);
  await has(await uploads.upload(short(), { size: bytes.length }), bytes);
  assert.equal(await count(project, `PUT ${PARTS}`), 10);
});

test('a stream that is not as long as it was said to be', limit, async () => {
  const project = await Project.create();
  const { uploads } = project.client();
  for (const size of [99, 101, 11 * MIB - 1, 11 * MIB + 1]) {
    const bytes = content(size < 1000 ? 100 : 11 * MIB);
    const error = await failure(uploads.upload(cut(bytes, MIB), { size }));
    assert.ok(error instanceof SourceError, inspect(error));
    assert.match(error.message, /it was said to have/);
  }
  assert.equal(await count(project, 'POST /multipart/complete/'), 0);
  assert.equal(await count(project, 'POST /base/'), 0);
});

/** A source that notes its end. */
function watched(pieces, failing) {
  const seen = { given: 0, isClosed: false };
  async function* source() {
    try {
      for await (const piece of pieces) {
        seen.given += 1;
        yield piece;
      }
      if (failing !== undefined) throw failing.thrown;
    } finally {
      seen.isClosed = true;
    }
  }
  return [source(), seen];
}

function failingWith(message) {
  return watched([content(5)], { thrown: new RangeError(message) })[0];
}

test('what a source throws is thrown as it is, and there is no file', limit, async () => {
  const project = await Project.create();
  const { uploads } = project.client();
  for (const thrown of [new RangeError('mine'), undefined, 'text', { a: 1 }]) {
    for (const size of [undefined, 30 * MIB]) {
      for (const pieces of [0, 1, 12]) {
        const [source, seen] = watched(cut(content(pieces * MIB), MIB), { thrown });
        const upload = uploads.prepare(source, size === undefined ? {} : { size });
        for (let time = 0; time < 2; time += 1) {
          assert.ok(Object.is(await failure(upload.run()), thrown));
        }
        assert.ok(seen.isClosed);
      }
    }
  }
  const broken = Readable.from(failingWith('of a Readable'));
  assert.equal((await failure(uploads.upload(broken))).message, 'of a Readable');
  const web = Readable.toWeb(Readable.from(failingWith('of the web')));
  assert.equal((await failure(uploads.upload(web))).message, 'of the web');
  assert.equal(await count(project, 'POST /base/'), 0);
  assert.equal(await count(project, 'POST /multipart/complete/'), 0);
  assert.equal((await project.stats()).in_flight, 0);
});

test('a source is closed when the upload fails', limit, async () => {
  const project = await Project.create();
  const { uploads } = project.client();
  await project.fault({ route: '/multipart/start/', respond: { status: 503 }, times: -1 });
  const [source, seen] = watched(cut(content(30 * MIB), MIB));
  const upload = uploads.prepare(source, { size: 30 * MIB });
  assert.ok((await failure(upload.run())) instanceof ServerError);
  assert.ok(seen.isClosed);
  assert.ok(seen.given < 30);
  const again = await failure(upload.run());
  assert.ok(again instanceof SourceError);
  assert.match(again.message, /`resume`/);

  const readable = Readable.from(cut(content(30 * MIB), MIB));
  await failure(uploads.upload(readable, { size: 30 * MIB }));
  assert.ok(readable.destroyed);
  let isCancelled = false;
  const web = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(MIB)),
    cancel: () => {
      isCancelled = true;
    },
  });
  await failure(uploads.upload(web, { size: 30 * MIB }));
  assert.ok(isCancelled);
  assert.ok(!web.locked);
});

test('a source that never gives anything does not hold up the end', limit, async () => {
  const project = await Project.create();
  const { uploads } = project.client();
  const silent = {
    'a generator': (async function* () {
      await new Promise(() => undefined);
      yield Buffer.from('never');
    })(),
    'a Readable': new Readable({ read: () => undefined }),
    'a ReadableStream': new ReadableStream({}),
  };
  for (const source of Object.values(silent)) {
    const controller = new AbortController();
    const outcome = failure(uploads.upload(source, { signal: controller.signal }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    controller.abort();
    assert.equal(await outcome, controller.signal.reason);
  }
  assert.ok(silent['a Readable'].destroyed);
});

test('aborting stops all parts at once, and the upload goes on later', limit, async () => {
  const project = await Project.create();
  const { uploads } = project.client();
  const bytes = content(23 * MIB);
  const repeatable = {
    path: kept(bytes),
    bytes,
    blob: new Blob([bytes]),
    handle: await open(kept(bytes)),
  };
  let cancelled = 0;
  for (const source of Object.values(repeatable)) {
    await project.fault({ ...HELD, skip: 1 });
    const upload = uploads.prepare(source);
    const controller = new AbortController();
    const outcome = failure(upload.run({ signal: controller.signal }));
    await eventually(
      async () => upload.progress.sentParts === 1 && (await project.stats()).in_flight === 4,
    );
    controller.abort();
    assert.equal(await outcome, controller.signal.reason);
    cancelled += 4;
    await eventually(async () => (await project.stats()).cancelled === cancelled);
    assert.equal((await project.stats()).in_flight, 0);
    await project.clearFaults();
    const before = await count(project, `PUT ${PARTS}`);
    const file = await upload.run();
    await has(file, bytes);
    assert.equal((await count(project, `PUT ${PARTS}`)) - before, 4);
    assert.deepEqual(await upload.run(), file);
    assert.deepEqual(upload.progress.file, file);
  }
  await repeatable.handle.close();
});

test('aborting closes a stream and its requests', limit, async () => {
  const project = await Project.create();
  const { uploads } = project.client();
  await project.fault(HELD);
  const [source, seen] = watched(cut(content(40 * MIB), MIB));
  const controller = new AbortController();
  const { signal } = controller;
  const outcome = failure(uploads.upload(source, { size: 40 * MIB, signal }));
  await eventually(async () => (await project.stats()).in_flight === 4);
  controller.abort();
  assert.equal(await outcome, signal.reason);
  await eventually(() => seen.isClosed);
  // Four parts are held, and one piece waits.
  assert.ok(seen.given <= 22, `${seen.given}`);
  await eventually(async () => (await project.stats()).cancelled === 4);

  const [unread, left] = watched([content(5)]);
  const aborted = AbortSignal.abort(new Error('not today'));
  assert.equal(await failure(uploads.upload(unread, { signal: aborted })), aborted.reason);
  assert.equal(left.given, 0);
  assert.deepEqual(await unread.next(), { done: true, value: undefined });
});

test('the loop over an upload tells how far it is, and leaving it stops it', limit, async () => {
  const project = await Project.create();
  const { uploads } = project.client();
  const bytes = content(23 * MIB);
  await project.fault({ method: 'PUT', route: PARTS, delay_ms: 250, times: -1 });
  const told = [];
  const upload = uploads.prepare(kept(bytes), { concurrency: 2 });
  for await (const progress of upload) told.push(progress);
  assert.ok(told.length > 2, inspect(told));
  for (const [index, progress] of told.entries()) {
    assert.equal(progress.file === null, index < told.length - 1);
    const before = told[Math.max(0, index - 1)];
    assert.ok(progress.sentBytes >= before.sentBytes && progress.sentParts >= before.sentParts);
  }
  await has(told.at(-1).file, bytes);

  const left = uploads.prepare(kept(bytes), { concurrency: 2 });
  for await (const { sentParts } of left) if (sentParts === 2) break;
  await eventually(async () => (await project.stats()).in_flight === 0);
  await project.clearFaults();
  const before = await count(project, `PUT ${PARTS}`);
  await has(await left.run(), bytes);
  assert.ok((await count(project, `PUT ${PARTS}`)) - before <= 3);

  const slow = uploads.prepare(cut(bytes, MIB));
  for await (const { file } of slow) {
    // The upload goes on meanwhile.
    await new Promise((resolve) => setTimeout(resolve, 500));
    if (file !== null) await has(file, bytes);
  }
  await project.fault({ route: '/base/', respond: { status: 503 } });
  const failing = async () => {
    for await (const _ of uploads.prepare(Buffer.from('x'))) assert.fail('no progress');
  };
  assert.ok((await failure(failing())) instanceof ServerError);
});

test('what is told of the progress may end the upload', limit, async () => {
  const project = await Project.create();
  const { uploads } = project.client();
  await project.fault({ ...HELD, skip: 1 });
  const thrown = new RangeError('far enough');
  const [source, seen] = watched(cut(content(40 * MIB), MIB));
  const onProgress = () => {
    throw thrown;
  };
  assert.equal(await failure(uploads.upload(source, { size: 40 * MIB, onProgress })), thrown);
  assert.ok(seen.isClosed);
  await eventually(async () => (await project.stats()).in_flight === 0);
});

test('an upload that is paused waits', limit, async () => {
  const project = await Project.create();
  const { uploads } = project.client();
  const bytes = content(13 * MIB);
  for (const source of [bytes, cut(bytes, MIB)]) {
    await project.fault(HELD);
    const { cancelled } = await project.stats();
    const isStream = source !== bytes;
    const upload = uploads.prepare(source, isStream ? { size: bytes.length } : {});
    let isOver = false;
    const outcome = upload.run().finally(() => {
      isOver = true;
    });
    await eventually(async () => (await project.stats()).in_flight === 3);
    upload.pause();
    await eventually(async () => (await project.stats()).cancelled === cancelled + 3);
    await project.clearFaults();
    await new Promise((resolve) => setTimeout(resolve, 150));
    assert.ok(!isOver);
    assert.equal((await project.stats()).in_flight, 0);
    upload.resume();
    await has(await outcome, bytes);
  }
});

/** Runs a script in another process, which has a client and what is given. */
async function elsewhere(project, source, given) {
  const head = `import { Uploadcare } from 'uploadcare-sdk';
    const { settings, given } = JSON.parse(process.argv[1]);
    const { uploads } = new Uploadcare(settings);`;
  const { settings } = project;
  const child = script(`${head}${source}`, [JSON.stringify({ settings, given })]);
  const { code, output } = await ended(child);
  assert.equal(code, 0);
  return JSON.parse(output);
}

/** Stops an upload when the service has two parts of it; gives how many were begun. */
async function half(project, upload) {
  await project.fault({ ...HELD, skip: 2 });
  const controller = new AbortController();
  const outcome = failure(upload.run({ signal: controller.signal }));
  await eventually(() => upload.progress.sentParts === 2);
  controller.abort();
  await outcome;
  await eventually(async () => (await project.stats()).in_flight === 0);
  await project.clearFaults();
  return await count(project, `PUT ${PARTS}`);
}

test('an upload that was saved goes on in another process', limit, async () => {
  const project = await Project.create();
  const { uploads } = project.client();
  const bytes = content(23 * MIB);
  const path = kept(bytes);
  const upload = uploads.prepare(path);
  const before = await half(project, upload);
  const given = { text: upload.save(), path };
  const file = await elsewhere(
    project,
    'console.log(JSON.stringify(await uploads.resume(given.text, given.path).run()));',
    given,
  );
  await has(file, bytes);
  assert.equal((await count(project, `PUT ${PARTS}`)) - before, 3);
  assert.ok(!inspect(upload, { depth: 9, showHidden: true }).includes('X-Amz'));

  const other = kept(Buffer.alloc(23 * MIB));
  const error = await failure(uploads.resume(given.text, other).run());
  assert.ok(error instanceof SourceError, inspect(error));
});

test('a stream that was given up goes on with the same content again', limit, async () => {
  const project = await Project.create();
  const { uploads } = project.client();
  const bytes = content(43 * MIB);
  const options = { size: bytes.length };
  const upload = uploads.prepare(cut(bytes, MIB), options);
  const before = await half(project, upload);
  assert.ok((await failure(upload.run())) instanceof SourceError);
  const again = uploads.resume(upload.save(), cut(bytes, 999_999), options);
  await has(await again.run(), bytes);
  assert.equal((await count(project, `PUT ${PARTS}`)) - before, 7);
});

test('a state file is kept while the upload is under way', limit, async () => {
  const project = await Project.create();
  const { uploads } = project.client();
  const bytes = content(23 * MIB);
  const path = kept(bytes);
  const stateFile = join(place, 'state');
  const before = await half(project, uploads.prepare(path, { stateFile }));
  assert.match(readFileSync(stateFile, 'utf8'), /^ucupload1\./);
  const file = await elsewhere(
    project,
    `const { path, stateFile } = given;
    console.log(JSON.stringify(await uploads.upload(path, { stateFile })));`,
    { path, stateFile },
  );
  await has(file, bytes);
  assert.equal((await count(project, `PUT ${PARTS}`)) - before, 3);
  assert.ok(!existsSync(stateFile));
});

test('several files side by side', limit, async () => {
  const project = await Project.create();
  const { uploads } = project.client();
  const bytes = content(11 * MIB);
  const path = kept(bytes);
  const sources = [path, Buffer.from('text'), join(place, 'nothing'), pathToFileURL(path), bytes];
  const { files, failures, notTried } = await uploads.uploadMany(new Set(sources), { tags: ['x'] });
  assert.deepEqual(
    files.map((file) => file?.size),
    [bytes.length, 4, undefined, bytes.length, bytes.length],
  );
  for (const index of [0, 3, 4]) await has(files[index], bytes);
  assert.deepEqual(
    failures.map(({ index, error }) => [index, error.kind]),
    [[2, 'source']],
  );
  assert.deepEqual(notTried, []);
  for (const wrong of [
    [cut(bytes, 5)],
    [new Blob(['x'])],
    [5],
    'path',
    bytes,
    5,
    null,
    ['a', new URL('https://example.com/')],
  ]) {
    const error = await failure(uploads.uploadMany(wrong));
    assert.ok(error instanceof InvalidParameterError, inspect(error));
    assert.equal(error.parameter, 'sources');
  }
  await project.fault({ ...HELD, route: '/base/' });
  const controller = new AbortController();
  const many = ['a', 'b', 'c'].map((text) => Buffer.from(text));
  await project.fault({ route: '/base/', delay_ms: HELD_MS, times: -1 });
  const outcome = failure(uploads.uploadMany(many, { signal: controller.signal }));
  await eventually(async () => (await project.stats()).in_flight === 3);
  controller.abort();
  assert.equal(await outcome, controller.signal.reason);
  await eventually(async () => (await project.stats()).cancelled === 3);
});

test('a client for uploads has nothing else', limit, async () => {
  const project = await Project.create();
  const { publicKey, secretKey } = project;
  const client = new UploadClient({ publicKey, ...bases });
  for (const name of ['files', 'project', 'tags', 'explain']) assert.equal(client[name], undefined);
  const file = await client.uploads.upload(Buffer.from('x'));
  assert.equal((await client.uploads.info(file)).size, 1);
  const derived = client.withOptions({ timeout: 5 });
  assert.ok(derived instanceof UploadClient);
  await derived.uploads.upload(Buffer.from('x'));
  assert.throws(() => client.uploads.createToken(), ConfigurationError);
  for (const [name, value] of Object.entries({ secretKey, signer: () => '' })) {
    assert.throws(
      () => new UploadClient({ publicKey, [name]: value }),
      ({ parameter }) => parameter === name,
    );
    assert.throws(
      () => client.withOptions({ [name]: value }),
      ({ parameter }) => parameter === name,
    );
  }
  const full = project.client();
  const job = await full.conversion.convertDocument(
    full.conversion.documentPath(file, { format: 'pdf' }),
  );
  const error = await failure(client.jobs.open(job.save()).status());
  assert.ok(error instanceof ConfigurationError, inspect(error));
  const part = full.uploadClient();
  assert.ok(part instanceof UploadClient);
  await part.uploads.upload(Buffer.from('x'));
  assert.throws(() => part.uploads.createToken(), ConfigurationError);
});

test('a client for uploads looks for no secret key', limit, async () => {
  const project = await Project.create();
  const { publicKey, secretKey } = project;
  const source = `import { UploadClient } from 'uploadcare-sdk';
    const { uploads } = new UploadClient();
    await uploads.upload(Buffer.from('x'));
    try { uploads.createToken(); } catch ({ kind }) { console.log(kind); }`;
  const env = {
    UPLOADCARE_PUBLIC_KEY: publicKey,
    UPLOADCARE_SECRET_KEY: secretKey,
    UPLOADCARE_UPLOAD_API_BASE: bases.uploadBase,
  };
  const { code, output } = await ended(script(source, [], { env }));
  assert.deepEqual({ code, output }, { code: 0, output: 'configuration\n' });
});

test('memory that is given away while it is uploaded', limit, async () => {
  const project = await Project.create();
  const { uploads } = project.client();
  const resizable = new ArrayBuffer(30 * MIB, { maxByteLength: 40 * MIB });
  for (const [source, take] of [
    [new ArrayBuffer(30 * MIB), (memory) => structuredClone(memory, { transfer: [memory] })],
    [new Uint8Array(30 * MIB), ({ buffer }) => structuredClone(buffer, { transfer: [buffer] })],
    [
      new DataView(new ArrayBuffer(30 * MIB), 5),
      ({ buffer }) => structuredClone(buffer, { transfer: [buffer] }),
    ],
    [resizable, () => resizable.resize(29 * MIB)],
    [new Uint8Array(resizable, 0, 28 * MIB), () => resizable.resize(27 * MIB)],
    [resizable, () => resizable.resize(40 * MIB)],
  ]) {
    await project.fault(HELD);
    const upload = uploads.prepare(source);
    const outcome = failure(upload.run());
    await eventually(async () => (await project.stats()).in_flight === 4);
    take(source);
    await project.clearFaults();
    upload.pause();
    upload.resume();
    for (const error of [await outcome, await failure(upload.run())]) {
      assert.ok(error instanceof SourceError, inspect(error));
      assert.equal(error.parameter, 'source');
      assert.match(error.message, /transferred or resized/);
    }
  }
  const piece = new Uint8Array(12 * MIB);
  async function* once() {
    yield piece;
  }
  await project.fault({ route: '/multipart/start/', delay_ms: HELD_MS });
  const outcome = failure(uploads.upload(once(), { size: 12 * MIB }));
  await eventually(async () => (await project.stats()).in_flight === 1);
  structuredClone(piece.buffer, { transfer: [piece.buffer] });
  await project.clearFaults();
  const error = await outcome;
  assert.ok(error instanceof SourceError, inspect(error));
  assert.equal(await count(project, 'POST /multipart/complete/'), 0);
  const shared = new Uint8Array(new SharedArrayBuffer(11 * MIB)).fill(7);
  await has(await uploads.upload(shared), Buffer.from(shared));
});

test(
  'memory and a Blob are read again when the service has forgotten the upload',
  limit,
  async () => {
    const project = await Project.create();
    const { uploads } = project.client();
    const bytes = content(23 * MIB);
    const lost = { route: '/multipart/complete/', respond: { status: 404 }, times: 1 };
    for (const source of [bytes, new Blob([bytes])]) {
      const stateFile = join(place, 'lost');
      for (const options of [{}, { stateFile }]) {
        await project.fault(lost);
        await has(await uploads.upload(source, options), bytes);
        assert.ok(!existsSync(stateFile));
      }
      await project.fault(lost);
      const error = await failure(uploads.upload(source, { onLost: 'fail' }));
      assert.ok(error instanceof UploadLostError, inspect(error));
      await project.fault({ ...lost, times: 2 });
      assert.ok((await failure(uploads.upload(source))) instanceof UploadLostError);
    }
    const upload = uploads.prepare(bytes);
    await half(project, upload);
    const other = await failure(uploads.resume(upload.save(), Buffer.alloc(23 * MIB)).run());
    assert.ok(other instanceof SourceError, inspect(other));
    await has(await uploads.resume(upload.save(), bytes).run(), bytes);
  },
);

test('several large contents in memory, one of which is given away', limit, async () => {
  const project = await Project.create();
  const { uploads } = project.client();
  const bytes = content(23 * MIB);
  const gone = new Uint8Array(bytes);
  await project.fault(HELD);
  const outcome = uploads.uploadMany([gone, bytes, Buffer.from('x')], { fileConcurrency: 1 });
  await eventually(async () => (await project.stats()).in_flight === 4);
  structuredClone(gone.buffer, { transfer: [gone.buffer] });
  await project.clearFaults();
  const { files, failures } = await outcome;
  assert.deepEqual(
    failures.map(({ index, source, error }) => [index, source, error.kind]),
    [[0, `${bytes.length} bytes`, 'source']],
  );
  await has(files[1], bytes);
  assert.equal(files[2].size, 1);
});

test('parts by hand', limit, async () => {
  const project = await Project.create();
  const { uploads } = project.client();
  const bytes = content(11 * MIB);
  const { uuid, parts } = await uploads.startMultipart(bytes.length, { filename: 'by-hand.bin' });
  for (const [number, url] of parts.entries()) {
    const part = bytes.subarray(number * PART, (number + 1) * PART);
    const sent = uploads.uploadPart(url, number === 1 ? new Uint8Array(part).buffer : part);
    assert.equal(await sent, undefined);
  }
  await has(await uploads.completeMultipart(uuid), bytes);
  for (const [url, part, parameter] of [
    ['no URL', bytes, 'url'],
    [5, bytes, 'url'],
    [parts[0], 'text', 'bytes'],
    [parts[0], undefined, 'bytes'],
  ]) {
    const error = await failure(uploads.uploadPart(url, part));
    assert.ok(error instanceof InvalidParameterError, inspect(error));
    assert.equal(error.parameter, parameter);
    assert.match(error.stack.split('\n')[1], /uploads\.test\.mjs/);
  }
  const over = await failure(uploads.uploadPart(parts[0], bytes.subarray(0, PART)));
  assert.ok(over instanceof UploadLostError, inspect(over));
  const again = await uploads.startMultipart(bytes.length);
  await project.fault(HELD);
  const controller = new AbortController();
  const { signal } = controller;
  const outcome = failure(uploads.uploadPart(again.parts[0], bytes.subarray(0, PART), { signal }));
  await eventually(async () => (await project.stats()).in_flight === 1);
  controller.abort();
  assert.equal(await outcome, signal.reason);
  await eventually(async () => (await project.stats()).cancelled === 1);
});

const MEMORY = `
  const { openAsBlob, readFileSync, writeFileSync } = await import('node:fs');
  const { open } = await import('node:fs/promises');
  const piece = Buffer.alloc(64 << 10, 7);
  const most = () => Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'latin1'))[1]);
  async function* pieces(count) {
    for (let at = 0; at < count; at += 1) yield piece;
  }
  const count = 200 * 16;
  const size = count * piece.length;
  const MAKE = {
    path: () => given.path,
    'stream of known size': () => pieces(count),
    'stream of unknown size': () => pieces(count),
    Buffer: () => Buffer.alloc(size, 7),
    ArrayBuffer: () => Buffer.alloc(size, 7).buffer,
    Blob: () => new Blob([Buffer.alloc(size, 7)]),
    'Blob of a file': () => openAsBlob(given.path),
    FileHandle: () => open(given.path),
  };
  await uploads.upload(pieces(1));
  const source = await MAKE[given.name]();
  // Not maxRSS: that begins with what the parent had.
  writeFileSync('/proc/self/clear_refs', '5');
  const before = most();
  const options = given.name === 'stream of known size' ? { size } : {};
  const uploaded = await uploads.upload(source, options);
  const after = most();
  await source.close?.();
  console.log(JSON.stringify({ size: uploaded.size, growth: (after - before) / 1024 }));`;

// Only Linux tells how much it was at most.
const measured = { ...limit, skip: process.platform !== 'linux' };

test('memory does not grow with the content', measured, async () => {
  const project = await Project.create();
  const path = join(place, 'large.bin');
  writeFileSync(path, Buffer.alloc(200 * MIB, 7));
  for (const name of [
    'path',
    'stream of known size',
    'stream of unknown size',
    'Buffer',
    'ArrayBuffer',
    'Blob',
    'Blob of a file',
    'FileHandle',
  ]) {
    const { size, growth } = await elsewhere(project, MEMORY, { name, path });
    assert.equal(size, 200 * MIB);
    if (process.env.UPLOADCARE_SHOW_MEMORY) console.log(`${name}: ${growth.toFixed(1)} MiB`);
    assert.ok(growth <= 4 * 5 + 16, `${name}: ${growth} MiB`);
  }
});
