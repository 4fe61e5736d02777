// What the viewer hears as a whole: keys, copying, links.

import { copied } from '../paint/copy.js';
import { selectedRange } from '../paint/selection.js';
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

/** Copies paragraphs, not lines, and tables as tables; no more than the host allows. */
function copy(viewer: Viewer, event: ClipboardEvent): void {
  const content = viewer.pane.element;
  const range = selectedRange(content);
  if (!range || range.collapsed || !event.clipboardData) return;
  const onPages = viewer.pane === viewer.viewport;
  const { text, html } = onPages ? copied(content, range) : { text: String(root(viewer)?.getSelection?.() ?? getSelection()), html: undefined };
  if (!text) return;
  const { copyLimit } = viewer.settings;
  const refused = text.length > copyLimit;
  event.preventDefault();
  if (!viewer.tell('docpane-copy', { text, refused }, true)) return;
  const say = viewer.language.messages.copy;
  if (refused) return viewer.notice(copyLimit > 0 ? say.limited(String(copyLimit)) : say.refused);
  event.clipboardData.setData('text/plain', text);
  if (html) event.clipboardData.setData('text/html', html);
}

/** Chromium keeps a selection of its own in a shadow root. */
function root(viewer: Viewer): { getSelection?: () => Selection | null } | null {
  return viewer.root as { getSelection?: () => Selection | null };
}

function click(viewer: Viewer, event: Event): void {
  const link = (event.target as Element | null)?.closest?.('a[href]');
  if (link instanceof HTMLAnchorElement && link.target === '_blank' && !viewer.tell('docpane-link', { url: link.href }, true)) event.preventDefault();
}
