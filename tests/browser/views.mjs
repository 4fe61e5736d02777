// Other ways to see a document: flowing text, plain text, two pages abreast; contents, menu, keys; printing.
import assert from 'node:assert/strict';
import { atRest, openSample, pageText, test, withViewer } from './harness.mjs';

test('the reading view has the structure and keeps the place', async (page, { address }) => {
  await openSample(page, address, 'work-summary');
  await withViewer(page, (viewer) => (viewer.page = 3));
  await pageText(page, 3);
  await withViewer(page, (viewer) => (viewer.view = 'reading'));
  const viewer = page.locator('docpane-viewer');
  await viewer.locator('.section[data-page="3"] .flow').waitFor();
  await page.waitForFunction(() => document.querySelector('docpane-viewer').page === 3);
  for (const [what, least] of [['h2, h3', 2], ['table tr', 6], ['th[scope="col"]', 3]]) {
    await page.waitForFunction(([selector, count]) => document.querySelector('docpane-viewer').shadowRoot.querySelector('.reader').querySelectorAll(selector).length >= count, [what, least]);
  }
  const size = () => viewer.locator('.section p').first().evaluate((p) => Number.parseFloat(getComputedStyle(p).fontSize));
  const before = await size();
  await viewer.getByRole('button', { name: 'Larger text' }).click();
  assert.ok((await size()) > before);
  await atRest(page);
  assert.equal(await withViewer(page, (element) => element.page), 3);
  await withViewer(page, (element) => (element.view = 'pages'));
  await page.waitForFunction(() => document.querySelector('docpane-viewer').page === 3);
});

test('a paragraph that runs over a page is whole where it begins', async (page, { address }) => {
  await openSample(page, address, 'work-summary', { query: '' });
  await withViewer(page, (viewer) => (viewer.view = 'reading'));
  const reader = page.locator('docpane-viewer .reader');
  await reader.locator('.section[data-page="1"] .flow').waitFor();
  const [one, two] = await withViewer(page, (viewer) => viewer.document.text({ pages: [1, 2] }));
  const shown = (await reader.locator('.section[data-page="1"] .flow').textContent()).replace(/\s/g, '');
  assert.ok(shown.startsWith(one.replace(/\s/g, '').slice(0, 200)));
  assert.ok(shown.includes(two.trim().slice(0, 8).replace(/\s/g, '')), 'the rest from page 2 is there');
});

test('two pages abreast', async (page, { address }) => {
  await openSample(page, address, 'work-summary');
  await withViewer(page, (viewer) => (viewer.view = 'spread'));
  await pageText(page, 2);
  const [one, two] = await withViewer(page, (viewer) => [1, 2].map((n) => (({ left, top, right }) => ({ left, top, right }))(viewer.shadowRoot.querySelector(`[data-page="${n}"]`).getBoundingClientRect())));
  assert.ok(Math.abs(one.top - two.top) < 1 && one.right < two.left);
  await page.locator('docpane-viewer').getByRole('button', { name: 'Next page' }).click();
  await page.waitForFunction(() => document.querySelector('docpane-viewer').page === 3);
});

test('contents: headings lead to their page, thumbnails too', async (page, { address }) => {
  await openSample(page, address, 'work-summary');
  const viewer = page.locator('docpane-viewer');
  await viewer.getByRole('button', { name: 'Contents' }).click();
  await viewer.locator('.outline .heading').filter({ hasText: '四、存在的问题' }).click();
  await page.waitForFunction(() => document.querySelector('docpane-viewer').page === 9);
  await viewer.getByRole('tab', { name: 'Pages' }).click();
  await page.waitForFunction(() => [...document.querySelector('docpane-viewer').shadowRoot.querySelectorAll('.thumbnail img')].some((image) => image.naturalWidth > 0));
  await viewer.locator('.thumbnail[data-page="2"]').click();
  await page.waitForFunction(() => document.querySelector('docpane-viewer').page === 2);
  await page.keyboard.press('Escape');
  assert.equal(await viewer.locator('nav.panel').isVisible(), false);
});

test('the menu by keys, and the list of keys', async (page, { address }) => {
  await openSample(page, address, 'work-summary');
  const viewer = page.locator('docpane-viewer');
  await viewer.getByRole('button', { name: 'More', exact: true }).focus();
  await page.keyboard.press('Enter');
  await viewer.getByRole('menu').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('docpane-viewer').view === 'spread');
  assert.equal(await viewer.getByRole('menu').count(), 0);
  await viewer.locator('.scroller').focus();
  await page.keyboard.press('?');
  await viewer.getByRole('dialog', { name: 'Keys' }).waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await viewer.getByRole('dialog').count(), 0);
});

