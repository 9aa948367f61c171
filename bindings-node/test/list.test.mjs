import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import test from 'node:test';
import { promisify } from 'node:util';
import { InvalidParameterError, RejectedError } from 'uploadcare-sdk';
import { collect, eventually, failure, folder, Project } from './support.mjs';

const names = (files) => files.map((file) => file.originalFilename);
const numbered = (...numbers) => numbers.map((number) => `file-${number}.txt`);

test('files one by one over pages', async () => {
  const project = await Project.create({ count: 7 });
  const files = await collect(project.client().files.list({ limit: 3 }));
  assert.deepEqual(names(files), numbered(1, 2, 3, 4, 5, 6, 7));
});

test('pages carry their facts and are iterable', async () => {
  const project = await Project.create({ count: 5 });
  const pages = await collect(project.client().files.list({ limit: 2 }).pages());
  assert.deepEqual(
    pages.map((page) => page.results.length),
    [2, 2, 1],
  );
  assert.deepEqual(names([...pages[1]]), numbered(3, 4));
  const [first, , last] = pages;
  assert.equal(first.total, 5);
  assert.equal(first.perPage, 2);
  assert.equal(first.totals.stored, 5);
  assert.equal(first.previous, null);
  assert.equal(typeof first.next, 'string');
  assert.equal(last.next, null);
});

test('pages forward and back', async () => {
  const project = await Project.create({ count: 6 });
  const pages = project.client().files.list({ limit: 2 }).pages();
  assert.equal(await pages.previousPage(), null);
  assert.deepEqual(names((await pages.nextPage()).results), numbered(1, 2));
  assert.deepEqual(names((await pages.nextPage()).results), numbered(3, 4));
  assert.deepEqual(names((await pages.previousPage()).results), numbered(1, 2));
  assert.deepEqual(names((await pages.nextPage()).results), numbered(3, 4));
  assert.deepEqual(names((await pages.nextPage()).results), numbered(5, 6));
  assert.equal(await pages.nextPage(), null);
});

test('pages asked for at the same time come one after the other', async () => {
  const project = await Project.create({ count: 6 });
  const pages = project.client().files.list({ limit: 2 }).pages();
  const three = await Promise.all([pages.nextPage(), pages.nextPage(), pages.nextPage()]);
  assert.deepEqual(names(three.flatMap((page) => page.results)), numbered(1, 2, 3, 4, 5, 6));
});

test('two loops over one list share its files', async () => {
  const project = await Project.create({ count: 9 });
  const list = project.client().files.list({ limit: 2 });
  const [one, other] = await Promise.all([collect(list), collect(list)]);
  assert.deepEqual(names([...one, ...other]).sort(), numbered(1, 2, 3, 4, 5, 6, 7, 8, 9));
});

test('a second loop goes on where the first was left', async () => {
  const project = await Project.create({ count: 7 });
  const list = project.client().files.list({ limit: 3 });
  assert.deepEqual(names(await collect(list, 4)), numbered(1, 2, 3, 4));
  assert.deepEqual(names(await collect(list)), numbered(5, 6, 7));
  assert.deepEqual(await collect(list), []);
});

test('pages after items start behind the page at hand', async () => {
  const project = await Project.create({ count: 7 });
  const { files } = project.client();
  const list = files.list({ limit: 3 });
  for await (const _ of list) {
    const pages = list.pages();
    assert.deepEqual(names((await pages.nextPage()).results), numbered(4, 5, 6));
    assert.deepEqual(names(await collect(files.list({ cursor: list.cursor() }))), numbered(7));
    break;
  }
  assert.deepEqual(names(await collect(list)), numbered(7));
});

test('backward from the position, nearest first', async () => {
  const project = await Project.create({ count: 7 });
  const { files } = project.client();
  const list = files.list({ limit: 3 });
  await collect(list, 5);
  const before = files.list({ cursor: list.cursor() }).backward();
  assert.deepEqual(names(await collect(before, 2)), numbered(5, 4));
  assert.deepEqual(names(await collect(before)), numbered(3, 2, 1));
  assert.deepEqual(names(await collect(list.backward())), numbered(5, 4, 3, 2, 1));
});

