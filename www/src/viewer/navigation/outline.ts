// The headings, as a list that follows the reading.

import type { OutlineItem } from '../../public/document.js';
import type { Context } from '../context.js';
import { h } from '../dom.js';

/** The list. */
export class Outline {
  readonly element = h('div', { class: 'body outline', role: 'tabpanel', hidden: true });
  readonly #context: Context;
  readonly #chosen: () => void;
  #items: OutlineItem[] | null = null;
  #buttons: HTMLButtonElement[] = [];

  constructor(context: Context, chosen: () => void) {
    this.#context = context;
    this.#chosen = chosen;
    this.element.setAttribute('aria-label', context.language.messages.navigation.outline);
  }

  clear(): void {
    this.#items = null;
    this.#buttons = [];
    this.element.replaceChildren();
  }

  /** Asks for the headings; whether there are any. */
  async fill(): Promise<boolean> {
    const { document: shown, language } = this.#context;
    this.#items ??= (await shown?.outline()) ?? [];
    this.#buttons = this.#items.map((item) => this.#button(item));
    const top = Math.min(...this.#items.map(({ level }) => level));
    const rows = this.#items.map(({ level }, index) => {
      const row = h('li', { 'aria-level': level - top + 1 }, this.#buttons[index] as HTMLButtonElement);
      row.style.paddingInlineStart = `${Math.min(level - top, 6) * 14}px`;
      return row;
    });
    const none = h('p', { class: 'none' }, language.messages.navigation.noOutline);
    this.element.replaceChildren(this.#items.length > 0 ? h('ul', {}, ...rows) : none);
    return this.#items.length > 0;
  }

  /** Shows which heading is being read under. */
  follow(page: number): void {
    const items = this.#items ?? [];
    let at = -1;
    for (const [index, item] of items.entries()) if (item.page !== undefined && item.page <= page) at = index;
    for (const [index, button] of this.#buttons.entries()) {
      if (index === at) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
    this.#buttons[at]?.scrollIntoView({ block: 'nearest' });
  }

  #button({ title, page, offset }: OutlineItem): HTMLButtonElement {
    const { messages } = this.#context.language;
    const isShown = page === undefined || page <= this.#context.shownPages;
    const number = page === undefined ? '' : String(page);
    const button = h('button', { type: 'button', class: isShown ? 'heading' : 'heading locked' }, h('span', { class: 'text' }, title), h('span', { class: 'page-number' }, number));
    if (!isShown) button.append(h('span', { class: 'unseen' }, messages.navigation.notShown));
    button.addEventListener('click', () => {
      if (page !== undefined && isShown) this.#context.pane.goToSpot({ page, offset });
      else this.#context.goTo(page ?? 1);
      this.#chosen();
    });
    return button;
  }
}
