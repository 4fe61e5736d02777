// The panel at the start side: headings, and small pictures of the pages.

import type { Context } from '../context.js';
import { h, iconButton, ICONS } from '../dom.js';
import type { Panel } from '../features.js';
import { adopt, PANEL_CSS } from '../style.js';
import { Outline } from './outline.js';
import { NAVIGATION_CSS } from './style.js';
import { Thumbnails } from './thumbnails.js';

/** The panel. */
export class Navigation implements Panel {
  readonly element: HTMLElement;
  readonly #context: Context;
  readonly #outline: Outline;
  readonly #thumbnails: Thumbnails;
  readonly #tabs: HTMLButtonElement[];
  #showsOutline: boolean | null = null;

  constructor(context: Context) {
    this.#context = context;
    const say = context.language.messages;
    const chosen = () => this.#isNarrow && this.toggle(false);
    this.#outline = new Outline(context, chosen);
    this.#thumbnails = new Thumbnails(context, chosen);
    this.#tabs = [this.#tab(say.navigation.outline, true), this.#tab(say.navigation.thumbnails, false)];
    const tabs = h('div', { class: 'tabs', role: 'tablist', 'aria-label': say.navigation.label }, ...this.#tabs);
    this.element = h(
      'nav',
      { class: 'panel start', part: 'navigation', 'aria-label': say.navigation.label, hidden: true },
      h('header', {}, tabs, iconButton(ICONS.close, say.close, () => this.toggle(false))),
      this.#outline.element,
      this.#thumbnails.element,
    );
    adopt(context.root, PANEL_CSS);
    adopt(context.root, NAVIGATION_CSS);
    context.pane.element.before(this.element);
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** The panel covers the pages. */
  get #isNarrow(): boolean {
    return this.#context.stage.clientWidth <= 720;
  }

  toggle(open = !this.isOpen): void {
    if (!open && this.element.contains(this.#context.root.activeElement)) this.#context.pane.element.focus({ preventScroll: true });
    this.element.hidden = !open;
    this.#context.stage.classList.toggle('beside', open);
    this.refresh();
    if (open) this.#tabs.find((tab) => tab.tabIndex === 0)?.focus();
  }

  reset(): void {
    this.#showsOutline = null;
    this.#outline.clear();
    this.#thumbnails.clear();
    if (this.#context.document) this.refresh();
    else this.toggle(false);
  }

  refresh(): void {
    if (this.isOpen) void this.#show().catch(() => {});
    else this.#thumbnails.clear();
  }

  paged(page: number): void {
    if (!this.isOpen) return;
    this.#outline.follow(page);
    this.#thumbnails.follow(page);
  }

  #tab(label: string, outline: boolean): HTMLButtonElement {
    const tab = h('button', { type: 'button', role: 'tab', 'aria-selected': 'false', tabindex: -1 }, label);
    tab.addEventListener('click', () => this.#choose(outline));
    tab.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
      this.#choose(!outline);
      this.#tabs[outline ? 1 : 0]?.focus();
      event.stopPropagation();
      event.preventDefault();
    });
    return tab;
  }

  #choose(outline: boolean): void {
    this.#showsOutline = outline;
    this.refresh();
  }

  /** Headings if there are any; else pages. */
  async #show(): Promise<void> {
    if (this.#context.document?.isFinished) {
      const some = await this.#outline.fill();
      this.#showsOutline ??= some;
    }
    const outline = this.#showsOutline ?? false;
    for (const [index, tab] of this.#tabs.entries()) {
      const selected = (index === 0) === outline;
      tab.setAttribute('aria-selected', String(selected));
      tab.tabIndex = selected ? 0 : -1;
    }
    this.#outline.element.hidden = !outline;
    this.#thumbnails.element.hidden = outline;
    if (!outline) this.#thumbnails.fill();
    this.paged(this.#context.page);
  }
}
