// One run of Lighthouse, in a browser of its own: nothing cached, nothing warm.

import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onEnd } from './clean-up.mjs';

const LONGEST = 120_000;

const tools = createRequire(new URL('../.tools/bench/package.json', import.meta.url));
const load = name => import(pathToFileURL(tools.resolve(name)));
const { default: lighthouse } = await load('lighthouse');
const constants = await load('lighthouse/core/config/constants.js');
const { launch } = await load('chrome-launcher');

// Lighthouse takes a good desktop computer for granted and slows it four times, so that it
// stands for a phone of the middle. A slower machine is slowed less, and stands for the same
// phone: https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md. By its own
// measure, `benchmarkIndex`, such a computer has 1500 to 2000.
const DESKTOP = 1750;
const SLOWER = 4;
let slower;

// Now and then the browser records no usable trace, which says nothing of the page.
const ATTEMPTS = 5;

/** Lighthouse's result; its default is a phone on a simulated slow 4G line. */
export async function run(url, onlyCategories) {
  slower ??= await calibrated(url);
  for (let attempt = 1; ; attempt++) {
    const lhr = await once(url, onlyCategories);
    if (!lhr.runtimeError) return lhr;
    if (attempt === ATTEMPTS) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    console.error(`again: ${lhr.runtimeError.code}`);
  }
}

/** How many times this machine has to be slowed. */
async function calibrated(url) {
  const indices = [];
  while (indices.length < 3) indices.push((await once(url, ['seo'])).environment.benchmarkIndex);
  const index = indices.sort((one, other) => one - other)[1];
  const times = Math.min(SLOWER, Math.max(1, SLOWER * index / DESKTOP));
  console.log(`noted   this machine has a benchmarkIndex of ${Math.round(index)}, a desktop about ${DESKTOP}: slowed ${times.toFixed(1)} times, in place of ${SLOWER}`);
  return times;
}

async function once(url, onlyCategories) {
  const profile = mkdtempSync(join(tmpdir(), 'bench-'));
  const browser = await launch({
    chromePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    userDataDir: profile,
    chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
      // Two hidden pages of the bar of addresses, which load beside the page that is measured.
      '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup'],
  });
  const end = onEnd(async () => {
    await browser.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });
  try {
    const measuring = lighthouse(url, { port: browser.port, output: 'json', logLevel: 'error', onlyCategories,
      ...(slower && { throttling: { ...constants.throttling.mobileSlow4G, cpuSlowdownMultiplier: slower } }) });
    const { lhr } = await bounded(measuring, url);
    return lhr;
  } finally {
    await end();
  }
}

/** Which audits took points away, and where. */
export function lost(lhr) {
  return Object.values(lhr.categories).flatMap(category => category.auditRefs
    .map(({ id, weight }) => ({ audit: lhr.audits[id], weight }))
    .filter(({ audit, weight }) => weight > 0 && audit.score !== null && audit.score < 0.995)
    .map(({ audit }) => {
      const places = (audit.details?.items ?? []).slice(0, 2)
        .map(item => item.node?.snippet ?? item.description ?? item.url ?? '')
        .filter(Boolean);
      return [category.id, audit.id, audit.displayValue, ...places].filter(Boolean).join(' · ').slice(0, 300);
    }));
}

function bounded(work, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took more than ${LONGEST / 1000} s`)), LONGEST);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
