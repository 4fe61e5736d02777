// A page as flowing, semantic markup: paragraphs, headings, lists, tables, links and pictures, in the document's order, with
// what the author stressed and without places, sizes and fonts. A paragraph that runs over a page's end is whole on the page
// where it begins. What stands above and below each page's text is behind the page's number.

import type { Begin, DisplayList, Item } from '../../public/display.js';
import type { DocpaneDocument } from '../../public/document.js';
import type { Context } from '../context.js';
import { h } from '../dom.js';
import type { Stretch } from './highlights.js';
import { type BlockWriter, ParagraphWriter } from './paragraph.js';
import { pictureFigure } from './picture.js';
import type { Made, Maker } from './reader.js';

/** Pages that a paragraph is followed over. */
const MOST_PAGES = 20;

/** Makes a page's blocks. */
export function flowMaker(context: Context): Maker {
  const lists = new Map<number, Promise<DisplayList>>();
  let of: DocpaneDocument | null = null;
  return async (document, number, signal) => {
    if (of !== document) lists.clear();
    of = document;
    const list = (page: number) => {
      if (lists.size > 8) lists.delete(lists.keys().next().value as number);
      const asked = lists.get(page) ?? document.page(page).then((laid) => laid.list);
      lists.set(page, asked);
      return asked;
    };
    const writer = new PageWriter(await list(number), document, context, signal);
    let open = writer.write(false);
    for (let next = number + 1; open && next <= Math.min(number + MOST_PAGES, context.shownPages); next++) {
      open = writer.goOn(await list(next));
    }
    return writer.finish(number);
  };
}

/** Where new nodes go, and what was begun there. */
interface Frame {
  group: Begin;
  parent: HTMLElement;
  skip: boolean;
}

class PageWriter {
  readonly #root = h('div', { class: 'flow', lang: '' });
  readonly #notes = h('div', { class: 'flow notes', lang: '' });
  readonly #edges = h('div', { class: 'around', lang: '' });
  readonly #document: DocpaneDocument;
  readonly #context: Context;
  readonly #signal: AbortSignal;
  #list: DisplayList;
  #frames: Frame[] = [];
  #paragraph: BlockWriter | null = null;
  /** The paragraph that goes on on the next page. */
  #open: BlockWriter | null = null;
  /** Only the rest of the open paragraph is taken. */
  #restOnly = false;
  /** Text that has no offset, to be found; the last is the paragraph's in work. */
  readonly #stretches: Stretch[] = [];

  constructor(list: DisplayList, document: DocpaneDocument, context: Context, signal: AbortSignal) {
    this.#list = list;
    this.#document = document;
    this.#context = context;
    this.#signal = signal;
  }

