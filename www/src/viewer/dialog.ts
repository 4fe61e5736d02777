// A dialog over the viewer.

import type { Context } from './context.js';
import { h, iconButton, ICONS } from './dom.js';
import { adopt } from './style.js';

const DIALOG_CSS = `
dialog {
  width: min(400px, calc(100vw - 24px)); max-height: min(620px, calc(100vh - 24px)); padding: 0; border: 1px solid var(--line); border-radius: 18px; background: var(--bar); color: var(--text);
  font: 14px/1.5 var(--font); box-shadow: 0 24px 80px rgb(0 0 0 / .3); color-scheme: inherit;
}
dialog::backdrop { background: rgb(0 0 0 / .35); }
dialog > header { display: flex; align-items: center; justify-content: space-between; padding: 12px; padding-inline-start: 22px; }
dialog h2 { margin: 0; font-size: 16px; font-weight: 600; }
dialog > .body { padding: 0 22px 22px; }
`;

/** A dialog with a title and a way out. */
export class Dialog {
  readonly element: HTMLDialogElement;
  readonly #context: Context;

  constructor(context: Context, title: string, ...children: Node[]) {
    this.#context = context;
    const close = iconButton(ICONS.close, context.language.messages.close, () => this.toggle(false));
    this.element = h('dialog', { part: 'dialog', 'aria-label': title }, h('header', {}, h('h2', {}, title), close), h('div', { class: 'body' }, ...children));
    // A click beside it closes it.
    this.element.addEventListener('click', (event) => event.target === this.element && this.toggle(false));
    this.element.addEventListener('keydown', (event) => event.key === 'Escape' || event.stopPropagation());
    adopt(context.root, DIALOG_CSS);
    context.stage.append(this.element);
  }

  get isOpen(): boolean {
    return this.element.open;
  }

  toggle(open: boolean): void {
    if (open === this.isOpen) return;
    if (open) return this.element.showModal();
    this.element.close();
    this.#context.pane.element.focus({ preventScroll: true });
  }
}
