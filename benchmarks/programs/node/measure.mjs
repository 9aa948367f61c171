// What a program measures of itself, printed as one line of JSON.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const MB = 1 << 20;

/** Imports a package from the folder that the driver names. */
export async function imported(name) {
  const require = createRequire(`${process.env.NODE_PACKAGES}/`);
  return import(pathToFileURL(require.resolve(name)).href);
}

/** A figure of this process in MB, where the system tells it as Linux does. */
export function memory(name) {
  try {
    const text = readFileSync('/proc/self/status', 'utf8');
    const found = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text);
    return found ? Number(found[1]) / 1024 : null;
  } catch {
    return null;
  }
}

const more = (after, before) => (after === null || before === null ? null : after - before);

/** Measures from here; what it gives is called at the end. */
export function begin() {
  try {
    // The peak is of what follows.
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Then it is that of the whole process.
  }
  const before = memory('VmRSS');
  const cpu = process.cpuUsage();
  const wall = performance.now();
  return (done = {}) => {
    const wall_s = (performance.now() - wall) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    const peak = memory('VmHWM');
    const used = { wall_s, cpu_s: (user + system) / 1e6, peak_mb: peak };
    return { ...used, growth_mb: more(peak, before), ...done };
  };
}

/** Prints the one line, and ends: connections that are kept open are not waited for. */
export function show(result) {
  process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit());
}

/** Does something with each, so many at a time. */
export async function each(items, atOnce, work) {
  const left = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = left.next(); !next.done; next = left.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Measures so many calls of `one`, which gives what it has read. */
export async function calls(one, count, atOnce) {
  const end = begin();
  let check = 0;
  await each(Array(count).keys(), atOnce, async () => {
    const read = await one();
    check += read;
  });
  return end({ count, check });
}

/** Measures what a list of files keeps. */
export async function kept(make) {
  globalThis.gc();
  const before = memory('VmRSS');
  const end = begin();
  const files = await make();
  globalThis.gc();
  const growth = more(memory('VmRSS'), before);
  const bytes = growth === null ? null : (growth * MB) / Math.max(files.length, 1);
  return end({ count: files.length, bytes_per_file: bytes });
}

/** Measures clients that are all kept, the first one apart. */
export function clients(make, count) {
  const before = memory('VmRSS');
  let end = begin();
  const made = [make()];
  const first = end();
  const between = memory('VmRSS');
  end = begin();
  while (made.length < count) made.push(make());
  const later = end();
  const kept_mb = [more(between, before), more(memory('VmRSS'), between)];
  return { first, later, count: made.length, kept_mb };
}
