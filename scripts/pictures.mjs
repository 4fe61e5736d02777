// Makes docs/pictures: pages of the samples as small pictures, to be looked at when drawings change. Needs the command
// (`cargo build --profile fast`) and the system's Chromium.
//
//   node scripts/pictures.mjs [--bin PATH]
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from './lib/run.mjs';

const PAGES = [
  ['presets', 'shapes', 1],
  ['fills-lines-pictures', 'shapes', 2],
  ['wraps', 'wraps', 1],
];
const SCALE = 0.9;

const at = process.argv.indexOf('--bin');
const binary = at < 0 ? ['fast', 'release', 'debug'].map((profile) => join(root, 'target', profile, 'docpane')).find(existsSync) : process.argv[at + 1];
mkdirSync(join(root, 'docs/pictures'), { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROME_BIN ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const [name, sample, number] of PAGES) {
  const svg = execFileSync(binary, ['svg', join(root, 'samples', `${sample}.docx`), '--page', String(number)], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg);
  const page = await browser.newPage({ viewport: { width: Math.ceil(width * SCALE), height: Math.ceil(height * SCALE) } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh; background: #fff }</style>${svg.replace(/^<\?xml[^>]*>/, '')}`);
  await page.screenshot({ path: join(root, 'docs/pictures', `${name}.png`) });
  await page.close();
}
await browser.close();