test('find: case and whole words', async (page, { address }) => {
  await openSample(page, address, 'report');
  const any = await withViewer(page, (viewer) => viewer.find('WATER'));
  const viewer = page.locator('docpane-viewer');
  assert.ok(any > 2);
  assert.ok((await viewer.locator('.ticks span').count()) > 1);
  await viewer.getByRole('button', { name: 'Match case' }).click();
  await viewer.locator('.found').filter({ hasText: 'Not found' }).waitFor();
});

test('the address leads and follows', async (page, { address }) => {
  await page.goto(`${address}market.html#page=4&zoom=80&search=读者`);
  await page.waitForFunction(() => document.querySelector('docpane-viewer').document?.isFinished);
  await page.locator('docpane-viewer .found').filter({ hasText: /\// }).waitFor();
  assert.equal(await withViewer(page, (viewer) => viewer.zoom), 0.8);
  await page.waitForFunction(() => document.querySelector('docpane-viewer').page >= 4);
  await withViewer(page, (viewer) => (viewer.page = 2));
  await page.waitForFunction(() => location.hash.includes('page=2'));
});

test('prints the pages asked for on paper of their size, and nothing else', async (page, { address }) => {
  await page.addInitScript(() => (window.print = () => (globalThis.printing = true)));
  await openSample(page, address, 'work-summary');
  await withViewer(page, (viewer) => viewer.act('print'));
  const dialog = page.locator('docpane-viewer').getByRole('dialog');
  await dialog.getByLabel('These pages').last().fill('2-4, 7');
  await dialog.getByRole('button', { name: 'Print' }).click();
  await page.waitForFunction(() => globalThis.printing);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  assert.equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length, 4);
  const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf);
  assert.ok(Math.abs(Number(width) - 595.3) < 1.5 && Math.abs(Number(height) - 841.9) < 1.5, `${width} × ${height}`);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.waitForFunction(() => !document.querySelector('docpane-print'));
});

test('copying is held to what the host allows, with a notice', async (page, { address }) => {
  await openSample(page, address, 'work-summary');
  await withViewer(page, (viewer) => {
    viewer.setAttribute('copy', 'off');
    getSelection().selectAllChildren(viewer.shadowRoot.querySelector('.content'));
  });
  // Nothing gets out before the part that copies is here either; then there is the notice.
  const copied = await page.waitForFunction(() => {
    const { shadowRoot } = document.querySelector('docpane-viewer');
    const transfer = new DataTransfer();
    const left = shadowRoot.querySelector('.scroller').dispatchEvent(new ClipboardEvent('copy', { clipboardData: transfer, bubbles: true, composed: true, cancelable: true }));
    const text = transfer.getData('text/plain');
    const told = shadowRoot.querySelector('.notice').textContent.includes('does not allow copying');
    return left || text || told ? { left, text, told } : null;
  });
  assert.deepEqual(await copied.jsonValue(), { left: false, text: '', told: true });
});

test('a watermark lies over every page and takes no clicks', async (page, { address }) => {
  await page.addInitScript(() => {
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => ((globalThis.lastBlob = blob), createObjectURL.call(URL, blob));
  });
  await openSample(page, address, 'work-summary');
  const mark = await withViewer(page, async (viewer) => {
    viewer.setAttribute('watermark', 'Preview <b>only</b>');
    const style = () => getComputedStyle(viewer.shadowRoot.querySelector('.page'), '::after');
    while (!style().backgroundImage.startsWith('url')) await new Promise((resolve) => setTimeout(resolve, 50));
    return { image: style().backgroundImage, clicks: style().pointerEvents, tile: await globalThis.lastBlob.text() };
  });
  assert.match(mark.image, /^url\("blob:/);
  assert.equal(mark.clicks, 'none');
  assert.ok(mark.tile.includes('&lt;b&gt;') && !mark.tile.includes('<b>'), mark.tile);
});

test('colours change and the view stays', async (page, { address }) => {
  await openSample(page, address, 'work-summary');
  await withViewer(page, (viewer) => (viewer.view = 'reading'));
  const reader = page.locator('docpane-viewer .reader');
  await reader.locator('.section .flow').first().waitFor();
  await withViewer(page, (viewer) => (viewer.setAttribute('theme', 'dark'), viewer.setAttribute('watermark', 'Preview')));
  await page.waitForFunction(() => getComputedStyle(document.querySelector('docpane-viewer').shadowRoot.querySelector('.sections'), '::after').backgroundImage.startsWith('url'));
  assert.equal(await withViewer(page, (viewer) => viewer.view), 'reading');
  assert.ok(await reader.isVisible());
  assert.equal(await reader.evaluate((element) => getComputedStyle(element).backgroundColor), 'rgb(38, 40, 44)');
});
