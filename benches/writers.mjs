// How long a save takes while many people write: each signed in with an account and at a
// record of their own, as at the desk. The desk saves 800 ms after the last key, so a writer
// who does not stop saves about once a second: that is what each does here. A save is timed
// from the moment at which it was due, so a server that falls behind cannot hide it.
//
//   node benches/writers.mjs     after `make build`; `make bench` does both
//
// WRITERS (50), SECONDS (60) and EVERY (1000 ms); BACKENDS (folder,postgres).

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SITE, administrator, ask, backend, cookieOf } from './backend.mjs';
import { cleanUp, onEnd } from './clean-up.mjs';
import { database } from './postgres.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const CONTENT = process.env.CONTENT ?? join(ROOT, 'public/content');
const WRITERS = Number(process.env.WRITERS ?? 50);
const SECONDS = Number(process.env.SECONDS ?? 60);
const EVERY = Number(process.env.EVERY ?? 1000);
const BACKENDS = (process.env.BACKENDS ?? 'folder,postgres').split(',');
const SLOWEST_P95 = 150;
const PASSWORD = 'a password for measuring';

/** A backend over a copy of the bundle. */
async function writersBackend(kind) {
  const around = mkdtempSync(join(tmpdir(), 'writers-'));
  onEnd(() => rmSync(around, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  const bundle = join(around, 'content');
  cpSync(CONTENT, bundle, { recursive: true });
  let store = `folder:${bundle}`;
  if (kind === 'postgres') {
    store = await database();
    if (!store) return undefined;
    const { status, stderr } = spawnSync(SITE, ['backend', 'import', bundle, '--backend', store],
      { encoding: 'utf8' });
    if (status !== 0) throw new Error(`site backend import failed:\n${stderr}`);
  }
  return backend(store, join(around, 'dist'), '--no-compress');
}

/** An article of some length, with something new in it each time. */
function article(id, turn) {
  const paragraph = '联盟与成员企业核对了当月的产量、能耗和再生铝比例，并公布了口径与来源。'.repeat(6);
  return {
    id,
    date: '2025-11-20',
    title: { 'zh-Hans': `第 ${turn} 稿` },
    body: { 'zh-Hans': [...Array(8).fill(paragraph), `第 ${turn} 次修改。`] },
    category: 'alliance',
    draft: true,
  };
}

/** Somebody with an account, signed in, and a new record of their own. */
async function writer(base, admin, number) {
  const name = `writer-${number}`;
  await ask(base, admin, 'POST', '/people', { name, role: 'writer', password: PASSWORD });
  // Each from an address of their own: tries to sign in are counted by address.
  const from = { 'x-forwarded-for': `203.0.113.${number}` };
  const signed = await ask(base, '', 'POST', '/session', { name, password: PASSWORD }, from);
  const path = `/records/article/2025-11-20-writer-${number}`;
  const id = path.split('/').at(-1);
  const cookie = cookieOf(signed);
  const made = await ask(base, cookie, 'PUT', path, article(id, 0), { 'if-none-match': '*' });
  return { cookie, path, id, tag: made.headers.get('etag') };
}

/** Saves until the end; how long each save took. */
async function write(base, writer, begin, end, times) {
  // Not all in the same moment.
  let due = begin + Math.random() * EVERY;
  for (let turn = 1; due < end; turn += 1, due += EVERY) {
    const early = due - performance.now();
    if (early > 0) await new Promise(done => setTimeout(done, early));
    const more = { 'if-match': writer.tag };
    const saved = await ask(base, writer.cookie, 'PUT', writer.path, article(writer.id, turn), more);
    writer.tag = saved.headers.get('etag');
    times.push(performance.now() - due);
  }
}

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];

async function measure(kind) {
  const site = await writersBackend(kind);
  if (!site) return undefined;
  const admin = await administrator(site.key);
  const writers = [];
  for (let number = 1; number <= WRITERS; number += 1) {
    writers.push(await writer(site.base, admin, number));
  }
  const times = [];
  const begin = performance.now();
  const end = begin + SECONDS * 1000;
  await Promise.all(writers.map(writer => write(site.base, writer, begin, end, times)));
  await site.end();
  const sorted = times.toSorted((one, other) => one - other);
  const ms = part => Number(at(sorted, part).toFixed(1));
  return {
    saves: times.length,
    'saves/s': Number((times.length / SECONDS).toFixed(1)),
    'p50, ms': ms(0.5),
    'p95, ms': ms(0.95),
    'p99, ms': ms(0.99),
    'most, ms': ms(1),
  };
}

try {
  const rows = {};
  for (const kind of BACKENDS) {
    const row = await measure(kind);
    if (row) rows[kind] = row;
    else console.log('PostgreSQL is missing: its writers are not measured.');
  }
  console.table(rows);
  console.log(`${WRITERS} writers, each with a save every ${EVERY} ms for ${SECONDS} s; p95 at most ${SLOWEST_P95} ms`);
  const folder = join(ROOT, 'target/benches');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'writers.json'), `${JSON.stringify(rows, null, 2)}\n`);
  if (Object.values(rows).some(row => row['p95, ms'] > SLOWEST_P95)) process.exitCode = 1;
} catch (error) {
  console.error(error.stack);
  process.exitCode = 2;
} finally {
  await cleanUp();
}