test('a cursor goes on in another process', async () => {
  const project = await Project.create({ count: 25, tie: 5 });
  const list = project.client().files.list({ limit: 10 });
  const taken = names(await collect(list, 13));
  const script = `
    const { Uploadcare } = require('uploadcare-sdk');
    (async () => {
      const { cursor, settings } = JSON.parse(process.argv[1]);
      const names = [];
      const list = new Uploadcare(settings).files.list({ cursor });
      for await (const file of list) names.push(file.originalFilename);
      console.log(JSON.stringify(names));
    })();`;
  const message = JSON.stringify({ cursor: list.cursor(), settings: project.settings });
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script, message], {
    cwd: folder,
  });
  const rest = JSON.parse(stdout);
  assert.equal(rest.length, 12);
  assert.equal(new Set([...taken, ...rest]).size, 25);
});

test('the cursor inside a loop stands after the item at hand', async () => {
  const project = await Project.create({ count: 5 });
  const { files } = project.client();
  const list = files.list({ limit: 2 });
  const seen = [];
  for await (const file of list) {
    seen.push(file.originalFilename);
    const rest = await collect(files.list({ cursor: list.cursor() }));
    assert.equal(seen.length + rest.length, 5);
  }
});

test('a cursor while a page is on its way stands before that page', async () => {
  const project = await Project.create({ count: 4 });
  const { files } = project.client();
  const list = files.list({ limit: 2, prefetch: false });
  const pages = list.pages();
  await pages.nextPage();
  const coming = pages.nextPage();
  const cursor = pages.cursor();
  await coming;
  assert.deepEqual(names(await collect(files.list({ cursor }))), numbered(3, 4));
});

test('leaving a loop drops the page that is fetched ahead', async () => {
  const project = await Project.create({ count: 40 });
  // The third page: after the second one it is fetched ahead.
  await project.fault({ route: '/files/', skip: 2, delay_ms: 60_000 });
  const list = project.client().files.list({ limit: 10 });
  for await (const file of list) {
    if (file.originalFilename !== 'file-12.txt') continue;
    await eventually(async () => (await project.stats()).in_flight === 1);
    break;
  }
  await eventually(async () => (await project.stats()).cancelled === 1);
  assert.equal((await collect(list)).length, 28);
});

test('leaving a loop over pages drops it too', async () => {
  const project = await Project.create({ count: 40 });
  await project.fault({ route: '/files/', skip: 2, delay_ms: 60_000 });
  const pages = project.client().files.list({ limit: 10 }).pages();
  let seen = 0;
  for await (const page of pages) {
    seen += page.results.length;
    if (seen < 20) continue;
    await eventually(async () => (await project.stats()).in_flight === 1);
    break;
  }
  await eventually(async () => (await project.stats()).cancelled === 1);
  assert.deepEqual(names((await pages.nextPage()).results).slice(0, 2), numbered(21, 22));
});

test('after an error the walk goes on with the same page', async () => {
  const project = await Project.create({ count: 6 });
  await project.fault({
    route: '/files/',
    skip: 1,
    respond: { status: 400, body: { detail: 'no' } },
  });
  const list = project.client().files.list({ limit: 2, prefetch: false });
  const seen = [];
  const error = await failure(
    (async () => {
      for await (const file of list) seen.push(file);
    })(),
  );
  assert.ok(error instanceof RejectedError);
  assert.deepEqual(names([...seen, ...(await collect(list))]), numbered(1, 2, 3, 4, 5, 6));
});

test('wrong options throw at once', () => {
  const { files } = new Project({ public_key: 'a', secret_key: 'b' }).client();
  for (const options of [{ limit: 0 }, { limit: 'x' }, { limit: 1.5 }, { limit: Number.NaN }]) {
    assert.throws(
      () => files.list(options),
      (error) => {
        assert.ok(error instanceof InvalidParameterError);
        assert.equal(error.parameter, 'limit');
        return true;
      },
    );
  }
  assert.throws(() => files.list({ cursor: 'nonsense' }), InvalidParameterError);
});
