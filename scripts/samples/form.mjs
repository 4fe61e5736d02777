// A Chinese application form: merged cells, vertical text, several borders, shading, check boxes, a nested table, header rows that repeat.
import { p, r, section, table, tc, tr } from './ooxml.mjs';
import { Docx } from './package.mjs';
import { chineseStyles } from './styles.mjs';

const CENTRE = '<w:jc w:val="center"/>';
const LABEL = { fill: 'F2F2F2', vAlign: 'center' };
const MIDDLE = { vAlign: 'center' };
// Eight columns; a row's cells name how many of them they span.
const GRID = [620, 1180, 1300, 900, 1100, 1000, 1100, 1500];

/** A row from [text or markup, span, options] cells. */
function row(cells, options) {
  let at = 0;
  const made = cells.map(([content, span, more = {}]) => {
    const width = GRID.slice(at, at + span).reduce((sum, column) => sum + column, 0);
    at += span;
    const inner = content.startsWith('<') ? content : p(r(content), more === LABEL ? CENTRE : '');
    return tc(width, inner, { span: span > 1 ? span : undefined, ...more });
  });
  return tr(made, options);
}

const label = (text, span) => [text, span, LABEL];
const blank = (span, text = '') => [text, span, MIDDLE];
const side = (text, merge) => [merge === 'continue' ? p() : p(r(text, { bold: true, spacing: 60 }), CENTRE), 1, { ...LABEL, merge, direction: 'tbRlV' }];
const photo = (merge) => [merge === 'restart' ? p(r('照\n片', { color: '808080' }), CENTRE) + p(r('（近期免冠）', { size: 9, color: '808080' }), CENTRE) : p(), 1, { merge, vAlign: 'center' }];

/** A check box as Word 2010 and later hold it. */
function box(text, checked = false) {
  const mark = checked ? '☒' : '☐';
  return (
    `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${checked ? 1 : 0}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>` +
    `<w:sdtContent>${r(mark, { font: '宋体' })}</w:sdtContent></w:sdt>${r(`${text}　`)}`
  );
}

const SCHOOLS = [
  ['2012年9月—2015年6月', '青禾市第一中学', '高中'],
  ['2015年9月—2019年6月', '江南师范大学图书馆学专业', '本科'],
  ['2019年9月—2022年6月', '江南师范大学古籍保护专业', '硕士'],
];

/** The table within the cell for studies. */
function studies() {
  const grid = [2500, 3900, 1300];
  const head = tr(['起止时间', '学校及专业', '学历'].map((text, i) => tc(grid[i], p(r(text, { bold: true }), CENTRE), { fill: 'DEEAF6' })));
  const rows = SCHOOLS.map((cells) => tr(cells.map((text, i) => tc(grid[i], p(r(text), i === 1 ? '' : CENTRE)))));
  return p(r('请从高中填起：')) + table(grid, [head, ...rows]) + p();
}

const STATEMENT = [
  '申请人自2022年7月参加工作以来，一直从事古籍整理与修复，先后参加县志、家谱和契约文书三批地方文献的修复，独立完成修复古籍三百四十余叶，无一返工。2024年参加省级古籍修复技艺比赛，获得二等奖。',
  '申请人能熟练使用全文数据库和图像处理软件，参与“青禾记忆”数据库建设，负责著录规则的拟定和一万二千条元数据的校对。业余时间担任“小小图书管理员”项目的指导老师，累计服务一百六十小时。',
  '本人希望通过此次研修，系统学习纸张检测、染纸配色和书叶加固的方法，回馆后用于民国报纸的抢救性修复，并协助建立本市的修复传习所。',
];

function application() {
  const rows = [
    row([label('姓　　名', 2), blank(1, '林晓禾'), label('性　别', 1), [p(box('男') + box('女', true)), 2, MIDDLE], label('出生年月', 1), photo('restart')], { height: 510 }),
    row([label('民　　族', 2), blank(1, '汉族'), label('籍　贯', 1), blank(2, '青禾市江湾区'), label('政治面貌', 1), photo('continue')], { height: 510 }),
    row([label('工作单位', 2), blank(5, '青禾市图书馆地方文献部'), photo('continue')], { height: 510 }),
    row([label('专业技术职务', 2), blank(2, '助理馆员'), label('任职时间', 1), blank(2, '2023年9月'), photo('continue')], { height: 510 }),
    row([label('联系电话', 2), blank(2, '（内线）8023'), label('电子邮箱', 1), blank(3, 'lin.xiaohe@example.org')], { height: 510 }),
    row([label('申报类别', 2), [p(box('业务研修', true) + box('学术交流') + box('技能竞赛') + box('其他')), 6, MIDDLE]], { height: 510 }),
    row([side('学习经历'), [studies(), 7]], { height: 1800 }),
    row([side('主要业绩', 'restart'), label('修复古籍', 1), blank(2, '342 叶'), label('整理文献', 2), blank(2, '1 260 件')], { height: 480 }),
    row([side('', 'continue'), label('发表论文', 1), blank(2, '3 篇'), label('获奖情况', 2), blank(2, '省级二等奖 1 次')], { height: 480 }),
    row([side('', 'continue'), [STATEMENT.map((text) => p(r(text), '<w:ind w:firstLineChars="200" w:firstLine="420"/>')).join(''), 7]], { height: 2700 }),
    row([side('单位意见'), [opinion('情况属实，同意推荐。', '（盖章）'), 7, { vAlign: 'bottom' }]], { height: 1560, cantSplit: true }),
    row([side('评审意见'), [opinion('', '评审组长（签字）：　　　　　　'), 7, { vAlign: 'bottom' }]], { height: 1560, cantSplit: true }),
  ];
  const edges = ['top', 'left', 'bottom', 'right'].map((edge) => `<w:${edge} w:val="single" w:sz="12" w:space="0" w:color="auto"/>`).join('');
  const inner = '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="auto"/>';
  return table(GRID, rows, { properties: `<w:tblBorders>${edges}${inner}</w:tblBorders>` });
}

