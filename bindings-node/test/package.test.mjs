import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import * as sdk from 'uploadcare-sdk';
import { bases, control, createAccount, fixtures, folder, Project, root } from './support.mjs';

const run = promisify(execFile);
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** A folder where the package is installed as its users install it. */
const consumer = mkdtempSync(join(tmpdir(), 'uploadcare-sdk-'));
after(() => rmSync(consumer, { recursive: true, force: true }));

async function install() {
  const { stdout } = await run(npm, ['pack', '--json', '--pack-destination', consumer], {
    cwd: folder,
  });
  const [{ filename, files }] = Object.values(JSON.parse(stdout));
  writeFileSync(join(consumer, 'package.json'), '{ "private": true }');
  await run(npm, ['install', '--offline', '--no-audit', '--no-fund', join(consumer, filename)], {
    cwd: consumer,
  });
  return files.map(({ path }) => path);
}

const installed = install();

function environment({ publicKey, secretKey }) {
  return {
    ...process.env,
    UPLOADCARE_PUBLIC_KEY: publicKey,
    UPLOADCARE_SECRET_KEY: secretKey,
    UPLOADCARE_REST_API_BASE: bases.apiBase,
    UPLOADCARE_UPLOAD_API_BASE: bases.uploadBase,
    UPLOADCARE_CDN_BASE: bases.cdnBase,
  };
}

test('classes have the names by which they are exported', () => {
  const classes = Object.entries(sdk).filter(([, value]) => typeof value === 'function');
  assert.ok(classes.length > 20);
  for (const [name, value] of classes) assert.equal(value.name, name);
});

test('the packed package holds what runs, and nothing else', async () => {
  const files = await installed;
  const expected =
    /^(dist\/.*\.(js|mjs|d\.ts|d\.mts)|native\/(load\.js|generated\/.*)|package\.json|README\.md|LICENSE)$/;
  assert.deepEqual(
    files.filter((path) => !expected.test(path)),
    [],
  );
  assert.ok(files.some((path) => path.endsWith('.node')));
});

test('the installed package works by import and by require', async () => {
  await installed;
  const project = await Project.create({ count: 3 });
  const body = `
    const count = async () => {
      let count = 0;
      for await (const _ of new Uploadcare().files.list()) count += 1;
      return count;
    };
    count().then(console.log);`;
  for (const [name, script] of [
    [
      'a.mjs',
      `import { Uploadcare } from 'uploadcare-sdk';\nimport 'uploadcare-sdk/testing';${body}`,
    ],
    [
      'a.cjs',
      `const { Uploadcare } = require('uploadcare-sdk');\nrequire('uploadcare-sdk/testing');${body}`,
    ],
  ]) {
    writeFileSync(join(consumer, name), script);
    const env = environment(project);
    const { stdout } = await run(process.execPath, [name], { cwd: consumer, env });
    assert.equal(stdout, '3\n');
  }
});

test('an addon that the environment names is taken instead', async () => {
  await installed;
  const own = join(consumer, 'own.cjs');
  writeFileSync(own, 'exports.isOwn = true;');
  const load = join(consumer, 'node_modules/uploadcare-sdk/native/load.js');
  const script = `console.log(require(${JSON.stringify(load)}).isOwn)`;
  for (const [env, expected] of [
    [{ ...process.env, NAPI_RS_NATIVE_LIBRARY_PATH: undefined }, 'undefined\n'],
    [{ ...process.env, NAPI_RS_NATIVE_LIBRARY_PATH: own }, 'true\n'],
  ]) {
    const { stdout } = await run(process.execPath, ['-e', script], { env });
    assert.equal(stdout, expected);
  }
});

test('the addon of the package is taken; napi is asked where there is none', async (t) => {
  await installed;
  const other = join(consumer, 'other');
  cpSync(join(consumer, 'node_modules/uploadcare-sdk/native'), other, { recursive: true });
  const generated = join(other, 'generated');
  writeFileSync(join(generated, 'index.js'), `exports.isOfNapi = true;`);
  const script = `console.log(require(${JSON.stringify(join(other, 'load.js'))}).isOfNapi)`;
  const isOfNapi = async () => (await run(process.execPath, ['-e', script])).stdout;
  // Where two C libraries may be, napi finds out which one it is.
  const libraries = existsSync('/lib') ? readdirSync('/lib') : [];
  if (libraries.some((name) => name.startsWith('ld-musl-'))) {
    t.diagnostic('musl is here');
  } else {
    assert.equal(await isOfNapi(), 'undefined\n');
  }
  const [addon] = readdirSync(generated).filter((name) => name.endsWith('.node'));
  renameSync(join(generated, addon), join(consumer, 'moved.node'));
  assert.equal(await isOfNapi(), 'true\n');
});

