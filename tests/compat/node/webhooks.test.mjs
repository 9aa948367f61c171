// Webhooks, as users of @uploadcare/rest-client work with them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createWebhook,
  deleteWebhook,
  listOfWebhooks,
  updateWebhook,
  WebhookEvent,
} from '@uploadcare/rest-client';
import { Project } from './support.mjs';

const targetUrl = 'https://hooks.test/uploaded';
const event = WebhookEvent.FILE_UPLOADED;

test('life of a webhook', async () => {
  const { settings } = await Project.create();
  assert.deepEqual(await listOfWebhooks({}, settings), []);
  const hook = await createWebhook({ targetUrl, event, signingSecret: 'hush' }, settings);
  assert.deepEqual([hook.targetUrl, hook.event, hook.isActive], [targetUrl, event, true]);
  assert.deepEqual([hook.signingSecret, hook.version], ['hush', '0.7']);
  const stored = { targetUrl, event: 'file.stored', isActive: false };
  const second = await createWebhook(stored, settings);
  assert.deepEqual(await listOfWebhooks({}, settings), [hook, second]);

  const elsewhere = `${targetUrl}/2`;
  const change = { id: hook.id, targetUrl: elsewhere, isActive: false };
  const changed = await updateWebhook(change, settings);
  assert.deepEqual([changed.id, changed.targetUrl, changed.isActive], [hook.id, elsewhere, false]);
  assert.equal(changed.signingSecret, 'hush');
  assert.equal(await deleteWebhook({ targetUrl }, settings), undefined);
  assert.deepEqual(await listOfWebhooks({}, settings), [changed]);
  // Whether or not anything is sent there.
  assert.equal(await deleteWebhook({ targetUrl }, settings), undefined);
});

test('refusals', async () => {
  const project = await Project.create();
  const { settings } = project;
  await createWebhook({ targetUrl, event }, settings);
  await assert.rejects(createWebhook({ targetUrl, event }, settings), {
    name: 'RestClientValidationError',
    errors: { nonFieldErrors: ['This project is already subscribed on this event'] },
  });
  await assert.rejects(updateWebhook({ id: 1, isActive: true }, settings), { status: 404 });
  const missing = createWebhook({ targetUrl: '', event }, settings);
  await assert.rejects(missing, /`target_url` is missing/);
  await project.control('PATCH', '', { webhooks_available: false });
  await assert.rejects(listOfWebhooks({}, settings), { message: /You can't use webhooks/ });
});
