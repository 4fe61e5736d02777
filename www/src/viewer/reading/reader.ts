// Flowing text in place of pages: a section a page, filled when it comes near the window. What a section holds is made by
// one of two makers: plain text, or headings, lists, tables and pictures to read on a phone.

import type { Box, DocpaneDocument, SearchHit } from '../../public/document.js';
import type { Context, Pane, Sought, Spot } from '../context.js';
import { h } from '../dom.js';
import type { Place } from '../page-view.js';
import { adopt } from '../style.js';
import { flowMaker } from './flow.js';
import { Highlights, type Stretch } from './highlights.js';
import { TextSettings } from './settings.js';
import { READER_CSS } from './style.js';
import { plainMaker } from './plain.js';

/** What a page's section holds. Elements that hold body text carry its offset in `data-offset`; other text is told by stretches. */
export interface Made {
  nodes: Node[];
  stretches: Stretch[];
}

/** Makes it. */
export type Maker = (document: DocpaneDocument, page: number, signal: AbortSignal) => Promise<Made>;

/** The view to read in. */
export function readingPane(context: Context): Pane {
  return new Reader(context, 'reading', flowMaker(context));
}

/** The view of the text, page by page. */
export function textPane(context: Context): Pane {
  return new Reader(context, 'text', plainMaker(context));
}

class Reader implements Pane {
  readonly element: HTMLElement;
  readonly abreast = 1;
  readonly isWide = false;
  readonly #context: Context;
  readonly #kind: 'reading' | 'text';
  readonly #make: Maker;
  readonly #body: HTMLElement;
  readonly #settings: TextSettings;
  readonly #near: IntersectionObserver;
  readonly #highlights: Highlights;
  #document: DocpaneDocument | null = null;
  #closing = new AbortController();
  #sections: HTMLElement[] = [];
  #current = 1;
  #scheduled = 0;
  #filling = new Map<HTMLElement, Promise<void>>();

