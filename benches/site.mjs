// The site's own command: publishes the bundle and serves it.

import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { onEnd } from './clean-up.mjs';

const command = root => process.env.SITE ?? join(root, 'target/native/tool/site');

/** A port that nobody listens at. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Publishes the editors' bundle for an address. */
export function publish(root, folder, origin) {
  const { status, stderr, error } = spawnSync(command(root), [
    'publish',
    '--content', process.env.CONTENT ?? join(root, 'public/content'),
    '--app', join(root, 'target/app'),
    '--out', folder,
    '--origin', origin,
  ], { encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`site publish failed:\n${stderr}`);
}

/** Serves a published folder and says where. */
export function serve(root, folder, port) {
  const child = spawn(command(root), ['serve', '--port', String(port), '--dir', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onEnd(() => child.kill());
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', data => {
      said += data;
      const address = /http:\/\/[\w.-]+:\d+/.exec(said);
      if (address) resolve(address[0]);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`site serve ended: ${said}`)));
  });
}
