// Reading in a large archive, as a slow phone does it: lists, filters and the
// search, with 10,000 articles and 2,000 companies.
//
//   node benches/archive.mjs     after `make build`; `make bench` does both
//
// Two times are reported: from what the reader does to the next frame, as browsers
// count an interaction, which is judged for each kind of them by itself; and the
// longest frame that follows from it until all is on screen. How long the network
// takes is no matter here.
// ARTICLES (10000) and COMPANIES (2000) shorten it; MADE is a site that is there.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { open, percentile } from './browser.mjs';
import { cleanUp } from './clean-up.mjs';
import { freePort, serve } from './site.mjs';
import { timed } from './timed.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const FOLDER = join(ROOT, 'target/benches/archive');
const SITE = process.env.SITE ?? join(ROOT, 'target/native/tool/site');
const APP = process.env.APP ?? join(ROOT, 'target/app');
const ARTICLES = Number(process.env.ARTICLES ?? 10_000);
const COMPANIES = Number(process.env.COMPANIES ?? 2000);
const SLOWER = 6;
const LONGEST_P95 = 100;
// No list shows more; the largest page has this many elements at most.
const MOST_ELEMENTS = 1500;

async function make() {
  rmSync(FOLDER, { recursive: true, force: true });
  const [bundle, site] = [join(FOLDER, 'bundle'), join(FOLDER, 'site')];
  await timed(SITE, ['generate', '--articles', ARTICLES, '--companies', COMPANIES, '--seed', 1,
    '--base', join(ROOT, 'public/content'), '--out', bundle]);
  await timed(SITE, ['publish', '--synthetic', '--no-compress', '--no-cards', '--app', APP,
    '--content', bundle, '--out', site]);
  return site;
}

// In the page: how long each event took to its next frame, and each long frame.
function watch() {
  window.busy = { events: [], frames: [] };
  new PerformanceObserver(list => {
    for (const { interactionId, duration } of list.getEntries()) {
      if (interactionId) window.busy.events.push(duration);
    }
  }).observe({ type: 'event', durationThreshold: 16 });
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) window.busy.frames.push(duration);
  }).observe({ type: 'long-animation-frame' });
}

const busy = [];
let largest = 0;

/** Does one thing, waits until all that follows from it is on screen. */
async function one(page, what, act) {
  await page.evaluate(() => { window.busy.events = []; window.busy.frames = []; });
  await act();
  await page.waitForNetworkIdle({ idleTime: 350 });
  const took = await page.evaluate(() => new Promise(done => {
    setTimeout(() => done([Math.max(16, ...window.busy.events), Math.max(16, ...window.busy.frames)]), 100);
  }));
  busy.push({ what, answer: took[0], frame: took[1] });
  largest = Math.max(largest, await page.$$eval('*', all => all.length));
}

async function visit(page, session, address) {
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.goto(address);
  await page.waitForFunction(() => document.documentElement.dataset.app === 'live');
  await page.evaluate(watch);
  await page.waitForNetworkIdle({ idleTime: 350 });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}

/** Presses what a selector finds, wherever it is on the page. */
async function press(page, selector) {
  const element = await page.waitForSelector(selector);
  await element.evaluate(it => {
    it.closest('details')?.setAttribute('open', '');
    it.scrollIntoView({ block: 'center', behavior: 'instant' });
  });
  await element.click();
}

async function lists(page, session, origin, path) {
  await visit(page, session, origin + path);
  for (let turn = 0; turn < 12; turn++) {
    await one(page, `${path} next page`, () => press(page, '.pagination li:last-child a[href]'));
  }
}

async function filters(page, session, origin, path, facets) {
  for (let choice = 1; choice <= 5; choice++) {
    await visit(page, session, origin + path);
    for (let facet = 1; facet <= facets; facet++) {
      const link = `.filter__facet:nth-of-type(${facet}) li:nth-child(${1 + choice}) a[href]`;
      if (await page.$(link)) await one(page, `${path} filter`, () => press(page, link));
    }
  }
}

async function search(page, session, origin) {
  await visit(page, session, `${origin}/search/`);
  const typed = ['铝', '电解铝', '广元 再生铝', '林丰', 'zhongfu', '阳极', '项目', '的', '2024', '铝液直供比例'];
  for (const text of typed) {
    await page.$eval('#find', field => { field.value = ''; });
    await page.focus('#find');
    for (const letter of text) {
      await one(page, 'search, a letter typed', () => page.keyboard.press(letter).catch(() => page.keyboard.sendCharacter(letter)));
    }
    const more = await page.$('.find__found .find__step button');
    if (await more?.isVisible()) await one(page, 'search, ten more', () => press(page, '.find__found .find__step button'));
    const year = '.find__found .filter__facet:nth-of-type(2) li:nth-child(2) a[href]';
    if (await page.$(year)) await one(page, 'search, a year chosen', () => press(page, year));
    const all = '.find__found .filter__facet:nth-of-type(2) li:nth-child(1) a[href]';
    if (await page.$(all)) await one(page, 'search, all years', () => press(page, all));
  }
}

const p95 = (times, name) => percentile(times.map(it => it[name]), 0.95);

function report() {
  const rows = {};
  let worst = 0;
  for (const what of new Set(busy.map(it => it.what))) {
    const times = busy.filter(it => it.what === what);
    worst = Math.max(worst, p95(times, 'answer'));
    const half = name => percentile(times.map(it => it[name]), 0.5);
    const both = of => `${Math.round(of('answer'))} / ${Math.round(of('frame'))} ms`;
    rows[what] = {
      times: times.length,
      'p50, next frame / longest': both(half),
      'p95, next frame / longest': both(name => p95(times, name)),
    };
  }
  console.table(rows);
  const [answer, frame] = [p95(busy, 'answer'), p95(busy, 'frame')];
  const folder = join(ROOT, 'target/benches');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'archive.json'), `${JSON.stringify({ answer, frame, largest, busy }, null, 2)}\n`);
  console.log(`${busy.length} interactions, CPU ${SLOWER} times slower: p95 ${Math.round(answer)} ms to the next frame, of the slowest kind ${Math.round(worst)} ms (at most ${LONGEST_P95}), ${Math.round(frame)} ms for the longest; the largest page has ${largest} elements (at most ${MOST_ELEMENTS})`);
  if (worst > LONGEST_P95 || largest > MOST_ELEMENTS) process.exitCode = 1;
}

try {
  const site = process.env.MADE ?? await make();
  const origin = await serve(ROOT, site, await freePort());
  const browser = await open();
  const page = await browser.newPage();
  await page.setViewport({ width: 390, height: 844, deviceScaleFactor: 2, isMobile: true });
  const session = await page.createCDPSession();
  await lists(page, session, origin, '/news/');
  await lists(page, session, origin, '/members/');
  await filters(page, session, origin, '/news/', 2);
  await filters(page, session, origin, '/members/', 3);
  await search(page, session, origin);
  report();
} catch (error) {
  console.error(error.stack);
  process.exitCode = 2;
} finally {
  await cleanUp();
  rmSync(FOLDER, { recursive: true, force: true });
}
