// Uploads the files of a folder, lists the project page by page and file by file, looks at one.
//
//     node list-files.mjs DIR
//
// Keys come from UPLOADCARE_PUBLIC_KEY and UPLOADCARE_SECRET_KEY.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { argv, exit } from 'node:process';
import { Uploadcare, UploadcareError } from 'uploadcare-sdk';

const [folder] = argv.slice(2);
if (folder === undefined) {
  console.error('usage: node list-files.mjs DIR');
  exit(2);
}

function picture({ contentInfo }) {
  const { image, video } = contentInfo ?? {};
  if (image) return `${image.format} ${image.width} × ${image.height}`;
  if (video) return `${video.format}, ${(video.duration ?? 0) / 1000} s`;
  return '';
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows) {
    console.log(row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd());
  }
}

try {
  const client = new Uploadcare();

  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  for (const name of names.sort()) {
    const { uuid, size } = await client.uploads.upload(join(folder, name));
    console.log(`uploaded ${name}: ${size} bytes, ${uuid}`);
  }

  console.log('\nPage by page, newest first');
  const newest = client.files.list({ limit: 4, ordering: '-datetime_uploaded' });
  for await (const page of newest.pages()) {
    const shown = page.results.map((file) => file.originalFilename).join(', ');
    console.log(`  ${page.results.length} of ${page.total}: ${shown}`);
  }

  console.log('\nFile by file, oldest first');
  const rows = [['name', 'bytes', 'type', 'picture', 'uploaded']];
  let last;
  for await (const file of client.files.list()) {
    last = file;
    const uploaded = new Date(file.datetimeUploaded).toISOString();
    const { originalFilename, size, mimeType } = file;
    rows.push([originalFilename, String(size), mimeType ?? '', picture(file), uploaded]);
  }
  table(rows);

  if (last !== undefined) {
    console.log('\nOne file');
    console.log(await client.files.get(last.uuid));
  }
} catch (error) {
  if (!(error instanceof UploadcareError)) throw error;
  console.error(`${error.name}: ${error.message}`);
  exit(1);
}
