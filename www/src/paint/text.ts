// A paragraph's lines as selectable text: a box a line whose bottom is set by the baseline, so that no font's own metrics
// move the text, and the runs inside it at the places layout gave them.

import type { ParagraphGroup, Text } from '../public/display.js';
import { type CssFont, type Fit, fit, PX } from './fit.js';
import { remember } from './selection.js';
import { css } from './vector.js';

/** Ascent and descent of a line's box, in its largest size: room for the pointer, not for the ink. */
const ASCENT = 0.95;
const DESCENT = 0.25;

interface LineState {
  element: HTMLElement;
  /** Where the next run begins without a gap, in points. */
  end: number;
  start: number;
  first: HTMLElement | null;
  baseline: number;
  size: number;
  right: number;
}

/** Collects the lines of a paragraph. */
export class ParagraphPainter {
  readonly #element: HTMLElement;
  readonly #fonts: readonly CssFont[];
  readonly #lang: string;
  readonly #lines = new Map<number, LineState>();

  constructor(element: HTMLElement, fonts: readonly CssFont[], lang = '') {
    this.#lang = lang;
    this.#element = element;
    this.#fonts = fonts;
  }

  /** Adds a run; `wrap` (a link) then holds it. */
  run(text: Text, wrap: (line: HTMLElement) => HTMLElement): void {
    const font = this.#fonts[text.font];
    if (!font) return;
    const line = this.#line(text);
    const element = document.createElement('span');
    const holder = wrap(line.element);
    holder.append(element);
    remember(element, text);
    setFont(element, text, font);
    if (text.decoration && !text.label) return this.#aside(element, text, font, line);
    const { shift, advance } = text.text === '\t' ? setTab(element, text) : setText(element, text, font, this.#lang);
    const rise = line.baseline - text.baseline;
    if (Math.abs(rise) > 0.01 || shift !== 0) element.style.position = 'relative';
    if (Math.abs(rise) > 0.01) element.style.top = px(-rise);
    if (shift !== 0) element.style.left = `${shift}px`;
    if (line.first) element.style.marginLeft = px(text.x - line.end);
    else {
      line.first = element;
      line.start = text.x;
    }
    line.end = text.x + advance / PX;
    line.right = Math.max(line.right, text.x + text.width);
    line.size = Math.max(line.size, text.size);
  }

  /** Places the lines: each takes the paragraph's whole breadth, and the room up to the line above it. */
  finish(): void {
    const lines = [...this.#lines.values()];
    const left = Math.min(...lines.map(({ start }) => start));
    const right = Math.max(...lines.map((line) => line.right));
    let above: LineState | undefined;
    for (const line of lines) {
      const descent = line.size * DESCENT;
      const follows = above && above.baseline < line.baseline && line.baseline - above.baseline < 5 * line.size;
      const top = above && follows ? above.baseline + above.size * DESCENT : line.baseline - line.size * ASCENT;
      const { style } = line.element;
      style.left = px(left);
      style.width = px(Math.max(right - left, 1));
      style.top = px(top);
      style.height = px(Math.max(line.baseline + descent - top, line.size * 0.3));
      style.setProperty('--dp-descent', px(-descent));
      if (line.first) line.first.style.marginLeft = px(line.start - left);
      for (const aside of line.element.querySelectorAll<HTMLElement>(':scope > .aside, :scope > a > .aside')) {
        aside.style.left = px(Number(aside.dataset['x']) - left);
        delete aside.dataset['x'];
      }
      above = line;
    }
  }

  #line(text: Text): LineState {
    let line = this.#lines.get(text.line);
    if (!line) {
      const element = document.createElement('span');
      element.className = 'line';
      this.#element.append(element);
      line = { element, end: text.x, start: text.x, first: null, baseline: text.baseline, size: text.size, right: text.x };
      this.#lines.set(text.line, line);
    }
    return line;
  }

  /** Leaders, ruby and hyphens made by the break: beside the text, neither selected nor read. */
  #aside(element: HTMLElement, text: Text, font: CssFont, line: LineState): void {
    const { shift } = setText(element, text, font, this.#lang);
    element.classList.add('aside');
    element.setAttribute('aria-hidden', 'true');
    element.dataset['x'] = String(text.x + shift / PX);
    element.style.marginBottom = px(line.baseline - text.baseline);
  }
}

function px(points: number): string {
  return `${Math.round(points * PX * 1000) / 1000}px`;
}

function setFont(element: HTMLElement, text: Text, font: CssFont): void {
  const { style } = element;
  element.className = text.label ? 'run label' : 'run';
  style.fontFamily = font.family;
  style.fontSize = px(text.size);
  if (font.weight !== 'normal') style.fontWeight = font.weight;
  if (font.style !== 'normal') style.fontStyle = font.style;
  if (text.color) style.color = css(text.color);
  if (text.lang) element.lang = text.lang;
}

/** What a run takes in its line, and the shift of its ink, in CSS pixels. */
type Set = Pick<Fit, 'shift' | 'advance'>;

/** A tab: a blank box as wide as the way to its stop, with the character in it to be copied. */
function setTab(element: HTMLElement, text: Text): Set {
  element.classList.add('tab');
  element.textContent = '\t';
  const width = Math.max(text.width, 0);
  element.style.width = px(width);
  return { shift: 0, advance: width * PX };
}

/** Puts the text in, fitted. */
function setText(element: HTMLElement, text: Text, font: CssFont, lang: string): Set {
  const fitted = fit(text, font, text.lang || lang);
  let target = element;
  if (fitted.scale !== 1 || text.upright) {
    element.classList.add('boxed');
    element.style.width = px(text.width);
    target = document.createElement('span');
    element.append(target);
    target.style.transform = text.upright ? 'rotate(-90deg)' : `scaleX(${fitted.scale.toFixed(5)})`;
    // The middle of an em box stands 0.38 em above the baseline, where the line's zero height puts the box.
    if (text.upright) target.style.transformOrigin = `${(text.width * PX) / 2}px ${-0.38 * text.size * PX}px`;
  }
  target.textContent = text.text;
  if (Math.abs(fitted.letterSpacing) > 0.0005) target.style.letterSpacing = `${fitted.letterSpacing.toFixed(4)}px`;
  if (Math.abs(fitted.wordSpacing) > 0.0005) target.style.wordSpacing = `${fitted.wordSpacing.toFixed(4)}px`;
  return element === target ? fitted : { shift: fitted.shift, advance: text.width * PX };
}

/** The element that stands for a paragraph. */
export function paragraphElement(group: ParagraphGroup): HTMLElement {
  const { heading, list } = group;
  const element = document.createElement(heading !== undefined && heading <= 6 ? `h${heading}` : heading ? 'div' : 'p');
  if (heading !== undefined && heading > 6) {
    element.setAttribute('role', 'heading');
    element.setAttribute('aria-level', String(heading));
  } else if (heading === undefined && list !== undefined) {
    element.setAttribute('role', 'listitem');
    element.setAttribute('aria-level', String(list + 1));
  }
  if (group.lang) element.lang = group.lang;
  if (group.rtl) element.dir = 'rtl';
  return element;
}
