// `<docpane-viewer>`: attributes, properties and events; the work is the viewer's.

import { prepare } from '../engine/document.js';
import { languageNow, type Language, loadLanguage, tagFor } from '../l10n/index.js';
import type { DocpaneDocument, SearchHit, Source } from '../public/document.js';
import type { Action, Details, View, Watermark, Zoom } from '../public/element.js';
import { firstPaint } from './first-paint.js';
import { SIZE_ATTRIBUTES, sizeSheet } from './size.js';
import { type Given, readSettings, SETTING_ATTRIBUTES, zoomOf } from './settings.js';
import { viewerSheet } from './style.js';
import { Viewer } from './viewer.js';

/** On a server there are no elements; importing this file must be harmless there. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

/** Properties that may be set before the element is defined. */
const PROPERTIES = ['file', 'src', 'zoom', 'page', 'view', 'details', 'actions', 'watermark'] as const;

/**
 * Shows a Word document page by page, in the browser, from its bytes alone.
 *
 * @attr src - Address of a document: same origin, or with CORS.
 * @attr page - Page to begin at.
 * @attr zoom - `auto` (the default), `width`, `page`, or a factor such as `1.5`.
 * @attr lang - Language of the controls; else the page's, else the browser's.
 * @attr view - `pages` (the default), `spread`, `reading` or `text`.
 * @attr theme - `auto` (the default), `light`, `dark` or `sepia`.
 * @attr preview-pages - Pages shown before the wall.
 * @attr width, height - Size, as a number of CSS pixels or a CSS length; the page's own style wins.
 * @attr aspect - Breadth to height, such as `3 / 4`, in place of `height`.
 * @attr details - What the host knows of the document, as JSON: see `Details`.
 * @attr actions - What the menu offers: names, or JSON as in `Action`; `download print fullscreen` if not told.
 * @attr watermark - A text repeated over every page, or JSON as in `Watermark`.
 * @attr copy - `off`, or the most characters that may be copied at once. No protection: the browser has the bytes.
 * @attr print - `off` offers no printing. No protection either.
 * @attr links - `ask` shows where a link leads and asks before it is followed.
 * @attr deep-links - The page's address follows and leads the reading: `#page=3&zoom=150&search=…`.
 * @slot empty - Shown while no document is open.
 * @slot first-paint - What a server sent in place of the first pages: see `docpane/server`.
 * @slot actions - Buttons of the host, in the toolbar.
 * @slot wall - What stands where the preview ends, in place of the viewer's own words and button.
 * @csspart viewer, toolbar, title, button, page-box, page-count, zoom, scroller, content, page, mark, status, message, error, action, progress, notice, wall, more, menu, properties, navigation, find, reader, dialog
 * @cssprop --docpane-accent - Colour of what is active.
 * @cssprop --docpane-ground - Colour behind the pages.
 * @cssprop --docpane-bar - Colour of the bars.
 * @cssprop --docpane-text - Colour of text in the bars.
 */
export class DocpaneViewer extends Base {
  static readonly observedAttributes = ['src', 'zoom', 'page', 'lang', ...SIZE_ATTRIBUTES, ...SETTING_ATTRIBUTES];

