// The element's interface beside its attributes: what a host may tell it, and events with what they carry.

import type { DocpaneDocument, Progress } from './document.js';
import type { DocpaneError } from './error.js';

/** A zoom: a factor (1 is 100 %), or one that follows the viewer's size. `auto` fits the width, up to 125 %. */
export type Zoom = number | 'auto' | 'width' | 'page';

/** How the document is shown: as pages, one or two abreast; as flowing text to read; as plain text page by page. */
export type View = 'pages' | 'spread' | 'reading' | 'text';

/** Colours: those of the system, or the host's choice. */
export type Theme = 'auto' | 'light' | 'dark' | 'sepia';

/** What a host knows of the document; shown beside what the file says of itself. All of it optional. */
export interface Details {
  title?: string;
  /** Who offers it. */
  seller?: string;
  /** Its number at the host's. */
  number?: string;
  /** When it was uploaded, as it is to be shown or in ISO 8601. */
  uploaded?: string;
  tags?: readonly string[];
  /** Any other facts, in this order. */
  rows?: readonly { name: string; value: string }[];
}

/** Something a reader can do, offered in the menu. The viewer does `download`, `print` and `fullscreen`; all others are the host's. */
export interface Action {
  /** Arrives as `detail.action` of `docpane-action`. */
  name: string;
  /** What the menu says; not needed for `download`, `print`, `fullscreen`, `report`, `copyright`, `share`, `save`. */
  label?: string;
}

/** A mark repeated over every page. It deters and tells; it cannot be a lock on bytes that the browser already has. */
export interface Watermark {
  /** Lines of text. */
  text?: string;
  /** Address of a picture, in place of text. */
  image?: string;
  /** From 0 to 1. */
  opacity?: number;
  /** Clockwise degrees, for text; -24 if not told. */
  angle?: number;
  /** Size of the text in points, or breadth of the picture. */
  size?: number;
  /** Free room between two marks, in points. */
  gap?: number;
  /** Colour of the text. */
  color?: string;
}

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
  /** The document is shown another way. */
  'docpane-view': CustomEvent<{ view: View }>;
  /** A reader asks for what lies behind the preview's end; unless cancelled, the viewer shows it if it has it. */
  'docpane-more': CustomEvent<{ shown: number; pageCount: number }>;
  /** A reader wants to do something; cancelable where the viewer does it itself: `download`, `print`, `fullscreen`. */
  'docpane-action': CustomEvent<{ action: string }>;
  /** A tag of the details was chosen. */
  'docpane-tag': CustomEvent<{ tag: string }>;
  /** Text is about to be copied; cancelable. `refused` if the host's copy control forbids it. */
  'docpane-copy': CustomEvent<{ text: string; refused: boolean }>;
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
