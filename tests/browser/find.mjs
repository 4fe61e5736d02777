// Finding: hits counted, shown where the text stands.
import assert from 'node:assert/strict';
import { openSample, test, withViewer } from './harness.mjs';

test('Ctrl+F finds, counts, marks and steps', async (page, { address }) => {
  await openSample(page, address, 'work-summary');
  await page.locator('docpane-viewer .scroller').focus();
  await page.keyboard.press('Control+f');
  const input = page.locator('docpane-viewer .find input');
  await input.fill('读者');
  await page.locator('docpane-viewer .found').filter({ hasText: /^1 of \d+$/ }).waitFor();
  const count = Number((await page.locator('docpane-viewer .found').textContent()).split(' of ')[1]);
  const hits = await withViewer(page, (viewer) => viewer.search('读者'));
  assert.equal(hits.length, count);
  const current = page.locator('docpane-viewer .mark.current');
  await current.first().waitFor();
  const over = await withViewer(page, (viewer) => {
    const mark = viewer.shadowRoot.querySelector('.mark.current').getBoundingClientRect();
    const runs = [...viewer.shadowRoot.querySelectorAll('.run')].filter((run) => run.textContent.includes('读者'));
    return runs.some((run) => {
      const node = run.firstChild.firstChild ?? run.firstChild;
      const range = document.createRange();
      const at = node.data.indexOf('读者');
      range.setStart(node, at);
      range.setEnd(node, at + 2);
      const box = range.getBoundingClientRect();
      return Math.abs(box.left - mark.left) < 2 && Math.abs(box.right - mark.right) < 2;
    });
  });
  assert.ok(over, 'the mark stands over the text');
  await page.keyboard.press('Enter');
  await page.locator('docpane-viewer .found').filter({ hasText: /^2 of/ }).waitFor();
  await page.keyboard.press('Shift+Enter');
  await page.locator('docpane-viewer .found').filter({ hasText: /^1 of/ }).waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('docpane-viewer .mark').count(), 0);
});

test('says when nothing is found', async (page, { address }) => {
  await openSample(page, address, 'report');
  assert.equal(await withViewer(page, (viewer) => viewer.find('zebra crossing')), 0);
  await page.locator('docpane-viewer .found').filter({ hasText: 'Not found' }).waitFor();
});
