// Puts all modules into one file: finding and reading each on its own takes most of the time of an
// import. The declarations are those that tsc has written.

import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(folder, 'dist');
const entries = ['index', 'testing'];
const options = {
  absWorkingDir: folder,
  bundle: true,
  // Of classes, which users see.
  keepNames: true,
  platform: 'node',
  target: 'node20',
  external: ['./native/generated/index.js'],
};

/** What an entry gives, apart from types. */
async function exported(entry) {
  const entryPoints = [`src-ts/${entry}.ts`];
  const outfile = join(dist, 'names.js');
  const format = 'esm';
  const { metafile } = await build({
    ...options,
    entryPoints,
    outfile,
    format,
    metafile: true,
    write: false,
  });
  return Object.values(metafile.outputs)[0].exports.sort();
}

// Classes are the same in all entries, and what only one of them needs is not loaded for another.
const parts = entries.map((entry) => `exports.${entry} = () => require('./${entry}.ts');`);
await build({
  ...options,
  stdin: { contents: parts.join('\n'), resolveDir: join(folder, 'src-ts') },
  outfile: join(dist, 'bundle.js'),
  format: 'cjs',
});
for (const entry of entries) {
  const names = (await exported(entry)).join(',\n  ');
  // Its last statement does nothing, but tells the names to those who do not run it.
  const common = `const { ${entry} } = require('./bundle.js');

module.exports = ${entry}();

0 && (module.exports = {
  ${names},
});
`;
  writeFileSync(join(dist, `${entry}.js`), common);
  // The same modules as for `require`, so that classes are one and the same in a process that
  // uses both.
  const module = `import all from './${entry}.js';

export const {
  ${names},
} = all;
`;
  writeFileSync(join(dist, `${entry}.mjs`), module);
}
