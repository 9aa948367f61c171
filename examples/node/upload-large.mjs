// Uploads large files and shows how far it is. After Ctrl-C, a crash or a lost connection the same
// command goes on where it was.
//
//     node upload-large.mjs FILE…
//
// The public key comes from UPLOADCARE_PUBLIC_KEY. Where the project demands signed uploads,
// UPLOAD_TOKEN has a token.

import { argv, env, exit, stdout } from 'node:process';
import { Presets, SingleBar } from 'cli-progress';
import { UploadcareError, UploadClient } from 'uploadcare-sdk';

const paths = argv.slice(2);
if (paths.length === 0) {
  console.error('usage: node upload-large.mjs FILE…');
  exit(2);
}

/** Draws how far a file is: a bar in a terminal, lines elsewhere. */
function display() {
  if (!stdout.isTTY) {
    const show = ({ sentBytes, totalBytes, sentParts, totalParts }) =>
      console.log(`${sentBytes} of ${totalBytes} bytes, ${sentParts} of ${totalParts} parts`);
    return { show, stop: () => undefined };
  }
  const format = '{bar} {percentage} %, {sentParts} of {totalParts} parts';
  const bar = new SingleBar({ format, stream: stdout }, Presets.shades_classic);
  bar.start(1, 0, { sentParts: 0, totalParts: '?' });
  const show = ({ sentBytes, totalBytes, sentParts, totalParts }) => {
    if (totalBytes) bar.setTotal(totalBytes);
    // An empty file is there at once, too.
    bar.update(totalBytes ? sentBytes : Number(totalBytes === 0), { sentParts, totalParts });
  };
  return { show, stop: () => bar.stop() };
}

const stopping = new AbortController();
process.once('SIGINT', () => stopping.abort(new Error('stopped; the same command goes on')));

try {
  const { uploads } = new UploadClient({ uploadCredential: env.UPLOAD_TOKEN || undefined });
  for (const path of paths) {
    console.log(path);
    const { show, stop } = display();
    const options = { stateFile: `${path}.upload`, onProgress: show, signal: stopping.signal };
    const { uuid, size } = await uploads.upload(path, options).finally(stop);
    console.log(`uploaded ${size} bytes: ${uuid}`);
  }
} catch (error) {
  if (!(error instanceof UploadcareError) && error !== stopping.signal.reason) throw error;
  console.error(error.message);
  exit(1);
}
