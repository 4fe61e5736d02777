// The find bar: all places at once from the engine, stepped through here.

import type { Language } from '../l10n/index.js';
import type { DocpaneDocument, SearchHit } from '../public/document.js';
import { h, iconButton, ICONS } from './dom.js';
import type { Place } from './page-view.js';

/** What the bar shows its places on. */
export interface FindTarget {
  mark(places: readonly Place[]): void;
  reveal(hit: SearchHit): void;
  announce(text: string): void;
  closed(): void;
}

/** Milliseconds after the last key before the search starts. */
const PATIENCE = 200;

/** The bar. */
export class Find {
  readonly element: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #count = h('output', { class: 'found' });
  readonly #language: Language;
  readonly #target: FindTarget;
  #document: DocpaneDocument | null = null;
  #hits: SearchHit[] = [];
  #at = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #search: AbortController | null = null;

  constructor(language: Language, target: FindTarget) {
    this.#language = language;
    this.#target = target;
    const say = language.messages;
    this.#input = h('input', { type: 'search', 'aria-label': say.findPlaceholder, placeholder: say.findPlaceholder, part: 'find-input' });
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#start(), PATIENCE);
    });
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    this.element = h(
      'div',
      { class: 'find', part: 'find', role: 'search', hidden: true },
      this.#input,
      this.#count,
      iconButton(ICONS.up, say.findPrevious, () => this.#step(-1)),
      iconButton(ICONS.down, say.findNext, () => this.#step(1)),
      iconButton(ICONS.close, say.close, () => this.toggle(false)),
    );
  }

  /** Searches in another document. */
  reset(document: DocpaneDocument | null): void {
    this.#document = document;
    this.#show([]);
    this.#count.textContent = '';
  }

  /** Whether it is open. */
  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** Shows or hides it. */
  toggle(open = this.element.hidden): void {
    this.element.hidden = !open;
    if (open) {
      this.#input.focus();
      this.#input.select();
      if (this.#input.value) void this.#start();
    } else {
      this.#search?.abort();
      this.#target.mark([]);
      this.#target.closed();
    }
  }

  /** Searches for a text at once. */
  async find(query: string): Promise<number> {
    this.toggle(true);
    this.#input.value = query;
    await this.#start();
    return this.#hits.length;
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      event.preventDefault();
      if (this.#hits.length === 0) void this.#start();
      else this.#step(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape') this.toggle(false);
    else return;
    event.stopPropagation();
  }

  async #start(): Promise<void> {
    clearTimeout(this.#timer);
    this.#search?.abort();
    const query = this.#input.value;
    const shown = this.#document;
    if (!query || !shown) {
      this.#count.textContent = '';
      return this.#show([]);
    }
    const search = (this.#search = new AbortController());
    try {
      const hits = await shown.search(query, { signal: search.signal });
      if (search.signal.aborted) return;
      this.#show(hits);
      if (hits.length === 0) this.#tell(this.#language.messages.notFound);
      else this.#step(0);
    } catch {
      if (!search.signal.aborted) this.#show([]);
    }
  }

  #show(hits: SearchHit[]): void {
    this.#hits = hits;
    this.#at = 0;
    this.#mark();
  }

  #step(by: number): void {
    const count = this.#hits.length;
    if (count === 0) return;
    this.#at = (this.#at + by + count) % count;
    this.#mark();
    const hit = this.#hits[this.#at];
    if (hit) this.#target.reveal(hit);
    this.#tell(this.#language.messages.found(String(this.#at + 1), String(count)));
  }

  #mark(): void {
    this.#target.mark(this.#hits.map(({ start, end }, index) => ({ start, end, current: index === this.#at })));
  }

  #tell(text: string): void {
    this.#count.textContent = text;
    this.#target.announce(text);
  }
}
