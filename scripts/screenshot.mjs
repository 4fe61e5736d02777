// Makes docs/screenshot.png: the demo with the Chinese sample open, in the system's Chromium. Needs a build (`npm run build`).
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from './lib/run.mjs';
import { serve } from './lib/serve.mjs';

const server = await serve();
const browser = await chromium.launch({ executablePath: process.env.CHROME_BIN ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1200, height: 800 }, locale: 'zh-CN' });
await page.goto(server.address);
await page.locator('#samples').selectOption('samples/work-summary.docx');
await page.evaluate(
  () => new Promise((resolve) => document.getElementById('viewer').addEventListener('docpane-finish', resolve, { once: true })),
);
await page.waitForTimeout(800);
await page.screenshot({ path: join(root, 'docs/screenshot.png') });
await browser.close();
await server.close();
