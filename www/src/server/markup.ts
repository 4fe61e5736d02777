// Pages as markup that needs no script: each page is the engine's SVG, and its text follows as elements for search engines and
// for readers that speak it.

import type { DisplayList, Group } from '../public/display.js';

/** CSS pixels in a point, times the 125 % that the viewer's own zoom allows. */
const WIDEST = (96 / 72) * 1.25;

/** The style of a static page; nothing of a file is in it. */
const STYLE =
  'body{margin:0;background:#eceef1}.docpane-page{position:relative;width:fit-content;max-width:100%;margin:16px auto;overflow:hidden;background:#fff;box-shadow:0 1px 4px #0004}' +
  '.docpane-page>svg{display:block;max-width:100%;height:auto}.docpane-text{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}';

/** A page with its picture and its text. */
export function page(number: number, svg: string, list: DisplayList): string {
  const width = Math.round(list.width * WIDEST);
  const height = Math.round(list.height * WIDEST);
  const picture = svg
    // Embedded fonts would weigh more than the page.
    .replace(/<style>[^<]*<\/style>/g, '')
    .replace(/^<svg ([^>]*?)width="[^"]*" height="[^"]*"/, `<svg aria-hidden="true" $1width="${width}" height="${height}"`)
    // Pages stand in one document: what they refer to needs names of its own. No text holds an unescaped quote.
    .replace(/id="c0-/g, `id="c${number}-`)
    .replace(/clip-path="url\(#c0-/g, `clip-path="url(#c${number}-`);
  return `<section class="docpane-page">${picture}<div class="docpane-text">${textOf(list)}</div></section>`;
}

/** A document with the pages given. */
export function wholePage(pages: readonly string[], { title, lang }: { title: string; lang: string }): string {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title><style>${STYLE}</style>`;
  return `<!DOCTYPE html><html lang="${escape(lang)}"><head>${head}</head><body>${pages.join('')}</body></html>\n`;
}

/** The same pages for inside the viewer's element. */
export function firstPaint(pages: readonly string[]): string {
  return `<div slot="first-paint" class="docpane-first-paint">${pages.join('')}</div>`;
}

function textOf(list: DisplayList): string {
  let out = '';
  const open: string[] = [];
  let header = false;
  for (const item of list.items) {
    if (item.t === 'text' && (!item.decoration || item.label)) out += escape(item.text) + (item.label ? ' ' : '');
    else if (item.t === 'picture' && item.alt) out += `<span role="img" aria-label="${escape(item.alt)}"></span>`;
    else if (item.t === 'begin') {
      if (item.role === 'row') header = item.header === true;
      const [start, end] = tags(item, header);
      out += start;
      open.push(end);
    } else if (item.t === 'end') out += open.pop() ?? '';
  }
  return out + open.reverse().join('');
}

/** The tags around a group. */
function tags(group: Group, header: boolean): readonly [string, string] {
  switch (group.role) {
    case 'story': {
      const name = group.story === 'header' || group.story === 'footer' ? group.story : 'div';
      return [`<${name}>`, `</${name}>`];
    }
    case 'paragraph': {
      const name = group.heading === undefined ? 'p' : `h${Math.min(Math.max(group.heading, 1), 6)}`;
      return [`<${name}>`, `</${name}>`];
    }
    case 'table':
      return ['<table>', '</table>'];
    case 'row':
      return ['<tr>', '</tr>'];
    case 'cell': {
      const name = header ? 'th' : 'td';
      return [`<${name} colspan="${group.columnSpan}" rowspan="${group.rowSpan}">`, `</${name}>`];
    }
    case 'link':
      // The engine has passed it through its allow-list.
      return group.url ? [`<a href="${escape(group.url)}" rel="noopener noreferrer">`, '</a>'] : ['', ''];
    default:
      return ['', ''];
  }
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