  readonly #given: Given = {};
  #viewer: Viewer | null = null;
  #waiting: Source | null = null;
  #ready = new Ready();
  #sizes: CSSStyleSheet | null = null;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
  }

  connectedCallback(): void {
    if (this.#viewer) return;
    for (const name of PROPERTIES) this.#upgrade(name);
    prepare();
    const root = this.shadowRoot as ShadowRoot;
    if (firstPaint(this, root)) root.adoptedStyleSheets = [viewerSheet(), ...root.adoptedStyleSheets];
    this.#begin();
  }

  disconnectedCallback(): void {
    // Moving an element takes it out and in again: only what stays out is closed.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#viewer?.dispose();
      this.#viewer = null;
      this.#ready = new Ready();
    });
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    const viewer = this.#viewer;
    if (before === value) return;
    if (SIZE_ATTRIBUTES.includes(name)) return this.#size();
    if (!viewer) return;
    if (name === 'src') void viewer.open(value);
    else if (name === 'zoom') viewer.setZoom(zoomOf(value) ?? 'auto');
    else if (name === 'page' && value) viewer.goTo(Number(value));
    else if (name === 'lang') void this.#speak(viewer);
    else viewer.configure();
  }

  /** Takes the size from attributes, before there is anything to see, so that nothing jumps. */
  #size(): void {
    const root = this.shadowRoot as ShadowRoot;
    const others = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sizes);
    this.#sizes = sizeSheet(this);
    root.adoptedStyleSheets = [...others, this.#sizes];
  }

  /** Makes the viewer, at once if its language is here. */
  #begin(): void {
    const tag = this.#wantedLanguage();
    const now = languageNow(tag);
    if (now) return this.#make(now);
    void loadLanguage(tag).then((language) => this.isConnected && !this.#viewer && this.#make(language));
  }

  #make(language: Language): void {
    const viewer = this.#newViewer(language);
    viewer.setZoom(zoomOf(this.getAttribute('zoom')) ?? 'auto');
    const source = this.#waiting ?? this.getAttribute('src');
    this.#waiting = null;
    if (source !== null) void viewer.open(source);
    this.#ready.resolve(viewer);
  }

  #newViewer(language: Language): Viewer {
    return (this.#viewer = new Viewer(this, this.shadowRoot as ShadowRoot, language, () => readSettings(this, this.#given)));
  }

  #wantedLanguage(): string {
    return tagFor(this.closest('[lang]')?.getAttribute('lang'), ...navigator.languages);
  }

  /** Begins again in another language, with the same document. */
  async #speak(old: Viewer): Promise<void> {
    const language = await loadLanguage(this.#wantedLanguage());
    if (this.#viewer !== old || language.tag === old.language.tag) return;
    const { document, zoom, page } = old;
    const bytes = await document?.blob();
    const name = document?.metadata.fileName;
    const { source } = old;
    old.dispose();
    const viewer = this.#newViewer(language);
    viewer.setZoom(zoom);
    // It may still be on its way.
    if (!bytes) return void viewer.open(source);
    await viewer.open(name ? new File([bytes], name) : bytes);
    viewer.goTo(page);
  }

  /** Address of the document. */
  get src(): string | null {
    return this.getAttribute('src');
  }

  set src(value: string | null) {
    if (value === null) this.removeAttribute('src');
    else this.setAttribute('src', value);
  }

  /** Opens bytes: a File, a Blob, or a buffer. */
  set file(file: Blob | ArrayBuffer | Uint8Array | null) {
    void this.open(file).catch(() => {});
  }

  /** The open document, if any. */
  get document(): DocpaneDocument | null {
    return this.#viewer?.document ?? null;
  }

  /** The page being read, from 1; 0 while none is. */
  get page(): number {
    return this.#viewer?.page ?? 0;
  }

  set page(page: number) {
    if (this.#viewer) this.#viewer.goTo(page);
    else this.setAttribute('page', String(page));
  }

  /** Pages in all: an estimate until `docpane-finish`. */
  get pageCount(): number {
    return this.document?.pageCount ?? 0;
  }

  /** Pages that may be seen: fewer while a preview ends before the document does. */
  get shownPages(): number {
    return this.#viewer?.shownPages ?? 0;
  }

  /** The zoom as it was asked for. */
  get zoom(): Zoom {
    return this.#viewer?.zoom ?? zoomOf(this.getAttribute('zoom')) ?? 'auto';
  }

  set zoom(zoom: Zoom) {
    if (this.#viewer) this.#viewer.setZoom(zoom);
    else this.setAttribute('zoom', String(zoom));
  }

  /** How the document is shown. */
  get view(): View {
    return this.#viewer?.view ?? 'pages';
  }

  set view(view: View) {
    if (this.#viewer) this.#viewer.setView(view);
    else this.setAttribute('view', view);
  }

  /** What the host knows of the document. */
  get details(): Details {
    return readSettings(this, this.#given).details;
  }

  set details(details: Details | null) {
    this.#give('details', details ?? undefined);
  }

  /** What the menu offers. */
  get actions(): readonly Action[] {
    return readSettings(this, this.#given).actions;
  }

  set actions(actions: readonly Action[] | null) {
    this.#give('actions', actions ?? undefined);
  }

  /** A mark repeated over every page. */
  get watermark(): Watermark | null {
    return readSettings(this, this.#given).watermark;
  }

  set watermark(watermark: Watermark | null) {
    this.#give('watermark', watermark ?? undefined);
  }

  /**
   * Opens a document; resolves when it is open, or with null if it could not be (the viewer says why). The viewer asks for a
   * password by itself; a host that cancels `docpane-password` gives the one it asked for.
   */
  async open(source: Source | null, { password }: { password?: string } = {}): Promise<DocpaneDocument | null> {
    if (this.#viewer) return this.#viewer.open(source, password);
    this.#waiting = source;
    return null;
  }

  /** Shows the pages behind the wall, where they are here. */
  unlock(): void {
    this.#viewer?.unlock();
  }

  /** Gives back what memory it can, as when an app goes to the background: pages are dropped, the place is kept. */
  rest(): void {
    this.#viewer?.rest();
  }

  /** Goes on after `rest`. */
  wake(): void {
    this.#viewer?.wake();
  }

  /** Does what the menu's entry of that name does. */
  act(action: string): void {
    this.#viewer?.act(action);
  }

  /** Opens the find bar and searches; resolves with how many places there are. */
  async find(query: string): Promise<number> {
    return (await this.#ready.viewer).find(query);
  }

  /** Where a text stands, without showing it. */
  async search(query: string): Promise<SearchHit[]> {
    return (await this.document?.search(query)) ?? [];
  }

  #give<K extends keyof Given>(name: K, value: Given[K] | undefined): void {
    if (value === undefined) delete this.#given[name];
    else this.#given[name] = value;
    this.#viewer?.configure();
  }

  /** Takes over a property that was set before the element was defined. */
  #upgrade(name: (typeof PROPERTIES)[number]): void {
    if (!Object.hasOwn(this, name)) return;
    const held = this as unknown as Record<string, unknown>;
    const value = held[name];
    delete held[name];
    held[name] = value;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'docpane-viewer': DocpaneViewer;
  }
}

/** A viewer that is still to come. */
class Ready {
  resolve!: (viewer: Viewer) => void;
  readonly viewer = new Promise<Viewer>((resolve) => (this.resolve = resolve));
}
