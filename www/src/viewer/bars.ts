// Bars that make room on a phone, where style lays them over the pages: they go when the reader's finger scrolls on, and come back
// when it scrolls up, at a tap, at either end, and for the keyboard. What scrolls by itself (a page asked for, a hit) moves no bar.

import type { Viewer } from './viewer.js';
import { adopt } from './style.js';

/** Pixels in one direction after which it is meant. */
const MEANT = 28;

/** Milliseconds without scrolling after which a swing has come to rest. */
const REST = 300;

const BARS_CSS = `
.viewer > .toolbar, .viewer .text-settings { transition: transform .22s ease-out; }
.viewer.away > .toolbar { transform: translateY(-100%); }
.viewer.away .text-settings { transform: translateY(calc(100% + 40px)); }
.viewer.away .bar { inset-block-start: 0; }
@media (prefers-reduced-motion: reduce) { .viewer > .toolbar, .viewer .text-settings { transition: none; } }
`;

/** Shows and hides the bars of one viewer. */
export class Bars {
  readonly #viewer: Viewer;
  readonly #frame: HTMLElement;
  readonly #toolbar: HTMLElement;
  #top = 0;
  #turn = 0;
  /** A finger is down, or what it has set going has not come to rest. */
  #finger = false;
  #swing = false;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(viewer: Viewer) {
    this.#viewer = viewer;
    this.#frame = viewer.root.firstElementChild as HTMLElement;
    this.#toolbar = this.#frame.querySelector('.toolbar') as HTMLElement;
    const { stage, signal } = viewer;
    adopt(viewer.root, BARS_CSS);
    stage.addEventListener('touchstart', () => (this.#finger = this.#swing = true), { passive: true, signal });
    for (const name of ['touchend', 'touchcancel'] as const) stage.addEventListener(name, () => this.#lifted(), { passive: true, signal });
    stage.addEventListener('scroll', (event) => this.#scrolled(event.target as HTMLElement), { capture: true, passive: true, signal });
    stage.addEventListener('click', (event) => this.#tapped(event), { signal });
    this.#toolbar.addEventListener('focusin', () => this.#toolbar.querySelector(':focus-visible') && this.show(), { signal });
  }

  /** Brings them back. */
  show(): void {
    this.#frame.classList.remove('away');
    this.#turn = 0;
  }

  #lifted(): void {
    this.#finger = false;
    this.#restLater();
  }

  /** A swing goes on as long as scrolling does. */
  #restLater(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => (this.#swing = this.#finger), REST);
  }

  #scrolled(pane: HTMLElement): void {
    if (pane !== this.#viewer.pane.element) return;
    const { scrollTop, scrollHeight, clientHeight } = pane;
    const by = scrollTop - this.#top;
    this.#top = scrollTop;
    const atEnd = scrollTop < this.#toolbar.offsetHeight || scrollTop + clientHeight > scrollHeight - 8;
    if (atEnd || this.#viewer.lead === 0) return this.show();
    if (!this.#swing) return;
    this.#restLater();
    this.#turn = Math.sign(by) === Math.sign(this.#turn) ? this.#turn + by : by;
    if (this.#turn < -MEANT) this.show();
    else if (this.#turn > MEANT && !this.#isNeeded) this.#frame.classList.add('away');
  }

  #tapped(event: Event): void {
    const target = event.target as Element;
    const reads = this.#viewer.pane.element.contains(target) && !target.closest('a, button, input, summary');
    const selected = getSelection()?.isCollapsed === false;
    if (!reads || selected || this.#viewer.lead === 0 || !this.#viewer.document) return;
    if (this.#frame.classList.contains('away')) this.show();
    else if (!this.#isNeeded) this.#frame.classList.add('away');
  }

  /** Something is open that belongs to the bar, or keys are at work on it. */
  get #isNeeded(): boolean {
    const { stage } = this.#viewer;
    return stage.querySelector('.panel:not([hidden]), .find:not([hidden]), .menu, dialog[open]') !== null || this.#toolbar.querySelector(':focus-visible') !== null;
  }
}
