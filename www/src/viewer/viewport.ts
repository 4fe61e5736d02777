// The scrolled content: only pages near the window exist; what is seen is painted first, then what lies ahead in the
// direction of reading, and what has left is cancelled.

import type { Box, DocpaneDocument, PaintOptions, SearchHit } from '../public/document.js';
import type { Zoom } from '../public/element.js';
import { DocpaneError } from '../public/error.js';
import type { Pane, Spot } from './context.js';
import { h } from './dom.js';
import { GAP, Geometry } from './geometry.js';
import { PageView, type Place } from './page-view.js';
import { hearPinches } from './pinch.js';

/** Smallest and largest zoom. */
const ZOOM_RANGE = [0.1, 5] as const;

/** The most that `auto` enlarges. */
const AUTO_MOST = 1.25;

/** Pages beyond the window that are kept ready, in window heights. */
const AHEAD = 1;

/** Frames in a row, each further than a window, after which pages fly by: nobody reads them, and none is painted until it rests. */
const FLYING = 2;

/** Milliseconds of rest after which pages are painted again. */
const REST = 80;

/** Pages asked for at once. */
const AT_ONCE = 2;

/** What the viewport tells its owner. */
export interface ViewportEvents {
  page(page: number): void;
  zoomed(zoom: Zoom, factor: number): void;
  firstPage(): void;
  failed(error: unknown): void;
  /** A page's name for those who do not see it. */
  pageLabel(page: number): string;
  /** Pages that may be seen. */
  shownPages(): number;
  /** What painted pages ask of their host. */
  painting: PaintOptions;
}

/** A stretch of text to bring into the window once its page is painted. */
interface Wanted extends Omit<Place, 'current'> {
  page: number;
  /** To the window's top, and not only into it. */
  atTop: boolean;
}

/** The scroller and its pages. */
export class Viewport implements Pane {
  readonly element: HTMLElement;
  readonly #content: HTMLElement;
  readonly #events: ViewportEvents;
  readonly #geometry = new Geometry();
  readonly #views = new Map<number, PageView>();
  #document: DocpaneDocument | null = null;
  #zoom: Zoom = 'auto';
  #current = 0;
  #lastTop = 0;
  #down = true;
  #scheduled = 0;
  /** Frames in a row that went further than a window. */
  #flight = 0;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #places: readonly Place[] = [];
  #wanted: Wanted | null = null;
  #tail: HTMLElement | null = null;
  #firstPainted = false;
  #asleep = false;