test('an import does not load what is seldom needed', async () => {
  await installed;
  writeFileSync(
    join(consumer, 'loaded.cjs'),
    `const isLoaded = () => process.moduleLoadList.includes('NativeModule stream');
    const before = isLoaded();
    require('uploadcare-sdk');
    require('node:fs').writeSync(1, String(isLoaded() === before));`,
  );
  const { stdout } = await run(process.execPath, ['loaded.cjs'], { cwd: consumer });
  assert.equal(stdout, 'true');
});

test('its types serve users of both module systems', async () => {
  await installed;
  const modules = join(consumer, 'node_modules');
  symlinkSync(join(folder, 'node_modules/@types'), join(modules, '@types'), 'junction');
  symlinkSync(join(folder, 'node_modules/undici-types'), join(modules, 'undici-types'), 'junction');
  const source = join(folder, 'test/consumer/uses.mts');
  copyFileSync(source, join(consumer, 'uses.mts'));
  copyFileSync(source, join(consumer, 'uses.cts'));
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2022',
    lib: ['es2022', 'esnext.disposable'],
    types: ['node'],
    strict: true,
    noEmit: true,
    skipLibCheck: false,
  };
  const settings = { compilerOptions, files: ['uses.mts', 'uses.cts'] };
  writeFileSync(join(consumer, 'tsconfig.json'), JSON.stringify(settings));
  const { bin } = JSON.parse(
    readFileSync(join(folder, 'node_modules/typescript/package.json'), 'utf8'),
  );
  const tsc = join(folder, 'node_modules/typescript', bin.tsc);
  await run(process.execPath, [tsc, '-p', consumer]).catch(({ stdout }) => assert.fail(stdout));
});

/** A backend that signs and makes tokens for programs without a secret key, and has a picture. */
async function backend(t, project) {
  const server = createServer(async (request, answer) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname === '/token') return answer.end(project.client().uploads.createToken().token);
    if (pathname === '/photo.jpg') return answer.end(readFileSync(join(fixtures, 'photo.jpg')));
    if (pathname !== '/sign') return answer.writeHead(404).end();
    return answer.end(project.sign(JSON.parse(await text(request))));
  });
  server.listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  return `http://127.0.0.1:${server.address().port}`;
}

/** A port that nobody listens on. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Has a delivery sent to a sample that is a server. */
async function delivered(project, sample, environment) {
  const PORT = await freePort();
  const SIGNING_SECRET = 'a signing secret';
  const env = { ...environment, PORT, SIGNING_SECRET };
  const child = spawn(process.execPath, [sample], {
    cwd: consumer,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 120_000,
  });
  try {
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    assert.equal((await lines.next()).value, 'listening');
    const { uploads, webhooks } = project.client();
    const url = `http://127.0.0.1:${PORT}/`;
    const hook = await webhooks.create(url, 'file.uploaded', { signingSecret: SIGNING_SECRET });
    const { uuid } = await uploads.upload(Buffer.from('x'));
    assert.equal((await lines.next()).value, `file.uploaded ${uuid}`);
    assert.equal((await fetch(url, { method: 'POST', body: '{}' })).status, 403);
    await webhooks.delete(hook.id);
  } finally {
    child.kill();
  }
}

test('the samples of the README run', async (t) => {
  await installed;
  const project = await Project.create({ count: 2 });
  const strict = { signed_uploads: true };
  await control('PATCH', `projects/${project.publicKey}`, strict);
  const BACKEND_URL = await backend(t, project);
  const samples = readFileSync(join(folder, 'README.md'), 'utf8').matchAll(/^```js\n(.*?)^```$/gms);
  copyFileSync(join(fixtures, 'photo.jpg'), join(consumer, 'photo.jpg'));
  let count = 0;
  const UPLOADCARE_ACCOUNT_TOKEN = await createAccount();
  for (const [, sample] of samples) {
    count += 1;
    writeFileSync(join(consumer, `sample-${count}.mjs`), sample);
    const env = { ...environment(project), BACKEND_URL, UPLOADCARE_ACCOUNT_TOKEN };
    if (sample.includes('.listen(')) {
      await delivered(project, `sample-${count}.mjs`, env);
      continue;
    }
    const { stdout } = await run(process.execPath, [`sample-${count}.mjs`], { cwd: consumer, env });
    assert.ok(!stdout.includes('cannot sign'), stdout);
  }
  assert.ok(count > 20);
});

