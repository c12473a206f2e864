// How the site grows: bundles of any size, made up by `site generate`,
// published beside Hugo and Astro on the same articles in the same run.
//
//   node .bench/scale.mjs      after `make build`; `make bench` does both
//
// SIZES (100,1000,10000,50000), COMPANIES (2000) and AGAINST (hugo,astro)
// shorten it; FOLDER is where it works, as in memory (/dev/shm/…). Times hang on
// how busy the machine is: what is judged is processor time, and the clock's
// time stands beside it.
//
// Folders are new for every publish, and go where nothing is measured for a
// while: a disk that has just lost many files is slow to take new ones.

import {
  existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statfsSync, writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { buildAstro, buildHugo, version } from './others.mjs';
import { preview } from './preview.mjs';
import { timed } from './timed.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const FOLDER = process.env.FOLDER ?? join(ROOT, 'target/bench/scale');
const SITE = process.env.SITE ?? join(ROOT, 'target/native/release/site');
const APP = process.env.APP ?? join(ROOT, 'target/app');
const SIZES = (process.env.SIZES ?? '100,1000,10000,50000').split(',').map(Number);
const AGAINST = (process.env.AGAINST ?? 'hugo,astro').split(',').filter(Boolean);
const COMPANIES = Number(process.env.COMPANIES ?? 2000);
const ORIGIN = 'https://www.example.org';

// A site of so many articles is written only where there is room for it.
const ROOM = { each: 400_000, least: 12e9 };

// What is to hold.
const AGAIN = 0.05;
const FLAT = 1.25;
const FIRST_VIEW = 0.02;
const PREVIEW = 300;
const ASTRO = 10;

const failed = [];
function judge(holds, text) {
  console.log(`${holds ? 'holds ' : 'MISSED'}  ${text}`);
  if (!holds) failed.push(text);
}

// Pages that somebody may see first.
const VIEWS = ['index.html', 'news/index.html', 'members/index.html'];

const bundle = articles => join(FOLDER, `bundle-${articles}`);
const out = articles => join(FOLDER, `site-${articles}`);
const largest = (limit = Infinity) => Math.max(...SIZES.filter(size => size <= limit));

function hasRoom(articles) {
  const { bavail, bsize } = statfsSync(FOLDER);
  return bavail * bsize - articles * ROOM.each >= ROOM.least;
}

// The site and the publishes before it.
function remove(folder) {
  rmSync(folder, { recursive: true, force: true });
  rmSync(join(dirname(folder), `.${basename(folder)}.publishes`), { recursive: true, force: true });
}

async function generate(articles) {
  if (existsSync(join(bundle(articles), 'sources.json'))) return;
  await timed(SITE, ['generate', '--articles', articles, '--companies', COMPANIES, '--seed', 1,
    '--base', join(ROOT, 'public/content'), '--out', bundle(articles)]);
}

async function publish(articles, folder, options) {
  const run = await timed(SITE, ['publish', '--synthetic', '--lang', 'en', '--app', APP,
    '--content', bundle(articles), '--out', folder, ...options]);
  const [, pages] = /(\d+) pages/.exec(run.said) ?? [];
  return { ...run, pages: Number(pages) };
}

const rows = [];
function row(what, run, pages = run.pages) {
  const each = 1000 * run.cpu / pages;
  rows.push({
    what,
    pages,
    'wall s': run.wall.toFixed(2),
    'cpu s': run.cpu.toFixed(2),
    'pages/s': Math.round(pages / run.wall),
    'cpu ms/page': each.toFixed(3),
    'peak MB': run.peak,
  });
  console.error(`${what}: ${run.wall.toFixed(1)} s, ${each.toFixed(3)} ms of a processor a page`);
  return each;
}

// What a phone fetches for its first page, packed as the site's own files are.
function firstView(folder, page) {
  const pack = file => brotliCompressSync(readFileSync(join(folder, file)), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 },
  }).length;
  const { js, wasm, css } = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8'));
  return [page, js, wasm, css].map(pack).reduce((sum, bytes) => sum + bytes, 0);
}

// The file of the article that stands at this part of the way from the oldest
// to the newest: they are numbered in that order.
function article(articles, part) {
  const news = join(bundle(articles), 'news');
  const all = readdirSync(news).filter(name => name.startsWith('synthetic-')).sort();
  return join(news, all[Math.min(all.length - 1, Math.floor(all.length * part))]);
}

