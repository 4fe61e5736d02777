// What stands in place of pages: the wait, the error with what to do, the empty viewer.

import type { Language } from '../l10n/index.js';
import type { Progress } from '../public/document.js';
import type { DocpaneError } from '../public/error.js';
import { h, icon, ICONS } from './dom.js';

/** The layer over the pages, and the thin bar of progress. */
export class Status {
  readonly element = h('div', { class: 'status', part: 'status' });
  readonly bar = h('div', { class: 'bar', part: 'progress', role: 'progressbar', hidden: true });
  readonly #live = h('div', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
  readonly #fill = h('div', { class: 'fill' });
  readonly #language: Language;

  constructor(language: Language) {
    this.#language = language;
    this.bar.append(this.#fill);
  }

  /** Elements to place: the layer, the bar, and what is read aloud. */
  get elements(): HTMLElement[] {
    return [this.bar, this.element, this.#live];
  }

  /** Nothing is open. */
  empty(): void {
    this.#card(false, h('slot', { name: 'empty' }, h('p', { class: 'empty' }, this.#language.messages.empty)));
    this.bar.hidden = true;
  }

  /** Work is under way; `covered` while there is no page to see yet. */
  working({ phase, loaded, total, pages, pageCount }: Progress, covered: boolean): void {
    const say = this.#language.messages;
    const share = phase === 'load' ? (total > 0 ? loaded / total : null) : phase === 'open' ? null : pages / Math.max(pageCount, 1);
    this.bar.hidden = false;
    this.bar.classList.toggle('endless', share === null);
    this.#fill.style.width = share === null ? '' : `${Math.round(share * 100)}%`;
    const text = phase === 'load' ? say.loading : phase === 'open' ? say.opening : say.layingOut(String(pages), String(pageCount));
    this.bar.setAttribute('aria-label', text);
    if (share === null) this.bar.removeAttribute('aria-valuenow');
    else this.bar.setAttribute('aria-valuenow', String(Math.round(share * 100)));
    if (!covered) this.element.replaceChildren();
    else if (!this.element.querySelector('.paper')) {
      this.#card(false, h('div', { class: 'paper' }, ...[62, 88, 80, 92, 40, 86, 90, 74].map(ghost)), h('p', {}, text));
    } else this.element.querySelector('p')?.replaceChildren(text);
  }

  /** All is done. */
  done(): void {
    this.bar.hidden = true;
    if (!this.element.querySelector('[role="alert"]')) this.element.replaceChildren();
  }

  /** It could not be shown. `way` is what may help. */
  failed(error: DocpaneError, way: { label: string; go(): void } | null): void {
    const say = this.#language.messages;
    const { title, advice } = say.error[error.kind] ?? say.error.Damaged;
    this.bar.hidden = true;
    const parts: Node[] = [icon(ICONS.broken), h('h2', {}, title), h('p', {}, advice)];
    const detail = error.part ? `${error.message} (${error.part})` : error.message;
    parts.push(h('p', { class: 'detail', lang: 'en' }, detail));
    if (way) {
      const button = h('button', { type: 'button', class: 'action', part: 'action' }, way.label);
      button.addEventListener('click', way.go);
      parts.push(button);
    }
    this.#card(true, ...parts);
  }

  /** Says something to those who do not see the page. */
  announce(text: string): void {
    this.#live.textContent = text;
  }

  #card(alert: boolean, ...children: Node[]): void {
    this.element.replaceChildren(h('div', { class: 'card', part: alert ? 'error' : 'message', role: alert ? 'alert' : undefined }, ...children));
  }
}

/** A grey line of the waiting page. */
function ghost(width: number): HTMLElement {
  const line = h('span', { class: 'ghost' });
  line.style.width = `${width}%`;
  return line;
}
