// The viewer behind the element: opens documents and joins toolbar, pages, find bar and panel.

import { open, prepare } from '../engine/document.js';
import { type Language, languageFor } from '../l10n/index.js';
import { selectedRange, selectedText } from '../paint/selection.js';
import type { DocpaneDocument, Progress, Source } from '../public/document.js';
import type { DocpaneViewerEvents, Zoom } from '../public/element.js';
import { DocpaneError } from '../public/error.js';
import { h } from './dom.js';
import { Find } from './find.js';
import { takeKey } from './keys.js';
import { Properties } from './properties.js';
import { Status } from './status.js';
import { viewerSheet } from './style.js';
import { Toolbar } from './toolbar.js';
import { Viewport } from './viewport.js';

type Detail<K extends keyof DocpaneViewerEvents> = DocpaneViewerEvents[K] extends CustomEvent<infer D> ? D : never;

/** Errors after which trying again may help. */
const PASSING = new Set(['Crashed', 'NotFetched', 'NoEngine']);

/** A viewer in a shadow root. */
export class Viewer {
  readonly #host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #gone = new AbortController();
  readonly #language: Language;
  readonly #toolbar: Toolbar;
  readonly #viewport: Viewport;
  readonly #status: Status;
  readonly #properties: Properties;
  readonly #find: Find;
  #document: DocpaneDocument | null = null;
  #opening: AbortController | null = null;
  #began = 0;

