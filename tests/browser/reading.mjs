// Finding in flowing text: body text, and what has no offset there: headers, footers, notes, text boxes.
import assert from 'node:assert/strict';
import { zip } from '../../scripts/samples/zip.mjs';
import { allPages, atRest, firstPage, openSample, test, withViewer } from './harness.mjs';

/** A document with a text box. */
async function openBox(page, address) {
  const name = (part) => `http://schemas.openxmlformats.org/${part}`;
  const spaces = `xmlns:w="${name('wordprocessingml/2006/main')}" xmlns:wp="${name('drawingml/2006/wordprocessingDrawing')}" xmlns:a="${name('drawingml/2006/main')}" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`;
  const shape = '<wps:wsp><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2540000" cy="635000"/></a:xfrm><a:prstGeom prst="rect"/></wps:spPr><wps:txbx><w:txbxContent><w:p><w:r><w:t>Boxed words</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>';
  const anchor = `<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>635000</wp:posOffset></wp:positionV><wp:extent cx="2540000" cy="635000"/><wp:wrapTopAndBottom/><wp:docPr id="1" name="Box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">${shape}</a:graphicData></a:graphic></wp:anchor>`;
  const file = zip([
    ['[Content_Types].xml', `<Types xmlns="${name('package/2006/content-types')}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`],
    ['_rels/.rels', `<Relationships xmlns="${name('package/2006/relationships')}"><Relationship Id="r" Type="${name('officeDocument/2006/relationships/officeDocument')}" Target="word/document.xml"/></Relationships>`],
    ['word/document.xml', `<w:document ${spaces}><w:body><w:p><w:r><w:t>Around it</w:t></w:r><w:r><w:drawing>${anchor}</w:drawing></w:r></w:p></w:body></w:document>`],
  ]);
  await page.goto(address);
  await page.locator('#picker').setInputFiles({ name: 'box.docx', mimeType: '', buffer: file });
  await firstPage(page);
  await allPages(page);
}

/** The texts that are marked, and the one that stands out. */
const marked = (page) =>
  page.evaluate(() => {
    const texts = (name) => [...(CSS.highlights.get(name) ?? [])].map(String);
    return { found: texts('docpane-found'), current: texts('docpane-current') };
  });

const currentIs = (page, text) => page.waitForFunction((wanted) => [...(CSS.highlights.get('docpane-current') ?? [])].some((range) => String(range) === wanted), text);

/** A text of five letters or more that stands in a story of some page. */
const textIn = (page, ...stories) =>
  withViewer(
    page,
    async (viewer, wanted) => {
      for (let number = 1; number <= viewer.pageCount; number++) {
        const open = ['body'];
        for (const item of (await viewer.document.page(number)).list.items) {
          if (item.t === 'begin') open.push(item.role === 'story' ? item.story : open.at(-1));
          else if (item.t === 'end') open.pop();
          else if (item.t === 'text' && !item.decoration && item.offset === undefined && wanted.includes(open.at(-1)) && item.text.trim().length >= 5) return item.text.trim().slice(0, 14).trim();
        }
      }
      return null;
    },
    stories,
  );

for (const [sample, ...stories] of [['report', 'header'], ['report', 'footer'], ['report', 'footnote', 'endnote'], [null, 'float']]) {
  test(`the reading view finds and marks ${stories.join(' and ')} text`, async (page, { address }) => {
    if (sample) await openSample(page, address, sample);
    else await openBox(page, address);
    const query = await textIn(page, ...stories);
    assert.ok(query, `${sample} has such text`);
    const onPages = await withViewer(page, (viewer, text) => viewer.find(text), query);
    await withViewer(page, (viewer) => (viewer.view = 'reading'));
    await page.locator('docpane-viewer .section .flow').first().waitFor({ state: 'attached' });
    assert.equal(await withViewer(page, (viewer, text) => viewer.find(text), query), onPages, query);
    const hits = await withViewer(page, (viewer, text) => viewer.search(text), query);
    const steps = hits.findIndex(({ story }) => stories.includes(story));
    assert.ok(steps >= 0, JSON.stringify(hits));
    const said = page.locator('docpane-viewer .found');
    while (!(await said.textContent()).startsWith(`${steps + 1} of`)) await page.keyboard.press('Enter');
    await page.waitForFunction((number) => [...(CSS.highlights.get('docpane-current') ?? [])].some((range) => Number(range.startContainer.parentElement.closest('.section')?.dataset.page) === number), hits[steps].page);
    await currentIs(page, query);
    await atRest(page);
    const seen = await withViewer(page, (viewer) => {
      const [range] = CSS.highlights.get('docpane-current');
      const { top, bottom, height } = range.getBoundingClientRect();
      const room = viewer.shadowRoot.querySelector('.reader').getBoundingClientRect();
      return height > 0 && top >= room.top && bottom <= room.bottom;
    });
    assert.ok(seen, 'it is in the window, and open');
  });
}

test('the text view marks what it finds, and steps', async (page, { address }) => {
  await openSample(page, address, 'work-summary');
  await withViewer(page, (viewer) => (viewer.view = 'text'));
  await page.locator('docpane-viewer .section .lines').first().waitFor();
  const count = await withViewer(page, (viewer) => viewer.find('读者'));
  assert.ok(count > 3);
  await currentIs(page, '读者');
  const first = await marked(page);
  assert.ok(first.found.length > 0 && first.found.every((text) => text.replace(/\s/g, '') === '读者'), JSON.stringify(first));
  const place = () => page.evaluate(() => [...CSS.highlights.get('docpane-current')][0]?.getBoundingClientRect().top);
  const before = await place();
  await page.keyboard.press('Enter');
  await page.locator('docpane-viewer .found').filter({ hasText: /^2 of/ }).waitFor();
  await currentIs(page, '读者');
  assert.notEqual(await place(), before);
});

test('two readers of a page keep their marks', async (page, { address }) => {
  await openSample(page, address, 'work-summary');
  await page.evaluate(async () => {
    const first = document.querySelector('docpane-viewer');
    const second = document.createElement('docpane-viewer');
    second.src = 'samples/work-summary.docx';
    second.style.height = '400px';
    await new Promise((done) => {
      second.addEventListener('docpane-first-page', done, { once: true });
      first.after(second);
    });
    first.view = second.view = 'reading';
    await first.find('读者');
    await second.find('图书馆');
  });
  const marked = () => page.evaluate(() => [...new Set([...CSS.highlights.get('docpane-found'), ...CSS.highlights.get('docpane-current')].map(String))].sort());
  await page.waitForFunction(() => ['读者', '图书馆'].every((text) => [...CSS.highlights.get('docpane-found')].some((range) => String(range) === text)));
  await page.evaluate(() => document.querySelectorAll('docpane-viewer')[1].remove());
  await page.waitForFunction(() => ![...CSS.highlights.get('docpane-found')].some((range) => String(range) === '图书馆'));
  assert.deepEqual(await marked(), ['读者']);
});

test('what stands above and below a page is behind its number', async (page, { address }) => {
  await openSample(page, address, 'report');
  await withViewer(page, (viewer) => (viewer.view = 'reading'));
  const edges = page.locator('docpane-viewer .section[data-page="2"] details.edges');
  await edges.waitFor();
  assert.equal(await edges.locator('.around').isVisible(), false);
  await edges.locator('summary').click();
  assert.ok((await edges.locator('.around').textContent()).trim().length > 5);
  assert.equal(await page.locator('docpane-viewer .section[data-page="2"] .folio').count(), 1);
});
