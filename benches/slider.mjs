// Dragging a slider on the chain's page, as a slow phone does it: how long from
// an input to the frame that shows it?
//
//   node benches/slider.mjs     after `make build`; `make bench` does both
//
// It is dragged five times, each in a page of its own: the median of the runs'
// p95 is judged, and no run may be far from it.
//
// STEPS (200) and RUNS (5) shorten it.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { open, percentile } from './browser.mjs';
import { cleanUp } from './clean-up.mjs';
import { freePort, publish, serve } from './site.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const FOLDER = join(ROOT, 'target/benches/site');
const STEPS = Number(process.env.STEPS ?? 200);
const SLOWER = 6;
const RUNS = Number(process.env.RUNS ?? 5);
const LONGEST_MEDIAN_P95 = 45;
const LONGEST_P95 = 100;
const FRAME = 1000 / 60;

// In the page: notes when each input came, and when the frame that shows it had
// been painted. A message posted in a frame arrives after its paint. The browser
// may keep it back for as long as a hand moves, though, and go on to the next
// input or frame: then these come after the paint. A frame shows an input if
// something in the page has changed since it came.
function watch() {
  const inputs = [];
  const frames = [];
  window.measured = { inputs, frames };
  let waiting = [];
  let drawn = [];
  let changed = false;
  const painted = () => {
    const now = performance.now();
    if (changed) inputs.push(...drawn.map(came => now - came));
    else waiting.unshift(...drawn);
    drawn = [];
  };
  addEventListener('input', event => {
    painted();
    waiting.push(event.timeStamp);
    changed = false;
  }, { capture: true });
  new MutationObserver(() => { changed = true; })
    .observe(document.querySelector('main'), { attributes: true, characterData: true, childList: true, subtree: true });
  const channel = new MessageChannel();
  channel.port1.onmessage = painted;
  const frame = now => {
    painted();
    frames.push(now);
    requestAnimationFrame(frame);
    if (waiting.length > 0) channel.port2.postMessage(null);
    drawn = waiting;
    waiting = [];
  };
  requestAnimationFrame(frame);
}

async function drag(page, origin) {
  await page.goto(`${origin}/chain/`);
  await page.waitForFunction(() => document.documentElement.dataset.app === 'live');
  const session = await page.createCDPSession();
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const slider = await page.waitForSelector('main input[type=range]:not([disabled])', { visible: true });
  // As low as it goes, so that as much as can be of the picture is in sight.
  await slider.evaluate(element => element.scrollIntoView({ block: 'end', behavior: 'instant' }));
  const { x, y, width, height } = await slider.boundingBox();
  const title = () => page.$eval('main .diagram', figure => figure.textContent);
  const before = await title();
  await page.evaluate(watch);
  const at = share => x + width * (0.1 + 0.8 * share);
  await page.mouse.move(at(0), y + height / 2);
  await page.mouse.down();
  for (let step = 1; step <= STEPS; step++) {
    // There and back again, as a hand does.
    const share = 1 - Math.abs(1 - (2 * step) / STEPS);
    await page.mouse.move(at(share), y + height / 2);
    if (step === STEPS / 2 && (await title()) === before) throw new Error('the picture does not follow the slider');
  }
  await page.mouse.up();
  await page.waitForFunction(() => new Promise(done => setTimeout(() => done(true), 1000)));
  return page.evaluate(() => window.measured);
}

function summary({ inputs, frames }) {
  if (inputs.length < STEPS / 10) throw new Error(`only ${inputs.length} inputs were seen: is there a slider?`);
  const gaps = frames.slice(1).map((at, index) => at - frames[index]);
  // A gap of three frames has dropped two.
  const dropped = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / FRAME) - 1), 0);
  return {
    inputs: inputs.length,
    p50: percentile(inputs, 0.5),
    p95: percentile(inputs, 0.95),
    most: Math.max(...inputs),
    frames: frames.length,
    dropped,
  };
}

const milliseconds = number => `${Math.round(number)} ms`;

function report(runs) {
  console.table(Object.fromEntries(runs.map((run, index) => [`a slider of the chain, run ${index + 1}`, {
    inputs: run.inputs,
    p50: milliseconds(run.p50),
    p95: milliseconds(run.p95),
    most: milliseconds(run.most),
    frames: run.frames,
    dropped: run.dropped,
  }])));
  const all = runs.map(run => run.p95);
  const median = percentile(all, 0.5);
  const longest = Math.max(...all);
  const folder = join(ROOT, 'target/benches');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'slider.json'), `${JSON.stringify({ median, longest, runs }, null, 2)}\n`);
  console.log(`From input to painted frame, CPU ${SLOWER} times slower: p95 is ${milliseconds(median)} in the median run, `
    + `${milliseconds(longest)} in the longest. Also in target/benches/slider.json`);
  if (median > LONGEST_MEDIAN_P95) {
    console.error(`p95 of ${milliseconds(median)} in the median run misses its mark of ${LONGEST_MEDIAN_P95} ms`);
    process.exitCode = 1;
  }
  if (longest > LONGEST_P95) {
    console.error(`p95 of ${milliseconds(longest)} in one run misses its mark of ${LONGEST_P95} ms`);
    process.exitCode = 1;
  }
}

try {
  const port = await freePort();
  publish(ROOT, FOLDER, `http://127.0.0.1:${port}`);
  const origin = await serve(ROOT, FOLDER, port);
  const browser = await open();
  const runs = [];
  while (runs.length < RUNS) {
    const page = await browser.newPage();
    await page.setViewport({ width: 390, height: 844, deviceScaleFactor: 2, isMobile: true });
    runs.push(summary(await drag(page, origin)));
    await page.close();
  }
  report(runs);
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
} finally {
  await cleanUp();
}
