// Builds the addon and, for the dev profile, the typings and the loader beside it.
//
// napi's own `build` command always passes `--target`, which would compile everything a second
// time beside what the rest of the repository builds. So cargo runs as everywhere else, and only
// napi's generators are used.

import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { generateTypeDef, parseTriple, writeJsBinding } from '@napi-rs/cli';

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const root = dirname(folder);
const generated = join(folder, 'native/generated');
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

const { values } = parseArgs({ options: { profile: { type: 'string', default: 'dev' } } });
const withTypes = values.profile === 'dev';

const metadata = JSON.parse(
  execFileSync('cargo', ['metadata', '--format-version', '1', '--no-deps'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  }),
);
const typesFolder = join(metadata.target_directory, 'napi-types');
/** The crates whose macros write type definitions, and the sources those follow from. */
const crates = {
  'uploadcare-core': ['core/src', 'core/macros/src'],
  'uploadcare-node': ['bindings-node/src'],
};

function build(environment) {
  const cargo = spawnSync(
    'cargo',
    [
      'build',
      '-p',
      'uploadcare-node',
      '--profile',
      values.profile,
      '--message-format',
      'json-render-diagnostics',
    ],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...environment },
    },
  );
  if (cargo.error !== undefined) throw cargo.error;
  if (cargo.status !== 0) process.exit(cargo.status ?? 1);
  const artifacts = cargo.stdout.split('\n').filter((line) => line.includes('"compiler-artifact"'));
  const addon = artifacts
    .map((line) => JSON.parse(line))
    .find(({ target }) => target.kind.includes('cdylib') && target.name === 'uploadcare_node');
  return addon.filenames.find((name) => /\.(so|dylib|dll)$/.test(name));
}

function newest(path) {
  const facts = statSync(path);
  if (!facts.isDirectory()) return facts.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Crates that cargo took from its cache, so that their macros did not run for this folder. */
function cratesWithoutTypes() {
  return Object.keys(crates).filter((name) => {
    const file = join(typesFolder, name);
    return (
      !existsSync(file) ||
      statSync(file).mtimeMs < Math.max(...crates[name].map((path) => newest(join(root, path))))
    );
  });
}

function buildWithTypes() {
  mkdirSync(typesFolder, { recursive: true });
  const environment = { NAPI_TYPE_DEF_TMP_FOLDER: typesFolder };
  const library = build(environment);
  const missing = cratesWithoutTypes();
  if (missing.length === 0) return library;
  for (const name of missing) {
    rmSync(join(typesFolder, name), { force: true });
    environment[`NAPI_FORCE_BUILD_${name.toUpperCase().replaceAll('-', '_')}`] = String(Date.now());
  }
  return build(environment);
}

/** The declarations of one crate, in an order that does not depend on the compiler. */
async function declarations(crate, header) {
  const own = join(typesFolder, `only-${crate}`);
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own, { recursive: true });
  const lines = readFileSync(join(typesFolder, crate), 'utf8').split('\n').filter(Boolean);
  const definitions = lines
    .map((line) => JSON.parse(line))
    // Users get classes in their place.
    .filter(({ js_doc }) => !js_doc?.includes('For the bindings:'));
  const spelled = spelling(definitions);
  const all = definitions.map((definition) => JSON.stringify(refined(spelled(definition))));
  writeFileSync(join(own, crate), all.join('\n'));
  return await generateTypeDef({ typeDefDir: own, dtsHeader: header, cwd: folder });
}

/** Names of members in doc comments as TypeScript has them, except where they are values. */
function spelling(definitions) {
  const interfaces = definitions.filter(({ kind }) => kind === 'interface');
  const members = new Set(
    interfaces.flatMap(({ def }) => Array.from(def.matchAll(/^(\w+)\??: /gm), ([, name]) => name)),
  );
  const values = new Map(
    definitions.filter(({ kind }) => kind === 'type').map(({ name, js_doc }) => [name, js_doc]),
  );
  const respelled = (text, kept = '') =>
    text.replace(/`[a-z]+(?:_[a-z]+)+`/g, (name) => {
      const own = name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
      return members.has(own.slice(1, -1)) && !kept.includes(name) ? own : name;
    });
  return (definition) => {
    if (definition.kind !== 'interface') return definition;
    const def = definition.def.replace(/^\/\*\*[\s\S]*?\*\/\n\w+\??: (.*)$/gm, (member, type) => {
      const kept = Array.from(type.matchAll(/\w+/g), ([name]) => values.get(name) ?? '');
      return respelled(member, kept.join());
    });
    return { ...definition, def, js_doc: respelled(definition.js_doc) };
  };
}

/** What stands for operations on images in options: our class would lead from here to `dist`. */
const TRANSFORMATION = `
/** Operations on an image: a \`Transformation\`, or its text. */
export type TransformationLike = string | { readonly chain: string; readonly isEmpty: boolean }
`;

/**
 * An open set of texts: its known values are offered, and any other is accepted.
 * JSON: what it can be, where napi only knows `any`; and there is no `undefined` in it.
 * A length as text is per cent.
 */
function refined(definition) {
  if (definition.name === 'Json') {
    return {
      ...definition,
      def: 'string | number | boolean | null | Json[] | { [name: string]: Json }',
    };
  }
  if (definition.name === 'Length') {
    return { ...definition, def: `number | \`\${number}%\`` };
  }
  if (definition.kind === 'interface') {
    const def = definition.def
      .replaceAll(' | undefined | null', ' | null')
      .replace(/\. \*\/\nextra: /, '; absent if there are none. */\nextra?: ')
      .replaceAll(/: Transformation$/gm, ': TransformationLike');
    return { ...definition, def };
  }
  if (definition.kind === 'fn') {
    const def = definition.def.replaceAll(': Transformation', ': TransformationLike');
    return { ...definition, def };
  }
  const known = definition.kind === 'type' && /Known values: (.*)\./.exec(definition.js_doc);
  if (!known) return definition;
  const literals = known[1].replaceAll('`', "'").replaceAll(', ', ' | ');
  const js_doc = definition.js_doc.replace(/ \*\s*\n \* Known values: .*\n/, '');
  return { ...definition, js_doc, def: `${literals} | (string & {})` };
}

function write(name, text) {
  const path = join(generated, name);
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}

async function writeTypes() {
  const note = '// Generated by `npm run build`. Do not edit.\n\n';
  const models = (await declarations('uploadcare-core', note)).dts + TRANSFORMATION;
  const names = [...models.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => name);
  const bare = await declarations('uploadcare-node', note);
  const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(bare.dts)).sort();
  write('models.d.ts', models);
  write(
    'index.d.ts',
    bare.dts.replace(note, `${note}import type { ${used.join(', ')} } from './models.js';\n\n`),
  );
  await writeJsBinding({
    platform: true,
    idents: bare.exports,
    binaryName: manifest.napi.binaryName,
    packageName: manifest.napi.packageName,
    version: manifest.version,
    outputDir: generated,
  });
}

mkdirSync(generated, { recursive: true });
const library = withTypes ? buildWithTypes() : build({});
const host = /^host: (.*)$/m.exec(execFileSync('rustc', ['-vV'], { encoding: 'utf8' }))[1];
const addon = join(
  generated,
  `${manifest.napi.binaryName}.${parseTriple(host).platformArchABI}.node`,
);
// A process that has the old addon loaded keeps it: never write into the same file.
copyFileSync(library, `${addon}.new`);
renameSync(`${addon}.new`, addon);
if (withTypes) await writeTypes();
