// Where a preview ends before the document does: a card under the last page shown.

import type { Context } from './context.js';
import { h } from './dom.js';

/** The card. */
export class Wall {
  readonly element: HTMLElement;
  readonly #ends = h('p', {});
  readonly #context: Context;

  /** `more` shows the rest, where it is here. */
  constructor(context: Context, more: () => void) {
    this.#context = context;
    const button = h('button', { type: 'button', class: 'action', part: 'more' }, context.language.messages.wall.more);
    button.addEventListener('click', () => {
      const detail = { shown: context.shownPages, pageCount: context.pageCount };
      if (context.tell('docpane-more', detail, true)) more();
    });
    this.element = h('section', { class: 'wall', part: 'wall' }, h('slot', { name: 'wall' }, this.#ends, button));
  }

  /** Says how much there is. */
  update(): void {
    const { shownPages, pageCount, language } = this.#context;
    this.#ends.textContent = language.messages.wall.ends(String(shownPages), String(pageCount));
  }
}
