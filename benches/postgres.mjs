// Debian's PostgreSQL in a folder of its own, as a user who may not do anything else.

import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onEnd } from './clean-up.mjs';
import { freePort } from './site.mjs';

const VERSIONS = '/usr/lib/postgresql';

function programs() {
  const found = existsSync(VERSIONS) ? readdirSync(VERSIONS) : [];
  const bins = found.map(version => join(VERSIONS, version, 'bin'));
  return bins.filter(bin => existsSync(join(bin, 'initdb'))).toSorted().at(-1);
}

// The server refuses to be root.
const asUser = process.getuid() === 0
  ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups'] : [];

/** The address of an empty database; none where there is no PostgreSQL. */
export async function database() {
  const bin = programs();
  if (!bin) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'pg'));
  chmodSync(folder, 0o777);
  onEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  const data = join(folder, 'data');
  run([...asUser, join(bin, 'initdb'), '--auth=trust', '--username=postgres', '--encoding=UTF8',
    '--locale=C', '--pgdata', data], folder);
  const port = await freePort();
  const [command, ...args] = [...asUser, join(bin, 'postgres'), '-D', data, '-k', folder,
    '-h', '127.0.0.1', '-p', String(port)];
  const child = spawn(command, args, { cwd: folder, stdio: 'ignore' });
  const ended = new Promise(done => child.once('exit', done));
  onEnd(async () => {
    child.kill('SIGQUIT');
    await ended;
  });
  const ask = statement => spawnSync(join(bin, 'psql'), ['-h', '127.0.0.1', '-U', 'postgres',
    '-p', String(port), '-qAtX', '-c', statement, 'postgres']).status === 0;
  for (let tries = 0; !ask('SELECT 1'); tries += 1) {
    if (tries === 200) throw new Error('PostgreSQL does not start');
    await new Promise(done => setTimeout(done, 50));
  }
  if (!ask('CREATE DATABASE site')) throw new Error('no database could be made');
  return `postgres://postgres@127.0.0.1:${port}/site`;
}

function run([command, ...args], cwd) {
  const { status, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} failed:\n${stderr}`);
}
