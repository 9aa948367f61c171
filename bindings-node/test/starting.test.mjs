// Nothing here may fetch: the timers that stand still would be those of `fetch`, too.

import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { startEmulator } from 'uploadcare-sdk/testing';
import { eventually } from './support.mjs';

const ready = {
  api_base: 'http://127.0.0.1:1/',
  upload_base: 'http://127.0.0.1:1/',
  cdn_base: 'http://127.0.0.1:1/',
  control_base: 'http://127.0.0.1:1/',
  projects: [],
};

/** A program that prints its process id and perhaps a line, and never ends by itself. */
function stubborn(t, line) {
  const place = mkdtempSync(join(tmpdir(), 'uploadcare-stubborn-'));
  t.after(() => rmSync(place, { recursive: true, force: true }));
  const path = join(place, 'stubborn');
  const id = join(place, 'id');
  writeFileSync(
    path,
    `#!${process.execPath}
    require('node:fs').writeFileSync(${JSON.stringify(id)}, String(process.pid));
    process.on('SIGTERM', () => undefined);
    setInterval(() => undefined, 1000);
    ${line === undefined ? '' : `console.log(${JSON.stringify(line)});`}`,
    { mode: 0o755 },
  );
  const pid = () => (existsSync(id) ? Number(readFileSync(id, 'utf8')) : 0);
  t.after(() => {
    if (pid() > 0 && isAlive(pid())) process.kill(pid(), 'SIGKILL');
  });
  return { path, pid };
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** What a promise comes to, or undefined if it has not by now. */
const soon = (promise) =>
  Promise.race([
    promise.then(
      (value) => ({ value }),
      (error) => ({ error }),
    ),
    // Not `setTimeout`, which stands still here.
    new Promise((resolve) => {
      const end = performance.now() + 3000;
      const look = () => (performance.now() > end ? resolve(undefined) : setImmediate(look));
      look();
    }),
  ]);

const scripts = { skip: process.platform === 'win32' };

test('an emulator that does not get ready is given up, by name', scripts, async (t) => {
  const { path, pid } = stubborn(t);
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const starting = startEmulator({ binary: path });
  while (pid() === 0) await new Promise(setImmediate);
  t.mock.timers.tick(30_000);
  const outcome = await soon(starting);
  assert.ok(outcome, 'it waits on');
  assert.ok(outcome.error.message.includes(path), outcome.error.message);
  assert.match(outcome.error.message, /not ready within 30 seconds/);
  while (isAlive(pid())) await new Promise(setImmediate);
});

test('what is no emulator is told so, and ended', scripts, async (t) => {
  for (const line of ['hello', '5']) {
    const { path, pid } = stubborn(t, line);
    await assert.rejects(startEmulator({ binary: path }), (error) => error.message.includes(path));
    await eventually(() => !isAlive(pid()));
  }
});

test('an emulator that does not stop is killed', scripts, async (t) => {
  const { path, pid } = stubborn(t, JSON.stringify(ready));
  const emulator = await startEmulator({ binary: path });
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const stopping = emulator.stop();
  t.mock.timers.tick(4_999);
  assert.ok(isAlive(pid()));
  t.mock.timers.tick(1);
  assert.ok(await soon(stopping), 'it waits on');
  assert.ok(!isAlive(pid()));
});
