// What the official clients for Node.js cost: `peer.mjs WHAT …`.

import { readFile } from 'node:fs/promises';
import { begin, calls, clients, each, imported, kept, show } from './measure.mjs';

const [what, ...words] = process.argv.slice(2);
const isUpload = what === 'upload' || what === 'many';
const endOfImport = begin();
const { listOfFiles, fileInfo, paginate, UploadcareSimpleAuthSchema } = isUpload
  ? {}
  : await imported('@uploadcare/rest-client');
const { UploadClient } = isUpload ? await imported('@uploadcare/upload-client') : {};
const ofImport = endOfImport();

const settings = () => ({
  authSchema: new UploadcareSimpleAuthSchema({
    publicKey: process.env.PUBLIC_KEY,
    secretKey: process.env.SECRET_KEY,
  }),
  apiBaseURL: process.env.API_BASE,
});
const uploader = () =>
  new UploadClient({
    publicKey: process.env.PUBLIC_KEY,
    baseURL: process.env.UPLOAD_BASE.replace(/\/$/, ''),
  });
// It takes nothing but a whole file in memory.
const one = async (client, path) => client.uploadFile(await readFile(path), { fileName: 'a.bin' });
const sizeOf = (file) => file.originalFilename.length + file.size;

const measurements = {
  async listing() {
    const made = settings();
    const end = begin();
    let count = 0;
    let check = 0;
    for await (const page of paginate(listOfFiles)({ limit: 1000 }, made)) {
      for (const file of page.results) {
        count += 1;
        check += sizeOf(file);
      }
    }
    return end({ count, check });
  },
  async calls(uuid, count, atOnce) {
    const made = settings();
    const call = async () => sizeOf(await fileInfo({ uuid }, made));
    return calls(call, Number(count), Number(atOnce));
  },
  async upload(_, path) {
    const client = uploader();
    const end = begin();
    await one(client, path);
    return end({ count: 1 });
  },
  async many(...paths) {
    const client = uploader();
    const end = begin();
    await each(paths, 8, (path) => one(client, path));
    return end({ count: paths.length });
  },
  async start(uuid) {
    let end = begin();
    const made = settings();
    const ofClient = end();
    end = begin();
    await fileInfo({ uuid }, made);
    return { import: ofImport, made: ofClient, first: end() };
  },
  async memory() {
    const made = settings();
    return kept(async () => {
      const all = [];
      for await (const page of paginate(listOfFiles)({ limit: 1000 }, made)) {
        all.push(...page.results);
      }
      return all;
    });
  },
  async clients(count) {
    return clients(settings, Number(count));
  },
};

show(await measurements[what](...words));
