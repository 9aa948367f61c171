// The addon. What napi has generated looks for it wherever it may be, which takes longer than loading it; where it lies
// beside this file its name is known.

const { existsSync } = require('node:fs');

const ABIS = { darwin: '', linux: '-gnu', win32: '-msvc' };
const MUSL = { arm64: 'aarch64', x64: 'x86_64' };

function load() {
  const { env, platform, arch } = process;
  const abi = ABIS[platform];
  const mayBeMusl = platform === 'linux' && existsSync(`/lib/ld-musl-${MUSL[arch]}.so.1`);
  if (abi !== undefined && !mayBeMusl && env.NAPI_RS_NATIVE_LIBRARY_PATH === undefined) {
    try {
      return require(`./generated/uploadcare.${platform}-${arch}${abi}.node`);
    } catch {
      // Not there, or broken: napi's own way finds another, or says what is wrong.
    }
  }
  return require('./generated/index.js');
}

module.exports = load();
