// Memory as it is when it was used a moment ago.
//
// A virtual machine gives its host back what it does not use and gets it anew
// when it is touched, which here took 7 µs a page of 4 kB instead of 2. A small
// site fits into what is not given back, a large one does not: without this, the
// large one would pay for the machine. So all memory is held in files, and given
// up piece by piece just before it would be needed.

import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
const PIECE = 64 * 1024 * 1024;
// What is left free, in bytes: more than is taken between two looks.
const LEFT = 900 * 1024 * 1024;
// How often one looks, in milliseconds.
const OFTEN = 3;

/** Does some work in such memory; without it, where there is no telling. */
export async function warmly(work) {
  if (free() === undefined) return work();
  const held = [];
  const zeros = Buffer.alloc(PIECE);
  try {
    while (free() > LEFT + PIECE) held.push(hold(zeros));
  } catch (error) {
    console.error(`not all memory is held: ${error.message}`);
  }
  const look = setInterval(() => {
    while (held.length > 0 && free() < LEFT) closeSync(held.pop());
  }, OFTEN);
  try {
    return await work();
  } finally {
    clearInterval(look);
    held.forEach(closeSync);
  }
}

// A file without a name: however this program ends, it is gone with it.
function hold(bytes) {
  const path = join(MEMORY, `warm-${process.pid}`);
  const file = openSync(path, 'wx');
  rmSync(path);
  writeSync(file, bytes);
  return file;
}

// The memory that nobody uses, in bytes.
function free() {
  try {
    const [, kilobytes] = /MemFree:\s+(\d+)/.exec(readFileSync('/proc/meminfo', 'utf8'));
    return 1024 * kilobytes;
  } catch {
    return undefined;
  }
}
