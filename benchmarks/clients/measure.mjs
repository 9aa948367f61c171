// What it costs to make clients in Node.js: `measure.mjs COUNT`.

import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(`${process.env.NODE_PACKAGES}/`);
const { Uploadcare } = await import(pathToFileURL(require.resolve('uploadcare-sdk')).href);

const made = [];

function measure(count) {
  const before = process.memoryUsage.rss();
  const wall = performance.now();
  const cpu = process.cpuUsage();
  for (let at = 0; at < count; at += 1) {
    made.push(new Uploadcare({ publicKey: 'demopublickey', secretKey: 'demosecretkey' }));
  }
  const { user, system } = process.cpuUsage(cpu);
  return {
    wall_us: ((performance.now() - wall) * 1000) / count,
    cpu_us: (user + system) / count,
    growth_kb: (process.memoryUsage.rss() - before) / 1024 / count,
    threads: readdirSync('/proc/self/task').length,
  };
}

const first = measure(1);
const later = measure(Number(process.argv[2]) - 1);
console.log(JSON.stringify({ first, later }));
