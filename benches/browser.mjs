// A browser of its own for a measurement: nothing cached, nothing warm.

import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onEnd } from './clean-up.mjs';

const tools = createRequire(new URL('../.tools/bench/package.json', import.meta.url));
const { default: puppeteer } = await import(pathToFileURL(tools.resolve('puppeteer-core')));

/** Starts it; it ends with the measurement. */
export async function open() {
  const profile = mkdtempSync(join(tmpdir(), 'bench-'));
  onEnd(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    userDataDir: profile,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
      // Two hidden pages of the bar of addresses, which load beside the first page that is measured.
      '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
      // Holds a whole phone: what changes outside of the window is never drawn,
      // and counts as not answered until something within it changes.
      '--window-size=1280,1800'],
  });
  onEnd(() => browser.close());
  return browser;
}

/** The smallest number that so many of them do not exceed. */
export function percentile(numbers, share) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}