  constructor(host: HTMLElement, root: ShadowRoot) {
    this.#host = host;
    this.#root = root;
    const { signal } = this.#gone;
    this.#language = languageFor(host.closest('[lang]')?.getAttribute('lang'), ...navigator.languages);
    this.#viewport = new Viewport(
      {
        page: (page) => this.#pageChanged(page),
        zoomed: (zoom, factor) => this.#zoomed(zoom, factor),
        firstPage: () => this.#firstPage(),
        failed: (error) => this.#failed(error),
        pageLabel: (page) => this.#pageLabel(page),
        painting: {
          onFollow: (bookmark) => void this.#follow(bookmark),
          missingPicture: this.#language.messages.pictureMissing,
        },
      },
      signal,
    );
    this.#toolbar = new Toolbar(this.#language, {
      goTo: (page) => this.goTo(page),
      zoomStep: (direction) => this.#viewport.zoomStep(direction),
      setZoom: (zoom) => this.setZoom(zoom),
      toggleFind: () => this.#find.toggle(),
      toggleProperties: () => this.#properties.toggle(),
    });
    this.#status = new Status(this.#language);
    this.#properties = new Properties(this.#language, () => this.#properties.toggle(false));
    this.#find = new Find(this.#language, {
      mark: (places) => this.#viewport.mark(places),
      reveal: (hit) => this.#viewport.reveal(hit),
      announce: (text) => this.#status.announce(text),
      closed: () => this.#viewport.element.focus({ preventScroll: true }),
    });
    root.adoptedStyleSheets = [viewerSheet(), ...root.adoptedStyleSheets];
    root.replaceChildren(this.#frame());
    this.#listen(signal);
    this.#status.empty();
    prepare();
  }

  /** The open document. */
  get document(): DocpaneDocument | null {
    return this.#document;
  }

  /** The page being read; 0 while none is. */
  get page(): number {
    return this.#document ? this.#viewport.page : 0;
  }

  /** The zoom. */
  get zoom(): Zoom {
    return this.#viewport.zoom;
  }

  setZoom(zoom: Zoom): void {
    this.#viewport.setZoom(zoom);
  }

  goTo(page: number): void {
    if (this.#document && Number.isFinite(page)) this.#viewport.goTo(Math.round(page));
  }

  find(query: string): Promise<number> {
    return this.#find.find(query);
  }

  /** Opens a document in place of the one that is open. */
  async open(source: Source | null): Promise<DocpaneDocument | null> {
    this.#close();
    if (source === null) {
      this.#status.empty();
      return null;
    }
    const opening = (this.#opening = new AbortController());
    this.#began = performance.now();
    const onProgress = (progress: Progress) => opening.signal.aborted || this.#progress(progress);
    this.#progress({ phase: 'load', loaded: 0, total: 0, pages: 0, pageCount: 0, finished: false });
    try {
      const document = await open(source, { signal: opening.signal, onProgress });
      this.#opened(document, opening.signal);
      return document;
    } catch (error) {
      if (!opening.signal.aborted) this.#failed(error, () => void this.open(source));
      return null;
    }
  }

  /** Ends everything. */
  dispose(): void {
    this.#close();
    this.#gone.abort();
    this.#root.replaceChildren();
  }

  #close(): void {
    this.#opening?.abort();
    this.#document?.close();
    this.#document = null;
    this.#viewport.show(null);
    this.#find.reset(null);
    this.#properties.reset(null);
    this.#toolbar.title('');
    this.#toolbar.show(0, 0, false);
  }

  #opened(document: DocpaneDocument, signal: AbortSignal): void {
    this.#document = document;
    const { title, fileName } = document.metadata;
    this.#toolbar.title(title || fileName || '');
    this.#find.reset(document);
    this.#viewport.show(document);
    const start = Number(this.#host.getAttribute('page'));
    if (start > 1) this.#viewport.goTo(start);
    this.#counted();
    this.#properties.reset(document);
    this.#tell('docpane-open', { document });
    document.finished.then(
      (pageCount) => {
        if (signal.aborted) return;
        this.#counted();
        this.#status.done();
        this.#viewport.refresh();
        this.#properties.refresh();
        this.#tell('docpane-finish', { pageCount });
      },
      (error: unknown) => signal.aborted || this.#failed(error),
    );
  }

  #progress(progress: Progress): void {
    const painted = this.#document !== null && this.#root.querySelector('.dp-sheet') !== null;
    if (progress.finished) this.#status.done();
    else this.#status.working(progress, !painted);
    if (progress.phase === 'layout' && this.#document) this.#counted();
    this.#tell('docpane-progress', progress);
  }

  #counted(): void {
    const shown = this.#document;
    if (!shown) return;
    this.#viewport.update();
    this.#toolbar.show(this.#viewport.page, shown.pageCount, !shown.isFinished);
    this.#toolbar.zoom(this.#viewport.factor);
  }

  #firstPage(): void {
    if (this.#document?.isFinished) this.#status.done();
    else this.#status.element.replaceChildren();
    this.#tell('docpane-first-page', { milliseconds: performance.now() - this.#began });
  }

  #pageChanged(page: number): void {
    const shown = this.#document;
    if (!shown) return;
    this.#toolbar.show(page, shown.pageCount, !shown.isFinished);
    this.#status.announce(this.#pageLabel(page));
    this.#tell('docpane-page', { page, pageCount: shown.pageCount });
  }

  #zoomed(zoom: Zoom, factor: number): void {
    this.#toolbar.zoom(factor);
    this.#tell('docpane-zoom', { zoom, factor });
  }

  #failed(reason: unknown, again: (() => void) | null = null): void {
    const error = reason instanceof DocpaneError ? reason : new DocpaneError('Crashed', String(reason));
    if (error.kind === 'Closed') return;
    if (error.kind === 'Encrypted' || error.kind === 'WrongPassword') {
      if (!this.#tell('docpane-password', { wrong: error.kind === 'WrongPassword' }, true)) return;
    }
    const source = this.#document;
    const retry = again ?? (source ? () => void source.blob().then((blob) => this.open(blob)) : null);
    this.#status.failed(error, PASSING.has(error.kind) ? retry : null);
    this.#tell('docpane-error', { error });
  }

  #pageLabel(page: number): string {
    return this.#language.messages.pageOf(String(page), String(this.#document?.pageCount ?? page));
  }

  /** Dispatches; false if a host cancelled it. */
  #tell<K extends keyof DocpaneViewerEvents>(type: K, detail: Detail<K>, cancelable = false): boolean {
    return this.#host.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }

  #frame(): HTMLElement {
    const { messages, tag } = this.#language;
    return h(
      'div',
      { class: 'viewer', part: 'viewer', role: 'region', 'aria-label': messages.viewer, lang: tag },
      this.#toolbar.element,
      h('div', { class: 'stage' }, this.#viewport.element, this.#properties.element, this.#find.element, ...this.#status.elements),
    );
  }

  #listen(signal: AbortSignal): void {
    const viewport = this.#viewport;
    const goTo = (page: number) => this.goTo(Math.min(Math.max(page, 1), this.#document?.pageCount ?? 1));
    this.#host.addEventListener(
      'keydown',
      (event) => {
        if (!this.#document || event.defaultPrevented) return;
        const meant = takeKey(event, {
          page: viewport.page,
          pageCount: this.#document.pageCount,
          isWide: viewport.isWide,
          goTo,
          scrollByWindows: (share) => viewport.scrollByWindows(share),
          zoomStep: (direction) => viewport.zoomStep(direction),
          resetZoom: () => this.setZoom('auto'),
          find: () => this.#find.toggle(true),
        });
        if (meant) event.preventDefault();
      },
      { signal },
    );
    this.#root.addEventListener('copy', (event) => this.#copy(event as ClipboardEvent), { signal });
    this.#root.addEventListener('click', (event) => this.#click(event), { signal });
  }

  async #follow(bookmark: string): Promise<void> {
    const page = await this.#document?.bookmark(bookmark).catch(() => undefined);
    if (page !== undefined) this.goTo(page);
  }

  #copy(event: ClipboardEvent): void {
    const content = this.#viewport.element;
    const range = selectedRange(content);
    if (!range || range.collapsed || !event.clipboardData) return;
    const text = selectedText(content, range);
    if (!text) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  }

  #click(event: Event): void {
    const link = (event.target as Element | null)?.closest?.('a[href]');
    if (link instanceof HTMLAnchorElement && link.target === '_blank' && !this.#tell('docpane-link', { url: link.href }, true)) event.preventDefault();
  }
}
