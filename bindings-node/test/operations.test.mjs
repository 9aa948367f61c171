import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import test from 'node:test';
import { inspect } from 'node:util';
import { runInNewContext } from 'node:vm';
import { InvalidParameterError } from 'uploadcare-sdk';
import { collect, failure, Project } from './support.mjs';

/** A client that reaches nothing. */
const offline = () => new Project({ public_key: 'a', secret_key: 'b' }).client();

/** Calls that must be refused, by the parameter that the error names. */
async function refuses(calls) {
  for (const [parameter, start] of calls) {
    const error = await failure((async () => await start())());
    assert.ok(error instanceof InvalidParameterError, inspect(error));
    assert.equal(error.parameter, parameter, error.message);
    assert.ok(error.message.startsWith(`\`${parameter}\``), error.message);
    assert.match(error.stack.split('\n')[1], /operations\.test\.mjs/);
  }
}

test('a file in every dress', async () => {
  const project = await Project.create();
  const { files, tags, uploads } = project.client();
  const uploaded = await uploads.upload(Buffer.from('x'));
  const { uuid } = uploaded;
  const info = await files.get(uploaded);
  for (const file of [
    uuid,
    uuid.toUpperCase(),
    `https://ucarecdn.com/${uuid}/-/preview/`,
    new URL(`https://ucarecdn.com/${uuid}/`),
    { uuid, href: 'https://example.com/' },
    info,
  ]) {
    assert.equal((await files.get(file)).uuid, uuid);
    assert.deepEqual(await tags.get(file), []);
  }
  const { deleteMany } = files;
  const mixed = new Set([info, `https://ucarecdn.com/${uuid}/`, randomUUID()]);
  const { files: deleted, problems } = await deleteMany.call(files, mixed.values());
  assert.equal(deleted.length, 1);
  assert.equal(problems.length, 1);
});

test('a group in every dress', async () => {
  const project = await Project.create();
  const { groups, uploads } = project.client();
  const { uuid } = await uploads.upload(Buffer.from('x'));
  await project.group([uuid]);
  const [listed] = await collect(groups.list());
  const group = await groups.get(listed);
  assert.equal(group.files[0].uuid, uuid);
  for (const same of [group, group.id, group.cdnUrl, new URL(group.cdnUrl)]) {
    assert.deepEqual(await groups.get(same), group);
  }
  assert.equal(await groups.delete(group), undefined);
  assert.deepEqual(await collect(groups.list()), []);
});

test('what stands for no file is refused, by name', async () => {
  const { files, groups, tags, conversion } = offline();
  const strange = runInNewContext('({ uuid: 5 })');
  await refuses([
    ['file', () => files.get(5)],
    ['file', () => files.get(null)],
    ['file', () => files.get(strange)],
    ['file', () => files.get({ id: randomUUID() })],
    ['file', () => files.get(files.list())],
    ['file', () => files.get('cat.jpg')],
    ['file', () => conversion.documentPath(undefined)],
    ['files', () => files.deleteMany(randomUUID())],
    ['files', () => files.deleteMany(5)],
    ['files', () => files.storeMany([randomUUID(), 5])],
    ['files', () => files.storeMany(files.list())],
    ['group', () => groups.get(7)],
    ['group', () => groups.get({ uuid: randomUUID() })],
    ['group', () => groups.get(randomUUID())],
    ['tags', () => tags.replace(randomUUID(), 'holiday')],
    ['tags', () => tags.replace(randomUUID(), ['holiday', 7])],
  ]);
});

