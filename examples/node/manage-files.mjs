// Uploads files and does with them what can be done: tags, metadata, search, copies, a conversion,
// an add-on, a webhook; then deletes them all.
//
//     node manage-files.mjs FILE FILE FILE
//
// Keys come from UPLOADCARE_PUBLIC_KEY and UPLOADCARE_SECRET_KEY.

import { basename } from 'node:path';
import { argv, exit } from 'node:process';
import { Uploadcare, UploadcareError } from 'uploadcare-sdk';

const paths = argv.slice(2);
if (paths.length < 3) {
  console.error('usage: node manage-files.mjs FILE FILE FILE');
  exit(2);
}

try {
  const { addons, conversion, files, metadata, tags, uploads, webhooks } = new Uploadcare();

  const uploaded = await Promise.all(paths.map((path) => uploads.upload(path)));
  const made = [...uploaded];
  console.log(`uploaded: ${uploaded.map(({ originalFilename }) => originalFilename).join(', ')}`);

  const tag = `example-${Date.now()}`;
  for (const [index, file] of uploaded.entries()) {
    await tags.update(file, { add: [tag] });
    await metadata.set(file, 'source', basename(paths[index]));
  }
  console.log(`tagged ${tag}, metadata of the first:`, await metadata.all(uploaded[0]));

  for await (const { originalFilename, size } of files.search({
    tags: { all: [tag] },
    sort: ['-size'],
  })) {
    console.log(`found by its tag: ${originalFilename}, ${size} bytes`);
  }

  const copy = await files.copyLocal(uploaded[0], { wait: true, metadata: { copy: 'yes' } });
  made.push(copy);
  console.log(`copied: ${copy.originalFilename}, ${copy.size} bytes, ${copy.uuid}`);

  for (const file of uploaded) {
    const { format } = await conversion.documentInfo(file);
    if (!format?.conversionFormats.some(({ name }) => name === 'pdf')) continue;
    const path = conversion.documentPath(file, { format: 'pdf' });
    const job = await conversion.convertDocument(path, { store: false });
    const progress = ({ state }) => console.log(`converting ${file.originalFilename}: ${state}`);
    const result = await job.wait({ interval: 0.2, progress });
    made.push(result);
    console.log(`converted: ${(await files.get(result)).originalFilename}`);
  }

  const scan = await addons.scanForViruses(uploaded[0]);
  await scan.wait({ interval: 0.2 });
  const { appdata } = await files.get(uploaded[0], { includeAppdata: true });
  console.log(`scanned: ${appdata?.ucClamavVirusScan?.data.infected ? 'infected' : 'no virus'}`);

  const hook = await webhooks.create(`https://example.com/${tag}`, 'file.uploaded');
  await webhooks.delete(hook.id);
  console.log(`webhook ${hook.id} for ${hook.event} created and deleted`);

  const { files: deleted, problems } = await files.deleteMany([...made, 'no-such-file']);
  console.log(`deleted: ${deleted.length} files`);
  for (const { source, message } of problems) console.log(`not deleted: ${source}: ${message}`);
} catch (error) {
  if (!(error instanceof UploadcareError)) throw error;
  console.error(`${error.name}: ${error.message}`);
  exit(1);
}
