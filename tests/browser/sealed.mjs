// A preview made by `docpane cut` opens like a document, ends where it was cut, and has nothing to unlock.
import assert from 'node:assert/strict';
import { firstPage, pageText, test, withViewer } from './harness.mjs';
import { cut } from './lib/cut.mjs';

test('a sealed preview opens, counts all pages and holds nine', async (page, { address }) => {
  await page.goto(address);
  const text = cut();
  await page.evaluate((json) => (document.querySelector('docpane-viewer').file = new File([json], 'preview.json')), text);
  await firstPage(page);
  assert.equal(await withViewer(page, (viewer) => viewer.pageCount), 13);
  assert.equal(await withViewer(page, (viewer) => viewer.shownPages), 9);
  await withViewer(page, (viewer) => (viewer.page = 9));
  assert.ok((await pageText(page, 9)).length > 100);
  await withViewer(page, (viewer) => (viewer.unlock(), (viewer.page = 11)));
  assert.equal(await withViewer(page, (viewer) => viewer.shownPages), 9);
  await page.locator('docpane-viewer .wall').waitFor();
  const hits = await withViewer(page, (viewer) => viewer.find('读者'));
  const boxes = await withViewer(page, (viewer) => viewer.search('读者'));
  assert.ok(hits > 10 && hits === boxes.length && boxes.every((hit) => hit.page <= 9 && hit.boxes[0].width > 5));
  await page.locator('docpane-viewer .mark.current').first().waitFor({ state: 'attached' });
  await withViewer(page, (viewer) => (viewer.view = 'reading'));
  await page.locator('docpane-viewer .section .flow').first().waitFor();
});
