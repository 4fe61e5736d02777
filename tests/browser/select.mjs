// What is selected is what is copied: paragraphs, not lines.
import assert from 'node:assert/strict';
import { openSample, test, withViewer } from './harness.mjs';

/** Copies what is selected; again until it is taken, as the part that copies comes soon after the document. */
async function copied(page, type = 'text/plain') {
  const text = await page.waitForFunction((wanted) => {
    const transfer = new DataTransfer();
    const scroller = document.querySelector('docpane-viewer').shadowRoot.querySelector('.scroller');
    const left = scroller.dispatchEvent(new ClipboardEvent('copy', { clipboardData: transfer, bubbles: true, composed: true, cancelable: true }));
    return left ? null : { text: transfer.getData(wanted) };
  }, type);
  return (await text.jsonValue()).text;
}

test('dragging over a paragraph copies it as one line', async (page, { address }) => {
  await openSample(page, address, 'work-summary');
  await page.locator('docpane-viewer .zoom').selectOption('page');
  const boxes = await withViewer(page, (viewer) => {
    const root = viewer.shadowRoot;
    const paragraph = [...root.querySelectorAll('[data-page="1"] [data-paragraph]')].find((p) => p.querySelectorAll('.line').length >= 3);
    const lines = [...paragraph.querySelectorAll('.line')];
    const rect = (run) => (({ left, right, top, bottom }) => ({ left, right, y: (top + bottom) / 2 }))(run.getBoundingClientRect());
    return { first: rect(lines[0].querySelector('.run')), last: rect([...lines[2].querySelectorAll('.run')].at(-1)), text: lines.slice(0, 3).map((line) => line.textContent).join('') };
  });
  await page.mouse.move(boxes.first.left + 1, boxes.first.y);
  await page.mouse.down();
  await page.mouse.move(boxes.last.right - 20, boxes.last.y, { steps: 8 });
  await page.mouse.move(boxes.last.right + 60, boxes.last.y, { steps: 4 });
  await page.mouse.up();
  const text = await copied(page);
  assert.ok(!text.includes('\n'), JSON.stringify(text));
  assert.ok(boxes.text.startsWith(text.slice(0, 30)) && text.length >= boxes.text.length - 2, `${text} is not ${boxes.text}`);
});

test('paragraphs end lines, and labels and running heads are left out', async (page, { address }) => {
  await openSample(page, address, 'report');
  await withViewer(page, (viewer) => {
    const content = viewer.shadowRoot.querySelector('.content');
    getSelection().selectAllChildren(content);
  });
  const text = await copied(page);
  const [told] = await withViewer(page, (viewer) => viewer.document.text({ pages: [1, 1] }));
  assert.ok(text.replace(/\s+/g, ' ').startsWith(told.replace(/\s+/g, ' ').trim().slice(0, 60)), text.slice(0, 200));
  assert.ok(text.split('\n').length > 3);
});

test('cells are apart by tabs', async (page, { address }) => {
  await openSample(page, address, 'form');
  await withViewer(page, (viewer) => {
    const row = viewer.shadowRoot.querySelector('[role="row"]');
    getSelection().selectAllChildren(row);
  });
  assert.match(await copied(page), /^姓\s+名\t林晓禾\t性\s+别\t/);
});

test('a table is copied as rows of values and as a table', async (page, { address }) => {
  await openSample(page, address, 'form');
  const shape = await withViewer(page, (viewer) => {
    const table = viewer.shadowRoot.querySelector('[role="table"]');
    getSelection().selectAllChildren(table);
    // The table inside a cell is that cell's text.
    const own = (selector) => [...table.querySelectorAll(selector)].filter((element) => element.parentElement.closest('[role="table"]') === table).length;
    return { rows: own('[role="row"]'), cells: own('[role="cell"], [role="columnheader"]') };
  });
  const lines = (await copied(page)).split('\n');
  assert.equal(lines.length, shape.rows);
  assert.match(lines[0], /^姓\s+名\t林晓禾\t性\s+别\t/);
  const html = await copied(page, 'text/html');
  assert.ok(html.startsWith('<table>') && html.includes('colspan="2"'), html.slice(0, 200));
  assert.equal(html.match(/<tr>/g).length, shape.rows);
  assert.equal(html.match(/<t[dh]/g).length, shape.cells);
});
