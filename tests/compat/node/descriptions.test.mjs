// What is known of files beside their bytes: metadata, tags; and the search for it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  deleteMetadata,
  fileInfo,
  getMetadata,
  getMetadataValue,
  getTags,
  paginate,
  replaceTags,
  searchFiles,
  updateMetadata,
  updateTags,
} from '@uploadcare/rest-client';
import { Project } from './support.mjs';

test('metadata', async () => {
  const project = await Project.create();
  const { settings } = project;
  const uuid = await project.upload();
  assert.deepEqual(await getMetadata({ uuid }, settings), {});
  assert.equal(await updateMetadata({ uuid, key: 'pet', value: 'cat' }, settings), 'cat');
  assert.equal(await updateMetadata({ uuid, key: 'pet', value: 'dog' }, settings), 'dog');
  const value = 'naïve ☃';
  assert.equal(await updateMetadata({ uuid, key: '-:45az_', value }, settings), value);
  assert.equal(await getMetadataValue({ uuid, key: '-:45az_' }, settings), value);
  assert.deepEqual(await getMetadata({ uuid }, settings), { pet: 'dog', '-:45az_': value });
  assert.equal(await deleteMetadata({ uuid, key: 'pet' }, settings), undefined);
  await assert.rejects(getMetadataValue({ uuid, key: 'pet' }, settings), { status: 404 });
  await assert.rejects(deleteMetadata({ uuid, key: 'pet' }, settings), { status: 404 });
  assert.deepEqual((await fileInfo({ uuid }, settings)).metadata, { '-:45az_': value });
});

test('tags', async () => {
  const project = await Project.create();
  const uuid = await project.upload();
  const { settings } = project;
  assert.deepEqual(await getTags({ uuid }, settings), { tags: [] });
  assert.deepEqual(await replaceTags({ uuid, tags: [' Cat ', 'animal', 'cat'] }, settings), {
    tags: ['cat', 'animal'],
    added: ['animal', 'cat'],
    deleted: [],
  });
  const change = { uuid, add: ['cute'], delete: ['animal', 'absent'] };
  assert.deepEqual(await updateTags(change, settings), {
    tags: ['cat', 'cute'],
    added: ['cute'],
    deleted: ['animal'],
  });
  assert.deepEqual(await updateTags({ uuid }, settings), {
    tags: ['cat', 'cute'],
    added: [],
    deleted: [],
  });
  assert.deepEqual((await replaceTags({ uuid, tags: [] }, settings)).deleted, ['cat', 'cute']);
  await assert.rejects(replaceTags({ uuid, tags: ['not so'] }, settings), { status: 400 });
});

test('search', async () => {
  const project = await Project.create();
  const { settings } = project;
  const upload = (fileName, place, tags) =>
    project.upload(fileName, { fileName, metadata: { place_name: place }, tags });
  const sunset = await upload('sunset.txt', 'Reykjavik', ['sea', 'evening']);
  const sunrise = await upload('sunrise.txt', 'Oslo', ['sea']);

  const found = await searchFiles({ query: 'sunset' }, settings);
  assert.deepEqual([found.total, found.perPage, found.next], [1, 20, null]);
  const [hit] = found.results;
  assert.equal(hit.uuid, sunset);
  assert.match(hit.highlight.originalFilename[0], /<em>/);
  const uuids = async (options) => {
    const { results } = await searchFiles(options, settings);
    return results.map((file) => file.uuid);
  };
  assert.deepEqual(await uuids({ tags: { all: ['sea'], none: ['evening'] } }), [sunrise]);
  assert.deepEqual(await uuids({ exact: { metadata: { place_name: ['Oslo'] } } }), [sunrise]);
  assert.deepEqual(await uuids({ phrase: { metadata: 'Reykjavik' } }), [sunset]);
  const sort = [{ field: 'originalFilename', order: 'desc' }];
  assert.deepEqual(await uuids({ isImage: false, sort }), [sunset, sunrise]);
  const later = { datetimeUploaded: { gt: new Date(hit.datetimeUploaded) }, size: { gte: 11 } };
  assert.deepEqual(await uuids(later), [sunrise]);

  await assert.rejects(searchFiles({ query: 'abc' }, settings), {
    name: 'RestClientValidationError',
    errors: { query: ['Must be at least 4 characters.'] },
  });
  await assert.rejects(searchFiles({}, settings), (error) => {
    assert.deepEqual(Object.keys(error.errors), ['nonFieldErrors']);
    return true;
  });
});

test('search page by page', async () => {
  const project = await Project.create();
  const seed = { count: 25, filename: 'page-{n}.txt', tags: ['many'] };
  await project.control('POST', 'files', seed);
  const options = { tags: { any: ['many'] }, sort: [{ field: 'datetimeUploaded' }], limit: 10 };
  const pages = [];
  for await (const page of paginate(searchFiles)(options, project.settings)) {
    pages.push(page.results.map((file) => file.originalFilename));
  }
  assert.deepEqual(pages.map((page) => page.length), [10, 10, 5]);
  assert.deepEqual(pages.flat(), Array.from({ length: 25 }, (_, n) => `page-${n + 1}.txt`));
});
