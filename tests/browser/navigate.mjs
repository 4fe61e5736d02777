// Moving about: buttons, page box, keys, scrolling, zoom; only near pages live.
import assert from 'node:assert/strict';
import { atRest, openSample, pageText, test, withViewer } from './harness.mjs';

const current = (page) => withViewer(page, (viewer) => viewer.page);
const until = (page, number) => page.waitForFunction((n) => document.querySelector('docpane-viewer').page === n, number);

test('next, previous and the page box', async (page, { address }) => {
  await openSample(page, address, 'work-summary');
  const viewer = page.locator('docpane-viewer');
  await viewer.getByRole('button', { name: 'Next page' }).click();
  await until(page, 2);
  await viewer.getByRole('button', { name: 'Previous page' }).click();
  await until(page, 1);
  await viewer.getByLabel('Page number').fill('7');
  await page.keyboard.press('Enter');
  await until(page, 7);
  assert.ok((await pageText(page, 7)).length > 50);
  await viewer.getByLabel('Page number').fill('99');
  await page.keyboard.press('Enter');
  await until(page, 13);
});

test('keys move and zoom', async (page, { address }) => {
  await openSample(page, address, 'work-summary');
  await page.locator('docpane-viewer .scroller').focus();
  await page.keyboard.press('End');
  await until(page, 13);
  await page.keyboard.press('Home');
  await until(page, 1);
  await page.keyboard.press('ArrowRight');
  await until(page, 2);
  await page.keyboard.press('ArrowLeft');
  await until(page, 1);
  const top = () => page.evaluate(() => document.querySelector('docpane-viewer').shadowRoot.querySelector('.scroller').scrollTop);
  const before = await top();
  await page.keyboard.press('PageDown');
  await atRest(page);
  assert.ok((await top()) > before + 300);
  await page.keyboard.press('PageUp');
  await atRest(page);
  assert.ok(Math.abs((await top()) - before) < 2);
  const factor = () => page.locator('docpane-viewer .zoom option[value=factor]').textContent();
  const from = Number.parseInt(await factor(), 10);
  await page.keyboard.press('-');
  assert.ok(Number.parseInt(await factor(), 10) < from);
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  assert.ok(Number.parseInt(await factor(), 10) > from);
});

test('zoom by menu, and by Ctrl and wheel at the pointer', async (page, { address }) => {
  await openSample(page, address, 'work-summary');
  const width = () => page.evaluate(() => document.querySelector('docpane-viewer').shadowRoot.querySelector('.dp-sheet').getBoundingClientRect().width);
  await page.locator('docpane-viewer .zoom').selectOption('1');
  assert.ok(Math.abs((await width()) - (595.3 * 96) / 72) < 1.5, String(await width()));
  await page.locator('docpane-viewer .zoom').selectOption('width');
  assert.ok((await width()) > 1100);
  await page.locator('docpane-viewer .zoom').selectOption('page');
  assert.ok((await width()) < 700);
  await page.locator('docpane-viewer .zoom').selectOption('1');
  await withViewer(page, (viewer) => (viewer.page = 3));
  await until(page, 3);
  await pageText(page, 3);
  const at = { x: 600, y: 500 };
  const under = () =>
    page.evaluate(({ x, y }) => {
      const sheet = document.querySelector('docpane-viewer').shadowRoot.querySelector('[data-page="3"] .dp-sheet').getBoundingClientRect();
      return [(x - sheet.left) / sheet.width, (y - sheet.top) / sheet.height];
    }, at);
  const [x0, y0] = await under();
  await page.mouse.move(at.x, at.y);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -200);
  await page.keyboard.up('Control');
  await page.waitForFunction((before) => document.querySelector('docpane-viewer').shadowRoot.querySelector('.dp-sheet').getBoundingClientRect().width > before, 900);
  await atRest(page);
  const [x1, y1] = await under();
  assert.ok((await width()) > 900);
  assert.ok(Math.abs(x1 - x0) < 0.01 && Math.abs(y1 - y0) < 0.01, `${x0} ${y0} became ${x1} ${y1}`);
});

test('a document of 300 pages keeps few of them alive', async (page, { address }) => {
  await openSample(page, address, 'long');
  const count = await withViewer(page, (viewer) => viewer.pageCount);
  assert.ok(count > 300, String(count));
  for (const number of [150, 299, 5]) {
    await withViewer(page, (viewer, n) => (viewer.page = n), number);
    await until(page, number);
    await pageText(page, number);
  }
  assert.ok((await page.locator('docpane-viewer .page').count()) < 12);
});

test('fits a phone', async (page, { address }) => {
  await openSample(page, address, 'work-summary');
  const box = await page.evaluate(() => {
    const { scroller, sheet } = { scroller: document.querySelector('docpane-viewer').shadowRoot.querySelector('.scroller'), sheet: document.querySelector('docpane-viewer').shadowRoot.querySelector('.dp-sheet') };
    return { overflow: scroller.scrollWidth - scroller.clientWidth, width: sheet.getBoundingClientRect().width, page: document.documentElement.scrollWidth };
  });
  assert.ok(box.overflow <= 0 && box.width > 350 && box.width <= 390 && box.page <= 390, JSON.stringify(box));
}, { width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 2 });

test('two fingers zoom about the point between them', async (page, { address }) => {
  await openSample(page, address, 'work-summary');
  const under = () =>
    page.evaluate(() => {
      const sheet = document.querySelector('docpane-viewer').shadowRoot.querySelector('[data-page="1"] .dp-sheet').getBoundingClientRect();
      return [(200 - sheet.left) / sheet.width, (500 - sheet.top) / sheet.height, sheet.width];
    });
  const [x0, y0, width] = await under();
  const touch = await page.context().newCDPSession(page);
  const fingers = (apart) => [{ x: 200 - apart, y: 500 }, { x: 200 + apart, y: 500 }];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(40) });
  for (let apart = 50; apart <= 120; apart += 10) await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await atRest(page);
  const [x1, y1, wider] = await under();
  assert.ok(wider > 2.5 * width, `${width} became ${wider}`);
  assert.ok(Math.abs(x1 - x0) < 0.02 && Math.abs(y1 - y0) < 0.02, `${x0} ${y0} became ${x1} ${y1}`);
}, { width: 390, height: 844, isMobile: true, hasTouch: true });
