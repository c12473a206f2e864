// How long `site preview` takes from a saved file to the new page.

import { spawn } from 'node:child_process';
import { onEnd } from './clean-up.mjs';

const ROUNDS = 5;
const LONGEST = 120_000;

/** The median, in milliseconds, from writing to hearing of new content. */
export async function preview(site, content, app, touch) {
  const child = spawn(site, ['preview', '--port', '0', '--lang', 'en', '--content', content, '--app', app], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = onEnd(() => child.kill());
  let output = '';
  child.stderr.on('data', data => { output += data; });
  const address = await said(child, /http:\/\/[\w.:-]+/);
  const news = async version => (await fetch(`${address}/.preview/news?${version}`)).json();
  let { version } = await news('');
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now();
    touch();
    const next = await news(version);
    times.push(Math.round(performance.now() - begun));
    if (next.faults) throw new Error(next.faults);
    version = next.version;
  }
  const own = [...output.matchAll(/\((\d+) ms\)/g)].map(([, ms]) => ms).slice(1);
  console.error(`preview: ${times.join(', ')} ms; of it reading and arranging ${own.join(', ')} ms`);
  await end();
  return times.sort((one, other) => one - other)[ROUNDS >> 1];
}

function said(child, pattern) {
  return new Promise((resolve, reject) => {
    let text = '';
    const late = setTimeout(() => reject(new Error('site preview says nothing')), LONGEST);
    child.stdout.on('data', data => {
      text += data;
      const found = pattern.exec(text);
      if (found) {
        clearTimeout(late);
        resolve(found[0]);
      }
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error('site preview ended')));
  });
}
