// Asks for the password of a protected document, and opens it again with that.

import type { Source } from '../public/document.js';
import { Dialog } from './dialog.js';
import { h } from './dom.js';
import { adopt, FORM_CSS } from './style.js';
import type { Viewer } from './viewer.js';

/** The prompt. What is typed goes nowhere but into opening the document. */
export class PasswordPrompt {
  readonly #viewer: Viewer;

  constructor(viewer: Viewer) {
    this.#viewer = viewer;
    adopt(viewer.root, FORM_CSS);
  }

  /** Asks; `wrong` after a password that did not fit. */
  ask(source: Source | null, wrong: boolean): void {
    const { messages } = this.#viewer.language;
    const say = messages.password;
    const input = h('input', { type: 'password', autocomplete: 'off', 'aria-label': say.label, 'aria-describedby': 'said', 'aria-invalid': wrong ? 'true' : undefined });
    const said = h('p', { class: wrong ? 'said wrong' : 'said', id: 'said', role: 'status' }, wrong ? messages.error.WrongPassword.title : say.hint);
    const open = h('button', { type: 'submit', class: 'action' }, say.open);
    const cancel = h('button', { type: 'button' }, messages.cancel);
    const form = h('form', { class: 'form' }, h('label', { class: 'field' }, h('span', {}, say.label), input), said, h('div', { class: 'buttons' }, cancel, open));
    const dialog = new Dialog(this.#viewer, messages.error.Encrypted.title, form);
    cancel.addEventListener('click', () => dialog.toggle(false));
    dialog.element.addEventListener('close', () => dialog.element.remove(), { once: true });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (input.value === '') return input.focus();
      dialog.toggle(false);
      void this.#viewer.open(source, input.value);
    });
    dialog.toggle(true);
    input.focus();
  }
}
