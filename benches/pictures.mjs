// A site of photographs: 200 articles with 600 drawn ones, a quarter of them of twelve
// megapixels. What publishing them costs, what one changed article costs after it, what
// a phone fetches of an article with a cover and a gallery, and what Lighthouse says.
//
//   node benches/pictures.mjs     after `make build`; `make bench` does both
//
// ARTICLES (200), PICTURES (600) and RUNS (5) shorten it. Of one program a publish is
// judged by another of its own, in processor time: what photographs cost is what the same
// bundle costs more with them than with none made new.

import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { open } from './browser.mjs';
import { cleanUp, onEnd } from './clean-up.mjs';
import { lost, run } from './run.mjs';
import { freePort, serve } from './site.mjs';
import { timed } from './timed.mjs';
import { withoutScripts } from './without-scripts.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const FOLDER = join(ROOT, 'target/benches/pictures');
const SITE = process.env.SITE ?? join(ROOT, 'target/native/tool/site');
const APP = process.env.APP ?? join(ROOT, 'target/app');
const ARTICLES = Number(process.env.ARTICLES ?? 200);
const PICTURES = Number(process.env.PICTURES ?? 600);
const RUNS = Number(process.env.RUNS ?? 5);

// What is to hold.
const AGAIN = 0.05;
const A_PHOTOGRAPH = 2;
const ON_A_PHONE = 60_000;
const LEAST = 98;
const LCP_RATIO = 1.1;

const failed = [];
function judge(holds, text) {
  console.log(`${holds ? 'holds ' : 'MISSED'}  ${text}`);
  if (!holds) failed.push(text);
}

const [bundle, out] = [join(FOLDER, 'bundle'), join(FOLDER, 'site')];
const publish = origin => timed(SITE, ['publish', '--synthetic', '--lang', 'en', '--app', APP,
  '--content', bundle, '--out', out, '--origin', origin]);
const say = (what, { wall, cpu, peak }) =>
  console.log(`noted   ${what}: ${wall.toFixed(1)} s, ${cpu.toFixed(1)} s of a processor, at most ${peak} MB`);

async function publishes(origin) {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  await timed(SITE, ['generate', '--articles', ARTICLES, '--companies', 40, '--pictures', PICTURES,
    '--seed', 1, '--base', join(ROOT, 'public/content'), '--out', bundle]);
  const whole = await publish(origin);
  say(`${ARTICLES} articles with ${PICTURES} photographs`, whole);
  // Every page anew, and no picture: what else is published costs about this.
  touchAll();
  const pages = await publish(origin);
  say('every article changed, the pictures there', pages);
  const each = (whole.cpu - pages.cpu) / PICTURES;
  judge(each <= A_PHOTOGRAPH, `all sizes of a photograph: ${each.toFixed(2)} s of a processor (at most ${A_PHOTOGRAPH})`);
  touch(articles()[0]);
  const again = await publish(origin);
  say('one article changed', again);
  const share = again.cpu / whole.cpu;
  judge(share <= AGAIN, `one article changed: ${(100 * share).toFixed(1)} % of the whole (at most ${100 * AGAIN} %)`);
}

const articles = () => readdirSync(join(bundle, 'news'))
  .filter(name => name.startsWith('synthetic-')).sort().reverse();

// Another title, as an editor would correct it.
function touch(name) {
  const file = join(bundle, 'news', name);
  const article = JSON.parse(readFileSync(file, 'utf8'));
  for (const lang of Object.keys(article.title)) article.title[lang] += ' 2';
  writeFileSync(file, JSON.stringify(article, null, 2));
}

function touchAll() {
  articles().forEach(touch);
}

// The newest with a cover, a picture in its text and a gallery.
function illustrated() {
  const name = articles().find(name => {
    const { cover, gallery } = JSON.parse(readFileSync(join(bundle, 'news', name), 'utf8'));
    return cover && gallery?.length;
  });
  if (!name) throw new Error('no article has a cover and a gallery: ask for more ARTICLES and PICTURES');
  return `/news/${name.replace('.json', '')}/`;
}

// What a phone of 390 px with two pixels to one fetches of a page.
async function phone(origin, path) {
  const browser = await open();
  const page = await browser.newPage();
  await page.setViewport({ width: 390, height: 844, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  const network = await page.createCDPSession();
  await network.send('Network.enable');
  const [names, pictures] = [new Map(), new Map()];
  network.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Image' && !response.url.endsWith('.svg')) names.set(requestId, response.url);
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (names.has(requestId)) pictures.set(names.get(requestId), encodedDataLength);
  });
  await page.goto(origin + path, { waitUntil: 'networkidle0' });
  const first = [...pictures.values()];
  await page.evaluate(async () => {
    for (let top = 0; top < document.body.scrollHeight; top += 300) {
      scrollTo(0, top);
      await new Promise(done => setTimeout(done, 100));
    }
  });
  await page.waitForNetworkIdle();
  const all = [...pictures.values()];
  const kilobytes = bytes => bytes.map(one => (one / 1000).toFixed(1)).join(', ');
  const sum = bytes => (bytes.reduce((sum, one) => sum + one, 0) / 1000).toFixed(1);
  console.log(`noted   ${path} on a phone: ${first.length} pictures at first, ${sum(first)} kB; scrolled through, ${all.length} with ${sum(all)} kB (${kilobytes(all)})`);
  const most = Math.max(...all);
  judge(all.length > 1 && most <= ON_A_PHONE, `the largest picture of it: ${(most / 1000).toFixed(1)} kB (at most ${ON_A_PHONE / 1000})`);
  await browser.close();
}

async function judged(origin, path) {
  const proxy = await withoutScripts(origin);
  onEnd(() => proxy.close());
  const [runs, bare] = [[], []];
  for (let i = 0; i < RUNS; i++) {
    runs.push(await run(origin + path));
    bare.push(await run(proxy.origin + path, ['performance']));
  }
  const middle = (of, all = runs) => all.map(of).sort((one, other) => one - other)[RUNS >> 1];
  const lcp = lhr => lhr.audits['largest-contentful-paint'].numericValue;
  const ratio = middle(lcp) / middle(lcp, bare);
  judge(ratio <= LCP_RATIO, `LCP of the page with scripts: ${ratio.toFixed(2)} of that without (at most ${LCP_RATIO})`);
  const value = id => middle(lhr => lhr.audits[id].numericValue);
  console.log(`noted   LCP ${(value('largest-contentful-paint') / 1000).toFixed(2)} s, TBT ${Math.round(value('total-blocking-time'))} ms, CLS ${value('cumulative-layout-shift').toFixed(3)}`);
  for (const category of ['performance', 'accessibility', 'best-practices', 'seo']) {
    const score = Math.round(100 * middle(lhr => lhr.categories[category].score));
    judge(score >= LEAST, `Lighthouse's ${category}, the median of ${RUNS}: ${score} (at least ${LEAST})`);
  }
  for (const line of new Set(runs.flatMap(lost))) console.log(`        ${line}`);
}

try {
  const port = await freePort();
  await publishes(`http://127.0.0.1:${port}`);
  const origin = await serve(ROOT, out, port);
  const path = illustrated();
  await phone(origin, path);
  await judged(origin, path);
  writeFileSync(join(ROOT, 'target/benches/pictures.json'), JSON.stringify({ failed }, null, 2));
  process.exitCode = failed.length ? 1 : 0;
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
} finally {
  await cleanUp();
  rmSync(FOLDER, { recursive: true, force: true });
}
