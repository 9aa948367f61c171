import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { fixtures, Project } from './support.mjs';

test('a file keeps what the service says, in the shape of JavaScript', async () => {
  const project = await Project.create();
  const client = project.client();
  const metadata = { snake_key: 'a', camelKey: 'b', 'k.e-y:1': 'c' };
  const options = { filename: 'note.txt', contentType: 'text/plain', metadata, tags: ['b', 'a'] };
  const { uuid, originalFilename, size } = await client.uploads.upload(
    Buffer.from('note'),
    options,
  );
  assert.equal(originalFilename, 'note.txt');
  assert.equal(size, 4);
  await project.change(uuid, { extra: { new_field: { inner_field: [1, null, 'x', 1.5, true] } } });

  const file = await client.files.get(uuid, { includeAppdata: true });
  assert.deepEqual(file.metadata, metadata);
  assert.deepEqual(file.tags, ['b', 'a']);
  assert.deepEqual(file.extra, { new_field: { inner_field: [1, null, 'x', 1.5, true] } });
  assert.equal(file.mimeType, 'text/plain');
  assert.equal(file.appdata.ucClamavVirusScan, null);
  assert.equal('extra' in file.appdata, false);
  assert.equal(file.datetimeRemoved, null);
  assert.equal(typeof file.size, 'number');
});

test('a file of a list is as the file alone', async () => {
  const project = await Project.create();
  const client = project.client();
  for (const name of ['photo.jpg', 'clip.mp4', 'document.pdf']) {
    await client.uploads.upload(join(fixtures, name), { metadata: { a_b: 'c' }, tags: ['x'] });
  }
  const list = client.files.list({ includeAppdata: true });
  for await (const file of list) {
    await project.change(file.uuid, { extra: { new_field: { inner_field: 1 } } });
  }
  for await (const file of client.files.list({ includeAppdata: true })) {
    assert.deepStrictEqual(file, await client.files.get(file.uuid, { includeAppdata: true }));
  }
});

test('timestamps are text with microseconds, which Date reads', async () => {
  const project = await Project.create({ start: '2024-05-06T07:08:09.123456Z' });
  const client = project.client();
  for await (const file of client.files.list()) {
    assert.equal(file.datetimeUploaded, '2024-05-06T07:08:09.123456Z');
    assert.equal(new Date(file.datetimeUploaded).toISOString(), '2024-05-06T07:08:09.123Z');
  }
  const after = '2024-05-06T07:08:09.123456Z';
  for await (const _ of client.files.list({ startingFrom: after }))
    assert.fail('the moment itself');
});

test('values and fields that this version does not know survive', async () => {
  const project = await Project.create();
  const answer = {
    uuid: '21975c81-7f57-4c7a-aef9-acfe28779f78',
    url: '{origin}/files/21975c81-7f57-4c7a-aef9-acfe28779f78/',
    original_filename: 'x.jpg',
    size: 5_000_000_000,
    is_ready: true,
    datetime_uploaded: '2024-05-06T07:08:09.000001Z',
    metadata: {},
    content_info: {
      image: { format: 'JPEG', width: 1, height: 2, color_mode: 'HOLOGRAM', new_fact: 3 },
    },
    appdata: { some_addon: { data: { deep_key: [{ in_it: null }] }, version: '1' } },
  };
  await project.fault({ respond: { status: 200, body: answer } });
  const file = await project.client().files.get(answer.uuid);
  assert.equal(file.size, 5_000_000_000);
  assert.equal(file.contentInfo.image.colorMode, 'HOLOGRAM');
  assert.deepEqual(file.contentInfo.image.extra, { new_fact: 3 });
  assert.deepEqual(file.appdata.extra.some_addon.data, { deep_key: [{ in_it: null }] });
});

test('labels of an image, in the shape of JavaScript', async () => {
  const project = await Project.create();
  const client = project.client();
  const photo = await client.uploads.upload(join(fixtures, 'photo.jpg'));
  const box = { Height: 0.1, Left: 0.2, Top: 0.3, Width: 0.4 };
  const data = {
    LabelModelVersion: '3.0',
    Labels: [
      {
        Name: 'Cat',
        Confidence: 99.5,
        Parents: [{ Name: 'Animal' }],
        Instances: [{ BoundingBox: box, Confidence: 98 }],
        Categories: [{ Name: 'Pets' }],
      },
    ],
  };
  await project.change(photo.uuid, {
    appdata: { aws_rekognition_detect_labels: { data, version: '2016-06-27' } },
  });
  const { appdata } = await client.files.get(photo, { includeAppdata: true });
  const found = appdata.awsRekognitionDetectLabels;
  assert.equal(found.version, '2016-06-27');
  assert.equal(found.data.labelModelVersion, '3.0');
  const [{ name, confidence, parents, instances, extra }] = found.data.labels;
  assert.deepEqual([name, confidence, parents[0].name], ['Cat', 99.5, 'Animal']);
  const { height, left, top, width } = instances[0].boundingBox;
  assert.deepEqual([height, left, top, width], [0.1, 0.2, 0.3, 0.4]);
  assert.deepEqual(extra, { Categories: [{ Name: 'Pets' }] });
  assert.equal(appdata.removeBg, null);
});

test('content may be any view of memory, and is taken when the call starts', async () => {
  const project = await Project.create();
  const { uploads } = project.client();
  const memory = new TextEncoder().encode('0123456789');
  const view = memory.subarray(2, 5);
  for (const [source, size] of [
    [memory, 10],
    [view, 3],
    [memory.buffer, 10],
    [new DataView(memory.buffer, 4), 6],
    [Buffer.from('four'), 4],
    [new Uint8Array(new SharedArrayBuffer(7)), 7],
  ]) {
    assert.equal((await uploads.upload(source)).size, size);
  }
  const uploading = uploads.upload(memory);
  structuredClone(memory.buffer, { transfer: [memory.buffer] });
  assert.equal((await uploading).size, 10);
});
