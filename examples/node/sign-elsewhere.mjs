// Uploads and lists without the secret key: a backend signs, and every step of every call is shown.
//
//     node sign-elsewhere.mjs
//
// The public key comes from UPLOADCARE_PUBLIC_KEY, and SIGNING_URL is that of a backend that answers
// {"string_to_sign"} with {"signature"}.

import { env, exit } from 'node:process';
import { SignerError, Uploadcare } from 'uploadcare-sdk';

const url = env.SIGNING_URL;
if (!url) {
  console.error('SIGNING_URL is not set');
  exit(2);
}

const backend = (url) => async (request, { signal }) => {
  const body = JSON.stringify({ string_to_sign: request.stringToSign });
  const answer = await fetch(url, { method: 'POST', body, signal });
  return (await answer.json()).signature;
};

const onEvent = ({ elapsed, call, kind, status, method, path }) =>
  console.log(`  ${elapsed.toFixed(3)} s  call ${call} ${kind} ${status ?? ''}  ${method} ${path}`);

const client = new Uploadcare({ signer: backend(url), onEvent });
await client.uploads.upload(Buffer.from('Hello'), { filename: 'hello.txt' });

// For these calls: more patience with the service, less with its answers.
const patient = client.withOptions({ maxRetries: 5, timeout: 20 });
let count = 0;
for await (const _ of patient.files.list()) count += 1;
console.log(`${count} files`);

const { curl } = await client.explain((client) => client.project.get(), { redact: true });
console.log(curl);

// A backend that refuses: the call fails with what the signer threw, and nothing is sent.
const lost = new Uploadcare({ signer: backend('http://127.0.0.1:1/') });
try {
  await lost.project.get();
  throw new Error('a signer that cannot sign gave a signature');
} catch (error) {
  if (!(error instanceof SignerError)) throw error;
  console.log(error.message);
}