const opinion = (text, sign) =>
  p(r(text), '<w:ind w:firstLineChars="200" w:firstLine="420"/>') + p() + p(r(sign), '<w:jc w:val="right"/>') + p(r('年　　月　　日'), '<w:jc w:val="right"/>');

const KINDS = ['县志', '家谱', '契约', '旧报', '碑拓', '手稿', '地图', '老照片'];
const STATES = ['虫蛀', '霉变', '絮化', '撕裂', '水渍', '粘连'];

/** A register of 48 rows whose two header rows repeat on each page; double rules around, none between the columns of a date. */
function register() {
  const grid = [700, 2300, 1300, 1100, 1100, 1100, 1100];
  const head = (texts, spans, merges) => {
    let at = 0;
    const cells = texts.map((text, i) => {
      const width = grid.slice(at, at + spans[i]).reduce((sum, column) => sum + column, 0);
      at += spans[i];
      return tc(width, p(r(text, { bold: true }), CENTRE), { span: spans[i] > 1 ? spans[i] : undefined, merge: merges[i], fill: 'E2EFD9', vAlign: 'center' });
    });
    return tr(cells, { header: true, cantSplit: true, height: 400 });
  };
  const rows = [
    head(['序号', '文献名称', '破损情况', '数量', '修复时间'], [1, 1, 1, 2, 2], ['restart', 'restart', 'restart', undefined, undefined]),
    head(['', '', '', '叶数', '件数', '开始', '完成'], [1, 1, 1, 1, 1, 1, 1], ['continue', 'continue', 'continue']),
  ];
  for (let i = 0; i < 48; i++) {
    const kind = KINDS[(i * 3) % KINDS.length];
    const month = (n) => `${2023 + Math.floor((i + n) / 20)}.${String(((i + n) % 12) + 1).padStart(2, '0')}`;
    const texts = [String(i + 1), `${kind}（第${i + 1}号）`, STATES[(i * 5) % STATES.length], String(4 + ((i * 7) % 23)), String(1 + (i % 3)), month(0), month(2)];
    rows.push(tr(texts.map((text, at) => tc(grid[at], p(r(text), at === 1 ? '' : CENTRE), { fill: i % 2 ? 'F7FBF4' : undefined, vAlign: 'center' })), { height: 380, cantSplit: true }));
  }
  const edge = (name, kind, size) => `<w:${name} w:val="${kind}" w:sz="${size}" w:space="0" w:color="538135"/>`;
  const all = `<w:tblBorders>${edge('top', 'double', 6)}${edge('left', 'nil', 0)}${edge('bottom', 'double', 6)}${edge('right', 'nil', 0)}${edge('insideH', 'dotted', 4)}${edge('insideV', 'single', 4)}</w:tblBorders>`;
  return table(grid, rows, { properties: all });
}

export function form() {
  const docx = new Docx({
    styles: chineseStyles(),
    fonts: ['宋体', '黑体', 'Times New Roman'],
    properties: { title: '业务研修申报表', author: '青禾市图书馆人事部', category: '表格', company: '青禾市图书馆', created: '2026-02-10T02:00:00Z', modified: '2026-03-01T03:20:00Z', pages: 3 },
  });
  const title = (text) => p(r(text, { font: '黑体', size: 18 }), `<w:spacing w:after="160"/>${CENTRE}`);
  const note = p(r('填表说明：', { bold: true }) + r('本表一式两份，用黑色墨水笔填写或者打印；没有的内容填“无”，不得空格。'), '<w:spacing w:before="120"/>');
  const body =
    title('青禾市图书馆业务研修申报表') + application() + note + title('附：个人修复文献登记表').replace('<w:pPr>', '<w:pPr><w:pageBreakBefore/>') + register() + p(r('登记人：林晓禾　　核对人：　　　　　　'), '<w:spacing w:before="200"/><w:jc w:val="right"/>');
  return docx.bytes(body + section({ margins: [1247, 1474, 1247, 1474], grid: 312 }));
}
