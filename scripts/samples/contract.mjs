// A Chinese contract in sections: numbered articles, two columns, a landscape table, page numbers that start again.
import { field, p, r, section, table, tc, tr } from './ooxml.mjs';
import { Docx, NAMESPACES } from './package.mjs';
import { chineseStyles } from './styles.mjs';
import { lines } from './text.mjs';

const BODY = { size: 12 };
const LINE = '<w:spacing w:line="360" w:lineRule="auto"/>';
const MARGINS = [1440, 1800, 1440, 1800];

export function contract() {
  const docx = new Docx({
    styles: chineseStyles({ latin: 'Calibri' }),
    fonts: ['宋体', '黑体', 'Calibri', 'Times New Roman'],
    properties: { title: '图书采购与配送合同', author: '青禾市图书馆采编部', category: '合同', company: '青禾市图书馆', created: '2026-01-15T02:00:00Z', modified: '2026-01-20T09:45:00Z', pages: 6 },
  });
  docx.add('numbering', 'numbering.xml', numbering());
  const header = docx.story('header', 'header1.xml', p(r('合同编号：QH-2026-017\t\t图书采购与配送合同'), 'a3'));
  const number = (total) => p(r('第 ') + field('PAGE', '1') + r(' 页　共 ') + field(total, '1') + r(' 页'), `<w:pStyle w:val="a4"/><w:jc w:val="center"/>`);
  const footer = docx.story('footer', 'footer1.xml', number('SECTIONPAGES'));
  const refs = `<w:headerReference w:type="default" r:id="${header}"/><w:footerReference w:type="default" r:id="${footer}"/>`;
  const parts = { cover: [], articles: [], glossary: [] };
  let part = 'cover';
  for (const [mark, text] of lines('contract.txt')) {
    if (mark in parts) part = mark;
    else parts[part].push(block(mark, text));
  }
  const end = (properties) => p('', section(properties));
  const body =
    parts.cover.join('') +
    end({ margins: [3400, 1800, 1440, 1800], type: 'nextPage', grid: 312 }) +
    parts.articles.join('') +
    end({ refs, margins: MARGINS, type: 'nextPage', grid: 312, numbering: '<w:pgNumType w:start="1"/>' }) +
    p(r('附件一　名词解释', { font: '黑体', size: 14 }), '<w:spacing w:before="240" w:after="120"/>') +
    end({ margins: MARGINS, type: 'nextPage', grid: 312, numbering: '<w:pgNumType w:start="1"/>' }) +
    parts.glossary.join('') +
    end({ margins: MARGINS, type: 'continuous', grid: 312, columns: '<w:cols w:num="2" w:sep="1" w:space="425"/>' }) +
    // A continuous break after the columns makes Word balance them.
    p(r('（以下无正文）', { size: 10.5 }), `<w:jc w:val="center"/>${section({ margins: MARGINS, type: 'continuous', grid: 312 })}`) +
    p(r('附件二　2026年采购计划', { font: '黑体', size: 14 }), '<w:spacing w:before="120" w:after="120"/>') +
    plan();
  return docx.bytes(body + section({ margins: [1800, 1440, 1800, 1440], landscape: true, type: 'nextPage', grid: 312 }));
}

function block(mark, text) {
  switch (mark) {
    case '#':
      return p(r(text, { font: '黑体', size: 26 }), '<w:spacing w:after="2400"/><w:jc w:val="center"/>');
    case '>': {
      const [name, value] = text.split('：');
      return p(r(`${name}：`, { size: 15 }) + r(`${value}\t`, { size: 15, underline: 'single' }), '<w:tabs><w:tab w:val="left" w:pos="7200"/></w:tabs><w:spacing w:line="600" w:lineRule="auto"/><w:ind w:left="1000"/>');
    }
    case '##':
      return p(r(text, { ...BODY, font: '黑体' }), `<w:keepNext/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:before="156" w:beforeLines="50" w:line="360" w:lineRule="auto"/>`);
    case '-':
      return p(r(text, BODY), `<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>${LINE}`);
    case '*':
      return p(r(text, BODY), `<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>${LINE}`);
    case '@':
      return p(r(text, { size: 10.5 }), '<w:ind w:firstLineChars="200" w:firstLine="420"/>');
    case 'sign':
      return signatures();
    default:
      return p(r(text, BODY), `${LINE}<w:ind w:firstLineChars="200" w:firstLine="480"/>`);
  }
}

/** Where both sides sign: a table without rules. */
function signatures() {
  const cell = (side) => tc(4153, [`${side}（盖章）：`, '代表人（签字）：', '日期：　　　年　　月　　日'].map((text) => p(r(text, BODY), '<w:spacing w:before="240"/>')).join(''));
  return table([4153, 4153], [tr([cell('甲方'), cell('乙方')], { cantSplit: true })], { style: 'TableNormal' });
}

const QUARTERS = ['一季度', '二季度', '三季度', '四季度'];
const SHELVES = [
  ['少儿绘本', 5200, 46.8],
  ['文学艺术', 4100, 45.1],
  ['历史地理', 2300, 32.2],
  ['实用技能', 1900, 22.8],
  ['科普读物', 2600, 33.8],
  ['地方文献', 700, 35.0],
  ['外文图书', 420, 42.0],
];

function plan() {
  const grid = [1700, 1400, 1400, 1400, 1400, 1400, 1400, 1400, 1500];
  const head1 = tr(
    [tc(grid[0], p(r('类别', { bold: true }), '<w:jc w:val="center"/>'), { merge: 'restart', vAlign: 'center', fill: 'DEEAF6' })].concat(
      QUARTERS.map((quarter, i) => tc(grid[1] + (i === 3 ? grid[8] : grid[1]), p(r(quarter, { bold: true }), '<w:jc w:val="center"/>'), { span: 2, fill: 'DEEAF6' })),
    ),
    { header: true },
  );
  const head2 = tr(
    [tc(grid[0], p(), { merge: 'continue', fill: 'DEEAF6' })].concat(QUARTERS.flatMap((_, i) => ['册数', '金额（万元）'].map((text, j) => tc(grid[1 + i * 2 + j], p(r(text), '<w:jc w:val="center"/>'), { fill: 'F2F7FC' })))),
    { header: true },
  );
  const rows = SHELVES.map(([name, copies, money]) =>
    tr([tc(grid[0], p(r(name), '<w:jc w:val="center"/>'))].concat(QUARTERS.flatMap((_, i) => [String(Math.round((copies * (22 + i * 2)) / 100)), ((money * (22 + i * 2)) / 100).toFixed(2)].map((text, j) => tc(grid[1 + i * 2 + j], p(r(text), '<w:jc w:val="right"/>')))))),
  );
  return table(grid, [head1, head2, ...rows]) + p(r('注：册数与金额为计划数，结算以验收清单为准。', { size: 9 }), '<w:spacing w:before="120"/>');
}

function numbering() {
  const level = (n, format, text, indent, suffix = '') =>
    `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${suffix}<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr>${indent}</w:pPr></w:lvl>`;
  const levels =
    level(0, 'chineseCountingThousand', '第%1条', '<w:ind w:left="0" w:firstLine="0"/>', '<w:suff w:val="space"/>') +
    level(1, 'decimal', '%1.%2', '<w:ind w:left="720" w:hanging="720"/>', '').replace('<w:lvlText', '<w:isLgl/><w:lvlText') +
    level(2, 'decimal', '（%3）', '<w:ind w:left="1200" w:hanging="480"/>', '<w:suff w:val="nothing"/>');
  return `<w:numbering ${NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
}
