// Groups, as users of @uploadcare/rest-client and @uploadcare/upload-client work with them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  deleteFile,
  deleteGroup,
  fileInfo,
  groupInfo,
  listOfGroups,
  paginate,
} from '@uploadcare/rest-client';
import { nobody, Project } from './support.mjs';

test('create and info', async () => {
  const project = await Project.create();
  const { settings, uploads } = project;
  const first = await project.upload('1', { fileName: '1.txt' });
  const second = await project.upload('2', { fileName: '2.txt' });
  const made = await uploads.group([first, `${second}/-/resize/x80/`]);
  assert.match(made.id, /~2$/);
  assert.equal(made.filesCount, 2);
  assert.deepEqual(made.files.map((file) => file.uuid), [first, second]);
  assert.equal(made.files[1].defaultEffects, 'resize/x80/');
  const told = await uploads.groupInfo(made.id);
  assert.deepEqual([told.id, told.filesCount], [made.id, 2]);

  const group = await groupInfo({ uuid: made.id }, settings);
  assert.deepEqual([group.id, group.filesCount], [made.id, 2]);
  assert.deepEqual(group.files.map((file) => file.originalFilename), ['1.txt', '2.txt']);
  assert.deepEqual(group.files.map((file) => file.defaultEffects), ['', 'resize/x80/']);
  await deleteFile({ uuid: second }, settings);
  const smaller = await groupInfo({ uuid: made.id }, settings);
  assert.equal(smaller.files[1], null);
  assert.equal(smaller.files[0].uuid, first);
});

test('files and their group at once', async () => {
  const project = await Project.create();
  const files = [Buffer.from('one'), Buffer.from('two')];
  const group = await project.uploads.uploadFileGroup(files, { fileName: 'part.txt' });
  assert.match(group.uuid, /~2$/);
  assert.equal(group.totalSize, 6);
  assert.equal(group.cdnUrl, `${project.cdnBase}${group.uuid}/`);
  assert.deepEqual(group.files.map((file) => file.size), [3, 3]);
});

test('a list is walked page by page', async () => {
  const project = await Project.create();
  const file = await project.upload();
  const ids = [];
  for (let count = 0; count < 5; count += 1) {
    ids.push((await project.uploads.group([file])).id);
  }
  const walk = async (options) => {
    const pages = [];
    for await (const page of paginate(listOfGroups)(options, project.settings)) {
      assert.equal(page.total, 5);
      pages.push(page.results.map((group) => group.id));
    }
    return pages;
  };
  const pages = [ids.slice(0, 2), ids.slice(2, 4), ids.slice(4)];
  assert.deepEqual(await walk({ limit: 2 }), pages);
  const backwards = await walk({ limit: 3, ordering: '-datetime_created' });
  assert.deepEqual(backwards.flat(), ids.toReversed());
});

test('delete', async () => {
  const project = await Project.create();
  const { settings } = project;
  const file = await project.upload();
  const { id } = await project.uploads.group([file]);
  assert.equal(await deleteGroup({ uuid: id }, settings), undefined);
  await assert.rejects(groupInfo({ uuid: id }, settings), { status: 404 });
  await assert.rejects(deleteGroup({ uuid: id }, settings), { status: 404 });
  await assert.rejects(deleteGroup({ uuid: `${nobody}~1` }, settings), { status: 404 });
  assert.equal((await fileInfo({ uuid: file }, settings)).datetimeRemoved, null);
});
