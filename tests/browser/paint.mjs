// The painted page: every run as wide as layout made it, semantic elements, pictures freed, and the mirror of the types.
import assert from 'node:assert/strict';
import { zip } from '../../scripts/samples/zip.mjs';
import { firstPage, openSample, pageText, test, withViewer } from './harness.mjs';

const SAMPLES = ['work-summary', 'report', 'form', 'contract', 'pictures'];

for (const sample of SAMPLES) {
  test(`runs of ${sample} stand where layout put them`, async (page, { address }) => {
    await openSample(page, address, sample);
    await page.locator('docpane-viewer .zoom').selectOption('1');
    const count = await withViewer(page, (viewer) => viewer.pageCount);
    for (const number of [1, count]) {
      await withViewer(page, (viewer, n) => (viewer.page = n), number);
      await pageText(page, number);
      const off = await withViewer(
        page,
        async (viewer, n) => {
          const { list } = await viewer.document.page(n);
          const sheet = viewer.shadowRoot.querySelector(`[data-page="${n}"] .dp-sheet`);
          const base = sheet.getBoundingClientRect();
          const scale = base.width / list.width;
          let turned = 0;
          const open = [];
          const texts = list.items.filter((item) => {
            if (item.t === 'begin') turned += open.push(item.role === 'turn') && item.role === 'turn' ? 1 : 0;
            if (item.t === 'end' && open.pop()) turned--;
            return item.t === 'text' && turned === 0;
          });
          const runs = [...sheet.querySelectorAll('.run')].filter((run) => ![...run.closest('.dp-sheet').querySelectorAll('.frame')].some((frame) => frame.style.transform.startsWith('rotate') && frame.contains(run)));
          const wrong = [];
          runs.forEach((run, index) => {
            const text = texts[index];
            const box = run.getBoundingClientRect();
            if (!text || run.textContent !== text.text) return wrong.push(`order: ${run.textContent} for ${text?.text}`);
            const shift = Number.parseFloat(run.style.left) || 0;
            const left = (box.left - base.left - (run.classList.contains('aside') ? 0 : shift * 1)) / scale;
            const spacing = run.classList.contains('boxed') || [...text.text].length < 2 ? 0 : Number.parseFloat(run.style.letterSpacing) || 0;
            const blank = text.text.endsWith(' ') ? Number.parseFloat(run.style.wordSpacing) || 0 : 0;
            const width = (box.width - spacing - blank) / scale;
            if (Math.abs(width - text.width) > 0.25 || Math.abs(left - text.x) > 0.4) {
              wrong.push(`${JSON.stringify(text.text)} at ${left.toFixed(2)} + ${width.toFixed(2)}, not ${text.x} + ${text.width}`);
            }
          });
          return { wrong: wrong.slice(0, 5), runs: runs.length };
        },
        number,
      );
      assert.ok(off.runs > 0 || sample === 'pictures', `page ${number} has no text`);
      assert.deepEqual(off.wrong, [], `page ${number}`);
    }
  });
}

test('headings, links and tables are what they are', async (page, { address }) => {
  await openSample(page, address, 'report');
  const viewer = page.locator('docpane-viewer');
  await withViewer(page, (element) => (element.page = 3));
  await pageText(page, 3);
  assert.ok((await viewer.getByRole('heading').count()) > 0);
  await withViewer(page, (element) => (element.page = 1));
  await pageText(page, 1);
  const link = viewer.locator('.dp-sheet a[href^="http"]').first();
  assert.equal(await link.getAttribute('rel'), 'noopener noreferrer');
  await page.locator('#samples').selectOption('samples/form.docx');
  await page.waitForFunction(() => document.querySelector('docpane-viewer').shadowRoot.querySelector('[role="cell"]'));
  assert.ok((await viewer.getByRole('row').count()) > 5);
});

test('in-document links lead to their page', async (page, { address }) => {
  await openSample(page, address, 'report');
  await withViewer(page, (viewer) => (viewer.page = 2));
  await pageText(page, 2);
  const link = page.locator('docpane-viewer [data-page="2"] a[data-bookmark]').last();
  await link.waitFor({ state: 'attached' });
  await link.locator('.run').first().click();
  await page.waitForFunction(() => document.querySelector('docpane-viewer').page > 2);
});

