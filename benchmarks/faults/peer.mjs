// One call of the official clients for Node.js: reads which, and when, and tells what came of it.

import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const require = createRequire(`${process.env.NODE_PACKAGES}/`);
const imported = (name) => import(pathToFileURL(require.resolve(name)).href);
const rest = await imported('@uploadcare/rest-client');
const { UploadClient, UploadcareError } = await imported('@uploadcare/upload-client');

const lines = createInterface(process.stdin);
const [line] = await once(lines, 'line');
const task = JSON.parse(line);
const settings = {
  authSchema: new rest.UploadcareAuthSchema({
    publicKey: task.public_key,
    secretKey: task.secret_key,
  }),
  apiBaseURL: task.api_base,
};
const uploads = new UploadClient({
  publicKey: task.public_key,
  baseURL: task.upload_base.replace(/\/$/, ''),
});

/** Each gives what matters of the result, in our words. */
const calls = {
  async list() {
    let count = 0;
    for await (const page of rest.paginate(rest.listOfFiles)({ limit: 2 }, settings)) {
      count += page.results.length;
    }
    return { count };
  },
  async get() {
    const { uuid } = await rest.fileInfo({ uuid: task.uuid }, settings);
    return { uuid };
  },
  async store() {
    const { uuid } = await rest.storeFile({ uuid: task.uuid }, settings);
    return { uuid };
  },
  async search() {
    const page = await rest.searchFiles({ phrase: { originalFilename: 'file' } }, settings);
    return { count: Math.min(page.results.length, 1) };
  },
  async delete() {
    await rest.deleteMetadata({ uuid: task.uuid, key: 'pet' }, settings);
    return {};
  },
  async create() {
    const options = {
      targetUrl: 'http://127.0.0.1:9/hook',
      event: rest.WebhookEvent.FILE_UPLOADED,
    };
    const { targetUrl } = await rest.createWebhook(options, settings);
    return { target_url: targetUrl };
  },
  async upload() {
    const options = { fileName: 'a.txt', contentType: 'text/plain' };
    const { uuid } = await uploads.uploadFile(Buffer.from('some text'), options);
    return { uuid };
  },
};

function tell(outcome) {
  process.stdout.write(`${JSON.stringify(outcome)}\n`, () => process.exit());
}

function failed(error, how = '') {
  const isOwn = error instanceof rest.UploadcareError || error instanceof UploadcareError;
  const name = error?.name ?? typeof error;
  tell({
    error: how + name,
    is_own: isOwn && how === '',
    message: String(error?.message ?? error),
  });
}

process.on('uncaughtException', (error) => failed(error, 'uncaught '));
// A promise that never settles must not end the process: it would not end a server either.
setInterval(() => {}, 60_000);
console.log('ready');
await once(lines, 'line');
const call = calls[task.call];
if (call === undefined) {
  tell({ lacking: true });
} else {
  call().then((result) => tell({ result }), failed);
}
