// What the same work costs by hand: `floor.mjs undici|fetch WHAT …`.

import { createReadStream, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { begin, calls, each, imported, kept, show } from './measure.mjs';

const [library, what, ...words] = process.argv.slice(2);
const endOfImport = begin();
const { FormData, request } = library === 'undici' ? await imported('undici') : globalThis;
const ofImport = endOfImport();

const { API_BASE, PUBLIC_KEY, SECRET_KEY, UPLOAD_BASE } = process.env;
const PART = 5 << 20;
const headers = {
  accept: 'application/vnd.uploadcare-v0.7+json',
  authorization: `Uploadcare.Simple ${PUBLIC_KEY}:${SECRET_KEY}`,
};

async function get(url) {
  if (library === 'fetch') return (await fetch(url, { headers })).json();
  const { statusCode, body } = await request(url, { headers });
  if (statusCode !== 200) throw new Error(`${statusCode}`);
  return JSON.parse(await body.text());
}

async function* pages() {
  for (let url = `${API_BASE}files/?limit=1000`; url; ) {
    const page = await get(url);
    yield page.results;
    url = page.next;
  }
}

const sizeOf = (file) => file.original_filename.length + file.size;

/** Posts a form. */
async function post(path, fields) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    body.append(name, value, ...(value instanceof Blob ? ['a.bin'] : []));
  }
  const url = `${UPLOAD_BASE}${path}`;
  if (library === 'fetch') {
    const answer = await fetch(url, { method: 'POST', body });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  }
  const answer = await request(url, { method: 'POST', body });
  if (answer.statusCode !== 200) throw new Error(await answer.body.text());
  return answer.body.json();
}

const measurements = {
  async listing() {
    const end = begin();
    let count = 0;
    let check = 0;
    for await (const files of pages()) {
      for (const file of files) {
        count += 1;
        check += sizeOf(file);
      }
    }
    return end({ count, check });
  },
  async calls(uuid, count, atOnce) {
    const url = `${API_BASE}files/${uuid}/`;
    return calls(async () => sizeOf(await get(url)), Number(count), Number(atOnce));
  },
  // In parts, eight at a time.
  async upload(_, path) {
    const end = begin();
    const { size } = statSync(path);
    const about = { filename: 'large.bin', content_type: 'application/octet-stream' };
    const fields = { UPLOADCARE_PUB_KEY: PUBLIC_KEY, size: String(size), ...about };
    const started = await post('multipart/start/', fields);
    await each(started.parts.entries(), 8, async ([at, url]) => {
      const start = at * PART;
      const length = Math.min(PART, size - start);
      const bounds = { start, end: start + length - 1, highWaterMark: 256 << 10 };
      const body = createReadStream(path, bounds);
      const kind = { 'content-type': 'application/octet-stream', 'content-length': length };
      const answer = await request(url, { method: 'PUT', headers: kind, body });
      if (answer.statusCode !== 200) throw new Error(await answer.body.text());
      await answer.body.dump();
    });
    const ended = { UPLOADCARE_PUB_KEY: PUBLIC_KEY, uuid: started.uuid };
    await post('multipart/complete/', ended);
    return end({ count: 1 });
  },
  // In one request each, eight at a time.
  async many(...paths) {
    const end = begin();
    await each(paths, 8, async (path) => {
      const file = new Blob([await readFile(path)], { type: 'application/octet-stream' });
      await post('base/', { UPLOADCARE_PUB_KEY: PUBLIC_KEY, UPLOADCARE_STORE: 'auto', file });
    });
    return end({ count: paths.length });
  },
  async start(uuid) {
    const end = begin();
    await get(`${API_BASE}files/${uuid}/`);
    return { import: ofImport, made: { wall_s: 0, cpu_s: 0 }, first: end() };
  },
  async memory() {
    return kept(async () => {
      const all = [];
      for await (const files of pages()) all.push(...files);
      return all;
    });
  },
};

show(await measurements[what](...words));