  /** Writes the page; whether its last paragraph goes on. */
  write(restOnly: boolean): boolean {
    this.#restOnly = restOnly;
    this.#frames = [];
    const before = this.#open;
    this.#open = null;
    for (const item of this.#list.items) this.#item(item, before);
    return this.#open !== null;
  }

  /** Takes the rest of the open paragraph from the next page. */
  goOn(list: DisplayList): boolean {
    this.#list = list;
    return this.write(true);
  }

  finish(page: number): Made {
    joinLists(this.#root);
    if (this.#notes.childElementCount > 0) this.#root.append(this.#notes);
    const edges = this.#edges.childElementCount > 0 ? [this.#disclosure(page)] : [];
    return { nodes: [...edges, this.#root], stretches: this.#stretches.filter(({ runs }) => runs.length > 0) };
  }

  #disclosure(page: number): HTMLElement {
    const { page: label, edges } = this.#context.language.messages.reading;
    const name = label(String(page));
    return h('details', { class: 'edges' }, h('summary', { class: 'folio', 'aria-label': `${name}: ${edges}`, title: edges }, name, h('span', { 'aria-hidden': 'true' }, '⋯')), this.#edges);
  }

  get #parent(): HTMLElement {
    return this.#frames.at(-1)?.parent ?? this.#root;
  }

  #item(item: Item, before: BlockWriter | null): void {
    if (item.t === 'begin') return this.#begin(item, before);
    if (item.t === 'end') return this.#end();
    if (this.#frames.at(-1)?.skip) return;
    if (item.t === 'text') {
      const paragraph = this.#paragraph ?? (this.#restOnly ? null : new ParagraphWriter(this.#parent, this.#list, { index: -1 }));
      const written = paragraph?.run(item, this.#list.fonts[item.font]);
      if (written && item.offset === undefined && !this.#restOnly) this.#stretches.at(-1)?.runs.push({ text: item, ...written });
    } else if (item.t === 'picture' && !this.#restOnly) {
      const figure = pictureFigure(item, this.#document, this.#context, this.#signal);
      if (figure) (this.#paragraph?.element ?? this.#parent).append(figure);
    }
  }

  #begin(group: Begin, before: BlockWriter | null): void {
    const outer = this.#frames.at(-1);
    const frame: Frame = { group, parent: this.#parent, skip: outer?.skip ?? false };
    this.#frames.push(frame);
    if (frame.skip) return;
    switch (group.role) {
      case 'story':
        frame.skip = this.#restOnly && isEdge(group.story);
        if (isEdge(group.story)) frame.parent = this.#edges;
        else if (group.story === 'footnote' || group.story === 'endnote') frame.parent = this.#notes;
        return;
      case 'paragraph':
        this.#stretches.push({ story: this.#story, runs: [] });
        if (group.continued) {
          this.#paragraph = this.#restOnly ? before : null;
          frame.skip = this.#paragraph === null;
        } else if (this.#restOnly) frame.skip = true;
        else this.#paragraph = new ParagraphWriter(frame.parent, this.#list, group);
        return;
      case 'table':
        if (!this.#restOnly) frame.parent = append(frame.parent, tableElement(group.alt));
        return;
      case 'row':
        frame.skip = group.repeated === true;
        if (!this.#restOnly && !frame.skip) frame.parent = append(frame.parent, h('tr', {}));
        return;
      case 'cell':
        if (!this.#restOnly) frame.parent = append(frame.parent, cellElement(group, this.#isHeaderRow));
        return;
      case 'link':
        this.#paragraph?.link(group, (bookmark) => void this.#document.bookmark(bookmark).then((page) => page && this.#context.goTo(page)));
    }
  }

  get #story(): string {
    const story = this.#frames.findLast(({ group }) => group.role === 'story')?.group;
    return story?.role === 'story' ? story.story : 'body';
  }

  get #isHeaderRow(): boolean {
    const row = this.#frames.findLast(({ group }) => group.role === 'row')?.group;
    return row?.role === 'row' && row.header === true;
  }

  #end(): void {
    const frame = this.#frames.pop();
    if (frame?.group.role === 'link') this.#paragraph?.link(null);
    if (frame?.group.role !== 'paragraph') return;
    if (this.#paragraph && frame.group.continues && !inCell(this.#frames)) this.#open = this.#paragraph;
    this.#paragraph?.finish();
    this.#paragraph = null;
  }
}

function isEdge(story: string): boolean {
  return story === 'header' || story === 'footer';
}

function append(parent: HTMLElement, element: HTMLElement): HTMLElement {
  if (element instanceof HTMLTableElement) parent.append(h('div', { class: 'wide', tabindex: 0 }, element));
  else parent.append(element);
  return element;
}

function tableElement(alt: string | undefined): HTMLElement {
  return h('table', { 'aria-label': alt || undefined });
}

function cellElement({ columnSpan, rowSpan }: { columnSpan: number; rowSpan: number }, header: boolean): HTMLElement {
  const spans = { colspan: columnSpan > 1 ? columnSpan : undefined, rowspan: rowSpan > 1 ? rowSpan : undefined };
  return header ? h('th', { scope: 'col', ...spans }) : h('td', spans);
}

/** Rows break between pages cell by cell: what follows there stays there. */
function inCell(frames: readonly Frame[]): boolean {
  return frames.some(({ group }) => group.role === 'cell');
}

/** Puts list items that follow each other into lists. */
function joinLists(root: HTMLElement): void {
  for (const item of root.querySelectorAll<HTMLElement>('li')) {
    const before = item.previousElementSibling;
    if (before instanceof HTMLUListElement) before.append(item);
    else {
      const list = h('ul', {});
      item.replaceWith(list);
      list.append(item);
    }
  }
}
