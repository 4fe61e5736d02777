// The panel with what the host and the file say about the document, and what the preview could not show.

import type { WarningKind } from '../../l10n/messages.js';
import type { Warning } from '../../public/document.js';
import type { Context } from '../context.js';
import { h, iconButton, ICONS } from '../dom.js';
import type { Panel } from '../features.js';
import { adopt, PANEL_CSS } from '../style.js';
import { fileRows, hostRows, type Row } from './rows.js';
import { PROPERTIES_CSS } from './style.js';

/** The panel at the side. */
export class Properties implements Panel {
  readonly element: HTMLElement;
  readonly #body: HTMLElement;
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
    const say = context.language.messages;
    // It scrolls, so that keys must reach it.
    this.#body = h('div', { class: 'body', tabindex: 0, role: 'group', 'aria-label': say.properties });
    this.element = h(
      'aside',
      { class: 'panel end', part: 'properties', 'aria-label': say.properties, hidden: true },
      h('header', {}, h('h2', {}, say.properties), iconButton(ICONS.close, say.close, () => this.toggle(false))),
      this.#body,
    );
    adopt(context.root, PANEL_CSS);
    adopt(context.root, PROPERTIES_CSS);
    context.pane.element.after(this.element);
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  toggle(open = !this.isOpen): void {
    if (!open && this.element.contains(this.#context.root.activeElement)) this.#context.pane.element.focus({ preventScroll: true });
    this.element.hidden = !open;
    this.#context.stage.classList.toggle('about', open);
    this.refresh();
    if (open) this.element.querySelector('button')?.focus();
  }

  reset(): void {
    if (this.isOpen) this.toggle(false);
  }

  /** Fills it, if it is open. */
  refresh(): void {
    if (this.isOpen) void this.#show().catch(() => {});
  }

  async #show(): Promise<void> {
    const shown = this.#context.document;
    if (!shown) return;
    const say = this.#context.language.messages;
    const host = hostRows(this.#context);
    const file = fileRows(this.#context, shown);
    const facts = host.length > 0 ? [h('h3', {}, say.aboutDocument), list(host), h('h3', {}, say.aboutFile), list(file)] : [list(file)];
    this.#body.replaceChildren(...facts);
    const warnings = await shown.warnings();
    this.#body.replaceChildren(...facts, ...this.#warnings(warnings));
  }

  #warnings(warnings: readonly Warning[]): HTMLElement[] {
    const say = this.#context.language.messages;
    if (warnings.length === 0) return [h('p', { class: 'none' }, say.noWarnings)];
    const kinds = new Map<WarningKind, Warning[]>();
    for (const warning of warnings) {
      const kind = Object.hasOwn(say.warning, warning.kind) ? (warning.kind as WarningKind) : 'other';
      kinds.set(kind, [...(kinds.get(kind) ?? []), warning]);
    }
    return [h('h3', {}, say.warnings), ...[...kinds].map(([kind, all]) => this.#kind(say.warning[kind], all))];
  }

  /** A kind in the reader's language; the engine's own words below it. */
  #kind(label: string, warnings: readonly Warning[]): HTMLElement {
    const items = warnings.map(({ message, place }) => h('li', { title: place.part }, message));
    const count = new Intl.NumberFormat(this.#context.language.tag).format(warnings.length);
    return h('details', { class: 'warning' }, h('summary', {}, label, ' ', h('span', { class: 'number' }, count)), h('ul', { lang: 'en', dir: 'ltr' }, ...items));
  }
}

function list(rows: readonly Row[]): HTMLElement {
  return h('dl', {}, ...rows.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));
}
