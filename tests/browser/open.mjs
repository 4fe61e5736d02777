// A document gets into the viewer: by address, by picker, by drop, by property.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { allPages, firstPage, openSample, pageText, test, withViewer } from './harness.mjs';

const SAMPLE = new URL('../../samples/work-summary.docx', import.meta.url);

test('opens by address, counts 13 pages and shows the title', async (page, { address }) => {
  await openSample(page, address, 'work-summary');
  assert.equal(await allPages(page), 13);
  assert.match(await page.locator('docpane-viewer').getByText('/ 13').textContent(), /^\/ 13$/);
  assert.equal(await page.locator('docpane-viewer .title').textContent(), '青禾市图书馆2025年度工作总结');
});

test('opens by the file picker', async (page, { address }) => {
  await page.goto(address);
  await page.locator('#picker').setInputFiles(SAMPLE.pathname);
  await firstPage(page);
  assert.equal(await allPages(page), 13);
});

test('opens what is picked while the page is still loading', async (page, { address }) => {
  let letIn;
  const picked = new Promise((resolve) => (letIn = resolve));
  await page.route(/element\.js|samples\/index\.json/, (route) => picked.then(() => route.continue()));
  await page.goto(address);
  await page.locator('#picker').setInputFiles(SAMPLE.pathname);
  assert.equal(await page.evaluate(() => customElements.get('docpane-viewer')), undefined);
  letIn();
  await firstPage(page);
  assert.equal(await allPages(page), 13);
});

test('opens by drop', async (page, { address }) => {
  await page.goto(address);
  await page.waitForFunction(() => customElements.get('docpane-viewer'));
  const bytes = [...readFileSync(SAMPLE)];
  const transfer = await page.evaluateHandle((data) => {
    const list = new DataTransfer();
    list.items.add(new File([new Uint8Array(data)], '工作总结.docx'));
    return list;
  }, bytes);
  await page.locator('main').dispatchEvent('dragover', { dataTransfer: transfer });
  await page.locator('main').dispatchEvent('drop', { dataTransfer: transfer });
  await firstPage(page);
  assert.equal(await allPages(page), 13);
  assert.equal(await withViewer(page, (viewer) => viewer.document.metadata.fileName), '工作总结.docx');
});

test('opens bytes by property', async (page, { address }) => {
  await page.goto(address);
  await page.evaluate(async (data) => {
    document.querySelector('docpane-viewer').file = new Uint8Array(data).buffer;
  }, [...readFileSync(SAMPLE)]);
  await firstPage(page);
  assert.equal(await allPages(page), 13);
});

test('shows the text of page 2', async (page, { address }) => {
  await openSample(page, address, 'work-summary');
  await withViewer(page, (viewer) => (viewer.page = 2));
  const painted = (await pageText(page, 2)).replace(/\s/g, '');
  const [told] = await withViewer(page, (viewer) => viewer.document.text({ pages: [2, 2] }));
  const first = told.replace(/\s/g, '').slice(0, 40);
  assert.ok(first.length === 40 && painted.includes(first), `${painted.slice(0, 80)} … lacks ${first}`);
});

test('shows the properties with the size as people say it', async (page, { address }) => {
  await openSample(page, address, 'work-summary');
  await page.locator('docpane-viewer').getByRole('button', { name: 'Properties' }).click();
  const panel = page.locator('docpane-viewer .panel');
  const text = await panel.textContent();
  const size = (readFileSync(SAMPLE).length / 1024).toFixed(2);
  for (const part of ['work-summary.docx', `${size} KB`, 'Pages13', '210 × 297 mm']) assert.ok(text.includes(part), `${text} lacks ${part}`);
  await panel.getByRole('button', { name: 'Close' }).click();
  assert.equal(await panel.isVisible(), false);
});

test('replaces one document by another', async (page, { address }) => {
  await openSample(page, address, 'work-summary');
  await page.locator('#samples').selectOption('samples/report.docx');
  await page.waitForFunction(() => document.querySelector('docpane-viewer').shadowRoot.querySelector('.title').textContent.startsWith('Harbour'));
  await firstPage(page);
  assert.notEqual(await allPages(page), 13);
});

test('changes its language with the attribute', async (page, { address }) => {
  await openSample(page, address, 'form');
  await withViewer(page, (viewer) => (viewer.lang = 'zh-CN'));
  await page.locator('docpane-viewer').getByRole('button', { name: '下一页' }).waitFor();
  await firstPage(page);
  assert.equal(await withViewer(page, (viewer) => viewer.document.metadata.fileName), 'form.docx');
});

test('speaks Chinese', async (page, { address }) => {
  await openSample(page, address, 'form');
  assert.ok(await page.locator('docpane-viewer').getByRole('button', { name: '下一页' }).isVisible());
}, { locale: 'zh-CN' });
