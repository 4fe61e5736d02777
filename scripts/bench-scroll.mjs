// npm run bench:scroll: how scrolling feels. The longest sample goes by at a page a frame (60 pages a second) in Chromium; printed
// are the long tasks of the main thread meanwhile, the frames that came late, and the memory before and after.
import { chromium } from 'playwright-core';
import { serve } from './lib/serve.mjs';
import { browser as browserPath, forBuilding } from './lib/setup.mjs';
import { buildWasm } from './lib/wasm.mjs';
import { buildWeb } from './lib/web.mjs';

const PAGES = 200;

await forBuilding();
await buildWasm();
await buildWeb();
const server = await serve();
const browser = await chromium.launch({ executablePath: await browserPath(), args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info', '--js-flags=--expose-gc'] });
const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
await page.goto(`${server.address}?src=samples/long.docx`);
await page.waitForFunction(() => document.querySelector('docpane-viewer')?.document?.isFinished);
await page.waitForTimeout(1000);

const memory = () => page.evaluate(() => (globalThis.gc?.(), performance.memory.usedJSHeapSize / 2 ** 20));
const before = await memory();
const result = await page.evaluate(async (pages) => {
  const long = [];
  const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => Math.round(duration))));
  observer.observe({ type: 'longtask' });
  const scroller = document.querySelector('docpane-viewer').shadowRoot.querySelector('.scroller');
  const step = scroller.scrollHeight / document.querySelector('docpane-viewer').pageCount;
  const frames = [];
  const began = performance.now();
  let last = began;
  for (let shown = 0; shown < pages; shown++) {
    scroller.scrollTop += step;
    const now = await new Promise((resolve) => requestAnimationFrame(resolve));
    frames.push(now - last);
    last = now;
  }
  const took = performance.now() - began;
  await new Promise((resolve) => setTimeout(resolve, 500));
  observer.disconnect();
  return { long, late: frames.filter((time) => time > 34).length, longest: Math.max(...frames), took };
}, PAGES);
const after = await memory();
console.log(`\n${PAGES} pages in ${(result.took / 1000).toFixed(1)} s: ${(PAGES / (result.took / 1000)).toFixed(0)} pages a second`);
console.log(`long tasks (over 50 ms): ${result.long.length}${result.long.length > 0 ? ` (${result.long.join(', ')} ms)` : ''}`);
console.log(`frames later than 34 ms: ${result.late}; the longest took ${result.longest.toFixed(0)} ms`);
console.log(`heap: ${before.toFixed(1)} MB before, ${after.toFixed(1)} MB after`);
await browser.close();
await server.close();
