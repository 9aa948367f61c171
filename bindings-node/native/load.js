// The addon. What napi has generated looks for it wherever it may be, which takes longer than loading it; in nearly all
// packages it lies under the first name that comes to mind.

'use strict';

const ABIS = { darwin: '', linux: '-gnu', win32: '-msvc' };

function load() {
  const { env, platform, arch } = process;
  const abi = ABIS[platform];
  if (abi !== undefined && env.NAPI_RS_NATIVE_LIBRARY_PATH === undefined) {
    try {
      return require(`./generated/uploadcare.${platform}-${arch}${abi}.node`);
    } catch {
      // Not there, or for another C library: napi's own way finds it, or says what is wrong.
    }
  }
  return require('./generated/index.js');
}

module.exports = load();
