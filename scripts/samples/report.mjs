// The English report: contents table with cached entries, headings, footnotes, lists, a styled table, "Page x of y".
import { bookmark, esc, field, p, r, section, table, tc, tr } from './ooxml.mjs';
import { Docx, NAMESPACES } from './package.mjs';
import { englishStyles } from './styles.mjs';
import { lines } from './text.mjs';

const NOTES = {
  fn1: 'Loads are estimated from daily flow and weekly concentration. The method and its error are set out in the Trust’s technical note 14.',
  fn2: 'The sensor at Buoy 3, five metres. The other two depths at that buoy were not affected.',
  fn3: 'Forty-six hauls of a two-metre beam trawl, each of one hundred metres; all fish were returned alive.',
};
const RATINGS = [
  ['North Beach', 'Excellent', 'Excellent', 'Excellent', '22'],
  ['Spit, seaward', 'Excellent', 'Excellent', 'Excellent', '22'],
  ['Spit, landward', 'Excellent', 'Excellent', 'Excellent', '22'],
  ['Gull Point', 'Good', 'Excellent', 'Excellent', '22'],
  ['Lifeboat Slip', 'Good', 'Good', 'Excellent', '21'],
  ['Fishergate', 'Sufficient', 'Sufficient', 'Good', '22'],
  ['Ferry Hard', 'Good', 'Good', 'Good', '22'],
  ['Custom House', 'Sufficient', 'Good', 'Good', '22'],
  ['Inner Basin, west', 'Good', 'Good', 'Good', '20'],
  ['Inner Basin, east', 'Good', 'Sufficient', 'Good', '20'],
  ['Mill Creek', 'Poor', 'Good', 'Good', '22'],
  ['Old Tannery Steps', 'Poor', 'Poor', 'Poor', '22'],
];
// Pages of the headings as laid out; a contents table keeps what Word last wrote.
const PAGES = [2, 3, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5];

export function report() {
  const docx = new Docx({
    styles: englishStyles(),
    fonts: ['Calibri', 'Calibri Light', 'Times New Roman', 'Symbol', 'Courier New'],
    chinese: false,
    properties: {
      title: 'Harbour Water Quality Review',
      subject: 'Annual report 2025',
      author: 'Wrenmouth Harbour Trust',
      keywords: 'water quality; harbour; bathing water',
      category: 'Report',
      company: 'Wrenmouth Harbour Trust',
      created: '2026-01-12T09:00:00Z',
      modified: '2026-02-02T16:40:00Z',
      pages: 5,
    },
  });
  const context = { docx, notes: [], headings: [], bookmarks: 0, site: docx.relate('hyperlink', 'https://example.org/harbour?year=2025&lang=en', true) };
  docx.add('numbering', 'numbering.xml', numbering());
  const header = docx.story('header', 'header1.xml', p(r('Harbour Water Quality Review', { italic: true, color: '5A5A5A' }) + r('\t\t2025', { color: '5A5A5A' }), 'Header'));
  const footer = docx.story('footer', 'footer1.xml', p(r('Wrenmouth Harbour Trust\t\tPage ') + field('PAGE', '2') + r(' of ') + field('NUMPAGES', '5'), 'Footer'));
  const blank = docx.story('footer', 'footer2.xml', p('', 'Footer'));
  const all = lines('report.txt');
  context.headings = all.filter(([mark]) => mark === '##' || mark === '###').map(([mark, text], i) => ({ level: mark.length - 1, text, name: `_Toc2025${String(i + 1).padStart(4, '0')}`, page: PAGES[i] }));
  const body = all.map((line) => block(line, context)).join('');
  docx.add('footnotes', 'footnotes.xml', footnotes(context.notes));
  const refs = `<w:headerReference w:type="default" r:id="${header}"/><w:footerReference w:type="default" r:id="${footer}"/><w:footerReference w:type="first" r:id="${blank}"/>`;
  return docx.bytes(body + section({ refs, margins: [1440, 1440, 1440, 1440, 708, 708], columns: '<w:cols w:space="708"/>', title: true }));
}