test('a link out asks the host first', async (page, { address }) => {
  await openSample(page, address, 'report');
  const asked = await withViewer(page, async (viewer) => {
    const link = [...viewer.shadowRoot.querySelectorAll('.dp-sheet a')].find((a) => a.target === '_blank');
    return new Promise((resolve) => {
      viewer.addEventListener('docpane-link', (event) => {
        event.preventDefault();
        resolve(event.detail.url);
      });
      link.click();
    });
  });
  assert.match(asked, /^https?:/);
});

test('pictures are shown and freed with their page', async (page, { address }) => {
  await page.addInitScript(() => {
    globalThis.live = new Set();
    const { createObjectURL, revokeObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      const url = createObjectURL.call(URL, blob);
      globalThis.live.add(url);
      return url;
    };
    URL.revokeObjectURL = (url) => {
      globalThis.live.delete(url);
      revokeObjectURL.call(URL, url);
    };
  });
  await openSample(page, address, 'pictures');
  await page.waitForFunction(() => [...document.querySelector('docpane-viewer').shadowRoot.querySelectorAll('.picture img')].some((image) => image.naturalWidth > 0));
  assert.ok((await page.evaluate(() => globalThis.live.size)) > 0);
  await page.locator('#samples').selectOption('samples/report.docx');
  await page.waitForFunction(() => document.querySelector('docpane-viewer').shadowRoot.querySelector('.title').textContent.startsWith('Harbour'));
  assert.equal(await page.evaluate(() => globalThis.live.size), 0);
});

test('no style attribute comes from markup, and nothing is parsed as such', async (page, { address }) => {
  await page.addInitScript(() => {
    for (const name of ['innerHTML', 'outerHTML']) {
      const { set } = Object.getOwnPropertyDescriptor(Element.prototype, name);
      Object.defineProperty(Element.prototype, name, {
        set(value) {
          globalThis.parsed = value;
          set.call(this, value);
        },
      });
    }
    addEventListener('securitypolicyviolation', (event) => (globalThis.parsed = event.violatedDirective));
  });
  await openSample(page, address, 'contract');
  assert.equal(await page.evaluate(() => globalThis.parsed), undefined);
});

/** A document with a metafile that is none. */
function withDamagedMetafile() {
  const name = (part) => `http://schemas.openxmlformats.org/${part}`;
  const spaces = `xmlns:w="${name('wordprocessingml/2006/main')}" xmlns:wp="${name('drawingml/2006/wordprocessingDrawing')}" xmlns:a="${name('drawingml/2006/main')}" xmlns:pic="${name('drawingml/2006/picture')}" xmlns:r="${name('officeDocument/2006/relationships')}"`;
  const picture = '<pic:pic><pic:blipFill><a:blip r:embed="rId1"/><a:stretch/></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1270000" cy="1270000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic>';
  const inline = `<wp:inline><wp:extent cx="1270000" cy="1270000"/><wp:docPr id="1" name="Logo"/><a:graphic><a:graphicData uri="${name('drawingml/2006/picture')}">${picture}</a:graphicData></a:graphic></wp:inline>`;
  return zip([
    ['[Content_Types].xml', `<Types xmlns="${name('package/2006/content-types')}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="emf" ContentType="image/x-emf"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`],
    ['_rels/.rels', `<Relationships xmlns="${name('package/2006/relationships')}"><Relationship Id="r" Type="${name('officeDocument/2006/relationships/officeDocument')}" Target="word/document.xml"/></Relationships>`],
    ['word/_rels/document.xml.rels', `<Relationships xmlns="${name('package/2006/relationships')}"><Relationship Id="rId1" Type="${name('officeDocument/2006/relationships/image')}" Target="media/image1.emf"/></Relationships>`],
    ['word/media/image1.emf', 'Nothing that a metafile would hold.'],
    ['word/document.xml', `<w:document ${spaces}><w:body><w:p><w:r><w:t>Before the logo</w:t></w:r><w:r><w:drawing>${inline}</w:drawing></w:r></w:p></w:body></w:document>`],
  ]);
}

test('a metafile that cannot be read is a box, and is warned of', async (page, { address }) => {
  await page.goto(address);
  await page.locator('#picker').setInputFiles({ name: 'logo.docx', mimeType: '', buffer: withDamagedMetafile() });
  await firstPage(page);
  await page.locator('docpane-viewer .dp-sheet .picture.missing').first().waitFor();
  const warnings = await withViewer(page, (viewer) => viewer.document.warnings());
  assert.deepEqual(warnings.filter(({ kind }) => kind === 'not-drawn').map(({ place }) => place.part), ['word/media/image1.emf'], JSON.stringify(warnings));
});
