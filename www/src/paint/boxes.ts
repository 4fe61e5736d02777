// Where stretches of body text stand on a painted page.

import type { Box } from '../public/document.js';
import { PX } from './fit.js';
import { textNode, textOf } from './selection.js';

/** Characters that body-text offsets leave out: white space and invisible format characters (src/flow/text.rs). */
const UNCOUNTED = /[\s\u0085\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\u001c-\u001f]/u;

/** Whether a character counts in body-text offsets. */
export function isCounted(character: string): boolean {
  return !UNCOUNTED.test(character);
}

/** Boxes of the body text between two offsets, in points from the page's top left; one a run. */
export function textBoxes(sheet: HTMLElement, start: number, end: number): Box[] {
  const boxes: Box[] = [];
  const page = sheet.getBoundingClientRect();
  const scale = (page.width / sheet.offsetWidth) * PX;
  for (const run of sheet.querySelectorAll('.run')) {
    const text = textOf(run);
    if (text?.offset === undefined || text.offset >= end || text.offset + text.text.length <= start) continue;
    const [from, to] = within(text.text, text.offset, start, end);
    const node = textNode(run);
    if (!node || from >= to) continue;
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    const ink = range.getBoundingClientRect();
    const height = text.size * 1.2;
    boxes.push({
      x: (ink.left - page.left) / scale,
      y: text.baseline - text.size * 0.92,
      width: ink.width / scale,
      height,
    });
  }
  return boxes;
}

/** The part of a run between two offsets, as indices into its text. */
function within(text: string, offset: number, start: number, end: number): [number, number] {
  let from = text.length;
  let to = 0;
  let index = 0;
  for (const character of text) {
    if (isCounted(character)) {
      if (offset >= start && offset < end) {
        from = Math.min(from, index);
        to = index + character.length;
      }
      offset++;
    }
    index += character.length;
  }
  return [from, to];
}