test('the documentation of every operation is that of JavaScript', async () => {
  await installed;
  const modules = join(consumer, 'node_modules/uploadcare-sdk');
  const parts = readFileSync(join(modules, 'dist/generated/index.d.ts'), 'utf8');
  const names = Array.from(parts.matchAll(/from '\.\/(\w+)\.js'/g), ([, name]) => name);
  const types = names.map((name) => `dist/generated/${name}.d.ts`);
  let methods = 0;
  for (const file of types) {
    const text = readFileSync(join(modules, file), 'utf8');
    const classes = new Set(Object.keys(sdk));
    for (const [, comment] of text.matchAll(/\/\*\*(.*?)\*\/\n {4}\w+\(/gs)) {
      methods += 1;
      assert.doesNotMatch(comment, /`[a-z]+_[a-z_]+`|\bInto\b|::/, `${file}: ${comment}`);
      const [about] = comment.split('@');
      assert.match(about.replaceAll(/[\s*]+/g, ' ').trim(), /^[A-Z].*[^\s]$/);
      for (const [, name] of comment.matchAll(/@throws \{(\w+)\}/g)) {
        assert.ok(classes.has(name), `${file}: ${name}`);
      }
    }
  }
  const operations = join(root, 'tests/cases/operations/operations.json');
  assert.equal(methods, Object.keys(JSON.parse(readFileSync(operations, 'utf8'))).length);
});

test('the example lists what it has uploaded', async () => {
  const project = await Project.create();
  const script = join(root, 'examples/node/list-files.mjs');
  const { stdout } = await run(process.execPath, [script, fixtures], { env: environment(project) });
  for (const name of ['photo.jpg', 'document.pdf', 'Привет, мир – naïve.txt']) {
    assert.ok(stdout.includes(name), stdout);
  }
});

test('the other example does what it says', async () => {
  const project = await Project.create();
  const script = join(root, 'examples/node/manage-files.mjs');
  const names = ['photo.jpg', 'document.pdf', 'drawing.png'];
  const files = names.map((name) => join(fixtures, name));
  const { stdout } = await run(process.execPath, [script, ...files], { env: environment(project) });
  for (const text of ['copied: photo.jpg', 'photo.jpg: finished', 'deleted: 6 files']) {
    assert.ok(stdout.includes(text), stdout);
  }
});

test('the example of a large upload shows how far it is', async () => {
  const project = await Project.create();
  const path = join(consumer, 'large.bin');
  writeFileSync(path, Buffer.alloc(12 << 20, 'large'));
  const example = join(root, 'examples/node/upload-large.mjs');
  const env = environment(project);
  const { stdout } = await run(process.execPath, [example, path], { cwd: consumer, env });
  assert.match(stdout, /12582912 of 12582912 bytes, 3 of 3 parts/);
  assert.match(stdout, /uploaded 12582912 bytes: [\w-]{36}\n/);
});

test('the example of delivery makes a picture and signs its URL', async () => {
  const project = await Project.create();
  const example = join(root, 'examples/node/deliver.mjs');
  const photo = join(fixtures, 'photo.jpg');
  const { stdout } = await run(process.execPath, [example, photo], { env: environment(project) });
  for (const text of ['640 × 427 pixels', '/-/scale_crop/300x300/', 'image/png', 'opens until']) {
    assert.ok(stdout.includes(text), stdout);
  }
});

test('the examples of webhooks refuse what is forged', async () => {
  for (const framework of ['express', 'fastify']) {
    const project = await Project.create();
    const example = join(root, `examples/node/receive-webhooks-${framework}.mjs`);
    const { stdout } = await run(process.execPath, [example], { env: environment(project) });
    assert.match(stdout, /file\.uploaded: 5 bytes.*genuine one.* 200.*refused.*forged one.* 403/s);
  }
});

test('the example of usage draws lines', async () => {
  const UPLOADCARE_ACCOUNT_TOKEN = await createAccount();
  const project = await Project.create(undefined, UPLOADCARE_ACCOUNT_TOKEN);
  const date = new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10);
  const days = [{ date, traffic: 700, storage: 5, operations: 1 }];
  await control('POST', `projects/${project.publicKey}/usage`, { days });
  const env = { ...environment(project), UPLOADCARE_ACCOUNT_TOKEN };
  const example = join(root, 'examples/node/usage-chart.mjs');
  const { stdout } = await run(process.execPath, [example], { env });
  assert.match(stdout, /traffic [▁▂▃▄▅▆▇]*█▁* {2}most 700 bytes/u);
});
