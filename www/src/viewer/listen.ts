// What the viewer hears as a whole: keys, copying, links.

import { takeKey } from './keys.js';
import type { Viewer } from './viewer.js';

/** Hears until the viewer goes. */
export function listen(viewer: Viewer): void {
  const { host, root, signal } = viewer;
  host.addEventListener('keydown', (event) => key(viewer, event), { signal });
  root.addEventListener('copy', (event) => copy(viewer, event as ClipboardEvent), { signal });
  root.addEventListener('click', (event) => click(viewer, event), { signal });
}

function key(viewer: Viewer, event: KeyboardEvent): void {
  if (!viewer.document || event.defaultPrevented) return;
  const { pane, features } = viewer;
  const meant = takeKey(event, {
    page: viewer.page,
    pageCount: viewer.pageCount,
    abreast: pane.abreast,
    isWide: pane.isWide,
    goTo: (page) => viewer.goTo(Math.min(Math.max(page, 1), viewer.pageCount)),
    scrollByWindows: (share) => pane.scrollByWindows(share),
    zoomStep: (direction) => pane.zoomStep(direction),
    resetZoom: () => viewer.setZoom('auto'),
    find: () => features.toggle('find', true),
    print: () => viewer.act('print'),
    help: () => features.toggle('help'),
    close: () => {
      const open = [features.help.value, features.find.value, features.navigation.value, features.properties.value].find((panel) => panel?.isOpen);
      open?.toggle(false);
      return open !== undefined;
    },
  });
  if (meant) event.preventDefault();
}

/** Until the part that copies is here, soon after the document, the browser does; not where the host forbids it. */
function copy(viewer: Viewer, event: ClipboardEvent): void {
  const part = viewer.features.copying.value;
  if (part) part.copy(viewer, event);
  else if (viewer.settings.copyLimit < Infinity) event.preventDefault();
}

function click(viewer: Viewer, event: Event): void {
  const link = (event.target as Element | null)?.closest?.('a[href]');
  if (!(link instanceof HTMLAnchorElement) || link.target !== '_blank' || link.closest('dialog')) return;
  const goes = viewer.tell('docpane-link', { url: link.href }, true);
  if (!goes || viewer.settings.asksBeforeLeaving) event.preventDefault();
  if (goes && viewer.settings.asksBeforeLeaving) viewer.features.leave(link);
}
