// The viewer behind the element: opens documents and joins bar, panes, panels and status.

import { restEngines } from '../engine/client.js';
import { open, prepare } from '../engine/document.js';
import type { Language } from '../l10n/index.js';
import type { Box, DocpaneDocument, Progress, Source } from '../public/document.js';
import type { DocpaneViewerEvents, View, Zoom } from '../public/element.js';
import { DocpaneError } from '../public/error.js';
import { act } from './actions.js';
import type { Context, Detail, Pane } from './context.js';
import { h } from './dom.js';
import { Features } from './features.js';
import { firstPaint, leaveFirstPaint } from './first-paint.js';
import { listen } from './listen.js';
import { Notice } from './notice.js';
import type { Settings } from './settings.js';
import { Status } from './status.js';
import { viewerSheet } from './style.js';
import { Toolbar } from './toolbar.js';
import { Viewport } from './viewport.js';
import { Wall } from './wall.js';

/** Errors after which trying again may help. */
const PASSING = new Set(['Crashed', 'NotFetched', 'NoEngine']);

/** A viewer in a shadow root. */
export class Viewer implements Context {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly stage: HTMLElement;
  readonly language: Language;
  readonly viewport: Viewport;
  readonly features: Features;
  /** What was to be opened last. */
  source: Source | null = null;
  readonly #gone = new AbortController();
  readonly #toolbar: Toolbar;
  readonly #status: Status;
  readonly #notice = new Notice();
  readonly #wall: Wall;
  readonly #firstPaint: HTMLElement | null;
  readonly #readSettings: () => Settings;
  #settings: Settings;
  #document: DocpaneDocument | null = null;
  #opening: AbortController | null = null;
  #unlocked = false;
  #view: View = 'pages';
  #pane: Pane;
  #began = 0;

