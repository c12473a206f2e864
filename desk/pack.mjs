// Packs what the desk consists of as small as can be, once, at the end of its build: brotli takes
// seconds for it, which no server should take at each start. The backend serves what lies beside.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const { TRUNK_STAGING_DIR: folder, TRUNK_PROFILE: profile } = process.env;
const packed = /\.(wasm|js|css)$/;

if (profile === 'release') {
  for (const name of readdirSync(folder).filter(name => packed.test(name))) {
    const file = join(folder, name);
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: 22,
    };
    writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file), { params }));
  }
}
