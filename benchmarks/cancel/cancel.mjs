// How long after `controller.abort()` the emulator sees that its client has left: the median of 50
// calls, in milliseconds. Needs UPLOADCARE_EMULATOR_BIN, and a folder in NODE_PACKAGES where
// `uploadcare-sdk` can be resolved.

import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const ROUNDS = 50;

const require = createRequire(`${process.env.NODE_PACKAGES}/`);
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const { startEmulator } = await load('uploadcare-sdk/testing');

const median = (values) => values.toSorted((one, other) => one - other)[values.length >> 1];

const emulator = await startEmulator();
const { publicKey } = emulator.projects[0];

/** What to add to the clock of this process for that of the emulator. */
async function clockOffset() {
  const samples = [];
  for (let sample = 0; sample < 100; sample += 1) {
    const before = performance.now();
    const { monotonic_ms: there } = await emulator.control('GET', 'time');
    const after = performance.now();
    samples.push({ trip: after - before, offset: there - (before + after) / 2 });
  }
  return samples.sort((one, other) => one.trip - other.trip)[0].offset;
}

async function isUnderWay() {
  const { in_flight } = await emulator.control('GET', `projects/${publicKey}/stats`);
  return in_flight > 0;
}

const offset = await clockOffset();
const client = emulator.client({ maxRetries: 0 });
await client.project.get();
await emulator.control('DELETE', 'requests');
await emulator.addFault({ delayMs: 60_000, times: -1 });
const moments = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const controller = new AbortController();
  const outcome = client.project.get({ signal: controller.signal }).catch((error) => error);
  while (!(await isUnderWay()));
  moments.push(performance.now() + offset);
  controller.abort();
  if ((await outcome) !== controller.signal.reason) throw new Error('it was not aborted');
  while (await isUnderWay());
}
const { requests } = await emulator.control('GET', `requests?public_key=${publicKey}`);
if (requests.some(({ status }) => status !== 499)) throw new Error('a request was answered');
const took = requests.map(({ ended_ms }, round) => ended_ms - moments[round]);
console.log(`median ${median(took).toFixed(2)} ms, longest ${Math.max(...took).toFixed(2)} ms`);
await emulator.stop();
