// Fitting text to the width that layout gave it, whatever font the device has: its natural width is measured once a font
// and text, and the rest is spread over the characters (CJK) or taken by a horizontal scale (Latin and joined scripts).

import type { Font, Text } from '../public/display.js';
import { familyList } from './fonts.js';

/** CSS pixels in a point. */
export const PX = 96 / 72;

/** Measured widths kept; the oldest half goes when it is full. */
const MOST_WIDTHS = 50_000;

/** Latin text may be off by this share before it is scaled and not spaced. */
const SPACED_UP_TO = 0.02;

/** CJK characters and marks: spaced, never scaled. */
const CJK = /[\u1100-\u11ff\u2e80-\u303f\u3041-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u;

/** What is an em wide in every CJK font: such text, most of a Chinese page, needs no measuring. */
const FULL_WIDTH = /^[\u3400-\u4dbf\u4e00-\u9fff\u3001\u3002\uff0c]+$/;

/** Scripts whose letters join or stack: spacing would tear them. */
const JOINED = /[\u0600-\u08ff\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\ufb50-\ufdff\ufe70-\ufeff]/;

/** Marks that open: their ink is in the right half of the em, so what is cut or added is at their left. */
const OPENERS = /^[（［｛〔〈《「『【〖“‘〝]+$/u;

const MARKS = /[\p{M}\u200c\u200d]|[\ud800-\udbff][\udc00-\udfff]/u;

/** How a run is set; lengths in CSS pixels. */
export interface Fit {
  letterSpacing: number;
  wordSpacing: number;
  /** Scale of the glyphs about their left end. */
  scale: number;
  /** Shift of the glyphs to the right. */
  shift: number;
  /** What the run takes in its line. */
  advance: number;
}

/** A font as CSS. */
export interface CssFont {
  family: string;
  weight: string;
  style: string;
}

/** A font as CSS. */
export function cssFont(font: Font): CssFont {
  return { family: familyList(font), weight: font.bold ? 'bold' : 'normal', style: font.italic ? 'italic' : 'normal' };
}

/** How `text` must be set to take the width layout gave it: from its left end to the end of its last glyph. */
export function fit(text: Text, font: CssFont, lang: string): Fit {
  const { scale = 1 } = text;
  const letterSpacing = (text.letterSpacing ?? 0) * PX;
  const wordSpacing = (text.wordSpacing ?? 0) * PX;
  const width = text.width * PX;
  const count = characters(text.text);
  const size = text.size * PX;
  const natural = FULL_WIDTH.test(text.text) ? size * count : naturalWidth(text.text, size, font, lang);
  if (count === 0 || natural <= 0) return { letterSpacing: 0, wordSpacing: 0, scale: 1, shift: 0, advance: natural };
  const gaps = count - 1;
  const glyphs = width - letterSpacing * gaps - wordSpacing * blanks(text.text.slice(0, -1));
  const rest = glyphs - natural * scale;
  if (scale === 1 && isSpaced(text.text, rest, natural, count)) {
    const spacing = gaps === 0 ? rest : letterSpacing + rest / gaps;
    // CSS adds the spacing after the last character too.
    const advance = natural + spacing * count + wordSpacing * blanks(text.text);
    return { letterSpacing: spacing, wordSpacing, scale: 1, shift: OPENERS.test(text.text) ? rest : 0, advance };
  }
  const cjk = CJK.test(text.text);
  const stretch = cjk ? scale : Math.max(glyphs / natural, 0.01);
  const spacing = cjk ? letterSpacing + rest / Math.max(gaps, 1) : letterSpacing;
  return { letterSpacing: spacing / stretch, wordSpacing: wordSpacing / stretch, scale: stretch, shift: 0, advance: width };
}

/** Whether a text that is off by `rest` is spaced; else it is scaled. */
function isSpaced(text: string, rest: number, natural: number, count: number): boolean {
  if (Math.abs(rest) < 0.01) return true;
  return !JOINED.test(text) && (CJK.test(text) || count === 1 || Math.abs(rest) <= SPACED_UP_TO * natural);
}

function blanks(text: string): number {
  return text.match(/[ \u00a0]/g)?.length ?? 0;
}

/** Characters as letter-spacing counts them. */
function characters(text: string): number {
  if (!MARKS.test(text)) return text.length;
  let count = 0;
  for (const _ of graphemes().segment(text)) count++;
  return count;
}

let segmenter: Intl.Segmenter | undefined;
function graphemes(): Intl.Segmenter {
  return (segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' }));
}

/** `lang` is younger than TypeScript's own list. */
type Context = CanvasRenderingContext2D & { lang?: string };

let context: Context | null | undefined;
let currentFont = '';
let currentLang = 'inherit';
let widths = new Map<string, number>();

/** Width of a text: no kerning, no ligatures. At its very size: some systems round the advances of each size. */
function naturalWidth(text: string, size: number, { family, weight, style }: CssFont, lang: string): number {
  const font = `${style} ${weight} ${size.toFixed(3)}px ${family}`;
  const key = `${lang}\n${font}\n${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context ??= canvas();
  if (!context) return 0;
  if (lang !== currentLang) {
    // Fonts choose glyphs by language, and browsers choose fonts by it.
    context.lang = currentLang = lang;
    context.font = currentFont = font;
  } else if (font !== currentFont) context.font = currentFont = font;
  const measured = context.measureText(text).width;
  if (widths.size >= MOST_WIDTHS) widths = new Map([...widths].slice(MOST_WIDTHS / 2));
  widths.set(key, measured);
  return measured;
}

function canvas(): Context | null {
  const made = document.createElement('canvas').getContext('2d');
  if (made) {
    made.fontKerning = 'none';
    made.textRendering = 'geometricPrecision';
    // Any letter-spacing switches optional ligatures off, as the page's style does; this much is not seen.
    made.letterSpacing = '0.0001px';
  }
  return made;
}

/** Forgets widths: a font has arrived since. */
export function forgetWidths(): void {
  widths.clear();
  currentFont = '';
}