  constructor(events: ViewportEvents, signal: AbortSignal) {
    this.#events = events;
    this.#content = h('div', { class: 'content', part: 'content' });
    this.element = h('div', { class: 'scroller', part: 'scroller', tabindex: 0, role: 'document' }, this.#content);
    this.element.addEventListener('scroll', () => this.#schedule(), { passive: true, signal });
    this.element.addEventListener('wheel', (event) => this.#wheel(event), { passive: false, signal });
    hearPinches(this.element, { setZoom: (factor, at) => this.setZoom(factor, at), scrollBy: (x, y) => this.element.scrollBy(x, y), getFactor: () => this.factor }, signal);
    const sizes = new ResizeObserver(() => this.#resized());
    sizes.observe(this.element);
    signal.addEventListener('abort', () => sizes.disconnect());
  }

  /** Drops all pages; the place stays. None is painted until `wake`. */
  rest(): void {
    this.#asleep = true;
    for (const view of this.#views.values()) view.remove();
    this.#views.clear();
  }

  /** Paints again what is seen. */
  wake(): void {
    this.#asleep = false;
    this.#render();
  }

  /** Shows another document, or none. */
  show(document: DocpaneDocument | null): void {
    for (const view of this.#views.values()) view.remove();
    this.#views.clear();
    this.#places = [];
    this.#wanted = null;
    this.#geometry.reset();
    this.#document = document;
    this.#current = 0;
    this.#firstPainted = false;
    this.element.scrollTo(0, 0);
    if (!document) return this.#layOut();
    this.update();
    this.#render();
  }

  /** The count of pages may have changed. */
  update(): void {
    if (!this.#document) return;
    const count = this.#events.shownPages();
    if (count !== this.#geometry.count) this.#geometry.resize(count);
    this.#resized();
    for (const [index, view] of this.#views) view.name(this.#events.pageLabel(index + 1));
  }

  /** All pages are laid out: those painted before may show a page count that has changed. */
  refresh(): void {
    const shown = this.#document;
    if (!shown) return;
    for (const view of this.#views.values()) {
      void view.refresh(shown, this.#geometry.factor, this.#events.painting).then(() => view.mark(this.#places), () => {});
    }
  }

  /** The page being read, from 1. */
  get page(): number {
    return this.#current + 1;
  }

  /** The zoom as it was asked for. */
  get zoom(): Zoom {
    return this.#zoom;
  }

  /** The zoom as a factor. */
  get factor(): number {
    return this.#geometry.factor;
  }

  /** Pages side by side. */
  get abreast(): number {
    return this.#geometry.abreast;
  }

  set abreast(abreast: number) {
    if (abreast === this.abreast) return;
    const { spot } = this;
    this.#geometry.abreast = abreast;
    this.#applyZoom();
    this.goToSpot(spot);
  }

  /** Free room above the first page: what lies over the window's top, which style knows. */
  get lead(): number {
    return this.#geometry.lead;
  }

  /** Zooms; the point `at` (from the window's top left) stays where it is. */
  setZoom(zoom: Zoom, at?: { x: number; y: number }): void {
    this.#zoom = typeof zoom === 'number' ? clamp(zoom) : zoom;
    this.#applyZoom(at);
  }

  /** One step in (1) or out (-1), to a round figure. */
  zoomStep(direction: 1 | -1, at?: { x: number; y: number }): void {
    const next = direction > 0 ? this.factor * 1.1 + 0.001 : this.factor / 1.1 - 0.001;
    const tenth = direction > 0 ? Math.ceil(next * 10) / 10 : Math.floor(next * 10) / 10;
    this.setZoom(Math.max(tenth, 0.1), at);
  }

  /** Brings a page's top, or a box on it, into the window. */
  goTo(page: number, box?: Box): void {
    this.#wanted = null;
    this.#scrollTo(page, box);
  }

  goToEnd(): void {
    this.#wanted = null;
    this.element.scrollTo({ top: this.#content.offsetHeight });
  }

  /** The first text below the window's top; the page alone where its own top is seen. */
  get spot(): Spot {
    const { scrollTop, clientHeight } = this.element;
    const index = this.#geometry.at(scrollTop + clientHeight / 3);
    if (this.#geometry.top(index) >= scrollTop + this.lead) return { page: index + 1, offset: undefined };
    const { top } = this.element.getBoundingClientRect();
    return { page: index + 1, offset: this.#views.get(index)?.offsetBelow(top + this.lead) };
  }

  goToSpot({ page, offset }: Spot): void {
    this.goTo(page);
    if (offset !== undefined) this.#want({ page, start: offset, end: offset + 1, boxes: [], atTop: true });
  }

  /** Puts what ends the preview under the last page. */
  setTail(tail: HTMLElement | null): void {
    if (tail !== this.#tail) this.#tail?.remove();
    this.#tail = tail;
    if (tail) this.#content.append(tail);
    this.#layOut();
  }

  #scrollTo(page: number, box?: Box, third = 3): void {
    const index = Math.min(Math.max(page - 1, 0), Math.max(this.#geometry.count - 1, 0));
    const { scale } = this.#geometry;
    const { clientHeight, clientWidth } = this.element;
    const top = this.#geometry.top(index) - GAP / 2 - this.#geometry.lead;
    if (!box) return this.element.scrollTo({ top });
    const left = this.#left(index) + (box.x + box.width / 2) * scale - clientWidth / 2;
    this.element.scrollTo({ top: top + box.y * scale - clientHeight / third, left });
  }

  /** Scrolls by a share of the window's height. */
  scrollByWindows(share: number): void {
    this.element.scrollBy({ top: share * this.element.clientHeight });
  }

  /** Whether pages are wider than the window. */
  get isWide(): boolean {
    return this.element.scrollWidth > this.element.clientWidth + 1;
  }

  holds(): boolean {
    return true;
  }

  /** Shows places found. */
  mark(places: readonly Place[]): void {
    this.#places = places;
    for (const view of this.#views.values()) view.mark(places);
  }

  /** Brings a place found into the window: its page first, itself as soon as that is painted. */
  reveal({ page, start, end, boxes }: SearchHit): void {
    if (page !== undefined) this.#want({ page, start, end, boxes, atTop: false });
  }

  #want(wanted: Wanted): void {
    this.#wanted = wanted;
    const view = this.#views.get(wanted.page - 1);
    if (view?.state === 'painted') this.#revealOn(view);
    else this.#scrollTo(wanted.page);
  }

  #revealOn(view: PageView): void {
    const wanted = this.#wanted;
    if (wanted?.page !== view.index + 1) return;
    this.#wanted = null;
    const [box] = view.boxes(wanted);
    if (!box) return;
    if (wanted.atTop) this.#scrollTo(wanted.page, { ...box, x: 0 }, 20);
    else if (!this.#isSeen(view.index, box)) this.#scrollTo(wanted.page, box);
  }

  #isSeen(index: number, box: Box): boolean {
    const { scale } = this.#geometry;
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = this.element;
    const y = this.#geometry.top(index) + box.y * scale - scrollTop;
    const x = this.#left(index) + box.x * scale - scrollLeft;
    return y > 60 && y + box.height * scale < clientHeight - 20 && x > 0 && x + box.width * scale < clientWidth;
  }

  #wheel(event: WheelEvent): void {
    if (!event.ctrlKey || event.deltaY === 0) return;
    event.preventDefault();
    const box = this.element.getBoundingClientRect();
    const at = { x: event.clientX - box.left, y: event.clientY - box.top };
    const step = Math.exp(-Math.max(Math.min(event.deltaY, 100), -100) / 400);
    this.setZoom(this.factor * step, at);
  }

  #resized(): void {
    // Out of the page, where another view is shown, style says nothing.
    if (!this.element.isConnected) return;
    // As style has it; what is read stays where it is.
    const lead = Number.parseFloat(getComputedStyle(this.element).getPropertyValue('--lead')) || 0;
    const by = lead - this.#geometry.lead;
    if (by !== 0) this.#geometry.lead = lead;
    if (this.#geometry.count === 0) return;
    if (by !== 0 && this.element.scrollTop > 0) this.element.scrollTop += by;
    this.#applyZoom();
  }

  #applyZoom(at = { x: this.element.clientWidth / 2, y: 0 }): void {
    const factor = this.#wantedFactor();
    const { scrollTop, scrollLeft } = this.element;
    if (factor === this.#geometry.factor) return this.#layOut();
    const index = this.#geometry.at(scrollTop + at.y);
    const before = this.#geometry.scale;
    const y = (scrollTop + at.y - this.#geometry.top(index)) / before;
    const x = (scrollLeft + at.x - this.#left(index)) / before;
    this.#geometry.factor = factor;
    this.#layOut();
    const after = this.#geometry.scale;
    // Between pages the gap does not grow with the zoom.
    const top = this.#geometry.top(index) + (y < 0 ? y * before : y * after) - at.y;
    this.element.scrollTo(this.#left(index) + x * after - at.x, top);
    this.#render();
    this.#events.zoomed(this.#zoom, factor);
  }

  #wantedFactor(): number {
    const { clientWidth, clientHeight } = this.element;
    const byWidth = this.#geometry.factorForWidth(clientWidth - 2 * this.#margin);
    switch (this.#zoom) {
      case 'auto':
        return clamp(Math.min(byWidth, AUTO_MOST));
      case 'width':
        return clamp(byWidth);
      case 'page':
        return clamp(Math.min(byWidth, this.#geometry.factorForHeight(this.#current, clientHeight - this.#geometry.lead - 2 * GAP)));
      default:
        return this.#zoom;
    }
  }

  /** Room beside pages: less on a phone. */
  get #margin(): number {
    return this.element.clientWidth < 600 ? GAP / 2 : GAP;
  }

  #left(index: number): number {
    return this.#geometry.left(index, Math.max(this.element.clientWidth, this.#geometry.width + 2 * this.#margin));
  }

  #layOut(): void {
    const { width, height } = this.#geometry;
    const { style } = this.#content;
    const tail = this.#tail && this.#geometry.count > 0 ? this.#tail : null;
    if (tail) {
      tail.style.top = `${height}px`;
      tail.style.width = `${this.element.clientWidth}px`;
    }
    style.height = this.#geometry.count === 0 ? '0' : `${height + (tail?.offsetHeight ?? 0)}px`;
    const breadth = width + 2 * this.#margin;
    style.width = breadth > this.element.clientWidth + 1 ? `${breadth}px` : '100%';
    for (const [index, view] of this.#views) this.#place(index, view);
    this.#schedule();
  }

  #place(index: number, view: PageView): void {
    const { width, height } = this.#geometry.size(index);
    view.place(Math.round(this.#left(index)), Math.round(this.#geometry.top(index)), width, height, this.#geometry.factor);
  }

  #schedule(): void {
    this.#scheduled ||= requestAnimationFrame(() => {
      this.#scheduled = 0;
      this.#render();
    });
  }

  /** Brings the live pages in line with what is seen. */
  #render(): void {
    if (!this.#document || this.#asleep || this.#geometry.count === 0) return;
    const { scrollTop, clientHeight } = this.element;
    if (scrollTop !== this.#lastTop) this.#down = scrollTop > this.#lastTop;
    this.#flight = Math.abs(scrollTop - this.#lastTop) > clientHeight ? this.#flight + 1 : 0;
    clearTimeout(this.#resting);
    if (this.#flight > 0) this.#resting = setTimeout(() => this.#render(), REST);
    this.#lastTop = scrollTop;
    this.#follow(this.#geometry.at(scrollTop + clientHeight / 3));
    const first = this.#geometry.at(scrollTop - AHEAD * clientHeight);
    const row = this.#geometry.at(scrollTop + (1 + AHEAD) * clientHeight);
    const last = Math.min(row + this.abreast, this.#geometry.count) - 1;
    for (const [index, view] of this.#views) {
      if ((index < first || index > last) && !this.#isSelected(view)) {
        view.remove();
        this.#views.delete(index);
      }
    }
    for (let index = first; index <= last; index++) this.#ensure(index);
    this.#paintNext();
  }

  #follow(index: number): void {
    if (index === this.#current) return;
    this.#current = index;
    this.#events.page(index + 1);
  }

  #ensure(index: number): void {
    if (this.#views.has(index)) return;
    const view = new PageView(index);
    view.name(this.#events.pageLabel(index + 1));
    this.#views.set(index, view);
    this.#place(index, view);
    // In order, so that a selection over pages reads as the document does.
    const next = [...this.#views.keys()].filter((other) => other > index).sort((a, b) => a - b)[0];
    this.#content.insertBefore(view.element, next === undefined ? this.#tail : (this.#views.get(next)?.element ?? null));
  }

  /** A page that a selection touches stays, else the selection would be lost. */
  #isSelected(view: PageView): boolean {
    const selection = getSelection();
    if (!selection || selection.isCollapsed) return false;
    const root = this.element.getRootNode();
    const inner = root instanceof ShadowRoot && 'getSelection' in root ? (root.getSelection as () => Selection | null)() : selection;
    return [inner?.anchorNode, inner?.focusNode].some((node) => node && view.element.contains(node));
  }

  #paintNext(): void {
    if (this.#flight >= FLYING) return;
    // The first page has the machine for itself until it is on the screen.
    const most = this.#firstPainted ? AT_ONCE : 1;
    const asked = [...this.#views.values()].filter(({ state }) => state === 'asked').length;
    if (asked >= most) return;
    const empty = [...this.#views.values()].filter(({ state }) => state === 'empty');
    empty.sort((a, b) => this.#urgency(a.index) - this.#urgency(b.index));
    for (const view of empty.slice(0, most - asked)) void this.#paint(view);
  }

  /** Seen first, by distance; then ahead; then behind. */
  #urgency(index: number): number {
    const { scrollTop, clientHeight } = this.element;
    const top = this.#geometry.top(index);
    const bottom = top + this.#geometry.size(index).height;
    if (bottom > scrollTop && top < scrollTop + clientHeight) return Math.abs(index - this.#current);
    const ahead = top >= scrollTop === this.#down;
    return (ahead ? 1_000 : 1_000_000) + Math.abs(index - this.#current);
  }

  async #paint(view: PageView): Promise<void> {
    const shown = this.#document;
    if (!shown) return;
    try {
      const page = await view.paint(shown, this.#geometry.factor, this.#events.painting);
      if (!page || this.#document !== shown) return;
      this.#learn(view, page);
      if (!this.#firstPainted) {
        this.#events.firstPage();
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        this.#firstPainted = true;
      }
    } catch (error) {
      // There were fewer pages than estimated.
      const gone = error instanceof DocpaneError && error.kind === 'NoSuchPage';
      if (this.#document === shown && !gone) this.#events.failed(error);
    }
    this.#paintNext();
  }

  #learn(view: PageView, paper: { width: number; height: number }): void {
    const { index } = view;
    const above = this.#geometry.top(index + 1) < this.element.scrollTop;
    const before = this.#geometry.height;
    if (this.#geometry.learn(index, paper)) {
      if (above) this.element.scrollTop += this.#geometry.height - before;
      this.#resized();
    }
    this.#place(index, view);
    view.mark(this.#places);
    this.#revealOn(view);
  }
}

function clamp(factor: number): number {
  return Math.min(Math.max(factor, ZOOM_RANGE[0]), ZOOM_RANGE[1]);
}
