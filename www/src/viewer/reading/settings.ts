// Size and line spacing of flowing text, kept while the viewer lives and, where the browser allows, for the next time.

import type { Context } from '../context.js';
import { h, icon } from '../dom.js';

const SIZES = [12, 14, 16, 18, 20, 22, 25, 28, 32, 38];
const SPACINGS = [1.4, 1.6, 1.8, 2.1, 2.4];
const KEY = 'docpane-reading';

/** The wishes, and the controls for them. */
export class TextSettings {
  readonly #context: Context;
  readonly #body: HTMLElement;
  readonly #panel: HTMLElement;
  readonly #size: HTMLOutputElement;
  #wish = recalled();

  constructor(context: Context, body: HTMLElement) {
    this.#context = context;
    this.#body = body;
    this.#size = h('output', {});
    const say = context.language.messages.reading;
    const spacing = h('input', { type: 'range', min: 0, max: SPACINGS.length - 1, step: 1, 'aria-label': say.lineHeight });
    spacing.value = String(this.#wish.spacing);
    spacing.addEventListener('input', () => {
      this.#wish.spacing = Number(spacing.value);
      this.#apply();
    });
    const smaller = this.#button('A', say.smaller, -1);
    const larger = this.#button('A', say.larger, 1);
    larger.classList.add('larger');
    const lines = icon('M9 6h11M9 12h11M9 18h11M4.5 8V4.5M3 6l1.5-1.5L6 6M4.5 16v3.5M3 18l1.5 1.5L6 18');
    this.#panel = h('div', { class: 'text-settings', role: 'group', 'aria-label': say.settings, hidden: true }, smaller, this.#size, larger, lines, spacing);
    this.#apply();
  }

  /** 1 is 16 CSS pixels. */
  get factor(): number {
    return (SIZES[this.#wish.size] ?? 16) / 16;
  }

  /** Shows the controls, or takes them away. */
  show(shown: boolean): void {
    if (shown) this.#context.stage.append(this.#panel);
    else this.#panel.remove();
    this.#panel.hidden = !shown;
  }

  /** A size larger or smaller. */
  resize(direction: 1 | -1): void {
    this.#wish.size = Math.min(Math.max(this.#wish.size + direction, 0), SIZES.length - 1);
    this.#apply();
  }

  #button(sign: string, label: string, direction: 1 | -1): HTMLButtonElement {
    const button = h('button', { type: 'button', 'aria-label': label, title: label }, sign);
    button.addEventListener('click', () => this.#context.pane.zoomStep(direction));
    return button;
  }

  #apply(): void {
    const { style } = this.#body;
    style.setProperty('--size', `${SIZES[this.#wish.size] ?? 16}px`);
    style.setProperty('--spacing', String(SPACINGS[this.#wish.spacing] ?? 1.8));
    this.#size.textContent = `${Math.round(this.factor * 100)}%`;
    try {
      localStorage.setItem(KEY, JSON.stringify(this.#wish));
    } catch {
      // Storage may be forbidden; the wish then holds for this time.
    }
  }
}

function recalled(): { size: number; spacing: number } {
  const usual = { size: 3, spacing: 2 };
  try {
    const { size, spacing } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<typeof usual>;
    return { size: SIZES[size ?? -1] ? (size as number) : usual.size, spacing: SPACINGS[spacing ?? -1] ? (spacing as number) : usual.spacing };
  } catch {
    return usual;
  }
}
