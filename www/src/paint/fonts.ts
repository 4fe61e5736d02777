// The document's fonts as CSS: its own names first, then what devices have in their place.

import { CJK_SANS, CJK_SERIF, OWN } from '../fonts/names.js';
import type { Font } from '../public/display.js';

/** Families of the same style that other systems carry, by the style of the name asked for. */
const STANDS_FOR: readonly (readonly [RegExp, readonly string[]])[] = [
  [/楷|kai(ti)?/i, ['KaiTi', 'Kaiti SC', 'STKaiti', 'AR PL UKai CN', 'Noto Serif CJK SC', CJK_SERIF]],
  [/仿宋|fang ?song/i, ['FangSong', 'STFangsong', 'FangSong_GB2312', 'Noto Serif CJK SC', CJK_SERIF]],
  [/隶书|魏碑|li ?su/i, ['STLiti', 'Baoli SC', 'Noto Serif CJK SC', CJK_SERIF]],
  [/黑|雅黑|等线|hei|yahei|dengxian|苹方|pingfang|圆/i, ['SimHei', 'Heiti SC', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'WenQuanYi Zen Hei', CJK_SANS]],
  [/宋|song|sim ?sun|明體|細明|mingliu/i, ['SimSun', 'Songti SC', 'STSong', 'Noto Serif CJK SC', 'Noto Serif SC', 'Source Han Serif SC', CJK_SERIF]],
  [/ゴシック|gothic|meiryo|メイリオ/i, ['MS Gothic', 'Hiragino Sans', 'Yu Gothic', 'Noto Sans CJK JP']],
  [/明朝|mincho/i, ['MS Mincho', 'Hiragino Mincho ProN', 'Yu Mincho', 'Noto Serif CJK JP']],
  [/바탕|batang|궁서/i, ['Batang', 'AppleMyungjo', 'Noto Serif CJK KR']],
  [/맑은|굴림|돋움|malgun|gulim|dotum/i, ['Malgun Gothic', 'Apple SD Gothic Neo', 'Noto Sans CJK KR']],
  [/calibri/i, ['Calibri', 'Carlito', `${OWN}Carlito`]],
  [/cambria/i, ['Cambria', 'Caladea', `${OWN}Caladea`]],
  [/times/i, ['Times New Roman', 'Tinos', 'Liberation Serif', `${OWN}Tinos`]],
  [/arial|helvetica/i, ['Arial', 'Arimo', 'Liberation Sans', `${OWN}Arimo`, 'Helvetica']],
  [/courier/i, ['Courier New', 'Cousine', 'Liberation Mono', `${OWN}Cousine`]],
  [/georgia/i, ['Georgia', 'Gelasio', `${OWN}Gelasio`]],
];

const SANS = /黑|等线|圆|hei|yahei|dengxian|gothic|ゴシック|meiryo|맑은|굴림|돋움|malgun|gulim|sans|arial|helvetica|calibri|tahoma|verdana|segoe|微软/i;
const MONO = /courier|consol|mono|menlo/i;
const SERIF = /宋|song|sun|明|ming|mincho|楷|kai|仿|fang|serif|times|cambria|georgia|garamond|book|roman|바탕|batang/i;

/** A CSS `font-family` list for a font. */
export function familyList(font: Font): string {
  const names = [...font.families];
  for (const name of font.families) {
    const stands = STANDS_FOR.find(([pattern]) => pattern.test(name))?.[1] ?? [];
    for (const other of stands) if (!names.includes(other)) names.push(other);
  }
  return [...names.map(quoted), generic(font)].join(', ');
}

function generic(font: Font): string {
  const name = font.families.join(' ');
  if (MONO.test(name)) return 'monospace';
  if (SERIF.test(name) && !/sans/i.test(name)) return 'serif';
  if (SANS.test(name)) return 'sans-serif';
  return /^(serif|sans-serif|monospace)$/.test(font.generic) ? font.generic : 'sans-serif';
}

/** A family name as a CSS string; a file's name may hold anything. */
function quoted(name: string): string {
  return `"${name.replace(/[\u0000-\u001f"\\]/g, ' ').slice(0, 100)}"`;
}
