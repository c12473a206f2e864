// How the site grows: bundles of any size, made up by `site generate`,
// published beside Hugo and Astro on the same articles in the same run.
//
//   node benches/scale.mjs      after `make build`; `make bench` does both
//
// SIZES (100,1000,10000,50000), COMPANIES (2000) and AGAINST (hugo,astro)
// shorten it; FOLDER is where it works, as in memory (/dev/shm/…). Times hang on
// how busy the machine is. Of one program a publish is judged by another of its
// own, in processor time; different programs by the clock, since one uses both
// processors and another does not: the best of RUNS (3) runs in turn.
//
// Folders are new for every publish, and go where nothing is measured for a
// while: a disk that has just lost many files is slow to take new ones.

import {
  existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, statfsSync, writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { buildAstro, buildHugo, version } from './others.mjs';
import { preview } from './preview.mjs';
import { timed } from './timed.mjs';
import { warmly } from './warm.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const FOLDER = process.env.FOLDER ?? join(ROOT, 'target/benches/scale');
const SITE = process.env.SITE ?? join(ROOT, 'target/native/tool/site');
const APP = process.env.APP ?? join(ROOT, 'target/app');
const SIZES = (process.env.SIZES ?? '100,1000,10000,50000').split(',').map(Number);
const AGAINST = (process.env.AGAINST ?? 'hugo,astro').split(',').filter(Boolean);
const COMPANIES = Number(process.env.COMPANIES ?? 2000);
const RUNS = Number(process.env.RUNS ?? 3);
const ORIGIN = 'https://www.example.org';

// A site of so many articles is written only where there is room for it; in
// memory the publish needs some of it, too.
const ROOM = { each: 230_000, least: 7e9 };

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

// As many articles, and mostly as many companies as always.
const named = (articles, companies) => (companies === COMPANIES ? `${articles}` : `${articles}-${companies}`);
const bundle = (articles, companies = COMPANIES) => join(FOLDER, `bundle-${named(articles, companies)}`);
const out = (articles, companies = COMPANIES) => join(FOLDER, `site-${named(articles, companies)}`);
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

async function generate(articles, companies = COMPANIES) {
  const folder = bundle(articles, companies);
  if (existsSync(join(folder, 'sources.json'))) return;
  await timed(SITE, ['generate', '--articles', articles, '--companies', companies, '--seed', 1,
    '--base', join(ROOT, 'public/content'), '--out', folder]);
}

async function publish(articles, folder, options, companies = COMPANIES) {
  const run = await timed(SITE, ['publish', '--synthetic', '--lang', 'en', '--app', APP,
    '--content', bundle(articles, companies), '--out', folder, ...options]);
  const [, pages] = /(\d+) pages/.exec(run.said) ?? [];
  return { ...run, pages: Number(pages) };
}

const rows = [];
function row(what, run) {
  const { pages, wall, cpu, system, peak } = run;
  const each = seconds => (1000 * seconds / pages).toFixed(3);
  rows.push({
    what,
    pages,
    'wall s': wall.toFixed(2),
    'cpu s': cpu.toFixed(2),
    'of it system s': system.toFixed(2),
    'pages/s': Math.round(pages / wall),
    'wall ms/page': each(wall),
    'cpu ms/page': each(cpu),
    'peak MB': peak,
    ...(run.bytes && { 'kB/page': (run.bytes / pages / 1000).toFixed(1) }),
  });
  console.error(`${what}: ${wall.toFixed(1)} s, ${each(wall)} ms a page, ${each(cpu)} of a processor`);
  return { wall: wall / pages, cpu: cpu / pages };
}

// The quicker of two runs.
const quicker = (one, other) => (one && one.wall <= other.wall ? one : other);

// The bytes of all files, and of all pages' HTML.
function bytesOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  let [all, html] = [0, 0];
  for (const entry of entries.filter(entry => entry.isFile())) {
    const { size } = statSync(join(entry.parentPath ?? entry.path, entry.name));
    all += size;
    if (entry.name.endsWith('.html')) html += size;
  }
  return { all, html };
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

// A site published in memory of one kind, and how many bytes it has.
async function measured(articles, companies = COMPANIES) {
  await generate(articles, companies);
  const folder = out(articles, companies);
  remove(folder);
  const run = await warmly(() => publish(articles, folder, ['--no-compress', '--no-cards'], companies));
  const { all, html } = bytesOf(folder);
  const what = companies === COMPANIES ? '' : `, ${companies} companies`;
  row(`${articles} articles${what}`, { ...run, bytes: html });
  return { ...run, written: all };
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
    each[size] = await measured(size);
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

// The same articles by other generators, in turn with this site.
async function against(size) {
  const plain = async () => {
    remove(out(size));
    return publish(size, out(size), ['--no-compress', '--no-cards']);
  };
  const builds = [['this site', plain]];
  for (const [name, build] of [['hugo', buildHugo], ['astro', buildAstro]]) {
    if (!AGAINST.includes(name)) continue;
    if (!there(name)) {
      console.log(`SKIPPED ${name}: it is not installed, nothing is compared with it`);
      continue;
    }
    for (const theme of ['bare', 'full']) {
      const folder = join(FOLDER, `${name}-${theme}`);
      builds.push([`${name} ${theme}`, async () => {
        const run = await build(ROOT, folder, bundle(size), theme);
        rmSync(folder, { recursive: true, force: true });
        return run;
      }]);
    }
  }
  const best = {};
  for (let turn = 0; turn < RUNS; turn++) {
    for (const [name, build] of builds) best[name] = quicker(best[name], await build());
  }
  const ours = row(`this site again, ${size} articles`, best['this site']);
  for (const [name] of builds.slice(1)) {
    const [generator, theme] = name.split(' ');
    const theirs = row(`${version(ROOT, generator)}, ${theme} theme`, best[name]);
    const ratio = theirs.wall / ours.wall;
    const least = { 'hugo bare': 1, 'hugo full': 1, 'astro full': ASTRO }[name];
    const text = `${generator}'s ${theme} theme takes ${ratio.toFixed(2)} × as long a page`;
    if (least) judge(ratio >= least, `${text} (at least ${least})`);
    else console.log(`noted   ${text}`);
  }
}

// What a page costs a processor, the system's part with it, from a small site to a
// large one: the mean page; the same of a small site that is like the large one,
// with as many companies to its articles, since with as many companies in all most
// of its pages are of companies, and short; and the pages that are added.
async function flat(each, few, some, many) {
  if (!(few < some && some < many)) return;
  const [cpu, written, system] = [({ cpu }) => cpu, ({ written }) => written, ({ system }) => system];
  const mean = (run, of) => of(run) / run.pages;
  const companies = Math.round(COMPANIES * few / many);
  const alike = await measured(few, companies);
  const like = mean(each[many], cpu) / mean(alike, cpu);
  judge(like <= FLAT, `the mean page of ${many} articles costs ${like.toFixed(2)} × that of ${few} with as many companies to them (at most ${FLAT})`);

  const added = (from, to, of) => (of(each[to]) - of(each[from])) / (each[to].pages - each[from].pages);
  const growth = of => added(some, many, of) / added(few, some, of);
  const ratio = growth(cpu);
  judge(ratio <= FLAT, `a page added from ${some} to ${many} costs ${ratio.toFixed(2)} × one added from ${few} to ${some} (at most ${FLAT})`);
  const means = (from, of) => mean(each[many], of) / mean(each[from], of);
  for (const from of [few, some]) {
    judge(means(from, cpu) <= FLAT, `the mean page of ${many} costs ${means(from, cpu).toFixed(2)} × that of ${from}, for which ${means(from, written).toFixed(2)} × as much is written (at most ${FLAT})`);
  }
  console.log(`noted   of an added page the system's part costs ${growth(system).toFixed(2)} ×`);
}

async function main() {
  mkdirSync(FOLDER, { recursive: true });
  const { each, views } = await grow();
  const size = largest(10_000);

  await against(size);

  const whole = await again(size);
  const plain = Number(rows.find(({ what }) => what === `${size} articles`)['cpu s']);
  console.log(`cards and compression: ${(whole.cpu - plain).toFixed(1)} s of a processor`);

  const newest = article(size, 1);
  const took = await preview(SITE, bundle(size), APP, () => touch(newest));
  judge(took <= PREVIEW, `preview of one changed article of ${size}: ${took} ms (at most ${PREVIEW})`);

  await flat(each, Math.min(...SIZES.filter(size => size >= 1000)), size, largest());
  for (const page of VIEWS) {
    const [few, many] = [views[Math.min(...SIZES)][page], views[largest()][page]];
    const growth = many / few - 1;
    judge(Math.abs(growth) <= FIRST_VIEW, `first view of ${page}: ${few} B and ${many} B, ${(100 * growth).toFixed(2)} % (at most ${100 * FIRST_VIEW} %)`);
  }
  console.table(rows);
  mkdirSync(join(ROOT, 'target/benches'), { recursive: true });
  writeFileSync(join(ROOT, 'target/benches/scale.json'), JSON.stringify({ rows, failed }, null, 2));
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
