// Asks before a link out of the document is followed, where the host wants that: a document can call its links what it likes,
// so the address itself is shown.

import type { Context } from './context.js';
import { Dialog } from './dialog.js';
import { h } from './dom.js';
import { adopt, FORM_CSS } from './style.js';

/** The question. */
export class Leaving {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
    adopt(context.root, FORM_CSS);
  }

  /** Asks about a link. */
  ask({ href, target, rel }: HTMLAnchorElement): void {
    const { messages } = this.#context.language;
    const cancel = h('button', { type: 'button' }, messages.cancel);
    // A link of its own: it is the reader's press on it that opens the page, and no script.
    const go = h('a', { class: 'action', href, target, rel, part: 'action' }, messages.leaving.open);
    const address = h('p', { class: 'address', dir: 'ltr', translate: 'no' }, href);
    const dialog = new Dialog(this.#context, messages.leaving.title, h('div', { class: 'form' }, address, h('div', { class: 'buttons' }, cancel, go)));
    for (const button of [cancel, go]) button.addEventListener('click', () => dialog.toggle(false));
    dialog.element.addEventListener('close', () => dialog.element.remove(), { once: true });
    dialog.toggle(true);
    go.focus();
  }
}
