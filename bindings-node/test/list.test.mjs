import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import test from 'node:test';
import { promisify } from 'node:util';
import { InvalidParameterError, RejectedError, Uploadcare } from 'uploadcare-sdk';
import { collect, eventually, failure, folder, HELD_MS, Project } from './support.mjs';

const names = (files) => files.map((file) => file.originalFilename);
const listed = (pages) => pages.map((page) => names(page.results));
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

test('pages after items begin with the rest of their page, in a loop and after it', async () => {
  const project = await Project.create({ count: 9 });
  const { files } = project.client();
  const list = files.list({ limit: 4 });
  for await (const _ of list) {
    const pages = list.pages();
    assert.deepEqual(names((await pages.nextPage()).results), numbered(2, 3, 4));
    assert.equal(list.cursor(), pages.cursor());
    assert.deepEqual(names(await collect(files.list({ cursor: list.cursor() }), 1)), numbered(5));
    break;
  }
  assert.deepEqual(names(await collect(list, 2)), numbered(5, 6));
  const rest = await collect(list.pages());
  assert.deepEqual(listed(rest), [numbered(7, 8), numbered(9)]);
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

test('a loop goes on behind the pages that were taken inside of it', async () => {
  const project = await Project.create({ count: 9 });
  const list = project.client().files.list({ limit: 3 });
  const pages = list.pages();
  const seen = [];
  for await (const file of list) {
    seen.push(file);
    if (seen.length === 1) seen.push(...(await pages.nextPage()).results);
  }
  assert.deepEqual(names(seen), numbered(1, 2, 3, 4, 5, 6, 7, 8, 9));
});

test('pages after items also go back from the position', async () => {
  const project = await Project.create({ count: 6 });
  const list = project.client().files.list({ limit: 3 });
  for await (const file of list) {
    if (file.originalFilename === 'file-5.txt') {
      assert.deepEqual(names((await list.pages().previousPage()).results), numbered(4, 5));
      assert.deepEqual(names((await list.pages().previousPage()).results), numbered(1, 2, 3));
      break;
    }
  }
});

for (const prefetch of [true, false]) {
  test(`items, pages and loops in any order miss nothing: prefetch ${prefetch}`, async () => {
    const project = await Project.create({ count: 23, tie: 3 });
    const whole = names(await collect(project.client().files.list()));
    for (const limit of [1, 2, 5, 23]) {
      for (let seed = 1; seed <= 12; seed += 1) {
        const list = project.client().files.list({ limit, prefetch });
        const seen = [];
        for (let step = 0; seen.length < 23 && step < 99; step += 1) {
          const choice = (seed * 7 + step * step * 5 + step) % 5;
          if (choice < 2) seen.push(...(await collect(list, choice + 1)));
          else if (choice === 2) seen.push(...((await list.pages().nextPage())?.results ?? []));
          else if (choice === 3)
            seen.push(...(await collect(list.pages(), 1)).flatMap((p) => p.results));
          else await collect(list.backward(), 2);
        }
        assert.deepEqual(names(seen), whole);
        const back = await collect(list.backward());
        assert.deepEqual(names(back).reverse(), whole);
      }
    }
  });
}

test('pages of a backward list come last first', async () => {
  const project = await Project.create({ count: 7 });
  const { files } = project.client();
  const list = files.list({ limit: 3 });
  await collect(list, 5);
  assert.deepEqual(listed(await collect(list.backward().pages())), [
    numbered(4, 5),
    numbered(1, 2, 3),
  ]);
  const back = list.backward();
  assert.deepEqual(names(await collect(back, 1)), numbered(5));
  assert.deepEqual(listed(await collect(back.pages())), [numbered(4), numbered(1, 2, 3)]);
});

test('the cursor of backward pages stands before the page at hand', async () => {
  const project = await Project.create({ count: 9 });
  const { files } = project.client();
  const end = files.list({ limit: 3 });
  await collect(end);
  const before = async (cursor) =>
    names(await collect(files.list({ cursor }).backward())).reverse();
  for (const isLeft of [false, true]) {
    const pages = end.backward().pages();
    const check = async () => {
      assert.deepEqual(await before(pages.cursor()), numbered(1, 2, 3));
      assert.deepEqual(await before(pages.cursor(0)), numbered(1, 2, 3));
      assert.deepEqual(await before(pages.cursor(2)), numbered(1, 2, 3, 4, 5));
      assert.deepEqual(await before(pages.cursor(3)), numbered(1, 2, 3, 4, 5, 6));
    };
    if (isLeft) {
      await collect(pages, 2);
    } else {
      await pages.previousPage();
      await pages.previousPage();
    }
    await check();
    const coming = pages.previousPage();
    assert.deepEqual(await before(pages.cursor()), numbered(1, 2, 3));
    assert.deepEqual(names((await coming).results), numbered(1, 2, 3));
    assert.equal(await pages.previousPage(), null);
    assert.deepEqual(await before(pages.cursor()), []);
  }
});

for (const prefetch of [true, false]) {
  test(`pages that a loop was left at: prefetch ${prefetch}`, async () => {
    const project = await Project.create({ count: 12 });
    const { files } = project.client();
    const after = async (cursor) => names(await collect(files.list({ cursor })));
    const left = async () => {
      const pages = files.list({ limit: 3, prefetch }).pages();
      await collect(pages, 3);
      return pages;
    };
    let pages = await left();
    assert.deepEqual(await after(pages.cursor()), numbered(10, 11, 12));
    assert.deepEqual(await after(pages.cursor(99)), numbered(10, 11, 12));
    assert.deepEqual(await after(pages.cursor(1)), numbered(8, 9, 10, 11, 12));
    assert.deepEqual(await after(pages.cursor(0)), numbered(7, 8, 9, 10, 11, 12));
    assert.deepEqual(names((await pages.previousPage()).results), numbered(4, 5, 6));
    assert.deepEqual(names((await pages.nextPage()).results), numbered(7, 8, 9));
    pages = await left();
    assert.deepEqual(names((await pages.nextPage()).results), numbered(10, 11, 12));
    pages = files.list({ limit: 3, prefetch }).pages();
    await collect(pages, 1);
    assert.equal(await pages.previousPage(), null);
    assert.deepEqual(await after(pages.cursor(2)), numbered(3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
    assert.deepEqual(names((await pages.nextPage()).results), numbered(4, 5, 6));
  });
}

test('an error after a loop was left changes nothing', async () => {
  const project = await Project.create({ count: 6 });
  const { files } = project.client();
  // A page that is fetched ahead might be the one that fails.
  const pages = files.list({ limit: 2, prefetch: false }).pages();
  await collect(pages, 2);
  const cursors = [undefined, 0, 1, 2].map((taken) => pages.cursor(taken));
  await project.fault({ route: '/files/', times: 2, respond: { status: 400, body: {} } });
  await failure(pages.nextPage());
  await failure(pages.previousPage());
  assert.deepEqual(
    [undefined, 0, 1, 2].map((taken) => pages.cursor(taken)),
    cursors,
  );
  assert.deepEqual(names((await pages.nextPage()).results), numbered(5, 6));
});

test('a place in the page while another is on its way is refused, not wrong', async () => {
  const project = await Project.create({ count: 6 });
  const { files } = project.client();
  const pages = files.list({ limit: 3 }).pages();
  await pages.nextPage();
  const cursors = [undefined, 0, 3].map((taken) => pages.cursor(taken));
  const coming = pages.nextPage();
  await Promise.resolve();
  assert.deepEqual(
    [undefined, 0, 3].map((taken) => pages.cursor(taken)),
    cursors,
  );
  assert.throws(() => pages.cursor(1), InvalidParameterError);
  await coming;
  for (const taken of [-1, 0.5, '1', Number.NaN]) {
    assert.throws(
      () => pages.cursor(taken),
      (error) => error instanceof InvalidParameterError && error.parameter === 'taken',
    );
  }
});

test('backward gives another list and leaves this one alone', async () => {
  const project = await Project.create({ count: 7 });
  const list = project.client().files.list({ limit: 3 });
  const seen = [];
  for await (const file of list) {
    seen.push(file);
    if (seen.length !== 5) continue;
    const back = list.backward();
    assert.notEqual(back, list);
    assert.deepEqual(names(await collect(back, 2)), numbered(5, 4));
    assert.deepEqual(names(await collect(back.backward())), numbered(3, 2, 1));
    assert.deepEqual(names(await collect(back)), numbered(3, 2, 1));
  }
  assert.deepEqual(names(seen), numbered(1, 2, 3, 4, 5, 6, 7));
});

test('a list that is gone on with is opened with its own prefetch alone', async () => {
  const Files = new Uploadcare({ publicKey: 'a', secretKey: 'b' }).files.constructor;
  for (const beside of [{}, { prefetch: false }, { prefetch: true }]) {
    const opened = [];
    const filesList = (options) => {
      opened.push(options);
      return {
        turn: async () => [JSON.stringify({ results: [{}, {}], info: {} })],
        cursor: () => 'here',
        close: () => undefined,
      };
    };
    const list = new Files({ filesList }).list({ limit: 2, ...beside });
    await collect(list, 1);
    await collect(list, 1);
    assert.deepEqual(opened, [
      { limit: 2, ...beside },
      { ...beside, cursor: 'here' },
    ]);
  }
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
  await project.fault({ route: '/files/', skip: 2, delay_ms: HELD_MS });
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
  await project.fault({ route: '/files/', skip: 2, delay_ms: HELD_MS });
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
  assert.throws(
    () => files.list({ startingFrom: 'yesterday' }),
    (error) => error instanceof InvalidParameterError && error.parameter === 'startingFrom',
  );
});