// Another title, as an editor would correct it.
function touch(file) {
  const article = JSON.parse(readFileSync(file, 'utf8'));
  const again = title => `${title.replace(/ \d+$/, '')} ${Math.floor(Math.random() * 1e6)}`;
  for (const lang of Object.keys(article.title)) article.title[lang] = again(article.title[lang]);
  writeFileSync(file, JSON.stringify(article, null, 2));
}

async function grow() {
  const each = {};
  const views = {};
  for (const size of [...SIZES]) {
    if (!hasRoom(size)) {
      console.log(`SKIPPED ${size} articles: no room for their site in ${FOLDER}`);
      SIZES.splice(SIZES.indexOf(size), 1);
      continue;
    }
    await generate(size);
    remove(out(size));
    const run = await publish(size, out(size), ['--no-compress', '--no-cards']);
    each[size] = row(`${size} articles`, run);
    views[size] = Object.fromEntries(VIEWS.map(page => [page, firstView(out(size), page)]));
    // The largest would keep the disk full while the rest is measured.
    if (size > 10_000) remove(out(size));
  }
  return { each, views };
}

// The whole site as it is put online, then one article changed: the newest, and
// one in the middle, which lies in the part of the search's index that is sealed.
async function again(size) {
  const folder = `${out(size)}-full`;
  const options = ['--origin', ORIGIN];
  remove(folder);
  const whole = await publish(size, folder, options);
  row(`${size}, compressed, with cards`, whole);
  let worst = 0;
  for (const [name, part] of [['the newest', 1], ['one in the middle', 0.5]]) {
    touch(article(size, part));
    const run = await publish(size, folder, options);
    row(`${size}, ${name} changed`, run);
    const share = run.cpu / whole.cpu;
    worst = Math.max(worst, share);
    console.log(`${name} changed: ${(100 * share).toFixed(1)} % of the whole, ${run.wall.toFixed(2)} s`);
  }
  judge(worst <= AGAIN, `one article changed: ${(100 * worst).toFixed(1)} % of the whole at worst (at most ${100 * AGAIN} %)`);
  return whole;
}

async function main() {
  mkdirSync(FOLDER, { recursive: true });
  const { each, views } = await grow();
  const size = largest(10_000);

  for (const [name, build] of [['hugo', buildHugo], ['astro', buildAstro]]) {
    if (!AGAINST.includes(name)) continue;
    if (!there(name)) {
      console.log(`SKIPPED ${name}: it is not installed, nothing is compared with it`);
      continue;
    }
    const run = await build(ROOT, join(FOLDER, name), bundle(size));
    const theirs = row(`${version(ROOT, name)}, ${size} articles`, run);
    const ratio = theirs / each[size];
    const least = name === 'astro' ? ASTRO : 1;
    judge(ratio >= least, `${name} takes ${ratio.toFixed(2)} × as long a page (at least ${least})`);
  }

  const whole = await again(size);
  const plain = Number(rows.find(({ what }) => what === `${size} articles`)['cpu s']);
  console.log(`cards and compression: ${(whole.cpu - plain).toFixed(1)} s of a processor`);

  const newest = article(size, 1);
  const took = await preview(SITE, bundle(size), APP, () => touch(newest));
  judge(took <= PREVIEW, `preview of one changed article of ${size}: ${took} ms (at most ${PREVIEW})`);

  const [from, to] = [Math.min(...SIZES.filter(size => size >= 1000)), largest()];
  if (from < to) {
    const ratio = each[to] / each[from];
    judge(ratio <= FLAT, `a page of ${to} costs ${ratio.toFixed(2)} × one of ${from} (at most ${FLAT})`);
  }
  for (const page of VIEWS) {
    const [few, many] = [views[Math.min(...SIZES)][page], views[largest()][page]];
    const growth = many / few - 1;
    judge(Math.abs(growth) <= FIRST_VIEW, `first view of ${page}: ${few} B and ${many} B, ${(100 * growth).toFixed(2)} % (at most ${100 * FIRST_VIEW} %)`);
  }
  console.table(rows);
  mkdirSync(join(ROOT, 'target/bench'), { recursive: true });
  writeFileSync(join(ROOT, 'target/bench/scale.json'), JSON.stringify({ rows, failed }, null, 2));
  for (const name of readdirSync(FOLDER)) {
    if (!name.startsWith('bundle-')) rmSync(join(FOLDER, name), { recursive: true, force: true });
  }
  process.exitCode = failed.length ? 1 : 0;
}

// Whether another generator is installed.
function there(name) {
  try {
    return Boolean(version(ROOT, name));
  } catch {
    return false;
  }
}

await main();
