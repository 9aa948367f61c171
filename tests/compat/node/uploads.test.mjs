// All ways to upload, as users of @uploadcare/upload-client work with them; the CDN gives back what
// was sent.

import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { fileInfo } from '@uploadcare/rest-client';
import { Project } from './support.mjs';

const MiB = 1024 * 1024;
const large = randomBytes(11 * MiB);
const files = new Map([['/large.bin', large], ['/my%20text.txt', Buffer.from('text')]]);
const server = createServer((request, response) => {
  const content = files.get(request.url);
  response.writeHead(content === undefined ? 404 : 200);
  response.end(content);
});
let source;

before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  source = `http://127.0.0.1:${server.address().port}`;
});
after(() => server.close());

async function delivered(project, uuid) {
  const answer = await fetch(`${project.cdnBase}${uuid}/`);
  return Buffer.from(await answer.arrayBuffer());
}

/**
 * How an upload from a URL ends. The client's own waiting would also ask a server of others, so that
 * it is asked for each status instead.
 */
async function outcome(project, url, options = {}) {
  const started = await project.uploads.fromUrl(url, options);
  if (started.type === 'file_info') return started;
  for (;;) {
    const status = await project.uploads.fromUrlStatus(started.token);
    if (!['waiting', 'progress'].includes(status.status)) return status;
  }
}

test('directly', async () => {
  const project = await Project.create();
  const content = large.subarray(0, MiB);
  const file = await project.uploads.uploadFile(content, { fileName: 'part.bin' });
  assert.ok((await delivered(project, file.uuid)).equals(content));
});

test('in parts', async () => {
  const project = await Project.create();
  const seen = [];
  const file = await project.uploads.uploadFile(large, {
    fileName: 'large (1).bin',
    contentType: 'application/x-noise',
    multipartMinFileSize: 10 * MiB,
    metadata: { kind: 'noise' },
    tags: ['Big'],
    onProgress: ({ value }) => seen.push(value),
  });
  assert.equal(seen.at(-1), 1);
  assert.deepEqual([file.name, file.size, file.isStored], ['large1.bin', 11 * MiB, true]);
  assert.ok((await delivered(project, file.uuid)).equals(large));
  const info = await fileInfo({ uuid: file.uuid }, project.settings);
  assert.deepEqual([info.metadata, info.tags], [{ kind: 'noise' }, ['big']]);
  const again = project.uploads.multipartComplete(file.uuid);
  await assert.rejects(again, { code: 'MultipartFileAlreadyUploadedError' });
});

test('in parts of another size', async () => {
  const project = await Project.create();
  const options = { fileName: 'a.bin', contentType: 'a/b', multipartChunkSize: 6 * MiB };
  const { uuid, parts } = await project.uploads.multipartStart(large.length, options);
  assert.equal(parts.length, 2);
  const early = project.uploads.multipartComplete(uuid);
  await assert.rejects(early, { code: 'MultipartUploadSizeTooSmallError' });
  await project.uploads.multipartUpload(large.subarray(6 * MiB), parts[1], {});
  await project.uploads.multipartUpload(large.subarray(0, 6 * MiB), parts[0], {});
  const file = await project.uploads.multipartComplete(uuid);
  assert.deepEqual([file.uuid, file.size, file.mimeType], [uuid, large.length, 'a/b']);
  assert.ok((await delivered(project, uuid)).equals(large));
  const small = project.uploads.multipartStart(1, options);
  await assert.rejects(small, { code: 'MultipartFileSizeTooSmallError' });
});

test('from a URL', async () => {
  const project = await Project.create();
  const options = { metadata: { kind: 'noise' }, tags: ['big'] };
  const file = await outcome(project, `${source}/large.bin`, options);
  assert.deepEqual([file.status, file.originalFilename], ['success', 'large.bin']);
  assert.deepEqual([file.size, file.isStored, file.metadata], [11 * MiB, true, { kind: 'noise' }]);
  assert.ok((await delivered(project, file.uuid)).equals(large));
  const named = await outcome(project, `${source}/my%20text.txt`, { fileName: 'own.txt' });
  assert.equal(named.filename, 'own.txt');
  assert.equal(String(await delivered(project, named.uuid)), 'text');
});

test('from a URL that is known', async () => {
  const project = await Project.create();
  const options = { checkForUrlDuplicates: true, saveUrlForRecurrentUploads: true };
  const first = await outcome(project, `${source}/my%20text.txt`, options);
  const second = await project.uploads.fromUrl(`${source}/my%20text.txt`, options);
  assert.deepEqual([second.type, second.uuid], ['file_info', first.uuid]);
});

test('from URLs that lead nowhere', async () => {
  const project = await Project.create();
  const missing = await outcome(project, `${source}/nothing`);
  assert.equal(missing.status, 'error');
  assert.equal(missing.error, 'HTTP client error: 404.');
  assert.equal(missing.errorCode, 'DownloadFileHTTPClientError');
  const refused = project.uploads.fromUrl('ftp://127.0.0.1/file');
  await assert.rejects(refused, { code: 'URLSchemeInvalidError' });
  const unknown = await project.uploads.fromUrlStatus('00000000-0000-4000-8000-000000000000');
  assert.equal(unknown.status, 'unknown');
});

test('groups of all ways', async () => {
  const project = await Project.create();
  const options = { fileName: 'a', multipartMinFileSize: 10 * MiB };
  const uuids = [
    await project.upload(),
    (await project.uploads.uploadFile(large, options)).uuid,
    (await outcome(project, `${source}/my%20text.txt`)).uuid,
  ];
  const group = await project.uploads.group(uuids);
  assert.deepEqual(group.files.map((file) => file.uuid), uuids);
  const contents = await Promise.all(group.files.map(({ uuid }) => delivered(project, uuid)));
  assert.deepEqual(contents.map((content) => content.length), [4, 11 * MiB, 4]);
});

test('signed uploads', async () => {
  const project = await Project.create();
  await project.control('PATCH', '', { signed_uploads: true });
  await assert.rejects(project.upload(), { code: 'SignatureRequiredError' });
  const secureExpire = String(Math.floor(Date.now() / 1000) + 60);
  const mac = createHmac('sha256', project.secretKey).update(secureExpire);
  const signed = { secureSignature: mac.digest('hex'), secureExpire };
  const uuid = await project.upload('text', signed);
  assert.match((await project.uploads.group([uuid], signed)).id, /~1$/);
  assert.equal((await outcome(project, `${source}/my%20text.txt`, signed)).status, 'success');
  const options = { ...signed, fileName: 'a', contentType: 'a/b', multipartMinFileSize: 10 * MiB };
  assert.equal((await project.uploads.uploadFile(large, options)).size, large.length);
  const wrong = project.upload('text', { ...signed, secureSignature: 'no' });
  await assert.rejects(wrong, { code: 'SignatureInvalidError' });
});

test('a file that takes its time to be ready', async () => {
  const project = await Project.create();
  await project.control('PATCH', '', { ready_polls: 2 });
  const file = await project.uploads.uploadFile(Buffer.from('text'), { fileName: 'a.txt' });
  assert.equal((await project.uploads.info(file.uuid)).isReady, true);
});
