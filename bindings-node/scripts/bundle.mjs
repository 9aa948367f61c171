// Puts all modules into one file: finding and reading each on its own takes most of the time of an
// import. The declarations are those that tsc has written.

import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(folder, 'dist');
const target = 'node20';

/** Leaves modules out, for a file that is there when the package is used. */
function elsewhere(filter, path) {
  return {
    name: path,
    setup: ({ onResolve }) => onResolve({ filter }, () => ({ path, external: true })),
  };
}

/** Bundles an entry, of these modules if they are given; what it gives, apart from types. */
async function bundled(entry, outfile, plugins, modules) {
  const options = {
    absWorkingDir: folder,
    bundle: true,
    platform: 'node',
    target,
    entryPoints: [`src-ts/${entry}.ts`],
    plugins,
    write: false,
  };
  // Comments are two fifths of the source, and an import reads it all. They go with the line breaks, which
  // come back, or an error that nobody catches would show the whole bundle as its line.
  const { outputFiles } = await build({ ...options, format: 'cjs', minifyWhitespace: true });
  let { code } = await transform(outputFiles[0].text, { target });
  // A class that speaks of itself is `X = class _X` now, and users would see that name. (`keepNames` would
  // make up for it, at the cost of defining the name of every function again.)
  for (const [, name] of code.matchAll(/\b(\w+) = class _\1\b/g)) {
    code = code.replaceAll(new RegExp(`\\b_${name}\\b`, 'g'), name);
  }
  writeFileSync(join(dist, outfile), code);
  const { metafile } = await build({ ...options, format: 'esm', metafile: true });
  const inputs = Object.keys(metafile.inputs).sort().join(' ');
  if (modules !== undefined && inputs !== modules) {
    throw new Error(`${outfile} would have copies of modules: ${inputs}`);
  }
  return Object.values(metafile.outputs)[0].exports.sort();
}

/** The files that users name, for `require` and `import`, with the same modules behind both. */
function named(entry, bundle, exported) {
  const names = exported.join(',\n  ');
  // Its last statement does nothing, but tells the names to those who do not run it. They would not be found in
  // the bundle itself without reading all of it.
  const common = `module.exports = require('./${bundle}');

0 && (module.exports = {
  ${names},
});
`;
  writeFileSync(join(dist, `${entry}.js`), common);
  const module = `import all from './${entry}.js';

export const {
  ${names},
} = all;
`;
  writeFileSync(join(dist, `${entry}.mjs`), module);
}

const addon = elsewhere(/\/native\/generated\/index\.js$/, '../native/load.js');
named('index', 'bundle.js', await bundled('index', 'bundle.js', [addon]));
// Classes are the same in both, and what only tests need is not loaded for others.
const shared = elsewhere(/^\.\/(accountclient|client)\.js$/, './bundle.js');
const own = 'src-ts/testing.ts src-ts/troubles.ts';
named('testing', 'testing-bundle.js', await bundled('testing', 'testing-bundle.js', [shared], own));
