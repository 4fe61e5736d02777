// Small pictures of the pages: only those near the window of the list exist.

import type { Page } from '../../public/document.js';
import type { Context } from '../context.js';
import { h } from '../dom.js';

/** A sealed preview has no pictures of its pages: the page itself is made small, and is neither read nor reached. */
function paintSmall(page: Page, sheet: HTMLElement): void {
  if (sheet.hasChildNodes()) return;
  const { element } = page.paintInto(sheet);
  element.inert = true;
  element.style.transform = `scale(${sheet.clientWidth / element.offsetWidth})`;
}

/** The list. */
export class Thumbnails {
  readonly element = h('div', { class: 'body thumbnails', role: 'tabpanel', hidden: true });
  readonly #context: Context;
  readonly #chosen: () => void;
  readonly #seen: IntersectionObserver;
  readonly #urls = new Map<Element, string>();
  readonly #asked = new Map<Element, AbortController>();
  #buttons: HTMLButtonElement[] = [];

  constructor(context: Context, chosen: () => void) {
    this.#context = context;
    this.#chosen = chosen;
    this.element.setAttribute('aria-label', context.language.messages.navigation.thumbnails);
    this.#seen = new IntersectionObserver((entries) => this.#intersect(entries), { root: this.element, rootMargin: '400px 0px' });
    context.signal.addEventListener('abort', () => this.clear());
  }

  /** Frees all pictures. */
  clear(): void {
    this.#seen.disconnect();
    for (const asked of this.#asked.values()) asked.abort();
    for (const url of this.#urls.values()) URL.revokeObjectURL(url);
    this.#asked.clear();
    this.#urls.clear();
    this.#buttons = [];
    this.element.replaceChildren();
  }

  /** Makes a place for each page that may be seen. */
  fill(): void {
    const { shownPages } = this.#context;
    if (this.#buttons.length === shownPages) return;
    this.clear();
    for (let page = 1; page <= shownPages; page++) this.#buttons.push(this.#button(page));
    this.element.append(...this.#buttons);
    for (const button of this.#buttons) this.#seen.observe(button);
  }

  /** Shows which page is being read. */
  follow(page: number): void {
    for (const [index, button] of this.#buttons.entries()) {
      if (index === page - 1) button.setAttribute('aria-current', 'page');
      else button.removeAttribute('aria-current');
    }
    this.#buttons[page - 1]?.scrollIntoView({ block: 'nearest' });
  }

  #button(page: number): HTMLButtonElement {
    const label = this.#context.language.messages.pageOf(String(page), String(this.#context.pageCount));
    const button = h('button', { type: 'button', class: 'thumbnail', 'aria-label': label, 'data-page': page }, h('span', { class: 'sheet' }), h('span', { class: 'number' }, String(page)));
    button.addEventListener('click', () => {
      this.#context.goTo(page);
      this.#chosen();
    });
    return button;
  }

  #intersect(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) void this.#paint(target as HTMLButtonElement);
      else this.#empty(target);
    }
  }

  async #paint(button: HTMLButtonElement): Promise<void> {
    const shown = this.#context.document;
    if (!shown || this.#urls.has(button) || this.#asked.has(button)) return;
    const asked = new AbortController();
    this.#asked.set(button, asked);
    try {
      const page = await shown.page(Number(button.dataset['page']), { signal: asked.signal });
      const sheet = button.querySelector<HTMLElement>('.sheet');
      if (!sheet) return;
      sheet.style.aspectRatio = `${page.width} / ${page.height}`;
      if (shown.sealedPages !== undefined) return paintSmall(page, sheet);
      const svg = await page.toSvg({ signal: asked.signal });
      const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      this.#urls.set(button, url);
      sheet.replaceChildren(h('img', { alt: '', draggable: 'false', decoding: 'async', src: url }));
    } catch {
      // It left the window, or the page cannot be drawn: its place and number stay.
    } finally {
      this.#asked.delete(button);
    }
  }

  #empty(button: Element): void {
    this.#asked.get(button)?.abort();
    const url = this.#urls.get(button);
    if (!url) return;
    URL.revokeObjectURL(url);
    this.#urls.delete(button);
    button.querySelector('.sheet')?.replaceChildren();
  }
}
