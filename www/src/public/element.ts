// The element's interface beside its attributes: events and what they carry.

import type { DocpaneDocument, Progress } from './document.js';
import type { DocpaneError } from './error.js';

/** A zoom: a factor (1 is 100 %), or one that follows the viewer's size. `auto` fits the width, up to 125 %. */
export type Zoom = number | 'auto' | 'width' | 'page';

/** Events of `<docpane-viewer>`: all bubble and cross shadow roots. */
export interface DocpaneViewerEvents {
  /** Bytes load or pages are laid out. */
  'docpane-progress': CustomEvent<Progress>;
  /** The document is open; its first page may not be painted yet. */
  'docpane-open': CustomEvent<{ document: DocpaneDocument }>;
  /** The first page is on the screen. */
  'docpane-first-page': CustomEvent<{ milliseconds: number }>;
  /** All pages are laid out. */
  'docpane-finish': CustomEvent<{ pageCount: number }>;
  /** Another page is being read. */
  'docpane-page': CustomEvent<{ page: number; pageCount: number }>;
  /** The zoom changed. */
  'docpane-zoom': CustomEvent<{ zoom: Zoom; factor: number }>;
  /** A link out of the document was followed; cancelable. */
  'docpane-link': CustomEvent<{ url: string }>;
  /** The document asks for a password; cancelable: a host that cancels it shows its own prompt. */
  'docpane-password': CustomEvent<{ wrong: boolean }>;
  /** It could not be shown. */
  'docpane-error': CustomEvent<{ error: DocpaneError }>;
}

declare global {
  interface HTMLElementEventMap extends DocpaneViewerEvents {}
}
