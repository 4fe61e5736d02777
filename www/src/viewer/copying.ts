// Copying: paragraphs, not lines, and tables as tables; no more than the host allows.

import { copied } from '../paint/copy.js';
import { selectedRange } from '../paint/selection.js';
import type { Viewer } from './viewer.js';

/** Chromium keeps a selection of its own in a shadow root. */
type Selecting = { getSelection?: () => Selection | null };

/** Puts what is selected on the clipboard. */
export function copy(viewer: Viewer, event: ClipboardEvent): void {
  const content = viewer.pane.element;
  const range = selectedRange(content);
  if (!range || range.collapsed || !event.clipboardData) return;
  const onPages = viewer.pane === viewer.viewport;
  const { text, html } = onPages ? copied(content, range) : { text: String((viewer.root as Selecting).getSelection?.() ?? getSelection()), html: undefined };
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
