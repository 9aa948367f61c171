import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { measure } from './measure.mjs';

const require = createRequire(`${process.env.NODE_PACKAGES}/`);
const path = require.resolve('@uploadcare/rest-client');
const { listOfFiles, paginate, UploadcareSimpleAuthSchema } = await import(pathToFileURL(path).href);
const authSchema = new UploadcareSimpleAuthSchema({
  publicKey: process.env.PUBLIC_KEY,
  secretKey: process.env.SECRET_KEY,
});
const settings = { authSchema, apiBaseURL: process.env.API_BASE };
await measure(async () => {
  let count = 0;
  let total = 0;
  for await (const page of paginate(listOfFiles)({ limit: 1000 }, settings)) {
    for (const file of page.results) {
      count += 1;
      total += file.originalFilename.length + file.size;
    }
  }
  return { count, total };
});
