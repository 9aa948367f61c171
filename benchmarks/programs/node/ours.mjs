// What our client for Node.js costs: `ours.mjs WHAT …`.

import { createReadStream, statSync } from 'node:fs';
import { begin, calls, clients, imported, kept, show } from './measure.mjs';

const endOfImport = begin();
const { Uploadcare } = await imported('uploadcare-sdk');
const ofImport = endOfImport();

const client = () =>
  new Uploadcare({
    publicKey: process.env.PUBLIC_KEY,
    secretKey: process.env.SECRET_KEY,
    apiBase: process.env.API_BASE,
    uploadBase: process.env.UPLOAD_BASE,
  });
const sizeOf = (file) => file.originalFilename.length + file.size;

const measurements = {
  async listing(atOnce, order) {
    const options = Number(atOnce) > 1 ? { concurrency: Number(atOnce) } : {};
    if (order === 'unordered') options.unordered = true;
    const files = client().files.list({ limit: 1000, ...options });
    const end = begin();
    let count = 0;
    let check = 0;
    for await (const file of files) {
      count += 1;
      check += sizeOf(file);
    }
    return end({ count, check });
  },
  async calls(uuid, count, atOnce) {
    const { files } = client();
    return calls(async () => sizeOf(await files.get(uuid)), Number(count), Number(atOnce));
  },
  async upload(way, path) {
    const { uploads } = client();
    const end = begin();
    if (way === 'path') await uploads.upload(path);
    else {
      const stream = createReadStream(path, { highWaterMark: 256 << 10 });
      await uploads.upload(stream, { size: statSync(path).size, filename: 'large.bin' });
    }
    return end({ count: 1 });
  },
  async many(...paths) {
    const { uploads } = client();
    const end = begin();
    const { failures } = await uploads.uploadMany(paths);
    if (failures.length > 0) throw new Error(JSON.stringify(failures[0]));
    return end({ count: paths.length });
  },
  async start(uuid) {
    let end = begin();
    const made = client();
    const ofClient = end();
    end = begin();
    await made.files.get(uuid);
    return { import: ofImport, made: ofClient, first: end() };
  },
  async memory() {
    const { files } = client();
    return kept(async () => {
      const all = [];
      for await (const file of files.list({ limit: 1000 })) all.push(file);
      return all;
    });
  },
  async clients(count) {
    return clients(client, Number(count));
  },
};

const [what, ...words] = process.argv.slice(2);
show(await measurements[what](...words));
