// A display list to nodes: text as positioned, selectable runs in semantic elements, everything else in SVG layers, in
// order. Built through the DOM and CSSOM only: nothing from a file is ever parsed as markup or style.

import { setup } from '../engine/setup.js';
import { OWN } from '../fonts/names.js';
import type { Begin, DisplayList, Item, Picture } from '../public/display.js';
import type { PaintedPage, PaintOptions } from '../public/document.js';
import { type CssFont, cssFont, PX } from './fit.js';
import { pictureElement, type PictureSource } from './picture.js';
import { textBoxes } from './boxes.js';
import { PAGE_CSS } from './style.js';
import { ParagraphPainter, paragraphElement } from './text.js';
import { css, draw, layer } from './vector.js';

/** What a painted page asks of its host and its document. */
export type PaintHost = PictureSource & PaintOptions;

/** Where new nodes go. */
interface Frame {
  element: HTMLElement;
  layer: SVGSVGElement | null;
  paragraph: ParagraphPainter | null;
  link: LinkFrame | null;
}

/** A link under way: it needs an element of its own in each line. */
interface LinkFrame {
  group: Begin & { role: 'link' };
  holders: Map<HTMLElement, HTMLElement>;
}

/** Builds a page inside `parent`. */
export function paintPage(list: DisplayList, parent: HTMLElement, host: PaintHost): PaintedPage {
  adoptStyle(parent.getRootNode());
  const painter = new PagePainter(list, host);
  parent.append(painter.sheet);
  live.add(painter);
  offerFonts(painter);
  return {
    element: painter.sheet,
    boxes: (start, end) => textBoxes(painter.sheet, start, end),
    remove: () => painter.remove(),
  };
}

/** Pages that are painted now. */
const live = new Set<PagePainter>();

/** Sets anew the pages that name one of `families`: it has arrived since. */
export function repaint(families: readonly string[]): void {
  for (const painter of live) if (families.some((family) => painter.names(family))) painter.repaint();
}

let offered = false;

/** Fonts are a thing for after the first page, and only if it names some that we have. */
function offerFonts(painter: PagePainter): void {
  if (offered || setup.fonts === false || !(setup.fonts || painter.names(OWN))) return;
  offered = true;
  setTimeout(() => void import('../fonts/offer.js').then((fonts) => fonts.offerFonts()).catch(() => {}));
}

class PagePainter {
  readonly sheet = document.createElement('div');
  readonly #list: DisplayList;
  readonly #host: PaintHost;
  readonly #fonts: CssFont[];
  readonly #frames: Frame[];
  readonly #gone = new AbortController();
  readonly #urls: string[] = [];
  readonly #pictures = new Map<Picture, HTMLElement>();

  constructor(list: DisplayList, host: PaintHost) {
    this.#list = list;
    this.#host = host;
    this.#fonts = list.fonts.map(cssFont);
    this.#frames = [{ element: this.sheet, layer: null, paragraph: null, link: null }];
    this.sheet.className = 'dp-sheet';
    // Of no known language: the one around the viewer says nothing about the document.
    this.sheet.lang = '';
    this.sheet.style.width = `${list.width * PX}px`;
    this.sheet.style.height = `${list.height * PX}px`;
    if (list.background !== undefined) this.sheet.style.background = css(list.background);
    this.repaint();
  }

  /** Whether a text of the page may be shown in a family whose name holds `name`. */
  names(name: string): boolean {
    return this.#fonts.some(({ family }) => family.includes(name));
  }