function block([mark, text], context) {
  switch (mark) {
    case '#':
      return p(r(text), '<w:pStyle w:val="Title"/><w:spacing w:before="2400"/>');
    case '>':
      return p(r(text), 'Subtitle');
    case '##':
    case '###':
      return heading(text, mark.length - 1, context);
    case '*':
    case '-':
      return p(r(text), `<w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${mark === '*' ? 1 : 2}"/></w:numPr>`);
    case 'toc':
      return contents(context);
    case 'table':
      return ratings();
    case 'info':
      return information(context);
    default:
      return p(noted(text, context));
  }
}

function heading(text, level, context) {
  const { name } = context.headings.find((entry) => entry.text === text);
  return p(bookmark(context.bookmarks++, name, r(text)), `Heading${level}`);
}

/** Text with `[fnN]` marks made references. */
function noted(text, context) {
  return text
    .split(/(\[fn\d\])/)
    .map((piece) => {
      const note = NOTES[piece.slice(1, -1)];
      if (!note) return r(piece);
      context.notes.push(note);
      return `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${context.notes.length}"/></w:r>`;
    })
    .join('');
}

function footnotes(notes) {
  const special = (id, kind, mark) => `<w:footnote w:type="${kind}" w:id="${id}">${p(`<w:r><w:${mark}/></w:r>`, '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>')}</w:footnote>`;
  const note = (text, i) => `<w:footnote w:id="${i + 1}">${p(`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>${r(` ${text}`)}`, 'FootnoteText')}</w:footnote>`;
  return `<w:footnotes ${NAMESPACES}>${special(-1, 'separator', 'separator')}${special(0, 'continuationSeparator', 'continuationSeparator')}${notes.map(note).join('')}</w:footnotes>`;
}

function information({ site }) {
  const link = `<w:hyperlink r:id="${site}" w:tooltip="The Trust’s pages" w:history="1">${r('example.org/harbour', { style: 'Hyperlink' })}</w:hyperlink>`;
  return (
    p(r('Prepared by the survey team and approved by the Board on 12 January 2026. The figures, the maps and this report are at ') + link + r('.')) +
    p('<w:r><w:br w:type="page"/></w:r>')
  );
}

/** A TOC field: its result is a paragraph a heading, with hyperlinks, dot leaders and page references. */
function contents({ headings }) {
  const open = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`;
  const entries = headings.map(({ level, text, name, page }, i) => {
    const number = field(`PAGEREF ${name} \\h`, String(page), { hidden: true });
    const link = `<w:hyperlink w:anchor="${name}" w:history="1">${r(text, { style: 'Hyperlink', noProof: true })}${r('\t', { hidden: true, noProof: true })}${number}</w:hyperlink>`;
    return p((i ? '' : open) + link, `<w:pStyle w:val="TOC${level}"/><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9016"/></w:tabs>`);
  });
  const inner = p(r('Contents'), 'TOCHeading') + entries.join('') + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>');
  return `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
}

function ratings() {
  const grid = [2816, 1650, 1650, 1650, 1250];
  const cell = (text, i) => tc(grid[i], p(r(text), i === 4 ? '<w:jc w:val="right"/>' : ''));
  const head = tr(['Station', '2023', '2024', '2025', 'Samples'].map(cell), { header: true });
  const caption = p(r('Table ') + field('SEQ Table \\* ARABIC', '1') + r(` ${esc('Rating of the bathing stations, 2023 to 2025')}`), 'Caption');
  const rows = RATINGS.map((row) => tr(row.map(cell), { cantSplit: true }));
  return caption + table(grid, [head, ...rows], { style: 'GridTable4-Accent1', jc: '' }) + p('', '<w:spacing w:after="0"/>');
}

function numbering() {
  const level = (format, text, font) =>
    `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>${font ? `<w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:hint="default"/></w:rPr>` : ''}</w:lvl>`;
  const list = (id, levels) => `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="hybridMultilevel"/>${levels}</w:abstractNum>`;
  const num = (id, abstract) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/></w:num>`;
  return `<w:numbering ${NAMESPACES}>${list(0, level('bullet', '\uf0b7', 'Symbol'))}${list(1, level('decimal', '%1.'))}${num(1, 0)}${num(2, 1)}</w:numbering>`;
}
