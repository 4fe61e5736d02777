// The bar above the pages: contents, page box, zoom, find, properties, and the menu of everything else.

import type { Language } from '../l10n/index.js';
import { h, iconButton, ICONS } from './dom.js';

/** What the bar asks for. */
export interface ToolbarActions {
  goTo(page: number): void;
  /** A page, or a pair of them, further (1) or back (-1). */
  step(direction: 1 | -1): void;
  zoomStep(direction: 1 | -1): void;
  setZoom(zoom: number | 'auto' | 'width' | 'page'): void;
  toggleFind(): void;
  toggleNavigation(): void;
  toggleProperties(): void;
  openMenu(button: HTMLButtonElement): void;
}

/** Which page of how many is read. */
export interface PageState {
  page: number;
  pages: number;
  /** Pages that may be seen. */
  shown: number;
  estimated: boolean;
}

/** Value of the zoom menu's entry that shows the percentage. */
const FACTOR = 'factor';

/** The bar. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly #title = h('div', { class: 'title', part: 'title' });
  readonly #box: HTMLInputElement;
  readonly #count: HTMLElement;
  readonly #zoom: HTMLSelectElement;
  readonly #percent = h('option', { hidden: true, value: FACTOR }, '100%');
  readonly #previous: HTMLButtonElement;
  readonly #next: HTMLButtonElement;
  readonly #language: Language;
  #state: PageState = { page: 0, pages: 0, shown: 0, estimated: false };

  constructor(language: Language, actions: ToolbarActions) {
    this.#language = language;
    const say = language.messages;
    this.#box = h('input', { class: 'page-box', part: 'page-box', inputmode: 'numeric', autocomplete: 'off', 'aria-label': say.pageNumber });
    this.#box.addEventListener('change', () => this.#typed(actions));
    this.#box.addEventListener('focus', () => this.#box.select());
    this.#count = h('span', { class: 'count', part: 'page-count' });
    this.#zoom = this.#zoomMenu(actions);
    this.#previous = iconButton(ICONS.up, say.previousPage, () => actions.step(-1));
    this.#next = iconButton(ICONS.down, say.nextPage, () => actions.step(1));
    const out = iconButton(ICONS.minus, say.zoomOut, () => actions.zoomStep(-1));
    const enlarge = iconButton(ICONS.plus, say.zoomIn, () => actions.zoomStep(1));
    const find = iconButton(ICONS.find, say.find, actions.toggleFind);
    const side = iconButton(ICONS.side, say.navigation.label, actions.toggleNavigation);
    const properties = iconButton(ICONS.info, say.properties, actions.toggleProperties);
    properties.classList.add('wide-only');
    const menu = iconButton(ICONS.menu, say.menu, () => actions.openMenu(menu));
    menu.setAttribute('aria-haspopup', 'menu');
    menu.setAttribute('aria-expanded', 'false');
    this.element = h(
      'div',
      { class: 'toolbar', part: 'toolbar', role: 'toolbar', 'aria-label': say.toolbar },
      h('div', { class: 'group start' }, side, this.#title),
      h('div', { class: 'group pages' }, this.#previous, this.#box, this.#count, this.#next),
      h('div', { class: 'group zooms' }, out, this.#zoom, enlarge),
      h('div', { class: 'group end' }, h('slot', { name: 'actions' }), find, properties, menu),
    );
    this.show(this.#state);
  }

  /** Shows the title. */
  title(text: string): void {
    this.#title.textContent = text;
    this.#title.title = text;
  }

  /** Shows which page of how many is read. */
  show(state: PageState): void {
    this.#state = state;
    const { page, pages, shown, estimated } = state;
    const say = this.#language.messages;
    const some = pages > 0;
    if (!this.#box.matches(':focus')) this.#box.value = some ? String(page) : '';
    this.#box.size = Math.max(String(pages).length, 2);
    this.#count.textContent = some ? say.ofCount(String(pages), estimated) : '';
    this.#count.title = some && estimated ? say.estimatedCount : '';
    this.#previous.disabled = page <= 1;
    this.#next.disabled = !some || (page >= shown && shown >= pages);
    for (const element of this.element.querySelectorAll<HTMLButtonElement | HTMLInputElement | HTMLSelectElement>('.page-box, .zooms > *, .start > button, .end > button')) {
      element.disabled = !some;
    }
  }

  /** Shows the zoom. */
  zoom(factor: number): void {
    this.#percent.textContent = `${Math.round(factor * 100)}%`;
    // The closed menu always shows the percentage; its list says what else there is.
    this.#zoom.value = FACTOR;
  }

  #typed(actions: ToolbarActions): void {
    const page = Number.parseInt(this.#box.value.normalize('NFKC'), 10);
    if (Number.isFinite(page)) actions.goTo(Math.min(Math.max(page, 1), this.#state.pages));
    this.#box.value = String(this.#state.page);
    this.#box.blur();
  }

  #zoomMenu(actions: ToolbarActions): HTMLSelectElement {
    const say = this.#language.messages;
    const menu = h('select', { class: 'zoom', part: 'zoom', 'aria-label': say.zoom, title: say.zoom }, this.#percent);
    const entries: [string, string][] = [['auto', say.automaticZoom], ['width', say.fitWidth], ['page', say.fitPage]];
    for (const [value, text] of entries) menu.append(h('option', { value }, text));
    for (const percent of [50, 75, 100, 125, 150, 200, 300]) menu.append(h('option', { value: percent / 100 }, `${percent}%`));
    menu.addEventListener('change', () => {
      const { value } = menu;
      if (value === 'auto' || value === 'width' || value === 'page') actions.setZoom(value);
      else if (value !== FACTOR) actions.setZoom(Number(value));
    });
    return menu;
  }
}
