// Marks beside the scrollbar where hits are.

import type { SearchHit } from '../../public/document.js';
import type { Context } from '../context.js';
import { h } from '../dom.js';

/** Places that are told apart along the bar. */
const STEPS = 400;

/** The strip. */
export class Ticks {
  readonly element = h('div', { class: 'ticks', 'aria-hidden': 'true' });
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /** Shows where hits are; by page, and by their height on it where that is known. */
  show(hits: readonly SearchHit[]): void {
    const pages = Math.max(this.#context.shownPages, 1);
    const steps = new Set<number>();
    for (const { page, boxes } of hits) {
      if (page === undefined) continue;
      const down = Math.min((boxes[0]?.y ?? 0) / 842, 0.99);
      steps.add(Math.floor(((page - 1 + down) / pages) * STEPS));
    }
    this.element.replaceChildren(
      ...[...steps].map((step) => {
        const tick = h('span', {});
        tick.style.top = `${(step / STEPS) * 100}%`;
        return tick;
      }),
    );
  }
}
