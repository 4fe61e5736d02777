// The menu behind the three dots: views, colours, actions.

import { actionIcon, actionLabel } from './actions.js';
import type { Context } from './context.js';
import { h, icon, ICONS } from './dom.js';
import { adopt } from './style.js';

const MENU_CSS = `
.menu {
  position: absolute; inset-block-start: calc(var(--lead) + 6px); inset-inline-end: 10px; z-index: 8; min-width: 252px; max-width: calc(100% - 20px); max-height: calc(100% - var(--lead) - 12px); overflow: auto; padding: 6px;
  background: var(--bar); border: 1px solid var(--line); border-radius: 14px; box-shadow: 0 12px 36px rgb(0 0 0 / .18);
}
.menu [role^="menuitem"] { display: flex; align-items: center; justify-content: start; gap: 12px; width: 100%; min-height: 40px; height: auto; padding: 6px 12px; text-align: start; }
.menu svg { flex: none; color: var(--soft); }
.menu [aria-checked="true"] { color: var(--accent); font-weight: 600; }
.menu [aria-checked="true"] svg { color: inherit; }
.menu hr { margin: 6px 8px; border: 0; border-top: 1px solid var(--line); }
.menu .themes { display: flex; gap: 4px; padding: 4px 8px; }
.menu .themes > button { flex: 1; display: grid; justify-content: center; justify-items: center; gap: 4px; padding: 6px 2px; font-size: 12px; }
.menu .themes span:last-child { white-space: nowrap; }
.menu .swatch { width: 26px; height: 26px; border-radius: 50%; border: 1px solid var(--line); }
.menu [aria-checked="true"] .swatch { outline: 2px solid var(--accent); outline-offset: 2px; }
.swatch.auto { background: linear-gradient(115deg, #fff 50%, #26282c 50%); }
.swatch.light { background: #fff; } .swatch.dark { background: #26282c; } .swatch.sepia { background: #f4ecd8; }
@container (max-width: 720px) { .menu [role^="menuitem"] { min-height: 46px; } }
`;

const VIEW_ICONS = {
  pages: 'M7 3.5h10v17H7zM10 8h4M10 11.5h4',
  spread: 'M3 5h8.5v14H3zM12.5 5H21v14h-8.5z',
  reading: 'M4 6h16M4 10h16M4 14h16M4 18h9',
  text: 'M5 5h14M12 5v14M9 19h6',
} as const;

/** The menu, made anew each time it opens. */
export class Menu {
  readonly #context: Context;
  #element: HTMLElement | null = null;
  #button: HTMLElement | null = null;

  constructor(context: Context) {
    this.#context = context;
    adopt(context.root, MENU_CSS);
  }

  /** Opens it under its button, or closes it. */
  toggle(button: HTMLElement): void {
    if (this.#element) return this.#close(true);
    this.#button = button;
    button.setAttribute('aria-expanded', 'true');
    const closing = new AbortController();
    const { signal } = closing;
    this.#element = this.#build();
    this.#element.addEventListener('keydown', (event) => this.#key(event), { signal });
    this.#context.root.addEventListener('pointerdown', (event) => this.#outside(event), { signal });
    this.#context.host.addEventListener('focusout', (event) => event.relatedTarget || this.#close(false), { signal });
    this.#element.addEventListener('remove', () => closing.abort(), { once: true });
    this.#context.stage.append(this.#element);
    this.#items[0]?.focus();
  }

  #build(): HTMLElement {
    const { language, settings, view } = this.#context;
    const say = language.messages;
    const views = (['pages', 'spread', 'reading', 'text'] as const).map((name) =>
      this.#item(VIEW_ICONS[name], say.view[name], () => this.#context.setView(name), name === view),
    );
    const allowed = settings.actions.filter(({ name }) => name !== 'print' || settings.print);
    const actions = allowed.map(({ name, label }) => this.#item(actionIcon(name), actionLabel(this.#context, name, label), () => this.#context.act(name)));
    const { host } = this.#context;
    const themes = (['auto', 'light', 'sepia', 'dark'] as const).map((name) => {
      const item = this.#item(null, say.theme[name], () => host.setAttribute('theme', name), name === settings.theme);
      item.prepend(h('span', { class: `swatch ${name}` }));
      return item;
    });
    return h(
      'div',
      { class: 'menu', part: 'menu', role: 'menu', 'aria-label': say.menu },
      h('div', { role: 'group', 'aria-label': say.view.label }, ...views),
      h('hr', {}),
      ...actions,
      ...(actions.length > 0 ? [h('hr', {})] : []),
      h('div', { class: 'themes', role: 'group', 'aria-label': say.theme.label }, ...themes),
      h('hr', {}),
      this.#item(ICONS.info, say.properties, () => this.#context.toggle('properties')),
      this.#item('M3 7h18v10H3zM7 11h.01M11 11h.01M15 11h.01M8 14h8', say.help.title, () => this.#context.toggle('help')),
    );
  }

  #item(path: string | null, label: string, act: () => void, checked?: boolean): HTMLButtonElement {
    const role = checked === undefined ? 'menuitem' : 'menuitemradio';
    const item = h('button', { type: 'button', role, tabindex: -1, 'aria-checked': checked === undefined ? undefined : String(checked) });
    if (path) item.append(icon(path));
    item.append(h('span', {}, label));
    item.addEventListener('click', () => {
      this.#close(true);
      act();
    });
    return item;
  }

  get #items(): HTMLElement[] {
    return [...(this.#element?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
  }

  #key(event: KeyboardEvent): void {
    const items = this.#items;
    const at = items.indexOf(this.#context.root.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) items.at(to % items.length)?.focus();
    else if (event.key === 'Escape') this.#close(true);
    else if (event.key === 'Tab') return this.#close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #outside(event: Event): void {
    const target = event.target as Node;
    if (!this.#element?.contains(target) && !this.#button?.contains(target)) this.#close(false);
  }

  #close(focus: boolean): void {
    const element = this.#element;
    if (!element) return;
    this.#element = null;
    element.dispatchEvent(new Event('remove'));
    element.remove();
    this.#button?.setAttribute('aria-expanded', 'false');
    if (focus) this.#button?.focus();
  }
}
