// The interface of `docpane/server`.

import type { DisplayList } from './display.js';
import type { OpenOptions, OutlineItem, SearchHit, SearchOptions, Warning } from './document.js';
import type { Metadata } from './metadata.js';

/** How a document is opened on a server. */
export interface ServerOpenOptions {
  /** What decides where pages begin; `auto` lets the file's own record settle close calls. */
  pageBreaks?: OpenOptions['pageBreaks'];
  /** The day that date fields show, if not today. */
  today?: Date;
  /** The file's name, for the metadata. */
  fileName?: string;
}

/** Which pages. */
export interface PageRange {
  /** First and last page, from 1, both included. */
  pages?: readonly [number, number];
}

/** How a static page is made. */
export interface HtmlOptions extends PageRange {
  /** Its title; the document's own if not told. */
  title?: string;
  /** Its language, BCP 47; the document's own if not told. */
  lang?: string;
}

/** What stands inside `<docpane-viewer>` until the script runs. The first page if not told. */
export type FirstPaintOptions = PageRange;

/** An open document on a server. Answers come at once and take the calling thread; pages are numbered from 1. */
export interface ServerDocument {
  /** What the file says about itself, and its size. */
  readonly metadata: Metadata;
  /** Pages in all; asking lays all of them out. */
  readonly pageCount: number;
  /** What is drawn on a page. */
  page(number: number): DisplayList;
  /** The text of pages, an entry a page; of all if not told. */
  text(range?: PageRange): string[];
  /** A page as one self-contained SVG picture. */
  svg(number: number): string;
  /** A static page that needs no script: each page as a picture, with its text as markup for search engines. */
  html(options?: HtmlOptions): string;
  /** Children for `<docpane-viewer>`: shown before the script runs, and replaced by it in place. No style of its own: see `docpane/first-paint.css`. */
  firstPaint(options?: FirstPaintOptions): string;
  /** Headings with their pages. */
  outline(): OutlineItem[];
  /** Places where `query` stands, in reading order. */
  search(query: string, options?: Omit<SearchOptions, 'signal'>): SearchHit[];
  /** What could not be shown as Word does. */
  warnings(): Warning[];
  /** A picture that a page names. */
  media(part: string): { type: string; bytes: Uint8Array };
  /** Frees the document. */
  close(): void;
  /** The same, for `using`. */
  [Symbol.dispose](): void;
}
