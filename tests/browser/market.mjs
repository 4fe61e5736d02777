// The document market's page: the host's facts, the wall after page 9, tabs, pager, actions.
import assert from 'node:assert/strict';
import { allPages, firstPage, pageText, test, withViewer } from './harness.mjs';

async function market(page, address, query = '') {
  await page.goto(`${address}market.html${query}`);
  await firstPage(page);
  return allPages(page);
}

/** Waits until the last page that is there is this one. */
const isLast = (page, number) => page.waitForFunction((last) => Math.max(...[...document.querySelector('docpane-viewer').shadowRoot.querySelectorAll('.page')].map(({ dataset }) => Number(dataset.page))) === last, number);

for (const [device, options] of [['1200 px', {}], ['390 px', { width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }]]) {
  test(`the market page shows its facts and the file's: ${device}`, async (page, { address }) => {
    assert.equal(await market(page, address), 13);
    const facts = await page.locator('.facts').textContent();
    for (const part of ['13', '林**禾', 'QH-20260108-3317', '2026-01-08', 'DOCX', 'KB']) assert.ok(facts.includes(part), `${facts} lacks ${part}`);
    assert.equal(await page.locator('#tags button').count(), 4);
    assert.ok((await page.locator('#related a').count()) > 2);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out');
    const bar = await withViewer(page, (viewer) => [...viewer.shadowRoot.querySelectorAll('.toolbar .group')].map((group) => group.getBoundingClientRect().top));
    assert.equal(new Set(bar.map(Math.round)).size <= 2, true, `one row: ${bar}`);
  }, options);
}

test('the preview ends after page 9, and goes on when asked', async (page, { address }) => {
  await market(page, address);
  await withViewer(page, (viewer) => (viewer.page = 12));
  const more = page.locator('docpane-viewer').getByRole('button', { name: '点击阅读更多内容' });
  await more.waitFor();
  assert.ok(await more.isVisible());
  assert.match(await page.locator('docpane-viewer .wall').textContent(), /9.*13/);
  assert.equal(await withViewer(page, (viewer) => viewer.shownPages), 9);
  await isLast(page, 9);
  const told = await withViewer(page, (viewer) => {
    const heard = [];
    const refuse = (event) => (heard.push(event.detail), event.preventDefault());
    viewer.addEventListener('docpane-more', refuse);
    viewer.shadowRoot.querySelector('.wall .action').click();
    viewer.removeEventListener('docpane-more', refuse);
    return { heard, shown: viewer.shownPages };
  });
  assert.deepEqual(told, { heard: [{ shown: 9, pageCount: 13 }], shown: 9 });
  await more.click();
  assert.equal(await withViewer(page, (viewer) => viewer.shownPages), 13);
  await withViewer(page, (viewer) => (viewer.page = 13));
  assert.ok((await pageText(page, 13)).length > 10);
});

test('hits behind the wall are told of and not shown', async (page, { address }) => {
  await market(page, address);
  const all = await withViewer(page, (viewer) => viewer.search('读者'));
  const shown = await withViewer(page, (viewer) => viewer.find('读者'));
  assert.equal(shown, all.filter((hit) => hit.page <= 9).length);
  assert.ok(shown < all.length);
});

test('tabs: text page by page, hints, questions', async (page, { address }) => {
  await market(page, address);
  await page.getByRole('tab', { name: '文本预览' }).click();
  const section = page.locator('docpane-viewer .section[data-page="1"]');
  await section.getByText('市文化广电和旅游局').waitFor();
  assert.equal(await page.locator('docpane-viewer .section').count(), 9);
  await page.keyboard.press('ArrowRight');
  assert.ok(await page.getByText('下载前请核对').isVisible());
  await page.keyboard.press('End');
  assert.ok(await page.getByText('为什么只能预览').isVisible());
  await page.keyboard.press('Home');
  await page.locator('docpane-viewer .dp-sheet').first().waitFor();
});

test('the pager, tags and actions work', async (page, { address }) => {
  await market(page, address);
  await page.getByRole('button', { name: '下一页' }).first().click();
  await page.waitForFunction(() => document.querySelector('#page').value === '2');
  await page.locator('#page').fill('５');
  await page.locator('#page').press('Enter');
  await page.waitForFunction(() => document.querySelector('docpane-viewer').page === 5);
  await page.locator('#tags button').first().click();
  await page.locator('docpane-viewer .found').filter({ hasText: /\// }).waitFor();
  await page.locator('[data-action="report"]').click();
  await page.locator('#dialog').getByRole('button', { name: '提交' }).click();
  await page.locator('#toast.shown').waitFor();
  await page.locator('aside [data-action="download"]').click();
  const download = page.waitForEvent('download');
  await page.locator('#dialog').getByRole('button', { name: '下载' }).click();
  assert.equal((await download).suggestedFilename(), 'work-summary.docx');
});
