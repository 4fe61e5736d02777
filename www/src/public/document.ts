// The engine's interface: what `open` takes and gives.

import type { DisplayList } from './display.js';
import type { Metadata } from './metadata.js';

/** A document as bytes, a Blob or File, or the address of one (same origin, or with CORS). */
export type Source = ArrayBuffer | Uint8Array | Blob | string | URL;

/** How a document is opened. */
export interface OpenOptions {
  /** Ends loading and layout; `open` then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Told while bytes load and pages are laid out. */
  onProgress?: (progress: Progress) => void;
  /** What decides where pages begin; `auto` lets the file's own record settle close calls. */
  pageBreaks?: 'auto' | 'computed' | 'saved';
  /** `false` runs the engine on the calling thread, in slices. Where no worker can be started, that happens anyhow. */
  worker?: boolean;
  /** Opens a document that is protected by a password. */
  password?: string;
  /**
   * Opens a long document as soon as its first page can be shown. What `metadata` counts or lists of its text is then of its beginning, until
   * the rest is read, at the latest when `finished` resolves; an error in the rest rejects `finished`. The viewer opens documents so.
   */
  early?: boolean;
}

/** How far the work is. */
export interface Progress {
  /** `load`: bytes arrive; `open`: they are read; `layout`: pages are laid out. */
  phase: 'load' | 'open' | 'layout';
  /** Bytes so far (`load`). */
  loaded: number;
  /** Bytes in all, 0 if unknown (`load`). */
  total: number;
  /** Pages laid out so far. */
  pages: number;
  /** Pages in all: exact when `finished`, an estimate before. */
  pageCount: number;
  /** All pages are laid out. */
  finished: boolean;
}

/** An open document. Pages are numbered from 1. */
export interface DocpaneDocument {
  /** What the file says about itself, and its size. */
  readonly metadata: Metadata;
  /** Pages in all: exact when `isFinished`, an estimate before. */
  readonly pageCount: number;
  /** Pages that are here, where that is fewer than `pageCount`: a sealed preview (`docpane cut`) holds the first of them only. */
  readonly sealedPages?: number;
  /** Pages laid out so far. */
  readonly pagesDone: number;
  /** All pages are laid out, `pageCount` is exact. */
  readonly isFinished: boolean;
  /** Resolves with the page count when all pages are laid out. */
  readonly finished: Promise<number>;
  /** A page, as soon as it is laid out. */
  page(number: number, options?: RequestOptions): Promise<Page>;
  /** Places where `query` stands, in reading order. */
  search(query: string, options?: SearchOptions): Promise<SearchHit[]>;
  /** Headings with their pages. */
  outline(options?: RequestOptions): Promise<OutlineItem[]>;
  /** The text of pages `from` to `to`, both included; all pages if not told. An entry is a page. */
  text(options?: TextOptions): Promise<string[]>;
  /** What this preview could not show as Word does. */
  warnings(options?: RequestOptions): Promise<Warning[]>;
  /** The page that a bookmark stands on, from 1. */
  bookmark(name: string, options?: RequestOptions): Promise<number | undefined>;
  /** The bytes of a picture that a page names. */
  media(part: string, options?: RequestOptions): Promise<Blob>;
  /** The document's bytes, as they were opened. */
  blob(): Promise<Blob>;
  /** Frees the document. Everything under way rejects. */
  close(): void;
}

/** What every request takes. */
export interface RequestOptions {
  /** Gives up on the request. */
  signal?: AbortSignal;
}

/** A page, ready to paint. Lengths are points (1/72 inch). */
export interface Page {
  /** From 1. */
  readonly number: number;
  /** Paper width. */
  readonly width: number;
  /** Paper height. */
  readonly height: number;
  /** What to draw, in order. */
  readonly list: DisplayList;
  /** Builds the page inside `element` as selectable text over vector layers; the result undoes it. */
  paintInto(element: HTMLElement, options?: PaintOptions): PaintedPage;
  /** The page as one self-contained SVG picture. */
  toSvg(options?: RequestOptions): Promise<string>;
}

/** What a painted page asks of its host. */
export interface PaintOptions {
  /** A link inside the document was followed. */
  onFollow?: (bookmark: string) => void;
  /** What stands in place of a picture that cannot be shown; `alt` describes it. */
  missingPicture?: (alt: string) => string;
}

/** A painted page. */
export interface PaintedPage {
  /** Its outer element. */
  readonly element: HTMLElement;
  /** Boxes of the body text between two offsets, in points from the page's top left. */
  boxes(start: number, end: number): Box[];
  /** Takes it down and frees its pictures. */
  remove(): void;
}

/** How to search. */
export interface SearchOptions extends RequestOptions {
  /** Capitals matter. */
  matchCase?: boolean;
  /** Only whole words. */
  wholeWord?: boolean;
  /** No more hits than this. */
  limit?: number;
}

/** A place where a query stands. */
export interface SearchHit {
  /** Page number it begins on, from 1. */
  page: number | undefined;
  /** `body`, or what else it stands in: `header`, `footer`, `footnote`, `endnote`, `float` (a text box). */
  story: string;
  /** Body-text offset of its first character; none outside the body. */
  start: number | undefined;
  /** Body-text offset after its last character; none outside the body. */
  end: number | undefined;
  /** Where it stands on its page, a box a line, in points from the page's top left. */
  boxes: Box[];
  /** Text around it. */
  context: string;
}

/** A box in points. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Which pages' text. */
export interface TextOptions extends RequestOptions {
  /** First and last page, from 1, both included. */
  pages?: readonly [number, number];
}

/** A heading. */
export interface OutlineItem {
  /** Its text, its number included. */
  title: string;
  /** 1 is the highest. */
  level: number;
  /** Page number, from 1; absent until that page is laid out. */
  page: number | undefined;
  /** Body-text offset of its first character. */
  offset: number;
}

/** Something the preview could not show as Word does. */
export interface Warning {
  /** A stable word such as `font-substituted`. */
  kind: string;
  /** One sentence. */
  message: string;
  /** Where. */
  place: { part: string; paragraph?: number };
}
