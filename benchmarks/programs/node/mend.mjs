// Loads `@uploadcare/upload-client` as released but for one line: it asks a part of bytes for its text, all of it, to see
// whether it is a form. Given to Node.js by `--import`.

import { readFileSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const FILE = /upload-client\/dist\/esm\/index\.node\.mjs$/;
const LINE = "formData && formData.toString() === '[object FormData]'";
const MENDED = `!ArrayBuffer.isView(formData) && ${LINE}`;

export function mended(url) {
  const source = readFileSync(fileURLToPath(url), 'utf8');
  if (source.split(LINE).length !== 2) throw new Error(`${url} has another line now`);
  return { format: 'module', source: source.replace(LINE, MENDED), shortCircuit: true };
}

/** The hook where Node.js runs hooks on a thread of their own. */
export async function load(url, context, next) {
  return FILE.test(url) ? mended(url) : next(url, context);
}

if (module.registerHooks !== undefined) {
  const load = (url, context, next) => (FILE.test(url) ? mended(url) : next(url, context));
  module.registerHooks({ load });
} else if (module.isMainThread !== false && process.env.MENDING === undefined) {
  // This file is loaded a second time there, and must not go on without end.
  process.env.MENDING = 'yes';
  module.register(import.meta.url);
}
