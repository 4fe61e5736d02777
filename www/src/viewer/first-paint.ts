// What a server put in place of the first pages (`docpane/server`): children of the element, shown until the first page is painted.

import { h } from './dom.js';

/** The layer that shows them, made on the first call; null if there are none. */
export function firstPaint(host: HTMLElement, root: ShadowRoot): HTMLElement | null {
  const made = root.querySelector<HTMLElement>('.first-paint');
  if (made || !host.querySelector(':scope > [slot="first-paint"]')) return made;
  const layer = h('div', { class: 'first-paint' }, h('slot', { name: 'first-paint' }));
  root.append(layer);
  return layer;
}

/** The pages are here: they stand where the layer showed them. */
export function leaveFirstPaint(layer: HTMLElement, scroller: HTMLElement): void {
  const { scrollTop } = layer;
  layer.remove();
  if (scrollTop > 0) scroller.scrollTop = scrollTop;
}
