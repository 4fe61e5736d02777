// A long document (more than 300 pages): the observation log of an imaginary weather station, seven years day by day.
import { bookmark, field, p, r, section, table, tc, tr } from './ooxml.mjs';
import { Docx } from './package.mjs';
import { chineseStyles } from './styles.mjs';

const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025];
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];
const OBSERVERS = ['沈望', '陆青', '周一帆', '何秋实', '许远山', '方田'];
const SKIES = ['晴', '多云', '阴', '小雨', '中雨', '阵雨', '雾', '霾', '小雪'];
const WINDS = ['东风', '东南风', '南风', '西南风', '西风', '西北风', '北风', '东北风'];

const MORNING = [
  '清晨六时巡视观测场，百叶箱、雨量筒和风向标均正常，草面有露。',
  '清晨巡视时发现蒸发皿边缘落有杂草，已清理并补水至刻度。',
  '清晨能见度不足一千米，河谷方向尤其模糊，九时以后逐渐转好。',
  '日出时东方有淡薄卷云，观测场积水已退，各仪器读数稳定。',
  '清晨地面结有薄霜，最低温度表下移明显，复位后再次核对。',
  '夜间有阵性降水，雨量筒内积水及时量取并登记。',
];
const NOON = [
  '十四时气温升至全日最高，积云发展旺盛，云底高约八百米。',
  '午后风力略有加大，旗绳松动，已由值班员重新系紧。',
  '午后与县局电话核对上传数据，两条缺测记录已补报。',
  '中午对自动站采集器作例行检查，供电和通信均正常。',
  '午后有学生三十余人来站参观，讲解了温、湿、风、雨四类仪器的用途。',
  '下午检修雨量传感器，清除漏斗内的树叶，注水试验误差在允许范围以内。',
  '午后西北方出现积雨云，隐约可闻雷声，已按规定加密观测。',
];
const EVENING = [
  '二十时定时观测完成，全日数据经校对后上传，无错情。',
  '傍晚云量减少，晚霞明显，预计次日以晴到多云为主。',
  '入夜后气压缓慢上升，风向转北，冷空气前锋已过本站。',
  '晚间整理本旬报表，日照时数与历年同期相比略偏少。',
  '夜间值班无异常，备用电源测试一次，切换时间不到两秒。',
  '傍晚接到防汛部门来电询问雨情，已将逐时雨量通报。',
];

/** A small generator of numbers (mulberry32), so that the log is the same whenever it is written. */
function generator(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function long() {
  const docx = new Docx({
    styles: chineseStyles({ latin: 'Calibri' }),
    fonts: ['宋体', '黑体', 'Calibri', 'Arial', 'Times New Roman'],
    properties: { title: '望河气象站观测日志（2019—2025年）', author: '望河气象站', category: '日志', company: '望河气象站', created: '2026-01-02T00:30:00Z', modified: '2026-01-08T07:10:00Z', pages: 358 },
  });
  const header = docx.story('header', 'header1.xml', p(r('望河气象站观测日志'), 'a3'));
  const footer = docx.story('footer', 'footer1.xml', p(field('PAGE', '1') + r(' / ') + field('NUMPAGES', '358'), '<w:pStyle w:val="a4"/><w:jc w:val="center"/>'));
  const refs = `<w:headerReference w:type="default" r:id="${header}"/><w:footerReference w:type="default" r:id="${footer}"/>`;
  const random = generator(20190101);
  const body = [p(r('望河气象站观测日志', { font: '黑体', size: 26 }), '<w:spacing w:before="3000" w:after="600"/><w:jc w:val="center"/>'), p(r('2019年1月—2025年12月', { size: 16 }), '<w:jc w:val="center"/>')];
  let mark = 0;
  for (const year of YEARS) {
    for (let month = 1; month <= 12; month++) {
      const days = log(year, month, random);
      const first = month === 1;
      if (first) body.push(p(bookmark(mark++, `y${year}`, r(`${year}年`)), '<w:pStyle w:val="1"/><w:pageBreakBefore/>'));
      body.push(p(bookmark(mark++, `m${year}${String(month).padStart(2, '0')}`, r(`${year}年${month}月`)), '2'), monthly(days));
      for (const day of days) body.push(p(r(`${month}月${day.day}日　星期${day.weekday}　${day.sky}`), '3'), p(r(day.text), '<w:ind w:firstLineChars="200" w:firstLine="420"/>'));
    }
  }
  return docx.bytes(body.join('') + section({ refs, margins: [1440, 1800, 1440, 1800], grid: 312 }));
}

/** The days of a month with their figures and their prose. */
function log(year, month, random) {
  const pick = (from) => from[Math.floor(random() * from.length)];
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from({ length: count }, (_, i) => {
    const day = i + 1;
    const mean = 15.5 - 12.5 * Math.cos(((month - 0.6 + day / 30) * Math.PI) / 6) + (random() - 0.5) * 7;
    const [high, low] = [mean + 3 + random() * 4, mean - 3 - random() * 4];
    let sky = pick(SKIES);
    if (sky === '小雪' && mean > 3) sky = '多云';
    const wet = /雨|雪/.test(sky);
    const rain = wet ? 0.2 + random() * (sky === '中雨' ? 24 : 9) : 0;
    const wind = `${pick(WINDS)}${1 + Math.floor(random() * 5)}级`;
    const sentences = [
      pick(MORNING),
      `全日平均气温${mean.toFixed(1)}℃，最高${high.toFixed(1)}℃，最低${low.toFixed(1)}℃；平均相对湿度${Math.round(45 + random() * 50)}%，本站气压${(1004 + random() * 22).toFixed(1)}百帕，${wind}${wet ? `，降水量${rain.toFixed(1)}毫米` : '，无降水'}。`,
      pick(NOON),
      pick(EVENING),
      `值班员：${pick(OBSERVERS)}。`,
    ];
    return { day, weekday: WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()], sky, mean, high, low, rain, text: sentences.join('') };
  });
}

/** The month's figures by thirds. */
function monthly(days) {
  const grid = [1600, 1600, 1600, 1600, 1600];
  const cell = (text, i) => tc(grid[i], p(r(text, { size: 9 }), '<w:jc w:val="center"/>'));
  const head = tr(['旬', '平均气温', '极端最高', '极端最低', '降水量'].map(cell), { header: true });
  const thirds = [['上旬', 1, 10], ['中旬', 11, 20], ['下旬', 21, 31]].map(([name, from, to]) => {
    const part = days.filter(({ day }) => day >= from && day <= to);
    const mean = part.reduce((sum, { mean }) => sum + mean, 0) / part.length;
    const figures = [mean, Math.max(...part.map(({ high }) => high)), Math.min(...part.map(({ low }) => low)), part.reduce((sum, { rain }) => sum + rain, 0)];
    return tr([name, ...figures.map((figure) => figure.toFixed(1))].map(cell));
  });
  return table(grid, [head, ...thirds]) + p();
}
