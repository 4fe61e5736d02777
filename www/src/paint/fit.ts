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
  /** Shift of the glyphs to the right within the run's width. */
  shift: number;
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

/** How `text` must be set to take the width layout gave it. */
export function fit(text: Text, font: CssFont): Fit {
  const { scale = 1 } = text;
  const letterSpacing = (text.letterSpacing ?? 0) * PX;
  const wordSpacing = (text.wordSpacing ?? 0) * PX;
  const count = characters(text.text);
  const blanks = wordSpacing === 0 ? 0 : (text.text.match(/[ \u00a0]/g)?.length ?? 0);
  const natural = width(text.text, text.size * PX, font);
  const glyphs = text.width * PX - letterSpacing * count - wordSpacing * blanks;
  const rest = glyphs - natural * scale;
  const unscaled = { letterSpacing, wordSpacing, scale: 1, shift: 0 };
  if (count === 0 || natural <= 0) return unscaled;
  if (scale === 1 && Math.abs(rest) < 0.01) return unscaled;
  if (scale === 1 && OPENERS.test(text.text)) {
    return { ...unscaled, letterSpacing: letterSpacing + rest / count, shift: rest / count };
  }
  const cjk = CJK.test(text.text);
  const spaced = cjk || Math.abs(rest) <= SPACED_UP_TO * natural || count === 1;
  if (scale === 1 && spaced && !JOINED.test(text.text)) return { ...unscaled, letterSpacing: letterSpacing + rest / count };
  const stretch = cjk ? scale : Math.max(glyphs / natural, 0.01);
  const extra = cjk ? rest / count : 0;
  return { letterSpacing: (letterSpacing + extra) / stretch, wordSpacing: wordSpacing / stretch, scale: stretch, shift: 0 };
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

let context: CanvasRenderingContext2D | null | undefined;
let currentFont = '';
let widths = new Map<string, number>();

/** Width of a text: no kerning, no ligatures. At its very size: some systems round the advances of each size. */
function width(text: string, size: number, { family, weight, style }: CssFont): number {
  const font = `${style} ${weight} ${size.toFixed(3)}px ${family}`;
  const key = `${font}\n${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context ??= canvas();
  if (!context) return 0;
  if (font !== currentFont) context.font = currentFont = font;
  const measured = context.measureText(text).width;
  if (widths.size >= MOST_WIDTHS) widths = new Map([...widths].slice(MOST_WIDTHS / 2));
  widths.set(key, measured);
  return measured;
}

function canvas(): CanvasRenderingContext2D | null {
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
