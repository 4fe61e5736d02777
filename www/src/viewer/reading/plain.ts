// A page's text, a paragraph a line, without what stands above and below it on each page.

import type { Text as Run } from '../../public/display.js';
import type { Context } from '../context.js';
import { h } from '../dom.js';
import type { Stretch } from './highlights.js';
import type { Maker } from './reader.js';

/** Makes paragraphs of a page's text. */
export function plainMaker({ language }: Context): Maker {
  return async (document, page, signal) => {
    const [text = ''] = await document.text({ pages: [page, page], signal });
    const lines = text.split('\n').filter((line) => line.trim());
    if (lines.length === 0) return { nodes: [h('p', { class: 'none' }, language.messages.reading.noText)], stretches: [] };
    // Of no known language: the one around the viewer says nothing about the document.
    const nodes = lines.map((line) => new Text(line));
    const stretches = nodes.map((node): Stretch => ({ story: null, runs: [{ text: { text: node.data } as Run, node, from: 0 }] }));
    return { nodes: [h('div', { class: 'lines', lang: '' }, ...nodes.map((node) => h('p', { dir: 'auto' }, node)))], stretches };
  };
}
