// A short message over the pages that goes by itself.

import { h } from './dom.js';

/** Milliseconds it stays. */
const STAY = 4_000;

/** The place for it. */
export class Notice {
  readonly element = h('div', { class: 'notice', part: 'notice', hidden: true, 'aria-hidden': 'true' });
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Shows it. Who tells it to those who do not see is the viewer. */
  show(text: string): void {
    this.element.textContent = text;
    this.element.hidden = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.element.hidden = true), STAY);
  }
}
