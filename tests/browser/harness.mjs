// One Chromium and one server for all tests. Each test gets a page of its own, and fails on console errors, on violations of
// the policy, and on any request that leaves 127.0.0.1. `SLOW=6` has the page's thread run six times slower and each file come late:
// what passes by luck fails there.
import { after, before, test as nodeTest } from 'node:test';
import { chromium } from 'playwright-core';
import { serve } from '../../scripts/lib/serve.mjs';
import { browser as browserPath } from '../../scripts/lib/setup.mjs';

const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const SLOW = Number(process.env.SLOW ?? 1);

let browser;
let server;

before(async () => {
  server = await serve({ mounts: { '/tests/': 'tests/browser/pages' } });
  browser = await chromium.launch({ executablePath: await browserPath(), args: ARGS });
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** Names a test; `work` gets a fresh page, and what to know about it. */
export function test(name, work, { width = 1200, height = 900, locale = 'en-US', allow = [], ...context } = {}) {
  nodeTest(name, { timeout: 60_000 }, async () => {
    const wrong = [];
    const own = await browser.newContext({ viewport: { width, height }, locale, ...context });
    const page = await own.newPage();
    const note = (text) => allow.some((pattern) => pattern.test(text)) || wrong.push(text);
    page.on('console', (message) => message.type() === 'error' && note(`console: ${message.text()}`));
    page.on('pageerror', (error) => note(`error: ${error.message}`));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(server.address) && !/^(blob|data):/.test(url)) note(`request to ${url}`);
    });
    if (SLOW > 1) await slowDown(page);
    try {
      await work(page, { address: server.address });
      if (wrong.length > 0) throw new Error(wrong.join('\n'));
    } finally {
      await own.close();
    }
  });
}

async function slowDown(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW });
  await page.route('**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 40 * SLOW));
    await route.fallback();
  });
}

/** Opens the demo page with a sample, and waits for its first page; `finished` waits for all. */
export async function openSample(page, address, sample, { finished = true, query = '' } = {}) {
  await page.goto(`${address}?src=samples/${sample}.docx${query}`);
  await firstPage(page);
  if (finished) await allPages(page);
}

/** Waits until a page is painted. */
export async function firstPage(page) {
  await page.waitForFunction(() => document.querySelector('docpane-viewer')?.shadowRoot?.querySelector('.dp-sheet'), null, { timeout: 30_000 });
}

/** Waits until all pages are laid out, and resolves with their count. */
export async function allPages(page) {
  await page.waitForFunction(() => document.querySelector('docpane-viewer')?.document?.isFinished, null, { timeout: 30_000 });
  return page.evaluate(() => document.querySelector('docpane-viewer').pageCount);
}

/** The text of a painted page, as its runs stand. */
export async function pageText(page, number) {
  await page.waitForFunction((n) => document.querySelector('docpane-viewer').shadowRoot.querySelector(`[data-page="${n}"] .dp-sheet`), number, { timeout: 30_000 });
  return page.evaluate((n) => document.querySelector('docpane-viewer').shadowRoot.querySelector(`[data-page="${n}"]`).textContent, number);
}

/** Waits until nothing scrolls any more: what a finger, a wheel or a key has set going has come to rest, and frames have followed. */
export function atRest(page) {
  return withViewer(page, async (viewer) => {
    const place = () => {
      const { scrollTop, scrollLeft, scrollHeight } = viewer.shadowRoot.querySelector('.scroller, .reader');
      return `${scrollTop} ${scrollLeft} ${scrollHeight}`;
    };
    for (let still = 0, before = ''; still < 20; ) {
      await new Promise(requestAnimationFrame);
      const now = place();
      still = now === before ? still + 1 : 0;
      before = now;
    }
  });
}

/** Runs in the page with the viewer. */
export function withViewer(page, work, argument) {
  return page.evaluate(`(${work})(document.querySelector('docpane-viewer'), ${JSON.stringify(argument)})`);
}
