// npm run bench:browser [-- FILE…]: time to the first page in Chromium, against docx-preview, in one run. Without files it
// takes the three longest of the shared document pairs, when present. Cold, everything counts: loading the script, the worker,
// the wasm; warm, each engine has shown the document once. For docpane the time until the first page is painted, for
// docx-preview (which has no pages of its own) until all is.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { root } from './lib/run.mjs';
import { POLICY, serve } from './lib/serve.mjs';
import { browser as browserPath, forBuilding } from './lib/setup.mjs';
import { buildWasm } from './lib/wasm.mjs';
import { buildWeb } from './lib/web.mjs';

const RUNS = 5;
const BENCH = join(root, 'target/bench');

function files() {
  const named = process.argv.slice(2);
  if (named.length > 0) return named.map((name) => resolve(name));
  const pairs = resolve(root, process.env.DOCPANE_SHARED ?? '../shared', 'pairs');
  if (!existsSync(join(pairs, 'pairs.jsonl'))) throw new Error('the shared pairs are not here: name some files');
  const all = readFileSync(join(pairs, 'pairs.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  return all.sort((a, b) => b.pages - a.pages).slice(0, 3).map(({ id }) => join(pairs, `${id}.docx`));
}

/** The peer as a page loads it: one bundled script. */
async function bundlePeer() {
  mkdirSync(BENCH, { recursive: true });
  writeFileSync(join(BENCH, 'peer.in.js'), "export { renderAsync } from 'docx-preview';");
  await build({ entryPoints: [join(BENCH, 'peer.in.js')], bundle: true, minify: true, format: 'esm', outfile: join(BENCH, 'peer.js'), nodePaths: [join(root, 'node_modules')], logLevel: 'error' });
  writeFileSync(join(BENCH, 'page.html'), '<!doctype html><meta charset="utf-8"><link rel="icon" href="/icon.svg"><body></body>');
}

const painted = `const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));`;

const OURS = `async ({ url, again }) => {
  ${painted}
  const bytes = await (await fetch(url)).arrayBuffer();
  const times = [];
  const start = performance.now();
  await import('/docpane/element.js');
  for (let run = 0; run <= again; run++) {
    const began = run === 0 ? start : performance.now();
    const viewer = document.createElement('docpane-viewer');
    viewer.style.height = '800px';
    document.body.replaceChildren(viewer);
    const first = new Promise((done, fail) => {
      viewer.addEventListener('docpane-first-page', done, { once: true });
      viewer.addEventListener('docpane-error', (event) => fail(event.detail.error), { once: true });
    });
    viewer.file = bytes;
    await first;
    await painted();
    times.push(performance.now() - began);
    await viewer.document.finished;
    times.push(performance.now() - began, viewer.pageCount);
  }
  return times;
}`;

const THEIRS = `async ({ url, again }) => {
  ${painted}
  const bytes = await (await fetch(url)).arrayBuffer();
  const times = [];
  const start = performance.now();
  const { renderAsync } = await import('/bench/peer.js');
  for (let run = 0; run <= again; run++) {
    const began = run === 0 ? start : performance.now();
    const host = document.createElement('div');
    document.body.replaceChildren(host);
    await renderAsync(bytes, host);
    await painted();
    times.push(performance.now() - began);
  }
  return times;
}`;

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

async function measure(browser, address, script, url) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${address}bench/page.html`);
  const times = await page.evaluate(`(${script})(${JSON.stringify({ url, again: 1 })})`);
  await context.close();
  return times;
}

await forBuilding();
await buildWasm();
await buildWeb();
await bundlePeer();
const list = files();
const mounts = { '/bench/': BENCH };
list.forEach((file, index) => (mounts[`/file${index}/`] = resolve(file, '..')));
// The peer writes inline styles and blob fonts: it cannot run under our policy.
const policy = POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'").replace("font-src 'self'", "font-src 'self' blob: data:").replace('img-src', 'img-src data:');
const server = await serve({ mounts, policy });
const browser = await chromium.launch({ executablePath: await browserPath(), args: ['--no-sandbox', '--disable-gpu'] });
console.log('\nmilliseconds, median of', RUNS, 'runs                 docpane                      docx-preview 0.4.1');
console.log('document              pages   first page   warm      all pages      all      warm   first page / all: cold  warm');
for (const [index, file] of list.entries()) {
  const url = `/file${index}/${encodeURIComponent(basename(file))}`;
  const ours = [];
  const theirs = [];
  for (let run = 0; run < RUNS; run++) {
    ours.push(await measure(browser, server.address, OURS, url));
    theirs.push(await measure(browser, server.address, THEIRS, url));
  }
  const at = (rows, column) => median(rows.map((row) => row[column]));
  const cell = (value, width) => value.toFixed(0).padStart(width);
  const ratio = (run) => (at(ours, [0, 3][run]) / at(theirs, run)).toFixed(2);
  console.log(
    basename(file).padEnd(20),
    cell(ours[0][2], 6), cell(at(ours, 0), 12), cell(at(ours, 3), 6), cell(at(ours, 1), 14), cell(at(theirs, 0), 8), cell(at(theirs, 1), 9), ratio(0).padStart(23), ratio(1).padStart(5),
  );
}
await browser.close();
await server.close();
