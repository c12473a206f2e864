// A site with a backend, and what asks it as a page of the site does.

import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onEnd } from './clean-up.mjs';
import { freePort } from './site.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
export const SITE = process.env.SITE ?? join(ROOT, 'target/native/tool/site');
const APP = process.env.SITE_APP ?? join(ROOT, 'target/app');

/** Serves a store: where, where its interface is, and the address that signs in once. */
export async function backend(store, folder, ...more) {
  const port = await freePort();
  const child = spawn(SITE, ['serve', '--backend', store, '--dir', folder, '--app', APP,
    '--port', String(port), ...more], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise(done => child.once('exit', done));
  const end = onEnd(async () => {
    child.kill();
    await ended;
  });
  const address = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', data => {
      said += data;
      const key = /(http:\/\/[\d.:]+)(\/api\/v1\/sign-in\?key=[\w-]+)/.exec(said);
      if (key) resolve({ origin: key[1], base: `${key[1]}/api/v1`, key: key[1] + key[2] });
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`site serve ended: ${said}`)));
  });
  return { ...address, end, port, pid: child.pid };
}

/** Signs an administrator in by the address that does so once; the session's cookie. */
export async function administrator(key) {
  return cookieOf(await fetch(key, { redirect: 'manual' }));
}

export const cookieOf = answer => answer.headers.get('set-cookie').split(';')[0];

/** Asks as a page of the site does. */
export async function ask(base, cookie, method, path, body, more = {}) {
  const headers = { 'sec-fetch-site': 'same-origin', ...(cookie && { cookie }), ...more };
  const answer = await fetch(base + path, { method, headers, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}
