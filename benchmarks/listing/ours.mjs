import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { measure } from './measure.mjs';

const require = createRequire(`${process.env.NODE_PACKAGES}/`);
const { Uploadcare } = await import(pathToFileURL(require.resolve('uploadcare-sdk')).href);
const client = new Uploadcare({
  publicKey: process.env.PUBLIC_KEY,
  secretKey: process.env.SECRET_KEY,
  apiBase: process.env.API_BASE,
});
await measure(async () => {
  let count = 0;
  let total = 0;
  for await (const file of client.files.list({ limit: 1000 })) {
    count += 1;
    total += file.originalFilename.length + file.size;
  }
  return { count, total };
});
