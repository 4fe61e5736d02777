// One page in the scrolled content: a box with the paper's size, empty until the page is painted.

import { PX } from '../paint/fit.js';
import { textOf } from '../paint/selection.js';
import type { Box, DocpaneDocument, Page, PaintedPage, PaintOptions, SearchHit } from '../public/document.js';
import { h } from './dom.js';

/** A page's states. */
export type PageState = 'empty' | 'asked' | 'painted' | 'failed';

/** A place found, to stand out. */
export interface Place extends Pick<SearchHit, 'page' | 'start' | 'end' | 'boxes'> {
  /** As `SearchHit` has it. */
  story?: string;
  current: boolean;
}

/** One page's box. */
export class PageView {
  readonly index: number;
  readonly element: HTMLElement;
  state: PageState = 'empty';
  #painted: PaintedPage | null = null;
  #shown = '';
  #gone: AbortController | null = null;
  #marks: HTMLElement | null = null;
  /** Body-text offsets on the page: its first, and the one after its last. */
  #first = 0;
  #last = 0;

  constructor(index: number) {
    this.index = index;
    this.element = h('div', { class: 'page', part: 'page', role: 'region', 'data-page': index + 1 });
  }

  /** Says which page this is. */
  name(label: string): void {
    this.element.setAttribute('aria-label', label);
  }

  /** Puts it at its place. */
  place(left: number, top: number, width: number, height: number, factor: number): void {
    const { style } = this.element;
    style.transform = `translate(${left}px, ${top}px)`;
    style.width = `${width}px`;
    style.height = `${height}px`;
    this.#scale(factor);
  }

  /** Asks for the page and paints it. Resolves with the page, or null if it left meanwhile. */
  async paint(document: DocpaneDocument, factor: number, options: PaintOptions): Promise<Page | null> {
    this.state = 'asked';
    const gone = (this.#gone = new AbortController());
    try {
      const page = await document.page(this.index + 1, { signal: gone.signal });
      if (gone.signal.aborted) return null;
      this.#painted = page.paintInto(this.element, options);
      this.#measure(page);
      this.state = 'painted';
      if (!document.isFinished) this.#shown = JSON.stringify(page.list);
      this.#scale(factor);
      return page;
    } catch (error) {
      if (gone.signal.aborted) return null;
      this.state = 'failed';
      this.element.classList.add('failed');
      throw error;
    }
  }

  /** Paints it again if it has changed: page counts on it were estimates until all pages were laid out. */
  async refresh(document: DocpaneDocument, factor: number, options: PaintOptions): Promise<void> {
    const before = this.#painted;
    const signal = this.#gone?.signal;
    if (!before || !signal || !this.#shown) return;
    const page = await document.page(this.index + 1, { signal });
    const shown = JSON.stringify(page.list);
    if (signal.aborted || before !== this.#painted || shown === this.#shown) return;
    this.#painted = page.paintInto(this.element, options);
    this.#shown = shown;
    before.remove();
    this.#scale(factor);
  }

  /** Where a place stands: body text as it is painted, other text where layout put it; none while the page is not painted. */
  boxes({ page, start, end, boxes }: Omit<Place, 'current'>): Box[] {
    if (!this.#painted) return [];
    if (start !== undefined && end !== undefined) return this.#painted.boxes(start, end);
    return page === this.index + 1 ? boxes : [];
  }

  /** The body-text offset of the first run whose foot is below a height of the window. */
  offsetBelow(y: number): number | undefined {
    for (const run of this.element.querySelectorAll('.run')) {
      const offset = textOf(run)?.offset;
      if (offset !== undefined && run.getBoundingClientRect().bottom > y) return offset;
    }
    return undefined;
  }

  /** Shows places found. `current` is the one to stand out. */
  mark(places: readonly Place[]): void {
    this.#marks?.remove();
    this.#marks = null;
    if (!this.#painted) return;
    const near = places.filter(({ start = this.#first, end = this.#last }) => end > this.#first && start < this.#last);
    const boxes = near.flatMap((place) => this.boxes(place).map((box) => ({ box, current: place.current })));
    if (boxes.length === 0) return;
    this.#marks = h('div', { class: 'marks', 'aria-hidden': 'true' });
    for (const { box, current } of boxes) {
      const mark = h('span', { class: current ? 'mark current' : 'mark', part: 'mark' });
      mark.style.left = `${box.x * PX}px`;
      mark.style.top = `${box.y * PX}px`;
      mark.style.width = `${box.width * PX}px`;
      mark.style.height = `${box.height * PX}px`;
      this.#marks.append(mark);
    }
    this.element.append(this.#marks);
    const sheet = this.#painted?.element;
    if (sheet) this.#marks.style.transform = sheet.style.transform;
  }

  /** Takes it off the page and frees what it holds. */
  remove(): void {
    this.#gone?.abort();
    this.#painted?.remove();
    this.#painted = null;
    this.element.remove();
    this.state = 'empty';
  }

  #measure({ list }: Page): void {
    this.#first = Infinity;
    this.#last = 0;
    for (const item of list.items) {
      if (item.t !== 'text' || item.offset === undefined) continue;
      this.#first = Math.min(this.#first, item.offset);
      this.#last = Math.max(this.#last, item.offset + item.text.length);
    }
  }

  #scale(factor: number): void {
    const transform = `scale(${factor})`;
    this.element.style.setProperty('--zoom', String(factor));
    if (this.#painted) this.#painted.element.style.transform = transform;
    if (this.#marks) this.#marks.style.transform = transform;
  }
}
