// Conversions and add-ons, as users of @uploadcare/rest-client work with them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  AddonName,
  addonExecutionStatus,
  addonJobPoller,
  ConversionType,
  conversionInfo,
  conversionJobPoller,
  conversionJobStatus,
  convert,
  executeAddon,
  fileInfo,
  groupInfo,
} from '@uploadcare/rest-client';
import { fixture, nobody, Project } from './support.mjs';

const { DOCUMENT, VIDEO } = ConversionType;
const EICAR = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`;
const pollOptions = { interval: 1 };

async function uploaded(project, fileName, contentType) {
  const { file } = await project.uploads.base(await fixture(fileName), { fileName, contentType });
  return file;
}

test('documents', async () => {
  const project = await Project.create();
  const { settings } = project;
  const uuid = await uploaded(project, 'document.pdf', 'application/pdf');
  const path = `${uuid}/document/-/format/png/-/page/1/`;
  const options = { type: DOCUMENT, paths: [path, 'nonsense'], store: true };
  const { problems, result } = await convert(options, settings);
  assert.deepEqual(problems, { nonsense: 'Bad path "nonsense". Use UUID or CDN URL' });
  const [started] = result;
  assert.equal(started.originalSource, path);
  const seen = [];
  for (let looks = 0; looks < 3; looks += 1) {
    seen.push(await conversionJobStatus({ type: DOCUMENT, token: started.token }, settings));
  }
  assert.deepEqual(seen.map(({ status }) => status), ['pending', 'processing', 'finished']);
  assert.deepEqual(seen[2], { status: 'finished', error: null, result: { uuid: started.uuid } });
  const made = await fileInfo({ uuid: started.uuid }, settings);
  assert.deepEqual([made.originalFilename, made.mimeType], ['document.png', 'image/png']);

  const info = await conversionInfo({ uuid }, settings);
  assert.deepEqual([info.error, info.format.name], [null, 'pdf']);
  assert.ok(info.format.conversionFormats.some(({ name }) => name === 'docx'));
  await assert.rejects(conversionInfo({ uuid: nobody }, settings), { status: 404 });
  await assert.rejects(conversionJobStatus({ type: DOCUMENT, token: 1 }, settings), {
    status: 404,
  });
});

test('documents page by page', async () => {
  const project = await Project.create();
  const { settings } = project;
  const uuid = await project.upload('\0\x01', {
    fileName: 'slides.ppt',
    contentType: 'application/vnd.ms-powerpoint',
  });
  const paths = [`${uuid}/document/-/format/jpg/`];
  const options = { type: DOCUMENT, paths, saveInGroup: true, pollOptions };
  const [job] = await conversionJobPoller(options, settings);
  assert.equal((await job).status, 'finished');
  // Not where the client's types have it, but where the service puts it (facts, §12.1).
  const { format, convertedGroups } = await conversionInfo({ uuid }, settings);
  assert.equal(convertedGroups, undefined);
  const group = await groupInfo({ uuid: format.convertedGroups.jpg }, settings);
  const names = group.files.map((file) => file.originalFilename);
  assert.deepEqual(names, ['slides-1.jpg', 'slides-2.jpg']);
});

test('the poller of conversions', async () => {
  const project = await Project.create();
  const uuid = await uploaded(project, 'document.pdf', 'application/pdf');
  const plan = { kind: 'document', outcome: 'failed', error: 'The document is locked.' };
  await project.control('POST', 'jobs', plan);
  const paths = ['docx', 'png', 'nonsense'].map((format) => `${uuid}/document/-/format/${format}/`);
  const statuses = [];
  const onStatus = ({ status }) => statuses.push(status);
  const options = { type: DOCUMENT, paths, onStatus, pollOptions };
  const jobs = await conversionJobPoller(options, project.settings);
  const [failed, finished, refused] = await Promise.all(jobs);
  assert.deepEqual([failed.status, failed.error], ['failed', 'The document is locked.']);
  assert.deepEqual([finished.status, finished.path], ['finished', paths[1]]);
  assert.deepEqual([refused.status, refused.result], ['failed', null]);
  assert.match(refused.error, /pdf -> nonsense/);
  assert.deepEqual(new Set(statuses), new Set(['pending', 'processing', 'finished', 'failed']));

  await project.control('PATCH', '', { document_conversion_available: false });
  await assert.rejects(convert({ type: DOCUMENT, paths }, project.settings), /is not available/);
});

test('videos', async () => {
  const project = await Project.create();
  const { settings } = project;
  const uuid = await uploaded(project, 'clip.mp4', 'video/mp4');
  const path = `${uuid}/video/-/size/640x480/add_padding/-/format/webm/-/thumbs~2/`;
  const bad = `${uuid}/video/-/size/x/change_ratio/`;
  const options = { type: VIDEO, paths: [path, bad], store: false };
  const { problems, result } = await convert(options, settings);
  assert.match(problems[bad], /OneOrTwoDimensionsDivisibleByFour\(size\)/);
  const [{ token, thumbnailsGroupUuid, ...started }] = result;
  const seen = [];
  for (let looks = 0; looks < 3; looks += 1) {
    seen.push(await conversionJobStatus({ type: VIDEO, token }, settings));
  }
  assert.deepEqual(seen.map(({ status }) => status), ['pending', 'processing', 'finished']);
  assert.deepEqual(seen[2].result, { uuid: started.uuid, thumbnailsGroupUuid });
  const made = await fileInfo({ uuid: started.uuid }, settings);
  assert.deepEqual([made.mimeType, made.datetimeStored], ['video/webm', null]);
  const { files } = await groupInfo({ uuid: thumbnailsGroupUuid }, settings);
  assert.deepEqual(files.map((file) => file.isImage), [true, true]);
});

for (const [addonName, params] of [
  [AddonName.AWS_REKOGNITION_DETECT_LABELS, undefined],
  [AddonName.AWS_REKOGNITION_DETECT_MODERATION_LABELS, undefined],
  [AddonName.UC_CLAMAV_VIRUS_SCAN, { purge_infected: false }],
  [AddonName.REMOVE_BG, { type_level: '1', crop: true }],
]) {
  test(`add-on ${addonName}`, async () => {
    const project = await Project.create();
    const { settings } = project;
    const target = await uploaded(project, 'photo.jpg', 'image/jpeg');
    const { requestId } = await executeAddon({ addonName, target, params }, settings);
    await assert.rejects(executeAddon({ addonName, target, params }, settings), {
      status: 409,
      message: /Concurrent call attempted/,
    });
    const seen = [];
    for (let looks = 0; looks < 3; looks += 1) {
      seen.push((await addonExecutionStatus({ addonName, requestId }, settings)).status);
    }
    assert.deepEqual(seen, ['in_progress', 'in_progress', 'done']);
    const { appdata } = await fileInfo({ uuid: target, include: 'appdata' }, settings);
    assert.deepEqual(Object.keys(appdata), [addonName]);
    assert.ok(appdata[addonName].version);
    const unknown = { addonName, requestId: nobody };
    assert.deepEqual(await addonExecutionStatus(unknown, settings), { status: 'unknown' });
  });
}

test('the poller of add-ons', async () => {
  const project = await Project.create();
  const { settings } = project;
  const target = await project.upload(EICAR);
  const addonName = AddonName.UC_CLAMAV_VIRUS_SCAN;
  const run = (options) => addonJobPoller({ target, pollOptions, ...options }, settings);
  const { error, result } = await run({ addonName, params: { purge_infected: false } });
  assert.equal(error, false);
  assert.deepEqual(result.data, { infected: true, infected_with: 'Win.Test.EICAR_HDB-1' });
  await project.control('POST', 'jobs', { kind: addonName, outcome: 'failed' });
  assert.deepEqual(await run({ addonName }), { error: true, result: null });

  const { requestId } = await executeAddon({ addonName: AddonName.REMOVE_BG, target }, settings);
  const question = { addonName: AddonName.REMOVE_BG, requestId };
  for (let looks = 0; looks < 2; looks += 1) await addonExecutionStatus(question, settings);
  const { result: made } = await addonExecutionStatus(question, settings);
  assert.equal((await fileInfo({ uuid: made.fileId }, settings)).mimeType, 'image/png');

  const wrong = executeAddon({ addonName, target: 'nonsense' }, settings);
  await assert.rejects(wrong, { errors: { target: ['Must be a valid UUID.'] } });
});
