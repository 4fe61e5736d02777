// Pictures that came and could not be shown: the engine, which only hands their bytes out, cannot know of them.

import type { Warning } from '../public/document.js';

/** Warnings as the engine writes them, and one for each of these parts. */
export function withUnread(warnings: string, parts: Iterable<string>): Warning[] {
  const message = 'A picture that cannot be read is shown as an empty box.';
  return [...(JSON.parse(warnings) as Warning[]), ...Array.from(parts, (part) => ({ kind: 'not-drawn', message, place: { part } }))];
}
