// The Chinese work summary: an official paper after GB/T 9704 (22 lines of 三号 仿宋 on a page, 156 mm by 225 mm).
import { png } from './images.mjs';
import { field, floating, p, r, section, table, tc, tr } from './ooxml.mjs';
import { Docx } from './package.mjs';
import { seal } from './raster.mjs';
import { chineseStyles } from './styles.mjs';
import { lines } from './text.mjs';

const BODY = { font: '仿宋_GB2312', latin: 'Times New Roman', size: 16 };
const FACES = { '##': { ...BODY, font: '黑体' }, '###': { ...BODY, font: '楷体_GB2312' } };
const INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
const SMALL = { font: '仿宋_GB2312', latin: 'Times New Roman', size: 12 };
// Cells are off the page's grid, which is far wider than their text needs.
const CELL = '<w:snapToGrid w:val="0"/><w:spacing w:line="340" w:lineRule="exact"/>';

const FIGURES = [
  ['文献总藏量', '万册（件）', '119.2', '128.6', '7.9%'],
  ['接待读者', '万人次', '196.4', '218.6', '11.3%'],
  ['外借文献', '万册次', '150.1', '163.2', '8.7%'],
  ['阅读推广活动', '场', '982', '1147', '16.8%'],
  ['活动参加人数', '万人次', '21.9', '26.4', '20.5%'],
  ['新办读者证', '张', '33540', '38905', '16.0%'],
  ['服务网点', '个', '56', '74', '32.1%'],
  ['注册志愿者', '人', '1860', '2540', '36.6%'],
];

const TASKS = [
  ['网点布局', '新建北部山区乡镇分馆3处，设立图书驿站，流动图书车增至4辆', '辅导部', '9月底前'],
  ['网点布局', '村级服务点实行“一点一员”，每季度抽查1次', '辅导部', '全年'],
  ['馆藏建设', '建立采购与借阅数据月度会商制度，热门图书3个工作日内增加复本', '采编部', '3月底前'],
  ['馆藏建设', '与3所高校图书馆实现书目互查、文献互借', '采编部\n技术部', '12月底前'],
  ['阅读推广', '培育固定读书小组50个，每组配备领读人1名', '活动部', '6月底前'],
  ['阅读推广', '向新生儿家庭发放“阅读起步包”', '少儿部', '4月起'],
  ['数字化', '扫描地方文献20万页，整理口述史录音100小时', '地方文献部', '11月底前'],
  ['数字化', '业务系统与市民卡互通，免收押金', '技术部', '5月底前'],
  ['队伍建设', '设立古籍修复传习所，举办儿童阅读指导师培训班', '人事部', '8月底前'],
  ['新馆筹建', '完成选址论证和方案设计，召开座谈会不少于6次', '办公室', '12月底前'],
];

export function workSummary() {
  const docx = new Docx({
    styles: chineseStyles(),
    fonts: ['方正小标宋简体', '仿宋_GB2312', '楷体_GB2312', '黑体', '宋体', 'Times New Roman'],
    evenAndOdd: true,
    properties: {
      title: '青禾市图书馆2025年度工作总结',
      subject: '年度工作总结',
      author: '青禾市图书馆办公室',
      keywords: '图书馆；工作总结；2025',
      category: '公文',
      company: '青禾市图书馆',
      created: '2025-12-28T01:30:00Z',
      modified: '2026-01-06T08:15:00Z',
      pages: 13,
    },
  });
  const number = (jc, side) => {
    const dash = { font: '宋体', size: 14 };
    return p(r('— ', dash) + field('PAGE   \\* MERGEFORMAT', '1', dash) + r(' —', dash), `<w:pStyle w:val="a4"/><w:ind w:${side}Chars="100" w:${side}="210"/><w:jc w:val="${jc}"/>`);
  };
  const odd = docx.story('footer', 'footer1.xml', number('right', 'right'));
  const even = docx.story('footer', 'footer2.xml', number('left', 'left'));
  const stamp = docx.media('image1.png', png(seal(360)));
  const refs = `<w:footerReference w:type="even" r:id="${even}"/><w:footerReference w:type="default" r:id="${odd}"/>`;
  const body = lines('work-summary.txt').map((line) => block(line, stamp)).join('');
  return docx.bytes(body + section({ refs, margins: [2098, 1474, 1984, 1588, 851, 1361], grid: 579 }));
}

