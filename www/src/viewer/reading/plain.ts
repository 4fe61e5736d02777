// A page's text, a paragraph a line.

import type { Context } from '../context.js';
import { h } from '../dom.js';
import type { Maker } from './reader.js';

/** Makes paragraphs of a page's text. */
export function plainMaker({ language }: Context): Maker {
  return async (document, page, signal) => {
    const [text = ''] = await document.text({ pages: [page, page], signal });
    const lines = text.split('\n').filter((line) => line.trim());
    if (lines.length === 0) return [h('p', { class: 'none' }, language.messages.reading.noText)];
    // Of no known language: the one around the viewer says nothing about the document.
    return [h('div', { class: 'lines', lang: '' }, ...lines.map((line) => h('p', { dir: 'auto' }, line)))];
  };
}
