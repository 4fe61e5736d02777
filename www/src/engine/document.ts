// An open document: every method is a request to the engine. If the engine broke down over another document, this one is
// opened again from its bytes without its owner noticing.

import type { DisplayList, Font } from '../public/display.js';
import type {
  DocpaneDocument,
  OpenOptions,
  OutlineItem,
  Page,
  PaintedPage,
  PaintOptions,
  RequestOptions,
  SearchHit,
  SearchOptions,
  Source,
  TextOptions,
  Warning,
} from '../public/document.js';
import { DocpaneError } from '../public/error.js';
import type { Metadata } from '../public/metadata.js';
import { paintPage } from '../paint/page.js';
import type { Client } from './client.js';
import { sharedClient } from './client.js';
import { load, type Loaded } from './load.js';
import type { OwnFonts } from './own-fonts.js';
import { pictureType } from './picture-type.js';
import type { LayoutState, Method, Methods, Opened } from './protocol.js';
import { withUnread } from './unread.js';

/** Breakdowns by unknown causes that a document bears before it gives up. */
const MOST_BREAKDOWNS = 2;

/** Opens a document: see `OpenOptions`. */
export async function open(source: Source, options: OpenOptions = {}): Promise<DocpaneDocument> {
  const client = sharedClient(options.worker !== false);
  void client.start().catch(() => {});
  const loaded = await load(source, options);
  try {
    return await opened(client, loaded, options);
  } catch (error) {
    if (error instanceof DocpaneError && error.kind === 'Encrypted' && options.password !== undefined) {
      const { unlock } = await import('./protected/unlock.js');
      return opened(client, await unlock(loaded, options.password), options);
    }
    // What the engine does not know may be a preview that was laid out beforehand.
    if (!(error instanceof DocpaneError) || (error.kind !== 'NotZip' && error.kind !== 'NotWord')) throw error;
    const sealed = await (await import('./sealed.js')).openSealed(loaded);
    if (!sealed) throw error;
    return sealed;
  }
}

async function opened(client: Client, loaded: Loaded, options: OpenOptions): Promise<DocpaneDocument> {
  const document = new OpenDocument(client, loaded, options);
  await document.reopen(options.signal);
  return document;
}

/** Starts the engine ahead of the first document. */
export function prepare(): void {
  void sharedClient(true).start().catch(() => {});
}

class OpenDocument implements DocpaneDocument {
  readonly #client: Client;
  readonly #loaded: Loaded;
  /** Pictures that were painted as empty boxes. */
  readonly #unread = new Set<string>();
  readonly #options: OpenOptions;
  readonly finished: Promise<number>;
  #finish!: { resolve(pages: number): void; reject(reason: unknown): void };
  #metadata!: Metadata;
  #state: LayoutState = { pages: 0, finished: false, estimate: 1 };
  /** The first page as it came with the answer to `open`; later it may have changed with the page count. */
  #first: string | null = null;
  #doc = 0;
  #generation = -1;
  #opening: Promise<void> | null = null;
  #breakdowns = 0;
  #failure: DocpaneError | null = null;
  #fonts: Promise<OwnFonts> | null = null;

