// On phones: bars make room while one reads, and are back when they are wanted. And what wide screens become when they are
// zoomed: a page at 400 % has the room of a small phone.
import assert from 'node:assert/strict';
import { atRest, openSample, test, withViewer } from './harness.mjs';

const PHONE = { width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

const isAway = (page) => withViewer(page, (viewer) => viewer.shadowRoot.querySelector('.viewer').classList.contains('away'));

/** The part that moves the bars comes by itself, soon after the viewer. */
const barsMove = (page) => page.waitForFunction(() => document.querySelector('docpane-viewer').shadowRoot.adoptedStyleSheets.some((sheet) => [...sheet.cssRules].some(({ selectorText }) => selectorText?.includes('.away'))));

/** A finger moves the page by so many pixels, and lets go; the swing comes to rest, or the next touch would only stop it. */
async function swipe(page, by) {
  const touch = await page.context().newCDPSession(page);
  const from = by > 0 ? 760 : 300;
  const send = (type, ...touchPoints) => touch.send('Input.dispatchTouchEvent', { type, touchPoints });
  await send('touchStart', { x: 200, y: from });
  for (let moved = 0; Math.abs(moved) < Math.abs(by); moved += 20 * Math.sign(by)) await send('touchMove', { x: 200, y: from - moved });
  await send('touchEnd');
  await atRest(page);
}

test('bars go while the finger scrolls on, and come back', async (page, { address }) => {
  await openSample(page, address, 'work-summary');
  await barsMove(page);
  const top = await withViewer(page, (viewer) => {
    const root = viewer.shadowRoot;
    return root.querySelector('.page').getBoundingClientRect().top - root.querySelector('.toolbar').getBoundingClientRect().bottom;
  });
  assert.ok(top >= 8 && top < 24, `the first page begins ${top} px below the bar`);
  assert.equal(await isAway(page), false);
  await swipe(page, 500);
  assert.equal(await isAway(page), true, 'away');
  const bar = await page.locator('docpane-viewer .toolbar').boundingBox();
  const host = await page.locator('docpane-viewer').boundingBox();
  assert.ok(bar.y + bar.height <= host.y + 1, JSON.stringify(bar));
  await swipe(page, -120);
  assert.equal(await isAway(page), false, 'back when scrolled up');
  await swipe(page, 400);
  assert.equal(await isAway(page), true);
  await page.touchscreen.tap(200, 500);
  await page.waitForFunction(() => !document.querySelector('docpane-viewer').shadowRoot.querySelector('.viewer').classList.contains('away'));
}, PHONE);

test('bars stay for what is asked for, and while something is open', async (page, { address }) => {
  await openSample(page, address, 'work-summary');
  await barsMove(page);
  await withViewer(page, (viewer) => (viewer.page = 5));
  await page.waitForFunction(() => document.querySelector('docpane-viewer').page === 5);
  await atRest(page);
  assert.equal(await isAway(page), false, 'a page asked for');
  await withViewer(page, (viewer) => viewer.find('读者'));
  await swipe(page, 500);
  assert.equal(await isAway(page), false, 'the find bar is open');
  const gap = await withViewer(page, (viewer) => {
    const box = (selector) => viewer.shadowRoot.querySelector(selector).getBoundingClientRect();
    return box('.find').top - box('.toolbar').bottom;
  });
  assert.ok(gap >= 4, `the find bar is ${gap} px below the bar`);
}, PHONE);

test('bars make room in the reading view too', async (page, { address }) => {
  await openSample(page, address, 'work-summary');
  await withViewer(page, (viewer) => (viewer.view = 'reading'));
  await page.locator('docpane-viewer .section .flow').first().waitFor();
  await barsMove(page);
  await swipe(page, 600);
  assert.equal(await isAway(page), true);
  const settings = await page.locator('docpane-viewer .text-settings').boundingBox();
  assert.ok(settings.y >= PHONE.height - 1, JSON.stringify(settings));
}, PHONE);

test('at 400 % everything is within reach', async (page, { address }) => {
  // 1280 by 1024 at 400 %.
  await openSample(page, address, 'work-summary');
  const told = await withViewer(page, (viewer) => {
    const room = viewer.shadowRoot.querySelector('.scroller').getBoundingClientRect();
    return { wide: document.documentElement.scrollWidth - innerWidth, room: room.height, bar: viewer.shadowRoot.querySelector('.toolbar').scrollWidth - viewer.shadowRoot.querySelector('.toolbar').clientWidth };
  });
  assert.ok(told.wide <= 0 && told.bar <= 0 && told.room > 90, JSON.stringify(told));
  await page.locator('docpane-viewer').getByRole('button', { name: 'More', exact: true }).click();
  await page.locator('docpane-viewer').getByRole('menu').waitFor();
  await page.keyboard.press('End');
  const last = await page.locator('docpane-viewer .menu [role^="menuitem"]').last().boundingBox();
  assert.ok(last.y >= 0 && last.y + last.height <= 256, JSON.stringify(last));
}, { width: 320, height: 256 });

test('where less motion is wanted, nothing moves by itself', async (page, { address }) => {
  await page.goto(`${address}?lang=en`);
  await page.waitForFunction(() => customElements.get('docpane-viewer'));
  const moving = await withViewer(page, async (viewer) => {
    viewer.src = 'samples/long.docx';
    await new Promise((resolve) => viewer.addEventListener('docpane-progress', resolve, { once: true }));
    return viewer.shadowRoot.getAnimations?.().length ?? document.getAnimations().length;
  });
  assert.equal(moving, 0);
}, { reducedMotion: 'reduce' });

test('with forced colours, pages and buttons have edges', async (page, { address }) => {
  await openSample(page, address, 'work-summary');
  const told = await withViewer(page, (viewer) => {
    const style = (selector) => getComputedStyle(viewer.shadowRoot.querySelector(selector));
    return { page: style('.page').outlineStyle, text: style('.toolbar button').color !== style('.toolbar').backgroundColor };
  });
  assert.deepEqual(told, { page: 'solid', text: true });
}, { forcedColors: 'active' });
