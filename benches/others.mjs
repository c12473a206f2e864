// The same articles, in Chinese, by other generators, and the list in pages of
// twenty; nothing is packed, minified or hydrated. Each has two themes:
//
//   bare   a header, a footer, the stages of the chain and the neighbours
//   full   what this site's own pages carry: the search, the drawing, tags,
//          filters, related articles, other languages, structured data; but
//          for the documents that the app reads

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { timed } from './timed.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));

const chinese = text => (typeof text === 'object' && !Array.isArray(text) ? text['zh-Hans'] : text);

/** The articles of a bundle, newest first. */
export function articles(bundle) {
  const news = join(bundle, 'news');
  const { sources } = JSON.parse(readFileSync(join(bundle, 'sources.json'), 'utf8'));
  const cited = new Map(sources.map(source => [source.id, source]));
  const read = name => JSON.parse(readFileSync(join(news, name), 'utf8'));
  return readdirSync(news).filter(name => name.endsWith('.json')).map(read)
    .map(({ id, date, sortDate, title, summary, body, category, stages = [], companies = [], source }) => ({
      id,
      date: /^\d{4}-\d\d-\d\d$/.test(sortDate ?? date) ? (sortDate ?? date) : '2012-01-01',
      title: chinese(title),
      summary: chinese(summary) ?? '',
      paragraphs: [chinese(body)].flat(),
      category,
      stages,
      companies,
      source: chinese(cited.get(source).title),
      publisher: chinese(cited.get(source).publisher),
    }))
    .sort((one, other) => other.date.localeCompare(one.date));
}

// How many pages there are, and their bytes.
function pages(folder) {
  const names = readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.html'));
  const bytes = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  return { pages: names.length, bytes };
}

// The colour of the paper, light and dark, which every page of the site names.
function paper(root) {
  const tokens = readFileSync(join(root, 'style/tokens.css'), 'utf8');
  const [light, dark] = [...tokens.matchAll(/--paper: (#[0-9a-f]+);/g)].map(([, colour]) => colour);
  return JSON.stringify({ light, dark });
}

/** Hugo, as Debian has it. */
export async function buildHugo(root, folder, bundle, theme) {
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(HERE, 'hugo', theme), folder, { recursive: true });
  const content = join(folder, 'content/news');
  mkdirSync(content, { recursive: true });
  for (const { paragraphs, ...front } of articles(bundle)) {
    writeFileSync(join(content, `${front.id}.md`), `${JSON.stringify(front)}\n\n${paragraphs.join('\n\n')}\n`);
  }
  mkdirSync(join(folder, 'data'), { recursive: true });
  writeFileSync(join(folder, 'data/paper.json'), paper(root));
  const run = await timed('hugo', ['--quiet'], { cwd: folder });
  return { ...run, ...pages(join(folder, 'public')) };
}

/** Astro, as npm has it. */
export async function buildAstro(root, folder, bundle, theme) {
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(HERE, 'astro', theme), folder, { recursive: true });
  writeFileSync(join(folder, 'articles.json'), JSON.stringify(articles(bundle)));
  writeFileSync(join(folder, 'paper.json'), paper(root));
  const packages = join(root, '.tools/bench/node_modules');
  symlinkSync(packages, join(folder, 'node_modules'));
  const astro = join(packages, 'astro/astro.js');
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  const run = await timed(process.execPath, [astro, 'build', '--silent'], { cwd: folder, env });
  return { ...run, ...pages(join(folder, 'dist')) };
}

/** A program's name and version. */
export function version(root, name) {
  if (name === 'hugo') {
    return /v[\d.]+/.exec(execFileSync('hugo', ['version'], { encoding: 'utf8' }))[0].replace('v', 'Hugo ');
  }
  const tools = createRequire(join(root, '.tools/bench/package.json'));
  return `Astro ${tools('astro/package.json').version}`;
}
