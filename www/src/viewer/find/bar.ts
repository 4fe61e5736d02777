// The find bar: all places at once from the engine, stepped through here.

import type { SearchHit } from '../../public/document.js';
import type { Context, Sought } from '../context.js';
import { h, icon, iconButton, ICONS } from '../dom.js';
import type { Panel } from '../features.js';
import { adopt } from '../style.js';
import { FIND_CSS } from './style.js';
import { Ticks } from './ticks.js';

/** Milliseconds after the last key before the search starts. */
const PATIENCE = 200;

/** More hits than these help nobody. */
const MOST_HITS = 5_000;

/** The bar. */
export class FindBar implements Panel {
  readonly element: HTMLElement;
  readonly #context: Context;
  readonly #input: HTMLInputElement;
  readonly #count = h('output', { class: 'found' });
  readonly #case: HTMLButtonElement;
  readonly #word: HTMLButtonElement;
  readonly #ticks: Ticks;
  #hits: SearchHit[] = [];
  #beyond = 0;
  #at = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #search: AbortController | null = null;

  constructor(context: Context) {
    this.#context = context;
    const say = context.language.messages;
    this.#input = h('input', { type: 'search', 'aria-label': say.findPlaceholder, placeholder: say.findPlaceholder, part: 'find-input', enterkeyhint: 'search' });
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#start(), PATIENCE);
    });
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    this.#case = this.#option('M3 17l4.5-11L12 17M4.6 13.5h5.8M20.5 11v6M20.5 14a2.8 3 0 1 1-5.6 0 2.8 3 0 0 1 5.6 0z', say.matchCase);
    this.#word = this.#option('M4 7v7M4 11.5a2.5 2.5 0 1 0 5 0 2.5 2.5 0 0 0-5 0zM20 9v5M20 11.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM3 16v3h18v-3', say.wholeWord);
    this.element = h(
      'div',
      { class: 'find', part: 'find', role: 'search', 'aria-label': say.find, hidden: true },
      this.#input,
      this.#count,
      this.#case,
      this.#word,
      iconButton(ICONS.up, say.findPrevious, () => this.#step(-1)),
      iconButton(ICONS.down, say.findNext, () => this.#step(1)),
      iconButton(ICONS.close, say.close, () => this.toggle(false)),
    );
    this.#ticks = new Ticks(context);
    adopt(context.root, FIND_CSS);
    context.stage.append(this.element, this.#ticks.element);
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** Searches in another document. */
  reset(): void {
    this.#show([], 0);
    this.#count.textContent = '';
    if (this.isOpen && this.#context.document) void this.#start();
  }

  /** Searches in another view: it may not show all that the other did. */
  viewed(): void {
    if (this.isOpen && this.#context.document) void this.#start();
  }

  /** What is searched for. */
  get query(): string {
    return this.isOpen ? this.#input.value : '';
  }

  toggle(open = this.element.hidden): void {
    this.element.hidden = !open;
    if (open) {
      this.#input.focus();
      this.#input.select();
      if (this.#input.value) void this.#start();
    } else {
      this.#search?.abort();
      this.#show([], 0);
      this.#context.pane.element.focus({ preventScroll: true });
    }
  }

  /** Searches for a text at once. */
  async find(query: string): Promise<number> {
    this.toggle(true);
    this.#input.value = query;
    await this.#start();
    return this.#hits.length;
  }

  #option(path: string, label: string): HTMLButtonElement {
    const button = h('button', { type: 'button', class: 'option', 'aria-label': label, title: label, 'aria-pressed': 'false' }, icon(path));
    button.addEventListener('click', () => {
      button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
      void this.#start();
    });
    return button;
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      event.preventDefault();
      if (event.isComposing) return;
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
    const shown = this.#context.document;
    if (!query || !shown) {
      this.#count.textContent = '';
      return this.#show([], 0);
    }
    const { signal } = (this.#search = new AbortController());
    try {
      const { query: wanted, ...how } = this.#sought;
      const found = await shown.search(wanted, { signal, ...how, limit: MOST_HITS });
      if (signal.aborted) return;
      const { pane, shownPages } = this.#context;
      const visible = found.filter((hit) => pane.holds(hit));
      const hits = visible.filter(({ page }) => page === undefined || page <= shownPages);
      this.#show(hits, visible.length - hits.length);
      if (hits.length === 0) this.#tell(this.#context.language.messages.notFound);
      else this.#first();
    } catch {
      if (!signal.aborted) this.#show([], 0);
    }
  }

  /** The first hit from the page that is read on. */
  #first(): void {
    const { page } = this.#context;
    this.#at = Math.max(this.#hits.findIndex((hit) => (hit.page ?? 0) >= page), 0);
    this.#step(0);
  }

  #show(hits: SearchHit[], beyond: number): void {
    this.#hits = hits;
    this.#beyond = beyond;
    this.#at = 0;
    this.#mark();
    this.#ticks.show(hits);
  }

  #step(by: number): void {
    const count = this.#hits.length;
    if (count === 0) return;
    this.#at = (this.#at + by + count) % count;
    this.#mark();
    const hit = this.#hits[this.#at];
    if (hit) this.#context.pane.reveal(hit);
    this.#tell(this.#context.language.messages.found(String(this.#at + 1), String(count)));
  }

  #mark(): void {
    this.#context.pane.mark(this.#hits.map((hit, index) => ({ ...hit, current: index === this.#at })), this.#sought);
  }

  get #sought(): Sought {
    const isOn = (button: HTMLElement) => button.getAttribute('aria-pressed') === 'true';
    return { query: this.#input.value, matchCase: isOn(this.#case), wholeWord: isOn(this.#word) };
  }

  #tell(text: string): void {
    this.#count.textContent = text;
    const beyond = this.#beyond > 0 ? this.#context.language.messages.foundBeyond(String(this.#beyond)) : '';
    this.#count.title = beyond;
    this.#context.announce(beyond ? `${text}. ${beyond}` : text);
  }
}
