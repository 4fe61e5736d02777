// `<docpane-viewer>`: attributes, properties and events; the work is the viewer's.

import type { DocpaneDocument, SearchHit, Source } from '../public/document.js';
import type { Zoom } from '../public/element.js';
import { Viewer } from './viewer.js';

/** On a server there are no elements; importing this file must be harmless there. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

/**
 * Shows a Word document page by page, in the browser, from its bytes alone.
 *
 * @attr src - Address of a document: same origin, or with CORS.
 * @attr page - Page to begin at.
 * @attr zoom - `auto` (the default), `width`, `page`, or a factor such as `1.5`.
 * @attr lang - Language of the controls; else the page's, else the browser's.
 * @slot empty - Shown while no document is open.
 * @slot actions - Buttons of the host, in the toolbar.
 * @csspart toolbar, title, button, page-box, page-count, zoom, scroller, content, page, mark, status, message, error, properties, find
 * @cssprop --docpane-accent - Colour of what is active.
 * @cssprop --docpane-ground - Colour behind the pages.
 * @cssprop --docpane-bar - Colour of the bars.
 * @cssprop --docpane-text - Colour of text in the bars.
 */
export class DocpaneViewer extends Base {
  static readonly observedAttributes = ['src', 'zoom', 'page', 'lang'];

  #viewer: Viewer | null = null;
  #waiting: Source | null = null;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
  }

  connectedCallback(): void {
    for (const name of ['file', 'src', 'zoom', 'page'] as const) this.#upgrade(name);
    this.#viewer ??= new Viewer(this, this.shadowRoot as ShadowRoot);
    const zoom = zoomOf(this.getAttribute('zoom'));
    if (zoom !== null) this.#viewer.setZoom(zoom);
    const source = this.#waiting ?? this.getAttribute('src');
    this.#waiting = null;
    if (source !== null) void this.#viewer.open(source);
  }

  disconnectedCallback(): void {
    // Moving an element takes it out and in again: only what stays out is closed.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#viewer?.dispose();
      this.#viewer = null;
    });
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    const viewer = this.#viewer;
    if (!viewer || before === value) return;
    if (name === 'src') void viewer.open(value);
    const zoom = name === 'zoom' ? zoomOf(value) : null;
    if (zoom !== null) viewer.setZoom(zoom);
    if (name === 'page' && value) viewer.goTo(Number(value));
    if (name === 'lang') void this.#speak(viewer);
  }

  /** Begins again in another language, with the same document. */
  async #speak(old: Viewer): Promise<void> {
    const { document, zoom, page } = old;
    const bytes = await document?.blob();
    const name = document?.metadata.fileName;
    old.dispose();
    this.#viewer = new Viewer(this, this.shadowRoot as ShadowRoot);
    this.#viewer.setZoom(zoom);
    if (!bytes) return;
    await this.#viewer.open(name ? new File([bytes], name) : bytes);
    this.#viewer.goTo(page);
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
    this.#viewer?.goTo(page);
  }

  /** Pages in all: an estimate until `docpane-finish`. */
  get pageCount(): number {
    return this.document?.pageCount ?? 0;
  }

  /** The zoom as it was asked for. */
  get zoom(): Zoom {
    return this.#viewer?.zoom ?? zoomOf(this.getAttribute('zoom')) ?? 'auto';
  }

  set zoom(zoom: Zoom) {
    this.#viewer?.setZoom(zoom);
  }

  /** Opens a document; resolves when it is open, or with null if it could not be (the viewer says why). */
  async open(source: Source | null): Promise<DocpaneDocument | null> {
    if (this.#viewer) return this.#viewer.open(source);
    this.#waiting = source;
    return null;
  }

  /** Opens the find bar and searches; resolves with how many places there are. */
  find(query: string): Promise<number> {
    return this.#viewer?.find(query) ?? Promise.resolve(0);
  }

  /** Where a text stands, without showing it. */
  async search(query: string): Promise<SearchHit[]> {
    return (await this.document?.search(query)) ?? [];
  }

  /** Takes over a property that was set before the element was defined. */
  #upgrade(name: 'file' | 'src' | 'zoom' | 'page'): void {
    if (!Object.hasOwn(this, name)) return;
    const held = this as Record<string, unknown>;
    const value = held[name];
    delete held[name];
    held[name] = value;
  }
}

function zoomOf(value: string | null): Zoom | null {
  if (value === 'auto' || value === 'width' || value === 'page') return value;
  const factor = value?.endsWith('%') ? Number(value.slice(0, -1)) / 100 : Number(value ?? Number.NaN);
  return Number.isFinite(factor) && factor > 0 ? factor : null;
}
