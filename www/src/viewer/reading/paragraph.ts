// A paragraph of flowing text: its runs joined to as few elements as say the same.

import type { Begin, DisplayList, Font, ParagraphGroup, Text } from '../../public/display.js';
import { h } from '../dom.js';

/** Where a run's characters begin. */
export interface Written {
  node: globalThis.Text;
  from: number;
}

/** What a page's writer asks of a paragraph. */
export interface BlockWriter {
  readonly element: HTMLElement;
  /** Where its text is now; none where nothing of it is shown. */
  run(text: Text, font: Font | undefined): Written | null;
  /** Text from now on leads there, or nowhere. */
  link(group: (Begin & { role: 'link' }) | null, follow?: (bookmark: string) => void): void;
  finish(): void;
}

/** Colours so dark that they are the text's own. */
const DARK = 0x404040;

/** Writes one paragraph. */
export class ParagraphWriter implements BlockWriter {
  readonly element: HTMLElement;
  readonly #parent: HTMLElement;
  readonly #usual: number;
  #link: HTMLElement | null = null;
  #line = -1;
  #style = '';
  #inner: HTMLElement | null = null;

  constructor(parent: HTMLElement, list: DisplayList, group: ParagraphGroup) {
    this.#parent = parent;
    this.#usual = usualSize(list);
    this.element = blockElement(group);
  }

  run(text: Text, font: Font | undefined): Written | null {
    if (text.label) this.#label(text.text);
    if (text.label || text.decoration || (text.text === '\t' && !this.element.textContent)) return null;
    if (!this.element.isConnected && !this.element.parentNode) this.#parent.append(this.element);
    const shown = text.text === '\t' ? ' ' : text.text;
    const joint = this.#line === text.line || this.#line === -1 ? '' : seam(this.element.textContent ?? '', shown);
    this.#line = text.line;
    if (text.offset !== undefined && this.element.dataset['offset'] === undefined) this.element.dataset['offset'] = String(text.offset);
    const node = document.createTextNode(joint + shown);
    this.#place(text, font).append(node);
    return { node, from: joint.length };
  }

  link(group: (Begin & { role: 'link' }) | null, follow?: (bookmark: string) => void): void {
    this.#link = null;
    this.#inner = null;
    if (!group) return;
    const { url, bookmark } = group;
    const allowed = url && /^(https?|mailto|tel):/i.test(url);
    if (!allowed && !bookmark) return;
    this.#link = h('a', allowed ? { href: url, target: '_blank', rel: 'noopener noreferrer' } : { href: '#' });
    if (allowed || !bookmark) return;
    this.#link.addEventListener('click', (event) => {
      event.preventDefault();
      follow?.(bookmark);
    });
  }

  /** A paragraph without text or picture says nothing. */
  finish(): void {
    if (!this.element.hasChildNodes()) this.element.remove();
    else if (!this.element.parentNode) this.#parent.append(this.element);
    this.#inner = null;
  }

  #label(text: string): void {
    if (!this.element.parentNode) this.#parent.append(this.element);
    this.element.append(h('span', { class: 'label' }, text), ' ');
  }

  /** Where a run's text goes: an element for what is stressed. */
  #place(text: Text, font: Font | undefined): HTMLElement {
    const heading = /^H\d$/.test(this.element.tagName);
    const bold = font?.bold === true && !heading;
    const color = text.color && (text.color & 0xff0000) >> 16 > DARK >> 16 ? `#${text.color.toString(16).padStart(6, '0')}` : '';
    const size = text.size / this.#usual;
    const big = !heading && size > 1.25 ? Math.min(size, 1.8).toFixed(2) : '';
    const style = `${bold}${font?.italic ?? false}${color}${big}${text.lang ?? ''}`;
    if (this.#inner && this.#style === style) return this.#inner;
    this.#style = style;
    let outer: HTMLElement = this.element;
    if (this.#link) {
      if (!this.#link.parentNode) this.element.append(this.#link);
      outer = this.#link;
    }
    const marks: HTMLElement[] = [];
    if (bold) marks.push(h('strong', {}));
    if (font?.italic) marks.push(h('em', {}));
    if (big || text.lang) marks.push(h('span', {}));
    for (const mark of marks) {
      outer.append(mark);
      outer = mark;
    }
    if (big) outer.style.fontSize = `${big}em`;
    if (text.lang) outer.lang = text.lang;
    return (this.#inner = outer);
  }
}

function blockElement({ heading, list, lang, rtl }: ParagraphGroup): HTMLElement {
  const name = heading !== undefined ? (`h${Math.min(heading, 6)}` as 'h1') : list !== undefined ? 'li' : 'p';
  const element = h(name, {});
  if (name === 'li') element.style.marginInlineStart = `${(list ?? 0) * 1.4}em`;
  if (lang) element.lang = lang;
  element.dir = rtl ? 'rtl' : 'ltr';
  return element;
}

/** What stands between two lines: a blank where letters would join. */
function seam(before: string, after: string): string {
  return /[\p{L}\p{N},;.:!?)\]”’%]$/u.test(before) && !/[\u2e80-\u9fff\uac00-\ud7ff\uff00-\uffef]$/u.test(before) && /^[\p{L}\p{N}(“‘[]/u.test(after) && !/^[\u2e80-\u9fff\uff00-\uffef]/u.test(after)
    ? ' '
    : '';
}

const sizes = new WeakMap<DisplayList, number>();

/** The size that most of a page's text has. */
function usualSize(list: DisplayList): number {
  let usual = sizes.get(list);
  if (usual === undefined) {
    const letters = new Map<number, number>();
    for (const item of list.items) if (item.t === 'text') letters.set(item.size, (letters.get(item.size) ?? 0) + item.text.length);
    usual = [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10.5;
    sizes.set(list, usual);
  }
  return usual;
}
