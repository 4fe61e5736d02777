// Pictures for people, in tests/out: the samples as a desktop and a phone show them. They are written, not compared.
import { mkdirSync } from 'node:fs';
import { atRest, openSample, test } from './harness.mjs';

const OUT = new URL('../out/', import.meta.url).pathname;
mkdirSync(OUT, { recursive: true });

const VIEWS = [
  ['1200', { width: 1200, height: 1000 }],
  ['390', { width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 2, locale: 'zh-CN' }],
  ['dark', { width: 900, height: 700, colorScheme: 'dark' }],
];

for (const [view, options] of VIEWS) {
  for (const sample of view === 'dark' ? ['report'] : ['work-summary', 'report', 'form', 'pictures']) {
    test(`looks: ${sample} ${view}`, async (page, { address }) => {
      await openSample(page, address, sample);
      await atRest(page);
      await page.screenshot({ path: `${OUT}${sample}-${view}.png` });
    }, options);
  }
}
