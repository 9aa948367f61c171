// Uploads large files and shows how far it is. After Ctrl-C, a crash or a lost connection the same
// command goes on where it was.
//
//     node upload-large.mjs FILE…
//
// The public key comes from UPLOADCARE_PUBLIC_KEY. Where the project demands signed uploads,
// UPLOAD_TOKEN has a token.

import { argv, env, exit, stdout } from 'node:process';
import { UploadcareError, UploadClient } from 'uploadcare-sdk';

const paths = argv.slice(2);
if (paths.length === 0) {
  console.error('usage: node upload-large.mjs FILE…');
  exit(2);
}

const WIDTH = 30;

function bar({ sentBytes, totalBytes, sentParts, totalParts }) {
  const share = totalBytes ? sentBytes / totalBytes : 1;
  const full = Math.round(share * WIDTH);
  const drawn = '█'.repeat(full) + '░'.repeat(WIDTH - full);
  return `${drawn} ${Math.floor(share * 100)} %, ${sentParts} of ${totalParts} parts`;
}

const show = stdout.isTTY ? (text) => stdout.write(`\r\x1b[K${text}`) : (text) => console.log(text);

const stopping = new AbortController();
process.once('SIGINT', () => stopping.abort(new Error('stopped; the same command goes on')));

try {
  const { uploads } = new UploadClient({ uploadCredential: env.UPLOAD_TOKEN || undefined });
  for (const path of paths) {
    console.log(path);
    const { uuid, size } = await uploads.upload(path, {
      stateFile: `${path}.upload`,
      onProgress: (progress) => show(bar(progress)),
      signal: stopping.signal,
    });
    console.log(`${stdout.isTTY ? '\n' : ''}uploaded ${size} bytes: ${uuid}`);
  }
} catch (error) {
  if (!(error instanceof UploadcareError) && error !== stopping.signal.reason) throw error;
  console.error(`\n${error.message}`);
  exit(1);
}
