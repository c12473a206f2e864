// How the site grows: bundles of any size, made up by `site generate`,
// published beside Hugo and Astro on the same articles in the same run.
//
//   node .bench/scale.mjs      after `make build`; `make bench` does both
//
// SIZES (100,1000,10000,50000), COMPANIES (2000) and AGAINST (hugo,astro)
// shorten it. Times hang on how busy the machine is: what is judged is processor
// time, and the clock's time stands beside it.

import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { buildAstro, buildHugo, version } from './others.mjs';
import { preview } from './preview.mjs';
import { timed } from './timed.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const FOLDER = join(ROOT, 'target/bench/scale');
const SITE = process.env.SITE ?? join(ROOT, 'target/native/release/site');
const APP = process.env.APP ?? join(ROOT, 'target/app');
const SIZES = (process.env.SIZES ?? '100,1000,10000,50000').split(',').map(Number);
const AGAINST = (process.env.AGAINST ?? 'hugo,astro').split(',').filter(Boolean);
const COMPANIES = Number(process.env.COMPANIES ?? 2000);
const ORIGIN = 'https://www.example.org';

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

const bundle = articles => join(FOLDER, `bundle-${articles}`);
const out = articles => join(FOLDER, `site-${articles}`);
const largest = (limit = Infinity) => Math.max(...SIZES.filter(size => size <= limit));

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

// Another title, as an editor would correct it.
function touch(articles) {
  const news = join(bundle(articles), 'news');
  const name = readdirSync(news).filter(name => name.startsWith('synthetic-')).sort().at(-1);
  const file = join(news, name);
  const article = JSON.parse(readFileSync(file, 'utf8'));
  const again = title => `${title.replace(/ \d+$/, '')} ${Math.floor(Math.random() * 1e6)}`;
  for (const lang of Object.keys(article.title)) article.title[lang] = again(article.title[lang]);
  writeFileSync(file, JSON.stringify(article, null, 2));
}

async function grow() {
  const each = {};
  const views = {};
  for (const size of SIZES) {
    await generate(size);
    rmSync(out(size), { recursive: true, force: true });
    const run = await publish(size, out(size), ['--no-compress', '--no-cards']);
    each[size] = row(`${size} articles`, run);
    views[size] = firstView(out(size), 'index.html');
  }
  return { each, views };
}

async function main() {
  mkdirSync(FOLDER, { recursive: true });
  const { each, views } = await grow();

  const size = largest(10_000);
  const plain = rows.find(({ what }) => what === `${size} articles`);
  const full = { wall: 0, cpu: 0 };
  {
    const folder = `${out(size)}-full`;
    rmSync(folder, { recursive: true, force: true });
    const options = ['--origin', ORIGIN];
    const cards = await publish(size, out(size), ['--no-compress', ...options]);
    // The same files but for their heads are written again; the rest is cards.
    row(`${size}, its pages and cards`, cards);
    const [, drawn] = /(\d+) cards/.exec(cards.said);
    const extra = cards.cpu - Number(plain['cpu s']);
    console.log(`cards: ${drawn}, ${(1000 * extra / drawn).toFixed(1)} ms of a processor each`);
    const all = await publish(size, folder, options);
    row(`${size}, compressed, with cards`, all);
    console.log(`compression: ${(all.cpu - cards.cpu).toFixed(1)} s of a processor`);
    Object.assign(full, all);
    touch(size);
    const again = await publish(size, folder, options);
    row(`${size}, one article changed`, again);
    const share = again.cpu / full.cpu;
    judge(share <= AGAIN, `one article changed: ${(100 * share).toFixed(1)} % of the whole (at most ${100 * AGAIN} %), ${again.wall.toFixed(2)} s`);
    rmSync(folder, { recursive: true, force: true });
  }

  const took = await preview(SITE, bundle(size), APP, () => touch(size));
  judge(took <= PREVIEW, `preview of one changed article of ${size}: ${took} ms (at most ${PREVIEW})`);

  const [from, to] = [Math.min(...SIZES.filter(size => size >= 1000)), largest()];
  if (from < to) {
    const ratio = each[to] / each[from];
    judge(ratio <= FLAT, `a page of ${to} costs ${ratio.toFixed(2)} × one of ${from} (at most ${FLAT})`);
  }
  const [few, many] = [views[Math.min(...SIZES)], views[largest()]];
  const growth = many / few - 1;
  judge(Math.abs(growth) <= FIRST_VIEW, `first view: ${few} B and ${many} B, ${(100 * growth).toFixed(2)} % (at most ${100 * FIRST_VIEW} %)`);

  const ours = each[size];
  for (const [name, build] of [['hugo', buildHugo], ['astro', buildAstro]]) {
    if (!AGAINST.includes(name)) continue;
    const run = await build(ROOT, join(FOLDER, name), bundle(size));
    const theirs = row(`${version(ROOT, name)}, ${size} articles`, run);
    const ratio = theirs / ours;
    const least = name === 'astro' ? ASTRO : 1;
    judge(ratio >= least, `${name} takes ${ratio.toFixed(2)} × as long a page (at least ${least})`);
  }
  console.table(rows);
  mkdirSync(join(ROOT, 'target/bench'), { recursive: true });
  writeFileSync(join(ROOT, 'target/bench/scale.json'), JSON.stringify({ rows, failed }, null, 2));
  process.exitCode = failed.length ? 1 : 0;
}

await main();