  constructor(context: Context, kind: 'reading' | 'text', make: Maker) {
    this.#context = context;
    this.#kind = kind;
    this.#make = make;
    this.#body = h('div', { class: 'sections' });
    this.#settings = new TextSettings(context, this.#body);
    this.element = h('div', { class: `reader ${kind}`, part: 'reader', tabindex: 0, role: 'document', 'aria-label': context.language.messages.view[kind] }, this.#body);
    if (context.settings.copyLimit === 0) this.element.classList.add('no-copy');
    this.#highlights = new Highlights(this.element);
    context.signal.addEventListener('abort', () => this.#highlights.reset(), { once: true });
    this.#near = new IntersectionObserver((entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && void this.#fill(target as HTMLElement)), {
      root: this.element,
      rootMargin: '1200px 0px',
    });
    this.element.addEventListener('scroll', () => (this.#scheduled ||= requestAnimationFrame(() => this.#follow())), { passive: true, signal: context.signal });
    adopt(context.root, READER_CSS);
  }

  get page(): number {
    return this.#current;
  }

  get factor(): number {
    return this.#settings.factor;
  }

  show(document: DocpaneDocument | null): void {
    this.#closing.abort();
    this.#closing = new AbortController();
    this.#near.disconnect();
    this.#filling.clear();
    this.#sections = [];
    this.#body.replaceChildren();
    this.#highlights.reset();
    this.#settings.show(document !== null);
    this.#document = document;
    this.#current = 1;
    this.update();
  }

  update(): void {
    if (!this.#document) return;
    const { shownPages } = this.#context;
    for (const extra of this.#sections.splice(shownPages)) extra.remove();
    while (this.#sections.length < shownPages) this.#append(this.#sections.length + 1);
  }

  #append(page: number): void {
    const label = this.#context.language.messages.reading.page(String(page));
    const section = h('section', { class: 'section', 'data-page': page, 'aria-label': label }, h('div', { class: 'folio', 'aria-hidden': 'true' }, label));
    this.#sections.push(section);
    const last = this.#body.querySelector('.wall');
    this.#body.insertBefore(section, last);
    this.#near.observe(section);
  }

  goTo(page: number, _box?: Box): void {
    const section = this.#sections[Math.min(Math.max(page, 1), this.#sections.length) - 1];
    if (!section) return;
    this.#scrollTo(section);
    // Sections around it grow when they are filled: what was asked for stays at the top.
    void this.#fill(section).then(() => this.#scrollTo(section));
  }

  goToEnd(): void {
    this.element.scrollTo({ top: this.element.scrollHeight });
  }

  get spot(): Spot {
    const top = this.element.getBoundingClientRect().top + this.#context.lead + 8;
    const section = this.#sections[this.#current - 1];
    if (section && section.getBoundingClientRect().top >= top - 8) return { page: this.#current, offset: undefined };
    for (const block of section?.querySelectorAll<HTMLElement>('[data-offset]') ?? []) {
      if (block.getBoundingClientRect().bottom > top) return { page: this.#current, offset: Number(block.dataset['offset']) };
    }
    return { page: this.#current, offset: undefined };
  }

  goToSpot({ page, offset }: Spot): void {
    this.goTo(page);
    if (offset !== undefined) void this.#find(page, offset).then((block) => block && this.#scrollTo(block));
  }

  /** The plain text has neither headers nor footers. */
  holds({ story }: SearchHit): boolean {
    return this.#kind === 'reading' || (story !== 'header' && story !== 'footer');
  }

  mark(places: readonly Place[], sought: Sought): void {
    this.#highlights.set(places, sought);
  }

  reveal(hit: SearchHit): void {
    if (hit.page !== undefined) void this.#reveal(hit.page, hit.start);
  }

  async #reveal(page: number, offset: number | undefined): Promise<void> {
    const block = offset === undefined ? undefined : await this.#find(page, offset);
    const section = this.#sections[page - 1];
    if (section) await this.#fill(section);
    this.#highlights.draw();
    const place = this.#highlights.current?.startContainer.parentElement ?? block ?? section;
    const closed = place?.closest('details');
    if (closed) closed.open = true;
    place?.scrollIntoView({ block: 'center' });
  }

  scrollByWindows(share: number): void {
    this.element.scrollBy({ top: share * this.element.clientHeight });
  }

  zoomStep(direction: 1 | -1): void {
    const { spot } = this;
    this.#settings.resize(direction);
    this.goToSpot(spot);
    this.#context.tell('docpane-zoom', { zoom: this.factor, factor: this.factor });
  }

  setTail(tail: HTMLElement | null): void {
    const before = this.#body.querySelector('.wall');
    if (before !== tail) before?.remove();
    if (tail) this.#body.append(tail);
  }

  /** The last block that begins at or before an offset, on a page or the one before it, where its paragraph began. */
  async #find(page: number, offset: number): Promise<HTMLElement | undefined> {
    const sections = [this.#sections[page - 2], this.#sections[page - 1]].filter((section) => section !== undefined);
    await Promise.all(sections.map((section) => this.#fill(section)));
    const blocks = sections.flatMap((section) => [...section.querySelectorAll<HTMLElement>('[data-offset]')]);
    return blocks.filter((block) => Number(block.dataset['offset']) <= offset).at(-1) ?? blocks[0];
  }

  #scrollTo(block: HTMLElement): void {
    const top = block.getBoundingClientRect().top - this.element.getBoundingClientRect().top;
    this.element.scrollTop += top - this.#context.lead - 4;
  }

  #fill(section: HTMLElement): Promise<void> {
    let filling = this.#filling.get(section);
    if (!filling) this.#filling.set(section, (filling = this.#write(section).catch(() => {})));
    return filling;
  }

  async #write(section: HTMLElement): Promise<void> {
    const shown = this.#document;
    const { signal } = this.#closing;
    if (!shown) return;
    try {
      const page = Number(section.dataset['page']);
      const { nodes, stretches } = await this.#make(shown, page, signal);
      if (signal.aborted) return;
      section.append(...nodes);
      // The page's number is there once.
      if (section.querySelector('summary.folio')) section.firstElementChild?.remove();
      section.classList.add('filled');
      this.#highlights.add(page, stretches);
    } catch (error) {
      this.#filling.delete(section);
      throw error;
    }
  }

  #follow(): void {
    this.#scheduled = 0;
    const { top, height } = this.element.getBoundingClientRect();
    let low = 0;
    let high = this.#sections.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const at = this.#sections[middle]?.getBoundingClientRect().top ?? Infinity;
      if (at <= top + height / 3) low = middle;
      else high = middle - 1;
    }
    if (low + 1 === this.#current) return;
    this.#current = low + 1;
    this.#context.paged(this.#current);
  }
}
