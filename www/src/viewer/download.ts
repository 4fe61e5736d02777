// The document's own bytes, as they came.

import type { Context } from './context.js';
import { h } from './dom.js';

/** Saves the document as it was opened. */
export async function download({ document: shown, settings, language }: Context): Promise<void> {
  const bytes = await shown?.blob();
  if (!shown || !bytes) return;
  const name = shown.metadata.fileName ?? `${settings.details.title ?? shown.metadata.title ?? language.messages.viewer}.docx`;
  const url = URL.createObjectURL(bytes);
  const link = h('a', { href: url, download: name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_') });
  link.click();
  // The browser reads it after this task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