  /** Builds what the list says; pictures that are here stay. */
  repaint(): void {
    this.sheet.replaceChildren();
    this.#frame.layer = null;
    for (const item of this.#list.items) this.#item(item);
    while (this.#frames.length > 1) this.#end();
  }

  remove(): void {
    live.delete(this);
    this.#gone.abort();
    this.sheet.remove();
    for (const url of this.#urls) URL.revokeObjectURL(url);
  }

  get #frame(): Frame {
    return this.#frames[this.#frames.length - 1] as Frame;
  }

  #item(item: Item): void {
    switch (item.t) {
      case 'begin':
        return this.#begin(item);
      case 'end':
        return this.#end();
      case 'text': {
        const frame = this.#frame;
        frame.layer = null;
        if (frame.paragraph) return frame.paragraph.run(item, (line) => this.#holder(frame, line));
        const alone = new ParagraphPainter(frame.element, this.#fonts);
        alone.run(item, (line) => line);
        return alone.finish();
      }
      case 'picture': {
        const frame = this.#frame;
        frame.layer = null;
        let element = this.#pictures.get(item);
        if (!element) this.#pictures.set(item, (element = pictureElement(item, this.#host, this.#gone.signal, this.#urls)));
        return this.#holder(frame, frame.element).append(element);
      }
      default:
        draw(this.#layer(), item);
    }
  }

  #layer(): SVGSVGElement {
    const frame = this.#frame;
    if (!frame.layer) {
      frame.layer = layer(this.#list.width, this.#list.height);
      frame.layer.style.width = `${this.#list.width * PX}px`;
      frame.layer.style.height = `${this.#list.height * PX}px`;
      frame.element.append(frame.layer);
    }
    return frame.layer;
  }

  #begin(group: Begin): void {
    const outer = this.#frame;
    outer.layer = null;
    const inner: Frame = { element: outer.element, layer: null, paragraph: outer.paragraph, link: outer.link };
    this.#frames.push(inner);
    if (group.role === 'link') {
      inner.link = { group, holders: new Map() };
      return;
    }
    const element = this.#groupElement(group);
    const isItem = element.getAttribute('role') === 'listitem';
    (isItem ? listIn(outer.element) : outer.element).append(element);
    inner.element = element;
    if (group.role === 'paragraph') inner.paragraph = new ParagraphPainter(element, this.#fonts, group.lang);
    else inner.paragraph = null;
    if (group.role === 'clip') {
      // What is inside has the page's coordinates.
      inner.element = document.createElement('div');
      inner.element.className = 'frame';
      inner.element.style.transform = `translate(${-group.x * PX}px, ${-group.y * PX}px)`;
      element.append(inner.element);
    }
  }

  #end(): void {
    const frame = this.#frames.length > 1 ? this.#frames.pop() : undefined;
    if (frame?.paragraph && frame.paragraph !== this.#frame.paragraph) frame.paragraph.finish();
    this.#frame.layer = null;
  }

  #groupElement(group: Exclude<Begin, { role: 'link' }>): HTMLElement {
    const element = group.role === 'paragraph' ? paragraphElement(group) : document.createElement('div');
    switch (group.role) {
      case 'story':
        element.dataset['story'] = group.story;
        if (group.story === 'footnote' || group.story === 'endnote') element.setAttribute('role', 'note');
        break;
      case 'paragraph':
        element.dataset['paragraph'] = String(group.index);
        if (group.continued) element.dataset['continued'] = '';
        break;
      case 'table':
        element.setAttribute('role', 'table');
        if (group.alt) element.setAttribute('aria-label', group.alt);
        break;
      case 'row':
        element.setAttribute('role', 'row');
        if (group.header) element.dataset['header'] = '';
        if (group.repeated) {
          element.dataset['repeated'] = '';
          element.setAttribute('aria-hidden', 'true');
        }
        break;
      case 'cell':
        // The frame around it is its row's still.
        element.setAttribute('role', 'header' in this.#frame.element.dataset ? 'columnheader' : 'cell');
        if (group.columnSpan > 1) element.setAttribute('aria-colspan', String(group.columnSpan));
        if (group.rowSpan > 1) element.setAttribute('aria-rowspan', String(group.rowSpan));
        break;
      case 'turn':
        element.className = 'frame';
        element.style.transform = `rotate(${group.degrees}deg)`;
        element.style.transformOrigin = `${group.x * PX}px ${group.y * PX}px`;
        break;
      case 'outline':
        element.className = 'frame';
        // Lengths of a page are points; CSS knows pixels only here.
        element.style.clipPath = `path("${group.d.replace(/[^MLCZ\d., -]/g, '').replace(/-?[\d.]+/g, (length) => `${Number(length) * PX}`)}")`;
        break;
      case 'clip': {
        element.className = 'clip';
        const { style } = element;
        style.left = `${group.x * PX}px`;
        style.top = `${group.y * PX}px`;
        style.width = `${group.width * PX}px`;
        style.height = `${group.height * PX}px`;
        break;
      }
    }
    return element;
  }

  /** Where a run or picture goes: into the link's element in this line, or the line itself. */
  #holder(frame: Frame, line: HTMLElement): HTMLElement {
    const { link } = frame;
    if (!link) return line;
    let holder = link.holders.get(line);
    if (!holder) {
      holder = this.#linkElement(link.group);
      link.holders.set(line, holder);
      line.append(holder);
    }
    return holder;
  }

  #linkElement({ url, bookmark, tooltip }: Begin & { role: 'link' }): HTMLElement {
    const element = document.createElement('a');
    if (tooltip) element.title = tooltip;
    if (url && isAllowed(url)) {
      element.href = url;
      element.target = '_blank';
      element.rel = 'noopener noreferrer';
    } else if (bookmark) {
      element.href = '#';
      element.dataset['bookmark'] = bookmark;
      element.addEventListener('click', (event) => {
        event.preventDefault();
        this.#host.onFollow?.(bookmark);
      });
    }
    return element;
  }
}

/** The list at the end of `parent`, or a new one: list items belong to a list. */
function listIn(parent: HTMLElement): HTMLElement {
  const last = parent.lastElementChild;
  if (last instanceof HTMLElement && last.getAttribute('role') === 'list') return last;
  const list = document.createElement('div');
  list.setAttribute('role', 'list');
  parent.append(list);
  return list;
}

/** The URL allow-list, held here too: nothing else becomes a link. */
function isAllowed(url: string): boolean {
  try {
    return ['http:', 'https:', 'mailto:', 'tel:'].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}

let sheet: CSSStyleSheet | undefined;

function adoptStyle(root: Node): void {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(PAGE_CSS);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
