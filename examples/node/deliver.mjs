// Uploads a photo and delivers it: URLs with transformations, several sizes, facts, a picture on the
// disk, and a URL that opens for five minutes.
//
//     node deliver.mjs PHOTO
//
// Keys come from UPLOADCARE_PUBLIC_KEY and UPLOADCARE_SECRET_KEY.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, exit } from 'node:process';
import { Transformation, Uploadcare, UploadcareError } from 'uploadcare-sdk';

const [photo] = argv.slice(2);
if (photo === undefined) {
  console.error('usage: node deliver.mjs PHOTO');
  exit(2);
}

const folder = await mkdtemp(join(tmpdir(), 'deliver-'));
try {
  const client = new Uploadcare();
  const { delivery, uploads } = client;
  const file = await uploads.upload(photo);

  const { width, height, format } = await delivery.info(file);
  console.log(`${width} × ${height} pixels, ${format}`);

  // Each operation gives a new transformation, so a common beginning can be shared.
  const square = new Transformation().scaleCrop(300, 300);
  const avatar = square.format('png').quality('lighter');
  console.log(delivery.url(file, { transformation: avatar, filename: 'avatar.png' }));
  console.log(delivery.url(file, { transformation: square.grayscale(), filename: 'gray.jpg' }));
  console.log(`<img srcset="${delivery.srcset(file, { widths: [320, 640, 1280] })}">`);

  // The service makes the picture; the file is there only when it is complete.
  const saved = await delivery.save(file, folder, {
    transformation: avatar,
    onProgress: ({ receivedBytes, totalBytes }) => console.log(`${receivedBytes} of ${totalBytes}`),
  });
  console.log(`${saved.size} bytes of ${saved.contentType}`);

  // Projects with signed delivery have a secret for it. Two at once, while one takes the place of the
  // other.
  const secret = '73636b61519adede42191efe1e73f02a67c7b692e3765f90c250c230be095211';
  const signing = client.withOptions({ deliverySecrets: [secret] }).delivery;
  const signed = signing.signedUrl(signing.url(file));
  console.log(`opens until ${signing.verifySignedUrl(signed).expiresAt}`);
} catch (error) {
  if (!(error instanceof UploadcareError)) throw error;
  console.error(`${error.name}: ${error.message}`);
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
}
