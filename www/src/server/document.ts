// An open document on a server: every answer at once, on the calling thread.

import type { Engine } from '#wasm';
import * as pictures from '../engine/pictures.js';
import { pictureType } from '../engine/picture-type.js';
import { withUnread } from '../engine/unread.js';
import type { DisplayList } from '../public/display.js';
import type { OutlineItem, SearchHit, SearchOptions, Warning } from '../public/document.js';
import type { Metadata } from '../public/metadata.js';
import type { FirstPaintOptions, HtmlOptions, PageRange, ServerDocument, ServerOpenOptions } from '../public/server.js';
import { ask, closeEngine, openEngine } from './instance.js';
import { firstPaint, page as pageMarkup, wholePage } from './markup.js';

/** Opens a document's bytes. */
export async function open(source: ArrayBuffer | Uint8Array | Blob, options: ServerOpenOptions = {}): Promise<ServerDocument> {
  const bytes = source instanceof Blob ? new Uint8Array(await source.arrayBuffer()) : new Uint8Array(source);
  const now = options.today ?? new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  // Answers come at once from here on, so the pictures' module is there before.
  await pictures.load();
  const engine = await openEngine(bytes, JSON.stringify({ page_breaks: options.pageBreaks ?? 'auto', today }));
  return new OpenDocument(engine, options.fileName ?? null);
}

type FromZero<T> = Omit<T, 'page'> & { page: number | null };

function fromOne(page: number | null | undefined): number | undefined {
  return page === null || page === undefined ? undefined : page + 1;
}

class OpenDocument implements ServerDocument {
  readonly metadata: Metadata;
  readonly #engine: Engine;
  readonly #unread = new Set<string>();
  #pages = 0;

  constructor(engine: Engine, fileName: string | null) {
    this.#engine = engine;
    this.metadata = { ...(JSON.parse(engine.metadata()) as Metadata), fileName };
  }

  get pageCount(): number {
    this.#pages ||= (JSON.parse(this.#ask((engine) => engine.advance(0xffff_ffff))) as { pages: number }).pages;
    return this.#pages;
  }

  page(number: number): DisplayList {
    return JSON.parse(this.#ask((engine) => engine.page(number - 1))) as DisplayList;
  }

  text({ pages }: PageRange = {}): string[] {
    return this.#range(pages).map((number) => this.#ask((engine) => engine.text(number - 1)));
  }

  svg(number: number): string {
    return this.#ask((engine) => engine.svg(number - 1, pictures.now));
  }

  html({ pages, title, lang }: HtmlOptions = {}): string {
    const { metadata } = this;
    const about = { title: title ?? metadata.title ?? metadata.fileName ?? '', lang: lang ?? metadata.language ?? metadata.languages[0] ?? '' };
    return wholePage(this.#range(pages).map((number) => this.#markup(number)), about);
  }

  firstPaint({ pages = [1, 1] }: FirstPaintOptions = {}): string {
    return firstPaint(this.#range(pages).map((number) => this.#markup(number)));
  }

  outline(): OutlineItem[] {
    void this.pageCount;
    const items = JSON.parse(this.#ask((engine) => engine.outline())) as FromZero<OutlineItem>[];
    return items.map(({ title, level, page, offset }) => ({ title, level, page: fromOne(page), offset }));
  }

  search(query: string, { matchCase = false, wholeWord = false, limit = 0 }: Omit<SearchOptions, 'signal'> = {}): SearchHit[] {
    void this.pageCount;
    const text = JSON.stringify({ query, match_case: matchCase, whole_word: wholeWord, limit });
    const hits = JSON.parse(this.#ask((engine) => engine.search(text))) as FromZero<SearchHit>[];
    return hits.map((hit) => ({ ...hit, page: fromOne(hit.page) }));
  }

  warnings(): Warning[] {
    return withUnread(this.#ask((engine) => engine.warnings()), this.#unread);
  }

  media(part: string): { type: string; bytes: Uint8Array } {
    const stored = this.#ask((engine) => engine.media(part));
    const shown = pictures.isRare(stored) ? pictures.now(stored) : stored;
    if (!shown) this.#unread.add(part);
    const bytes = shown ?? stored;
    return { type: pictureType(bytes), bytes };
  }

  close(): void {
    closeEngine(this.#engine);
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #ask<T>(work: (engine: Engine) => T): T {
    return ask(this.#engine, work);
  }

  #range(pages: readonly [number, number] | undefined): number[] {
    const first = Math.max(pages?.[0] ?? 1, 1);
    const last = Math.min(pages?.[1] ?? Infinity, this.pageCount);
    return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index);
  }

  #markup(number: number): string {
    return pageMarkup(number, this.svg(number), this.page(number));
  }
}
