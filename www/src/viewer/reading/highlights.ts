// Places found, marked in flowing text: by the browser's own highlights, which leave the text as it is.

import { isCounted } from '../../paint/boxes.js';
import type { Place } from '../page-view.js';

/** Younger than TypeScript's own list in places. */
const registry = (globalThis.CSS as { highlights?: Map<string, unknown> } | undefined)?.highlights;
const Highlight = (globalThis as { Highlight?: new (...ranges: Range[]) => unknown }).Highlight;

/** The marks of one reader. */
export class Highlights {
  readonly #element: HTMLElement;
  #places: readonly Place[] = [];

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  set(places: readonly Place[]): void {
    this.#places = places;
    this.draw();
  }

  /** Draws them on what is there now. */
  draw(): void {
    if (!registry || !Highlight) return;
    const found: Range[] = [];
    const current: Range[] = [];
    const blocks = this.#places.length > 0 ? [...this.#element.querySelectorAll<HTMLElement>('[data-offset]')] : [];
    const starts = blocks.map((block) => Number(block.dataset['offset']));
    for (const place of this.#places) {
      if (place.start === undefined || place.end === undefined) continue;
      const { start: first, end: last } = place;
      const at = starts.findLastIndex((start) => start <= first);
      const block = blocks[at];
      const range = block && rangeOf(block, first - (starts[at] ?? 0), last - (starts[at] ?? 0));
      if (range) (place.current ? current : found).push(range);
    }
    registry.set('docpane-found', new Highlight(...found));
    registry.set('docpane-current', new Highlight(...current));
  }
}

/** The range of the counted characters from `start` to `end` of a block. */
function rangeOf(block: HTMLElement, start: number, end: number): Range | null {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let count = 0;
  let begun = false;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.parentElement?.closest('.label')) continue;
    let index = 0;
    for (const character of node.data) {
      if (isCounted(character)) {
        if (count === start) {
          range.setStart(node, index);
          begun = true;
        }
        count++;
        if (begun && count === end) {
          range.setEnd(node, index + character.length);
          return range;
        }
      }
      index += character.length;
    }
  }
  return null;
}
