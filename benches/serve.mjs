// How fast the site is served, by the server alone and by one with a backend, beside nginx
// with the sample of deploy/: the same pages, in turns, so that what else the machine does
// falls on all.
//
//   node benches/serve.mjs     after `make build`; `make bench` does both
//
// Asked for: a small page, the chain's page and the app, each packed as gzip (Debian's
// nginx has no brotli of its own). ROUNDS (5), SECONDS (4) and CONNECTIONS (32) of each
// turn; DIR is a published folder, CONTENT the bundle that the backend publishes.

import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SITE, backend } from './backend.mjs';
import { cleanUp, onEnd } from './clean-up.mjs';
import { freePort } from './site.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const DIR = resolve(process.env.DIR ?? join(ROOT, 'dist'));
const CONTENT = resolve(process.env.CONTENT ?? join(ROOT, 'public/content'));
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const SECONDS = Number(process.env.SECONDS ?? 4);
const CONNECTIONS = Number(process.env.CONNECTIONS ?? 32);
const LEAST = 0.8;
const SLOWEST_P99 = 2;
const MOST_MEMORY = 64;

/** Starts a program and waits until it answers at its port. */
async function started(command, args, port) {
  const child = spawn(command, args, { stdio: 'ignore' });
  onEnd(() => child.kill());
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      await fetch(`http://127.0.0.1:${port}/`);
      return { port, pid: child.pid };
    } catch {
      await new Promise(done => setTimeout(done, 50));
    }
  }
  throw new Error(`${command} does not answer`);
}

async function site() {
  const port = await freePort();
  return started(SITE, ['serve', '--dir', DIR, '--port', port], port);
}

/** Over a copy of the bundle, which it publishes into a folder of its own. */
function withBackend() {
  const around = mkdtempSync(join(tmpdir(), 'serve-'));
  onEnd(() => rmSync(around, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  cpSync(CONTENT, join(around, 'content'), { recursive: true });
  return backend(`folder:${join(around, 'content')}`, join(around, 'dist'));
}

async function nginx() {
  const port = await freePort();
  const around = mkdtempSync(join(tmpdir(), 'serve-'));
  onEnd(() => rmSync(around, { recursive: true, force: true }));
  const sample = readFileSync(join(ROOT, 'deploy/nginx.conf'), 'utf8')
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('    listen [::]:80;\n', '')
    .replace('root /srv/alliance/current;', `root ${DIR};`);
  writeFileSync(join(around, 'site.conf'), sample);
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map(name => `${name}_temp_path ${around}/${name};`);
  const user = process.getuid() === 0 ? 'user root;' : '';
  writeFileSync(join(around, 'nginx.conf'), `${user}
    daemon off; pid ${around}/pid; error_log ${around}/errors; worker_processes auto;
    events { worker_connections 1024; }
    http { access_log off; keepalive_requests 1000000; ${folders.join(' ')} include ${around}/site.conf; }`);
  return started('/usr/sbin/nginx', ['-p', around, '-c', join(around, 'nginx.conf')], port);
}

/** Requests a second and the 99th percentile in ms, as wrk counts them. */
function load({ port }, path) {
  const { stdout, stderr, status } = spawnSync('wrk', ['-t', '1', '-c', String(CONNECTIONS), '-d',
    `${SECONDS}s`, '--latency', '-H', 'Accept-Encoding: gzip', `http://127.0.0.1:${port}${path}`],
  { encoding: 'utf8' });
  if (status !== 0) throw new Error(`wrk: ${stderr}`);
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(`${path}: ${stdout}`);
  const [, rate] = /Requests\/sec:\s+([\d.]+)/.exec(stdout);
  const [, slow, unit] = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout);
  return { rate: Number(rate), slow: Number(slow) * { us: 0.001, ms: 1, s: 1000 }[unit] };
}

/** The memory that a program holds, in MB. */
function held({ pid }) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024;
}

/** Asks for a page, packed, on a connection of its own. */
function looked(url) {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'gzip' };
    get(url, { agent: false, headers }, answer => answer.on('end', resolve).resume())
      .once('error', reject);
  });
}

const median = numbers => numbers.toSorted((one, other) => one - other)[numbers.length >> 1];

/** What was found of one of ours at one path, and whether it holds. */
function judged(ours, theirs) {
  const of = (found, what) => median(found.map(it => it[what]));
  const rate = of(ours, 'rate') / of(theirs, 'rate');
  const slow = of(ours, 'slow') / of(theirs, 'slow');
  const row = {
    'requests/s': Math.round(of(ours, 'rate')),
    'nginx, requests/s': Math.round(of(theirs, 'rate')),
    'of nginx': rate.toFixed(2),
    'p99, ms': `${of(ours, 'slow').toFixed(1)} / ${of(theirs, 'slow').toFixed(1)}`,
    'p99, times nginx': slow.toFixed(2),
  };
  return { row, holds: rate >= LEAST && slow <= SLOWEST_P99 };
}

async function measure() {
  const ours = { 'alone': await site(), 'with a backend': await withBackend() };
  const theirs = await nginx();
  const app = readdirSync(DIR, { recursive: true }).find(name => name.endsWith('.wasm'));
  const rows = {};
  let failed = false;
  for (const path of ['/about/', '/chain/', `/${app}`]) {
    const servers = { ...ours, theirs };
    const found = Object.fromEntries(Object.keys(servers).map(name => [name, []]));
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const [name, server] of Object.entries(servers)) {
        const counted = load(server, path);
        // The first warms it up.
        if (round > 0) found[name].push(counted);
      }
    }
    for (const name of Object.keys(ours)) {
      const { row, holds } = judged(found[name], found.theirs);
      rows[`${path.endsWith('.wasm') ? 'the app' : path} ${name}`] = row;
      failed ||= !holds;
    }
  }
  console.table(rows);
  // Every page once: what a minute of readers who look at everything leaves.
  const memory = {};
  for (const [name, server] of Object.entries(ours)) {
    for (const file of readdirSync(DIR, { recursive: true })) {
      if (file.endsWith('index.html')) {
        await looked(`http://127.0.0.1:${server.port}/${file.slice(0, -'index.html'.length)}`);
      }
    }
    memory[name] = Math.round(held(server));
    failed ||= memory[name] > MOST_MEMORY;
    console.log(`after it the server ${name} holds ${memory[name]} MB (at most ${MOST_MEMORY})`);
  }
  console.log(`at least ${LEAST} of nginx's requests, at most ${SLOWEST_P99} times its p99`);
  const folder = join(ROOT, 'target/benches');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'serve.json'), `${JSON.stringify({ rows, memory }, null, 2)}\n`);
  if (failed) process.exitCode = 1;
}

try {
  if (spawnSync('wrk', ['-v']).error) console.log('wrk is missing: nothing is served beside nginx.');
  else await measure();
} catch (error) {
  console.error(error.stack);
  process.exitCode = 2;
} finally {
  await cleanUp();
}
