// npm run bench:memory: what the longest sample takes of an old phone's memory. Chromium shows it in a phone's window, scrolls it
// through and searches it; printed are the page's own heap and what the browser's process for it, with worker and wasm, has for itself
// (Linux), an empty page's taken off.
import { chromium } from 'playwright-core';
import { largestPage } from './lib/memory.mjs';
import { serve } from './lib/serve.mjs';
import { browser as browserPath, forBuilding } from './lib/setup.mjs';
import { buildWasm } from './lib/wasm.mjs';
import { buildWeb } from './lib/web.mjs';

/** The most that is allowed, in MB. */
const MOST = 150;
const MB = 2 ** 20;

await forBuilding();
await buildWasm();
await buildWeb();
const server = await serve();
const browser = await chromium.launch({ executablePath: await browserPath(), args: ['--no-sandbox', '--disable-gpu', '--js-flags=--expose-gc'] });
const context = await browser.newContext({ viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 });
const page = await context.newPage();
const session = await context.newCDPSession(page);

/** The page's script heap, in MB. */
async function heap() {
  const { usedSize, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
  return (usedSize + backingStorageSize) / MB;
}

const rows = [];
async function note(what) {
  await page.evaluate(() => globalThis.gc?.());
  const all = await largestPage(browser);
  rows.push({ what, own: await heap(), process: all === null ? null : all / MB });
}

await page.goto(`${server.address}icon.svg`);
await page.waitForTimeout(500);
await note('an empty page');
await page.goto(`${server.address}?src=samples/long.docx&lang=en`);
await page.waitForFunction(() => document.querySelector('docpane-viewer')?.document?.isFinished, null, { timeout: 120_000 });
const pages = await page.evaluate(() => document.querySelector('docpane-viewer').pageCount);
await page.waitForTimeout(1000);
await note('opened');
await page.evaluate(async (count) => {
  const viewer = document.querySelector('docpane-viewer');
  const scroller = viewer.shadowRoot.querySelector('.scroller');
  const step = scroller.clientHeight * 0.8;
  const end = (scroller.scrollHeight * Math.min(200, count)) / count;
  while (scroller.scrollTop + scroller.clientHeight < end - 4) {
    const before = scroller.scrollTop;
    scroller.scrollTop += step;
    await new Promise((resolve) => setTimeout(resolve, 30));
    if (scroller.scrollTop === before) break;
  }
}, pages);
await page.waitForTimeout(1000);
await note('200 pages read');
const hits = await page.evaluate(() => document.querySelector('docpane-viewer').find('的'));
await page.waitForTimeout(500);
await note(`searched: ${hits} hits`);
await page.evaluate(() => (document.querySelector('docpane-viewer').view = 'reading'));
await page.waitForTimeout(1500);
await note('reading view');

const base = rows[0].process;
const figure = (number) => (number === null ? '–' : number.toFixed(1)).padStart(9);
console.log(`\n${pages} pages in a window of 360 × 640, MB      heap   process   more than empty`);
for (const { what, own, process: all } of rows) console.log(`  ${what.padEnd(40)}${figure(own)}${figure(all)}${figure(all === null ? null : all - base)}`);
const most = base === null ? null : Math.max(...rows.map((row) => row.process - base));
if (most !== null) console.log(`  at most ${most.toFixed(0)} MB of ${MOST}: ${most <= MOST ? 'kept' : 'MISSED'}`);
await browser.close();
await server.close();
