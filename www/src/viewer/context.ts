// What the parts of a viewer may know of the whole.

import type { Language } from '../l10n/index.js';
import type { Box, DocpaneDocument, SearchHit, SearchOptions } from '../public/document.js';
import type { DocpaneViewerEvents, View } from '../public/element.js';
import type { Place } from './page-view.js';
import type { Settings } from './settings.js';

/** What an event carries. */
export type Detail<K extends keyof DocpaneViewerEvents> = DocpaneViewerEvents[K] extends CustomEvent<infer D> ? D : never;

/** The viewer, as its parts see it. */
export interface Context {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** The room under the bar: panels and dialogs go there. */
  readonly stage: HTMLElement;
  readonly language: Language;
  readonly settings: Settings;
  /** Aborted when the viewer goes. */
  readonly signal: AbortSignal;
  readonly document: DocpaneDocument | null;
  /** The page being read, from 1; 0 while none is. */
  readonly page: number;
  /** Pages in all: an estimate until all are laid out. */
  readonly pageCount: number;
  /** Pages that may be seen: fewer while a preview ends before the document does. */
  readonly shownPages: number;
  readonly view: View;
  readonly pane: Pane;
  /** What of the pane's top lies under a bar, in CSS pixels. */
  readonly lead: number;

  goTo(page: number, box?: Box): void;
  setView(view: View): void;
  /** Opens or closes a panel. */
  toggle(panel: 'find' | 'navigation' | 'properties' | 'help', open?: boolean): void;
  /** Does what a name stands for: see `Action`. */
  act(action: string): void;
  /** A pane says that another page is read. */
  paged(page: number): void;
  /** Says something to those who do not see the page. */
  announce(text: string): void;
  /** Says something to everyone, for a while. */
  notice(text: string): void;
  /** Dispatches; false if a host cancelled it. */
  tell<K extends keyof DocpaneViewerEvents>(type: K, detail: Detail<K>, cancelable?: boolean): boolean;
  failed(error: unknown): void;
}

/** A place in the document that holds in every view. */
export interface Spot {
  page: number;
  /** Body-text offset, where one is known. */
  offset: number | undefined;
}

/** What was searched for, to find it again in what a view shows. */
export type Sought = Pick<SearchOptions, 'matchCase' | 'wholeWord'> & { query: string };

/** A way to show the document: pages, or flowing text. */
export interface Pane {
  readonly element: HTMLElement;
  /** The page being read, from 1. */
  readonly page: number;
  /** 1 is 100 %. */
  readonly factor: number;
  /** Pages abreast. */
  readonly abreast: number;
  /** Whether it can be scrolled sideways. */
  readonly isWide: boolean;
  /** Takes another document, or none. */
  show(document: DocpaneDocument | null): void;
  /** The number of pages, or what may be seen of them, may have changed. */
  update(): void;
  goTo(page: number, box?: Box): void;
  /** To the wall behind the last page shown. */
  goToEnd(): void;
  /** What is at the top of the window. */
  readonly spot: Spot;
  goToSpot(spot: Spot): void;
  /** Whether a place found can be seen here. */
  holds(hit: SearchHit): boolean;
  mark(places: readonly Place[], sought: Sought): void;
  reveal(hit: SearchHit): void;
  scrollByWindows(share: number): void;
  zoomStep(direction: 1 | -1): void;
  /** Puts what ends the preview under the last page, or takes it away. */
  setTail(tail: HTMLElement | null): void;
}