  constructor(host: HTMLElement, root: ShadowRoot, language: Language, readSettings: () => Settings) {
    this.host = host;
    this.root = root;
    this.language = language;
    this.#readSettings = readSettings;
    this.#settings = readSettings();
    this.#status = new Status(language);
    this.#wall = new Wall(this, () => this.unlock());
    this.viewport = this.#pane = this.#makeViewport();
    this.features = new Features(this);
    this.#toolbar = this.#makeToolbar();
    this.#firstPaint = firstPaint(host, root);
    this.stage = h('div', { class: 'stage' }, this.viewport.element, ...this.#status.elements, this.#notice.element);
    if (this.#firstPaint) this.stage.append(this.#firstPaint);
    root.adoptedStyleSheets = [viewerSheet(), ...root.adoptedStyleSheets.filter((sheet) => sheet !== viewerSheet())];
    const labels = { role: 'region', 'aria-label': language.messages.viewer, lang: language.tag, dir: language.dir };
    root.replaceChildren(h('div', { class: 'viewer', part: 'viewer', ...labels }, this.#toolbar.element, this.stage));
    listen(this);
    this.#status.empty();
    this.#applySettings();
    this.setView(this.#settings.view);
    prepare();
  }

  get signal(): AbortSignal {
    return this.#gone.signal;
  }

  get settings(): Settings {
    return this.#settings;
  }

  get document(): DocpaneDocument | null {
    return this.#document;
  }

  get page(): number {
    return this.#document ? this.#pane.page : 0;
  }

  get pageCount(): number {
    return this.#document?.pageCount ?? 0;
  }

  get shownPages(): number {
    const most = this.#unlocked ? Infinity : this.#settings.previewPages;
    return Math.min(this.pageCount, most, this.#document?.sealedPages ?? Infinity);
  }

  get view(): View {
    return this.#view;
  }

  get pane(): Pane {
    return this.#pane;
  }

  get lead(): number {
    return this.viewport.lead;
  }

  get zoom(): Zoom {
    return this.viewport.zoom;
  }

  setZoom(zoom: Zoom): void {
    this.viewport.setZoom(zoom);
  }

  goTo(page: number, box?: Box): void {
    if (!this.#document || !Number.isFinite(page)) return;
    if (page > this.shownPages && this.shownPages < this.pageCount) return this.#pane.goToEnd();
    this.#pane.goTo(Math.round(page), box);
  }

  async find(query: string): Promise<number> {
    return (await this.features.find.get()).find(query);
  }

  toggle(panel: 'find' | 'navigation' | 'properties' | 'help', open?: boolean): void {
    this.features.toggle(panel, open);
  }

  act(action: string): void {
    act(this, action);
  }

  /** Shows all pages that are here, whatever `preview-pages` says. */
  unlock(): void {
    this.#unlocked = true;
    this.#counted();
  }

  /** Gives back what memory it can; the place stays. */
  rest(): void {
    this.viewport.rest();
    restEngines();
  }

  /** Goes on after a rest. */
  wake(): void {
    this.viewport.wake();
  }

  /** Attributes or properties have changed. */
  configure(): void {
    const before = this.#settings;
    this.#settings = this.#readSettings();
    if (before.view !== this.#settings.view) this.setView(this.#settings.view);
    this.#applySettings();
    this.#counted();
  }

  /** Shows the document another way, at the same place. */
  setView(view: View): void {
    if (view === this.#view) return;
    this.#view = view;
    void this.#showView(view).catch((error: unknown) => this.failed(error));
  }

  /** Opens a document, or with null closes what is open. */
  async open(source: Source | null, password?: string): Promise<DocpaneDocument | null> {
    this.#close();
    this.source = source;
    if (source === null) {
      this.#status.empty();
      return null;
    }
    const opening = (this.#opening = new AbortController());
    this.#began = performance.now();
    const onProgress = (progress: Progress) => opening.signal.aborted || this.#progress(progress);
    this.#progress({ phase: 'load', loaded: 0, total: 0, pages: 0, pageCount: 0, finished: false });
    try {
      const document = await open(source, { signal: opening.signal, onProgress, early: true, ...(password !== undefined && { password }) });
      this.#opened(document, opening.signal);
      return document;
    } catch (error) {
      if (!opening.signal.aborted) this.failed(error, () => void this.open(source));
      return null;
    }
  }

  /** Ends everything. */
  dispose(): void {
    this.#close();
    this.#gone.abort();
    this.root.replaceChildren();
  }

  announce(text: string): void {
    this.#status.announce(text);
  }

  notice(text: string): void {
    this.#notice.show(text);
    this.announce(text);
  }

  tell<K extends keyof DocpaneViewerEvents>(type: K, detail: Detail<K>, cancelable = false): boolean {
    return this.host.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }

  failed(reason: unknown, again: (() => void) | null = null): void {
    const error = reason instanceof DocpaneError ? reason : new DocpaneError('Crashed', String(reason));
    if (error.kind === 'Closed') return;
    this.#firstPaint?.remove();
    const wrong = error.kind === 'WrongPassword';
    if (wrong || error.kind === 'Encrypted') {
      if (!this.tell('docpane-password', { wrong }, true)) return this.#status.done();
      this.#askPassword(error, wrong);
    } else {
      const source = this.#document;
      const retry = again ?? (source ? () => void source.blob().then((blob) => this.open(blob)) : null);
      this.#status.failed(error, retry && PASSING.has(error.kind) ? { label: this.language.messages.tryAgain, go: retry } : null);
    }
    this.tell('docpane-error', { error });
  }

  /** The reader asks for the prompt; after a wrong password it is there again at once. */
  #askPassword(error: DocpaneError, wrong: boolean): void {
    const { source } = this;
    const go = () => void this.features.password.get().then((prompt) => prompt.ask(source, wrong), (reason: unknown) => this.failed(reason));
    this.#status.failed(error, { label: this.language.messages.password.enter, go });
    if (wrong) go();
  }

  #close(): void {
    this.#opening?.abort();
    this.#document?.close();
    this.#document = null;
    this.#unlocked = false;
    this.#pane.setTail(null);
    this.viewport.show(null);
    this.features.reset();
    this.#toolbar.title('');
    this.#toolbar.show({ page: 0, pages: 0, shown: 0, estimated: false });
  }

  #opened(document: DocpaneDocument, signal: AbortSignal): void {
    this.#document = document;
    this.#titled();
    this.#pane.show(document);
    this.features.copying.get().catch(() => {});
    const start = Number(this.host.getAttribute('page'));
    if (start > 1) this.goTo(start);
    this.#counted();
    this.features.reset();
    this.tell('docpane-open', { document });
    document.finished.then(
      (pageCount) => {
        if (signal.aborted) return;
        this.#counted();
        this.#status.done();
        this.viewport.refresh();
        this.features.refresh();
        this.tell('docpane-finish', { pageCount });
      },
      (error: unknown) => signal.aborted || this.failed(error),
    );
  }

  #progress(progress: Progress): void {
    const painted = this.#document !== null && this.stage.querySelector('.dp-sheet, .section') !== null;
    if (progress.finished) this.#status.done();
    else this.#status.working(progress, !painted);
    if (progress.phase === 'layout' && this.#document) this.#counted();
    this.tell('docpane-progress', progress);
  }

  #titled(): void {
    const { title, fileName } = this.#document?.metadata ?? {};
    this.#toolbar.title(this.#document ? this.#settings.details.title || title || fileName || '' : '');
  }

  /** How many pages there are, or may be seen, is known anew. */
  #counted(): void {
    if (!this.#document) return;
    this.#pane.update();
    const isCut = this.shownPages < this.pageCount;
    if (isCut) this.#wall.update();
    this.#pane.setTail(isCut ? this.#wall.element : null);
    this.#showPage();
    this.#toolbar.zoom(this.#pane.factor);
  }

  #showPage(): void {
    const estimated = this.#document?.isFinished === false;
    this.#toolbar.show({ page: this.page, pages: this.pageCount, shown: this.shownPages, estimated });
  }

  #firstPage(): void {
    if (this.#document?.isFinished) this.#status.done();
    else this.#status.element.replaceChildren();
    if (this.#firstPaint) leaveFirstPaint(this.#firstPaint, this.viewport.element);
    this.tell('docpane-first-page', { milliseconds: performance.now() - this.#began });
  }

  paged(page: number): void {
    if (!this.#document) return;
    this.#showPage();
    this.announce(this.#pageLabel(page));
    this.features.paged(page);
    this.tell('docpane-page', { page, pageCount: this.pageCount });
  }

  #pageLabel(page: number): string {
    return this.language.messages.pageOf(String(page), String(this.#document?.pageCount ?? page));
  }

  #applySettings(): void {
    const { theme } = this.#settings;
    this.root.firstElementChild?.setAttribute('data-theme', theme);
    this.#titled();
    this.features.refresh();
    this.features.settled();
  }

  async #showView(view: View): Promise<void> {
    const before = this.#pane;
    const flowing = view === 'reading' || view === 'text';
    const next = flowing ? await this.features.reader(view).get() : this.viewport;
    if (view !== this.#view) return;
    this.viewport.abreast = view === 'spread' ? 2 : 1;
    if (next !== before) {
      const { spot } = before;
      before.setTail(null);
      before.element.remove();
      before.show(null);
      this.#pane = next;
      this.stage.prepend(next.element);
      next.show(this.#document);
      next.goToSpot(spot);
    }
    this.#counted();
    if (next !== before) this.features.viewed();
    this.tell('docpane-view', { view });
  }

  #makeViewport(): Viewport {
    return new Viewport(
      {
        page: (page) => this.paged(page),
        zoomed: (zoom, factor) => {
          this.#toolbar.zoom(factor);
          this.tell('docpane-zoom', { zoom, factor });
        },
        firstPage: () => this.#firstPage(),
        failed: (error) => this.failed(error),
        pageLabel: (page) => this.#pageLabel(page),
        shownPages: () => this.shownPages,
        painting: {
          onFollow: (bookmark) => void this.#follow(bookmark),
          missingPicture: this.language.messages.pictureMissing,
        },
      },
      this.signal,
    );
  }

  #makeToolbar(): Toolbar {
    return new Toolbar(this.language, {
      goTo: (page) => this.goTo(page),
      step: (direction) => this.goTo(this.page + direction * this.#pane.abreast),
      zoomStep: (direction) => this.#pane.zoomStep(direction),
      setZoom: (zoom) => this.setZoom(zoom),
      toggleFind: () => this.toggle('find'),
      toggleNavigation: () => this.toggle('navigation'),
      toggleProperties: () => this.toggle('properties'),
      openMenu: (button) => void this.features.menu.get().then((menu) => menu.toggle(button), (error: unknown) => this.failed(error)),
    });
  }

  async #follow(bookmark: string): Promise<void> {
    const page = await this.#document?.bookmark(bookmark).catch(() => undefined);
    if (page !== undefined) this.goTo(page);
  }
}
