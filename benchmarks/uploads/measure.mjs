// What uploads cost in Node.js: `measure.mjs ours|peer large|small FILES…`.

import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const [kind, what, ...paths] = process.argv.slice(2);
const require = createRequire(`${process.env.NODE_PACKAGES}/`);
const imported = (name) => import(pathToFileURL(require.resolve(name)).href);
let large;
let small;
if (kind === 'ours') {
  const { Uploadcare } = await imported('uploadcare-sdk');
  const client = new Uploadcare({
    publicKey: process.env.PUBLIC_KEY,
    secretKey: process.env.SECRET_KEY,
    apiBase: process.env.API_BASE,
    uploadBase: process.env.UPLOAD_BASE,
  });
  large = () => client.uploads.upload(paths[0]);
  small = async () => {
    const { failures } = await client.uploads.uploadMany(paths);
    if (failures.length > 0) throw new Error(JSON.stringify(failures[0]));
  };
} else {
  const { UploadClient } = await imported('@uploadcare/upload-client');
  const client = new UploadClient({
    publicKey: process.env.PUBLIC_KEY,
    baseURL: process.env.UPLOAD_BASE.replace(/\/$/, ''),
  });
  // It takes nothing but a whole file in memory.
  const one = async (path) => client.uploadFile(await readFile(path), { fileName: 'a.bin' });
  large = () => one(paths[0]);
  small = async () => {
    const left = [...paths];
    const worker = async () => {
      for (let path = left.pop(); path; path = left.pop()) await one(path);
    };
    await Promise.all(Array.from({ length: 8 }, worker));
  };
}

const usage = () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return { cpu: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS / 1024 };
};
const before = usage();
const begin = performance.now();
await (what === 'large' ? large() : small());
const wall = (performance.now() - begin) / 1000;
const after = usage();
const report = {
  wall_s: wall,
  cpu_s: after.cpu - before.cpu,
  growth_mb: after.peak - before.peak,
};
process.stdout.write(`${JSON.stringify(report)}\n`, () => process.exit());
