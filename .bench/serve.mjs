// The site's own server, on a port that the system gives.

import { spawn } from 'node:child_process';
import { onEnd } from './clean-up.mjs';

/** Serves a published folder and says where. */
export function serve(site, folder) {
  const child = spawn(process.env.SITE ?? site, ['serve', '--port', '0', '--dir', folder], {
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