  constructor(client: Client, loaded: Loaded, options: OpenOptions) {
    this.#client = client;
    this.#loaded = loaded;
    this.#options = options;
    this.finished = new Promise((resolve, reject) => (this.#finish = { resolve, reject }));
    this.finished.catch(() => {});
  }

  get metadata(): Metadata {
    return this.#metadata;
  }

  get pageCount(): number {
    return this.#state.finished ? this.#state.pages : Math.max(this.#state.estimate, this.#state.pages);
  }

  get pagesDone(): number {
    return this.#state.pages;
  }

  get isFinished(): boolean {
    return this.#state.finished;
  }

  async page(number: number, options: RequestOptions = {}): Promise<Page> {
    const first = number === 1 && !this.#failure ? this.#first : null;
    this.#first = null;
    const json = first ?? (await this.#call('page', (doc) => ({ doc, index: number - 1 }), options));
    const list = JSON.parse(json) as DisplayList;
    if (list.fonts.some((font) => font.part)) await this.#nameFonts(list.fonts);
    const unread = (part: string) => void this.#unread.add(part);
    return new LaidOutPage(this, number, list, unread, async (svg) =>
      this.#call('svg', (doc) => ({ doc, index: number - 1 }), svg),
    );
  }

  /** Embedded fonts are loaded before the page is painted: runs are measured in them. */
  async #nameFonts(fonts: Font[]): Promise<void> {
    this.#fonts ??= import('./own-fonts.js').then(({ OwnFonts }) => new OwnFonts((part) => this.media(part)));
    await (await this.#fonts).name(fonts);
  }

  async search(query: string, { matchCase = false, wholeWord = false, limit = 0, ...options }: SearchOptions = {}): Promise<SearchHit[]> {
    const text = JSON.stringify({ query, match_case: matchCase, whole_word: wholeWord, limit });
    const hits = JSON.parse(await this.#call('search', (doc) => ({ doc, query: text }), options)) as FromZero<SearchHit>[];
    return hits.map((hit) => ({ ...hit, page: fromOne(hit.page), start: hit.start ?? undefined, end: hit.end ?? undefined }));
  }

  async outline(options: RequestOptions = {}): Promise<OutlineItem[]> {
    const items = JSON.parse(await this.#call('outline', (doc) => ({ doc }), options)) as FromZero<OutlineItem>[];
    return items.map(({ title, level, page, offset }) => ({ title, level, page: fromOne(page), offset }));
  }

  async bookmark(name: string, options: RequestOptions = {}): Promise<number | undefined> {
    return fromOne(await this.#call('bookmark', (doc) => ({ doc, name }), options));
  }

  text({ pages, ...options }: TextOptions = {}): Promise<string[]> {
    return this.#call('text', (doc) => ({ doc, from: (pages?.[0] ?? 1) - 1, to: pages?.[1] ?? null }), options);
  }

  async warnings(options: RequestOptions = {}): Promise<Warning[]> {
    return withUnread(await this.#call('warnings', (doc) => ({ doc }), options), this.#unread);
  }

  async media(part: string, options: RequestOptions = {}): Promise<Blob> {
    const bytes = await this.#call('media', (doc) => ({ doc, part }), options);
    return new Blob([bytes as BlobPart], { type: pictureType(bytes) });
  }

  async blob(): Promise<Blob> {
    return this.#loaded.blob;
  }

  close(): void {
    if (this.#failure?.kind === 'Closed') return;
    this.#failure = new DocpaneError('Closed', 'The document was closed.');
    this.#finish.reject(this.#failure);
    void this.#fonts?.then((fonts) => fonts.release());
    this.#client.forget(this.#doc);
    if (this.#generation === this.#client.generation) void this.#client.call('close', { doc: this.#doc }).catch(() => {});
  }

  /** Opens it in the engine that runs now, unless that is done or under way. */
  reopen(signal?: AbortSignal): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure);
    if (this.#generation === this.#client.generation) return Promise.resolve();
    this.#opening ??= this.#open(signal).finally(() => (this.#opening = null));
    return this.#opening;
  }

  async #open(signal: AbortSignal | undefined): Promise<void> {
    const bytes = new Uint8Array(await (this.#loaded.content ?? this.#loaded.blob).arrayBuffer());
    const now = new Date();
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    const text = JSON.stringify({ page_breaks: this.#options.pageBreaks ?? 'auto', today, head: this.#options.early });
    this.#options.onProgress?.({ phase: 'open', loaded: bytes.length, total: bytes.length, pages: 0, pageCount: 0, finished: false });
    // Not cancelled by the engine's client: a handle that arrives too late must be closed.
    const opening = this.#client.call('open', { bytes, options: text }, { transfer: [bytes.buffer] });
    const opened = signal ? await orAbort(opening, signal, (late) => void this.#client.call('close', { doc: late.doc })) : await opening;
    this.#takeOver(opened);
  }

  #takeOver({ doc, metadata, state, first }: Opened): void {
    this.#doc = doc;
    this.#generation = this.#client.generation;
    this.#first = first;
    this.#learn(metadata);
    if (this.#failure) return void this.#client.call('close', { doc });
    this.#client.listen(doc, {
      state: (next, more) => {
        if (more) this.#learn(more);
        this.#heard(next);
      },
      failed: (error) => this.#fail(error),
      broken: (error, guilty) => this.#broken(error, guilty),
    });
    this.#heard(state);
  }

  #learn(metadata: string): void {
    this.#metadata = JSON.parse(metadata) as Metadata;
    this.#metadata.fileName = this.#loaded.fileName;
  }

  #heard(state: LayoutState): void {
    const known = this.#state;
    // After a breakdown layout begins again: what was known stays true.
    if (known.finished || state.pages < known.pages) return;
    this.#state = state;
    if (state.finished) this.#finish.resolve(state.pages);
    const { pages, finished } = state;
    this.#options.onProgress?.({ phase: 'layout', loaded: 0, total: 0, pages, pageCount: this.pageCount, finished });
  }

  #broken(error: DocpaneError, guilty: boolean): void {
    this.#breakdowns++;
    if (guilty || this.#breakdowns > MOST_BREAKDOWNS) return this.#fail(error);
    if (!this.#state.finished) this.reopen().catch((reason: unknown) => this.#fail(reason as DocpaneError));
  }

  #fail(error: DocpaneError): void {
    this.#failure ??= error;
    this.#finish.reject(this.#failure);
  }

  async #call<M extends Method>(method: M, params: (doc: number) => Methods[M]['params'], { signal }: RequestOptions): Promise<Methods[M]['result']> {
    for (;;) {
      await this.reopen();
      try {
        return await this.#client.call(method, params(this.#doc), { signal });
      } catch (error) {
        if (!(error instanceof DocpaneError) || error.kind !== 'Crashed' || this.#failure) throw this.#failure ?? error;
      }
    }
  }
}

class LaidOutPage implements Page {
  readonly #document: DocpaneDocument;
  readonly #unread: (part: string) => void;
  readonly #svg: (options: RequestOptions) => Promise<string>;
  readonly number: number;
  readonly list: DisplayList;

  constructor(document: DocpaneDocument, number: number, list: DisplayList, unread: (part: string) => void, svg: (options: RequestOptions) => Promise<string>) {
    this.#document = document;
    this.#unread = unread;
    this.#svg = svg;
    this.number = number;
    this.list = list;
  }

  get width(): number {
    return this.list.width;
  }

  get height(): number {
    return this.list.height;
  }

  paintInto(element: HTMLElement, options: PaintOptions = {}): PaintedPage {
    return paintPage(this.list, element, { ...options, media: (part, signal) => this.#document.media(part, { signal }), unread: this.#unread });
  }

  toSvg(options: RequestOptions = {}): Promise<string> {
    return this.#svg(options);
  }
}

/** As wasm writes it: pages from 0, null where not known. */
type FromZero<T> = Omit<T, 'page'> & { page: number | null };

function fromOne(page: number | null): number | undefined {
  return page === null ? undefined : page + 1;
}

/** `promise`, or the signal's reason if that comes first; `late` then gets what arrives after all. */
function orAbort<T>(promise: Promise<T>, signal: AbortSignal, late: (value: T) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      reject(signal.reason as Error);
      promise.then(late, () => {});
    };
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
