// A sealed preview (`docpane cut`): pages laid out beforehand. Nothing of the pages behind them is in the file, so there is
// nothing to unlock here.

import type { DisplayList } from '../public/display.js';
import type {
  DocpaneDocument,
  OutlineItem,
  Page,
  PaintedPage,
  PaintOptions,
  RequestOptions,
  SearchHit,
  SearchOptions,
  TextOptions,
  Warning,
} from '../public/document.js';
import { DocpaneError } from '../public/error.js';
import type { Metadata } from '../public/metadata.js';
import { paintPage } from '../paint/page.js';
import type { Loaded } from './load.js';
import { pictureType } from './picture-type.js';
import { searchLists } from './search-lists.js';

/** The file: the mirror of src/cli/cut.rs. Pages count from 0. */
interface Preview {
  docpane: 'preview';
  version: number;
  pageCount: number;
  metadata: Metadata;
  outline: { title: string; level: number; page: number | null; offset: number }[];
  bookmarks: Record<string, number>;
  pages: DisplayList[];
  texts: string[];
  media: Record<string, string>;
}

/** The preview in a file, or null if it is none. */
export async function openSealed(loaded: Loaded): Promise<DocpaneDocument | null> {
  if (!(await loaded.blob.slice(0, 40).text()).startsWith('{"docpane":"preview"')) return null;
  try {
    const preview = JSON.parse(await loaded.blob.text()) as Preview;
    if (preview.version !== 1 || preview.pages.length === 0) return null;
    return new SealedDocument(preview, loaded);
  } catch {
    throw new DocpaneError('Damaged', 'The preview file is not complete.');
  }
}

class SealedDocument implements DocpaneDocument {
  readonly #preview: Preview;
  readonly #loaded: Loaded;
  readonly metadata: Metadata;
  readonly pageCount: number;
  readonly sealedPages: number;
  readonly pagesDone: number;
  readonly isFinished = true;
  readonly finished: Promise<number>;
  #closed = false;

  constructor(preview: Preview, loaded: Loaded) {
    this.#preview = preview;
    this.#loaded = loaded;
    this.metadata = { ...preview.metadata, fileName: loaded.fileName };
    this.pageCount = preview.pageCount;
    this.sealedPages = this.pagesDone = preview.pages.length;
    this.finished = Promise.resolve(preview.pageCount);
  }

  async page(number: number, { signal }: RequestOptions = {}): Promise<Page> {
    this.#check(signal);
    const list = this.#preview.pages[number - 1];
    if (!list) throw new DocpaneError('NoSuchPage', `Page ${number} is not in this preview.`);
    return new SealedPage(this, number, list);
  }

  async search(query: string, options: SearchOptions = {}): Promise<SearchHit[]> {
    this.#check(options.signal);
    return searchLists(this.#preview.pages, query, options);
  }

  async outline(): Promise<OutlineItem[]> {
    return this.#preview.outline.map(({ title, level, page, offset }) => ({ title, level, page: page === null ? undefined : page + 1, offset }));
  }

  async text({ pages }: TextOptions = {}): Promise<string[]> {
    return this.#preview.texts.slice((pages?.[0] ?? 1) - 1, pages?.[1] ?? Infinity);
  }

  async warnings(): Promise<Warning[]> {
    return [];
  }

  async bookmark(name: string): Promise<number | undefined> {
    const page = Object.hasOwn(this.#preview.bookmarks, name) ? this.#preview.bookmarks[name] : undefined;
    return page === undefined ? undefined : page + 1;
  }

  async media(part: string): Promise<Blob> {
    const encoded = Object.hasOwn(this.#preview.media, part) ? (this.#preview.media[part] ?? '') : '';
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
    return new Blob([bytes], { type: pictureType(bytes) });
  }

  async blob(): Promise<Blob> {
    return this.#loaded.blob;
  }

  close(): void {
    this.#closed = true;
  }

  #check(signal: AbortSignal | undefined): void {
    signal?.throwIfAborted();
    if (this.#closed) throw new DocpaneError('Closed', 'The document was closed.');
  }
}

class SealedPage implements Page {
  readonly #document: SealedDocument;
  readonly number: number;
  readonly list: DisplayList;
  readonly width: number;
  readonly height: number;

  constructor(document: SealedDocument, number: number, list: DisplayList) {
    this.#document = document;
    this.number = number;
    this.list = list;
    this.width = list.width;
    this.height = list.height;
  }

  paintInto(element: HTMLElement, options: PaintOptions = {}): PaintedPage {
    return paintPage(this.list, element, { ...options, media: (part) => this.#document.media(part) });
  }

  toSvg(): Promise<string> {
    return Promise.reject(new DocpaneError('BadArgument', 'A sealed preview has no SVG pages.'));
  }
}
