// Asks which pages to print, then prints them.

import type { Context } from '../context.js';
import { Dialog } from '../dialog.js';
import { h } from '../dom.js';
import { adopt } from '../style.js';
import { printPages } from './print.js';
import { pagesOf } from './range.js';

const PRINT_DIALOG_CSS = `
.print-form { display: grid; gap: 12px; }
.print-form label { display: flex; align-items: center; gap: 10px; min-height: 36px; }
.print-form input[type="text"] { flex: 1; min-width: 0; height: 40px; padding: 0 12px; border: 1px solid var(--line); border-radius: 10px; background: transparent; }
.print-form input[type="radio"] { width: 18px; height: 18px; margin: 0; accent-color: var(--accent); }
.print-form .said { min-height: 1.5em; margin: 0; color: var(--soft); }
.print-form .buttons { display: flex; justify-content: flex-end; gap: 8px; }
.print-form .buttons > button { padding: 0 18px; height: 44px; border-radius: 22px; }
`;

/** Asks and prints. */
export function askAndPrint(context: Context): void {
  const { language: { messages }, settings } = context;
  if (!settings.print) return context.notice(messages.printing.refused);
  adopt(context.root, PRINT_DIALOG_CSS);
  const say = messages.printing;
  const gone = new AbortController();
  const all = h('input', { type: 'radio', name: 'pages', checked: true });
  const some = h('input', { type: 'radio', name: 'pages' });
  const range = h('input', { type: 'text', placeholder: say.example, 'aria-label': say.somePages, inputmode: 'text', autocomplete: 'off' });
  range.addEventListener('focus', () => (some.checked = true));
  const said = h('p', { class: 'said', role: 'status' });
  const start = h('button', { type: 'submit', class: 'action' }, messages.action.print.replace(/\s*…$/, ''));
  const cancel = h('button', { type: 'button' }, messages.cancel);
  const form = h(
    'form',
    { class: 'print-form' },
    h('label', {}, all, say.allPages),
    h('label', {}, some, h('span', {}, say.somePages), range),
    said,
    h('div', { class: 'buttons' }, cancel, start),
  );
  const dialog = new Dialog(context, messages.action.print.replace(/\s*…$/, ''), form);
  cancel.addEventListener('click', () => dialog.toggle(false));
  dialog.element.addEventListener('close', () => (gone.abort(), dialog.element.remove()), { once: true });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const pages = all.checked ? pagesOf('', context.shownPages) : pagesOf(range.value, context.shownPages);
    if (pages.length === 0) return void (said.textContent = say.badPages);
    start.disabled = true;
    const tell = (done: number) => (said.textContent = say.preparing(String(done), String(pages.length)));
    printPages(context, pages, tell, gone.signal).then(
      () => dialog.toggle(false),
      (error: unknown) => {
        dialog.toggle(false);
        if (!gone.signal.aborted) context.failed(error);
      },
    );
  });
  dialog.toggle(true);
}