test('arguments and options of the wrong type are refused, by name', async () => {
  const { addons, conversion, files, jobs, metadata, webhooks } = offline();
  const uuid = randomUUID();
  await refuses([
    ['key', () => metadata.get(uuid, 5)],
    ['value', () => metadata.set(uuid, 'key', null)],
    ['id', () => webhooks.get('5')],
    ['id', () => webhooks.delete(0.5)],
    ['id', () => webhooks.update(Number.NaN)],
    ['event', () => webhooks.create('https://example.com/', 5)],
    ['text', () => jobs.open({})],
    ['name', () => addons.execute(5, uuid)],
    ['options', () => webhooks.list(null)],
    ['options', () => conversion.documentPath(uuid, 'pdf')],
    ['options', () => files.search(5)],
    ['options', () => files.search()],
    ['page', () => conversion.documentPath(uuid, { page: 0.5 })],
    ['concurrency', () => files.deleteMany([], { concurrency: 1.5 })],
    ['signal', () => webhooks.list({ signal: 5 })],
    ['query', () => files.search({ query: null })],
    ['phrase', () => files.search({ phrase: 'word' })],
    ['phrase', () => files.search({ phrase: null })],
    ['phrase', () => files.search({ phrase: {} })],
    ['phrase.metadata', () => files.search({ phrase: { metadata: null } })],
    ['exact.metadata', () => files.search({ exact: { metadata: null } })],
    ['exact.metadata', () => files.search({ exact: { metadata: 'abc' } })],
    ['metadata', () => files.copyLocal(uuid, { metadata: ['abc'] })],
    ['phrase.originalFilename', () => files.search({ phrase: { originalFilename: 5 } })],
    ['phrase.originalFilename', () => files.search({ phrase: { originalFilename: 'abc' } })],
    ['exact.uuid', () => files.search({ exact: { uuid } })],
    ['exact.metadata', () => files.search({ exact: { metadata: { a_b: [] } } })],
    ['size', () => files.search({ size: 5 })],
    ['size.gte', () => files.search({ size: { gte: 0.5 } })],
    ['size.lt', () => files.search({ size: { lt: '5' } })],
    ['datetimeUploaded.gt', () => files.search({ datetimeUploaded: { gt: 'yesterday' } })],
    ['datetimeUploaded.gt', () => files.search({ datetimeUploaded: { gt: new Date() } })],
    ['tags.any', () => files.search({ tags: { any: 'a' } })],
    ['sort', () => files.search({ query: 'word', sort: 'size' })],
    ['params', () => addons.execute('some_addon', uuid, { params: {} })],
  ]);
});

test('options in options cross, and what is absent counts for nothing', async () => {
  const project = await Project.create();
  const { files, uploads } = project.client();
  for (const [name, kind, size] of [
    ['small cat.txt', 'cat', 1],
    ['large cat.txt', 'cat', 3],
    ['some dog.txt', 'dog', 2],
  ]) {
    const options = { filename: name, tags: [kind], metadata: { the_kind: kind } };
    await uploads.upload(Buffer.alloc(size), options);
  }
  const found = async (options) =>
    (await collect(files.search({ sort: ['size'], ...options }))).map((file) => file.size);
  const nothing = { query: undefined, phrase: undefined, offset: undefined, cursor: undefined };
  assert.deepEqual(await found({ ...nothing, tags: { any: ['cat'], none: undefined } }), [1, 3]);
  assert.deepEqual(await found({ exact: { metadata: { the_kind: ['dog'] } } }), [2]);
  assert.deepEqual(await found({ size: { gte: 2, lt: undefined } }), [2, 3]);
  assert.deepEqual(await found({ phrase: { originalFilename: 'small' }, size: { lt: 9 } }), [1]);
  const moment = { gte: '2020-01-01T00:00:00Z', lt: '2020-01-02T00:00:00+02:00' };
  assert.deepEqual(await found({ datetimeUploaded: moment }), []);
  const paged = files.search({ tags: { all: ['cat'] }, sort: ['-size'], limit: 1 });
  assert.deepEqual((await paged.pages().nextPage()).results[0].tags, ['cat']);
  const next = files.search({ cursor: paged.cursor(), prefetch: undefined });
  assert.deepEqual(
    (await collect(next)).map((file) => file.size),
    [1],
  );
});

test('texts of any iterable', async () => {
  const project = await Project.create({ count: 1 });
  const { files, tags } = project.client();
  const [file] = await collect(files.list());
  assert.deepEqual((await tags.replace(file, new Set(['b', 'a']))).tags, ['b', 'a']);
  assert.deepEqual((await tags.replace(file, ['c'].values())).tags, ['c']);
  assert.deepEqual((await tags.replace(file, [])).tags, []);
});

test('the secret of a webhook shows only where it is asked for', async () => {
  const project = await Project.create();
  const { webhooks } = project.client();
  const signingSecret = 'not-for-everyone';
  const url = 'https://example.com/hook';
  const made = await webhooks.create(url, 'file.uploaded', { signingSecret });
  const shown = [made, [made], { made }, await webhooks.get(made.id), await webhooks.list()];
  for (const value of shown) {
    const text = inspect(value, { depth: 9, showHidden: true });
    assert.ok(text.includes(url) && text.includes('<redacted>'), text);
    assert.ok(!text.includes(signingSecret), text);
  }
  assert.equal(made.signingSecret, signingSecret);
  assert.equal({ ...made }.signingSecret, signingSecret);
  assert.deepEqual(JSON.parse(JSON.stringify(made)), made);
  const bare = await webhooks.update(made.id, { signingSecret: '', isActive: undefined });
  assert.equal(bare.signingSecret, null);
  assert.ok(bare.isActive);
  assert.ok(inspect(bare).includes('signingSecret: null'));
  assert.equal(await webhooks.deleteByUrl(url), undefined);
});
