// Lighthouse on the published site, as a phone on a slow line sees it, each
// page beside itself without scripts: what does the app cost the first view?
//
//   node benches/lighthouse.mjs     after `make build`; `make bench` does both
//
// RUNS (5) and PAGES (all; names separated by commas) shorten it.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cleanUp, onEnd } from './clean-up.mjs';
import { lost, run } from './run.mjs';
import { freePort, publish, serve } from './site.mjs';
import { withoutScripts } from './without-scripts.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const FOLDER = join(ROOT, 'target/benches/site');
const RUNS = Number(process.env.RUNS ?? 5);
const LCP_RATIO = 1.2;
const LEAST = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 };

const median = numbers => {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

// The newest article, by its list.
function article() {
  const list = JSON.parse(readFileSync(join(FOLDER, 'content/v1/zh-Hans/news.json'), 'utf8'));
  return `/news/${list.news.articles[0].id}/`;
}

async function measure(name, path, full, bare) {
  const withApp = [];
  const without = [];
  // In turns, so that a busy moment of the machine meets both.
  for (let i = 1; i <= RUNS; i++) {
    console.error(`${name} ${i}/${RUNS}`);
    withApp.push(await run(full + path, Object.keys(LEAST)));
    without.push(await run(bare + path, ['performance']));
  }
  const numbers = (runs, id) => runs.map(lhr => lhr.audits[id].numericValue);
  const middle = (runs, id) => median(numbers(runs, id));
  const scores = Object.fromEntries(Object.keys(LEAST).map(category =>
    [category, Math.round(100 * median(withApp.map(lhr => lhr.categories[category].score)))]));
  const lcp = middle(withApp, 'largest-contentful-paint');
  const bareLcp = middle(without, 'largest-contentful-paint');
  const ratio = lcp / bareLcp;
  const missed = Object.entries(LEAST)
    .filter(([category, least]) => scores[category] < least)
    .map(([category, least]) => `${category} ${scores[category]} < ${least}`);
  if (ratio > LCP_RATIO) missed.push(`LCP ratio ${ratio.toFixed(3)} > ${LCP_RATIO}`);
  return {
    name, path, scores, lcp, bareLcp, ratio,
    fcp: middle(withApp, 'first-contentful-paint'),
    tbt: middle(withApp, 'total-blocking-time'),
    cls: middle(withApp, 'cumulative-layout-shift'),
    interactive: middle(withApp, 'interactive'),
    lcps: numbers(withApp, 'largest-contentful-paint').map(Math.round),
    bareLcps: numbers(without, 'largest-contentful-paint').map(Math.round),
    missed,
    lost: [...new Set(withApp.flatMap(lost))],
  };
}

function report(results) {
  const seconds = milliseconds => `${(milliseconds / 1000).toFixed(2)} s`;
  console.table(Object.fromEntries(results.map(result => [result.name, {
    performance: result.scores.performance,
    accessibility: result.scores.accessibility,
    'best practices': result.scores['best-practices'],
    SEO: result.scores.seo,
    LCP: seconds(result.lcp),
    'without scripts': seconds(result.bareLcp),
    ratio: result.ratio.toFixed(3),
    TBT: `${Math.round(result.tbt)} ms`,
    CLS: result.cls.toFixed(3),
    interactive: seconds(result.interactive),
  }])));
  const folder = join(ROOT, 'target/benches');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'lighthouse.json'), `${JSON.stringify({ runs: RUNS, results }, null, 2)}\n`);
  console.log(`Medians of ${RUNS}. All numbers: target/benches/lighthouse.json`);
  for (const { name, missed, lost } of results.filter(({ missed }) => missed.length > 0)) {
    console.error(`${name} misses its mark: ${missed.join('; ')}`);
    for (const line of lost) console.error(`    ${line}`);
    process.exitCode = 1;
  }
}

try {
  // With an address of its own, as on the web: canonical links must be absolute.
  const port = await freePort();
  publish(ROOT, FOLDER, `http://127.0.0.1:${port}`);
  const origin = await serve(ROOT, FOLDER, port);
  const chosen = process.env.PAGES?.split(',');
  const pages = [['home', '/'], ['article', article()], ['members', '/members/'], ['chain', '/chain/']]
    .filter(([name]) => chosen?.includes(name) ?? true);
  const proxy = await withoutScripts(origin);
  onEnd(() => proxy.close());
  const results = [];
  for (const [name, path] of pages) results.push(await measure(name, path, origin, proxy.origin));
  report(results);
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
} finally {
  await cleanUp();
}
