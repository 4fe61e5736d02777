// A font that a document brings along is painted with, under a name of its own, and gone when the document closes.
import assert from 'node:assert/strict';
import { zip } from '../../scripts/samples/zip.mjs';
import { firstPage, test, withViewer } from './harness.mjs';
import { font, obfuscated } from './lib/font.mjs';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const KEY = '{1DF903AD-7B14-4A14-A5CC-0D6D9D5F4B2C}';

function sample() {
  const fonts = `<w:rFonts w:ascii="Boxes of Our Own" w:hAnsi="Boxes of Our Own"/><w:sz w:val="40"/>`;
  return zip([
    ['[Content_Types].xml', `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/fontTable.xml" ContentType="${TYPE}.fontTable+xml"/></Types>`],
    ['_rels/.rels', `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`],
    ['word/_rels/document.xml.rels', `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="f" Type="${R}/fontTable" Target="fontTable.xml"/></Relationships>`],
    ['word/_rels/fontTable.xml.rels', `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="own" Type="${R}/font" Target="fonts/font1.odttf"/></Relationships>`],
    ['word/document.xml', `<w:document ${W}><w:body><w:p><w:r><w:rPr>${fonts}</w:rPr><w:t>BOX</w:t></w:r></w:p></w:body></w:document>`],
    ['word/fontTable.xml', `<w:fonts ${W} xmlns:r="${R}"><w:font w:name="Boxes of Our Own"><w:embedRegular r:id="own" w:fontKey="${KEY}"/></w:font></w:fonts>`],
    ['word/fonts/font1.odttf', obfuscated(font('Boxes of Our Own'), KEY)],
  ]);
}

test('an embedded font is measured and painted with, and released', async (page, { address }) => {
  await page.goto(address);
  await page.locator('#picker').setInputFiles({ name: 'own-font.docx', mimeType: '', buffer: sample() });
  await firstPage(page);
  const found = await withViewer(page, async (viewer) => {
    const { list } = await viewer.document.page(1);
    const run = viewer.shadowRoot.querySelector('.dp-sheet .run');
    const own = [...document.fonts].filter((face) => face.family.includes('docpane-own'));
    const canvas = document.createElement('canvas').getContext('2d');
    canvas.font = `20px ${own[0]?.family}`;
    return {
      laidOut: list.items.find((item) => item.t === 'text').width,
      painted: getComputedStyle(run).fontFamily,
      loaded: own.map((face) => `${face.family.replaceAll('"', '')} ${face.status}`),
      natural: canvas.measureText('BOX').width,
    };
  });
  // Three letters, two em each, at 20 pt.
  assert.equal(found.laidOut, 120);
  assert.ok(Math.abs(found.natural - 120) < 0.01, String(found.natural));
  assert.equal(found.loaded.length, 1);
  assert.match(found.loaded[0], /^docpane-own-\d+-0 loaded$/);
  assert.match(found.painted, /docpane-own-/);
  const left = await withViewer(page, async (viewer) => {
    viewer.document.close();
    const left = () => [...document.fonts].filter((face) => face.family.includes('docpane-own')).length;
    for (let frames = 0; left() > 0 && frames < 600; frames++) await new Promise(requestAnimationFrame);
    return left();
  });
  assert.equal(left, 0);
});
