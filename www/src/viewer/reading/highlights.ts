// Places found, marked in flowing text: by the browser's own highlights, which leave the text as it is. Body text is found by its
// offsets; other text has none, and is searched again where it stands.

import { occurrences } from '../../engine/search-lists.js';
import { isCounted } from '../../paint/boxes.js';
import type { Text as Run } from '../../public/display.js';
import type { Sought } from '../context.js';
import type { Place } from '../page-view.js';

/** Not in every browser that shows documents. */
const registry = (globalThis.CSS as { highlights?: HighlightRegistry } | undefined)?.highlights;

/** The marks of a name: the names are the whole page's, so all its readers share them. */
function marks(name: string): Highlight | undefined {
  if (!registry) return undefined;
  const shared = registry.get(name) ?? new Highlight();
  registry.set(name, shared);
  return shared;
}

/** Runs without offsets that read on, as a section shows them. */
export interface Stretch {
  /** As `SearchHit` has it; none where a section does not tell stories apart. */
  story: string | null;
  runs: { text: Run; node: Text; from: number }[];
}

/** The marks of one reader. */
export class Highlights {
  readonly #element: HTMLElement;
  readonly #stretches = new Map<number, Stretch[]>();
  #places: readonly Place[] = [];
  #sought: Sought | null = null;
  #drawn: Range[] = [];
  /** The place that stands out, if it is here. */
  current: Range | null = null;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  set(places: readonly Place[], sought: Sought): void {
    this.#places = places;
    this.#sought = sought;
    this.draw();
  }

  /** Another document is shown. */
  reset(): void {
    this.#stretches.clear();
    this.#places = [];
    this.draw();
  }

  /** A page's text has come. */
  add(page: number, stretches: readonly Stretch[]): void {
    if (stretches.length > 0) this.#stretches.set(page, [...stretches]);
    this.draw();
  }

  /** Draws them on what is there now. */
  draw(): void {
    this.current = null;
    const found: Range[] = [];
    const current: Range[] = [];
    for (const [place, range] of [...this.#inBody(), ...this.#elsewhere()]) {
      (place.current ? current : found).push(range);
      if (place.current) this.current = range;
    }
    const names = [marks('docpane-found'), marks('docpane-current')];
    for (const shared of names) this.#drawn.forEach((range) => shared?.delete(range));
    found.forEach((range) => names[0]?.add(range));
    current.forEach((range) => names[1]?.add(range));
    this.#drawn = [...found, ...current];
  }

  *#inBody(): Generator<[Place, Range]> {
    const blocks = this.#places.length > 0 ? [...this.#element.querySelectorAll<HTMLElement>('[data-offset]')] : [];
    const starts = blocks.map((block) => Number(block.dataset['offset']));
    for (const place of this.#places) {
      if (place.start === undefined || place.end === undefined) continue;
      const { start: first, end: last } = place;
      const at = starts.findLastIndex((start) => start <= first);
      const block = blocks[at];
      const range = block && rangeOf(block, first - (starts[at] ?? 0), last - (starts[at] ?? 0));
      if (range) yield [place, range];
    }
  }

  /** A page's places stand in the order of its stretches, story by story. */
  *#elsewhere(): Generator<[Place, Range]> {
    const sought = this.#sought;
    if (!sought || this.#places.length === 0) return;
    for (const [page, stretches] of this.#stretches) {
      for (const story of new Set(stretches.map((stretch) => stretch.story))) {
        const places = this.#places.filter((place) => place.page === page && (story === null || (place.start === undefined && place.story === story)));
        if (places.length === 0) continue;
        const ranges = stretches.filter((stretch) => stretch.story === story).flatMap((stretch) => rangesIn(stretch, sought));
        for (const [index, place] of places.entries()) {
          const range = ranges[index];
          if (range) yield [place, range];
        }
      }
    }
  }
}

function rangesIn({ runs }: Stretch, { query, ...how }: Sought): Range[] {
  const nodes = new Map(runs.map((run) => [run.text, run]));
  return occurrences(runs.map(({ text }) => text), query, how).flatMap((characters) => {
    const [first, last] = [characters[0], characters.at(-1)];
    const [start, end] = [first && nodes.get(first.text), last && nodes.get(last.text)];
    if (!first || !last || !start || !end) return [];
    const range = document.createRange();
    range.setStart(start.node, start.from + first.index);
    range.setEnd(end.node, end.from + last.index + last.shown.length);
    return [range];
  });
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