function block([mark, text], stamp) {
  switch (mark) {
    case '#':
    case '#+':
      return p(r(text, { font: '方正小标宋简体', size: mark === '#' ? 22 : 18 }), '<w:spacing w:line="640" w:lineRule="exact"/><w:jc w:val="center"/>');
    case '##':
    case '###':
      return p(r(text, FACES[mark]), `<w:keepNext/>${INDENT}<w:outlineLvl w:val="${mark.length - 2}"/>`);
    case '@':
      return p('') + p(r(text, BODY), INDENT);
    case 'table':
      return figures();
    case 'stamp':
      return signature(stamp);
    case 'annex':
      return annex();
    default:
      return p(r(text, BODY), /：$/.test(text) && text.length < 16 ? '' : INDENT);
  }
}

function figures() {
  const grid = [2600, 1700, 1500, 1500, 1400];
  const cell = (text, i, o = {}) => tc(grid[i], p(r(text, { ...SMALL, ...o }), `${CELL}<w:jc w:val="${i < 2 ? 'center' : o.bold ? 'center' : 'right'}"/>`), { vAlign: 'center', fill: o.bold ? 'EDEDED' : undefined });
  const head = tr(['指　　标', '单　　位', '2024年', '2025年', '同比增长'].map((text, i) => cell(text, i, { font: '黑体', bold: true })), { height: 480, header: true });
  const rows = FIGURES.map((row) => tr(row.map((text, i) => cell(text, i)), { height: 440, cantSplit: true }));
  const title = p(r('表1　2025年度主要业务数据', { ...SMALL, font: '黑体', size: 14 }), '<w:keepNext/><w:jc w:val="center"/>');
  return title + table(grid, [head, ...rows]);
}

/** The name and the date at the right, four characters in, with the seal over them. */
function signature(stamp) {
  const right = '<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>';
  const drawing = floating(1, stamp, { x: 270, y: -38, width: 119, height: 119, alt: '青禾市图书馆印章', behind: true });
  return p('') + p('') + p(drawing + r('青禾市图书馆', BODY), right.replace('400', '500').replace('1280', '1600')) + p(r('2026年1月6日', BODY), right);
}

/** The annex on a page of its own: tasks, grouped by vertically merged cells. */
function annex() {
  const grid = [1300, 4300, 1500, 1600];
  const cell = (text, i, o = {}, more = {}) =>
    tc(grid[i], text.split('\n').map((line) => p(r(line, { ...SMALL, ...o }), `${CELL}<w:jc w:val="${i === 1 && !o.bold ? 'both' : 'center'}"/>`)).join(''), { vAlign: 'center', ...more });
  const head = tr(['类　别', '任　务', '责任部室', '完成时限'].map((text, i) => cell(text, i, { font: '黑体', bold: true }, { fill: 'EDEDED' })), { height: 600, header: true });
  const rows = TASKS.map(([kind, ...rest], at) => {
    const merge = TASKS[at - 1]?.[0] === kind ? 'continue' : TASKS[at + 1]?.[0] === kind ? 'restart' : undefined;
    return tr([cell(merge === 'continue' ? '' : kind, 0, {}, { merge }), ...rest.map((text, i) => cell(text, i + 1))], { height: 820, cantSplit: true });
  });
  const title = p(r('2026年重点工作任务分解表', { font: '方正小标宋简体', size: 18 }), '<w:spacing w:before="120" w:after="240" w:line="560" w:lineRule="exact"/><w:jc w:val="center"/>');
  return p(r('附件', FACES['##']), '<w:pageBreakBefore/>') + title + table(grid, [head, ...rows]) + p('', '<w:spacing w:line="20" w:lineRule="exact"/>');
}
