// One page in the scrolled content: a box with the paper's size, empty until the page is painted.

import { PX } from '../paint/fit.js';
import type { Box, DocpaneDocument, Page, PaintedPage, PaintOptions } from '../public/document.js';
import { h } from './dom.js';

/** A page's states. */
export type PageState = 'empty' | 'asked' | 'painted' | 'failed';

/** A stretch of body text to stand out. */
export interface Place {
  start: number;
  end: number;
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

  /** Boxes of the body text between two offsets; none while the page is not painted. */
  boxes(start: number, end: number): Box[] {
    return this.#painted?.boxes(start, end) ?? [];
  }

  /** Shows places found. `current` is the one to stand out. */
  mark(places: readonly Place[]): void {
    this.#marks?.remove();
    this.#marks = null;
    if (!this.#painted) return;
    const boxes = places.flatMap(({ start, end, current }) => this.boxes(start, end).map((box) => ({ box, current })));
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

  #scale(factor: number): void {
    const transform = `scale(${factor})`;
    if (this.#painted) this.#painted.element.style.transform = transform;
    if (this.#marks) this.#marks.style.transform = transform;
  }
}
