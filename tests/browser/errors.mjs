// What cannot be shown says so, with what to do; the next document opens all the same.
import assert from 'node:assert/strict';
import { allPages, firstPage, openSample, pageText, test, withViewer } from './harness.mjs';

const alert = (page) => page.locator('docpane-viewer [role="alert"]');

async function open(page, bytes, name = 'file.docx') {
  await page.evaluate(([data, called]) => (document.querySelector('docpane-viewer').file = new File([new Uint8Array(data)], called)), [[...bytes], name]);
}

for (const sample of ['truncated', 'malformed']) {
  test(`the ${sample} sample is told to be damaged, and the next one opens`, async (page, { address }) => {
    await page.goto(`${address}?src=samples/${sample}.docx`);
    await alert(page).waitFor();
    assert.match(await alert(page).textContent(), /damaged|not a Word document|missing/i);
    await page.locator('#samples').selectOption('samples/work-summary.docx');
    await firstPage(page);
    assert.equal(await allPages(page), 13);
    assert.equal(await alert(page).count(), 0);
  });
}

test('files of other kinds are named', async (page, { address }) => {
  await page.goto(address);
  await page.waitForFunction(() => customElements.get('docpane-viewer'));
  const cases = [
    [Buffer.from('%PDF-1.7 something'), /another kind/],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)]), /\.doc|another kind|password|damaged/i],
    [Buffer.from('hello'), /not a Word document/],
    [Buffer.alloc(0), /not a Word document|damaged/],
  ];
  for (const [bytes, expected] of cases) {
    await open(page, bytes);
    await alert(page).filter({ hasText: expected }).waitFor();
  }
});

test('an address that is not there can be tried again', async (page, { address }) => {
  await page.goto(`${address}?src=samples/none.docx`);
  await alert(page).filter({ hasText: 'could not be fetched' }).waitFor();
  assert.ok(await alert(page).getByRole('button', { name: 'Try again' }).isVisible());
}, { allow: [/404/] });

test('a worker that breaks down is replaced', async (page, { address }) => {
  // The first worker is one that starts and then breaks at its first request.
  let workers = 0;
  await page.route('**/docpane/worker.js', async (route) => {
    if (workers++ > 0) return route.continue();
    const body = 'postMessage({ ready: true }); onmessage = ({ data }) => { if ("method" in data) throw new Error("boom"); };';
    await route.fulfill({ contentType: 'text/javascript', body });
  });
  await page.goto(`${address}?src=samples/work-summary.docx`);
  await alert(page).filter({ hasText: 'failed' }).waitFor();
  await alert(page).getByRole('button', { name: 'Try again' }).click();
  await firstPage(page);
  assert.equal(await allPages(page), 13);
  assert.equal(workers, 2);
}, { allow: [/boom/] });

test('another document survives a breakdown, unnoticed', async (page, { address }) => {
  // Once told to, the real worker reports a panic of wasm that no document is known to have caused.
  await page.addInitScript(() => {
    const Real = Worker;
    globalThis.Worker = class extends Real {
      constructor(...values) {
        super(...values);
        globalThis.lastWorker = this;
      }
    };
  });
  await openSample(page, address, 'work-summary');
  await page.evaluate(() => globalThis.lastWorker.dispatchEvent(new MessageEvent('message', { data: { crashed: 'unreachable', culprit: null } })));
  await withViewer(page, (viewer) => (viewer.page = 9));
  assert.ok((await pageText(page, 9)).length > 50);
  assert.equal(await alert(page).count(), 0);
});
