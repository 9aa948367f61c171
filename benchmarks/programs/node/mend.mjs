// Loads `@uploadcare/upload-client` as released but for one line: it asks a part of bytes for its text, all of it, to see
// whether it is a form. Given to Node.js by `--import`; nothing that is installed is changed.

import module from 'node:module';

const FILE = /upload-client[\\/]dist[\\/]cjs[\\/]index\.node\.cjs$/;
const LINE = "formData && formData.toString() === '[object FormData]'";
const MENDED = `!ArrayBuffer.isView(formData) && ${LINE}`;

let isMended = false;
const compile = module.prototype._compile;
module.prototype._compile = function (source, file, ...more) {
  if (!FILE.test(file)) return compile.call(this, source, file, ...more);
  if (source.split(LINE).length !== 2) throw new Error(`${file} has another line now`);
  isMended = true;
  return compile.call(this, source.replace(LINE, MENDED), file, ...more);
};

process.on('exit', () => {
  if (isMended) return;
  console.error('upload-client was loaded in another way: nothing is mended');
  process.exitCode = 1;
});
