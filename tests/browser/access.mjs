// What axe-core finds serious or critical: nothing, on the viewer, its panels, the reading view and the market's page. And what
// it cannot see: keys alone reach everything, targets are large on a phone, a hostile page does not get in, nothing jumps.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { allPages, atRest, firstPage, openSample, test, withViewer } from './harness.mjs';

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

async function check(page, what) {
  await page.evaluate(AXE);
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  const bad = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const told = bad.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} (${failureSummary.split('\n')[1]?.trim()})`).join(' | ')}`);
  assert.deepEqual(told, [], what);
}

for (const sample of ['report', 'form', 'work-summary']) {
  test(`axe: ${sample} with its panels`, async (page, { address }) => {
    await openSample(page, address, sample);
    await check(page, 'pages');
    const viewer = page.locator('docpane-viewer');
    await viewer.getByRole('button', { name: 'Contents' }).click();
    await viewer.getByRole('button', { name: 'Properties' }).click();
    await withViewer(page, (element) => element.find('a'));
    for (const panel of ['nav.panel', 'aside.panel', '.find']) await viewer.locator(panel).waitFor();
    await atRest(page);
    await check(page, 'panels');
    await viewer.getByRole('button', { name: 'More', exact: true }).click();
    await viewer.getByRole('menu').waitFor();
    await check(page, 'menu');
  });
}

for (const theme of ['light', 'dark', 'sepia']) {
  test(`axe: reading and text, ${theme}`, async (page, { address }) => {
    await openSample(page, address, 'work-summary');
    await withViewer(page, (viewer, name) => (viewer.setAttribute('theme', name), viewer.setAttribute('preview-pages', '2'), (viewer.view = 'reading')), theme);
    await page.locator('docpane-viewer .section .flow').first().waitFor();
    await check(page, 'reading');
    await withViewer(page, (viewer) => (viewer.view = 'text'));
    await page.locator('docpane-viewer .section .lines').first().waitFor();
    await check(page, 'text');
  });
}

for (const [device, options] of [['1200 px', {}], ['390 px', { width: 390, height: 844, isMobile: true, hasTouch: true }]]) {
  test(`axe: the market's page, ${device}`, async (page, { address }) => {
    await page.goto(`${address}market.html`);
    await firstPage(page);
    await allPages(page);
    await check(page, 'market');
  }, options);
}

for (const width of [390, 320]) {
  test(`targets on a phone of ${width} px are 44 px, and nothing sticks out`, async (page, { address }) => {
    await openSample(page, address, 'work-summary');
    const small = await withViewer(page, (viewer) =>
      [...viewer.shadowRoot.querySelectorAll('.toolbar button, .toolbar input, .toolbar select')]
        .map((target) => [target.getAttribute('aria-label'), target.getBoundingClientRect()])
        .filter(([, box]) => box.width > 0)
        .filter(([, box]) => box.height < 44 || box.width < 38 || box.right > innerWidth + 0.5 || box.left < 0)
        .map(([name, box]) => `${name} ${JSON.stringify(box)}`),
    );
    assert.deepEqual(small, []);
    await page.locator('docpane-viewer').getByRole('button', { name: 'More', exact: true }).click();
    const menu = await page.locator('docpane-viewer').getByRole('menu').boundingBox();
    assert.ok(menu.x >= 0 && menu.x + menu.width <= width, JSON.stringify(menu));
  }, { width, height: 640, isMobile: true, hasTouch: true });
}

test('keys alone reach every control in order', async (page, { address }) => {
  await openSample(page, address, 'work-summary');
  await page.locator('#url').focus();
  const names = [];
  for (let presses = 0; presses < 14; presses++) {
    await page.keyboard.press('Tab');
    names.push(await withViewer(page, (viewer) => viewer.shadowRoot.activeElement?.getAttribute('aria-label') ?? viewer.shadowRoot.activeElement?.className ?? ''));
  }
  const wanted = ['Contents', 'Page number', 'Next page', 'Zoom out', 'Zoom', 'Zoom in', 'Find', 'Properties', 'More', 'scroller'];
  assert.deepEqual(names.filter((name) => wanted.includes(name)).slice(0, wanted.length), wanted, names.join(', '));
});

test('a hostile page does not get into the viewer', async (page, { address }) => {
  await openSample(page, address, 'report');
  const look = () =>
    withViewer(page, (viewer) => {
      const style = (selector) => (({ fontSize, fontFamily, lineHeight, letterSpacing, color, textTransform, textAlign, display }) => ({ fontSize, fontFamily, lineHeight, letterSpacing, color, textTransform, textAlign, display }))(getComputedStyle(viewer.shadowRoot.querySelector(selector)));
      return ['.toolbar', '.toolbar button', '.title', '.page-box', '.dp-sheet', '.dp-sheet .run'].map(style);
    });
  const before = await look();
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { font: italic 31px/3 cursive !important; color: red !important; letter-spacing: 4px !important; text-transform: uppercase !important; text-align: right !important; box-sizing: content-box !important; }
      div, button, input, span, svg { display: block !important; padding: 20px !important; border: 5px solid lime !important; } html { font-size: 40px; }`);
    document.adoptedStyleSheets = [sheet];
  });
  assert.deepEqual(await look(), before);
});

for (const [device, options] of [['1200 px', {}], ['390 px', { width: 390, height: 844, isMobile: true, hasTouch: true }]]) {
  test(`nothing jumps when the document arrives: ${device}`, async (page, { address }) => {
    await page.addInitScript(() => {
      globalThis.shift = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => (globalThis.shift += entry.hadRecentInput ? 0 : entry.value))).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`${address}market.html`);
    await firstPage(page);
    await allPages(page);
    await atRest(page);
    const shift = await page.evaluate(() => globalThis.shift);
    assert.ok(shift < 0.002, `layout shift ${shift}`);
  }, options);
}
