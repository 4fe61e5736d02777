// Asks which pages to print, then prints them.

import type { Context } from '../context.js';
import { Dialog } from '../dialog.js';
import { h } from '../dom.js';
import { adopt, FORM_CSS } from '../style.js';
import { printPages } from './print.js';
import { pagesOf } from './range.js';

/** Asks and prints. */
export function askAndPrint(context: Context): void {
  const { language: { messages }, settings } = context;
  if (!settings.print) return context.notice(messages.printing.refused);
  adopt(context.root, FORM_CSS);
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
    { class: 'form' },
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
