// Bars that make room on a phone: they lie over the pages, go when the reader's finger scrolls on, and come back when it scrolls
// up, at a tap, at either end, and for the keyboard. What scrolls by itself (a page asked for, a hit) moves no bar.

import type { Viewer } from './viewer.js';
import { adopt } from './style.js';

/** Pixels in one direction after which it is meant. */
const MEANT = 28;

/** Milliseconds without scrolling after which a swing has come to rest. */
const REST = 300;

/** Windows this narrow or this low have no room to give away, in CSS pixels. */
const NARROW = 720;
const LOW = 480;

const BARS_CSS = `
.viewer.over > .toolbar { position: absolute; inset: 0 0 auto; z-index: 6; }
.viewer.over > .toolbar, .viewer.over .text-settings { transition: transform .22s ease-out; }
.viewer.away > .toolbar { transform: translateY(-100%); }
.viewer.away .text-settings { transform: translateY(calc(100% + 40px)); }
.viewer.over .panel { inset-block-start: var(--lead); }
.viewer.over .bar { inset-block-start: var(--lead); }
.viewer.away .bar { inset-block-start: 0; }
.viewer.over .find { top: calc(var(--lead) + 8px); }
.viewer.over .menu { inset-block-start: calc(var(--lead) + 6px); max-height: calc(100% - var(--lead) - 12px); }
.viewer.over .status, .viewer.over .sections { padding-block-start: var(--lead); }
.viewer.over .ticks { inset-block-start: var(--lead); }
@media (prefers-reduced-motion: reduce) { .viewer.over > .toolbar, .viewer.over .text-settings { transition: none; } }
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
    const sizes = new ResizeObserver(() => this.#fit());
    sizes.observe(viewer.host);
    signal.addEventListener('abort', () => sizes.disconnect());
    this.#fit();
  }

  /** Brings them back. */
  show(): void {
    this.#frame.classList.remove('away');
    this.#turn = 0;
  }

  /** Over the pages where there is little room; beside them else. */
  #fit(): void {
    const { clientWidth, clientHeight } = this.#viewer.host;
    const over = clientWidth <= NARROW || clientHeight <= LOW;
    const lead = over ? this.#toolbar.offsetHeight : 0;
    if (!over) this.show();
    this.#frame.classList.toggle('over', over);
    this.#frame.style.setProperty('--lead', `${lead}px`);
    this.#viewer.viewport.lead = lead;
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
    if (atEnd) return this.show();
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
    if (!reads || selected || !this.#frame.classList.contains('over') || !this.#viewer.document) return;
    if (this.#frame.classList.contains('away')) this.show();
    else if (!this.#isNeeded) this.#frame.classList.add('away');
  }

  /** Something is open that belongs to the bar, or keys are at work on it. */
  get #isNeeded(): boolean {
    const { stage } = this.#viewer;
    return stage.querySelector('.panel:not([hidden]), .find:not([hidden]), .menu, dialog[open]') !== null || this.#toolbar.querySelector(':focus-visible') !== null;
  }
}
